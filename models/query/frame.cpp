// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/frame.h"

#include <functional>
#include <unordered_set>
#include <utility>

namespace podium::query {

ColumnKey attributeColumn(Attribute attribute) {
    return {ColumnKind::Attribute, attribute, Reduction::Last, {}};
}

ColumnKey metricColumn(std::string key, Reduction reduction) {
    return {ColumnKind::Metric, Attribute::RunName, reduction, std::move(key)};
}

ColumnKey paramColumn(std::string key) {
    return {ColumnKind::Param, Attribute::RunName, Reduction::Last, std::move(key)};
}

ColumnKey tagColumn(std::string key) {
    return {ColumnKind::Tag, Attribute::RunName, Reduction::Last, std::move(key)};
}

ColumnKey datasetColumn(std::string field) {
    return {ColumnKind::Dataset, Attribute::RunName, Reduction::Last, std::move(field)};
}

Frame::Frame(std::vector<base::RunNo> runs) : m_runs(std::move(runs)) {}

const Column* Frame::column(const ColumnKey& key) const {
    const auto found = m_columns.find(key);
    return found == m_columns.end() ? nullptr : found->second.get();
}

void Frame::set(ColumnKey key, std::shared_ptr<const Column> column) {
    m_columns.insert_or_assign(std::move(key), std::move(column));
}

std::string_view Frame::text(const ColumnKey& key, std::size_t row) const {
    const Column* found = column(key);
    const auto* texts = found == nullptr ? nullptr : std::get_if<TextColumn>(found);
    if (texts == nullptr || !texts->has(row))
        return {};
    return texts->text(row);
}

/// The codes of the dictionary, found by their text; the text is kept in the column only.
struct TextColumnBuilder::Index {
    using Dictionary = std::vector<std::string>;

    struct Hash {
        using is_transparent = void;
        const Dictionary* dictionary;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
        std::size_t operator()(std::uint32_t code) const {
            return (*this)((*dictionary)[code - 1]);
        }
    };

    struct Equal {
        using is_transparent = void;
        const Dictionary* dictionary;
        bool operator()(std::uint32_t a, std::uint32_t b) const { return a == b; }
        bool operator()(std::string_view a, std::uint32_t b) const {
            return a == (*dictionary)[b - 1];
        }
        bool operator()(std::uint32_t a, std::string_view b) const { return (*this)(b, a); }
    };

    explicit Index(const Dictionary& dictionary)
        : codes(16, Hash{&dictionary}, Equal{&dictionary}) {}

    std::unordered_set<std::uint32_t, Hash, Equal> codes;
};

TextColumnBuilder::TextColumnBuilder(std::size_t rows)
    : m_column{std::vector<std::uint32_t>(rows, TextColumn::Missing), {}},
      m_index(std::make_unique<Index>(m_column.dictionary)) {}

TextColumnBuilder::~TextColumnBuilder() = default;

void TextColumnBuilder::set(std::size_t row, std::string_view text) {
    const auto found = m_index->codes.find(text);
    if (found != m_index->codes.end()) {
        m_column.codes[row] = *found;
        return;
    }
    m_column.dictionary.emplace_back(text);
    const auto code = static_cast<std::uint32_t>(m_column.dictionary.size());
    m_index->codes.insert(code);
    m_column.codes[row] = code;
}

TextColumn TextColumnBuilder::take() {
    m_index->codes.clear();
    return std::exchange(m_column, {});
}

}  // namespace podium::query
