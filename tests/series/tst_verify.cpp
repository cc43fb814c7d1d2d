// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomseries.h"
#include "series/verify.h"

#include <QTest>

using namespace podium::series;
using namespace podium::test;

/// The look at every point that stands behind "all seen, extremes exact".
class TestVerify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsExactIsFoundExact_data() {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 40; ++seed)
            QTest::addRow("%llu", static_cast<unsigned long long>(seed)) << seed;
    }
    void whatIsExactIsFoundExact() {
        QFETCH(quint64, seed);
        const auto line = Line::make(*Series::fromPoints(randomPoints(seed)), XKind::Step);
        const MinMax extent = line->xExtent();
        if (line->size() == 0)
            return;
        const double span = std::max(1.0, extent.max - extent.min);
        for (const Window& window : {Window{extent.min, extent.min + span, 300},
                                     Window{extent.min + span / 3, extent.min + span / 2, 77},
                                     Window{extent.max + 1, extent.max + 2, 10}}) {
            const Decimated drawn = decimate(*line, window);
            const Verified verified = verify(*line, window, drawn);
            QCOMPARE(verified.differing, 0U);
            QCOMPARE(verified.points, drawn.end - drawn.begin);
            QCOMPARE(verified.columns, drawn.columns.size());
            QVERIFY(verified.complete);
        }
    }

    void aFaultIsFound() {
        std::vector<podium::domain::MetricPoint> points;
        for (int i = 0; i < 1000; ++i)
            points.push_back({i == 567 ? 100.0 : 1.0, 0, i});
        const auto line = Line::make(*Series::fromPoints(points), XKind::Step);
        const Window window{0, 999, 10};
        Decimated drawn = decimate(*line, window);
        QCOMPARE(verify(*line, window, drawn).differing, 0U);
        Decimated lost = drawn;
        lost.columns[5].max = 1;  // the outlier was not drawn
        QCOMPARE(verify(*line, window, lost).differing, 1U);
        lost = drawn;
        lost.columns.erase(lost.columns.begin() + 3);
        QCOMPARE(verify(*line, window, lost).differing, 1U);
    }

    void aStopSaysSo() {
        std::stop_source stop;
        stop.request_stop();
        const auto line = Line::make(*Series::fromPoints(randomPoints(3)), XKind::Step);
        if (line->size() > 0)
            QVERIFY(!verify(*line, {0, 1, 10}, {}, stop.get_token()).complete);
    }
};

QTEST_APPLESS_MAIN(TestVerify)
#include "tst_verify.moc"
