// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace podium::views {

/// A long job as a person sees it.
struct TaskInfo {
    QString id;
    QString name;    // "lab server"
    QString amount;  // "14 900 of 48 211 runs"
    qint64 done = 0;
    qint64 total = 0;  // 0: not known yet
    bool cancellable = true;
};

enum class TaskOutcome { Done, Failed, Cancelled };

/// Milliseconds that are left at the speed so far; -1 while that is a guess (less than two seconds
/// or nothing done yet).
[[nodiscard]] qint64 remainingMs(qint64 elapsedMs, qint64 done, qint64 total);

}  // namespace podium::views
