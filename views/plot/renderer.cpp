// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/renderer.h"

#include <QtConcurrent>

namespace podium::views {

Renderer::Renderer(QThreadPool& pool, QObject* parent) : QObject(parent), m_pool(pool) {
    connect(&m_watcher, &QFutureWatcher<FramePointer>::finished, this, &Renderer::finished);
}

Renderer::~Renderer() {
    m_stop.request_stop();
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void Renderer::request(FrameRequest request) {
    if (!m_running) {
        start(std::move(request));
        return;
    }
    if (m_exact == request.moving)
        m_superseded.request_stop();
    m_next = std::move(request);
}

void Renderer::start(FrameRequest request) {
    m_running = true;
    m_exact = !request.moving;
    m_superseded = {};
    m_watcher.setFuture(QtConcurrent::run(
        &m_pool,
        [request = std::move(request), stop = m_stop.get_token(),
         superseded = m_superseded.get_token()] { return makeFrame(request, stop, superseded); }));
}

void Renderer::finished() {
    m_running = false;
    const FramePointer frame = m_watcher.result();
    // The next one begins before this one is shown: the worker should not wait for the screen.
    if (m_next) {
        FrameRequest next = *std::exchange(m_next, std::nullopt);
        if (frame != nullptr)
            next.previous = frame->prepared;
        start(std::move(next));
    }
    if (frame != nullptr && !frame->superseded)
        Q_EMIT ready(frame);
}

}  // namespace podium::views
