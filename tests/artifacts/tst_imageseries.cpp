// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/imageseries.h"
#include "tests/support/fixtures.h"

#include <QTest>

#include <filesystem>

using namespace podium;
using namespace podium::artifacts;
namespace fs = std::filesystem;

class TestImageSeries : public QObject {
    Q_OBJECT
private slots:
    void names_data();
    void names();
    void seriesOfTheFixtures_data();
    void seriesOfTheFixtures();
};

void TestImageSeries::names_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("key");  // empty: no such name
    QTest::addColumn<qint64>("step");
    const QByteArray uuid = "a85751b4-e097-4c60-a126-ec9d852679a5";
    const auto row = [](const char* tag, const QByteArray& name, const char* key, qint64 step) {
        QTest::newRow(tag) << name << QByteArray(key) << step;
    };
    row("plus", "dogs+step+10+timestamp+1795220864529+" + uuid + ".png", "dogs", 10);
    row("per cent", "dogs%step%3%timestamp%1795220864529%" + uuid + ".png", "dogs", 3);
    row("slash in the key", "val~dogs+step+0+timestamp+1+" + uuid + ".png", "val/dogs", 0);
    row("key of the separator", "a+step+9+b+step+2+timestamp+1+" + uuid + ".png", "a+step+9+b", 2);
    row("negative step", "a+step+-1+timestamp+1+" + uuid + ".png", "a", -1);
    row("no uuid", "a+step+1+timestamp+1+x.png", "", 0);
    row("no number", "a+step+x+timestamp+1+" + uuid + ".png", "", 0);
    row("no key", "+step+1+timestamp+1+" + uuid + ".png", "", 0);
    row("other", "plot.png", "", 0);
    row("beyond 64 bits", "a+step+99999999999999999999+timestamp+1+" + uuid + ".png", "", 0);
}

void TestImageSeries::names() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, key);
    QFETCH(qint64, step);
    const auto image = readSteppedName(name.toStdString());
    QCOMPARE(image.has_value(), !key.isEmpty());
    if (image) {
        QCOMPARE(image->key, key.toStdString());
        QCOMPARE(image->step, step);
        QVERIFY(!image->compressed);
    }
}

void TestImageSeries::seriesOfTheFixtures_data() {
    QTest::addColumn<QString>("store");
    QTest::newRow("per cent") << u"filestore-2.17"_qs;
    QTest::newRow("plus") << u"filestore-3.11"_qs;
}

void TestImageSeries::seriesOfTheFixtures() {
    QFETCH(QString, store);
    const tests::Fixture fixture(store);
    QVERIFY2(fixture.ok(), qPrintable(fixture.error()));
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(fixture.mlruns())) {
        if (entry.is_regular_file() && entry.path().parent_path().filename() == "images")
            names.push_back(entry.path().filename().native());
    }
    const auto series = imageSeries(names);
    QVERIFY(series.contains("dogs"));
    const std::vector<SteppedImage>& dogs = series.at("dogs");
    QVERIFY(dogs.size() >= 4);
    for (std::size_t i = 1; i < dogs.size(); ++i)
        QVERIFY(dogs[i - 1].step <= dogs[i].step);
}

QTEST_GUILESS_MAIN(TestImageSeries)
#include "tst_imageseries.moc"
