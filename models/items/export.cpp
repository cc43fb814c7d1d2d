// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/export.h"

#include "items/cell.h"
#include "items/escape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace podium::items {

using query::Attribute;
using query::ColumnKey;
using session::RunsSnapshot;

namespace {

using Escape = std::function<std::string(std::string_view)>;

std::vector<ColumnKey> exportedColumns(const RunsSnapshot& snapshot, bool withId) {
    std::vector<ColumnKey> columns;
    const ColumnKey id = query::attributeColumn(Attribute::RunId);
    if (withId && std::ranges::find(snapshot.columns, id) == snapshot.columns.end())
        columns.push_back(id);
    columns.push_back(query::attributeColumn(Attribute::RunName));
    columns.insert(columns.end(), snapshot.columns.begin(), snapshot.columns.end());
    return columns;
}

std::string jsonValue(const Cell& cell) {
    switch (cell.kind) {
        case Cell::Kind::Missing:
            return "null";
        case Cell::Kind::Number:
            return std::isfinite(cell.number) ? numberText(cell.number)
                                              : jsonText(numberText(cell.number));
        case Cell::Kind::Integer:
            return std::to_string(cell.integer);
        case Cell::Kind::Text:
            return jsonText(cell.text);
        case Cell::Kind::List: {
            std::string list = "[";
            for (const std::string& text : cell.list) {
                if (list.size() > 1)
                    list += ", ";
                list += jsonText(text);
            }
            return list + ']';
        }
    }
    return "null";
}

/// What stands around and between the cells of a line.
struct Frame {
    std::string_view begin, between, end;
};

class Lines {
public:
    Lines(const RunsSnapshot& snapshot, std::vector<ColumnKey> columns, Frame frame, Escape escape)
        : m_columns(std::move(columns)), m_frame(frame), m_escape(std::move(escape)) {
        for (const ColumnKey& key : m_columns)
            m_values.push_back(snapshot.table.frame->column(key));
    }

    void head(std::string& out) const {
        line(out, [this](std::size_t i) { return plainName(m_columns[i]); });
    }
    void row(std::string& out, std::uint32_t row) const {
        line(out, [&](std::size_t i) { return plainText(m_columns[i], cellAt(m_values[i], row)); });
    }
    [[nodiscard]] const std::vector<ColumnKey>& columns() const { return m_columns; }
    [[nodiscard]] const std::vector<const query::Column*>& values() const { return m_values; }

private:
    void line(std::string& out, const std::function<std::string(std::size_t)>& text) const {
        out += m_frame.begin;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (i > 0)
                out += m_frame.between;
            out += m_escape(text(i));
        }
        out += m_frame.end;
        out += '\n';
    }

    std::vector<ColumnKey> m_columns;
    std::vector<const query::Column*> m_values;
    Frame m_frame;
    Escape m_escape;
};

std::string markdown(const Lines& lines, std::span<const std::uint32_t> rows) {
    std::string out;
    lines.head(out);
    out += '|';
    for (std::size_t i = 0; i < lines.columns().size(); ++i)
        out += isNumeric(lines.columns()[i], lines.values()[i]) ? " ---: |" : " --- |";
    out += '\n';
    for (const std::uint32_t row : rows)
        lines.row(out, row);
    return out;
}

std::string latex(const Lines& lines, std::span<const std::uint32_t> rows) {
    std::string out = "\\begin{tabular}{";
    for (std::size_t i = 0; i < lines.columns().size(); ++i)
        out += isNumeric(lines.columns()[i], lines.values()[i]) ? 'r' : 'l';
    out += "}\n\\toprule\n";
    lines.head(out);
    out += "\\midrule\n";
    for (const std::uint32_t row : rows)
        lines.row(out, row);
    return out + "\\bottomrule\n\\end{tabular}\n";
}

std::string json(const Lines& lines, std::span<const std::uint32_t> rows) {
    std::string out = "[";
    for (const std::uint32_t row : rows) {
        out += out.size() > 1 ? ",\n  {" : "\n  {";
        for (std::size_t i = 0; i < lines.columns().size(); ++i) {
            if (i > 0)
                out += ", ";
            out += jsonText(plainName(lines.columns()[i])) + ": " +
                   jsonValue(cellAt(lines.values()[i], row));
        }
        out += '}';
    }
    return out + (rows.empty() ? "]\n" : "\n]\n");
}

void uniqueTexts(const RunsSnapshot& snapshot, std::span<const std::uint32_t> rows,
                 Attribute attribute, std::vector<std::string>& texts) {
    for (const std::uint32_t row : rows) {
        const auto text = snapshot.table.frame->text(query::attributeColumn(attribute), row);
        if (std::ranges::find(texts, text) == texts.end())
            texts.emplace_back(text);
    }
}

/// A list literal of Python; JSON's texts are Python's, too.
std::string pythonList(const std::vector<std::string>& texts) {
    std::string out = "[";
    for (const std::string& text : texts)
        out += (out.size() > 1 ? ", " : "") + jsonText(text);
    return out + ']';
}

std::string python(const RunsSnapshot& snapshot, std::span<const std::uint32_t> rows) {
    std::vector<std::string> experiments;
    uniqueTexts(snapshot, rows, Attribute::ExperimentId, experiments);
    std::string ids;
    for (const std::uint32_t row : rows) {
        ids += ids.empty() ? "'" : ", '";
        ids += snapshot.table.frame->text(query::attributeColumn(Attribute::RunId), row);
        ids += '\'';
    }
    return "mlflow.search_runs(\n    experiment_ids=" + pythonList(experiments) +
           ",\n    filter_string=" + jsonText("attributes.run_id IN (" + ids + ")") + ",\n)\n";
}

std::string runIds(const RunsSnapshot& snapshot, std::span<const std::uint32_t> rows) {
    std::string out;
    for (const std::uint32_t row : rows) {
        out += snapshot.table.frame->text(query::attributeColumn(Attribute::RunId), row);
        out += '\n';
    }
    return out;
}

std::string separated(const Lines& lines, std::span<const std::uint32_t> rows) {
    std::string out;
    lines.head(out);
    for (const std::uint32_t row : rows)
        lines.row(out, row);
    return out;
}

}  // namespace

std::string exportRuns(const RunsSnapshot& snapshot, std::span<const std::uint32_t> frameRows,
                       ExportFormat format) {
    const auto lines = [&snapshot](bool withId, Frame frame, Escape escape) {
        return Lines(snapshot, exportedColumns(snapshot, withId), frame, std::move(escape));
    };
    switch (format) {
        case ExportFormat::Tsv:
            return separated(lines(true, {"", "\t", ""}, tsvField), frameRows);
        case ExportFormat::Csv:
            return separated(lines(true, {"", ",", ""}, csvField), frameRows);
        case ExportFormat::Markdown:
            return markdown(lines(false, {"| ", " | ", " |"}, markdownText), frameRows);
        case ExportFormat::Latex:
            return latex(lines(false, {"", " & ", " \\\\"}, latexText), frameRows);
        case ExportFormat::Json:
            return json(lines(true, {}, tsvField), frameRows);
        case ExportFormat::RunIds:
            return runIds(snapshot, frameRows);
        case ExportFormat::Python:
            return python(snapshot, frameRows);
    }
    return {};
}

}  // namespace podium::items
