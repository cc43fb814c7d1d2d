// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/grouping.h"

#include "query/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace podium::query {

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

std::optional<double> numberAt(const Column& column, std::uint32_t row) {
    if (const auto* numbers = std::get_if<NumberColumn>(&column))
        return numbers->present.test(row) ? std::optional(numbers->values[row]) : std::nullopt;
    if (const auto* integers = std::get_if<IntegerColumn>(&column))
        return integers->present.test(row)
                   ? std::optional(static_cast<double>(integers->values[row]))
                   : std::nullopt;
    if (const auto* texts = std::get_if<TextColumn>(&column))
        return texts->has(row) ? looseNumber(texts->text(row)) : std::nullopt;
    return std::nullopt;
}

double medianOf(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

std::string digits(double value) {
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

std::string joined(const TextListColumn& lists, std::uint32_t row) {
    std::string text;
    for (std::uint32_t i = lists.offsets[row]; i < lists.offsets[row + 1]; ++i)
        text += (i == lists.offsets[row] ? "" : ", ") + lists.values[i];
    return text;
}

/// The value of each row as a small number (0: missing) and what each number means.
struct Codes {
    std::vector<std::uint32_t> codes;
    std::vector<std::string> texts;  // [code - 1]
};

template <typename Key, typename Get, typename Text>
Codes encode(std::span<const std::uint32_t> rows, std::size_t count, const Get& get,
             const Text& textOf) {
    Codes result;
    result.codes.assign(count, 0);
    std::unordered_map<Key, std::uint32_t> known;
    for (const std::uint32_t row : rows) {
        const std::optional<Key> key = get(row);
        if (!key)
            continue;
        const auto [entry, added] =
            known.emplace(*key, static_cast<std::uint32_t>(result.texts.size() + 1));
        if (added)
            result.texts.push_back(textOf(*key));
        result.codes[row] = entry->second;
    }
    return result;
}

Codes codesOf(const Column* column, std::span<const std::uint32_t> rows, std::size_t count) {
    if (column == nullptr)
        return {std::vector<std::uint32_t>(count, 0), {}};
    if (const auto* texts = std::get_if<TextColumn>(column))
        return {texts->codes, texts->dictionary};
    if (const auto* lists = std::get_if<TextListColumn>(column))
        return encode<std::string>(
            rows, count,
            [&](std::uint32_t row) {
                return lists->offsets[row] == lists->offsets[row + 1]
                           ? std::nullopt
                           : std::optional(joined(*lists, row));
            },
            [](const std::string& text) { return text; });
    if (const auto* integers = std::get_if<IntegerColumn>(column))
        return encode<std::int64_t>(
            rows, count,
            [&](std::uint32_t row) {
                return integers->present.test(row) ? std::optional(integers->values[row])
                                                   : std::nullopt;
            },
            [](std::int64_t value) { return std::to_string(value); });
    // By their text, in which one NaN is like another and -0 like 0.
    const auto& numbers = std::get<NumberColumn>(*column);
    return encode<std::string>(
        rows, count,
        [&](std::uint32_t row) {
            const double value = numbers.values[row] == 0 ? 0 : numbers.values[row];
            return numbers.present.test(row) ? std::optional(digits(value)) : std::nullopt;
        },
        [](const std::string& text) { return text; });
}

/// Numbers first, by size, then texts.
bool textLess(const std::string& a, const std::string& b) {
    const std::optional<double> x = looseNumber(a);
    const std::optional<double> y = looseNumber(b);
    if (x.has_value() != y.has_value())
        return x.has_value();
    if (x && !std::isnan(*x) && !std::isnan(*y) && *x != *y)
        return *x < *y;
    return a < b;
}

}  // namespace

Summary summarize(const Column& column, std::span<const std::uint32_t> rows) {
    Summary summary;
    std::vector<double> values;
    values.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const std::optional<double> value = numberAt(column, row);
        if (value && std::isnan(*value))
            ++summary.notNumbers;
        else if (value)
            values.push_back(*value);
    }
    summary.values = values.size();
    summary.mean = summary.median = summary.min = summary.max = NaN;
    summary.deviation = summary.error = NaN;
    if (values.empty())
        return summary;
    const auto n = static_cast<double>(values.size());
    summary.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    summary.min = *least;
    summary.max = *greatest;
    if (values.size() > 1) {
        double squares = 0;
        for (const double value : values)
            squares += (value - summary.mean) * (value - summary.mean);
        summary.deviation = std::sqrt(squares / (n - 1));
        summary.error = summary.deviation / std::sqrt(n);
    }
    summary.median = medianOf(values);
    return summary;
}

