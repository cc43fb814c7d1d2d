// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/sort.h"

#include "query/number.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace podium::query {

namespace {

/// A row with a number that orders it; equal numbers are equal rows.
struct Item {
    std::uint64_t key;
    std::uint32_t row;
};

using Items = std::span<Item>;

constexpr std::uint64_t Missing = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t NotANumber = Missing - 1;
constexpr std::size_t RadixWorthwhile = 512;  // below, comparing is faster (measured)

/// Stable sort by key: least significant byte first; bytes that are the same everywhere cost one
/// look.
void radixSort(Items items, std::vector<Item>& scratch) {
    constexpr std::size_t Digits = 8;
    std::array<std::array<std::uint32_t, 256>, Digits> counts{};
    for (const Item& item : items)
        for (std::size_t digit = 0; digit < Digits; ++digit)
            ++counts[digit][(item.key >> (8 * digit)) & 0xFF];
    scratch.resize(std::max(scratch.size(), items.size()));
    Items from = items;
    Items to(scratch.data(), items.size());
    for (std::size_t digit = 0; digit < Digits; ++digit) {
        auto& count = counts[digit];
        if (count[(from.front().key >> (8 * digit)) & 0xFF] == items.size())
            continue;
        std::exclusive_scan(count.begin(), count.end(), count.begin(), std::uint32_t{0});
        for (const Item& item : from)
            to[count[(item.key >> (8 * digit)) & 0xFF]++] = item;
        std::swap(from, to);
    }
    if (from.data() != items.data())
        std::copy(from.begin(), from.end(), items.begin());
}

void sortByKey(Items items, std::vector<Item>& scratch) {
    const auto less = [](const Item& a, const Item& b) { return a.key < b.key; };
    if (std::is_sorted(items.begin(), items.end(), less))
        return;
    if (items.size() >= RadixWorthwhile)
        radixSort(items, scratch);
    else
        std::stable_sort(items.begin(), items.end(), less);
}

/// Calls `use` with each stretch of two or more items of the same key.
template <typename Use>
void forEachTie(Items items, const Use& use) {
    for (std::size_t begin = 0; begin < items.size();) {
        std::size_t end = begin + 1;
        while (end < items.size() && items[end].key == items[begin].key)
            ++end;
        if (end - begin > 1)
            use(items.subspan(begin, end - begin));
        begin = end;
    }
}

/// A number as bits that compare like the number; -0.0 like 0.0; infinities leave room for NaN and
/// missing above, in either direction.
std::uint64_t orderedBits(double value, bool descending) {
    constexpr std::uint64_t Sign = std::uint64_t{1} << 63;
    if (std::isnan(value))
        return NotANumber;
    const auto bits = std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);
    const std::uint64_t ordered = (bits & Sign) != 0 ? ~bits : bits | Sign;
    return descending ? ~ordered : ordered;
}

std::uint64_t orderedBits(std::int64_t value, bool descending) {
    const std::uint64_t ordered = static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63);
    return std::min(descending ? ~ordered : ordered, NotANumber);
}

/// Eight bytes of a text as a number; past its end zeros, which come before every other byte.
std::uint64_t chunk(std::string_view text, std::size_t offset) {
    std::uint64_t value = 0;
    for (std::size_t i = offset; i < offset + 8; ++i)
        value = (value << 8) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return value;
}

/// Places of texts in the order of code points (UTF-8 bytes compare like them). Chunks of eight
/// bytes are sorted as numbers, and only what they tie is looked at further.
class TextRanks {
public:
    explicit TextRanks(std::span<const std::string> texts) : m_texts(texts) {}

    /// The place of each text, from 0; equal texts share one.
    std::vector<std::uint32_t> ranks() {
        std::vector<Item> items(m_texts.size());
        for (std::uint32_t i = 0; i < items.size(); ++i)
            items[i] = {0, i};
        if (!items.empty())
            sortFrom(items, 0);
        std::vector<std::uint32_t> result(items.size());
        std::uint32_t rank = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0 && m_texts[items[i].row] != m_texts[items[i - 1].row])
                rank = static_cast<std::uint32_t>(i);
            result[items[i].row] = rank;
        }
        return result;
    }

private:
    void sortFrom(Items items, std::size_t offset) {
        // Long common beginnings would cost a level of recursion each; comparing is fine then.
        if (items.size() < 32 || offset >= 64) {
            std::sort(items.begin(), items.end(), [this](const Item& a, const Item& b) {
                return m_texts[a.row] < m_texts[b.row];
            });
            return;
        }
        for (Item& item : items)
            item.key = chunk(m_texts[item.row], offset);
        sortByKey(items, m_scratch);
        forEachTie(items, [this, offset](Items tied) { sortFrom(tied, offset + 8); });
    }

    std::span<const std::string> m_texts;
    std::vector<Item> m_scratch;
};

/// The key of each text of a dictionary under one order key; [0] is "missing".
std::vector<std::uint64_t> textKeys(std::span<const std::string> texts, const OrderKey& order) {
    const std::vector<std::uint32_t> ranks = TextRanks(texts).ranks();
    const auto count = static_cast<std::uint64_t>(texts.size());
    std::vector<std::uint64_t> keys(texts.size() + 1, Missing);
    for (std::size_t i = 0; i < texts.size(); ++i)
        keys[i + 1] = order.descending ? count - ranks[i] : ranks[i];
    if (!order.numericText)
        return keys;
    // Numbers get places below those of texts: their bits are as wide as a key, so they are ranked.
    std::vector<Item> numbers;
    for (std::uint32_t i = 0; i < texts.size(); ++i)
        if (const std::optional<double> number = looseNumber(texts[i]))
            numbers.push_back({orderedBits(*number, order.descending), i});
    std::vector<Item> scratch;
    sortByKey(numbers, scratch);
    for (std::size_t i = 1; i <= texts.size(); ++i)
        keys[i] += count + 1;
    std::uint64_t place = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0 && numbers[i].key != numbers[i - 1].key)
            place = i;
        keys[numbers[i].row + 1] = place;
    }
    return keys;
}

