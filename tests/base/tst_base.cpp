// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/log.h"
#include "base/result.h"
#include "base/utf8.h"

#include <QTest>

#include <string>

using namespace podium::base;

class TestBase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void utf8_data();
    void utf8();
    void errorNamesAreUniqueAndReadBack();
    void resultKeepsThreeStates();
    void tryLeavesWithTheSameState();
    void logGoesToTheSink();
};

void TestBase::utf8_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QByteArray>("repaired");
    const auto valid = [](const char* name, const QByteArray& bytes) {
        QTest::newRow(name) << bytes << true << bytes;
    };
    const auto broken = [](const char* name, const QByteArray& bytes, const QByteArray& repaired) {
        QTest::newRow(name) << bytes << false << repaired;
    };
    const QByteArray mark = "\xEF\xBF\xBD";
    valid("empty", "");
    valid("ascii", "val/loss");
    valid("nul", QByteArray("a\0b", 3));
    valid("two bytes", "\xC3\xBC");
    valid("three bytes", "\xE6\x97\xA5");
    valid("four bytes", "\xF0\x9F\x98\x80");
    valid("greatest code point", "\xF4\x8F\xBF\xBF");
    broken("latin-1", "gr\xFC\xDF", "gr" + mark + mark);
    broken("lone continuation", "\x80x", mark + "x");
    broken("cut at the end", "a\xE6\x97", "a" + mark + mark);
    broken("overlong slash", "\xC0\xAF", mark + mark);
    broken("overlong three", "\xE0\x80\x80", mark + mark + mark);
    broken("surrogate", "\xED\xA0\x80", mark + mark + mark);
    broken("above U+10FFFF", "\xF4\x90\x80\x80", mark + mark + mark + mark);
    broken("five byte lead", "\xF8\x88", mark + mark);
}

void TestBase::utf8() {
    QFETCH(QByteArray, bytes);
    QFETCH(bool, valid);
    QFETCH(QByteArray, repaired);
    QCOMPARE(isUtf8(bytes.toStdString()), valid);
    QCOMPARE(QByteArray::fromStdString(toUtf8(bytes.toStdString())), repaired);
    QVERIFY(isUtf8(toUtf8(bytes.toStdString())));
}

void TestBase::errorNamesAreUniqueAndReadBack() {
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        QCOMPARE(codeFromName(codeName(code)), code);
    }
    QCOMPARE(codeFromName("no-such-code"), ErrorCode::Internal);
    QCOMPARE(logLine({ErrorCode::MetaInvalid, {"a/meta.yaml", "why"}}),
             std::string("meta-invalid: a/meta.yaml: why"));
}

void TestBase::resultKeepsThreeStates() {
    const Result<int> value = 3;
    const Result<int> error = Error{ErrorCode::NotAStore, {"x"}};
    const Result<int> cancelled = Cancelled{};
    QVERIFY(value.ok() && !value.failed() && !value.cancelled());
    QVERIFY(!error.ok() && error.failed() && !error.cancelled());
    QVERIFY(!cancelled.ok() && !cancelled.failed() && cancelled.cancelled());
    QCOMPARE(value.value(), 3);
    QVERIFY(error.as<std::string>().failed());
    QCOMPARE(error.as<std::string>().error(), error.error());
    QVERIFY(cancelled.as<void>().cancelled());
    QVERIFY(Result<void>().ok());
    static_assert(!std::is_convertible_v<Result<int>, bool>);
}

void TestBase::tryLeavesWithTheSameState() {
    const auto tried = [](const Result<void>& first) -> Result<int> {
        PODIUM_TRY(int, first);
        return 7;
    };
    QCOMPARE(tried({}).value(), 7);
    QVERIFY(tried(Cancelled{}).cancelled());
    const auto failed = tried(Error{ErrorCode::Sql, {"a", "b"}});
    QCOMPARE(failed.error().args.back(), std::string("b"));
}

void TestBase::logGoesToTheSink() {
    std::string seen;
    log(LogLevel::Info, "nobody listens");
    setLogSink([&](LogLevel level, std::string_view line) {
        if (level == LogLevel::Warning)
            seen = line;
    });
    log(LogLevel::Warning, "something");
    setLogSink({});
    log(LogLevel::Warning, "after");
    QCOMPARE(seen, std::string("something"));
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
