// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/columns.h"

#include "query/names.h"

#include <array>
#include <string>
#include <variant>

namespace podium::app {

using base::Error;
using base::ErrorCode;
using base::Result;
using cache::NameKind;
using query::Attribute;
using query::ColumnKey;
using query::Reduction;

namespace {

constexpr std::size_t BriefMetrics = 6;

constexpr std::array Reductions = {std::pair{std::string_view("min"), Reduction::Min},
                                   std::pair{std::string_view("max"), Reduction::Max},
                                   std::pair{std::string_view("mean"), Reduction::Mean},
                                   std::pair{std::string_view("first"), Reduction::First},
                                   std::pair{std::string_view("last"), Reduction::Last},
                                   std::pair{std::string_view("count"), Reduction::Count}};

constexpr std::array BriefAttributes = {Attribute::RunId, Attribute::RunName, Attribute::Status,
                                        Attribute::StartTime, Attribute::Duration};

constexpr std::array AllAttributes = {
    Attribute::RunId,    Attribute::RunName,   Attribute::ExperimentId, Attribute::ExperimentName,
    Attribute::Status,   Attribute::Lifecycle, Attribute::StartTime,    Attribute::EndTime,
    Attribute::Duration, Attribute::UserId,    Attribute::ArtifactUri};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// The comma that ends the name, or the end of the text.
std::size_t endOfName(std::string_view list, std::size_t at) {
    char quote = 0;
    int depth = 0;
    for (; at < list.size(); ++at) {
        const char c = list[at];
        if (quote != 0) {
            quote = c == quote ? char{0} : quote;
        } else if (c == '`' || c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')') {
            --depth;
        } else if (c == ',' && depth <= 0) {
            break;
        }
    }
    return at;
}

using Named = std::variant<ColumnKey, query::NameProblem>;

Named plainColumn(std::string_view name) {
    const auto named = query::columnNamed(name, false);
    if (const auto* problem = std::get_if<query::NameProblem>(&named))
        return *problem;
    return std::get<query::NamedColumn>(named).column;
}

Named columnOf(std::string_view name) {
    const std::size_t bracket = name.find('(');
    if (!name.ends_with(')') || bracket == std::string_view::npos)
        return plainColumn(name);
    for (const auto& [word, reduction] : Reductions) {
        if (name.substr(0, bracket) != word)
            continue;
        Named named = plainColumn(trimmed(name.substr(bracket + 1, name.size() - bracket - 2)));
        auto* column = std::get_if<ColumnKey>(&named);
        if (column != nullptr && column->kind != query::ColumnKind::Metric)
            return query::NameProblem::Entity;
        if (column != nullptr)
            column->reduction = reduction;
        return named;
    }
    return plainColumn(name);
}

/// The reasons of parseFilter().
const char* reasonOf(query::NameProblem problem) {
    if (problem == query::NameProblem::Attribute)
        return "attribute";
    return problem == query::NameProblem::DatasetField ? "dataset-field" : "entity";
}

template <typename Make>
Result<void> append(cache::Reader& reader, std::span<const base::ExperimentNo> experiments,
                    NameKind kind, std::size_t most, std::vector<ColumnKey>& columns, Make make) {
    const Result<std::vector<cache::NameRow>> names = reader.names(experiments, kind);
    PODIUM_TRY(void, names);
    for (std::size_t i = 0; i < std::min(most, names.value().size()); ++i)
        columns.push_back(make(names.value()[i].name));
    return {};
}

}  // namespace

Result<std::vector<ColumnKey>> parseColumns(std::string_view list) {
    std::vector<ColumnKey> columns;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = endOfName(list, at);
        const std::string_view name = trimmed(list.substr(at, end - at));
        const Named named = columnOf(name);
        if (const auto* problem = std::get_if<query::NameProblem>(&named))
            return Error{ErrorCode::QueryInvalid,
                         {std::to_string(at), std::to_string(end - at), reasonOf(*problem)}};
        columns.push_back(std::get<ColumnKey>(named));
        at = end + 1;
    }
    return columns;
}

Result<std::vector<ColumnKey>> briefColumns(cache::Reader& reader,
                                            std::span<const base::ExperimentNo> experiments) {
    using Columns = std::vector<ColumnKey>;
    Columns columns;
    for (const Attribute attribute : BriefAttributes)
        columns.push_back(query::attributeColumn(attribute));
    PODIUM_TRY(Columns, append(reader, experiments, NameKind::Metric, BriefMetrics, columns,
                               [](const std::string& name) { return query::metricColumn(name); }));
    return columns;
}

Result<std::vector<ColumnKey>> allColumns(cache::Reader& reader,
                                          std::span<const base::ExperimentNo> experiments) {
    using Columns = std::vector<ColumnKey>;
    Columns columns;
    for (const Attribute attribute : AllAttributes)
        columns.push_back(query::attributeColumn(attribute));
    PODIUM_TRY(Columns, append(reader, experiments, NameKind::Metric, SIZE_MAX, columns,
                               [](const std::string& name) { return query::metricColumn(name); }));
    PODIUM_TRY(Columns, append(reader, experiments, NameKind::Param, SIZE_MAX, columns,
                               [](const std::string& name) { return query::paramColumn(name); }));
    PODIUM_TRY(Columns, append(reader, experiments, NameKind::Tag, SIZE_MAX, columns,
                               [](const std::string& name) { return query::tagColumn(name); }));
    return columns;
}

}  // namespace podium::app
