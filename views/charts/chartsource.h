// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "series/series.h"

#include <QColor>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

namespace podium::views {

/// A run that the charts show.
struct ChartRun {
    qint64 runNo = 0;
    QString name;
    QColor color;
    bool emphasised = false;  // drawn a little thicker and above the others
    QString group = {};       // of the table's grouping; "" where there is none
    std::optional<base::Millis> startTime = {};
    QString runId = {};
    QString source = {};  // where its store is
};

/// The history of one metric of one run; null where the run has none of it.
struct ChartLine {
    qint64 runNo = 0;
    std::shared_ptr<const series::Series> series;
    /// How much of the history this is.
    enum class Part { Whole, Sampled, LatestOnly } part = Part::Whole;
    bool outdated = false;                    // the run has later points
    bool fetching = false;                    // more is on its way
    bool offline = false;                     // nothing may be asked of its source now
    std::optional<base::Millis> asOf = {};    // of a server: when this was read
    std::optional<base::Error> failure = {};  // why the rest could not be had
    quint64 unpaired = 0;  // of an expression: steps that lack one of its metrics
};

/// Where charts get their data from; implemented above the views' rooms. Lives on the UI thread and
/// outlives the charts.
class ChartSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Metrics of the shown runs, in the order in which they are offered.
    [[nodiscard]] virtual QStringList metricKeys() const = 0;
    [[nodiscard]] virtual QVector<ChartRun> runs() const = 0;
    /// Asks for the histories of a metric of all shown runs; answered by loaded() or failed() with
    /// the same ticket, later, on the UI thread.
    virtual void request(const QString& metric, quint64 ticket) = 0;

Q_SIGNALS:
    /// Other runs are shown, or the same ones have new points, names or colours.
    void runsChanged();
    /// There is more of this metric than was loaded.
    void metricChanged(const QString& metric);
    void loaded(const QString& metric, quint64 ticket,
                const QVector<podium::views::ChartLine>& lines);
    void failed(const QString& metric, quint64 ticket, const podium::base::Error& error);
};

}  // namespace podium::views
