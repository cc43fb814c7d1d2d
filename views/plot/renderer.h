// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plot/frame.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

namespace podium::views {

/// Makes a plot's pictures on a thread pool, one at a time. Of requests that come meanwhile only
/// the newest is kept; the running one is finished, so that a moving view is never without
/// pictures; but an exact one, which takes longer, is given up once the view moves on, and one of a
/// moving view once an exact one is asked for. Lives on the
/// UI thread; the destructor stops the running one and waits for it.
class Renderer : public QObject {
    Q_OBJECT
public:
    explicit Renderer(QThreadPool& pool, QObject* parent = nullptr);
    ~Renderer() override;

    void request(FrameRequest request);
    [[nodiscard]] bool busy() const { return m_running; }

Q_SIGNALS:
    void ready(const std::shared_ptr<const podium::views::Frame>& frame);

private:
    void start(FrameRequest request);
    void finished();

    using FramePointer = std::shared_ptr<const Frame>;

    QThreadPool& m_pool;
    QFutureWatcher<FramePointer> m_watcher;
    std::optional<FrameRequest> m_next;
    std::stop_source m_stop;
    std::stop_source m_superseded;  // of the running one
    bool m_running = false;
    bool m_exact = false;  // the running one
};

}  // namespace podium::views
