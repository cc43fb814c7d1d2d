// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/brush.h"

#include "randomcolumns.h"

#include <QTest>

using namespace podium::analysis;
using namespace podium::test;

class TestBrush : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsEverythingAtFirst() {
        const Brush brush;
        QVERIFY(brush.contains(1) && brush.contains(NaN) && brush.containsCategory(NoCategory));
    }

    void intervals() {
        Brush brush;
        brush.add({5, 3});
        brush.add({7, Infinity});
        QVERIFY(brush.contains(3) && brush.contains(5) && brush.contains(1e308));
        QVERIFY(!brush.contains(2.999) && !brush.contains(6) && !brush.contains(NaN));
        brush.setMissing(true);
        QVERIFY(brush.contains(NaN));
        brush.add({4, 7});
        QCOMPARE(brush.intervals(), (std::vector<Interval>{{3, Infinity}}));
        brush.add({NaN, 1});
        QCOMPARE(brush.intervals().size(), std::size_t{1});
        brush.add({0, 1});
        brush.removeAt(3.5);
        QCOMPARE(brush.intervals(), (std::vector<Interval>{{0, 1}}));
        brush.add({1, 2});
        QCOMPARE(brush.intervals(), (std::vector<Interval>{{0, 2}}));
        brush.clear();
        QVERIFY(brush.empty() && brush.contains(NaN));
    }

    void categories() {
        Brush brush;
        brush.toggle(2);
        QVERIFY(brush.containsCategory(2) && !brush.containsCategory(1));
        QVERIFY(!brush.containsCategory(NoCategory));
        brush.toggle(2);
        QVERIFY(brush.empty());
    }

    void severalAxes() {
        ColumnValues numbers;
        numbers.numbers = {1, 2, 3, NaN};
        ColumnValues texts;
        texts.type = ColumnType::Categories;
        texts.codes = {1, 2, 2, 2};
        Brush high;
        high.add({2, 9});
        Brush second;
        second.toggle(2);
        podium::query::Bitmap rows(4, true);
        high.keep(numbers, rows);
        QCOMPARE(rows.rows(), (std::vector<std::uint32_t>{1, 2}));
        rows.reset(2);
        second.keep(texts, rows);
        QCOMPARE(rows.rows(), (std::vector<std::uint32_t>{1}));
    }
};

QTEST_GUILESS_MAIN(TestBrush)
#include "tst_brush.moc"
