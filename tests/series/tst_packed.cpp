// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packed.h"

#include <QFile>
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
    void valuesTakeWhatTheyNeed_data();
    void valuesTakeWhatTheyNeed();
    void readsFormOne_data();
    void readsFormOne();
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
    const auto mixed = [](auto value) {
        std::vector<MetricPoint> points;
        for (int i = 0; i < 600; ++i)
            points.push_back({value(i), i, i});
        return points;
    };
    QTest::newRow("floats") << mixed(
        [](int i) { return double{std::sin(0.01F * static_cast<float>(i))}; });
    QTest::newRow("decimals") << mixed([](int i) { return i * 37 % 1000 / 1000.0; });
    QTest::newRow("decimals with a negative zero")
        << mixed([](int i) { return i % 50 == 3 ? -0.0 : i / 100.0; });
    QTest::newRow("great whole numbers")
        << mixed([](int i) { return 9007199254740992.0 - i + (i > 300 ? 1e16 : 0); });
    QTest::newRow("floats beyond float")
        << mixed([](int i) { return i == 400 ? 3.5e38 : i * 1e36; });
    QTest::newRow("some not finite") << mixed([&](int i) {
        return i % 7 == 0 ? NaN : i % 11 == 0 ? -Infinity : i % 13 == 0 ? payload : i * 0.25;
    });
    QTest::newRow("doubles about zero") << mixed([](int i) { return std::sin(i * 1.7) * 0.4; });
    QTest::newRow("floats about zero")
        << mixed([](int i) { return double{std::sin(static_cast<float>(i) * 1.7F)}; });
    QTest::newRow("all the same") << mixed([](int) { return 0.1; });
    QTest::newRow("all NaN") << mixed([&](int) { return NaN; });
    QTest::newRow("all but one NaN") << mixed([&](int i) { return i == 255 ? 1.0 : NaN; });
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
    const auto bytes = [&](auto step) {
        std::vector<MetricPoint> points = regular(count);
        for (std::size_t i = 0; i < count; ++i)
            points[i].step = step(static_cast<std::int64_t>(i));
        return pack(points).size();
    };
    const std::size_t constant = bytes([](std::int64_t) { return 7; });
    // A byte of a head per chunk may differ, as numbers of steps are written there.
    QVERIFY(bytes([](std::int64_t i) { return i * 50; }) < constant + count / ChunkPoints * 10);
    QVERIFY(bytes([](std::int64_t i) { return i * i % 64; }) > constant + count / 2);
}

void TestPacked::valuesTakeWhatTheyNeed_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("most");  // bytes a point
    QTest::newRow("the same value") << 0 << 0.3;
    QTest::newRow("whole numbers below 1000") << 1 << 1.6;
    QTest::newRow("four digits after the point") << 2 << 2.1;
    QTest::newRow("floats of a loss") << 3 << 3.6;
    QTest::newRow("doubles between 1 and 2") << 4 << 6.8;
    QTest::newRow("floats of a loss, some NaN") << 5 << 3.8;
    QTest::newRow("random bits") << 6 << 8.4;
    QTest::newRow("floats about zero") << 7 << 3.8;
}

/// A loss as a training job logs it: falling, with noise, at regular times.
void TestPacked::valuesTakeWhatTheyNeed() {
    QFETCH(int, kind);
    QFETCH(double, most);
    constexpr int Count = 100'000;
    std::mt19937_64 random(5);
    std::uniform_real_distribution<double> uniform;
    std::vector<MetricPoint> points;
    for (int i = 0; i < Count; ++i) {
        const double u = uniform(random);
        const double loss = 2 * std::exp(-i / 3e4) * (1 + 0.05 * (u - 0.5)) + 0.1;
        const std::array values = {
            0.1,
            static_cast<double>(random() % 1000),
            std::round(u * 1e4) / 1e4,
            static_cast<double>(static_cast<float>(loss)),
            1 + u,
            i % 500 == 9 ? NaN : static_cast<double>(static_cast<float>(loss)),
            std::bit_cast<double>(random()),
            static_cast<double>(static_cast<float>(u - 0.5))};
        points.push_back({values.at(static_cast<std::size_t>(kind)),
                          1'700'000'000'000 + i * std::int64_t{1000}, i});
    }
    const double perPoint = static_cast<double>(pack(points).size()) / Count;
    QVERIFY2(perPoint < most, qPrintable(QString::number(perPoint)));
    QVERIFY(same(unpack(pack(points)).value(), points));
}

void TestPacked::readsFormOne_data() {
    QTest::addColumn<int>("count");
    QTest::newRow("one chunk") << 5;
    QTest::newRow("three chunks") << 600;
}

/// Blobs that an earlier program wrote.
void TestPacked::readsFormOne() {
    QFETCH(int, count);
    QFile file(QStringLiteral(PODIUM_TEST_DATA "/series/form1-%1.bin").arg(count));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    const std::string blob = file.readAll().toStdString();
    std::vector<MetricPoint> points;
    for (int i = 0; i < count; ++i)
        points.push_back({i % 97 == 3    ? NaN
                          : i % 101 == 7 ? -Infinity
                                         : std::sqrt(i) * 0.1,
                          1'700'000'000'000 + i * 1000LL + (i * i) % 7, i * 10LL});
    QVERIFY(same(unpack(blob).value(), points));
    QCOMPARE(unpackColumns(blob).value().values.size(), points.size());
    const auto old = overview(blob).value();
    const auto anew = overview(pack(points)).value();
    QCOMPARE(old.size(), anew.size());
    for (std::size_t i = 0; i < old.size(); ++i) {
        QCOMPARE(old[i].firstStep, anew[i].firstStep);
        QCOMPARE(old[i].last, anew[i].last);
        QCOMPARE(old[i].min, anew[i].min);
        QCOMPARE(old[i].max, anew[i].max);
        QCOMPARE(old[i].nan, anew[i].nan);
        QCOMPARE(old[i].minusInfinity, anew[i].minusInfinity);
    }
    for (std::size_t size = 0; size < blob.size(); size += 7)
        QVERIFY(unpack(std::string_view(blob).substr(0, size)).failed());
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
        QVERIFY(points.failed() || points.value().size() <= blob.size() * 64);
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
    QVERIFY(unpack(std::string("\x03\x00", 2)).failed());
    // Form 2: 512 points are two heads at least, which seven bytes can't be.
    const std::string heads = std::string("\x02\x80\x04", 3) + std::string(16 + 7, '\0');
    QCOMPARE(unpack(heads).error().args.at(1), std::string("not a packed history"));
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
