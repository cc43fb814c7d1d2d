// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace podium::registry {

/// Builds an HTML document; every text that goes in is escaped.
class PackHtml {
public:
    void begin(const std::string& title, const std::string& language, bool rightToLeft,
               std::string_view style);
    [[nodiscard]] std::string end();

    void open(std::string_view tag);
    void close(std::string_view tag);
    void text(const std::string& text);
    /// `classes` are of the style, "" for none.
    void element(std::string_view tag, std::string_view classes, const std::string& text);
    void tableHead(const std::vector<std::string>& columns);
    /// A row whose first cell is its head.
    void row(const std::vector<std::string>& cells);
    void tableEnd();

private:
    std::string m_html;
};

}  // namespace podium::registry
