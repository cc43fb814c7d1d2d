// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/lineplot.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <functional>

using namespace podium;
using namespace podium::views;

namespace {

std::shared_ptr<const series::Series> seriesOf(int count, const std::function<double(int)>& value,
                                               int stride = 1) {
    std::vector<domain::MetricPoint> points;
    for (int i = 0; i < count; ++i)
        points.push_back({value(i), 1'700'000'000'000 + i * 1000, i * stride});
    return series::Series::fromPoints(points);
}

PlotLine lineOf(qint64 id, const std::shared_ptr<const series::Series>& series,
                const QString& group = {}) {
    PlotLine line;
    line.id = id;
    line.name = QStringLiteral("run %1").arg(id);
    line.color = id % 2 == 1 ? QColor(Qt::red) : QColor(Qt::blue);
    line.series = series;
    line.group = group;
    return line;
}

/// How red a picture is at a place or right above or below it; 0 for the background.
int redness(const QImage& image, const QPointF& at) {
    int most = 0;
    for (int dy = -2; dy <= 2; ++dy) {
        const QColor pixel = image.pixelColor(at.toPoint() + QPoint(0, dy));
        most = std::max(most, pixel.red() - pixel.blue());
    }
    return most;
}

}  // namespace

/// What the options of a plot make of its lines.
class TestLinePlotOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_plot = std::make_unique<LinePlot>();
        m_plot->resize(600, 300);
        m_plot->show();
    }
    void cleanup() { m_plot.reset(); }

    void groupsBecomeBands() {
        const QString a = QStringLiteral("lr 0.1");
        const QString b = QStringLiteral("lr 0.2");
        m_plot->setLines({lineOf(1, seriesOf(101, [](int) { return 1.0; }), a),
                          lineOf(3, seriesOf(101, [](int) { return 3.0; }), a),
                          lineOf(2, seriesOf(101, [](int) { return 9.0; }), b)});
        PlotOptions options;
        options.bands = true;
        options.spread = series::BandSpread::MinMax;
        m_plot->setOptions(options);
        settle();
        const auto legend = m_plot->legend();
        QCOMPARE(legend.size(), std::size_t{2});
        QCOMPARE(legend[0].name, a);
        QVERIFY(legend[0].id < 0);
        QCOMPARE(m_plot->idsOf(legend[0].id), (QVector<qint64>{1, 3}));
        QCOMPARE(m_plot->idsOf(legend[1].id), QVector<qint64>{2});
        QCOMPARE(m_plot->idsOf(2), QVector<qint64>{2});
        QCOMPARE(m_plot->receipt().bands, 2U);
        QCOMPARE(m_plot->receipt().counts.all, 303U);
        QCOMPARE(m_plot->receipt().inView, 303U);
        // Filled between the members, strongest at the middle, empty beyond.
        const QImage image = m_plot->grab().toImage();
        const int inside = redness(image, m_plot->pixelAt(50, 1.4));
        QVERIFY(inside > 15);
        QVERIFY(redness(image, m_plot->pixelAt(50, 2)) > inside + 40);
        QCOMPARE(redness(image, m_plot->pixelAt(50, 5)), 0);
        // A click on the middle stands for the group.
        QSignalSpy clicked(m_plot.get(), &LinePlot::lineClicked);
        QTest::mouseMove(m_plot.get(), m_plot->pixelAt(50, 2).toPoint());
        QTest::mouseClick(m_plot.get(), Qt::LeftButton, {}, m_plot->pixelAt(50, 2).toPoint());
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.front().front().toLongLong(), legend[0].id);
        // Bands are in the vector form, too.
        QVERIFY(m_plot->svg().contains("fill-opacity"));
    }

    void anotherMetricOnTheXAxis() {
        PlotLine line = lineOf(1, seriesOf(101, [](int i) { return i / 100.0; }));
        line.over = seriesOf(
            51, [](int i) { return 1000.0 + i; }, 2);  // every other step
        m_plot->setLines({line});
        PlotOptions options;
        options.xMetric = QStringLiteral("tokens");
        m_plot->setOptions(options);
        settle();
        QCOMPARE(m_plot->xRange().low, 1000 - 50 * 0.015);
        QCOMPARE(m_plot->receipt().inView, 51U);
        QCOMPARE(m_plot->receipt().unplaced, 50U);
        options.carryForward = true;
        m_plot->setOptions(options);
        settle();
        QCOMPARE(m_plot->receipt().inView, 101U);
        QCOMPARE(m_plot->receipt().unplaced, 0U);
    }

    void differenceToABaseline() {
        m_plot->setLines({lineOf(1, seriesOf(101, [](int i) { return i * 1.0; })),
                          lineOf(2, seriesOf(101, [](int i) { return i + 5.0; }))});
        PlotOptions options;
        options.baseline = 1;
        m_plot->setOptions(options);
        settle();
        QVERIFY(m_plot->yRange().low < 0 && m_plot->yRange().low > -1);
        QVERIFY(m_plot->yRange().high > 5 && m_plot->yRange().high < 6);
        // A baseline that is not shown any more leaves the values as they are.
        options.baseline = 77;
        m_plot->setOptions(options);
        settle();
        QVERIFY(m_plot->yRange().high > 100);
    }

    void outliersAreLeftOutAndCounted() {
        m_plot->setLines({lineOf(1, seriesOf(1000, [](int i) {
                                     return i == 500 ? 1e6 : i == 700 ? -1e6 : std::sin(i);
                                 }))});
        settle();
        QVERIFY(m_plot->yRange().high > 1e6);
        PlotOptions options;
        options.withoutOutliers = true;
        m_plot->setOptions(options);
        settle();
        QVERIFY(m_plot->yRange().high < 3 && m_plot->yRange().low > -3);
        QVERIFY(m_plot->yRange().high >= 1 && m_plot->yRange().low <= -1);
        QCOMPARE(m_plot->receipt().outside, 2U);
        QCOMPARE(m_plot->receipt().inView, 1000U);
    }

    void typedRangesAreWhatAllMeans() {
        m_plot->setLines({lineOf(1, seriesOf(101, [](int i) { return i * 1.0; }))});
        PlotOptions options;
        options.fixedX = series::Range{20, 40};
        options.fixedY = series::Range{-5, 200};
        m_plot->setOptions(options);
        settle();
        QCOMPARE(m_plot->xRange(), (series::Range{20, 40}));
        QCOMPARE(m_plot->yRange(), (series::Range{-5, 200}));
        QVERIFY(!m_plot->isZoomed());
        m_plot->zoomBy(0.5);
        QVERIFY(m_plot->isZoomed());
        m_plot->resetZoom();
        settle();
        QCOMPARE(m_plot->xRange(), (series::Range{20, 40}));
    }

    void aLogarithmicXAxisSaysWhatItCannotShow() {
        m_plot->setLines({lineOf(1, seriesOf(1001, [](int i) { return i * 1.0; }))});
        PlotOptions options;
        options.logX = true;
        m_plot->setOptions(options);
        settle();
        QCOMPARE(m_plot->xRange(), (series::Range{0, 3}));  // decimal logarithms of 1 .. 1000
        QCOMPARE(m_plot->receipt().unplaced, 1U);           // step 0
    }

    void relativeTimeFromTheStartOfTheRun() {
        PlotLine line = lineOf(1, seriesOf(101, [](int i) { return i * 1.0; }));
        line.runStart = 1'700'000'000'000 - 60'000;
        m_plot->setLines({line});
        PlotOptions options;
        options.x = series::XKind::RelativeTime;
        m_plot->setOptions(options);
        settle();
        QCOMPARE(m_plot->xRange(), (series::Range{0, 100'000}));
        options.fromRunStart = true;
        m_plot->setOptions(options);
        settle();
        QCOMPARE(m_plot->xRange(), (series::Range{60'000, 160'000}));
    }

    void aRestartIsALineOfItsOwn() {
        std::vector<domain::MetricPoint> points;
        for (int i = 0; i < 100; ++i)
            points.push_back({1, i, i});
        for (int i = 0; i < 100; ++i)
            points.push_back({3, 100 + i, 50 + i});
        m_plot->setLines({lineOf(1, series::Series::fromPoints(points))});
        PlotOptions options;
        options.separateRestarts = true;
        m_plot->setOptions(options);
        settle();
        QCOMPARE(m_plot->legend().size(), std::size_t{1});
        QCOMPARE(m_plot->receipt().inView, 200U);
        // No strokes between the two at the steps that both have.
        const QImage image = m_plot->grab().toImage();
        QVERIFY(redness(image, m_plot->pixelAt(75, 1)) > 60);
        QVERIFY(redness(image, m_plot->pixelAt(75, 3)) > 60);
        QCOMPARE(redness(image, m_plot->pixelAt(75, 2)), 0);
    }

    void theBestValueIsRinged() {
        m_plot->setLines({lineOf(1, seriesOf(101, [](int i) { return i == 30 ? 0.0 : 5.0; }))});
        settle();
        const QPointF place = m_plot->pixelAt(30, 0);
        const int before = redness(m_plot->grab().toImage(), place + QPointF(4, 0));
        PlotOptions options;
        options.best = BestMark::Least;
        m_plot->setOptions(options);
        settle();
        const QImage image = m_plot->grab().toImage();
        QVERIFY(redness(image, m_plot->pixelAt(30, 0) + QPointF(4, 0)) > before + 60);
        QCOMPARE(image.pixelColor(m_plot->pixelAt(30, 0).toPoint()).green(),
                 m_plot->palette().color(QPalette::Base).green());
    }

    void everyPointIsChecked() {
        m_plot->setLines({lineOf(1, seriesOf(20'000, [](int i) { return std::sin(i * 0.1); })),
                          lineOf(2, seriesOf(
                                        50, [](int i) { return i * 0.01; }, 400))});
        PlotOptions options;
        options.smoothing = 0.9;
        m_plot->setOptions(options);
        settle();
        QSignalSpy verified(m_plot.get(), &LinePlot::verified);
        m_plot->verify();
        QVERIFY(verified.wait());
        const auto result = verified.front().front().value<series::Verified>();
        QCOMPARE(result.points, 20'050U);
        QCOMPARE(result.differing, 0U);
        QVERIFY(result.columns > 500);
    }

private:
    void settle() { QTRY_VERIFY(m_plot->isSettled()); }

    std::unique_ptr<LinePlot> m_plot;
};

QTEST_MAIN(TestLinePlotOptions)
#include "tst_lineplotoptions.moc"
