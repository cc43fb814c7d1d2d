// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/delimited.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

namespace podium::artifacts {

using base::Result;

namespace {

constexpr std::int64_t RecordsPerMark = 64;
constexpr std::size_t BlockSize = std::size_t{1} << 20;
constexpr std::size_t FirstBlock = std::size_t{128} << 10;

/// Takes a file apart byte by byte, over any number of blocks. Knows where records begin; keeps
/// their fields only when asked to.
class Splitter {
public:
    Splitter(char separator, bool keep) : m_separator(separator), m_keep(keep) {}

    /// True when the byte ended a record: record() and fields() are valid until the next byte.
    bool take(char c) {
        if (m_ended)
            begin();
        ++m_bytes;
        if (step(c))
            return true;
        if (m_bytes < MaxRecordScan)
            return false;
        endRecord();
        return true;
    }

    /// The end of the file; true if it ended a record that had begun.
    bool finish() {
        if (m_ended || m_bytes == 0)
            return false;
        endRecord();
        return true;
    }

    [[nodiscard]] std::size_t fields() const { return m_fields; }
    [[nodiscard]] Record& record() { return m_record; }

private:
    bool step(char c) {
        if (m_state == State::Quoted) {
            if (c == '"')
                m_state = State::QuoteInQuoted;
            else
                append(c);
            if (m_bytes > MaxRecordBytes)
                m_state = State::Plain;
            return false;
        }
        if (m_state == State::QuoteInQuoted) {
            if (c == '"') {
                append(c);
                m_state = State::Quoted;
                return false;
            }
            m_state = State::Plain;
        }
        if (c == m_separator) {
            endField();
            return false;
        }
        if (c == '\n') {
            endRecord();
            return true;
        }
        if (m_state == State::FieldStart && c == '"') {
            m_state = State::Quoted;
            return false;
        }
        m_state = State::Plain;
        append(c);
        return false;
    }

    enum class State { FieldStart, Plain, Quoted, QuoteInQuoted };

    void begin() {
        m_ended = false;
        m_bytes = 0;
        m_kept = 0;
        m_fields = 0;
        m_record.clear();
        m_field.clear();
        m_state = State::FieldStart;
    }
    void append(char c) {
        if (m_keep && m_field.size() < MaxFieldBytes && m_kept < MaxRecordBytes) {
            m_field += c;
            ++m_kept;
        }
    }
    void endField() {
        if (m_keep && m_record.size() < MaxColumns)
            m_record.push_back(m_field);
        m_field.clear();
        m_fields = std::min(m_fields + 1, MaxColumns);
        m_state = State::FieldStart;
    }
    void endRecord() {
        if (m_field.ends_with('\r'))
            m_field.pop_back();
        endField();
        m_ended = true;
    }

