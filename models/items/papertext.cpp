// SPDX-License-Identifier: GPL-3.0-or-later
// What a table for a paper looks like in each format.
#include "items/cell.h"
#include "items/escape.h"
#include "items/papertable.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace podium::items {

using query::ColumnKey;
using query::ColumnKind;

namespace {

constexpr int MostDecimals = 17;

/// Fixed notation in ASCII whatever the language; below zero decimals, tens or hundreds.
std::string fixed(double value, int decimals) {
    if (!std::isfinite(value))
        return numberText(value);
    if (decimals < 0) {
        const double unit = std::pow(10.0, -decimals);
        value = std::round(value / unit) * unit;
    }
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, std::clamp(decimals, 0, MostDecimals));
    std::string text(buffer.data(), end.ptr);
    // "-0.00" is nothing a person wrote.
    if (text.starts_with('-') && text.find_first_of("123456789") == std::string::npos)
        text.erase(0, 1);
    return text;
}

/// The decimals at which a number has two significant digits once it is rounded to two: 0.0996 is
/// 0.10, not 0.100.
int decimalsOfTwoDigits(double error) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), error,
                                   std::chars_format::scientific, 1);
    const std::string text(buffer.data(), end.ptr);
    const std::size_t mark = text.find('e');
    int exponent = 0;
    const char* begin = text.data() + mark + 1;
    if (*begin == '+')
        ++begin;
    std::from_chars(begin, text.data() + text.size(), exponent);
    return 1 - exponent;
}

std::string markdownCell(const PaperCell& cell, const PaperOptions& options) {
    if (!cell.metric)
        return markdownText(cell.text);
    if (cell.count == 0)
        return "";
    const auto [mean, error] = roundedByError(cell.mean, cell.error, options.decimals);
    std::string text = options.bold && cell.best ? "**" + mean + "**" : mean;
    if (!error.empty())
        text += " ± " + error;
    if (options.significance && cell.significant)
        text += " \\*";
    return text;
}

std::string latexNumber(const std::string& number) {
    if (number == "NaN")
        return "\\mathrm{NaN}";
    if (number == "Infinity")
        return "\\infty";
    if (number == "-Infinity")
        return "-\\infty";
    const std::size_t mark = number.find('e');
    if (mark == std::string::npos)
        return number;
    std::string exponent = number.substr(mark + 1);
    if (exponent.starts_with('+'))
        exponent.erase(0, 1);
    return number.substr(0, mark) + " \\times 10^{" + exponent + "}";
}

std::string latexCell(const PaperCell& cell, const PaperOptions& options) {
    if (!cell.metric)
        return latexText(cell.text);
    if (cell.count == 0)
        return "--";
    const auto [mean, error] = roundedByError(cell.mean, cell.error, options.decimals);
    std::string text = "$";
    text += options.bold && cell.best ? "\\mathbf{" + latexNumber(mean) + "}" : latexNumber(mean);
    if (!error.empty())
        text += " \\pm " + error;
    if (options.significance && cell.significant)
        text += "^{*}";
    return text + "$";
}

/// Heads are short names: a table says once what its metrics are.
std::string head(const ColumnKey& key) {
    if (key.kind == ColumnKind::Metric && key.reduction != query::Reduction::Last)
        return plainName(key);
    if (key.kind == ColumnKind::Attribute || key.kind == ColumnKind::Dataset ||
        key.kind == ColumnKind::Formula)
        return plainName(key);
    return key.key;
}

/// A label is a name for LaTeX alone: what it may not hold becomes a dash.
std::string labelText(const std::string& label) {
    std::string text;
    for (const char c : label) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == ':' || c == '.' || c == '-' || c == '_';
        text += plain ? c : '-';
    }
    return text;
}

std::string errorName(PaperError error) {
    return error == PaperError::Deviation ? "std" : "sem";
}

bool anySignificant(const PaperTable& table) {
    return std::ranges::any_of(table.lines, [](const PaperLine& line) {
        return std::ranges::any_of(line.cells, &PaperCell::significant);
    });
}

