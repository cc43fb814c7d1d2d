// SPDX-License-Identifier: GPL-3.0-or-later
// URLs, pauses and secrets.
#include "http/connection.h"
#include "http/retrypolicy.h"
#include "http/secret.h"
#include "http/url.h"

#include <QTest>

#include <sstream>
#include <type_traits>

using namespace podium;
using namespace std::chrono_literals;

namespace {

template <typename T>
concept Printable = requires(std::ostream& to, const T& value) {
    to << value;
};
static_assert(!Printable<http::Secret>);
static_assert(!std::is_convertible_v<http::Secret, std::string>);
static_assert(!std::is_convertible_v<http::Secret, std::string_view>);

QByteArray bytes(const std::string& text) {
    return QByteArray::fromStdString(text);
}

}  // namespace

class TestHttpValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void urls_data();
    void urls();
    void invalidUrlsShowNoPassword();
    void shownQueries_data();
    void shownQueries();
    void encoding_data();
    void encoding();
    void children_data();
    void children();
    void locations_data();
    void locations();
    void origins_data();
    void origins();
    void delays();
    void retryAfter_data();
    void retryAfter();
    void secretsMove();
    void proxyExceptions_data();
    void proxyExceptions();
};

void TestHttpValues::urls_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("authority");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("password");
    const auto row = [](const char* text, const char* sent, const char* authority,
                        const char* user = "", const char* password = "") {
        QTest::addRow("%s", text) << QByteArray(text) << QByteArray(sent) << QByteArray(authority)
                                  << QByteArray(user) << QByteArray(password);
    };
    row("http://host", "http://host/", "host");
    row("HTTP://host", "http://host/", "host");
    row("http://Host.Example:80/a", "http://host.example/a", "host.example");
    row("https://host:443/a/", "https://host/a/", "host");
    row("https://host:80/a", "https://host:80/a", "host:80");
    row("http://127.0.0.1:5000/p?x=1&y#frag", "http://127.0.0.1:5000/p?x=1&y", "127.0.0.1:5000");
    row("http://[::1]:5000/", "http://[::1]:5000/", "[::1]:5000");
    row("https://u:p@host/a", "https://host/a", "host", "u", "p");
    row("https://u%40x:p%3A%2F%40@host/", "https://host/", "host", "u@x", "p:/@");
    row("https://token@host/", "https://host/", "host", "token", "");
    row("http://host/a/../b//c", "http://host/a/../b//c", "host");
    row("http://host/a b", "http://host/a%20b", "host");
    row("http://host/\xC3\xA9", "http://host/%C3%A9", "host");
}

void TestHttpValues::urls() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, authority);
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, password);
    const auto url = http::Url::parse(text.toStdString());
    QCOMPARE(url.ok(), !sent.isEmpty());
    if (!url.ok())
        return;
    QCOMPARE(bytes(url.value().text()).replace("%c3%a9", "%C3%A9"), sent);
    QCOMPARE(bytes(url.value().authority()), authority);
    QCOMPARE(bytes(url.value().user()), user);
    QCOMPARE(url.value().password(), http::Secret(password.toStdString()));
    QCOMPARE(url.value().hasUserinfo(), !user.isEmpty());
    QVERIFY(!url.value().withoutUserinfo().hasUserinfo());
}

void TestHttpValues::invalidUrlsShowNoPassword() {
    for (const char* text : {"ftp://me:topsecret@host/", "me:topsecret@host",
                             "http://me:topsecret@", "http://me:top/topsecret@ho st/x"}) {
        const auto url = http::Url::parse(text);
        QVERIFY(url.failed());
        QVERIFY2(url.error().args.at(0).find("topsecret") == std::string::npos, text);
    }
}

void TestHttpValues::shownQueries_data() {
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("of MLflow") << QByteArray("run_id=1&path=a%2Fb")
                               << QByteArray("run_id=1&path=a%2Fb");
    QTest::newRow("signed") << QByteArray("X-Amz-Signature=abc&path=x")
                            << QByteArray("X-Amz-Signature=...&path=x");
    QTest::newRow("a token") << QByteArray("sig=abc%3D&access_token=1")
                             << QByteArray("sig=...&access_token=...");
    QTest::newRow("no value") << QByteArray("lifecycle") << QByteArray("lifecycle");
}

