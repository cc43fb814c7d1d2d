// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packed.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

using podium::domain::MetricPoint;
using namespace podium::series;

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t Least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t Most = std::numeric_limits<std::int64_t>::max();

/// Equality of bit patterns: NaN payloads and the sign of zero count.
bool same(const std::vector<MetricPoint>& a, const std::vector<MetricPoint>& b) {
    return std::ranges::equal(a, b, [](const MetricPoint& x, const MetricPoint& y) {
        return std::bit_cast<std::uint64_t>(x.value) == std::bit_cast<std::uint64_t>(y.value) &&
               x.step == y.step && x.timestamp == y.timestamp;
    });
}

std::vector<MetricPoint> regular(std::size_t count) {
    std::mt19937_64 random(count);
    std::vector<MetricPoint> points;
    for (std::size_t i = 0; i < count; ++i) {
        points.push_back({std::exp(-static_cast<double>(i) / 1e4),
                          1'700'000'000'000 + static_cast<std::int64_t>(i * 83 + random() % 9),
                          static_cast<std::int64_t>(i)});
    }
    return points;
}

/// Anything at all: random bit patterns as values, random or extreme steps and times.
std::vector<MetricPoint> wild(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const std::array extremes = {Least, Most, std::int64_t{0}, std::int64_t{-1}, Least + 1};
    const auto number = [&] {
        return random() % 3 == 0 ? extremes[random() % extremes.size()]
                                 : static_cast<std::int64_t>(random() >> (random() % 64));
    };
    std::vector<MetricPoint> points;
    for (std::size_t i = 0; i < count; ++i)
        points.push_back({std::bit_cast<double>(random()), number(), number()});
    return points;
}

}  // namespace

class TestPacked : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void smallBlobsAreSmall();
    void regularStepsTakeNoBytes();
    void overviewIsThePointsOwn_data();
    void overviewIsThePointsOwn();
    void truncated();
    void flippedBits();
    void liesAboutTheCount();
    void reductions();
    void reductionsOfNaN();
    void latestIsMlflows();
};

