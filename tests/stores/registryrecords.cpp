// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stores/registryrecords.h"

#include "sql/database.h"
#include "tests/support/fixtures.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <fstream>

namespace podium::tests {

using stores::Change;
using stores::Held;
using stores::PlaceKind;

namespace {

namespace fs = std::filesystem;

const std::string Folder = "(folder)";

QString textAt(const QJsonObject& object, const char* key) {
    return object.value(QLatin1String(key)).toString();
}

std::string compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

/// As Python's str() has it.
Held pythonText(const QJsonValue& value) {
    if (value.isNull() || value.isUndefined())
        return "None";
    if (value.isBool())
        return value.toBool() ? "True" : "False";
    if (value.isDouble())
        return QString::number(value.toInteger()).toStdString();
    return value.toString().toStdString();
}

std::string modeKey(const std::string& path) {
    return path + " (mode)";
}

void applyFile(StoreState& state, const QJsonObject& file, bool folder) {
    const std::string path = textAt(file, "path").toStdString();
    if (textAt(file, "change") == QLatin1String("removed")) {
        state.erase(path);
        state.erase(modeKey(path));
        return;
    }
    state[path] = folder ? Folder : textAt(file, "after").toStdString();
    state[modeKey(path)] = textAt(file, "mode_after").toStdString();
}

std::string rowKey(const QString& table, const QJsonObject& key) {
    return table.toStdString() + ' ' + compact(key);
}

void applyRow(StoreState& state, const QJsonObject& row) {
    const std::string key = rowKey(textAt(row, "table"), row.value(QLatin1String("pk")).toObject());
    if (textAt(row, "change") == QLatin1String("removed"))
        state.erase(key);
    else
        state[key] = compact(row.value(QLatin1String("after")).toObject());
}

/// Takes the number behind "field: " in a meta.yaml.
std::int64_t takeNumber(std::string& yaml, const QString& field) {
    const QRegularExpression entry(QLatin1String("^") + field + QLatin1String(": (\\d+)$"),
                                   QRegularExpression::MultilineOption);
    QString text = QString::fromStdString(yaml);
    const QRegularExpressionMatch match = entry.match(text);
    if (!match.hasMatch())
        return -1;
    text.replace(match.capturedStart(1), match.capturedLength(1), QStringLiteral("NOW"));
    yaml = text.toStdString();
    return match.captured(1).toLongLong();
}

std::int64_t takeColumn(std::string& row, const QString& column) {
    QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(row)).object();
    const std::int64_t time = object.value(column).toInteger(-1);
    object[column] = QStringLiteral("NOW");
    row = compact(object);
    return time;
}

/// Puts the "- item" lines behind "field:" in order.
void sortList(std::string& yaml, const QString& field) {
    QStringList lines = QString::fromStdString(yaml).split(QLatin1Char('\n'));
    const auto start = lines.indexOf(field + QLatin1Char(':')) + 1;
    auto end = start;
    while (start > 0 && lines.value(end).startsWith(QLatin1String("- ")))
        ++end;
    std::sort(lines.begin() + start, lines.begin() + end);
    yaml = lines.join(QLatin1Char('\n')).toStdString();
}

QJsonValue valueAt(const sql::Statement& row, int column, bool text) {
    if (row.isNull(column))
        return QJsonValue::Null;
    const std::string_view value = row.text(column);
    return text ? QJsonValue(QString::fromUtf8(value.data(), qsizetype(value.size())))
                : QJsonValue(qint64(row.integer(column)));
}

/// A registry's tables hold texts and whole numbers.
void addRows(sql::Database& database, const std::string& table, StoreState& state) {
    std::vector<std::string> columns;
    std::vector<bool> isKey;
    std::string list;
    sql::Statement info =
        database.prepare("SELECT name, pk FROM pragma_table_info('" + table + "')", "columns")
            .value();
    while (info.step().value()) {
        columns.emplace_back(info.text(0));
        isKey.push_back(info.integer(1) > 0);
        list += (list.empty() ? "\"" : ", \"") + columns.back() + "\", typeof(\"" + columns.back() +
                "\")";
    }
    sql::Statement rows =
        database.prepare("SELECT " + list + " FROM \"" + table + '"', "rows").value();
    while (rows.step().value()) {
        QJsonObject row;
        QJsonObject key;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const int at = int(i) * 2;
            const QString name = QString::fromStdString(columns[i]);
            row[name] = valueAt(rows, at, rows.text(at + 1) == "text");
            if (isKey[i])
                key[name] = row[name];
        }
        state[rowKey(QString::fromStdString(table), key)] = compact(row);
    }
}

/// Any other table as one text.
std::string wholeTable(sql::Database& database, const std::string& table) {
    std::string columns = "''";
    sql::Statement info =
        database.prepare("SELECT name FROM pragma_table_info('" + table + "')", "columns").value();
    while (info.step().value())
        columns += " || '|' || quote(\"" + std::string(info.text(0)) + "\")";
    std::string text;
    sql::Statement rows =
        database.prepare("SELECT " + columns + " FROM \"" + table + '"', "rows").value();
    while (rows.step().value())
        text.append(rows.text(0)).append("\n");
    return text;
}

}  // namespace

std::vector<RegistryCall> RegistryRecord::calls() const {
    const QJsonValue operation = m_json.value(QLatin1String("operation"));
    const QJsonArray all = operation.isArray() ? operation.toArray() : QJsonArray{operation};
    std::vector<RegistryCall> calls;
    for (const QJsonValue one : all) {
        const QJsonObject call = one.toObject();
        calls.push_back({textAt(call, "call"), call.value(QLatin1String("args")).toObject()});
    }
    return calls;
}

