// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/sqlregistrywriter.h"

#include "base/utf8.h"
#include "stores/registryrules.h"

namespace podium::stores::sqlstore {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view ModelsTable = "registered_models";
constexpr std::string_view VersionsTable = "model_versions";
constexpr std::string_view ModelTagsTable = "registered_model_tags";
constexpr std::string_view VersionTagsTable = "model_version_tags";
constexpr std::string_view AliasesTable = "registered_model_aliases";

/// A value of a statement: text, a number, or null.
struct Value {
    Value(const std::string& given) : text(given) {}
    Value(std::string_view given) : text(std::string(given)) {}
    Value(const Held& given) : text(given) {}
    Value(std::int64_t given) : number(given) {}

    Held text;
    std::optional<std::int64_t> number;
};

struct Column {
    std::string_view name;
    Value value;
};
using Columns = std::vector<Column>;

bool isTag(PlaceKind kind) {
    return kind == PlaceKind::ModelTag || kind == PlaceKind::VersionTag;
}

bool isOfVersion(PlaceKind kind) {
    return kind == PlaceKind::VersionTag || kind == PlaceKind::VersionDescription ||
           kind == PlaceKind::VersionStage;
}

/// What is there of a place.
struct Found {
    Held now;
    std::vector<std::int64_t> inStage;  // others, where they are to be archived
};

/// One registered model with what belongs to it. Statements name its row by workspace and name.
class Model {
public:
    explicit Model(const OpenRegistry& registry) : m_registry(registry) {}

    Result<void> open(const std::string& owner);
    Result<Found> find(const Change& change);
    Result<void> write(const Change& change, base::Millis now);

private:
    struct VersionRow {
        std::string stage;
        std::string description;
    };

    [[nodiscard]] const Schema& schema() const { return m_registry.schema; }
    [[nodiscard]] std::string shown() const { return base::toUtf8(m_registry.path.native()); }
    [[nodiscard]] Error versionMissing(std::int64_t version) const {
        return {ErrorCode::VersionMissing, {m_owner, std::to_string(version)}};
    }

    Result<sql::Statement> prepare(const std::string& sql, const Columns& values);
    Columns key(std::string_view table, const Columns& more = {}) const;
    static std::string list(const Columns& columns, std::string_view between,
                            std::string_view after);
    Result<std::optional<std::string>> text(std::string_view column, std::string_view table,
                                            const Columns& where);
    Result<void> update(std::string_view table, const Columns& set, const Columns& where);
    Result<void> remove(std::string_view table, const Columns& where);
    Result<void> put(std::string_view table, const Column& value, const Columns& where);

    Result<VersionRow> version(std::int64_t number);
    Result<Held> alias(const std::string& name);
    Result<std::vector<std::int64_t>> othersIn(const std::string& stage, std::int64_t except);
    Result<Held> held(const Place& place);
    Result<void> knows(const Place& place) const;
    Result<void> writeStage(const Change& change, base::Millis now);

