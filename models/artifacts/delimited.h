// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/encoding.h"

#include <cstdint>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace podium::artifacts {

using Record = std::vector<std::string>;

/// Bounds of one record; what is beyond is read over, not kept.
inline constexpr std::size_t MaxColumns = 4096;
inline constexpr std::size_t MaxFieldBytes = 32 * 1024;
inline constexpr std::size_t MaxRecordBytes = std::size_t{1} << 20;
/// A record that does not end within as many bytes is cut there, so that the time until the next
/// one is bounded as well.
inline constexpr std::size_t MaxRecordScan = std::size_t{8} << 20;

enum class ColumnType { Empty, Integer, Real, Boolean, Text };

/// What a column's values have in common; "", "nan", "NaN", "NA", "null", "None" fit every type.
[[nodiscard]] ColumnType fieldType(std::string_view field);

/// The separator of a table by its first records: the one of , ; tab | that gives the most fields
/// and the same number in each. `fallback` where none does.
[[nodiscard]] char guessSeparator(std::string_view head, char fallback);

/// A CSV or TSV file of any size as records (RFC 4180: quotes around fields, doubled quotes and
/// line ends inside them; LF, CRLF or both; ragged records). A quoted field that does not end
/// within MaxRecordBytes is no quoted field: its record ends at the next line end.
class DelimitedTable {
public:
    DelimitedTable(TextBytes text, char separator);

    /// Looks through the next block (some MiB). Errors: ReadFailed; cancelled before a block.
    base::Result<void> grow(std::stop_token stop);
    /// Records known so far, the header included.
    [[nodiscard]] std::int64_t recordCount() const;
    [[nodiscard]] bool complete() const;
    /// Most fields of any record known so far.
    [[nodiscard]] std::size_t columnCount() const;
    [[nodiscard]] char separator() const { return m_separator; }
    /// Up to `count` records from `first`; fewer at the end of what is known.
    [[nodiscard]] base::Result<std::vector<Record>> read(std::int64_t first,
                                                         std::size_t count) const;

private:
    TextBytes m_text;
    char m_separator;
    std::mutex m_growing;               // one scan at a time
    mutable std::mutex m_mutex;         // guards what follows
    std::vector<std::int64_t> m_marks;  // where record 64 * index begins
    std::int64_t m_next = 0;            // where the first unknown record begins
    std::int64_t m_records = 0;
    std::size_t m_columns = 0;
    bool m_complete = false;
};

/// What the first records say about a table.
struct TableShape {
    bool hasHeader = false;          // the first record names the columns
    std::vector<std::string> names;  // empty names where there is no header
    std::vector<ColumnType> types;
};
[[nodiscard]] TableShape guessShape(const std::vector<Record>& firstRecords);

}  // namespace podium::artifacts