void TestHttpValues::shownQueries() {
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, shown);
    const auto url = http::Url::parse("http://u:p@h/x?" + query.toStdString());
    QCOMPARE(bytes(url.value().shown()), "http://h/x?" + shown);
}

void TestHttpValues::encoding_data() {
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QByteArray>("asPath");
    QTest::newRow("unreserved") << QByteArray("aZ09-._~") << QByteArray("aZ09-._~")
                                << QByteArray("aZ09-._~");
    QTest::newRow("slashes") << QByteArray("a/b") << QByteArray("a%2Fb") << QByteArray("a/b");
    QTest::newRow("signs") << QByteArray(" +&=#?%") << QByteArray("%20%2B%26%3D%23%3F%25")
                           << QByteArray("%20%2B%26%3D%23%3F%25");
    QTest::newRow("any byte") << QByteArray("\x00\xFF\n", 3) << QByteArray("%00%FF%0A")
                              << QByteArray("%00%FF%0A");
}

void TestHttpValues::encoding() {
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, encoded);
    QFETCH(QByteArray, asPath);
    QCOMPARE(bytes(http::percentEncode(plain.toStdString())), encoded);
    QCOMPARE(bytes(http::percentEncodePath(plain.toStdString())), asPath);
    QCOMPARE(bytes(http::percentDecode(encoded.toStdString())), plain);
    QCOMPARE(bytes(http::percentDecode("100%, %4 %zz %41")), QByteArray("100%, %4 %zz A"));
}

void TestHttpValues::children_data() {
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("bare") << QByteArray("http://h") << QByteArray("api/x")
                          << QByteArray("http://h/api/x");
    QTest::newRow("slashes on both sides")
        << QByteArray("http://h/p//") << QByteArray("/api/x") << QByteArray("http://h/p/api/x");
    QTest::newRow("encoded") << QByteArray("http://h/p") << QByteArray("a%2Fb/c")
                             << QByteArray("http://h/p/a%2Fb/c");
    QTest::newRow("the base's query goes")
        << QByteArray("http://h/p?x=1") << QByteArray("y") << QByteArray("http://h/p/y");
}

void TestHttpValues::children() {
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, expected);
    const auto url = http::Url::parse(base.toStdString()).value();
    QCOMPARE(bytes(url.child(path.toStdString()).text()), expected);
    QCOMPARE(bytes(url.child(path.toStdString(), {{"k", "a b"}, {"k", ""}}).text()),
             expected + "?k=a%20b&k=");
}

void TestHttpValues::locations_data() {
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("absolute") << QByteArray("https://other/x?y=1")
                              << QByteArray("https://other/x?y=1");
    QTest::newRow("from the root") << QByteArray("/x") << QByteArray("https://h:8443/x");
    QTest::newRow("beside") << QByteArray("x?y") << QByteArray("https://h:8443/a/x?y");
    QTest::newRow("above") << QByteArray("../x") << QByteArray("https://h:8443/x");
    QTest::newRow("same scheme") << QByteArray("//other/x") << QByteArray("https://other/x");
    QTest::newRow("ftp") << QByteArray("ftp://other/x") << QByteArray();
    QTest::newRow("a script") << QByteArray("javascript:alert(1)") << QByteArray();
}

void TestHttpValues::locations() {
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, expected);
    const auto base = http::Url::parse("https://h:8443/a/b?q=1").value();
    const auto url = base.resolve(location.toStdString());
    QCOMPARE(url.ok() ? bytes(url.value().text()) : QByteArray(), expected);
}

void TestHttpValues::origins_data() {
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("another path") << QByteArray("https://H:443/y") << true;
    QTest::newRow("another port") << QByteArray("https://h:444/") << false;
    QTest::newRow("without TLS") << QByteArray("http://h:443/") << false;
    QTest::newRow("a host below") << QByteArray("https://x.h/") << false;
}

void TestHttpValues::origins() {
    QFETCH(QByteArray, other);
    QFETCH(bool, same);
    const auto one = http::Url::parse("https://h/x").value();
    QCOMPARE(one.sameOrigin(http::Url::parse(other.toStdString()).value()), same);
}

