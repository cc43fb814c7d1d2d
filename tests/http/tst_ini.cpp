// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ini.h"
#include "tests/support/tree.h"

#include <QTemporaryDir>
#include <QTest>

using namespace podium;

class TestIni : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void values_data();
    void values();
    void sections();
    void files();
};

void TestIni::values_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* name, const char* text, const char* value,
                        const char* key = "key") {
        QTest::newRow(name) << QByteArray(text) << QByteArray(key) << QByteArray(value);
    };
    // What Python 3.11's configparser (without interpolation) reads from the same text.
    row("equals", "[s]\nkey=value\n", "value");
    row("blanks", "[s]\n key  =  a value \n", "a value");
    row("colon", "[s]\nkey: value\n", "value");
    row("the first sign counts", "[s]\nkey=a:b=c\n", "a:b=c");
    row("colon before equals", "[s]\nkey:a=b\n", "a=b");
    row("CRLF", "[s]\r\nkey=value\r\n", "value");
    row("no line end", "[s]\nkey=value", "value");
    row("capital key", "[s]\nKEY=Value\n", "Value");
    row("remark behind is the value's", "[s]\nkey=a # b ; c\n", "a # b ; c");
    row("remarks", "# x\n[s]\n; key=1\n#key=2\nkey=3\n", "3");
    row("indented remark", "[s]\nkey=a\n  # b\n  c\n", "a\nc");
    row("goes on", "[s]\nkey=a\n  b\n\tc\n", "a\nb\nc");
    row("goes on from nothing", "[s]\nkey=\n  b = 1\n  c = 2\n", "\nb = 1\nc = 2");
    row("goes on after an indented key", "[s]\n  key=a\n    b\n  other=c\n", "a\nb");
    row("empty", "[s]\nkey=\n", "");
    row("percent", "[s]\nkey=a%%b%c\n", "a%%b%c");
    row("quotes stay", "[s]\nkey=\"a\"\n", "\"a\"");
    row("byte order mark", "\xEF\xBB\xBF[s]\nkey=a\n", "a");
    row("twice: the last", "[s]\nkey=a\nkey=b\n", "b");
    row("section twice", "[s]\nkey=a\n[t]\nkey=x\n[s]\nother=b\n", "a");
    row("before any section", "key=a\n[s]\n", "");
    row("line without a sign", "[s]\nnonsense\nkey=a\n", "a");
    row("section not closed", "[s]\nkey=a\n[t\nkey=b\n", "b");
}

void TestIni::values() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    const http::Ini ini = http::Ini::parse(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(ini.value("s", key.toStdString())), value);
}

void TestIni::sections() {
    const http::Ini ini = http::Ini::parse("[DEFAULT]\na=1\n[profile x y]\n[s]]\nb=2\n[]\nb=3\n");
    QVERIFY(ini.section("DEFAULT") != nullptr);
    QVERIFY(ini.section("default") == nullptr);
    QVERIFY(ini.section("profile x y") != nullptr);
    QCOMPARE(ini.value("s]", "b"), std::string("3"));
    QCOMPARE(ini.value("s]", "a"), std::string());  // nothing is inherited
}

void TestIni::files() {
    QTemporaryDir dir;
    const std::filesystem::path folder(dir.path().toStdString());
    const auto missing = http::Ini::read(folder / "missing");
    QVERIFY(missing.ok() && !missing.value());
    const auto notAFolder = http::Ini::read(folder / "a" / "b");
    QVERIFY(notAFolder.ok() && !notAFolder.value());
    QVERIFY(tests::writeFile(folder / "right", "[s]\nk=v\n"));
    const auto right = http::Ini::read(folder / "right");
    QVERIFY(right.ok() && right.value());
    QCOMPARE(right.value()->value("s", "k"), std::string("v"));
    const auto directory = http::Ini::read(folder);
    QVERIFY(directory.failed());
    QCOMPARE(directory.error().code, base::ErrorCode::CredentialsUnusable);
    QCOMPARE(directory.error().args.at(0), folder.string());
    QVERIFY(tests::writeFile(folder / "huge", std::string(2'000'000, 'x')));
    QVERIFY(http::Ini::read(folder / "huge").failed());
}

QTEST_GUILESS_MAIN(TestIni)
#include "tst_ini.moc"
