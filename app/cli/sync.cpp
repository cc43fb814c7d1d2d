// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/jsonwriter.h"
#include "app/cli/options.h"
#include "app/cli/sourcereader.h"
#include "app/cli/words.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <array>
#include <string>
#include <utility>

namespace podium::app {

namespace {

using Figures = std::array<std::pair<const char*, std::int64_t>, 8>;

std::string asJson(const Figures& figures, double seconds) {
    JsonWriter json;
    json.beginObject();
    for (const auto& [name, value] : figures)
        json.key(name).value(value);
    json.key("seconds").value(seconds);
    json.endObject();
    return json.take() + "\n";
}

QString headline(const sync::SyncReport& report) {
    const QString experiments = views::experimentCount(report.experiments);
    const QString runs = views::runCount(report.runs + report.unchanged);
    if (report.runs == 0 && report.vanished == 0)
        return CommandLine::tr("%1 and %2; no run has changed since the last sync.")
            .arg(experiments, runs);
    return CommandLine::tr("%1 and %2; %3 new or changed, %4 gone.")
        .arg(experiments, runs, views::count(report.runs), views::count(report.vanished));
}

std::string asText(const sync::SyncReport& report, const Figures& figures, double seconds) {
    std::string text = headline(report).toStdString() + "\n";
    for (const auto& [name, value] : figures)
        text += std::string(name) + ": " + std::to_string(value) + "\n";
    return text + "seconds: " + QString::number(seconds, 'f', 3).toStdString() + "\n";
}

}  // namespace

int syncCommand(const QStringList& arguments) {
    Options options(QStringLiteral("sync"),
                    CommandLine::tr("Brings the cache up to date with a source and "
                                    "prints what was read."));
    options.addFlag(QStringLiteral("full"), CommandLine::tr("Read every run, changed or not."));
    options.addFlag(QStringLiteral("json"), CommandLine::tr("Print the figures as JSON."));
    if (const auto ended = options.read(arguments))
        return *ended;
    SourceReader source(options, options.has(QStringLiteral("full")));
    if (source.failure())
        return *source.failure();
    const sync::SyncReport& report = source.report();
    const Figures figures = {{{"experiments", report.experiments},
                              {"runs", report.runs},
                              {"unchanged", report.unchanged},
                              {"vanished", report.vanished},
                              {"points", report.points},
                              {"files", report.files},
                              {"bytes", report.bytes},
                              {"problems", source.source().problems}}};
    Output output;
    output.write(options.has(QStringLiteral("json")) ? asJson(figures, report.seconds)
                                                     : asText(report, figures, report.seconds));
    if (const auto error = output.finish()) {
        complain(*error);
        return ExitSource;
    }
    return source.done();
}

}  // namespace podium::app
