// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/cell.h"

#include "query/names.h"

#include <QTextDocument>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace podium::items {

using query::Attribute;
using query::Column;
using query::ColumnKey;
using query::ColumnKind;
using query::Reduction;

namespace {

bool isTime(const ColumnKey& key) {
    return key.kind == ColumnKind::Attribute &&
           (key.attribute == Attribute::StartTime || key.attribute == Attribute::EndTime);
}

std::string argumentText(const ColumnKey& key) {
    if (key.argument.empty())
        return {};
    return (key.reduction == Reduction::AtBest ? ", metrics." : ", ") + key.argument;
}

bool readsAsNumber(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc() && read.ptr == end;
}

/// True if all of the first texts of a dictionary are numbers: a look at some is enough to choose
/// the side on which a column stands.
bool looksNumeric(const query::TextColumn& column) {
    constexpr std::size_t Looked = 64;
    const std::size_t n = std::min(column.dictionary.size(), Looked);
    return n > 0 && std::all_of(column.dictionary.begin(),
                                column.dictionary.begin() + static_cast<std::ptrdiff_t>(n),
                                [](const std::string& text) { return readsAsNumber(text); });
}

}  // namespace

Cell cellAt(const Column* column, std::size_t row) {
    Cell cell;
    if (column == nullptr)
        return cell;
    if (const auto* numbers = std::get_if<query::NumberColumn>(column)) {
        if (numbers->present.test(row)) {
            cell.kind = Cell::Kind::Number;
            cell.number = numbers->values[row];
        }
    } else if (const auto* integers = std::get_if<query::IntegerColumn>(column)) {
        if (integers->present.test(row)) {
            cell.kind = Cell::Kind::Integer;
            cell.integer = integers->values[row];
        }
    } else if (const auto* texts = std::get_if<query::TextColumn>(column)) {
        if (texts->has(row)) {
            cell.kind = Cell::Kind::Text;
            cell.text = texts->text(row);
        }
    } else if (const auto* lists = std::get_if<query::TextListColumn>(column)) {
        const std::size_t begin = lists->offsets[row];
        const std::size_t end = lists->offsets[row + 1];
        if (end > begin) {
            cell.kind = Cell::Kind::List;
            cell.list = std::span(lists->values).subspan(begin, end - begin);
        }
    }
    return cell;
}

std::string numberText(double value) {
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), written.ptr};
}

std::string isoTime(std::int64_t milliseconds) {
    // Years 1 to 9999: beyond, a broken time stamp stays the number it is.
    constexpr std::int64_t First = -62135596800000;
    constexpr std::int64_t Last = 253402300799999;
    if (milliseconds < First || milliseconds > Last)
        return std::to_string(milliseconds);
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(milliseconds)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    std::array<char, 64> buffer{};
    const int size = std::snprintf(
        buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()),
        unsigned(date.month()), unsigned(date.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
        static_cast<int>(clock.subseconds().count()));
    return {buffer.data(), static_cast<std::size_t>(size)};
}

std::string plainText(const ColumnKey& key, const Cell& cell) {
    switch (cell.kind) {
        case Cell::Kind::Missing:
            return {};
        case Cell::Kind::Number:
            return numberText(cell.number);
        case Cell::Kind::Integer:
            return isTime(key) ? isoTime(cell.integer) : std::to_string(cell.integer);
        case Cell::Kind::Text:
            return std::string(cell.text);
        case Cell::Kind::List: {
            std::string joined;
            for (const std::string& text : cell.list) {
                if (!joined.empty())
                    joined += ", ";
                joined += text;
            }
            return joined;
        }
    }
    return {};
}

std::string plainName(const ColumnKey& key) {
    switch (key.kind) {
        case ColumnKind::Attribute:
            return std::string(query::attributeName(key.attribute));
        case ColumnKind::Metric:
            if (key.reduction == Reduction::Last)
                return "metrics." + key.key;
            return std::string(query::reductionName(key.reduction)) + "(metrics." + key.key +
                   argumentText(key) + ")";
        case ColumnKind::Param:
            return "params." + key.key;
        case ColumnKind::Tag:
            return "tags." + key.key;
        case ColumnKind::Dataset:
            return "dataset." + key.key;
        case ColumnKind::Formula:
            return key.argument.empty() ? key.key : key.argument;
    }
    return {};
}

bool isNumeric(const ColumnKey& key, const Column* column) {
    if (key.kind == ColumnKind::Metric || key.kind == ColumnKind::Formula)
        return true;
    if (key.kind == ColumnKind::Attribute)
        return isTime(key) || key.attribute == Attribute::Duration;
    const auto* texts = column != nullptr ? std::get_if<query::TextColumn>(column) : nullptr;
    return texts != nullptr && looksNumeric(*texts);
}

QString toolTip(const QString& text) {
    constexpr qsizetype Longest = 2000;
    if (text.isEmpty())
        return {};
    return Qt::convertFromPlainText(text.size() > Longest ? text.left(Longest) + QChar(0x2026)
                                                          : text);
}

QString toQString(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

}  // namespace podium::items