int RegistryRecord::refusedAt() const {
    const QJsonValue error = m_json.value(QLatin1String("error"));
    return error.isNull() ? -1 : error.toObject().value(QLatin1String("step")).toInt();
}

StoreState RegistryRecord::after(StoreState state) const {
    for (const QJsonValue dir : m_json.value(QLatin1String("dirs")).toArray())
        applyFile(state, dir.toObject(), true);
    for (const QJsonValue file : m_json.value(QLatin1String("files")).toArray())
        applyFile(state, file.toObject(), false);
    for (const QJsonValue row : m_json.value(QLatin1String("rows")).toArray())
        applyRow(state, row.toObject());
    return state;
}

std::vector<std::int64_t> RegistryRecord::takeTimes(StoreState& state) const {
    std::vector<std::int64_t> times;
    for (const QJsonValue one : m_json.value(QLatin1String("now_fields")).toArray()) {
        const QJsonObject field = one.toObject();
        const bool row = field.contains(QLatin1String("table"));
        if (!row && !field.contains(QLatin1String("file")))
            continue;  // of the API's answer
        const auto at = state.find(
            row ? rowKey(textAt(field, "table"), field.value(QLatin1String("pk")).toObject())
                : textAt(field, "file").toStdString());
        if (at == state.end())
            times.push_back(-1);
        else
            times.push_back(row ? takeColumn(at->second, textAt(field, "column"))
                                : takeNumber(at->second, textAt(field, "field")));
    }
    for (const QJsonValue one : m_json.value(QLatin1String("unordered_fields")).toArray()) {
        const QJsonObject field = one.toObject();
        const auto at = state.find(textAt(field, "file").toStdString());
        if (at != state.end())
            sortList(at->second, textAt(field, "field"));
    }
    return times;
}

std::vector<RegistryRecord> registryRecords(const QString& store) {
    const Fixture archive(QLatin1String("registry-ops/") + store);
    std::vector<RegistryRecord> records;
    const QDir folder(archive.folder());
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            records.emplace_back(name.chopped(5), QJsonDocument::fromJson(file.readAll()).object());
    }
    return records;
}

std::optional<Change> decisionFor(const RegistryCall& call) {
    static const std::map<QString, PlaceKind> kinds = {
        {QStringLiteral("set_registered_model_tag"), PlaceKind::ModelTag},
        {QStringLiteral("delete_registered_model_tag"), PlaceKind::ModelTag},
        {QStringLiteral("update_registered_model"), PlaceKind::ModelDescription},
        {QStringLiteral("set_registered_model_alias"), PlaceKind::ModelAlias},
        {QStringLiteral("delete_registered_model_alias"), PlaceKind::ModelAlias},
        {QStringLiteral("set_model_version_tag"), PlaceKind::VersionTag},
        {QStringLiteral("delete_model_version_tag"), PlaceKind::VersionTag},
        {QStringLiteral("update_model_version"), PlaceKind::VersionDescription},
        {QStringLiteral("transition_model_version_stage"), PlaceKind::VersionStage}};
    const auto kind = kinds.find(call.name);
    if (kind == kinds.end())
        return std::nullopt;
    Change change;
    change.place.kind = kind->second;
    change.place.owner = textAt(call.args, "name").toStdString();
    const bool alias = kind->second == PlaceKind::ModelAlias;
    change.place.key = textAt(call.args, alias ? "alias" : "key").toStdString();
    const QJsonValue version = call.args.value(QLatin1String("version"));
    if (!alias)
        change.place.version =
            version.isString() ? version.toString().toLongLong() : version.toInteger();
    if (call.name.startsWith(QLatin1String("delete_")))
        return change;
    switch (kind->second) {
        case PlaceKind::ModelAlias:
            change.wanted = pythonText(version);
            break;
        case PlaceKind::VersionStage:
            change.wanted = textAt(call.args, "stage").toStdString();
            change.archiveExisting =
                call.args.value(QLatin1String("archive_existing_versions")).toBool();
            break;
        case PlaceKind::ModelDescription:
        case PlaceKind::VersionDescription:
            if (!call.args.value(QLatin1String("description")).isNull())
                change.wanted = textAt(call.args, "description").toStdString();
            break;
        default:
            change.wanted = pythonText(call.args.value(QLatin1String("value")));
            break;
    }
    return change;
}

StoreState stateOfModels(const fs::path& root) {
    StoreState state;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        const std::string path = fs::relative(entry.path(), root).string();
        state[modeKey(path)] =
            QString::asprintf("%04o", unsigned(entry.status().permissions())).toStdString();
        std::string& bytes = state[path];
        if (entry.is_directory()) {
            bytes = Folder;
            continue;
        }
        std::ifstream file(entry.path(), std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(file), {});
    }
    return state;
}

StoreState stateOfDatabase(const fs::path& file) {
    StoreState state;
    sql::Database database = sql::Database::open(file, sql::OpenMode::ReadOnly).value();
    sql::Statement tables =
        database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table'", "tables")
            .value();
    while (tables.step().value()) {
        const std::string table(tables.text(0));
        state["schema " + table] = tables.text(1);
        if (table.starts_with("registered_model") || table.starts_with("model_version"))
            addRows(database, table, state);
        else
            state["table " + table] = wholeTable(database, table);
    }
    return state;
}

}  // namespace podium::tests
