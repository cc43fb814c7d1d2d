// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/archive.h"
#include "artifacts/npy.h"
#include "tests/artifacts/samples.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace podium;
using namespace podium::artifacts;
using tests::bytesOf;
using tests::HollowBytes;
using tests::sample;

namespace {

using Shape = std::vector<std::int64_t>;

/// An array of version 1 with this header and these bytes behind it.
QByteArray npy(const QByteArray& header, const QByteArray& data = {}) {
    QByteArray file("\x93NUMPY\x01\0", 8);
    file += static_cast<char>(header.size() & 0xFF);
    file += static_cast<char>(header.size() >> 8);
    return file + header + data;
}

ArrayFacts read(const char* name) {
    const QByteArray content = sample(name);
    const auto facts = readNpy(bytesOf(content));
    return facts.ok() ? facts.value() : ArrayFacts();
}

}  // namespace

class TestArrays : public QObject {
    Q_OBJECT
private slots:
    void numbersInRows();
    void fortranOrderAndBigEndian();
    void notFiniteNumbers();
    void halves();
    void complexNumbers();
    void texts();
    void structuredAndObjects();
    void slices();
    void bigOnesAreReduced();
    void npz();
    void hostileHeaders_data();
    void hostileHeaders();
    void cutFile();
    void boundedTime();
};

void TestArrays::numbersInRows() {
    const ArrayFacts facts = read("ramp.npy");
    QCOMPARE(facts.header.type, std::string("<f4"));
    QCOMPARE(facts.header.shape, (Shape{3, 4}));
    QVERIFY(facts.hasNumbers && !facts.header.fortran);
    QCOMPARE(facts.looked, 12);
    QCOMPARE(facts.min, 0.0);
    QCOMPARE(facts.max, 11.0);
    QCOMPARE(facts.mean, 5.5);
    QVERIFY(std::abs(facts.deviation - 3.452052529534663) < 1e-12);  // np.arange(12).std()
    QCOMPARE(facts.zeros, 1);
    QCOMPARE(facts.first.at(11), std::string("11"));
    QCOMPARE(facts.cellRows, 3);
    QCOMPARE(facts.cellColumns, 4);
    QCOMPARE(facts.cells.at(6), 6.0);
}

void TestArrays::fortranOrderAndBigEndian() {
    const ArrayFacts facts = read("fortran.npy");
    QVERIFY(facts.header.fortran && facts.header.bigEndian);
    QCOMPARE(facts.max, 11.0);
    QCOMPARE(facts.cells.at(6), 6.0);  // row 1, column 2, however it lies in the file
    QCOMPARE(facts.first.at(1), std::string("4"));
}

void TestArrays::notFiniteNumbers() {
    const ArrayFacts facts = read("line.npy");
    QCOMPARE(facts.nans, 1);
    QCOMPARE(facts.infinities, 1);
    QCOMPARE(facts.min, 0.0);
    QCOMPARE(facts.max, 3.0);
    QVERIFY(facts.cells.empty());
    QCOMPARE(facts.low.size(), std::size_t{5});
    QVERIFY(std::isnan(facts.low.at(1)) && std::isnan(facts.high.at(2)));
    QCOMPARE(facts.high.at(4), 3.0);
}

void TestArrays::halves() {
    const ArrayFacts facts = read("half.npy");
    QCOMPARE(facts.min, -2.0);
    QCOMPARE(facts.max, 65504.0);
    QCOMPARE(facts.first.at(3).substr(0, 5), std::string("5.960"));  // a subnormal
}

void TestArrays::complexNumbers() {
    const ArrayFacts facts = read("complex.npy");
    QCOMPARE(facts.max, 5.0);
    QCOMPARE(facts.first.at(0), std::string("3+4j"));
    QCOMPARE(facts.first.at(1), std::string("1-1j"));
}

void TestArrays::texts() {
    const ArrayFacts facts = read("text.npy");
    QVERIFY(!facts.hasNumbers);
    QCOMPARE(facts.first, (std::vector<std::string>{"ab", "né", "🎈"}));
    QCOMPARE(read("bytes.npy").first, (std::vector<std::string>{"ab", "c"}));
    QCOMPARE(read("scalar.npy").first, std::vector<std::string>{"7"});
}

void TestArrays::structuredAndObjects() {
    const ArrayFacts record = read("record.npy");
    QCOMPARE(record.header.kind, 'V');
    QCOMPARE(record.header.type, std::string("[('a', '<i4'), ('b', '<f8')]"));
    const ArrayFacts objects = read("objects.npy");
    QCOMPARE(objects.header.kind, 'O');
    QVERIFY(!objects.hasNumbers && objects.first.empty());
}

