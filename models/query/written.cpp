// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"
#include "query/mlflowdialect.h"
#include "query/names.h"

#include <algorithm>

namespace podium::query {

namespace {

/// True if a key can stand in a filter without back-ticks, with MLflow, too.
bool isBareKey(std::string_view key) {
    for (std::size_t begin = 0; begin <= key.size();) {
        const std::size_t end = std::min(key.find('.', begin), key.size());
        const std::string_view part = key.substr(begin, end - begin);
        const bool letters = !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '_';
        });
        if (!letters || (part[0] >= '0' && part[0] <= '9'))
            return false;
        begin = end + 1;
    }
    return isMlflowName("params." + std::string(key));
}

std::string writtenKey(const std::string& key) {
    if (isBareKey(key))
        return key;
    return key.find('`') == std::string::npos ? "`" + key + "`" : "\"" + key + "\"";
}

std::string writtenArgument(const ColumnKey& column) {
    if (column.argument.empty())
        return {};
    return column.reduction == Reduction::AtBest ? ", metrics." + writtenKey(column.argument)
                                                 : ", " + column.argument;
}

}  // namespace

std::string columnName(const ColumnKey& column) {
    switch (column.kind) {
        case ColumnKind::Attribute:
            return std::string(attributeName(column.attribute));
        case ColumnKind::Metric:
            if (column.reduction == Reduction::Last)
                return "metrics." + writtenKey(column.key);
            return std::string(reductionName(column.reduction)) + "(metrics." +
                   writtenKey(column.key) + writtenArgument(column) + ")";
        case ColumnKind::Param:
            return "params." + writtenKey(column.key);
        case ColumnKind::Tag:
            return "tags." + writtenKey(column.key);
        case ColumnKind::Dataset:
            return "datasets." + column.key;
        case ColumnKind::Formula:
            return column.key;
    }
    return {};
}

std::string writtenText(std::string_view text) {
    const char quote = text.find('\'') == std::string_view::npos ? '\'' : '"';
    if (quote == '"' && text.find('"') != std::string_view::npos)
        return {};
    // A backslash at the end would take the closing quote along.
    if (!text.empty() && text.back() == '\\')
        return {};
    return quote + std::string(text) + quote;
}

}  // namespace podium::query