    char m_separator;
    bool m_keep;
    State m_state = State::FieldStart;
    bool m_ended = false;
    std::size_t m_bytes = 0;  // of the record so far
    std::size_t m_kept = 0;
    std::size_t m_fields = 0;
    std::string m_field;
    Record m_record;
};

bool isMissing(std::string_view field) {
    constexpr std::array Words = {"", "nan", "NaN", "NA", "N/A", "null", "NULL", "None"};
    return std::find(Words.begin(), Words.end(), field) != Words.end();
}

ColumnType joined(ColumnType a, ColumnType b) {
    if (a == ColumnType::Empty || a == b)
        return b;
    if (b == ColumnType::Empty)
        return a;
    const auto isNumber = [](ColumnType type) {
        return type == ColumnType::Integer || type == ColumnType::Real;
    };
    return isNumber(a) && isNumber(b) ? ColumnType::Real : ColumnType::Text;
}

}  // namespace

ColumnType fieldType(std::string_view field) {
    const std::size_t begin = field.find_first_not_of(' ');
    field = begin == std::string_view::npos ? std::string_view() : field.substr(begin);
    field = field.substr(0, field.find_last_not_of(' ') + 1);
    if (isMissing(field))
        return ColumnType::Empty;
    if (field == "True" || field == "False" || field == "true" || field == "false" ||
        field == "TRUE" || field == "FALSE")
        return ColumnType::Boolean;
    if (field.size() > 1 && field.front() == '+')
        field.remove_prefix(1);
    std::int64_t whole = 0;
    const char* end = field.data() + field.size();
    if (const auto parsed = std::from_chars(field.data(), end, whole);
        parsed.ec == std::errc() && parsed.ptr == end)
        return ColumnType::Integer;
    double real = 0;
    const auto parsed = std::from_chars(field.data(), end, real);
    const bool number = (parsed.ec == std::errc() || parsed.ec == std::errc::result_out_of_range) &&
                        parsed.ptr == end;
    return number ? ColumnType::Real : ColumnType::Text;
}

char guessSeparator(std::string_view head, char fallback) {
    char best = fallback;
    std::size_t bestFields = 1;
    for (const char candidate : {fallback, ',', ';', '\t', '|'}) {
        Splitter splitter(candidate, false);
        std::map<std::size_t, int> counts;
        int records = 0;
        for (const char c : head) {
            if (records >= 50)
                break;
            if (splitter.take(c)) {
                ++counts[splitter.fields()];
                ++records;
            }
        }
        if (records == 0 && splitter.finish())
            ++counts[splitter.fields()];
        for (const auto& [fields, times] : counts) {
            // The same number in nearly all records; a ragged table has a few that differ.
            if (fields > bestFields && times * 3 >= records * 2) {
                bestFields = fields;
                best = candidate;
            }
        }
        if (candidate == fallback && bestFields > 1)
            break;
    }
    return best;
}

DelimitedTable::DelimitedTable(TextBytes text, char separator)
    : m_text(std::move(text)), m_separator(separator), m_next(m_text.start) {
    m_complete = m_text.bytes->size() <= m_text.start;
}

std::int64_t DelimitedTable::recordCount() const {
    const std::lock_guard lock(m_mutex);
    return m_records;
}

bool DelimitedTable::complete() const {
    const std::lock_guard lock(m_mutex);
    return m_complete;
}

std::size_t DelimitedTable::columnCount() const {
    const std::lock_guard lock(m_mutex);
    return m_columns;
}

Result<void> DelimitedTable::grow(std::stop_token stop) {
    const std::lock_guard growing(m_growing);
    std::int64_t offset = 0;
    std::int64_t records = 0;
    std::size_t columns = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (m_complete)
            return {};
        offset = m_next;
        records = m_records;
        columns = m_columns;
    }
    Splitter splitter(m_separator, false);
    std::vector<std::int64_t> marks;
    std::int64_t begin = offset;
    const std::int64_t before = records;
    // Until a block has ended a record: one record may be longer than any block.
    while (records == before) {
        if (stop.stop_requested())
            return base::Cancelled{};
        const auto block = m_text.bytes->read(offset, before == 0 ? FirstBlock : BlockSize);
        PODIUM_TRY(void, block);
        const std::string& bytes = block.value();
        const auto ended = [&](std::int64_t next) {
            if (records % RecordsPerMark == 0)
                marks.push_back(begin);
            ++records;
            columns = std::max(columns, splitter.fields());
            begin = next;
        };
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            if (splitter.take(bytes[at]))
                ended(offset + static_cast<std::int64_t>(at) + 1);
        }
        offset += static_cast<std::int64_t>(bytes.size());
        if (bytes.empty() || offset >= m_text.bytes->size()) {
            if (splitter.finish())
                ended(offset);
            const std::lock_guard lock(m_mutex);
            m_complete = true;
            break;
        }
    }
    const std::lock_guard lock(m_mutex);
    m_marks.insert(m_marks.end(), marks.begin(), marks.end());
    m_next = begin;
    m_records = records;
    m_columns = columns;
    return {};
}

Result<std::vector<Record>> DelimitedTable::read(std::int64_t first, std::size_t count) const {
    std::vector<Record> found;
    std::int64_t record = 0;
    std::int64_t end = 0;
    std::int64_t offset = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (first < 0 || first >= m_records || count == 0)
            return found;
        end = std::min(m_records,
                       first + static_cast<std::int64_t>(std::min<std::size_t>(count, 100'000)));
        record = first / RecordsPerMark * RecordsPerMark;
        offset = m_marks[static_cast<std::size_t>(record / RecordsPerMark)];
    }
    Splitter splitter(m_separator, true);
    const auto keep = [&] {
        if (record >= first) {
            found.push_back(std::move(splitter.record()));
            for (std::string& field : found.back())
                field = decoded(field, m_text.encoding);
        }
        ++record;
    };
    while (record < end) {
        const auto block = m_text.bytes->read(offset, FirstBlock);
        PODIUM_TRY(std::vector<Record>, block);
        if (block.value().empty()) {
            if (splitter.finish())
                keep();
            break;
        }
        offset += static_cast<std::int64_t>(block.value().size());
        for (const char c : block.value()) {
            if (splitter.take(c))
                keep();
            if (record >= end)
                break;
        }
    }
    return found;
}

TableShape guessShape(const std::vector<Record>& firstRecords) {
    TableShape shape;
    std::size_t columns = 0;
    for (const Record& record : firstRecords)
        columns = std::max(columns, record.size());
    shape.names.resize(columns);
    shape.types.assign(columns, ColumnType::Empty);
    if (firstRecords.empty())
        return shape;
    const Record& first = firstRecords.front();
    // A header names columns: no number in it, and something that is no gap.
    shape.hasHeader = std::all_of(first.begin(), first.end(),
                                  [](const std::string& field) {
                                      const ColumnType type = fieldType(field);
                                      return type == ColumnType::Text || type == ColumnType::Empty;
                                  }) &&
                      std::any_of(first.begin(), first.end(),
                                  [](const std::string& field) { return !field.empty(); });
    if (shape.hasHeader)
        std::copy(first.begin(), first.end(), shape.names.begin());
    for (std::size_t row = shape.hasHeader ? 1 : 0; row < firstRecords.size(); ++row) {
        for (std::size_t column = 0; column < firstRecords[row].size(); ++column)
            shape.types[column] = joined(shape.types[column], fieldType(firstRecords[row][column]));
    }
    return shape;
}

}  // namespace podium::artifacts