/// What the numbers and the mark mean, as comment lines.
std::string notes(const PaperTable& table, const PaperOptions& options, std::string_view mark) {
    std::string text;
    if (table.grouped) {
        text += std::string(mark) + "mean +- " +
                (options.error == PaperError::Deviation ? "standard deviation (n - 1)"
                                                        : "standard error of the mean") +
                ", rounded to " +
                (options.decimals ? std::to_string(*options.decimals) + " decimals"
                                  : "two significant digits of the error") +
                "\n";
    }
    if (!options.significance || !anySignificant(table))
        return text;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const PaperTest& test = table.tests[i];
        if (!(test.p < options.alpha))
            continue;
        text += std::string(mark) + "* " + tsvField(head(table.columns[i])) +
                ": best against second best, " + (test.paired ? "paired" : "Welch's") +
                " t-test, two-sided p = " + roundedByError(test.p, test.p, std::nullopt).first +
                "\n";
    }
    return text;
}

std::string latex(const PaperTable& table, const PaperOptions& options) {
    const bool floats = !options.caption.empty() || !options.label.empty();
    std::string out = "% \\usepackage{booktabs}\n" + notes(table, options, "% ");
    if (floats)
        out += "\\begin{table}\n\\centering\n";
    if (!options.caption.empty())
        out += "\\caption{" + latexText(options.caption) + "}\n";
    if (!options.label.empty())
        out += "\\label{" + labelText(options.label) + "}\n";
    out += "\\begin{tabular}{";
    for (const ColumnKey& key : table.columns)
        out += isMeasured(key) ? 'r' : 'l';
    out += table.grouped ? "r}\n\\toprule\n" : "}\n\\toprule\n";
    const auto addLine = [&](const auto& text, const std::string& count) {
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            out += (i > 0 ? " & " : "") + text(i);
        out += (table.grouped ? " & " + count : "") + " \\\\\n";
    };
    addLine([&](std::size_t i) { return latexText(head(table.columns[i])); }, "$n$");
    out += "\\midrule\n";
    for (const PaperLine& line : table.lines) {
        addLine([&](std::size_t i) { return latexCell(line.cells[i], options); },
                std::to_string(line.rows.size()));
    }
    out += "\\bottomrule\n\\end{tabular}\n";
    return floats ? out + "\\end{table}\n" : out;
}

std::string markdown(const PaperTable& table, const PaperOptions& options) {
    std::string out;
    const auto addLine = [&](const auto& text, const std::string& count) {
        out += '|';
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            out += ' ' + text(i) + " |";
        out += (table.grouped ? ' ' + count + " |" : "") + '\n';
    };
    addLine([&](std::size_t i) { return markdownText(head(table.columns[i])); }, "n");
    addLine(
        [&](std::size_t i) -> std::string { return isMeasured(table.columns[i]) ? "---:" : "---"; },
        "---:");
    for (const PaperLine& line : table.lines) {
        addLine([&](std::size_t i) { return markdownCell(line.cells[i], options); },
                std::to_string(line.rows.size()));
    }
    if (!options.caption.empty())
        out += "\n" + markdownText(options.caption) + "\n";
    if (options.significance && anySignificant(table))
        out += "\n\\* better than the second best, p < " + numberText(options.alpha) + "\n";
    return out;
}

std::string separated(const PaperTable& table, const PaperOptions& options, char separator) {
    std::string out;
    const auto field = [&](const std::string& text) {
        return separator == ',' ? csvField(text) : tsvField(text);
    };
    const auto add = [&](const std::vector<std::string>& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i)
            out += (i > 0 ? std::string(1, separator) : std::string()) + field(fields[i]);
        out += '\n';
    };
    std::vector<std::string> fields;
    for (const ColumnKey& key : table.columns) {
        const bool split = table.grouped && isMeasured(key);
        fields.push_back(split ? head(key) + " mean" : head(key));
        if (split) {
            fields.push_back(head(key) + ' ' + errorName(options.error));
            fields.push_back(head(key) + " n");
        }
    }
    add(fields);
    const auto number = [](double value) {
        return std::isnan(value) ? std::string() : numberText(value);
    };
    for (const PaperLine& line : table.lines) {
        fields.clear();
        for (const PaperCell& cell : line.cells) {
            if (!cell.metric) {
                fields.push_back(cell.text);
                continue;
            }
            fields.push_back(cell.count > 0 ? numberText(cell.mean) : std::string());
            if (table.grouped) {
                fields.push_back(number(cell.error));
                fields.push_back(std::to_string(cell.count));
            }
        }
        add(fields);
    }
    return out;
}

