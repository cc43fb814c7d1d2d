// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/ansi.h"
#include "artifacts/lines.h"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace podium::artifacts {

/// Languages whose words are told apart; by families, which is enough to read them.
enum class Language { None, Python, Cpp, Shell, Sql, Json, Yaml, Toml, Xml, Diff };

/// By a file's name; None where it says nothing.
[[nodiscard]] Language languageOf(std::string_view fileName);

/// The parts of one row that have a colour. Rows are judged alone: what a text over several lines
/// leaves open is not carried on.
[[nodiscard]] std::vector<StyledPart> highlight(std::u16string_view row, Language language);

/// Another source's rows with colours: of code by its language, else the colours of terminals,
/// whose control sequences are left out. Positions count in what is shown.
class StyledLines : public LineSource {
public:
    StyledLines(std::shared_ptr<LineSource> lines, Language language)
        : m_lines(std::move(lines)), m_language(language) {}

    [[nodiscard]] std::int64_t rowCount() const override { return m_lines->rowCount(); }
    [[nodiscard]] std::int64_t lineCount() const override { return m_lines->lineCount(); }
    [[nodiscard]] bool complete() const override { return m_lines->complete(); }
    [[nodiscard]] double progress() const override { return m_lines->progress(); }
    base::Result<void> grow(std::stop_token stop) override { return m_lines->grow(stop); }
    [[nodiscard]] base::Result<std::vector<Line>> read(std::int64_t first,
                                                       std::size_t count) const override;

private:
    std::shared_ptr<LineSource> m_lines;
    Language m_language;
};

}  // namespace podium::artifacts
