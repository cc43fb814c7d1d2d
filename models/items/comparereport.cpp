// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/comparereport.h"

#include "items/cell.h"
#include "items/escape.h"

#include <cmath>

namespace podium::items {

namespace {

std::string signedNumber(double value) {
    return (value > 0 ? "+" : "") + numberText(value);
}

std::string cellText(const CompareCell& cell, const ReportWords& words) {
    if (cell.missing)
        return words.missing;
    if (!cell.delta || cell.change == Change::Same)
        return cell.text;
    return cell.text + " (" + signedNumber(*cell.delta) + ')';
}

std::string sectionTitle(const ComparedSection& section, CompareSection which,
                         const ReportWords& words) {
    std::string title = words.section(which) + " · " + std::to_string(section.different.size());
    if (!section.same.empty())
        title += " · " + words.same(section.same.size());
    return title;
}

template <typename Visit>
void eachSection(const Comparison& comparison, Visit visit) {
    for (std::size_t i = 0; i < CompareSectionCount; ++i)
        visit(static_cast<CompareSection>(i), comparison.sections[i]);
}

constexpr std::string_view Style =
    "body{font:14px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;"
    "color:#1d2127;background:#fff}h1{font-size:1.4rem}h2{font-size:1rem;margin:2rem 0 .5rem}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.3rem .6rem;"
    "border-bottom:1px solid #dfe2e7;vertical-align:top;overflow-wrap:anywhere}"
    "th{color:#6a717c;font-weight:500}td{font-variant-numeric:tabular-nums}"
    ".changed,.added,.removed{font-weight:600}.added::before{content:\"+ \"}"
    ".removed::before{content:\"\\2212  \"}p{color:#6a717c}"
    "@media (prefers-color-scheme:dark){body{color:#e4e6ea;background:#1b1d21}"
    "th,td{border-color:#33373f}th,p{color:#9aa1ab}}";

std::string_view className(Change change) {
    switch (change) {
        case Change::Added:
            return "added";
        case Change::Removed:
            return "removed";
        case Change::Changed:
            return "changed";
        case Change::Same:
            break;
    }
    return "";
}

std::string htmlRow(const CompareRow& row, const ReportWords& words) {
    std::string out = "<tr><th scope=\"row\">" + htmlText(words.row(row)) + "</th>";
    for (const CompareCell& cell : row.cells) {
        const std::string_view name = className(cell.change);
        out += name.empty() ? "<td>" : "<td class=\"" + std::string(name) + "\">";
        out += htmlText(cellText(cell, words)) + "</td>";
    }
    return out + "</tr>\n";
}

}  // namespace

std::string markdownReport(const Comparison& comparison, const ReportWords& words) {
    std::string out = "# " + markdownText(words.title) + "\n";
    if (comparison.differences() == 0)
        out += "\n" + markdownText(words.nothingDiffers) + "\n";
    eachSection(comparison, [&](CompareSection which, const ComparedSection& section) {
        if (section.different.empty())
            return;
        out += "\n## " + markdownText(sectionTitle(section, which, words)) + "\n\n| " +
               markdownText(words.key) + " |";
        for (std::size_t i = 0; i < words.runs.size(); ++i)
            out += ' ' + markdownText(words.runs[i] + (i == 0 ? " (" + words.baseline + ')' : "")) +
                   " |";
        out += "\n| --- |";
        for (std::size_t i = 0; i < words.runs.size(); ++i)
            out += " --- |";
        out += '\n';
        for (const CompareRow& row : section.different) {
            out += "| " + markdownText(words.row(row)) + " |";
            for (const CompareCell& cell : row.cells) {
                const std::string text = markdownText(cellText(cell, words));
                out += cell.change == Change::Same ? ' ' + text + " |" : " **" + text + "** |";
            }
            out += '\n';
        }
    });
    return out;
}

std::string htmlReport(const Comparison& comparison, const ReportWords& words, bool rightToLeft) {
    std::string out = "<!DOCTYPE html>\n<html dir=\"";
    out += rightToLeft ? "rtl" : "ltr";
    out +=
        "\"><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
        htmlText(words.title) + "</title>\n<style>" + std::string(Style) +
        "</style></head>\n<body>\n<h1>" + htmlText(words.title) + "</h1>\n";
    if (comparison.differences() == 0)
        out += "<p>" + htmlText(words.nothingDiffers) + "</p>\n";
    eachSection(comparison, [&](CompareSection which, const ComparedSection& section) {
        if (section.different.empty())
            return;
        out += "<h2>" + htmlText(sectionTitle(section, which, words)) +
               "</h2>\n<table>\n<thead><tr><th scope=\"col\">" + htmlText(words.key) + "</th>";
        for (std::size_t i = 0; i < words.runs.size(); ++i)
            out += "<th scope=\"col\">" +
                   htmlText(words.runs[i] + (i == 0 ? " (" + words.baseline + ')' : "")) + "</th>";
        out += "</tr></thead>\n<tbody>\n";
        for (const CompareRow& row : section.different)
            out += htmlRow(row, words);
        out += "</tbody></table>\n";
    });
    return out + "</body></html>\n";
}

std::string tsvReport(const Comparison& comparison, const ReportWords& words) {
    std::string out = "section\tkey";
    for (const std::string& run : words.runs)
        out += '\t' + tsvField(run);
    out += '\n';
    eachSection(comparison, [&](CompareSection which, const ComparedSection& section) {
        for (const auto* rows : {&section.different, &section.same}) {
            for (const CompareRow& row : *rows) {
                out += std::string(sectionName(which)) + '\t' + tsvField(words.row(row));
                for (const CompareCell& cell : row.cells)
                    out += '\t' + tsvField(cell.text);
                out += '\n';
            }
        }
    });
    return out;
}

}  // namespace podium::items