/// Gives rows their keys under one column; prepared on first use, kept for all ties.
class KeySource {
public:
    KeySource(const Frame& frame, OrderKey order)
        : m_order(std::move(order)),
          m_column(frame.column(m_order.column)),
          m_stored(asStored(m_order.column, frame.semantics())) {}

    /// False if the column orders nothing.
    [[nodiscard]] bool orders() const { return m_column != nullptr; }

    void assign(Items items) {
        if (const auto* numbers = std::get_if<NumberColumn>(m_column))
            assignNumbers(items, *numbers, [this](double value) {
                return m_stored && std::isinf(value) ? storedInSql(value) : value;
            });
        else if (const auto* integers = std::get_if<IntegerColumn>(m_column))
            assignNumbers(items, *integers, [](std::int64_t value) { return value; });
        else if (const auto* texts = std::get_if<TextColumn>(m_column))
            assignTexts(items, *texts);
        else if (const auto* lists = std::get_if<TextListColumn>(m_column))
            assignLists(items, *lists);
    }

    /// A few rows are put in order by comparing their texts, without ranking a whole dictionary for
    /// them; true if that was done. The items' keys then say who is equal.
    [[nodiscard]] bool sortFew(Items items) {
        const auto* texts = std::get_if<TextColumn>(m_column);
        if (texts == nullptr || m_order.numericText || !m_keys.empty() ||
            items.size() * 4 > texts->dictionary.size())
            return false;
        const auto compare = [&](const Item& a, const Item& b) {
            const bool hasA = texts->has(a.row);
            const bool hasB = texts->has(b.row);
            if (!hasA || !hasB)
                return hasA && !hasB;
            const int sign = texts->text(a.row).compare(texts->text(b.row));
            return m_order.descending ? sign > 0 : sign < 0;
        };
        std::stable_sort(items.begin(), items.end(), compare);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const bool differs = i > 0 && compare(items[i - 1], items[i]);
            items[i].key = i == 0 ? 0 : items[i - 1].key + (differs ? 1 : 0);
        }
        return true;
    }

private:
    template <typename NumericColumn, typename Kept>
    void assignNumbers(Items items, const NumericColumn& column, const Kept& kept) const {
        for (Item& item : items)
            item.key = column.present.test(item.row)
                           ? orderedBits(kept(column.values[item.row]), m_order.descending)
                           : Missing;
    }

    void assignTexts(Items items, const TextColumn& column) {
        if (m_keys.empty())
            m_keys = textKeys(column.dictionary, m_order);
        for (Item& item : items)
            item.key = m_keys[column.codes[item.row]];
    }

    void assignLists(Items items, const TextListColumn& column) {
        if (m_keys.empty())
            m_keys = textKeys(column.values, m_order);
        for (Item& item : items) {
            const std::uint32_t first = column.offsets[item.row];
            item.key = first == column.offsets[item.row + 1] ? Missing : m_keys[first + 1];
        }
    }

    OrderKey m_order;
    const Column* m_column;
    bool m_stored;                      // infinities tie with the greatest double
    std::vector<std::uint64_t> m_keys;  // by dictionary code
};

class RowSorter {
public:
    RowSorter(const Frame& frame, std::span<const OrderKey> keys, std::stop_token stop)
        : m_stop(std::move(stop)) {
        for (const OrderKey& key : keys)
            m_sources.emplace_back(frame, key);
        m_sources.emplace_back(frame, OrderKey{attributeColumn(Attribute::StartTime), true, false});
        m_sources.emplace_back(frame, OrderKey{attributeColumn(Attribute::RunId), false, false});
        std::erase_if(m_sources, [](const KeySource& source) { return !source.orders(); });
    }

    /// Orders by the column `level`, and each stretch of equal rows by the columns after it.
    void sort(Items items, std::size_t level) {
        if (m_stop.stop_requested())
            return;
        if (level == m_sources.size()) {
            std::sort(items.begin(), items.end(),
                      [](const Item& a, const Item& b) { return a.row < b.row; });
            return;
        }
        if (!m_sources[level].sortFew(items)) {
            m_sources[level].assign(items);
            sortByKey(items, m_scratch);
        }
        forEachTie(items, [this, level](Items tied) { sort(tied, level + 1); });
    }

private:
    std::stop_token m_stop;
    std::vector<KeySource> m_sources;
    std::vector<Item> m_scratch;
};

}  // namespace

std::vector<std::uint32_t> sortRows(const Frame& frame, std::vector<std::uint32_t> rows,
                                    std::span<const OrderKey> keys, std::stop_token stop) {
    std::vector<Item> items(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        items[i] = {0, rows[i]};
    if (items.size() > 1)
        RowSorter(frame, keys, std::move(stop)).sort(items, 0);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = items[i].row;
    return rows;
}

std::vector<std::uint32_t> allRows(const Frame& frame) {
    std::vector<std::uint32_t> rows(frame.rows());
    std::iota(rows.begin(), rows.end(), std::uint32_t{0});
    return rows;
}

}  // namespace podium::query
