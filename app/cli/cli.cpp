// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "app/cli/words.h"

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "podium_version.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <string_view>

namespace podium::app {

namespace {

struct Command {
    std::string_view name;
    int (*run)(const QStringList& arguments);
    const char* words;
};

constexpr std::array Commands = {
    Command{"sync", syncCommand,
            QT_TRANSLATE_NOOP("CommandLine", "bring the cache up to date with a source")},
    Command{"dump", dumpCommand,
            QT_TRANSLATE_NOOP("CommandLine", "all that is known of a source, as JSON")},
    Command{"runs", runsCommand,
            QT_TRANSLATE_NOOP("CommandLine", "the run table: filter, order, columns, formats")},
    Command{"history", historyCommand,
            QT_TRANSLATE_NOOP("CommandLine", "every point of a metric of a run")},
    Command{"artifacts", artifactsCommand,
            QT_TRANSLATE_NOOP("CommandLine", "list or download the artifacts of a run")},
    Command{"models", modelsCommand,
            QT_TRANSLATE_NOOP("CommandLine", "registered models and their versions")},
    Command{"problems", problemsCommand,
            QT_TRANSLATE_NOOP("CommandLine", "what could not be read, and why")},
    Command{"stage", stageCommand,
            QT_TRANSLATE_NOOP("CommandLine", "bring a version of a registered model to a stage")},
    Command{"alias", aliasCommand,
            QT_TRANSLATE_NOOP("CommandLine", "set, move or take away an alias of a model")},
    Command{"describe", describeCommand,
            QT_TRANSLATE_NOOP("CommandLine", "describe a registered model or a version of it")},
    Command{"tag", tagCommand,
            QT_TRANSLATE_NOOP("CommandLine", "tag a registered model or a version of it")},
    Command{"outbox", outboxCommand,
            QT_TRANSLATE_NOOP("CommandLine", "changes that have not arrived in their stores")},
};

const Command* find(std::string_view name) {
    const auto it = std::ranges::find(Commands, name, &Command::name);
    return it == Commands.end() ? nullptr : &*it;
}

int print(const QString& text) {
    Output output;
    output.write(text.toStdString());
    if (const auto error = output.finish()) {
        complain(*error);
        return ExitSource;
    }
    return ExitDone;
}

int help() {
    QString text = CommandLine::tr(
        "Usage: podium [SOURCE...]         open the window\n"
        "       podium COMMAND SOURCE ... work without a window\n\n"
        "Commands:\n");
    for (const Command& command : Commands) {
        const QString name =
            QString::fromLatin1(command.name.data(), static_cast<qsizetype>(command.name.size()));
        text += QStringLiteral("  %1 %2\n").arg(name, -10).arg(CommandLine::tr(command.words));
    }
    text += CommandLine::tr(
        "\nA command's options: podium COMMAND --help\n"
        "Exit codes: 0 done, 1 done with problems in the store, 2 wrong usage,\n"
        "3 the source can't be opened, 4 stopped. Of changes: 5 conflict, 6 waiting,\n"
        "7 refused.\n");
    return print(text);
}

}  // namespace

bool isCommandLine(int argc, char** argv) {
    if (argc < 2)
        return false;
    const std::string_view first = argv[1];
    return find(first) != nullptr || first == "--help" || first == "-h" || first == "--version" ||
           first == "-v";
}

int runCommandLine(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("podium"));
    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("podium"), QStringLiteral("_"),
                        QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&translator);
    const std::string_view first = argv[1];
    if (first == "--version" || first == "-v")
        return print(QStringLiteral("podium %1\n").arg(QLatin1String(program::version)));
    const Command* command = find(first);
    return command != nullptr ? command->run(QCoreApplication::arguments().mid(2)) : help();
}

}  // namespace podium::app
