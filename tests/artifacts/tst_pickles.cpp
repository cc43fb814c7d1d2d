// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/pickle.h"
#include "tests/artifacts/samples.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace podium;
using namespace podium::artifacts;
using tests::bytesOf;
using tests::HollowBytes;
using tests::sample;

class TestPickles : public QObject {
    Q_OBJECT
private slots:
    void protocols_data();
    void protocols();
    void trapIsNamed();
    void nameFromTheMemo();
    void hostile();
};

void TestPickles::protocols_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("protocol");
    for (const int protocol : {0, 2, 4, 5})
        QTest::addRow("protocol %d", protocol)
            << QByteArray("array") + QByteArray::number(protocol) + ".pkl" << protocol;
}

void TestPickles::protocols() {
    QFETCH(QByteArray, name);
    QFETCH(int, protocol);
    const QByteArray content = sample(name.constData());
    const auto facts = readPickle(bytesOf(content));
    QVERIFY(facts.ok());
    QCOMPARE(facts.value().protocol, protocol);
    QVERIFY2(facts.value().whole, facts.value().fault.c_str());
    QCOMPARE(facts.value().bytesRead, content.size());
    bool array = false;
    for (const auto& [global, times] : facts.value().globals) {
        QVERIFY2(global != "?", "every name is known");
        array = array || global.starts_with("numpy");
    }
    QVERIFY(array);
    QVERIFY(facts.value().dangerous.empty());
    QVERIFY(facts.value().calls > 0);
}

void TestPickles::trapIsNamed() {
    const QByteArray content = sample("trap.pkl");
    const auto facts = readPickle(bytesOf(content));
    QVERIFY(facts.ok());
    QCOMPARE(facts.value().dangerous.size(), std::size_t{1});
    // Python's own name of os.system on POSIX; the second use comes from the memo.
    QCOMPARE(facts.value().dangerous.count("posix.system"), std::size_t{1});
    QCOMPARE(facts.value().calls, 2);
    QVERIFY(!QFile::exists(u"/tmp/podium-pickle-ran"_qs));
}

/// The names of STACK_GLOBAL may come out of the memo.
void TestPickles::nameFromTheMemo() {
    const QByteArray content = QByteArray("\x80\x04\x8C\x02os\x94\x8C\x06system\x94", 16) +
                               QByteArray("00h\x00h\x01\x93.", 8);
    const auto facts = readPickle(bytesOf(content));
    QVERIFY(facts.ok());
    QCOMPARE(facts.value().globals.begin()->first, std::string("os.system"));
    const auto inside = readPickle(bytesOf("cbuiltins\neval\n(S'1'\ntR."));
    QVERIFY(inside.ok() && inside.value().dangerous.contains("builtins.eval"));
}

void TestPickles::hostile() {
    QVERIFY(readPickle(bytesOf("~")).failed());
    // A text that claims to be longer than the file.
    const auto lying =
        readPickle(bytesOf(QByteArray("\x80\x04\x8D\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 11)));
    QVERIFY(lying.ok() && !lying.value().whole && !lying.value().fault.empty());
    // A line without an end, and bytes of 1 TB that are stepped over.
    QVERIFY(readPickle(bytesOf("(S'" + QByteArray(3'000'000, 'a'))).ok());
    const QByteArray head =
        QByteArray("\x80\x05\x8E", 3) + QByteArray("\0\x10\xA5\xD4\xE8\0\0\0", 8);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(readPickle(HollowBytes(head, 1'000'000'000'100)).ok());
    // Opcodes without end are cut off.
    const auto many = readPickle(bytesOf(QByteArray(2'000'000, ']')), 1'000'000);
    QVERIFY(many.ok());
    QCOMPARE(many.value().opcodes, 1'000'000);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestPickles)
#include "tst_pickles.moc"
