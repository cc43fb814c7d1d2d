// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/historycolumns.h"

#include <charconv>
#include <functional>
#include <string>

namespace podium::session {

using query::Reduction;

namespace {

template <typename Number>
Number numberOf(const std::string& text) {
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::optional<HistoryCache::Number> HistoryCache::find(const query::ColumnKey& column,
                                                       base::RunNo run, std::uint64_t stamp) const {
    const std::lock_guard lock(m_mutex);
    const auto entries = m_columns.find(column);
    if (entries == m_columns.end())
        return std::nullopt;
    const auto entry = entries->second.find(run);
    if (entry == entries->second.end() || entry->second.stamp != stamp)
        return std::nullopt;
    return entry->second.number;
}

void HistoryCache::keep(const query::ColumnKey& column, base::RunNo run, std::uint64_t stamp,
                        Number number) {
    const std::lock_guard lock(m_mutex);
    if (m_columns.size() >= MostColumns && !m_columns.contains(column))
        m_columns.clear();
    m_columns[column][run] = {stamp, number};
}

void HistoryCache::clear() {
    const std::lock_guard lock(m_mutex);
    m_columns.clear();
}

std::uint64_t stampOf(const HistoryQuestion& question, std::string_view reductions) {
    std::string key(reductions);
    key += '\0';
    key += std::to_string(question.started.value_or(-1)) + "," +
           std::to_string(question.bestStep.value_or(-1)) + "," +
           std::to_string(static_cast<int>(question.reach)) + "," + std::to_string(question.name);
    return std::hash<std::string>{}(key);
}

base::Result<HistoryCache::Number> answer(cache::Reader& reader, base::RunNo run,
                                          const HistoryQuestion& question) {
    using Number = HistoryCache::Number;
    base::Result<std::string> packed = reader.history(run, question.name);
    PODIUM_TRY(Number, packed);
    if (packed.value().empty())
        return Number();
    base::Result<series::Columns> history = series::unpackColumns(packed.value());
    PODIUM_TRY(Number, history);
    const std::string& argument = question.column.argument;
    switch (question.column.reduction) {
        case Reduction::MeanLast:
            return series::meanOfLast(history.value(), numberOf<std::size_t>(argument));
        case Reduction::AtStep:
            return series::valueAtStep(history.value(), numberOf<std::int64_t>(argument));
        case Reduction::AtBest:
            return question.bestStep ? series::valueUntilStep(history.value(), *question.bestStep)
                                     : Number();
        case Reduction::Slope:
            return series::slopeOfLast(history.value(), numberOf<std::size_t>(argument));
        case Reduction::TimeTo: {
            const auto time =
                series::timeOfReaching(history.value(), numberOf<double>(argument), question.reach);
            return time && question.started ? Number(static_cast<double>(*time - *question.started))
                                            : Number();
        }
        default:
            return Number();
    }
}

}  // namespace podium::session
