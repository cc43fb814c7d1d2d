// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/imagedecode.h"
#include "views/artifacts/markdowntext.h"

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace podium;
using namespace podium::views;

class TestImageDecode : public QObject {
    Q_OBJECT
private slots:
    void hugeClaims_data();
    void hugeClaims();
    void brokenPicture();
    void wrongName();
    void harmlessSvg_data();
    void harmlessSvg();
    void svgKeepsItsDrawing();
    void svgThatNeverEnds();
    void svgOutsidePictureIsNotRead();
    void calmMarkdown_data();
    void calmMarkdown();
    void tableRule();

private:
    base::Result<DecodedImage> decode(const QByteArray& bytes, artifacts::Kind kind);
};

base::Result<DecodedImage> TestImageDecode::decode(const QByteArray& bytes, artifacts::Kind kind) {
    QTemporaryDir dir;
    QFile file(dir.filePath(u"f"_qs));
    if (!file.open(QIODevice::WriteOnly))
        return base::Cancelled{};
    file.write(bytes);
    file.close();
    PreviewItem item;
    item.root = dir.path().toStdString();
    item.raw = "f";
    item.path = u"f"_qs;
    item.kind = kind;
    item.size = bytes.size();
    return decodeImage(item, {});
}

namespace {

QByteArray bigEndian(quint32 value) {
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray& nameAndData) {
    quint32 crc = 0xFFFFFFFF;
    for (const char c : nameAndData) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return bigEndian(static_cast<quint32>(nameAndData.size() - 4)) + nameAndData + bigEndian(~crc);
}

/// A PNG that claims a size and has next to no pixels.
QByteArray pngOf(quint32 width, quint32 height) {
    return QByteArray::fromHex("89504e470d0a1a0a") +
           chunk("IHDR" + bigEndian(width) + bigEndian(height) + QByteArray("\x08\x06\0\0\0", 5)) +
           chunk("IDAT" + QByteArray::fromHex("789c030000000001")) + chunk("IEND");
}

}  // namespace

void TestImageDecode::hugeClaims_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::newRow("PNG") << pngOf(100'000, 100'000) << static_cast<int>(artifacts::Kind::Png);
    QTest::newRow("GIF") << QByteArray("GIF89a\xFF\xFF\xFF\xFF\0\0\0", 13)
                         << static_cast<int>(artifacts::Kind::Gif);
    QByteArray bmp("BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", 18);
    bmp += QByteArray("\xA0\x86\x01\0\xA0\x86\x01\0\x01\0\x18\0", 12) + QByteArray(24, '\0');
    QTest::newRow("BMP") << bmp << static_cast<int>(artifacts::Kind::Bmp);
}

void TestImageDecode::hugeClaims() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    const auto decoded = decode(bytes, static_cast<artifacts::Kind>(kind));
    QVERIFY(decoded.failed());
    // A decoder that does not even believe the header is as good.
    QVERIFY(decoded.error().code == base::ErrorCode::ArtifactTooLarge ||
            decoded.error().code == base::ErrorCode::DecodeFailed);
    if (kind == static_cast<int>(artifacts::Kind::Png))
        QVERIFY(decoded.error().code == base::ErrorCode::ArtifactTooLarge);
}

void TestImageDecode::brokenPicture() {
    const auto decoded = decode(pngOf(10, 10), artifacts::Kind::Png);
    QVERIFY(decoded.failed());
    QVERIFY(decoded.error().code == base::ErrorCode::DecodeFailed);
}

void TestImageDecode::wrongName() {
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(image.save(&buffer, "PNG"));
    const auto decoded = decode(bytes, artifacts::Kind::Png);
    QVERIFY(decoded.ok());
    QCOMPARE(decoded.value().size, QSize(3, 2));
    // Only the decoder of the kind is tried.
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Not a JPEG file"_qs));
    QVERIFY(decode(bytes, artifacts::Kind::Jpeg).failed());
}

void TestImageDecode::harmlessSvg_data() {
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QByteArray>("mustGo");
    const auto row = [](const char* name, const char* inside, const char* mustGo) {
        QTest::newRow(name) << QByteArray(inside) << QByteArray(mustGo);
    };
    row("script", "<script>evil()</script>", "evil");
    row("event", "<rect onclick='evil()'/>", "evil");
    row("file", "<image xlink:href='evil.png'/>", "evil");
    row("absolute file", "<image href='file:///evil.png'/>", "evil");
    row("remote", "<image href='http://evil/x.png'/>", "evil");
    row("remote without scheme", "<image href='//evil/x.png'/>", "evil");
    row("outside use", "<use href='evil.svg#a'/>", "evil");
    row("embedded svg", "<image href='data:image/svg+xml;base64,evil'/>", "evil");
    row("paint", "<rect fill='url(http://evil/#a)'/>", "evil");
    row("quoted paint", "<rect style='fill:url( \"http://evil/#a\")'/>", "evil");
    row("style sheet", "<style>@import 'evil';</style>", "evil");
    row("foreign object", "<foreignObject><p>evil</p></foreignObject>", "evil");
    row("instruction", "<?xml-stylesheet href='evil.css'?>", "evil");
}

