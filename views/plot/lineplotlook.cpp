// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/lineplotprivate.h"

#include <QtConcurrent>

#include <algorithm>

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
    connect(watcher, &QFutureWatcher<series::Verified>::finished, this,
            [this, watcher, frame = d->frame] {
                watcher->deleteLater();
                const series::Verified result = watcher->result();
                // Of a picture that has gone nobody wants to know.
                if (result.complete && frame == d->frame)
                    Q_EMIT verified(result);
            });
    watcher->setFuture(
        QtConcurrent::run(&d->pool, [frame = d->frame, stop = d->verification.get_token()] {
            return verifyFrame(*frame, stop);
        }));
}

std::vector<PlotLegendEntry> LinePlot::legend() const {
    std::vector<PlotLegendEntry> entries;
    if (d->frame == nullptr)
        return entries;
    const Prepared& prepared = *d->frame->prepared;
    for (const PreparedBand& band : prepared.bands)
        entries.push_back({band.id, band.name, band.color});
    if (!prepared.bands.empty())
        return entries;
    for (const PreparedLine& line : prepared.lines) {
        // The parts of a run that began anew follow one another.
        if (entries.empty() || entries.back().id != line.line.id)
            entries.push_back({line.line.id, line.line.name, line.line.color});
    }
    return entries;
}

QVector<qint64> LinePlot::idsOf(qint64 id) const {
    if (id >= 0 || d->frame == nullptr)
        return id > 0 ? QVector<qint64>{id} : QVector<qint64>();
    const Prepared& prepared = *d->frame->prepared;
    const auto band = std::ranges::find(prepared.bands, id, &PreparedBand::id);
    QVector<qint64> ids;
    if (band == prepared.bands.end())
        return ids;
    for (const PreparedLine& line : prepared.lines) {
        if (line.line.group == band->name && !ids.contains(line.line.id))
            ids.append(line.line.id);
    }
    return ids;
}

}  // namespace podium::views
