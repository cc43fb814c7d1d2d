// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch.h"
#include "app/cli/columns.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/runquery.h"
#include "app/cli/sourcereader.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "items/cell.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>

namespace podium::app {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

QString opt(const char* name) {
    return QString::fromLatin1(name);
}

void describeOptions(Options& options) {
    options.addValue(opt("experiment"), QStringLiteral("NAME_OR_ID"),
                     CommandLine::tr("Only this experiment; may be repeated."));
    options.addValue(
        opt("filter"), QStringLiteral("EXPR"),
        CommandLine::tr("Only runs for which it holds, e.g. \"metrics.loss < 0.3 AND params.opt = "
                        "'adam'\"."));
    options.addValue(opt("order-by"), QStringLiteral("EXPR"),
                     CommandLine::tr("E.g. \"metrics.loss ASC\"; may be repeated."));
    options.addValue(opt("columns"), QStringLiteral("LIST"),
                     CommandLine::tr("Columns, e.g. \"run_name,params.lr,min(metrics.loss)\"."));
    options.addValue(opt("limit"), QStringLiteral("N"), CommandLine::tr("At most so many runs."));
    options.addFlag(opt("deleted"), CommandLine::tr("Deleted runs too."));
    options.addValue(opt("format"), QStringLiteral("FORMAT"),
                     CommandLine::tr("table, csv, tsv, json, markdown, latex or ids."),
                     opt("table"));
    options.addValue(
        opt("batch"), QStringLiteral("FILE"),
        CommandLine::tr("Answer many questions: a JSON object a line with \"filter\" and "
                        "\"order_by\"; - is the standard input."));
}

/// The experiments that were asked for by name or id; all if none was.
Result<std::vector<cache::ExperimentRow>> chooseExperiments(SourceReader& source,
                                                            const QStringList& wanted) {
    using Rows = std::vector<cache::ExperimentRow>;
    Result<Rows> all = source.reader().experiments(source.source().sourceNo);
    PODIUM_TRY(Rows, all);
    Rows chosen;
    std::ranges::copy_if(all.value(), std::back_inserter(chosen), [&](const auto& row) {
        return wanted.isEmpty() ||
               wanted.contains(QString::fromStdString(row.experiment.experimentId)) ||
               wanted.contains(QString::fromStdString(row.experiment.name));
    });
    return chosen;
}

/// The first experiment that was asked for and is not there, "" if all are.
QString unknownExperiment(const std::vector<cache::ExperimentRow>& chosen,
                          const QStringList& wanted) {
    for (const QString& name : wanted) {
        const std::string text = name.toStdString();
        if (std::ranges::none_of(chosen, [&](const cache::ExperimentRow& row) {
                return row.experiment.experimentId == text || row.experiment.name == text;
            }))
            return name;
    }
    return {};
}

Field fieldOf(const items::Cell& cell) {
    switch (cell.kind) {
        case items::Cell::Kind::Number:
            return cell.number;
        case items::Cell::Kind::Integer:
            return cell.integer;
        case items::Cell::Kind::Text:
            return std::string(cell.text);
        case items::Cell::Kind::List: {
            std::string joined;
            for (const std::string& text : cell.list)
                joined += (joined.empty() ? "" : ", ") + text;
            return joined;
        }
        case items::Cell::Kind::Missing:
            break;
    }
    return std::monostate{};
}

TableColumn headOf(const query::ColumnKey& key) {
    const bool attribute = key.kind == query::ColumnKind::Attribute;
    return {items::plainName(key),
            attribute && (key.attribute == query::Attribute::StartTime ||
                          key.attribute == query::Attribute::EndTime),
            attribute && key.attribute == query::Attribute::Duration};
}

/// One call of `podium runs`, step by step; each step gives an exit code if it is the last one.
class RunsCall {
public:
    RunsCall(const Options& options, SourceReader& source, TableFormat format)
        : m_options(options),
          m_source(source),
          m_format(format),
          m_query(source.reader(), source.stop()) {}

    int run() {
        if (const auto ended = load())
            return *ended;
        Output output;
        const Result<void> written = m_options.has(opt("batch")) ? batch(output) : table(output);
        if (written.failed() && isUsage(written.error())) {
            complain(written.error());
            return ExitUsage;
        }
        if (!written.ok())
            return m_source.ended(written);
        if (const auto error = output.finish()) {
            complain(*error);
            return ExitSource;
        }
        return m_source.done();
    }

private:
    static bool isUsage(const Error& error) {
        return error.code == ErrorCode::QuerySyntax || error.code == ErrorCode::QueryInvalid;
    }

