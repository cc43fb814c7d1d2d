// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/pareto.h"

#include "randomcolumns.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace podium::analysis;
using namespace podium::test;

namespace {

bool beats(const std::vector<Objective>& objectives, std::uint32_t a, std::uint32_t b) {
    bool better = false;
    for (const Objective& objective : objectives) {
        const double x = objective.values[a];
        const double y = objective.values[b];
        const bool lower = objective.better == Better::Lower;
        if (lower ? x > y : x < y)
            return false;
        better = better || x != y;
    }
    return better;
}

bool complete(const std::vector<Objective>& objectives, std::uint32_t point) {
    return std::none_of(objectives.begin(), objectives.end(), [point](const Objective& objective) {
        return std::isnan(objective.values[point]);
    });
}

/// By the definition: each point against each.
std::set<std::uint32_t> naiveFront(const std::vector<Objective>& objectives) {
    std::set<std::uint32_t> front;
    const auto count = static_cast<std::uint32_t>(objectives.front().values.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        bool beaten = !complete(objectives, i);
        for (std::uint32_t j = 0; j < count && !beaten; ++j)
            beaten = complete(objectives, j) && beats(objectives, j, i);
        if (!beaten)
            front.insert(i);
    }
    return front;
}

}  // namespace

class TestPareto : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lossAgainstAccuracy() {
        const std::vector<double> loss = {0.5, 0.3, 0.4, 0.3, NaN, 0.2, 0.3};
        const std::vector<double> accuracy = {0.9, 0.8, 0.7, 0.8, 0.99, 0.6, 0.7};
        const std::vector<Objective> objectives = {{loss, Better::Lower},
                                                   {accuracy, Better::Higher}};
        const ParetoFront front = paretoFront(objectives);
        // The equal points 1 and 3 are both on it; 2 and 6 are beaten by them; 4 has no loss.
        QCOMPARE(front.points, (std::vector<std::uint32_t>{5, 1, 3, 0}));
        QCOMPARE(front.missing, std::size_t{1});
    }

    void asByTheDefinition_data() {
        QTest::addColumn<int>("dimensions");
        for (const int dimensions : {1, 2, 3, 5})
            QTest::addRow("%d", dimensions) << dimensions;
    }
    void asByTheDefinition() {
        QFETCH(int, dimensions);
        for (std::uint64_t seed = 0; seed < 150; ++seed) {
            std::vector<std::vector<double>> columns;
            std::vector<Objective> objectives;
            for (int i = 0; i < dimensions; ++i)
                columns.push_back(
                    randomColumn(seed * 10 + static_cast<std::uint64_t>(i), seed % 90));
            for (std::size_t i = 0; i < columns.size(); ++i)
                objectives.push_back(
                    {columns[i], (seed >> i) % 2 == 0 ? Better::Lower : Better::Higher});
            const ParetoFront front = paretoFront(objectives);
            const std::set<std::uint32_t> points(front.points.begin(), front.points.end());
            QCOMPARE(points.size(), front.points.size());
            QVERIFY2(points == naiveFront(objectives), qPrintable(QString::number(seed)));
        }
    }

    void bestFirst() {
        const std::vector<double> x = randomColumn(5, 400);
        const std::vector<double> y = randomColumn(11, 400);
        const std::vector<Objective> objectives = {{x, Better::Higher}, {y, Better::Lower}};
        const ParetoFront front = paretoFront(objectives);
        QVERIFY(std::is_sorted(front.points.begin(), front.points.end(),
                               [&](std::uint32_t a, std::uint32_t b) { return x[a] > x[b]; }));
    }

    void nothing() {
        QVERIFY(paretoFront({}).points.empty());
        const std::vector<double> none;
        const std::vector<Objective> objectives = {{none, Better::Lower}, {none, Better::Lower}};
        QVERIFY(paretoFront(objectives).points.empty());
    }
};

QTEST_GUILESS_MAIN(TestPareto)
#include "tst_pareto.moc"
