// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/frame.h"

#include <functional>
#include <utility>

namespace podium::query {

ColumnKey attributeColumn(Attribute attribute) {
    return {ColumnKind::Attribute, attribute, Reduction::Last, {}, {}};
}

ColumnKey metricColumn(std::string key, Reduction reduction, std::string argument) {
    return {ColumnKind::Metric, Attribute::RunName, reduction, std::move(key), std::move(argument)};
}

ColumnKey paramColumn(std::string key) {
    return {ColumnKind::Param, Attribute::RunName, Reduction::Last, std::move(key), {}};
}

ColumnKey tagColumn(std::string key) {
    return {ColumnKind::Tag, Attribute::RunName, Reduction::Last, std::move(key), {}};
}

ColumnKey datasetColumn(std::string field) {
    return {ColumnKind::Dataset, Attribute::RunName, Reduction::Last, std::move(field), {}};
}

ColumnKey formulaColumn(std::string formula, std::string title) {
    return {ColumnKind::Formula, Attribute::RunName, Reduction::Last, std::move(formula),
            std::move(title)};
}

bool asStored(const ColumnKey& column, Semantics semantics) {
    return semantics == Semantics::Sql && column.kind == ColumnKind::Metric &&
           column.reduction == Reduction::Last;
}

bool needsHistory(Reduction reduction) {
    return reduction >= Reduction::MeanLast;
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
/// An open hash table of codes. The hash stands beside the code, so that a text of the dictionary
/// is looked at only when it is most likely the right one.
struct TextColumnBuilder::Index {
    struct Place {
        std::uint32_t hash = 0;
        std::uint32_t code = TextColumn::Missing;
    };

    static std::uint32_t hashOf(std::string_view text) {
        const std::size_t hash = std::hash<std::string_view>{}(text);
        return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
    }

    void grow() {
        std::vector<Place> old(places.size() * 2);
        old.swap(places);
        for (const Place& place : old) {
            if (place.code != TextColumn::Missing)
                freePlace(place.hash) = place;
        }
    }

    Place& freePlace(std::uint32_t hash) {
        std::size_t at = hash & (places.size() - 1);
        while (places[at].code != TextColumn::Missing)
            at = (at + 1) & (places.size() - 1);
        return places[at];
    }

    std::vector<Place> places = std::vector<Place>(64);  // a power of two, at most half full
    std::uint32_t last = TextColumn::Missing;            // neighbours often have the same text
};

TextColumnBuilder::TextColumnBuilder(std::size_t rows)
    : m_column{std::vector<std::uint32_t>(rows, TextColumn::Missing), {}},
      m_index(std::make_unique<Index>()) {}

TextColumnBuilder::~TextColumnBuilder() = default;

std::uint32_t TextColumnBuilder::code(std::string_view text) {
    Index& index = *m_index;
    std::vector<std::string>& dictionary = m_column.dictionary;
    if (index.last != TextColumn::Missing && dictionary[index.last - 1] == text)
        return index.last;
    const std::uint32_t hash = Index::hashOf(text);
    const std::size_t mask = index.places.size() - 1;
    for (std::size_t at = hash & mask; index.places[at].code != TextColumn::Missing;
         at = (at + 1) & mask) {
        const Index::Place& place = index.places[at];
        if (place.hash == hash && dictionary[place.code - 1] == text)
            return index.last = place.code;
    }
    dictionary.emplace_back(text);
    index.last = static_cast<std::uint32_t>(dictionary.size());
    if (dictionary.size() * 2 > index.places.size())
        index.grow();
    index.freePlace(hash) = {hash, index.last};
    return index.last;
}

void TextColumnBuilder::set(std::size_t row, std::string_view text) {
    m_column.codes[row] = code(text);
}

void TextColumnBuilder::append(std::string_view text) {
    m_column.codes.push_back(code(text));
}

TextColumn TextColumnBuilder::take() {
    *m_index = Index();
    return std::exchange(m_column, {});
}

}  // namespace podium::query
