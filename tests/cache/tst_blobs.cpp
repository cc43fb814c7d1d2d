// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/blobs.h"
#include "cache/json.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

using namespace podium;
using cache::BlobView;
using cache::BlobWriter;

namespace {

/// Reads everything a view offers; the sanitizers tell when that leaves the blob.
std::size_t readAll(std::string_view blob) {
    const BlobView view(blob);
    std::size_t sum = 0;
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        const std::string_view bytes = view.bytes(i);
        for (const char byte : bytes)
            sum += static_cast<unsigned char>(byte);
        const auto found = view.find(view.name(i));
        sum += found ? found->size() : 0;
        if (const auto reductions = cache::decodeReductions(bytes))
            sum += reductions->count;
    }
    sum += view.find(0) ? 1U : 0U;
    return sum;
}

std::string randomBytes(std::mt19937& random, std::size_t size) {
    std::string bytes(size, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

bool sameBits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

}  // namespace

class TestBlobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasAdded();
    void emptyAndCutBlobs();
    void randomBlobsNeverCrash();
    void damagedBlobsNeverCrash();
    void tooMuchIsRefused();
    void reductionsRoundTrip_data();
    void reductionsRoundTrip();
    void damagedDocumentsReadAsEmpty_data();
    void damagedDocumentsReadAsEmpty();
};

