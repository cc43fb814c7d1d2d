// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/packhtml.h"

#include "base/utf8.h"

#include <utility>

namespace podium::registry {

namespace {

/// Control characters, which no document may hold, too.
std::string escaped(const std::string& text) {
    const std::string clean = base::toUtf8(text);
    std::string out;
    out.reserve(clean.size());
    for (const char c : clean) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default: {
                const auto byte = static_cast<unsigned char>(c);
                const bool control = (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
                out += control ? std::string("\uFFFD") : std::string(1, c);
            }
        }
    }
    return out;
}

}  // namespace

void PackHtml::begin(const std::string& title, const std::string& language, bool rightToLeft,
                     std::string_view style) {
    m_html = "<!DOCTYPE html>\n<html lang=\"" + escaped(language) + "\" dir=\"" +
             (rightToLeft ? "rtl" : "ltr") +
             "\">\n<head>\n<meta charset=\"utf-8\">\n"
             // Whatever slips in can neither run nor load.
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
             escaped(title) + "</title>\n<style>";
    m_html += style;
    m_html += "</style>\n</head>\n<body>\n<h1>" + escaped(title) + "</h1>\n";
}

std::string PackHtml::end() {
    m_html += "</body>\n</html>\n";
    return std::move(m_html);
}

void PackHtml::open(std::string_view tag) {
    m_html += '<';
    m_html += tag;
    m_html += '>';
}

void PackHtml::close(std::string_view tag) {
    m_html += "</";
    m_html += tag;
    m_html += ">\n";
}

void PackHtml::text(const std::string& text) {
    // Text of another direction must not turn what stands around it.
    m_html += "<bdi>" + escaped(text) + "</bdi>";
}

void PackHtml::element(std::string_view tag, std::string_view classes, const std::string& text) {
    m_html += '<';
    m_html += tag;
    if (!classes.empty()) {
        m_html += " class=\"";
        m_html += classes;
        m_html += '"';
    }
    m_html += '>';
    this->text(text);
    close(tag);
}

void PackHtml::tableHead(const std::vector<std::string>& columns) {
    m_html += "<table><thead><tr>";
    for (const std::string& column : columns)
        m_html += "<th scope=\"col\">" + escaped(column) + "</th>";
    m_html += "</tr></thead><tbody>\n";
}

void PackHtml::row(const std::vector<std::string>& cells) {
    m_html += "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        m_html += i == 0 ? "<th scope=\"row\">" : "<td class=\"said\">";
        text(cells[i]);
        m_html += i == 0 ? "</th>" : "</td>";
    }
    m_html += "</tr>\n";
}

void PackHtml::tableEnd() {
    m_html += "</tbody></table>\n";
}

}  // namespace podium::registry
