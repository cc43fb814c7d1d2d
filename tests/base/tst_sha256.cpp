// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <QByteArray>
#include <QTest>

using namespace podium;

/// Expected values: FIPS 180-4's examples as published by NIST, and RFC 4231's for the HMAC.
class TestSha256 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void published_data();
    void published();
    void pieces();
    void keyed();
};

void TestSha256::published_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("empty") << QByteArray()
                           << QByteArray(
                                  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7"
                                  "852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20"
                                "015ad");
    QTest::newRow("two blocks")
        << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million")
        << QByteArray(1'000'000, 'a')
        << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestSha256::published() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, digest);
    QCOMPARE(base::sha256Hex(bytes.toStdString()), digest.toStdString());
}

/// However the bytes are cut, the digest is the same.
void TestSha256::pieces() {
    std::string bytes;
    for (int i = 0; i < 300; ++i)
        bytes += static_cast<char>(i * 7);
    const std::string whole = base::sha256Hex(bytes);
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        base::Sha256 hash;
        hash.add(std::string_view(bytes).substr(0, cut));
        hash.add(std::string_view(bytes).substr(cut));
        QCOMPARE(base::hexadecimal(hash.finish()), whole);
    }
}

void TestSha256::keyed() {
    QCOMPARE(base::hexadecimal(base::hmacSha256("Jefe", "what do ya want for nothing?")),
             std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    QCOMPARE(
        base::hexadecimal(base::hmacSha256(
            std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
        std::string("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
}

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
