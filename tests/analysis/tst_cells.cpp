// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/contour.h"

#include "randomcolumns.h"

#include <QTest>

#include <algorithm>

using namespace podium::analysis;
using namespace podium::test;

class TestCells : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells() {
        const std::vector<double> edges = {0, 1, 10, 100};
        QCOMPARE(cellsOf(std::vector<double>{0, 0.5, 1, 100, 101, -1, NaN, Infinity}, edges),
                 (std::vector<std::uint32_t>{0, 0, 1, 2, NoCell, NoCell, NoCell, NoCell}));
        QCOMPARE(cellsOf(std::vector<double>{0}, std::vector<double>{}),
                 std::vector<std::uint32_t>{NoCell});
    }

    void grid() {
        const std::vector<std::uint32_t> x = {0, 0, 1, 1, NoCell, 1, 2};
        const std::vector<std::uint32_t> y = {0, 0, 2, 2, 0, 2, 0};
        const std::vector<double> z = {1, 4, 7, NaN, 9, Infinity, 3};
        const CellGrid grid = cellGrid(x, 2, y, 3, z);
        QCOMPARE(grid.cells.size(), std::size_t{6});
        QCOMPARE(grid.at(0, 0).count, std::size_t{2});
        QCOMPARE(grid.at(0, 0).mean, 2.5);
        QCOMPARE(grid.at(0, 0).min, 1.0);
        QCOMPARE(grid.at(0, 0).max, 4.0);
        QCOMPARE(grid.at(1, 2).count, std::size_t{1});
        QCOMPARE(grid.at(1, 2).without, std::size_t{2});
        QCOMPARE(grid.at(1, 2).mean, 7.0);
        QVERIFY(std::isnan(grid.at(1, 0).mean) && std::isnan(grid.at(1, 0).max));
        QCOMPARE(grid.outside, std::size_t{2});
    }

    void withoutANumberRunsAreCounted() {
        const std::vector<std::uint32_t> x = {0, 0, 1};
        QCOMPARE(cellGrid(x, 2, x, 2, {}).at(0, 0).without, std::size_t{2});
    }

    void meansOfTheGreatest() {
        const std::vector<std::uint32_t> zeros(4, 0);
        const std::vector<double> z = {Greatest, Greatest, -Greatest, -Greatest};
        QVERIFY(std::abs(cellGrid(zeros, 1, zeros, 1, z).at(0, 0).mean) < Greatest * 1e-15);
    }

    void asByAdding() {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const std::size_t count = seed * 3;
            std::mt19937_64 random(seed);
            std::vector<std::uint32_t> x;
            std::vector<std::uint32_t> y;
            std::vector<double> z;
            for (std::size_t i = 0; i < count; ++i) {
                x.push_back(static_cast<std::uint32_t>(random() % 4));
                y.push_back(static_cast<std::uint32_t>(random() % 3));
                z.push_back(static_cast<double>(random() % 1000) / 7);
            }
            const CellGrid grid = cellGrid(x, 4, y, 3, z);
            for (std::uint32_t column = 0; column < 4; ++column) {
                for (std::uint32_t row = 0; row < 3; ++row) {
                    double sum = 0;
                    std::size_t n = 0;
                    for (std::size_t i = 0; i < count; ++i) {
                        if (x[i] == column && y[i] == row) {
                            sum += z[i];
                            ++n;
                        }
                    }
                    QCOMPARE(grid.at(column, row).count, n);
                    if (n > 0)
                        QCOMPARE(grid.at(column, row).mean, sum / static_cast<double>(n));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCells)
#include "tst_cells.moc"