void TestPacked::roundTrip_data() {
    QTest::addColumn<std::vector<MetricPoint>>("points");
    const double denormal = std::numeric_limits<double>::denorm_min();
    const auto payload = std::bit_cast<double>(std::uint64_t{0xFFF0'0000'DEAD'BEEF});
    QTest::newRow("none") << std::vector<MetricPoint>{};
    QTest::newRow("one") << std::vector<MetricPoint>{{0.5, 1, 2}};
    QTest::newRow("special values") << std::vector<MetricPoint>{
        {NaN, 1, 1},      {-NaN, 1, 1},      {payload, 1, 1},
        {-0.0, 1, 1},     {denormal, 1, 1},  {-denormal, 1, 1},
        {Infinity, 1, 1}, {-Infinity, 1, 1}, {std::numeric_limits<double>::max(), 1, 1}};
    QTest::newRow("extreme steps") << std::vector<MetricPoint>{
        {1, Least, Most}, {2, Most, Least}, {3, 0, 0}, {4, Most, Most}, {5, Least, Least}};
    QTest::newRow("two, apart by all")
        << std::vector<MetricPoint>{{1, Least, Least}, {2, Most, Most}};
    for (const std::size_t count : {2U, 50U, 255U, 256U, 257U, 512U, 513U, 10'000U}) {
        QTest::addRow("regular %zu", count) << regular(count);
        QTest::addRow("wild %zu", count) << wild(count, count);
    }
    // Both sides of every width an offset can have.
    for (int bits = 0; bits < 64; ++bits) {
        for (const std::uint64_t span :
             {(std::uint64_t{1} << bits) - 1, std::uint64_t{1} << bits}) {
            const auto apart = static_cast<std::int64_t>(span);
            QTest::addRow("offsets up to %llu", static_cast<unsigned long long>(span))
                << std::vector<MetricPoint>{
                       {1, 0, 0}, {2, 0, 0}, {3, apart, apart}, {4, apart, apart}};
        }
    }
    for (std::uint64_t seed = 1; seed < 60; ++seed)
        QTest::addRow("wild seed %d", static_cast<int>(seed)) << wild(seed * 17, seed);
}

void TestPacked::roundTrip() {
    QFETCH(std::vector<MetricPoint>, points);
    const std::string blob = pack(points);
    const auto back = unpack(blob);
    QVERIFY(back.ok());
    QVERIFY(same(back.value(), points));
    const auto columns = unpackColumns(blob);
    QVERIFY(columns.ok());
    std::vector<MetricPoint> joined;
    for (std::size_t i = 0; i < columns.value().steps.size(); ++i)
        joined.push_back(
            {columns.value().values[i], columns.value().times[i], columns.value().steps[i]});
    QVERIFY(same(joined, points));
}

void TestPacked::smallBlobsAreSmall() {
    const MetricPoint point{0.934, 1'700'000'000'000, 12};
    QVERIFY(pack(std::span(&point, 1)).size() <= 8 + 16);
    // 50 points: 8 bytes a value, one a time, none a step, and at most 20 for all the rest.
    QVERIFY(pack(regular(50)).size() <= 50 * 9 + 20);
}

void TestPacked::regularStepsTakeNoBytes() {
    const std::size_t count = 100'000;
    const double perPoint = static_cast<double>(pack(regular(count)).size()) / count;
    QVERIFY2(perPoint < 9.2, qPrintable(QString::number(perPoint)));
}

void TestPacked::overviewIsThePointsOwn_data() {
    QTest::addColumn<std::vector<MetricPoint>>("points");
    QTest::newRow("short") << std::vector<MetricPoint>{
        {NaN, 7, 3}, {2, 8, 4}, {-1, 9, 5}, {Infinity, 9, 5}};
    QTest::newRow("nothing finite") << std::vector<MetricPoint>{{NaN, 7, 3}, {-Infinity, 8, 4}};
    QTest::newRow("long") << regular(1000);
    QTest::newRow("wild") << wild(5000, 3);
}

void TestPacked::overviewIsThePointsOwn() {
    QFETCH(std::vector<MetricPoint>, points);
    const auto blocks = overview(pack(points));
    QVERIFY(blocks.ok());
    QCOMPARE(blocks.value().size(), (points.size() + ChunkPoints - 1) / ChunkPoints);
    std::size_t at = 0;
    for (const Block& block : blocks.value()) {
        double min = Infinity;
        double max = -Infinity;
        std::uint32_t nan = 0;
        std::uint32_t plus = 0;
        std::uint32_t minus = 0;
        for (std::size_t i = at; i < at + block.count; ++i) {
            const double value = points[i].value;
            nan += std::isnan(value) ? 1U : 0U;
            plus += value == Infinity ? 1U : 0U;
            minus += value == -Infinity ? 1U : 0U;
            if (std::isfinite(value)) {
                min = std::min(min, value);
                max = std::max(max, value);
            }
        }
        QCOMPARE(block.min, min);
        QCOMPARE(block.max, max);
        QCOMPARE(block.nan, nan);
        QCOMPARE(block.plusInfinity, plus);
        QCOMPARE(block.minusInfinity, minus);
        QCOMPARE(block.firstStep, points[at].step);
        QCOMPARE(block.firstTime, points[at].timestamp);
        QCOMPARE(std::bit_cast<std::uint64_t>(block.first),
                 std::bit_cast<std::uint64_t>(points[at].value));
        QCOMPARE(std::bit_cast<std::uint64_t>(block.last),
                 std::bit_cast<std::uint64_t>(points[at + block.count - 1].value));
        at += block.count;
    }
    QCOMPARE(at, points.size());
}

void TestPacked::truncated() {
    for (const auto& points : {regular(3), regular(300), wild(40, 1), wild(700, 2)}) {
        const std::string blob = pack(points);
        for (std::size_t size = 0; size < blob.size(); ++size) {
            const std::string cut = blob.substr(0, size);
            const auto result = unpack(cut);
            QVERIFY(result.failed());
            QCOMPARE(result.error().code, podium::base::ErrorCode::DecodeFailed);
            QVERIFY(unpackColumns(cut).failed());
            QVERIFY(overview(cut).failed());
        }
        QVERIFY(unpack(blob + '\0').failed());
    }
}

void TestPacked::flippedBits() {
    std::mt19937_64 random(11);
    const std::array blobs = {pack(regular(20)), pack(regular(600)), pack(wild(300, 5))};
    for (int round = 0; round < 30'000; ++round) {
        std::string blob = blobs[static_cast<std::size_t>(round) % blobs.size()];
        const std::size_t flips = 1 + random() % 4;
        for (std::size_t i = 0; i < flips; ++i) {
            // Heads are where damage matters; most of a blob is values, where any bits are right.
            const std::size_t at = random() % (round % 2 == 0 ? 16 : blob.size());
            blob[at] = static_cast<char>(blob[at] ^ (1 << (random() % 8)));
        }
        const auto points = unpack(blob);
        QVERIFY(points.failed() || points.value().size() <= blob.size() / 8);
        const auto columns = unpackColumns(blob);
        QCOMPARE(columns.failed(), points.failed());
        const auto blocks = overview(blob);
        QCOMPARE(blocks.failed(), points.failed());
    }
}

void TestPacked::liesAboutTheCount() {
    // Form 1 and 2^63 points, in ten bytes.
    const std::string blob = std::string("\x01\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01", 11);
    QVERIFY(unpack(blob).failed());
    QVERIFY(unpack(std::string_view()).failed());
    // One point more than the bytes can hold is refused by the head alone: nothing is allocated.
    const std::string tight = std::string("\x01\x03", 2) + std::string(23, '\0');
    QCOMPARE(unpack(tight).error().args.at(1), std::string("not a packed history"));
    QVERIFY(unpack(std::string("\x02\x00", 2)).failed());
}

void TestPacked::reductions() {
    const std::vector<MetricPoint> points = {
        {3, 10, 1}, {1, 20, 2}, {9, 30, 5}, {1, 40, 4}, {4, 50, 3}};
    const Reductions r = reduce(points);
    QCOMPARE(r.last.value, 9.0);
    QCOMPARE(r.last.step, std::int64_t{5});
    QCOMPARE(r.first, 3.0);
    QCOMPARE(r.min, 1.0);
    QCOMPARE(r.minStep, std::int64_t{2});
    QCOMPARE(r.max, 9.0);
    QCOMPARE(r.maxStep, std::int64_t{5});
    QCOMPARE(r.mean, 3.6);
    QCOMPARE(r.count, std::uint64_t{5});
    QCOMPARE(r.nanCount, std::uint64_t{0});
    const std::vector<MetricPoint> huge(3, {1.7e308, 0, 0});
    QCOMPARE(reduce(huge).mean, 1.7e308);
}

void TestPacked::reductionsOfNaN() {
    const std::vector<MetricPoint> mixed = {{NaN, 1, 1}, {Infinity, 2, 2}, {2, 3, 3}};
    const Reductions r = reduce(mixed);
    QVERIFY(std::isnan(r.first));
    QCOMPARE(r.min, 2.0);
    QCOMPARE(r.max, Infinity);
    QCOMPARE(r.maxStep, std::int64_t{2});
    QCOMPARE(r.nanCount, std::uint64_t{1});
    const std::vector<MetricPoint> none = {{NaN, 1, 7}, {NaN, 2, 8}};
    const Reductions n = reduce(none);
    QVERIFY(std::isnan(n.min) && std::isnan(n.max) && std::isnan(n.mean));
    QCOMPARE(n.minStep, std::int64_t{7});
    QCOMPARE(n.nanCount, std::uint64_t{2});
}

void TestPacked::latestIsMlflows() {
    // Observed with MLflow: among ties of step and time "nan, 5" gives nan and "5, nan" gives 5.
    const std::vector<MetricPoint> nanFirst = {{NaN, 1, 1}, {5, 1, 1}};
    QVERIFY(std::isnan(reduce(nanFirst).last.value));
    const std::vector<MetricPoint> nanSecond = {{5, 1, 1}, {NaN, 1, 1}};
    QCOMPARE(reduce(nanSecond).last.value, 5.0);
    const std::vector<MetricPoint> disorder = {{1, 5, 9}, {2, 6, 8}, {3, 4, 9}};
    QCOMPARE(reduce(disorder).last.value, 1.0);
}

QTEST_GUILESS_MAIN(TestPacked)
#include "tst_packed.moc"
