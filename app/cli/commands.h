// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace podium::app {

/// What the program returns to the shell.
enum ExitCode {
    ExitDone = 0,
    ExitProblems = 1,   // done, but something in the store could not be read
    ExitUsage = 2,      // wrong arguments
    ExitSource = 3,     // the source (or the cache) can't be opened
    ExitCancelled = 4,  // interrupted; the cache is consistent
    ExitConflict = 5,   // the store holds something else than what was decided on
    ExitWaiting = 6,    // the change waits in the outbox: the store does not answer
    ExitRefused = 7,    // the store does not take the change
};

/// Each takes the arguments behind its name and returns an ExitCode.
[[nodiscard]] int syncCommand(const QStringList& arguments);
[[nodiscard]] int dumpCommand(const QStringList& arguments);
[[nodiscard]] int runsCommand(const QStringList& arguments);
[[nodiscard]] int historyCommand(const QStringList& arguments);
[[nodiscard]] int artifactsCommand(const QStringList& arguments);
[[nodiscard]] int modelsCommand(const QStringList& arguments);
[[nodiscard]] int problemsCommand(const QStringList& arguments);
[[nodiscard]] int stageCommand(const QStringList& arguments);
[[nodiscard]] int aliasCommand(const QStringList& arguments);
[[nodiscard]] int describeCommand(const QStringList& arguments);
[[nodiscard]] int tagCommand(const QStringList& arguments);
[[nodiscard]] int outboxCommand(const QStringList& arguments);

}  // namespace podium::app
