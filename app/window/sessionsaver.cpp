// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sessionsaver.h"

namespace podium::app {

SessionSaver::SessionSaver(session::Settings& settings, jobs::JobEngine& engine,
                           std::function<Values()> gather)
    : m_settings(settings), m_engine(engine), m_gather(std::move(gather)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(DelayMs);
    connect(&m_timer, &QTimer::timeout, this, &SessionSaver::write);
}

void SessionSaver::touch() {
    // Not put off by every further change: that could go on for ever.
    if (!m_timer.isActive())
        m_timer.start();
}

void SessionSaver::write() {
    if (m_writing)
        return touch();
    Values values = m_gather();
    if (values == m_last)
        return;
    m_last = values;
    m_writing = true;
    m_engine.run<bool>(
        jobs::Pool::Compute, this,
        [file = m_settings.file(), values = std::move(values)](std::stop_token, base::Progress&)
            -> base::Result<bool> { return session::Settings::write(file, values); },
        [this](base::Result<bool>) { m_writing = false; });
}

}  // namespace podium::app