void TestImageDecode::harmlessSvg() {
    QFETCH(QByteArray, inside);
    QFETCH(QByteArray, mustGo);
    const QByteArray svg =
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>" +
        inside + "<g id='kept'/></svg>";
    const QByteArray harmless = views::harmlessSvg(svg);
    QVERIFY(harmless.contains("kept"));
    QVERIFY2(!harmless.contains(mustGo), harmless.constData());
}

void TestImageDecode::svgKeepsItsDrawing() {
    const QByteArray svg =
        "<?xml version='1.0'?><!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg' "
        "xmlns:xlink='http://www.w3.org/1999/xlink' width='20' height='10'><defs><rect id='r' "
        "width='10' height='10' fill='#ff0000'/></defs><use xlink:href='#r'/></svg>";
    const auto decoded = decode(svg, artifacts::Kind::Svg);
    QVERIFY(decoded.ok());
    QCOMPARE(decoded.value().size, QSize(20, 10));
    const QImage image = decoded.value().image;
    QCOMPARE(image.pixelColor(image.width() / 4, image.height() / 2), QColor(255, 0, 0));
    QCOMPARE(image.pixelColor(image.width() * 3 / 4, image.height() / 2).alpha(), 0);
}

void TestImageDecode::svgThatNeverEnds() {
    QByteArray laughs = "<svg xmlns='http://www.w3.org/2000/svg'><g id='a0'><rect/></g>";
    for (int i = 1; i < 20; ++i) {
        laughs += "<g id='a" + QByteArray::number(i) + "'>";
        for (int k = 0; k < 10; ++k)
            laughs += "<use href='#a" + QByteArray::number(i - 1) + "'/>";
        laughs += "</g>";
    }
    QVERIFY(views::harmlessSvg(laughs + "</svg>").isEmpty());
    QVERIFY(views::harmlessSvg("<svg><g id='a'><use href='#a'/></g></svg>").isEmpty());
    QByteArray deep = "<svg>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<g>";
    QVERIFY(views::harmlessSvg(deep).isEmpty());
    QByteArray entities = "<!DOCTYPE svg [<!ENTITY a0 'xxxxxxxxxx'>";
    for (int i = 1; i < 12; ++i) {
        const QByteArray before = "&a" + QByteArray::number(i - 1) + ";";
        entities += "<!ENTITY a" + QByteArray::number(i) + " '" + before.repeated(10) + "'>";
    }
    const QByteArray expanded = views::harmlessSvg(entities + "]><svg><text>&a11;</text></svg>");
    QVERIFY(expanded.size() < 1'000'000);
}

void TestImageDecode::svgOutsidePictureIsNotRead() {
    QTemporaryDir dir;
    QImage secret(4, 4, QImage::Format_RGB32);
    secret.fill(Qt::red);
    const QString path = dir.filePath(u"secret.png"_qs);
    QVERIFY(secret.save(path));
    for (const QString& reference : {path, QUrl::fromLocalFile(path).toString()}) {
        const QByteArray svg =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
            "width='4' height='4'><image width='4' height='4' xlink:href='" +
            reference.toUtf8() + "'/></svg>";
        const auto decoded = decode(svg, artifacts::Kind::Svg);
        QVERIFY(decoded.ok());
        const QImage& image = decoded.value().image;
        QCOMPARE(image.pixelColor(image.width() / 2, image.height() / 2).alpha(), 0);
    }
}

void TestImageDecode::calmMarkdown_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("calm");
    QTest::newRow("ordinary") << u"# a\n\n- b\n  - c\n\n| a | b |\n|---|---|\n"_qs << true;
    QTest::newRow("rule") << u"* * * * * * * * * * * * * * * * * * * *\n"_qs << true;
    QTest::newRow("long") << u"word\n\n"_qs.repeated(20'000) << false;
    QTest::newRow("nested numbers") << u"1. "_qs.repeated(5000) + u"x"_qs << false;
    QTest::newRow("nested quotes") << u"> "_qs.repeated(5000) << false;
    QTest::newRow("brackets") << u"["_qs.repeated(5000) << false;
    QTest::newRow("pictures") << u"![a](b)\n\n"_qs.repeated(500) << false;
    QTest::newRow("one paragraph") << u"words and words\n"_qs.repeated(2000) << false;
}

void TestImageDecode::calmMarkdown() {
    QFETCH(QString, text);
    QTEST(isCalmMarkdown(text), "calm");
}

void TestImageDecode::tableRule() {
    QCOMPARE(preparedMarkdown(u"|a|b|\n|-|-:|\n|--|:----|\n"_qs),
             u"|a|b|\n|---|---:|\n|---|:----|\n"_qs);
    QCOMPARE(preparedMarkdown(u"a - b | c\n- x\n--\n"_qs), u"a - b | c\n- x\n--\n"_qs);
}

QTEST_MAIN(TestImageDecode)
#include "tst_imagedecode.moc"
