// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/sourcereader.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "series/packed.h"

#include <QCoreApplication>

#include <array>

namespace podium::app {

using base::Result;

namespace {

/// The points of a metric; none if the run does not have it.
Result<std::vector<domain::MetricPoint>> pointsOf(cache::Reader& reader, base::RunNo run,
                                                  const std::string& key) {
    using Points = std::vector<domain::MetricPoint>;
    const Result<std::uint32_t> name = reader.nameNumber(key);
    PODIUM_TRY(Points, name);
    if (name.value() == 0)
        return Points();
    const Result<std::string> packed = reader.history(run, name.value());
    PODIUM_TRY(Points, packed);
    if (packed.value().empty())
        return Points();
    return series::unpack(packed.value());
}

}  // namespace

int historyCommand(const QStringList& arguments) {
    Options options(QStringLiteral("history"),
                    CommandLine::tr("Prints every point of a metric of a run."));
    options.addPositional(QStringLiteral("RUN_ID"),
                          CommandLine::tr("The run's id, or how it begins."));
    options.addPositional(QStringLiteral("KEY"), CommandLine::tr("The metric."));
    options.addValue(QStringLiteral("format"), QStringLiteral("FORMAT"),
                     CommandLine::tr("csv, tsv or json."), QStringLiteral("csv"));
    if (const auto ended = options.read(arguments))
        return *ended;
    const auto format = tableFormat(options.value(QStringLiteral("format")));
    if (!format || *format == TableFormat::Ids)
        return options.reject(
            CommandLine::tr("There is no format %1.").arg(options.value(QStringLiteral("format"))));
    SourceReader source(options);
    if (source.failure())
        return *source.failure();
    const auto run = source.findRun(options.positional(0));
    if (!run)
        return ExitUsage;
    const std::array runs = {*run};
    const Result<void> fetched = source.fetchHistories(runs, options.positional(1).toStdString());
    if (!fetched.ok())
        return source.ended(fetched);
    const auto points = pointsOf(source.reader(), *run, options.positional(1).toStdString());
    if (!points.ok())
        return source.ended(points);
    if (points.value().empty())
        return options.reject(
            CommandLine::tr("The run has no metric %1.").arg(options.positional(1)));

    Output output;
    TableWriter table(*format, {{"step"}, {"timestamp"}, {"value"}}, output);
    for (const domain::MetricPoint& point : points.value())
        table.row({point.step, point.timestamp, point.value});
    table.finish();
    if (const auto error = output.finish()) {
        complain(*error);
        return ExitSource;
    }
    return source.done();
}

}  // namespace podium::app
