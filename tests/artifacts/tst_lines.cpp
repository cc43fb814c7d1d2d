// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/lines.h"

#include <QTest>

using namespace podium::artifacts;

namespace {

/// A file of `size` bytes that is not in memory: a line "row <n>\n" every 16 bytes. Counts what is
/// read of it.
class EndlessBytes : public Bytes {
public:
    explicit EndlessBytes(std::int64_t size) : m_size(size) {}
    std::int64_t size() const override { return m_size; }
    podium::base::Result<std::string> read(std::int64_t offset, std::size_t count) const override {
        std::string bytes;
        while (bytes.size() < count && offset + static_cast<std::int64_t>(bytes.size()) < m_size) {
            const std::int64_t at = offset + static_cast<std::int64_t>(bytes.size());
            std::string line = "row " + std::to_string(at / 16);
            line.resize(15, '.');
            line += '\n';
            bytes += line[static_cast<std::size_t>(at % 16)];
        }
        bytesRead += static_cast<std::int64_t>(bytes.size());
        return bytes;
    }
    mutable std::int64_t bytesRead = 0;

private:
    std::int64_t m_size;
};

std::unique_ptr<FileLines> linesOf(std::string text) {
    auto opened = openText(std::make_shared<MemoryBytes>(std::move(text)));
    return std::make_unique<FileLines>(std::move(opened).value());
}

void growAll(LineSource& source) {
    while (!source.complete())
        QVERIFY(source.grow({}).ok());
}

QStringList shown(const std::vector<Line>& lines) {
    QStringList all;
    for (const Line& line : lines)
        all << u"%1:%2"_qs.arg(line.number).arg(QString::fromStdString(line.text));
    return all;
}

}  // namespace

class TestLines : public QObject {
    Q_OBJECT
private slots:
    void rows_data();
    void rows();
    void longLine();
    void longLineKeepsCharactersWhole();
    void anyRangeIsTheSame();
    void firstScreenReadsLittle();
    void cancelled();
    void find();
    void findGrowsTheSource();
    void hex();
};

void TestLines::rows_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("empty") << QByteArray() << QStringList();
    QTest::newRow("no end") << QByteArray("a") << QStringList{u"1:a"_qs};
    QTest::newRow("LF") << QByteArray("a\nb\n") << QStringList{u"1:a"_qs, u"2:b"_qs};
    QTest::newRow("CRLF") << QByteArray("a\r\n\r\nb")
                          << QStringList{u"1:a"_qs, u"2:"_qs, u"3:b"_qs};
    QTest::newRow("UTF-16") << QByteArray(
                                   "\xFF\xFE"
                                   "a\0\n\0b\0",
                                   8)
                            << QStringList{u"1:a"_qs, u"2:b"_qs};
    QTest::newRow("malformed") << QByteArray("\x81\n\xE9")
                               << QStringList{u"1:\u0081"_qs, u"2:é"_qs};
}

void TestLines::rows() {
    QFETCH(QByteArray, text);
    const auto source = linesOf(text.toStdString());
    growAll(*source);
    const auto lines = source->read(0, 100);
    QVERIFY(lines.ok());
    QTEST(shown(lines.value()), "rows");
    QCOMPARE(source->rowCount(), static_cast<std::int64_t>(lines.value().size()));
    QCOMPARE(source->lineCount(), source->rowCount());
}

void TestLines::longLine() {
    const auto source = linesOf(std::string(MaxRowBytes * 2 + 10, 'x') + "\nend");
    growAll(*source);
    const auto lines = source->read(0, 10).value();
    QCOMPARE(lines.size(), 4U);
    QCOMPARE(lines[0].text.size(), MaxRowBytes);
    QCOMPARE(lines[2].text.size(), 10U);
    QCOMPARE(lines[0].number, 1);
    QCOMPARE(lines[1].number, 0);
    QCOMPARE(lines[2].number, 0);
    QCOMPARE(lines[3].number, 2);
    QCOMPARE(source->lineCount(), 2);
}

