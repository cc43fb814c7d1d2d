// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomseries.h"
#include "series/decimate.h"
#include "series/nearest.h"
#include "series/packedhistory.h"
#include "series/raster.h"
#include "series/verify.h"

#include <QTest>

using namespace podium;
using namespace podium::series;
using namespace podium::test;
using domain::MetricPoint;

namespace {

std::shared_ptr<const Series> packedSeries(const std::vector<MetricPoint>& points) {
    return std::make_shared<const Series>(PackedHistory::fromBlob(pack(points)).value());
}

/// Long enough to be packed, in order mostly, some with NaN and infinities.
std::vector<MetricPoint> longPoints(std::uint64_t seed) {
    std::vector<MetricPoint> points;
    while (points.size() <= 3 * ChunkPoints)
        points = randomPoints(seed += 1000);
    if (seed % 3 != 0)
        std::ranges::stable_sort(points, {}, &MetricPoint::step);
    return points;
}

/// Bytes that are there for a while.
class Failing : public PackedBytes {
public:
    explicit Failing(std::string blob) : m_text(std::move(blob)) {}
    std::unique_ptr<Access> open() const override { return gone ? nullptr : m_text.open(); }
    mutable bool gone = false;

private:
    PackedText m_text;
};

struct Both {
    std::shared_ptr<const Line> plain;
    std::shared_ptr<const Line> packed;
};

Both linesOf(const std::vector<MetricPoint>& points, XKind kind) {
    return {Line::make(*Series::fromPoints(points), kind), Line::make(*packedSeries(points), kind)};
}

}  // namespace

/// A line whose points stay packed is the line that it is in memory.
class TestPackedLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameLine_data();
    void sameLine();
    void sameStretches_data();
    void sameStretches();
    void sameColumns_data();
    void sameColumns();
    void snappedLosesNoExtreme_data();
    void snappedLosesNoExtreme();
    void sameAverages_data();
    void sameAverages();
    void samePicture();
    void disorderIsSorted();
    void deltasThatWrapAreNoOrder();
    void shortOnesAndOldFormsAreReadWhole();
    void readsOnlyWhatItNeeds();
    void goneMeanwhile();
    void indexOfAnotherBlob();
};

void TestPackedLine::sameLine_data() {
    QTest::addColumn<std::uint64_t>("seed");
    for (std::uint64_t seed = 0; seed < 60; ++seed)
        QTest::addRow("%d", static_cast<int>(seed)) << seed;
}

void TestPackedLine::sameLine() {
    QFETCH(std::uint64_t, seed);
    const std::vector<MetricPoint> points = longPoints(seed);
    for (const XKind kind : {XKind::Step, XKind::WallTime, XKind::RelativeTime}) {
        const auto [plain, packed] = linesOf(points, kind);
        QCOMPARE(packed->isPacked(),
                 kind == XKind::Step ? std::ranges::is_sorted(points, {}, &MetricPoint::step)
                                     : std::ranges::is_sorted(points, {}, &MetricPoint::timestamp));
        QCOMPARE(packed->size(), plain->size());
        QCOMPARE(packed->counts(), plain->counts());
        QCOMPARE(packed->marks(), plain->marks());
        QCOMPARE(packed->xExtent(), plain->xExtent());
        QCOMPARE(packed->yExtent(), plain->yExtent());
        Cursor cursor(*packed);
        Cursor backwards(*packed);
        int differing = 0;
        for (std::size_t i = 0; i < plain->size(); ++i) {
            const std::size_t other = (plain->size() - 1 - i) * 7919 % plain->size();
            const bool same = cursor.x(i) == plain->x()[i] && cursor.y(i) == plain->y()[i] &&
                              cursor.source(i) == plain->source(i) &&
                              packed->joined(i) == plain->joined(i) &&
                              backwards.y(other) == plain->y()[other];
            differing += same ? 0 : 1;
        }
        QCOMPARE(differing, 0);
        QCOMPARE(packed->x(), plain->x());
        QCOMPARE(packed->y(), plain->y());
        const auto positive = packed->positive();
        QCOMPARE(positive->y(), plain->positive()->y());
        QCOMPARE(positive->marks(), plain->positive()->marks());
    }
}