void TestBlobs::findsWhatWasAdded() {
    BlobWriter writer;
    QVERIFY(writer.empty());
    writer.add(9, "nine");
    writer.add(2, "");
    writer.add(4'000'000'000U, std::string_view("a\0b", 3));
    writer.add(5, "five");
    QVERIFY(!writer.empty());
    const std::string blob = writer.take();
    QVERIFY(writer.empty());
    const BlobView view(blob);
    QCOMPARE(view.size(), 4U);
    QCOMPARE(std::string(*view.find(9)), std::string("nine"));
    QCOMPARE(std::string(*view.find(2)), std::string());
    QCOMPARE(std::string(*view.find(4'000'000'000U)), std::string("a\0b", 3));
    QCOMPARE(std::string(*view.find(5)), std::string("five"));
    QVERIFY(!view.find(1) && !view.find(3) && !view.find(4'294'967'295U));
    QCOMPARE(view.name(0), 2U);
    QCOMPARE(view.name(3), 4'000'000'000U);
    // In ascending order, the same again, and what is not there in between.
    std::uint32_t from = 0;
    QVERIFY(!view.findNext(1, from));
    QCOMPARE(std::string(*view.findNext(2, from)), std::string());
    QCOMPARE(std::string(*view.findNext(5, from)), std::string("five"));
    QCOMPARE(std::string(*view.findNext(5, from)), std::string("five"));
    QVERIFY(!view.findNext(6, from) && !view.findNext(8, from));
    QCOMPARE(std::string(*view.findNext(9, from)), std::string("nine"));
    QCOMPARE(std::string(*view.findNext(4'000'000'000U, from)), std::string("a\0b", 3));
    QVERIFY(!view.findNext(4'294'967'295U, from));
}

void TestBlobs::emptyAndCutBlobs() {
    QCOMPARE(BlobView({}).size(), 0U);
    BlobWriter writer;
    for (std::uint32_t i = 1; i <= 50; ++i)
        writer.add(i, std::string(i, 'x'));
    const std::string blob = writer.take();
    for (std::size_t size = 0; size < blob.size(); ++size)
        readAll(std::string(blob, 0, size));
    QCOMPARE(BlobView(writer.take()).size(), 0U);
}

void TestBlobs::randomBlobsNeverCrash() {
    std::mt19937 random(20);
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes = randomBytes(random, random() % 300);
        // A plausible count, so that the offsets are looked at.
        if (bytes.size() >= 4 && round % 2 == 0) {
            const auto count = static_cast<std::uint32_t>(random() % 40);
            std::memcpy(bytes.data(), &count, sizeof count);
        }
        readAll(bytes);
    }
}

void TestBlobs::damagedBlobsNeverCrash() {
    std::mt19937 random(21);
    BlobWriter writer;
    for (std::uint32_t i = 1; i <= 30; ++i) {
        const domain::MetricPoint point{1.0 / i, i, i};
        writer.add(i, cache::encodeReductions(series::reduce(std::span(&point, 1))));
    }
    const std::string blob = writer.take();
    for (int round = 0; round < 20'000; ++round) {
        std::string damaged = blob;
        for (std::uint32_t i = 0; i <= random() % 4; ++i)
            damaged[random() % damaged.size()] = static_cast<char>(random());
        readAll(damaged);
    }
}

void TestBlobs::tooMuchIsRefused() {
    BlobWriter writer;
    const std::string large(BlobWriter::MaxBytes / 2, 'x');
    QVERIFY(writer.add(1, large));
    QVERIFY(!writer.add(2, large));
    QVERIFY(writer.add(3, "small"));
    const std::string blob = writer.take();
    QVERIFY(blob.size() <= BlobWriter::MaxBytes + 4);
    const BlobView view(blob);
    QCOMPARE(view.size(), 2U);
    QCOMPARE(std::string(*view.find(3)), std::string("small"));
}

void TestBlobs::reductionsRoundTrip_data() {
    QTest::addColumn<QList<double>>("values");
    constexpr double Infinity = std::numeric_limits<double>::infinity();
    const double nan = std::nan("");
    QTest::newRow("one") << QList<double>{0.25};
    QTest::newRow("one NaN") << QList<double>{nan};
    QTest::newRow("one infinity") << QList<double>{-Infinity};
    QTest::newRow("negative zero") << QList<double>{-0.0};
    QTest::newRow("some") << QList<double>{3, 1, 2, nan, 5};
    QTest::newRow("all NaN") << QList<double>{nan, nan};
    QTest::newRow("infinities") << QList<double>{Infinity, -Infinity, 1};
}

void TestBlobs::reductionsRoundTrip() {
    QFETCH(QList<double>, values);
    std::vector<domain::MetricPoint> points;
    for (const double value : values)
        points.push_back({value, 1'700'000'000'000 - static_cast<std::int64_t>(points.size()),
                          static_cast<std::int64_t>(points.size()) - 2});
    const series::Reductions before = series::reduce(points);
    const auto after = cache::decodeReductions(cache::encodeReductions(before));
    QVERIFY(after.has_value());
    QVERIFY(sameBits(after->last.value, before.last.value));
    QCOMPARE(after->last.step, before.last.step);
    QCOMPARE(after->last.timestamp, before.last.timestamp);
    QVERIFY(sameBits(after->first, before.first));
    QVERIFY(sameBits(after->min, before.min));
    QVERIFY(sameBits(after->max, before.max));
    QVERIFY(sameBits(after->mean, before.mean) || std::isnan(before.mean));
    QCOMPARE(after->minStep, before.minStep);
    QCOMPARE(after->maxStep, before.maxStep);
    QCOMPARE(after->count, before.count);
    QCOMPARE(after->nanCount, before.nanCount);
    QVERIFY(!cache::decodeReductions("short"));
}

void TestBlobs::damagedDocumentsReadAsEmpty_data() {
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"tags\": {\"a\":");
    QTest::newRow("array") << QByteArray("[1, {\"alias\": 2}, []]");
    QTest::newRow("number") << QByteArray("12");
    QTest::newRow("wrong types") << QByteArray(
        "{\"datasets\": 3, \"model_inputs\": {\"a\": 1}, \"model_outputs\": [4], "
        "\"tags\": [], \"params\": \"x\", \"metrics\": [[]], \"deleted\": \"yes\"}");
    QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xFF\"}");
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void TestBlobs::damagedDocumentsReadAsEmpty() {
    QFETCH(QByteArray, document);
    const std::string text = document.toStdString();
    domain::Run run;
    cache::inputsFromJson(text, run);
    QVERIFY(run.datasetInputs.empty());
    domain::LoggedModel model;
    cache::loggedModelFromJson(text, model);
    QVERIFY(model.params.empty() && model.tags.empty());
    domain::ModelVersion version;
    cache::modelVersionFromJson(text, version);
    QVERIFY(version.tags.empty());
    static_cast<void>(cache::tagsFromJson(text));
    static_cast<void>(cache::aliasesFromJson(text));
    static_cast<void>(cache::textsFromJson(text));
}

QTEST_GUILESS_MAIN(TestBlobs)
#include "tst_blobs.moc"
