// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/lineplotprivate.h"

#include <QtConcurrent>

namespace podium::views {

namespace {

/// Draws every line of a picture anew and compares it with a look at each of its points.
series::Verified verifyFrame(const Frame& frame, std::stop_token stop) {
    series::Verified sum;
    for (const PreparedLine& line : frame.prepared->lines) {
        const series::Window& window = frame.mapping.window;
        sum += series::verify(*line.raw, window, series::decimate(*line.raw, window), stop);
        if (line.shown == line.raw)
            continue;
        // Its points are the same ones and count once.
        series::Verified smoothed =
            series::verify(*line.shown, window, series::decimate(*line.shown, window), stop);
        smoothed.points = 0;
        sum += smoothed;
    }
    return sum;
}

}  // namespace

void LinePlot::verify() {
    if (d->frame == nullptr)
        return;
    d->verification.request_stop();
    d->verification = std::stop_source();
    auto* watcher = new QFutureWatcher<series::Verified>(this);
    connect(watcher, &QFutureWatcher<series::Verified>::finished, this, [this, watcher] {
        watcher->deleteLater();
        const series::Verified result = watcher->result();
        if (result.complete)
            Q_EMIT verified(result);
    });
    watcher->setFuture(
        QtConcurrent::run(&d->pool, [frame = d->frame, stop = d->verification.get_token()] {
            return verifyFrame(*frame, stop);
        }));
}

}  // namespace podium::views
