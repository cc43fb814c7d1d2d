// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/sort.h"
#include "testframes.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace podium;
using namespace podium::query;

Q_DECLARE_METATYPE(podium::query::OrderKey)

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();

/// Runs in two letters each: what they are sorted by, so that an order reads as a text.
std::vector<tests::TestRun> sampleRuns() {
    std::vector<tests::TestRun> runs;
    const auto add = [&runs](const char* id, std::optional<double> metric, const char* param) {
        tests::TestRun& run = runs.emplace_back();
        run.id = id;
        run.start = 1000;
        if (metric)
            run.metrics["m"] = *metric;
        if (param != nullptr)
            run.params["p"] = param;
    };
    add("e", NaN, "10");
    add("b", -0.0, "9");
    add("a", 0.0, "1e1");
    add("c", Infinity, "auto");
    add("g", std::nullopt, nullptr);
    add("d", -Infinity, "nan");
    add("f", std::nullopt, "Zeta");
    add("h", 1.5, "-3");
    runs[3].start = 2000;
    runs[4].datasets = {{"x", "1", std::nullopt}, {"a", "2", std::nullopt}};
    runs[5].datasets = {{"b", "1", std::nullopt}};
    return runs;
}

std::string sorted(const std::vector<tests::TestRun>& runs, const std::vector<OrderKey>& keys) {
    const Frame frame = tests::makeFrame(runs);
    std::string ids;
    for (const std::uint32_t row : sortRows(frame, allRows(frame), keys))
        ids += runs[row].id;
    return ids;
}

}  // namespace

class TestSortRows : public QObject {
    Q_OBJECT
private slots:
    void orders_data();
    void orders();
    void parsesOrders_data();
    void parsesOrders();
    void agreesWithReference_data();
    void agreesWithReference();
    void keepsRowsWhenStopped();
    void longTexts();
};

void TestSortRows::orders_data() {
    QTest::addColumn<OrderKey>("key");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, OrderKey key, const char* expected) {
        QTest::newRow(name) << std::move(key) << std::string(expected);
    };
    const OrderKey nothing{metricColumn("none"), false, false};
    row("natural: start_time DESC, run_id ASC", nothing, "cabdefgh");
    row("metric up", {metricColumn("m"), false, false}, "dabhcefg");
    row("metric down", {metricColumn("m"), true, false}, "chabdefg");
    row("text up", {paramColumn("p"), false, false}, "heabfcdg");
    row("text down", {paramColumn("p"), true, false}, "dcfbaehg");
    row("numeric text up", {paramColumn("p"), false, true}, "hbaedfcg");
    row("numeric text down", {paramColumn("p"), true, true}, "aebhdcfg");
    row("time up", {attributeColumn(Attribute::StartTime), false, false}, "abdefghc");
    row("run id down", {attributeColumn(Attribute::RunId), true, false}, "hgfedcba");
    row("datasets by the first", {datasetColumn("name"), false, false}, "dgcabefh");
}

void TestSortRows::orders() {
    QFETCH(OrderKey, key);
    QFETCH(std::string, expected);
    QCOMPARE(sorted(sampleRuns(), {key}), expected);
}

void TestSortRows::parsesOrders_data() {
    QTest::addColumn<QString>("clause");
    QTest::addColumn<QString>("result");
    const auto row = [](const char* clause, const char* result) {
        QTest::newRow(clause) << QString::fromUtf8(clause) << QString::fromUtf8(result);
    };
    row("metrics.acc", "acc up");
    row("metrics.`a b` DESC", "a b down");
    row("params.a/b", "order");
    row("tags.\"a b\" aSc", "a b up");
    row("start_time DESC", "start");
    row("Created", "start");
    row("run name", "order");
    row("`run name`", "attribute");
    row("metrics.acc DESC NULLS LAST", "order");
    row("metrics.acc sideways", "order");
    row(" metrics.acc", "order");
    row("", "order");
    row("ASC", "attribute");
    row("datasets.name", "order-dataset");
    row("experiments.name", "entity");
    // MLflow takes quotes off before it looks for the entity, but only if a direction follows.
    row("`metrics.acc` DESC", "acc down");
    row("`metrics.acc`", "entity");
    row("metrics.\"it's\"", "it's up");
}

void TestSortRows::parsesOrders() {
    QFETCH(QString, clause);
    QFETCH(QString, result);
    const std::vector<std::string> clauses{"metrics.first", clause.toStdString()};
    const auto keys = parseOrder(clauses);
    if (keys.failed()) {
        QCOMPARE(QString::fromStdString(keys.error().args.at(2)), result);
        QCOMPARE(keys.error().args.at(3), std::string("1"));
        return;
    }
    const OrderKey& key = keys.value().at(1);
    QVERIFY(!key.numericText);
    if (key.column == attributeColumn(Attribute::StartTime))
        QCOMPARE(result, QStringLiteral("start"));
    else
        QCOMPARE(QString::fromStdString(key.column.key + (key.descending ? " down" : " up")),
                 result);
}