void TestArrays::slices() {
    QByteArray data;
    for (int i = 0; i < 24; ++i)
        data += static_cast<char>(i);
    const auto facts = readNpy(
        bytesOf(npy("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3, 4), }\n", data)));
    QVERIFY(facts.ok() && facts.value().ofSlice);
    QCOMPARE(facts.value().cells.size(), std::size_t{12});
    QCOMPARE(facts.value().cells.at(11), 11.0);
    QCOMPARE(facts.value().max, 23.0);
}

void TestArrays::bigOnesAreReduced() {
    QByteArray data(1000 * 600, '\0');
    data[999 * 600 + 599] = 100;
    const auto facts = readNpy(
        bytesOf(npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1000, 600), }\n", data)));
    QVERIFY(facts.ok());
    QCOMPARE(facts.value().cellRows, MostCells);
    QCOMPARE(facts.value().cellColumns, MostCells);
    QVERIFY(facts.value().cells.back() > 0);
    QCOMPARE(facts.value().cells.front(), 0.0);
}

void TestArrays::npz() {
    const QByteArray content = sample("two.npz");
    const MemoryBytes bytes = bytesOf(content);
    const auto listing = listPacked(bytes);
    QVERIFY(listing.ok());
    QCOMPARE(listing.value().files.size(), std::size_t{2});
    QCOMPARE(listing.value().files[0].path, std::string("weights.npy"));
    const auto bias = unpackToMemory(bytes, 1, 1 << 20);
    QVERIFY(bias.ok());
    const auto facts = readNpy(MemoryBytes(bias.value()));
    QCOMPARE(facts.value().header.shape, Shape{3});
    QCOMPARE(facts.value().zeros, 3);
}

void TestArrays::hostileHeaders_data() {
    QTest::addColumn<QByteArray>("file");
    const auto row = [](const char* name, const QByteArray& file) { QTest::newRow(name) << file; };
    row("not one", "hello");
    row("only the mark", QByteArray("\x93NUMPY", 6));
    row("version 9", QByteArray("\x93NUMPY\x09\0\x10\0{", 11));
    row("longer than the file", QByteArray("\x93NUMPY\x01\0\xFF\xFF{}", 12));
    row("header of 4 GB", QByteArray("\x93NUMPY\x02\0\xFF\xFF\xFF\xFF{}", 14));
    row("no shape", npy("{'descr': '<f8', 'fortran_order': False}"));
    row("no type", npy("{'fortran_order': False, 'shape': (3,), }"));
    row("negative", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (-3,), }"));
    row("more than there can be",
        npy("{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775807, 2), }"));
    row("beyond 64 bits",
        npy("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)}"));
    row("shape without end", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (3, "));
    row("brackets without end", npy("{'descr': [[[[[[, 'fortran_order': False, 'shape': (3,), }"));
    row("type without end", npy("{'shape': (3,), 'descr': '<f8"));
    row("many dimensions", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (" +
                               QByteArray("1, ").repeated(100) + "), }"));
    row("code", npy("{'descr': __import__('os').system('x'), 'shape': (3,), }"));
}

void TestArrays::hostileHeaders() {
    QFETCH(QByteArray, file);
    const auto facts = readNpy(bytesOf(file));
    QVERIFY(facts.failed());
    QCOMPARE(facts.error().code, base::ErrorCode::DecodeFailed);
    QVERIFY(!facts.error().args.at(1).empty());
}

/// A header that promises more than the file has: what is there is counted, nothing is allocated.
void TestArrays::cutFile() {
    const auto facts = readNpy(
        bytesOf(npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000, 100), }",
                    QByteArray(80, '\0'))));
    QVERIFY(facts.ok());
    QCOMPARE(facts.value().header.count, 100'000'000'000);
    QCOMPARE(facts.value().held, 10);
    QCOMPARE(facts.value().looked, 10);
}

void TestArrays::boundedTime() {
    const HollowBytes bytes(
        npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1000000, 1000000), }"),
        1'000'000'001'000);
    QElapsedTimer timer;
    timer.start();
    const auto facts = readNpy(bytes, 8 << 20);
    QVERIFY(facts.ok());
    QCOMPARE(facts.value().looked, 8 << 20);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(readNpy(bytes, 8 << 20, stop.get_token()).cancelled());
}

QTEST_GUILESS_MAIN(TestArrays)
#include "tst_arrays.moc"
