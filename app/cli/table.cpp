// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"

#include "app/cli/jsonwriter.h"
#include "items/cell.h"
#include "items/export.h"
#include "views/text/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace podium::app {

namespace {

/// No cell of the table for people is wider than this; the other formats cut nothing.
constexpr qsizetype WidestCell = 60;

constexpr std::array Formats = {std::pair{TableFormat::Table, "table"},
                                std::pair{TableFormat::Csv, "csv"},
                                std::pair{TableFormat::Tsv, "tsv"},
                                std::pair{TableFormat::Json, "json"},
                                std::pair{TableFormat::Markdown, "markdown"},
                                std::pair{TableFormat::Latex, "latex"},
                                std::pair{TableFormat::Ids, "ids"}};

std::string markdownCell(std::string_view text) {
    std::string cell;
    for (const char c : text) {
        if (c == '|' || c == '\\' || c == '`' || c == '*' || c == '_' || c == '<')
            cell += '\\';
        cell += c == '\n' || c == '\r' ? ' ' : c;
    }
    return cell;
}

std::string latexCell(std::string_view text) {
    std::string cell;
    for (const char c : text) {
        switch (c) {
            case '\\':
                cell += "\\textbackslash{}";
                break;
            case '~':
                cell += "\\textasciitilde{}";
                break;
            case '^':
                cell += "\\textasciicircum{}";
                break;
            case '&':
            case '%':
            case '$':
            case '#':
            case '_':
            case '{':
            case '}':
                cell += '\\';
                cell += c;
                break;
            case '\n':
            case '\r':
                cell += ' ';
                break;
            default:
                cell += c;
        }
    }
    return cell;
}

std::string joined(const std::vector<std::string>& cells, std::string_view between) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += between;
        line += cells[i];
    }
    return line;
}

/// A cell of the table for people: one line, control characters made visible, not too wide.
QString shown(const std::string& text) {
    const QString line = views::oneLine(text);
    return line.size() <= WidestCell ? line : line.left(WidestCell - 1) + QChar(0x2026);
}

}  // namespace

std::optional<TableFormat> tableFormat(const QString& name) {
    for (const auto& [format, known] : Formats) {
        if (name == QLatin1String(known))
            return format;
    }
    return std::nullopt;
}

TableWriter::TableWriter(TableFormat format, std::vector<TableColumn> columns, Output& output)
    : m_format(format),
      m_columns(std::move(columns)),
      m_output(output),
      m_isNumber(m_columns.size(), true) {
    std::vector<std::string> names;
    for (const TableColumn& column : m_columns)
        names.push_back(column.name);
    if (format == TableFormat::Latex)
        m_output.write("\\begin{tabular}{" + std::string(names.size(), 'l') + "}\n\\toprule\n");
    if (format == TableFormat::Json)
        m_output.write("[");
    else if (format != TableFormat::Ids)
        line(names);
    if (format == TableFormat::Markdown) {
        std::string rule;
        for (std::size_t i = 0; i < names.size(); ++i)
            rule += "|---";
        m_output.write(rule + "|\n");
    }
    if (format == TableFormat::Latex)
        m_output.write("\\midrule\n");
}

std::string TableWriter::text(const Field& field, const TableColumn& column) const {
    if (const auto* text = std::get_if<std::string>(&field))
        return *text;
    if (const auto* number = std::get_if<double>(&field))
        return items::numberText(*number);
    if (const auto* whole = std::get_if<std::int64_t>(&field)) {
        if (column.isTime)
            return items::isoTime(*whole);
        if (column.isDuration && m_format == TableFormat::Table)
            return views::duration(*whole).toStdString();
        return std::to_string(*whole);
    }
    return {};
}

void TableWriter::row(const std::vector<Field>& fields) {
    if (m_format == TableFormat::Json) {
        json(fields);
        return;
    }
    if (m_format == TableFormat::Ids) {
        m_output.write(text(fields.front(), m_columns.front()) + "\n");
        return;
    }
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        cells.push_back(text(fields[i], m_columns[i]));
        if (std::holds_alternative<std::string>(fields[i]) || m_columns[i].isTime)
            m_isNumber[i] = false;
    }
    line(cells);
}

void TableWriter::line(const std::vector<std::string>& cells) {
    std::vector<std::string> made;
    const auto each = [&](auto&& convert) {
        for (const std::string& cell : cells)
            made.push_back(convert(cell));
    };
    switch (m_format) {
        case TableFormat::Csv:
            each(items::csvField);
            m_output.write(joined(made, ",") + "\n");
            break;
        case TableFormat::Tsv:
            each(items::tsvField);
            m_output.write(joined(made, "\t") + "\n");
            break;
        case TableFormat::Markdown:
            each(markdownCell);
            m_output.write("| " + joined(made, " | ") + " |\n");
            break;
        case TableFormat::Latex:
            each(latexCell);
            m_output.write(joined(made, " & ") + " \\\\\n");
            break;
        default:
            m_rows.push_back(cells);
    }
}

void TableWriter::json(const std::vector<Field>& fields) {
    JsonWriter row;
    row.beginObject();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        row.key(m_columns[i].name);
        if (const auto* text = std::get_if<std::string>(&fields[i]))
            row.value(*text);
        else if (const auto* number = std::get_if<double>(&fields[i]))
            row.value(*number);
        else if (const auto* whole = std::get_if<std::int64_t>(&fields[i]))
            row.value(*whole);
        else
            row.null();
    }
    row.endObject();
    m_output.write((m_empty ? "\n" : ",\n") + row.take());
    m_empty = false;
}

void TableWriter::finish() {
    if (m_format == TableFormat::Json)
        m_output.write("\n]\n");
    else if (m_format == TableFormat::Latex)
        m_output.write("\\bottomrule\n\\end{tabular}\n");
    else if (m_format == TableFormat::Table)
        aligned();
}

void TableWriter::aligned() {
    std::vector<std::vector<QString>> rows;
    std::vector<qsizetype> widths(m_columns.size(), 0);
    for (const std::vector<std::string>& cells : m_rows) {
        std::vector<QString>& row = rows.emplace_back();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            row.push_back(shown(cells[i]));
            widths[i] = std::max(widths[i], row.back().size());
        }
    }
    for (const std::vector<QString>& row : rows) {
        QString text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const QString cell =
                m_isNumber[i] ? row[i].rightJustified(widths[i]) : row[i].leftJustified(widths[i]);
            text += (i > 0 ? QStringLiteral("  ") : QString()) % cell;
        }
        while (text.endsWith(u' '))
            text.chop(1);
        m_output.write(text.toStdString() + "\n");
    }
}

}  // namespace podium::app