void TestPackedLine::sameStretches_data() {
    sameLine_data();
}

void TestPackedLine::sameStretches() {
    QFETCH(std::uint64_t, seed);
    const auto [plain, packed] = linesOf(longPoints(seed), XKind::Step);
    if (plain->size() == 0)
        return;
    std::mt19937_64 random(seed);
    const MinMax x = plain->xExtent();
    std::uniform_real_distribution<double> share;
    Cursor cursor(*packed);
    for (int round = 0; round < 300; ++round) {
        std::size_t from = random() % (plain->size() + 1);
        std::size_t to = random() % (plain->size() + 1);
        if (from > to)
            std::swap(from, to);
        QCOMPARE(cursor.over(from, to), Cursor(*plain).over(from, to));
        double x0 = x.min - 10 + std::floor((x.max - x.min + 20) * share(random));
        double x1 = x.min - 10 + (x.max - x.min + 20) * share(random);
        if (x0 > x1)
            std::swap(x0, x1);
        QCOMPARE(packed->stretch(x0, x1), plain->stretch(x0, x1));
        QCOMPARE(packed->yExtent(x0, x1), plain->yExtent(x0, x1));
        QCOMPARE(packed->nearest(x0), plain->nearest(x0));
        if (from < to)
            QCOMPARE(cursor.notBefore(x0, from, to, 1 + random() % 5000),
                     Cursor(*plain).notBefore(x0, from, to));
    }
    QCOMPARE(packed->extreme(true), plain->extreme(true));
    const auto greatest = std::ranges::max_element(plain->y());
    QCOMPARE(packed->extreme(false), static_cast<std::size_t>(greatest - plain->y().begin()));
}

void TestPackedLine::sameColumns_data() {
    sameLine_data();
}

void TestPackedLine::sameColumns() {
    QFETCH(std::uint64_t, seed);
    const auto [plain, packed] = linesOf(longPoints(seed), XKind::Step);
    const MinMax x = plain->xExtent();
    std::mt19937_64 random(seed);
    for (int round = 0; round < 20; ++round) {
        const double inset = round * (x.max - x.min) / 50;
        const Window window{x.min + inset, x.max - inset + 1,
                            1 + static_cast<int>(random() % 2000)};
        const Decimated want = decimate(*plain, window);
        const Decimated got = decimate(*packed, window);
        QVERIFY(got.exact);
        QCOMPARE(got.begin, want.begin);
        QCOMPARE(got.end, want.end);
        QVERIFY(got.columns == want.columns);
        QCOMPARE(verify(*packed, window, got, {}).differing, 0U);
        const Mapping mapping{
            window, {plain->yExtent().min - 1, plain->yExtent().max + 1}, false, 300};
        const double px = static_cast<double>(random() % 2000);
        const double py = static_cast<double>(random() % 300);
        const auto one = nearest(std::array{plain}, mapping, px, py, 40);
        const auto two = nearest(std::array{packed}, mapping, px, py, 40);
        QCOMPARE(two.has_value(), one.has_value());
        if (one)
            QCOMPARE(two->point, one->point);
    }
}

void TestPackedLine::snappedLosesNoExtreme_data() {
    sameLine_data();
}

void TestPackedLine::snappedLosesNoExtreme() {
    QFETCH(std::uint64_t, seed);
    const auto [plain, packed] = linesOf(longPoints(seed), XKind::Step);
    const MinMax x = plain->xExtent();
    if (plain->size() == 0 || x.min == x.max)
        return;
    std::mt19937_64 random(seed);
    for (int round = 0; round < 4; ++round) {
        const double inset = round * (x.max - x.min) / 10;
        const Window window{x.min + inset, x.max - inset, 1 + static_cast<int>(random() % 30)};
        const Decimated got = decimateSnapped(*packed, window);
        const Decimated exact = decimate(*plain, window);
        QCOMPARE(got.begin, exact.begin);
        QCOMPARE(got.end, exact.end);
        std::uint32_t next = got.begin;
        int before = -1;
        for (const Column& column : got.columns) {
            QCOMPARE(column.first, next);
            QVERIFY(column.last >= column.first);
            QVERIFY(column.column > before && column.column < window.columns);
            QCOMPARE(Cursor(*plain).over(column.first, column.last + 1U),
                     (MinMax{column.min, column.max}));
            QCOMPARE(column.y0, plain->y()[column.first]);
            QCOMPARE(column.x1, plain->x()[column.last]);
            next = column.last + 1;
            before = column.column;
        }
        QCOMPARE(next, got.end);
    }
}

