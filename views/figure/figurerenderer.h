// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figure.h"

#include <QFutureWatcher>
#include <QImage>
#include <QObject>
#include <QThreadPool>

namespace podium::views {

/// A picture to be made.
struct FigureRequest {
    std::shared_ptr<const RunSet> runs;
    FigureOptions options;
    Canvas canvas;
    double ratio = 1;  // device pixels per pixel
    quint64 serial = 0;
    std::shared_ptr<const Figure> previous;
};

struct FigurePicture {
    std::shared_ptr<const Figure> figure;
    QImage image;
    Canvas canvas;
    quint64 serial = 0;
};

/// Makes figures and their pictures on a thread pool, one at a time; of requests that come
/// meanwhile the newest is kept. Lives on the UI thread; the destructor stops the running one and
/// waits.
class FigureRenderer : public QObject {
    Q_OBJECT
public:
    explicit FigureRenderer(QThreadPool& pool, QObject* parent = nullptr);
    ~FigureRenderer() override;

    void request(FigureRequest request);
    [[nodiscard]] bool busy() const { return m_running; }

Q_SIGNALS:
    void ready(const podium::views::FigurePicture& picture);

private:
    void start(FigureRequest request);
    void finished();

    QThreadPool& m_pool;
    QFutureWatcher<FigurePicture> m_watcher;
    std::optional<FigureRequest> m_next;
    FigureRequest m_current;
    std::stop_source m_stop;
    bool m_running = false;
};

/// Makes a picture at once.
[[nodiscard]] FigurePicture makePicture(const FigureRequest& request, std::stop_token stop = {});

}  // namespace podium::views