std::string pythonList(const std::vector<std::string>& texts) {
    std::string out = "[";
    for (const std::string& text : texts)
        out += (out.size() > 1 ? ", " : "") + jsonText(text);
    return out + ']';
}

/// A column as MLflow's order_by names it: keys always in back-ticks; "" where MLflow can't order.
std::string orderName(const ColumnKey& key) {
    switch (key.kind) {
        case ColumnKind::Metric:
            return key.reduction == query::Reduction::Last ? "metrics.`" + key.key + '`' : "";
        case ColumnKind::Param:
            return "params.`" + key.key + '`';
        case ColumnKind::Tag:
            return "tags.`" + key.key + '`';
        case ColumnKind::Attribute:
            switch (key.attribute) {
                case query::Attribute::StartTime:
                case query::Attribute::EndTime:
                case query::Attribute::Status:
                case query::Attribute::RunName:
                case query::Attribute::RunId:
                case query::Attribute::UserId:
                case query::Attribute::ArtifactUri:
                    return "attributes." + plainName(key);
                default:
                    return "";
            }
        case ColumnKind::Dataset:
        case ColumnKind::Formula:
            break;
    }
    return "";
}

}  // namespace

std::pair<std::string, std::string> roundedByError(double mean, double error,
                                                   std::optional<int> decimals) {
    if (decimals)
        return {fixed(mean, *decimals), std::isfinite(error) ? fixed(error, *decimals) : ""};
    if (!std::isfinite(error))
        return {numberText(mean), ""};
    if (!(error > 0))
        return {numberText(mean), "0"};
    const int digits = decimalsOfTwoDigits(error);
    if (digits > MostDecimals)
        return {numberText(mean), numberText(error)};
    return {fixed(mean, digits), fixed(error, digits)};
}

std::string paperText(const PaperTable& table, const PaperOptions& options) {
    switch (options.format) {
        case PaperFormat::Latex:
            return latex(table, options);
        case PaperFormat::Markdown:
            return markdown(table, options);
        case PaperFormat::Tsv:
            return separated(table, options, '\t');
        case PaperFormat::Csv:
            return separated(table, options, ',');
    }
    return {};
}

std::string pythonScript(const PaperSource& source) {
    std::string out = "import mlflow\n\n";
    out += "mlflow.set_tracking_uri(" + jsonText(source.trackingUri) + ")\n";
    const bool byIds = !source.runIds.empty() || !source.filterIsMlflows;
    if (!source.filterIsMlflows)
        out += "# MLflow has no words for the filter, so the runs are named one by one.\n";
    std::string filter = source.filter;
    if (byIds) {
        filter = "attributes.run_id IN (";
        for (std::size_t i = 0; i < source.runIds.size(); ++i)
            filter += (i > 0 ? ", '" : "'") + source.runIds[i] + '\'';
        filter += ')';
    }
    out += "runs = mlflow.search_runs(\n    experiment_names=" + pythonList(source.experiments) +
           ",\n";
    if (!filter.empty())
        out += "    filter_string=" + jsonText(filter) + ",\n";
    std::vector<std::string> order;
    for (const auto& [key, descending] : source.order) {
        const std::string name = orderName(key);
        if (!name.empty())
            order.push_back(name + (descending ? " DESC" : " ASC"));
    }
    if (!order.empty())
        out += "    order_by=" + pythonList(order) + ",\n";
    return out + ")\nprint(runs)\n";
}

}  // namespace podium::items