void TestSortRows::agreesWithReference_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("distinct");
    QTest::newRow("few rows") << 20 << 4;
    QTest::newRow("few values") << 5000 << 3;
    QTest::newRow("many values") << 5000 << 100000;
    QTest::newRow("some ties") << 3000 << 1500;
}

/// Random columns and keys against std::stable_sort with the rules spelled out.
void TestSortRows::agreesWithReference() {
    QFETCH(int, rows);
    QFETCH(int, distinct);
    std::mt19937 random(static_cast<unsigned>(rows + distinct));
    const auto below = [&random](int bound) {
        return static_cast<int>(random() % static_cast<unsigned>(bound));
    };
    std::vector<tests::TestRun> runs(static_cast<std::size_t>(rows));
    for (tests::TestRun& run : runs) {
        // Ids in groups with a long common beginning; a few are the same.
        run.id =
            "group-" + std::to_string(below(3)) + "-0123456789-" + std::to_string(below(rows * 4));
        if (below(20) != 0)
            run.start = below(distinct) - distinct / 2;
        if (below(10) != 0)
            run.metrics["m"] = below(8) == 0 ? NaN : (below(distinct) - distinct / 2) / 8.0;
        if (below(10) != 0)
            run.params["p"] = std::string(static_cast<std::size_t>(below(3)) * 7, 'x') +
                              std::to_string(below(distinct));
    }
    runs[0].metrics["m"] = 1;
    runs[0].params["p"] = "x";
    const Frame frame = tests::makeFrame(runs);

    const auto missing = [](auto&& has, auto&& value, bool descending) {
        return [=](const tests::TestRun& a, const tests::TestRun& b) -> int {
            if (!has(a) || !has(b))
                return int{!has(a)} - int{!has(b)};
            const auto order = value(a) < value(b) ? -1 : value(b) < value(a) ? 1 : 0;
            return descending ? -order : order;
        };
    };
    using Compare = std::function<int(const tests::TestRun&, const tests::TestRun&)>;
    const auto metricClass = [](const tests::TestRun& run) {
        const auto found = run.metrics.find("m");
        return found == run.metrics.end() ? 2 : std::isnan(found->second) ? 1 : 0;
    };
    const auto metric = [&](bool descending) -> Compare {
        return [=](const tests::TestRun& a, const tests::TestRun& b) -> int {
            if (metricClass(a) != metricClass(b) || metricClass(a) != 0)
                return metricClass(a) - metricClass(b);
            const double x = a.metrics.at("m");
            const double y = b.metrics.at("m");
            const int order = x < y ? -1 : y < x ? 1 : 0;
            return descending ? -order : order;
        };
    };
    const auto param = [&](bool descending) -> Compare {
        return missing([](const auto& run) { return run.params.count("p") != 0; },
                       [](const auto& run) { return run.params.at("p"); }, descending);
    };
    const Compare start = missing([](const auto& run) { return run.start.has_value(); },
                                  [](const auto& run) { return *run.start; }, true);
    const Compare id = [](const tests::TestRun& a, const tests::TestRun& b) {
        return a.id.compare(b.id);
    };
    for (int round = 0; round < 8; ++round) {
        const bool metricDown = (round & 1) != 0;
        const bool paramDown = (round & 2) != 0;
        std::vector<OrderKey> keys{{metricColumn("m"), metricDown, false},
                                   {paramColumn("p"), paramDown, false}};
        std::vector<Compare> compares{metric(metricDown), param(paramDown), start, id};
        if ((round & 4) != 0) {
            std::swap(keys[0], keys[1]);
            std::swap(compares[0], compares[1]);
        }
        std::vector<std::uint32_t> expected = allRows(frame);
        std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
            for (const Compare& compare : compares)
                if (const int order = compare(runs[a], runs[b]); order != 0)
                    return order < 0;
            return false;
        });
        std::vector<std::uint32_t> shuffled = allRows(frame);
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        QVERIFY(sortRows(frame, shuffled, keys) == expected);
    }
}

void TestSortRows::keepsRowsWhenStopped() {
    const Frame frame = tests::makeFrame(sampleRuns());
    std::stop_source stop;
    stop.request_stop();
    const std::vector<OrderKey> keys{{metricColumn("m"), true, false}};
    std::vector<std::uint32_t> rows = sortRows(frame, allRows(frame), keys, stop.get_token());
    std::sort(rows.begin(), rows.end());
    QVERIFY(rows == allRows(frame));
}

void TestSortRows::longTexts() {
    std::vector<tests::TestRun> runs(200);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        runs[i].id = std::to_string(1000 + i);
        // Ends with zero bytes and differences behind 100 equal ones.
        runs[i].params["p"] =
            std::string(100 + i % 3, 'x') + std::string(i % 2, '\0') + std::to_string(997 - i);
    }
    const Frame frame = tests::makeFrame(runs);
    const std::vector<OrderKey> keys{{paramColumn("p"), false, false}};
    const std::vector<std::uint32_t> rows = sortRows(frame, allRows(frame), keys);
    QVERIFY(std::is_sorted(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return runs[a].params.at("p") < runs[b].params.at("p");
    }));
}

QTEST_GUILESS_MAIN(TestSortRows)
#include "tst_sortrows.moc"