void TestHttpValues::delays() {
    const http::RetryPolicy policy;
    QCOMPARE(policy.delay(1, 0.0), 0ms);
    QCOMPARE(policy.delay(1, 0.5), 250ms);
    QCOMPARE(policy.delay(2, 0.5), 500ms);
    QCOMPARE(policy.delay(6, 0.5), 8000ms);
    QCOMPARE(policy.delay(7, 0.5), 15000ms);  // bounded at 30 s
    QCOMPARE(policy.delay(700, 0.5), 15000ms);
    QVERIFY(policy.delay(7, 0.999999) < 30'000ms);
}

void TestHttpValues::retryAfter_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("milliseconds");  // -1: says nothing
    QTest::newRow("seconds") << QByteArray(" 7 ") << 7000;
    QTest::newRow("bounded") << QByteArray("61") << 60'000;
    QTest::newRow("larger than any number") << QByteArray("99999999999999999999") << 60'000;
    QTest::newRow("negative") << QByteArray("-3") << -1;
    QTest::newRow("date") << QByteArray("Sat, 28 Nov 2026 10:00:30 GMT") << 30'000;
    QTest::newRow("date, old style") << QByteArray("Saturday, 28-Nov-26 10:00:30 GMT") << 30'000;
    QTest::newRow("date, far") << QByteArray("Sat, 28 Nov 2027 10:00:30 GMT") << 60'000;
    QTest::newRow("date, over") << QByteArray("Sat, 28 Nov 2020 10:00:30 GMT") << 0;
    QTest::newRow("words") << QByteArray("later") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
}

void TestHttpValues::retryAfter() {
    QFETCH(QByteArray, text);
    QFETCH(int, milliseconds);
    constexpr base::Millis Now = 1'795'860'000'000;  // 2026-11-28T10:00:00Z
    const auto asked = http::RetryPolicy().asked(text.toStdString(), Now);
    QCOMPARE(asked ? int(asked->count()) : -1, milliseconds);
}

void TestHttpValues::secretsMove() {
    http::Secret one("abc");
    http::Secret two = std::move(one);
    QCOMPARE(two.reveal(), std::string_view("abc"));
    one = two;
    QVERIFY(one == two);
    two = http::Secret("other");
    QVERIFY(!(one == two));
    QCOMPARE(one.reveal(), std::string_view("abc"));
}

void TestHttpValues::proxyExceptions_data() {
    QTest::addColumn<QByteArray>("except");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("direct");
    const auto row = [](const char* except, const char* url, bool direct) {
        QTest::addRow("%s / %s", except, url) << QByteArray(except) << QByteArray(url) << direct;
    };
    row("", "http://a.org/", false);
    row("a.org", "http://a.org/", true);
    row("A.org", "http://a.ORG/", true);
    row(".a.org", "http://a.org/", true);
    row(".a.org", "http://b.a.org/", true);
    row("*.a.org", "http://b.a.org/", true);
    row("a.org", "http://b.a.org/", true);
    row("a.org", "http://ba.org/", false);
    row("x, y ,a.org", "http://a.org/", true);
    row("a.org:8080", "http://a.org:8080/", true);
    row("a.org:8080", "http://a.org/", false);
    row("10.0.0.0/8", "http://10.1.2.3/", true);
    row("10.0.0.0/8", "http://11.1.2.3/", false);
    row("10.1.2.3/32", "http://10.1.2.3/", true);
    row("0.0.0.0/0", "http://1.2.3.4/", true);
    row("10.0.0.0/x", "http://10.1.2.3/", false);
    row("*", "http://a.org/", true);
    row(", ,", "http://a.org/", false);
}

void TestHttpValues::proxyExceptions() {
    QFETCH(QByteArray, except);
    QFETCH(QByteArray, url);
    QFETCH(bool, direct);
    const http::Proxy proxy{"http://p:1", "http://p:2", except.toStdString()};
    const auto parsed = http::Url::parse(url.toStdString()).value();
    QCOMPARE(http::proxyFor(proxy, parsed), std::string(direct ? "" : "http://p:1"));
}

QTEST_GUILESS_MAIN(TestHttpValues)
#include "tst_httpvalues.moc"