void TestPackedLine::sameAverages_data() {
    sameLine_data();
}

void TestPackedLine::sameAverages() {
    QFETCH(std::uint64_t, seed);
    const auto [plain, packed] = linesOf(longPoints(seed), XKind::Step);
    for (const Smoothing smoothing :
         {Smoothing{SmoothKind::Exponential, 0.9}, Smoothing{SmoothKind::Exponential, 1.0},
          Smoothing{SmoothKind::RunningMean, 31}, Smoothing{SmoothKind::Gaussian, 5}}) {
        const auto want = plain->smoothed(smoothing);
        const auto got = packed->smoothed(smoothing);
        QCOMPARE(got->isPacked(), packed->isPacked() && smoothing.kind == SmoothKind::Exponential);
        QCOMPARE(got->yExtent(), want->yExtent());
        Cursor cursor(*got);
        int differing = 0;
        for (std::size_t i = want->size(); i-- > 0;)
            differing += cursor.y(i) == want->y()[i] && cursor.x(i) == want->x()[i] &&
                                 cursor.source(i) == want->source(i)
                             ? 0
                             : 1;
        QCOMPARE(differing, 0);
    }
}

/// Ends of columns are drawn from what decimation remembers.
void TestPackedLine::samePicture() {
    std::vector<MetricPoint> points;
    for (int i = 0; i < 20'000; ++i)
        points.push_back(
            {i % 900 == 5 ? NaN : std::sin(i * 0.001) + (i % 37 == 0 ? 0.3 : 0), i, i});
    const auto [plain, packed] = linesOf(points, XKind::Step);
    QVERIFY(packed->isPacked());
    for (const double width : {40.0, 300.0, 3000.0, 20'000.0}) {
        const Mapping mapping{{5000.5, 5000.5 + width, 320}, {-1.5, 1.5}, false, 200};
        const auto picture = [&](const Line& line) {
            Raster raster(320, 200);
            raster.draw(line, decimate(line, mapping.window), mapping, {0x336699, 1, 1.3, 2, 2});
            std::vector<std::uint32_t> pixels(std::size_t{320} * 200);
            raster.copyTo(pixels.data(), 320);
            return pixels;
        };
        QVERIFY(picture(*plain) == picture(*packed));
    }
}

void TestPackedLine::disorderIsSorted() {
    std::vector<MetricPoint> points;
    for (int i = 0; i < 1000; ++i)
        points.push_back({i * 0.5, 1000 - i, i % 500});
    const auto [plain, packed] = linesOf(points, XKind::Step);
    QVERIFY(!packed->isPacked());
    QCOMPARE(packed->y(), plain->y());
    const auto times = linesOf(points, XKind::RelativeTime);
    QVERIFY(!times.packed->isPacked());
    QCOMPARE(times.packed->x(), times.plain->x());
    QCOMPARE(packedSeries(points)->startTime(), base::Millis{1});
}

/// Steps that climb around the whole of int64 and arrive a little above where they began.
void TestPackedLine::deltasThatWrapAreNoOrder() {
    std::vector<MetricPoint> points;
    std::uint64_t step = 0;
    for (int i = 0; i < 1000; ++i) {
        points.push_back({1.0 * i, i, static_cast<std::int64_t>(step)});
        step += (std::uint64_t{1} << 62U) + 1;
    }
    const auto [plain, packed] = linesOf(points, XKind::Step);
    QVERIFY(!packed->isPacked());
    QCOMPARE(packed->x(), plain->x());
}

void TestPackedLine::shortOnesAndOldFormsAreReadWhole() {
    const std::vector<MetricPoint> points(ChunkPoints, {1, 2, 3});
    const std::string blob = pack(points);
    QCOMPARE(PackedHistory::indexBytes(blob, blob.size()), std::size_t{0});
    QCOMPARE(PackedHistory::indexBytes(std::string_view("\x01\xFF\x10", 3), 40'000),
             std::size_t{0});
    QCOMPARE(PackedHistory::indexBytes({}, 0), std::size_t{0});
    QVERIFY(PackedHistory::fromBlob(blob).failed());
}

void TestPackedLine::readsOnlyWhatItNeeds() {
    class Counting : public PackedBytes {
    public:
        explicit Counting(std::string blob) : m_text(std::move(blob)) {}
        std::unique_ptr<Access> open() const override {
            class Counted : public Access {
            public:
                Counted(std::unique_ptr<Access> access, std::size_t& sum)
                    : m_access(std::move(access)), m_sum(sum) {}
                bool read(std::size_t offset, std::size_t size, char* out) override {
                    m_sum += size;
                    return m_access->read(offset, size, out);
                }

            private:
                std::unique_ptr<Access> m_access;
                std::size_t& m_sum;
            };
            return std::make_unique<Counted>(m_text.open(), read);
        }
        mutable std::size_t read = 0;

    private:
        PackedText m_text;
    };
    std::vector<MetricPoint> points;
    for (int i = 0; i < 300'000; ++i)
        points.push_back({std::sqrt(i), i, i});
    const std::string blob = pack(points);
    const std::size_t index = PackedHistory::indexBytes(blob, blob.size());
    QVERIFY(index > 0 && index < blob.size() / 10);
    const auto bytes = std::make_shared<Counting>(blob);
    const auto history =
        PackedHistory::make(std::string_view(blob).substr(0, index), blob.size(), bytes);
    const auto line = Line::make(Series(history.value()), XKind::Step);
    QVERIFY(line->isPacked());
    QCOMPARE(line->xExtent(), (MinMax{0, 299'999}));
    QCOMPARE(line->yExtent(), (MinMax{0, std::sqrt(299'999)}));
    QVERIFY(!decimateSnapped(*line, {0, 299'999, 800}).columns.empty());
    // The whole of it is known from the index.
    QCOMPARE(bytes->read, std::size_t{0});
    QCOMPARE(decimate(*line, {1000, 1400, 400}).columns.size(), std::size_t{400});
    QVERIFY(bytes->read > 0 && bytes->read < blob.size() / 4);
}

void TestPackedLine::goneMeanwhile() {
    std::vector<MetricPoint> points;
    for (int i = 0; i < 5000; ++i)
        points.push_back({std::sin(i), i, i});
    const std::string blob = pack(points);
    const auto bytes = std::make_shared<Failing>(blob);
    const auto history = PackedHistory::make(blob, blob.size(), bytes).value();
    const Series series(history);
    const auto line = Line::make(series, XKind::Step);
    bytes->gone = true;
    const Decimated got = decimate(*line, {100, 4000, 700});
    QVERIFY(!got.exact);
    QVERIFY(line->isBroken());
    QVERIFY(std::isnan(series.point(7).value));
    QCOMPARE(series.values().size(), std::size_t{5000});
}

void TestPackedLine::indexOfAnotherBlob() {
    std::vector<MetricPoint> points;
    for (int i = 0; i < 5000; ++i)
        points.push_back({std::sin(i), i, i});
    const std::string blob = pack(points);
    const auto text = std::make_shared<PackedText>(blob);
    QVERIFY(PackedHistory::make(blob, blob.size(), text).ok());
    QVERIFY(PackedHistory::make(blob, blob.size() + 1, text).failed());
    QVERIFY(PackedHistory::make(std::string_view(blob).substr(0, 200), blob.size(), text).failed());
    for (std::size_t at = 0; at < PackedHistory::indexBytes(blob, blob.size()); at += 3) {
        std::string damaged = blob;
        damaged[at] = static_cast<char>(damaged[at] ^ 4);
        QVERIFY(PackedHistory::make(damaged, damaged.size(), text).failed());
    }
}

QTEST_GUILESS_MAIN(TestPackedLine)
#include "tst_packedline.moc"
