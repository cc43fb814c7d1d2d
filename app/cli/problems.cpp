// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/sourcereader.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "views/text/text.h"

#include <QCoreApplication>

namespace podium::app {

namespace {}  // namespace

int problemsCommand(const QStringList& arguments) {
    Options options(QStringLiteral("problems"),
                    CommandLine::tr("Lists what could not be read, with path and reason."));
    options.addValue(QStringLiteral("format"), QStringLiteral("FORMAT"),
                     CommandLine::tr("table, csv, tsv, json, markdown or latex."),
                     QStringLiteral("tsv"));
    if (const auto ended = options.read(arguments))
        return *ended;
    const auto format = tableFormat(options.value(QStringLiteral("format")));
    if (!format || *format == TableFormat::Ids)
        return options.reject(
            CommandLine::tr("There is no format %1.").arg(options.value(QStringLiteral("format"))));
    SourceReader source(options);
    if (source.failure())
        return *source.failure();
    const auto problems = source.reader().problems(source.source().sourceNo);
    if (!problems.ok())
        return source.ended(problems);
    Output output;
    TableWriter table(*format, {{"path"}, {"code"}, {"reason"}}, output);
    for (const cache::StoredProblem& stored : problems.value())
        table.row({stored.problem.path, std::string(base::codeName(stored.problem.error.code)),
                   views::describe(stored.problem.error).toStdString()});
    table.finish();
    if (const auto error = output.finish()) {
        complain(*error);
        return ExitSource;
    }
    return problems.value().empty() ? ExitDone : ExitProblems;
}

}  // namespace podium::app