void TestLines::longLineKeepsCharactersWhole() {
    std::string text;
    while (text.size() < MaxRowBytes * 3)
        text += "a\xE5\xAD\x90\xF0\x9F\x8E\x88";
    const auto source = linesOf(text);
    growAll(*source);
    std::string joined;
    const std::vector<Line> lines = source->read(0, 100).value();
    for (const Line& line : lines)
        joined += line.text;
    QCOMPARE(joined, text);
}

void TestLines::anyRangeIsTheSame() {
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += std::string(static_cast<std::size_t>(i * 7919 % 9000),
                            static_cast<char>('a' + i % 26)) +
                (i % 3 == 0 ? "\r\n" : "\n");
    const auto source = linesOf(text);
    growAll(*source);
    const auto all = source->read(0, 100'000).value();
    QCOMPARE(static_cast<std::int64_t>(all.size()), source->rowCount());
    for (std::int64_t first = 0; first < source->rowCount(); first += 371) {
        const auto part = source->read(first, 5).value();
        for (std::size_t i = 0; i < part.size(); ++i) {
            const Line& whole = all[static_cast<std::size_t>(first) + i];
            QCOMPARE(part[i].text, whole.text);
            QCOMPARE(part[i].number, whole.number);
        }
    }
}

void TestLines::firstScreenReadsLittle() {
    const auto bytes = std::make_shared<EndlessBytes>(std::int64_t{1} << 40);
    const auto opened = openText(bytes).value();
    FileLines source(opened);
    QVERIFY(source.grow({}).ok());
    QVERIFY(source.rowCount() > 1000);
    QVERIFY(!source.complete());
    QCOMPARE(source.read(100, 1).value()[0].text, "row 100........");
    QVERIFY2(bytes->bytesRead < 512 * 1024, "the first screen must not read the file");
}

void TestLines::cancelled() {
    const auto opened = openText(std::make_shared<EndlessBytes>(std::int64_t{1} << 40)).value();
    FileLines source(opened);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(source.grow(stop.get_token()).cancelled());
    QVERIFY(findText(source, "nothing", true, {}, false, stop.get_token()).cancelled());
}

void TestLines::find() {
    const auto source = linesOf("alpha\nBeta beta\ngamma\n");
    growAll(*source);
    const auto at = [&](const char* needle, bool exact, LinePosition from, bool backward) {
        const auto found = findText(*source, needle, exact, from, backward, {}).value();
        return found ? u"%1,%2"_qs.arg(found->row).arg(found->byte) : u"none"_qs;
    };
    QCOMPARE(at("beta", false, {0, 0, 0}, false), u"1,0"_qs);
    QCOMPARE(at("beta", true, {0, 0, 0}, false), u"1,5"_qs);
    QCOMPARE(at("beta", false, {1, 1, 0}, false), u"1,5"_qs);
    QCOMPARE(at("beta", false, {1, 6, 0}, false), u"none"_qs);
    QCOMPARE(at("beta", false, {2, 0, 0}, true), u"1,5"_qs);
    QCOMPARE(at("beta", false, {1, 5, 0}, true), u"1,0"_qs);
    QCOMPARE(at("beta", false, {1, 0, 0}, true), u"none"_qs);
    QCOMPARE(at("", false, {0, 0, 0}, false), u"none"_qs);
}

void TestLines::findGrowsTheSource() {
    const auto opened = openText(std::make_shared<EndlessBytes>(4 << 20)).value();
    FileLines source(opened);
    const auto found = findText(source, "row 200000", true, {}, false, {}).value();
    QVERIFY(found.has_value());
    QCOMPARE(found->row, 200'000);
}

void TestLines::hex() {
    std::string bytes;
    for (int i = 0; i < 20; ++i)
        bytes += static_cast<char>(i * 13);
    const HexLines source(std::make_shared<MemoryBytes>(bytes));
    QCOMPARE(source.rowCount(), 2);
    const auto lines = source.read(0, 10).value();
    QCOMPARE(lines[0].text,
             "00000000  00 0d 1a 27 34 41 4e 5b  68 75 82 8f 9c a9 b6 c3  ...'4AN[hu......");
    QCOMPARE(lines[1].text, "00000010  d0 dd ea f7                                       ....");
    QVERIFY(source.read(2, 1).value().empty());
}

QTEST_GUILESS_MAIN(TestLines)
#include "tst_lines.moc"
