// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/ansi.h"
#include "artifacts/encoding.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace podium::artifacts {

/// One row of a text view. A line longer than MaxRowBytes is cut into several rows, so that no file
/// can make a row unbounded.
struct Line {
    std::string text;                    // UTF-8, without its line end
    std::int64_t number = 0;             // 1-based; 0 for the later rows of a long line
    std::vector<StyledPart> parts = {};  // what has a colour, in UTF-16 units of `text`
};
inline constexpr std::size_t MaxRowBytes = 4096;

struct LinePosition {
    std::int64_t row = 0;
    std::int64_t byte = 0;    // offset in the row's UTF-8 text
    std::int64_t length = 0;  // bytes of the match
};

/// Rows of text that are read where they are looked at. All functions may be called from several
/// threads; none is for the thread that paints.
class LineSource {
public:
    virtual ~LineSource() = default;
    /// Rows known so far; grows until complete().
    [[nodiscard]] virtual std::int64_t rowCount() const = 0;
    /// Greatest line number known so far.
    [[nodiscard]] virtual std::int64_t lineCount() const = 0;
    [[nodiscard]] virtual bool complete() const = 0;
    /// Part of the source that has been looked through, 0 to 1.
    [[nodiscard]] virtual double progress() const = 0;
    /// Looks through the next block (some MiB). Errors: ReadFailed; cancelled between blocks.
    virtual base::Result<void> grow(std::stop_token stop) = 0;
    /// Up to `count` rows from `first`; fewer at the end of what is known.
    [[nodiscard]] virtual base::Result<std::vector<Line>> read(std::int64_t first,
                                                               std::size_t count) const = 0;
    /// False where a row is no line of a text, as in a hex view.
    [[nodiscard]] virtual bool hasLineNumbers() const { return true; }
};

/// The next place of `needle` (UTF-8; ASCII letters match without case unless `caseSensitive`) from
/// row `row`, byte `byte` on; `backward` looks for the last one before it. Reads rows as it goes,
/// grows the source when it looks forward. No value: not found.
[[nodiscard]] base::Result<std::optional<LinePosition>> findText(LineSource& source,
                                                                 std::string_view needle,
                                                                 bool caseSensitive,
                                                                 LinePosition from, bool backward,
                                                                 std::stop_token stop);

/// The lines of a text file of any size. Keeps one place per 64 rows: about 0.4 bytes per line.
class FileLines : public LineSource {
public:
    explicit FileLines(TextBytes text);

    [[nodiscard]] std::int64_t rowCount() const override;
    [[nodiscard]] std::int64_t lineCount() const override;
    [[nodiscard]] bool complete() const override;
    [[nodiscard]] double progress() const override;
    base::Result<void> grow(std::stop_token stop) override;
    [[nodiscard]] base::Result<std::vector<Line>> read(std::int64_t first,
                                                       std::size_t count) const override;

private:
    /// Where row 64 * index begins.
    struct Mark {
        std::int64_t offset = 0;
        std::int64_t line = 1;   // number of the line which the row belongs to
        bool continued = false;  // the row is not the line's first
    };
    struct Scanner;

    TextBytes m_text;
    std::mutex m_growing;        // one scan at a time
    mutable std::mutex m_mutex;  // guards what follows
    std::vector<Mark> m_marks;
    Mark m_next;  // the first row that is not known yet
    std::int64_t m_rows = 0;
    bool m_complete = false;
};

/// A file as rows of 16 bytes: offset, hex, printable ASCII.
class HexLines : public LineSource {
public:
    explicit HexLines(std::shared_ptr<const Bytes> bytes) : m_bytes(std::move(bytes)) {}

    [[nodiscard]] std::int64_t rowCount() const override { return (m_bytes->size() + 15) / 16; }
    [[nodiscard]] std::int64_t lineCount() const override { return rowCount(); }
    [[nodiscard]] bool complete() const override { return true; }
    [[nodiscard]] double progress() const override { return 1; }
    base::Result<void> grow(std::stop_token) override { return {}; }
    [[nodiscard]] base::Result<std::vector<Line>> read(std::int64_t first,
                                                       std::size_t count) const override;
    [[nodiscard]] bool hasLineNumbers() const override { return false; }

private:
    std::shared_ptr<const Bytes> m_bytes;
};

}  // namespace podium::artifacts
