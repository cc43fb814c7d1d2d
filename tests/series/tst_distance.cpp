// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/distance.h"

#include <QTest>

#include <cmath>

using namespace podium::series;

namespace {

double distance(std::vector<double> ax, std::vector<double> ay, std::vector<double> bx,
                std::vector<double> by) {
    return curveDistance(*Line::through(std::move(ax), std::move(ay)),
                         *Line::through(std::move(bx), std::move(by)));
}

}  // namespace

/// How far curves lie apart; areas by hand.
class TestDistance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameCurves() { QCOMPARE(distance({0, 1, 2}, {3, 1, 2}, {0, 1, 2}, {3, 1, 2}), 0.0); }

    void levelLines() { QCOMPARE(distance({0, 10}, {0, 0}, {0, 4, 10}, {2, 2, 2}), 1.0); }

    void triangle() {
        // From 0 to 4 over a length of 10: half of height times length.
        QCOMPARE(distance({0, 10}, {0, 0}, {0, 10}, {0, 4}), 0.5);
    }

    void crossing() {
        // Two triangles of height 1 and width 1, area 0.5 each; height 2, length 2.
        QCOMPARE(distance({0, 2}, {0, 2}, {0, 2}, {2, 0}), 0.5);
    }

    void onlyTheCommonStretchCounts() {
        // Both have [5, 10]; there one is 1, the other 0. What lies outside has no say.
        QCOMPARE(distance({0, 5, 10}, {100, 1, 1}, {5, 10, 20}, {0, 0, 900}), 1.0);
    }

    void curvesThatDoNotMeet() {
        QVERIFY(std::isnan(distance({0, 1}, {0, 0}, {1, 2}, {0, 0})));
        QVERIFY(std::isnan(distance({0}, {0}, {0, 1}, {0, 0})));
        QVERIFY(std::isnan(distance({}, {}, {0, 1}, {0, 0})));
    }
};

QTEST_GUILESS_MAIN(TestDistance)
#include "tst_distance.moc"
