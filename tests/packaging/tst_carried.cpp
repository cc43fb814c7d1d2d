// SPDX-License-Identifier: GPL-3.0-or-later
#include "podium_version.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTranslator>
#include <QtTest/QtTest>

namespace {

/// How many pixels an icon paints at the size of a tool button.
int inkOf(const QString& path) {
    QSvgRenderer renderer(path);
    QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            ink += qAlpha(image.pixel(x, y)) > 40 ? 1 : 0;
        }
    }
    return ink;
}

}  // namespace

/// What the program carries inside itself and beside itself.
class CarriedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyIconIsCarriedAndPaints() {
        const QDir folder(QStringLiteral(PODIUM_ICONS));
        const QStringList files = folder.entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 60);
        for (const QString& file : files) {
            const QString path = QStringLiteral(":/icons/") + file;
            QVERIFY2(QFile::exists(path), qPrintable(file));
            QVERIFY2(inkOf(path) > 8, qPrintable(file));
            QFile icon(path);
            QVERIFY(icon.open(QIODevice::ReadOnly));
            QVERIFY2(icon.readAll().contains("currentColor"), qPrintable(file));
        }
        QVERIFY(inkOf(QStringLiteral(":/icons/podium.svg")) > 300);
    }

    void translationsLoad_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("Simplified Chinese") << QStringLiteral("zh_CN");
    }

    void translationsLoad() {
        QFETCH(QString, language);
        QVERIFY(QFile::exists(QStringLiteral(":/i18n/podium_%1.qm").arg(language)));
    }

    void dataLiesBesideTheProgram() {
        const std::filesystem::path file =
            podium::program::dataFile(PODIUM_PROGRAM_FOLDER, "sample-store.tar.gz");
        QVERIFY2(std::filesystem::is_regular_file(file), file.c_str());
        QCOMPARE(podium::program::dataFile("/usr/bin", "sample-store.tar.gz").string(),
                 std::string("/usr/share/podium/sample-store.tar.gz"));
    }
};

QTEST_GUILESS_MAIN(CarriedTest)
#include "tst_carried.moc"
