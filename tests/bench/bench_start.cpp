// SPDX-License-Identifier: GPL-3.0-or-later
#include "cached.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace podium::bench {

using nlohmann::json;

namespace {

double startOnce(const char* program, const std::filesystem::path& home) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PODIUM_QUIT_WHEN_SHOWN"), QStringLiteral("1"));
    for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(name), QString::fromStdString(home.string()));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(QProcess::nullDevice());
    return timed([&] {
        process.start(QString::fromUtf8(program), QStringList());
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            fail(std::string(program) + " did not show and quit");
    });
}

}  // namespace

/// Start to shown window of the program, against an empty window with the same libraries.
json benchStart(const Options& options) {
    const Scratch scratch(options.folder);
    Samples figure;
    Samples least;
    static_cast<void>(startOnce(PODIUM_PROGRAM, scratch.path()));
    static_cast<void>(startOnce(PODIUM_EMPTY_WINDOW, scratch.path()));
    for (int i = 0; i < options.repetitions; ++i) {
        least.add(startOnce(PODIUM_EMPTY_WINDOW, scratch.path()));
        figure.add(startOnce(PODIUM_PROGRAM, scratch.path()));
    }
    return against(figure, least);
}

}  // namespace podium::bench