    std::optional<int> load() {
        const QStringList wanted = m_options.values(opt("experiment"));
        Result<std::vector<cache::ExperimentRow>> chosen = chooseExperiments(m_source, wanted);
        if (!chosen.ok())
            return m_source.ended(chosen);
        const QString unknown = unknownExperiment(chosen.value(), wanted);
        if (!unknown.isEmpty())
            return m_options.reject(CommandLine::tr("There is no experiment %1.").arg(unknown));
        for (const cache::ExperimentRow& row : chosen.value())
            m_experiments.push_back(row.experimentNo);
        const Result<void> loaded = m_query.load(
            chosen.value(),
            m_options.has(opt("deleted")) ? session::ViewType::All : session::ViewType::ActiveOnly);
        if (!loaded.ok())
            return m_source.ended(loaded);
        return std::nullopt;
    }

    Result<void> batch(Output& output) {
        const QString file = m_options.value(opt("batch"));
        if (file == QLatin1String("-"))
            return answerBatch(std::cin, m_query, output);
        std::ifstream questions(file.toStdString());
        if (!questions)
            return Error{ErrorCode::PathNotReadable,
                         {file.toStdString(), base::systemReason(errno)}};
        return answerBatch(questions, m_query, output);
    }

    Result<std::vector<query::ColumnKey>> columns() {
        if (m_format == TableFormat::Ids)
            return std::vector{query::attributeColumn(query::Attribute::RunId)};
        if (m_options.has(opt("columns")))
            return parseColumns(m_options.value(opt("columns")).toStdString());
        if (m_format == TableFormat::Csv || m_format == TableFormat::Tsv ||
            m_format == TableFormat::Json)
            return allColumns(m_source.reader(), m_experiments);
        return briefColumns(m_source.reader(), m_experiments);
    }

    Result<void> table(Output& output) {
        const Result<std::vector<query::ColumnKey>> shown = columns();
        PODIUM_TRY(void, shown);
        std::vector<std::string> orderBy;
        for (const QString& clause : m_options.values(opt("order-by")))
            orderBy.push_back(clause.toStdString());
        Result<std::vector<std::uint32_t>> rows =
            m_query.rows(m_options.value(opt("filter")).toStdString(), orderBy);
        PODIUM_TRY(void, rows);
        if (m_options.has(opt("limit")))
            rows.value().resize(
                std::min(rows.value().size(),
                         static_cast<std::size_t>(m_options.value(opt("limit")).toULongLong())));
        PODIUM_TRY(void, m_query.need(shown.value()));
        write(shown.value(), rows.value(), output);
        return {};
    }

    void write(const std::vector<query::ColumnKey>& shown, const std::vector<std::uint32_t>& rows,
               Output& output) {
        std::vector<TableColumn> heads;
        std::vector<const query::Column*> columns;
        for (const query::ColumnKey& key : shown) {
            heads.push_back(headOf(key));
            columns.push_back(m_query.frame().column(key));
        }
        TableWriter writer(m_format, std::move(heads), output);
        std::vector<Field> fields(columns.size());
        for (const std::uint32_t row : rows) {
            for (std::size_t i = 0; i < columns.size(); ++i)
                fields[i] = fieldOf(items::cellAt(columns[i], row));
            writer.row(fields);
        }
        writer.finish();
    }

    const Options& m_options;
    SourceReader& m_source;
    TableFormat m_format;
    RunQuery m_query;
    std::vector<base::ExperimentNo> m_experiments;
};

}  // namespace

int runsCommand(const QStringList& arguments) {
    Options options(QStringLiteral("runs"), CommandLine::tr("Prints the run table of a source."));
    describeOptions(options);
    if (const auto ended = options.read(arguments))
        return *ended;
    const std::optional<TableFormat> format = tableFormat(options.value(opt("format")));
    if (!format)
        return options.reject(
            CommandLine::tr("There is no format %1.").arg(options.value(opt("format"))));
    bool isNumber = true;
    if (options.has(opt("limit")))
        options.value(opt("limit")).toULongLong(&isNumber);
    if (!isNumber)
        return options.reject(CommandLine::tr("--limit takes a number."));
    SourceReader source(options);
    if (source.failure())
        return *source.failure();
    return RunsCall(options, source, *format).run();
}

}  // namespace podium::app
