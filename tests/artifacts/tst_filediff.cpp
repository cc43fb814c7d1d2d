// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/artifacts/samples.h"
#include "views/artifacts/diffviews.h"
#include "views/artifacts/filediff.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace podium::views;

/// What the differences of two files show, by what the files are.
class TestFileDiff : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() {
        // All but what the platform without a screen says of every dialog.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).+"_qs));
        m_dir = std::make_unique<QTemporaryDir>();
    }
    void textsSideBySide();
    void byKind_data();
    void byKind();
    void models();
    void pictures();
    void differencePixels();
    void goneFile();
    void linkOutside();

private:
    void put(const QString& side, const QString& name, const QByteArray& content) {
        QDir().mkpath(m_dir->filePath(side));
        QFile file(m_dir->filePath(side + u'/' + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void compare(const QString& name) {
        m_dialog = std::make_unique<FileDiffDialog>(m_engine);
        QSignalSpy shown(m_dialog.get(), &FileDiffDialog::shown);
        const auto side = [&](const char16_t* run) {
            return DiffSide{QString::fromUtf16(run),
                            m_dir->filePath(QString::fromUtf16(run)).toStdString(),
                            name.toStdString()};
        };
        m_dialog->compare(side(u"left"), side(u"right"), name);
        m_dialog->show();
        QVERIFY(QTest::qWaitFor([&] { return !shown.isEmpty(); }, 10'000));
        QVERIFY(!m_dialog->grab().isNull());
    }
    [[nodiscard]] QString cells(int page = 0) const {
        const auto* pages = m_dialog->findChild<QTabWidget*>(u"reportPages"_qs);
        const auto* table = pages ? qobject_cast<QTableView*>(pages->widget(page)) : nullptr;
        QString text;
        for (int row = 0; table && row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column)
                text += (column > 0 ? u"|"_qs
                         : row > 0  ? u"; "_qs
                                    : QString()) +
                        table->model()->index(row, column).data().toString();
        }
        return text;
    }

    Theme* m_theme = nullptr;
    jobs::JobEngine m_engine;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FileDiffDialog> m_dialog;
};

void TestFileDiff::initTestCase() {
    m_theme = new Theme(*qApp, ThemeChoice::Light);
    m_theme->setParent(this);
}

void TestFileDiff::textsSideBySide() {
    QByteArray same;
    for (int i = 0; i < 200; ++i)
        same += "line " + QByteArray::number(i) + "\n";
    put(u"left"_qs, u"a.txt"_qs, same + "lr = 0.1\nend\n");
    put(u"right"_qs, u"a.txt"_qs, same + "lr = 0.2\nend\nmore\n");
    compare(u"a.txt"_qs);
    auto* view = m_dialog->findChild<QTableView*>(u"textDiff"_qs);
    QVERIFY(view);
    QCOMPARE(view->model()->rowCount(), 203);
    QCOMPARE(view->currentIndex().row(), 200);  // the first difference is chosen
    QCOMPARE(view->model()->index(200, 3).data().toString(), u"lr = 0.2"_qs);
    QTest::keyClick(m_dialog.get(), Qt::Key_F7);
    QCOMPARE(view->currentIndex().row(), 202);
    QTest::keyClick(m_dialog.get(), Qt::Key_F7, Qt::ShiftModifier);
    QCOMPARE(view->currentIndex().row(), 200);
    QVERIFY(m_dialog->findChild<QLabel*>(u"fileDiffAbout"_qs)
                ->text()
                .contains(u"1 lines changed, 1 added"_qs));
}

void TestFileDiff::byKind_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& left, const QByteArray& right,
                        const QString& expected) {
        QTest::newRow(name) << QString::fromLatin1(name) << left << right << expected;
    };
    row("a.json", R"({"b": NaN, "a": {"x": 1}})", R"({"a": {"x": 2}, "b": NaN})",
        u"a.x|1|2|changed"_qs);
    row("a.yaml", "a: 1\nb: [1, 2]\n", "b: [1]\na: 1\n", u"b[1]|2||only left"_qs);
    row("a.csv", "id,loss\n1,0.5\n2,0.6\n", "id,loss\n2,0.7\n1,0.50\n",
        u"2 · loss|0.6|0.7|changed"_qs);
    row("table.json", R"({"columns": ["k", "v"], "data": [["a", 1]]})",
        R"({"columns": ["k", "v"], "data": [["a", 2]]})", u"a · v|1|2|changed"_qs);
    row("requirements.txt", "mlflow==2.0\nnumpy\n", "numpy\nmlflow==2.1\n",
        u"mlflow · version|2.0|2.1|changed"_qs);
}

void TestFileDiff::byKind() {
    QFETCH(QString, name);
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    put(u"left"_qs, name, left);
    put(u"right"_qs, name, right);
    compare(name);
    QTEST(cells(), "expected");
}

void TestFileDiff::models() {
    const auto model = [](const char* type) -> QByteArray {
        return QByteArray(
                   "flavors: {sklearn: {}}\nsignature:\n  inputs: '[{\"name\": \"x\", \"type\": "
                   "\"") +
               type + "\"}]'\n  outputs: null\n";
    };
    put(u"left"_qs, u"MLmodel"_qs, model("double"));
    put(u"right"_qs, u"MLmodel"_qs, model("long"));
    put(u"left"_qs, u"requirements.txt"_qs, "numpy==1.0\n");
    put(u"right"_qs, u"requirements.txt"_qs, "numpy==2.0\n");
    compare(u"MLmodel"_qs);
    QCOMPARE(cells(0), u"inputs x · type|double|long|changed"_qs);
    QCOMPARE(cells(1), u"numpy · version|1.0|2.0|changed"_qs);
}

void TestFileDiff::pictures() {
    QImage image(20, 10, QImage::Format_RGB32);
    image.fill(Qt::white);
    QDir().mkpath(m_dir->filePath(u"left"_qs));
    QDir().mkpath(m_dir->filePath(u"right"_qs));
    QVERIFY(image.save(m_dir->filePath(u"left/a.png"_qs)));
    image.setPixelColor(3, 4, Qt::black);
    QVERIFY(image.save(m_dir->filePath(u"right/a.png"_qs)));
    compare(u"a.png"_qs);
    auto* view = m_dialog->findChild<PictureDiffView*>();
    QVERIFY(view);
    QImage before;
    for (int mode = 0; mode < 4; ++mode) {
        view->findChild<QComboBox*>(u"pictureDiffMode"_qs)->setCurrentIndex(mode);
        const QImage drawn = view->grab().toImage();
        QVERIFY(drawn != before);
        before = drawn;
    }
    QCOMPARE(view->mode(), PictureDiffView::Mode::Difference);
}

void TestFileDiff::differencePixels() {
    QImage left(4, 4, QImage::Format_RGB32);
    left.fill(Qt::white);
    QVERIFY(differenceOf(left, left, Qt::red).isNull());
    QImage right = left;
    right.setPixelColor(1, 2, QColor(254, 255, 255));
    const QImage difference = differenceOf(left, right, Qt::red);
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x)
            QCOMPARE(qAlpha(difference.pixel(x, y)) > 0, x == 1 && y == 2);
    }
    const QImage larger = differenceOf(left, QImage(6, 4, QImage::Format_RGB32), Qt::red);
    QCOMPARE(larger.size(), QSize(6, 4));
    QCOMPARE(qAlpha(larger.pixel(5, 0)), 255);
}

void TestFileDiff::goneFile() {
    put(u"left"_qs, u"a.txt"_qs, "x");
    QDir().mkpath(m_dir->filePath(u"right"_qs));
    compare(u"a.txt"_qs);
    QVERIFY(m_dialog->findChild<QLabel*>(u"fileDiffMessage"_qs)->text().contains(u"a.txt"_qs));
}

void TestFileDiff::linkOutside() {
    put(u"left"_qs, u"a.txt"_qs, "x");
    QDir().mkpath(m_dir->filePath(u"right"_qs));
    QVERIFY(QFile::link(u"/etc/passwd"_qs, m_dir->filePath(u"right/a.txt"_qs)));
    compare(u"a.txt"_qs);
    QVERIFY(!m_dialog->findChild<QTableView*>(u"textDiff"_qs));
}

QTEST_MAIN(TestFileDiff)
#include "tst_filediff.moc"