double aggregateValue(const Summary& summary, Aggregate aggregate) {
    switch (aggregate) {
        case Aggregate::MeanDeviation:
        case Aggregate::MeanError:
        case Aggregate::Mean:
            return summary.mean;
        case Aggregate::Median:
            return summary.median;
        case Aggregate::Min:
            return summary.min;
        case Aggregate::Max:
            return summary.max;
        case Aggregate::Deviation:
            return summary.deviation;
        case Aggregate::Error:
            return summary.error;
        case Aggregate::Count:
            return static_cast<double>(summary.values);
    }
    return NaN;
}

/// Builds one level after the other: a group's rows are parted by the next column.
struct Grouping::Builder {
    const Frame& frame;
    Grouping& out;
    const Order* order;
    std::vector<Codes> codes = {};

    struct Part {
        std::uint32_t code = 0;
        std::vector<std::uint32_t> rows;
        double number = NaN;  // by which it is ordered, if it is ordered by a number
    };

    void build(std::uint32_t parent, std::uint32_t level, std::vector<std::uint32_t> rows) {
        if (level == codes.size()) {
            for (const std::uint32_t row : rows)
                out.m_groupOf[row] = parent;
            out.m_members.insert(out.m_members.end(), rows.begin(), rows.end());
            return;
        }
        std::vector<Part> parts = split(codes[level], rows);
        arrange(parts, level);
        for (Part& part : parts) {
            const auto number = static_cast<std::uint32_t>(out.m_groups.size());
            Group group;
            group.parent = parent;
            group.level = level;
            group.missing = part.code == 0;
            group.text = part.code == 0 ? std::string() : codes[level].texts[part.code - 1];
            group.begin = static_cast<std::uint32_t>(out.m_members.size());
            out.m_groups.push_back(std::move(group));
            build(number, level + 1, std::move(part.rows));
            out.m_groups[number].end = static_cast<std::uint32_t>(out.m_members.size());
        }
    }

    static std::vector<Part> split(const Codes& values, const std::vector<std::uint32_t>& rows) {
        std::vector<Part> parts;
        // Few rows of a group are not worth a table of all values there are.
        const bool few = rows.size() * 4 < values.texts.size();
        std::vector<std::uint32_t> table(few ? 0 : values.texts.size() + 1, None);
        std::unordered_map<std::uint32_t, std::uint32_t> map;
        for (const std::uint32_t row : rows) {
            const std::uint32_t code = values.codes[row];
            std::uint32_t& place = few ? map.try_emplace(code, None).first->second : table[code];
            if (place == None) {
                place = static_cast<std::uint32_t>(parts.size());
                parts.push_back({code, {}});
            }
            parts[place].rows.push_back(row);
        }
        return parts;
    }

    void arrange(std::vector<Part>& parts, std::uint32_t level) const {
        const std::vector<std::string>& texts = codes[level].texts;
        const bool own = order == nullptr ||
                         std::ranges::find(out.m_columns, order->column) != out.m_columns.end();
        const Column* column = own ? nullptr : frame.column(order->column);
        if (column != nullptr) {
            for (Part& part : parts)
                part.number = aggregateValue(summarize(*column, part.rows), order->aggregate);
        }
        const bool ownTurned =
            own && order != nullptr && order->descending && order->column == out.m_columns[level];
        std::ranges::sort(parts, [&](const Part& a, const Part& b) {
            if ((a.code == 0) != (b.code == 0))
                return b.code == 0;
            const bool hasA = !std::isnan(a.number);
            const bool hasB = !std::isnan(b.number);
            if (hasA != hasB)
                return hasA;
            if (hasA && a.number != b.number)
                return (a.number < b.number) != order->descending;
            if (a.code == 0)
                return false;
            const std::string& x = texts[a.code - 1];
            const std::string& y = texts[b.code - 1];
            return ownTurned ? textLess(y, x) : textLess(x, y);
        });
    }
};

Grouping::Grouping(const Frame& frame, std::vector<ColumnKey> columns,
                   std::span<const std::uint32_t> rows, const Order* order)
    : m_columns(std::move(columns)), m_groupOf(frame.rows(), None) {
    Builder builder{frame, *this, order};
    for (const ColumnKey& column : m_columns)
        builder.codes.push_back(codesOf(frame.column(column), rows, frame.rows()));
    m_members.reserve(rows.size());
    builder.build(None, 0, {rows.begin(), rows.end()});
}

std::span<const std::uint32_t> Grouping::rows(std::uint32_t group) const {
    const Group& which = m_groups[group];
    return std::span(m_members).subspan(which.begin, which.end - which.begin);
}

std::vector<std::string> Grouping::path(std::uint32_t group) const {
    std::vector<std::string> values;
    for (; group != None; group = m_groups[group].parent)
        values.insert(values.begin(),
                      m_groups[group].missing ? std::string("\x01") : m_groups[group].text);
    return values;
}

}  // namespace podium::query
