// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/column.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace podium::analysis;
namespace query = podium::query;

namespace {

query::Column texts(const std::vector<std::string>& values) {
    query::TextColumnBuilder builder(0);
    for (const std::string& value : values)
        builder.append(value);
    return builder.take();
}

std::vector<std::uint32_t> all(std::size_t count) {
    std::vector<std::uint32_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

ColumnValues param(const std::vector<std::string>& values) {
    return columnValues(query::paramColumn("p"), texts(values), all(values.size()));
}

}  // namespace

class TestColumn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersInTexts() {
        const ColumnValues values = param({"0.1", "1e-3", " 7 ", "None"});
        QCOMPARE(values.type, ColumnType::Number);
        QCOMPARE(values.numbers[0], 0.1);
        QCOMPARE(values.numbers[1], 0.001);
        QCOMPARE(values.numbers[2], 7.0);
        QVERIFY(std::isnan(values.numbers[3]));
        QCOMPARE(values.present, std::size_t{3});
        QCOMPARE(values.none, std::size_t{1});
    }

    void oneWordMakesCategories() {
        const ColumnValues values = param({"10", "auto", "9", "auto", "None"});
        QCOMPARE(values.type, ColumnType::Categories);
        QCOMPARE(values.categories, (std::vector<std::string>{"9", "10", "None", "auto"}));
        QCOMPARE(values.codes, (std::vector<Category>{2, 4, 1, 4, 3}));
    }

    void booleans() {
        const ColumnValues values = param({"True", "false", "True"});
        QCOMPARE(values.type, ColumnType::Boolean);
        QCOMPARE(values.codes, (std::vector<Category>{2, 1, 2}));
        QCOMPARE(values.categories, (std::vector<std::string>{"false", "True"}));
        QCOMPARE(param({"True"}).codes, (std::vector<Category>{2}));
    }

    void onlyTheRowsAsked() {
        query::TextColumn column = std::get<query::TextColumn>(texts({"b", "7", "a", "8"}));
        column.codes[2] = query::TextColumn::Missing;
        const std::vector<std::uint32_t> numbers = {3, 1, 2};
        const ColumnValues values = columnValues(query::tagColumn("t"), column, numbers);
        QCOMPARE(values.type, ColumnType::Number);
        QCOMPARE(values.numbers[0], 8.0);
        QCOMPARE(values.numbers[1], 7.0);
        QVERIFY(std::isnan(values.numbers[2]));
        QCOMPARE(values.present, std::size_t{2});
    }

    void metricsAndTimes() {
        query::NumberColumn numbers{{1, 2}, query::Bitmap(2)};
        numbers.present.set(1);
        const ColumnValues metric =
            columnValues(query::metricColumn("m"), query::Column(numbers), all(2));
        QVERIFY(std::isnan(metric.numbers[0]));
        QCOMPARE(metric.numbers[1], 2.0);
        const query::Column times = query::IntegerColumn{{5, 6}, query::Bitmap(2, true)};
        const auto typeOf = [&](query::Attribute attribute) {
            return columnValues(query::attributeColumn(attribute), times, all(2)).type;
        };
        QCOMPARE(typeOf(query::Attribute::StartTime), ColumnType::Time);
        QCOMPARE(typeOf(query::Attribute::Duration), ColumnType::Number);
    }

    void lists() {
        const query::Column column = query::TextListColumn{{0, 2, 2, 3}, {"mnist", "cifar", "a"}};
        const ColumnValues values = columnValues(query::datasetColumn("name"), column, all(3));
        QCOMPARE(values.categories, (std::vector<std::string>{"a", "mnist, cifar"}));
        QCOMPARE(values.codes, (std::vector<Category>{2, NoCategory, 1}));
    }

    void nothingThere() {
        const query::Column column =
            query::TextColumn{{query::TextColumn::Missing, query::TextColumn::Missing}, {}};
        const ColumnValues values = columnValues(query::paramColumn("p"), column, all(2));
        QCOMPARE(values.type, ColumnType::Number);
        QCOMPARE(values.present, std::size_t{0});
        QCOMPARE(values.numbers.size(), std::size_t{2});
    }

    void order() {
        const std::vector<std::string> sorted = {
            "-inf", "-2",  "1e-3", "2",      "10",      "inf",     "nan",       "",      "None",
            "a007", "a10", "b",    "layer9", "layer9b", "layer10", "layer010x", "layers"};
        std::vector<std::string> shuffled(sorted.rbegin(), sorted.rend());
        std::sort(shuffled.begin(), shuffled.end(), categoryBefore);
        QCOMPARE(shuffled, sorted);
    }

    void orderIsTotal() {
        const std::vector<std::string> values = {"1",  "1.0", "01", "a1",  "a01", "a1b", "a",
                                                 "a:", "a/",  "",   "nan", "NaN", "-a",  "10a"};
        for (const auto& a : values) {
            for (const auto& b : values) {
                QCOMPARE(int{categoryBefore(a, b)} + int{categoryBefore(b, a)}, a == b ? 0 : 1);
                for (const auto& c : values)
                    QVERIFY(!categoryBefore(a, b) || !categoryBefore(b, c) || categoryBefore(a, c));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestColumn)
#include "tst_column.moc"