    OpenRegistry m_registry;
    std::string m_owner;  // as a person sees the name
    std::string m_name;
    Held m_workspace;
};

Result<sql::Statement> Model::prepare(const std::string& sql, const Columns& values) {
    Result<sql::Statement> statement = m_registry.database.prepare(sql, "registry");
    PODIUM_TRY(sql::Statement, statement);
    int index = 0;
    for (const Column& column : values) {
        ++index;
        if (column.value.number)
            statement.value().bind(index, *column.value.number);
        else if (column.value.text)
            statement.value().bind(index, *column.value.text);
    }
    return statement;
}

/// The columns that name the model in a table, and more.
Columns Model::key(std::string_view table, const Columns& more) const {
    Columns columns = {{"name", m_name}};
    if (m_workspace && schema().has(table, "workspace"))
        columns.push_back({"workspace", m_workspace});
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

/// `"a" = ? AND "b" = ?` with what is between and after given.
std::string Model::list(const Columns& columns, std::string_view between, std::string_view after) {
    std::string text;
    for (const Column& column : columns) {
        text += text.empty() ? "" : between;
        text.append("\"").append(column.name).append("\"").append(after);
    }
    return text;
}

Result<std::optional<std::string>> Model::text(std::string_view column, std::string_view table,
                                               const Columns& where) {
    using Text = std::optional<std::string>;
    const Columns named = key(table, where);
    Result<sql::Statement> statement =
        prepare("SELECT \"" + std::string(column) + "\" FROM " + std::string(table) + " WHERE " +
                    list(named, " AND ", " = ?"),
                named);
    PODIUM_TRY(Text, statement);
    const Result<bool> row = statement.value().step();
    PODIUM_TRY(Text, row);
    return row.value() ? Text(base::toUtf8(statement.value().text(0))) : Text();
}

Result<void> Model::update(std::string_view table, const Columns& set, const Columns& where) {
    const Columns named = key(table, where);
    Columns values = set;
    values.insert(values.end(), named.begin(), named.end());
    Result<sql::Statement> statement =
        prepare("UPDATE " + std::string(table) + " SET " + list(set, ", ", " = ?") + " WHERE " +
                    list(named, " AND ", " = ?"),
                values);
    PODIUM_TRY(void, statement);
    return statement.value().run();
}

Result<void> Model::remove(std::string_view table, const Columns& where) {
    const Columns named = key(table, where);
    Result<sql::Statement> statement = prepare(
        "DELETE FROM " + std::string(table) + " WHERE " + list(named, " AND ", " = ?"), named);
    PODIUM_TRY(void, statement);
    return statement.value().run();
}

Result<void> Model::put(std::string_view table, const Column& value, const Columns& where) {
    PODIUM_TRY(void, update(table, {value}, where));
    if (m_registry.database.changes() > 0)
        return {};
    Columns all = key(table, where);
    all.push_back(value);
    std::string marks;
    for (std::size_t i = 0; i < all.size(); ++i)
        marks += i == 0 ? "?" : ", ?";
    Result<sql::Statement> statement = prepare("INSERT INTO " + std::string(table) + " (" +
                                                   list(all, ", ", "") + ") VALUES (" + marks + ')',
                                               all);
    PODIUM_TRY(void, statement);
    return statement.value().run();
}

/// Names are spelled as the store's reader gives them: with the workspace, where that is another
/// one than MLflow's default.
Result<void> Model::open(const std::string& owner) {
    m_owner = base::toUtf8(owner);
    if (!schema().has(ModelsTable, "name") || !schema().has(VersionsTable, "name"))
        return Error{ErrorCode::ModelMissing, {m_owner}};
    const bool workspaces = schema().has(ModelsTable, "workspace");
    const std::string sql =
        workspaces ? "SELECT name, workspace FROM registered_models WHERE name = ?1 AND "
                     "coalesce(workspace, '') IN ('', 'default') OR "
                     "workspace || '/' || name = ?1 AND workspace NOT IN ('', 'default')"
                   : "SELECT name, NULL FROM registered_models WHERE name = ?1";
    Result<sql::Statement> statement = prepare(sql, {{"name", owner}});
    PODIUM_TRY(void, statement);
    Result<bool> row = statement.value().step();
    PODIUM_TRY(void, row);
    if (!row.value())
        return Error{ErrorCode::ModelMissing, {m_owner}};
    m_name = statement.value().text(0);
    if (workspaces)
        m_workspace = std::string(statement.value().text(1));
    row = statement.value().step();
    PODIUM_TRY(void, row);
    if (row.value())
        return Error{ErrorCode::DuplicateName, {shown(), m_owner}};
    return {};
}

/// Tables of later versions of MLflow may be missing.
Result<void> Model::knows(const Place& place) const {
    const bool tags = schema().has(ModelTagsTable, "key") && schema().has(VersionTagsTable, "key");
    if (isTag(place.kind) && !tags)
        return Error{ErrorCode::ModelTagsUnsupported, {shown()}};
    if (place.kind == PlaceKind::ModelAlias && !schema().has(AliasesTable, "alias"))
        return Error{ErrorCode::AliasesUnsupported, {shown()}};
    return {};
}

Result<Model::VersionRow> Model::version(std::int64_t number) {
    const Columns where = {{"version", number}};
    const Result<std::optional<std::string>> stage = text("current_stage", VersionsTable, where);
    PODIUM_TRY(VersionRow, stage);
    if (!stage.value() || *stage.value() == DeletedStage)
        return versionMissing(number);
    const Result<std::optional<std::string>> description =
        text("description", VersionsTable, where);
    PODIUM_TRY(VersionRow, description);
    VersionRow row{*stage.value(), description.value().value_or("")};
    if (row.stage.empty())
        row.stage = NoStage;
    return row;
}

/// MLflow leaves the aliases of a deleted version, which nobody is shown.
Result<Held> Model::alias(const std::string& name) {
    const Result<std::optional<std::string>> number =
        text("version", AliasesTable, {{"alias", name}});
    PODIUM_TRY(Held, number);
    if (!number.value())
        return Held();
    const Result<VersionRow> row = version(versionNumber(*number.value()));
    if (row.failed() && row.error().code == ErrorCode::VersionMissing)
        return Held();
    PODIUM_TRY(Held, row);
    return number.value();
}

Result<Held> Model::held(const Place& place) {
    PODIUM_TRY(Held, knows(place));
    VersionRow row;
    if (isOfVersion(place.kind)) {
        Result<VersionRow> found = version(place.version);
        PODIUM_TRY(Held, found);
        row = std::move(found).value();
    }
    switch (place.kind) {
        case PlaceKind::ModelTag:
            return text("value", ModelTagsTable, {{"key", place.key}});
        case PlaceKind::VersionTag:
            return text("value", VersionTagsTable,
                        {{"version", place.version}, {"key", place.key}});
        case PlaceKind::ModelAlias:
            return alias(place.key);
        case PlaceKind::VersionStage:
            return Held(row.stage);
        case PlaceKind::VersionDescription:
            return asCompared(place.kind, row.description);
        default:
            break;
    }
    const Result<std::optional<std::string>> description = text("description", ModelsTable, {});
    PODIUM_TRY(Held, description);
    return asCompared(place.kind, description.value());
}

Result<std::vector<std::int64_t>> Model::othersIn(const std::string& stage, std::int64_t except) {
    using Versions = std::vector<std::int64_t>;
    const Columns named = key(VersionsTable, {{"current_stage", stage}});
    Result<sql::Statement> statement =
        prepare("SELECT version FROM model_versions WHERE " + list(named, " AND ", " = ?") +
                    " ORDER BY version",
                named);
    PODIUM_TRY(Versions, statement);
    Versions versions;
    while (true) {
        const Result<bool> row = statement.value().step();
        PODIUM_TRY(Versions, row);
        if (!row.value())
            return versions;
        if (const std::int64_t version = statement.value().integer(0); version != except)
            versions.push_back(version);
    }
}

/// With what a change needs besides its place. An alias goes to a version that is there.
Result<Found> Model::find(const Change& change) {
    Found found;
    Result<Held> now = held(change.place);
    PODIUM_TRY(Found, now);
    found.now = std::move(now).value();
    if (change.place.kind == PlaceKind::ModelAlias && change.wanted)
        PODIUM_TRY(Found, version(versionNumber(*change.wanted)));
    if (!change.archiveExisting)
        return found;
    Result<std::vector<std::int64_t>> others = othersIn(*change.wanted, change.place.version);
    PODIUM_TRY(Found, others);
    found.inStage = std::move(others).value();
    return found;
}

Result<void> Model::writeStage(const Change& change, base::Millis now) {
    const Columns time = {{"last_updated_time", now}};
    if (change.archiveExisting) {
        const Result<std::vector<std::int64_t>> others =
            othersIn(*change.wanted, change.place.version);
        PODIUM_TRY(void, others);
        for (const std::int64_t other : others.value())
            PODIUM_TRY(void, update(VersionsTable, {{"current_stage", ArchivedStage}, time.front()},
                                    {{"version", other}}));
    }
    PODIUM_TRY(void, update(VersionsTable, {{"current_stage", change.wanted}, time.front()},
                            {{"version", change.place.version}}));
    return update(ModelsTable, time, {});
}

/// What of it has a time is what MLflow gives one: no alias and no tag.
Result<void> Model::write(const Change& change, base::Millis now) {
    const Place& place = change.place;
    const Column time{"last_updated_time", now};
    switch (place.kind) {
        case PlaceKind::VersionStage:
            return writeStage(change, now);
        case PlaceKind::VersionDescription:
            // MLflow takes no version without a description that had one: it is empty then.
            return update(VersionsTable, {{"description", change.wanted.value_or("")}, time},
                          {{"version", place.version}});
        case PlaceKind::ModelDescription:
            return update(ModelsTable, {{"description", change.wanted}, time}, {});
        case PlaceKind::ModelAlias:
            return change.wanted ? put(AliasesTable, {"version", versionNumber(*change.wanted)},
                                       {{"alias", place.key}})
                                 : remove(AliasesTable, {{"alias", place.key}});
        default:
            break;
    }
    const bool ofVersion = place.kind == PlaceKind::VersionTag;
    Columns where = {{"key", place.key}};
    if (ofVersion)
        where.push_back({"version", place.version});
    const std::string_view table = ofVersion ? VersionTagsTable : ModelTagsTable;
    return change.wanted ? put(table, {"value", change.wanted}, where) : remove(table, where);
}

}  // namespace

Result<Held> lookAtRegistry(const OpenRegistry& registry, const Place& place) {
    PODIUM_TRY(Held, allowedPlace(place));
    Model model(registry);
    PODIUM_TRY(Held, model.open(place.owner));
    Result<Found> found = model.find({place, {}, {}});
    PODIUM_TRY(Held, found);
    return std::move(found.value().now);
}

Result<Outcome> applyToRegistry(const OpenRegistry& registry, const Change& change,
                                base::Millis now) {
    Model model(registry);
    PODIUM_TRY(Outcome, model.open(change.place.owner));
    const Result<Found> found = model.find(change);
    PODIUM_TRY(Outcome, found);
    if (const auto settled = settledBefore(change, found.value().now, found.value().inStage))
        return *settled;
    PODIUM_TRY(Outcome, model.write(change, now));
    const Result<Found> after = model.find(change);
    PODIUM_TRY(Outcome, after);
    const auto kept = settledBefore(change, after.value().now, after.value().inStage);
    if (!kept || kept->kind != Outcome::Kind::Was)
        return Error{ErrorCode::ModelReadBackDiffers, {base::toUtf8(change.place.owner)}};
    return Outcome{};
}

}  // namespace podium::stores::sqlstore
