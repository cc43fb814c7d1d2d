// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobengine.h"
#include "session/settings.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <utility>
#include <vector>

namespace podium::app {

/// Keeps what is open shortly after each change, so that it is there also after a crash. The values
/// are gathered on the UI thread, and written by a job: a disk may be slow.
class SessionSaver : public QObject {
    Q_OBJECT
public:
    using Values = std::vector<std::pair<session::Setting, QVariant>>;

    /// A change is on the disk at the latest so long after it, if the disk is quick.
    static constexpr int DelayMs = 400;

    SessionSaver(session::Settings& settings, jobs::JobEngine& engine,
                 std::function<Values()> gather);

    /// Something has changed.
    void touch();

private:
    void write();

    session::Settings& m_settings;
    jobs::JobEngine& m_engine;
    std::function<Values()> m_gather;
    QTimer m_timer;
    Values m_last;
    bool m_writing = false;
};

}  // namespace podium::app
