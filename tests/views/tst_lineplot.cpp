// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/frame.h"
#include "views/plot/lineplot.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <limits>

using namespace podium;
using namespace podium::views;

namespace {

std::shared_ptr<const series::Series> seriesOf(const std::vector<double>& values) {
    std::vector<domain::MetricPoint> points;
    for (const double value : values) {
        const auto i = static_cast<std::int64_t>(points.size());
        points.push_back({value, 1'700'000'000'000 + i * 1000, i});
    }
    return series::Series::fromPoints(points);
}

PlotLine level(qint64 id, double value) {
    return {id, QStringLiteral("run %1").arg(id),
            id == 1 ? QColor(220, 40, 40) : QColor(40, 40, 220),
            seriesOf(std::vector<double>(101, value)), false};
}

void wheel(QWidget& widget, const QPointF& at, int delta,
           Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

void drag(QWidget& widget, Qt::MouseButton button, const QPoint& from, const QPoint& to,
          Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::mousePress(&widget, button, modifiers, from);
    const auto moveTo = [&](const QPoint& at) {
        QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, button,
                          modifiers);
        QApplication::sendEvent(&widget, &event);
    };
    moveTo((from + to) / 2);
    moveTo(to);
    QTest::mouseRelease(&widget, button, modifiers, to);
}

void hover(QWidget& widget, const QPointF& at) {
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

int pixelsLike(const QImage& image, const QColor& color) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int away = std::abs(pixel.red() - color.red()) +
                             std::abs(pixel.green() - color.green()) +
                             std::abs(pixel.blue() - color.blue());
            found += away < 60 ? 1 : 0;
        }
    }
    return found;
}

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

}  // namespace

class TestLinePlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fitsAndDraws();
    void wheelZoomsAtThePointer();
    void wheelOverAnAxisZoomsThatAxis();
    void dragZoomsIntoTheBox();
    void thinBoxZoomsOneAxis();
    void middleDragPans();
    void undoGoesBackStepByStep();
    void doubleClickShowsAll();
    void keyboard();
    void hoverPicksTheRightLine();
    void clickTellsTheLine();
    void linkedRangeIsSilent();
    void yFollowsALinkedRange();
    void receiptCounts();
    void logarithmicAxisMasks();
    void smoothingKeepsTheView();
    void otherAxisFitsAnew();
    void paletteChange();
    void emptyAndHostileLines();
    void movingOnEndsTheDrawingOnly();
    void slowPicturesAreCoarseWhileMoving();
    void exports();

private:
    void settle() { QTRY_VERIFY(m_plot->isSettled()); }

    std::unique_ptr<LinePlot> m_plot;
};

void TestLinePlot::init() {
    m_plot = std::make_unique<LinePlot>();
    m_plot->resize(600, 300);
    m_plot->show();
    m_plot->setLines({level(1, 1), level(2, 3)});
    settle();
}

void TestLinePlot::cleanup() {
    m_plot.reset();
}

void TestLinePlot::fitsAndDraws() {
    QCOMPARE(m_plot->xRange(), (series::Range{0, 100}));
    QVERIFY(m_plot->yRange().low < 1 && m_plot->yRange().low > 0.8);
    QVERIFY(m_plot->yRange().high > 3 && m_plot->yRange().high < 3.2);
    QVERIFY(!m_plot->isZoomed());
    const QImage image = m_plot->grab().toImage();
    const QPoint red = m_plot->pixelAt(50, 1).toPoint();
    const QPoint blue = m_plot->pixelAt(50, 3).toPoint();
    const auto strongest = [&](const QPoint& at, int sign) {
        int most = 0;
        for (int dy = -3; dy <= 3; ++dy) {
            const QColor pixel = image.pixelColor(at.x(), at.y() + dy);
            most = std::max(most, sign * (pixel.red() - pixel.blue()));
        }
        return most;
    };
    QVERIFY(strongest(red, 1) > 60);
    QVERIFY(strongest(blue, -1) > 60);
    QVERIFY(strongest((red + blue) / 2, 1) < 10 && strongest((red + blue) / 2, -1) < 10);
}

void TestLinePlot::wheelZoomsAtThePointer() {
    QSignalSpy changed(m_plot.get(), &LinePlot::xRangeChanged);
    const QPointF at = m_plot->pixelAt(25, 2);
    wheel(*m_plot, at, 240);
    QVERIFY(m_plot->isZoomed());
    QCOMPARE(changed.size(), 1);
    QVERIFY(near(m_plot->xRange().high - m_plot->xRange().low, 100 * 0.85 * 0.85, 0.1));
    const QPointF after = m_plot->pixelAt(25, 2);
    QVERIFY(near(after.x(), at.x(), 0.5) && near(after.y(), at.y(), 0.5));
    settle();
}

void TestLinePlot::wheelOverAnAxisZoomsThatAxis() {
    const series::Range y = m_plot->yRange();
    wheel(*m_plot, m_plot->pixelAt(25, 2), 120, Qt::ControlModifier);
    QVERIFY(m_plot->xRange().high < 100);
    settle();
    QCOMPARE(m_plot->yRange(), y);
    const series::Range x = m_plot->xRange();
    wheel(*m_plot, QPointF(m_plot->plotArea().left() - 5, 100), 120);
    settle();
    QCOMPARE(m_plot->xRange(), x);
    QVERIFY(m_plot->yRange().high - m_plot->yRange().low < y.high - y.low);
}

void TestLinePlot::dragZoomsIntoTheBox() {
    drag(*m_plot, Qt::LeftButton, m_plot->pixelAt(20, 2.5).toPoint(),
         m_plot->pixelAt(60, 1.5).toPoint());
    QVERIFY(near(m_plot->xRange().low, 20, 0.5) && near(m_plot->xRange().high, 60, 0.5));
    QVERIFY(near(m_plot->yRange().low, 1.5, 0.05) && near(m_plot->yRange().high, 2.5, 0.05));
    settle();
}

void TestLinePlot::thinBoxZoomsOneAxis() {
    const series::Range y = m_plot->yRange();
    const QPoint from = m_plot->pixelAt(20, 2).toPoint();
    drag(*m_plot, Qt::LeftButton, from, {m_plot->pixelAt(60, 2).toPoint().x(), from.y() + 3});
    settle();
    QVERIFY(near(m_plot->xRange().low, 20, 0.5) && near(m_plot->xRange().high, 60, 0.5));
    QCOMPARE(m_plot->yRange(), y);
}

void TestLinePlot::middleDragPans() {
    const QPoint from = m_plot->pixelAt(50, 2).toPoint();
    drag(*m_plot, Qt::MiddleButton, from, from + QPoint(m_plot->plotArea().width() / 4, 0));
    QVERIFY(near(m_plot->xRange().low, -25, 0.5) && near(m_plot->xRange().high, 75, 0.5));
    m_plot->undoZoom();
    drag(*m_plot, Qt::LeftButton, from, from + QPoint(m_plot->plotArea().width() / 4, 0),
         Qt::ShiftModifier);
    QVERIFY(near(m_plot->xRange().low, -25, 0.5) && near(m_plot->xRange().high, 75, 0.5));
    settle();
}

void TestLinePlot::undoGoesBackStepByStep() {
    drag(*m_plot, Qt::LeftButton, m_plot->pixelAt(20, 2.5).toPoint(),
         m_plot->pixelAt(60, 1.5).toPoint());
    settle();
    const series::Range first = m_plot->xRange();
    drag(*m_plot, Qt::LeftButton, m_plot->pixelAt(30, 2.2).toPoint(),
         m_plot->pixelAt(40, 1.8).toPoint());
    settle();
    QTest::keyClick(m_plot.get(), Qt::Key_Backspace);
    QCOMPARE(m_plot->xRange(), first);
    QTest::mouseClick(m_plot.get(), Qt::BackButton);
    settle();
    QVERIFY(!m_plot->isZoomed());
    QCOMPARE(m_plot->xRange(), (series::Range{0, 100}));
    m_plot->undoZoom();
    QVERIFY(!m_plot->isZoomed());
}

void TestLinePlot::doubleClickShowsAll() {
    QSignalSpy reset(m_plot.get(), &LinePlot::xRangeReset);
    wheel(*m_plot, m_plot->pixelAt(25, 2), 600);
    QTest::mouseDClick(m_plot.get(), Qt::LeftButton, {}, m_plot->pixelAt(50, 2).toPoint());
    settle();
    QVERIFY(!m_plot->isZoomed());
    QCOMPARE(m_plot->xRange(), (series::Range{0, 100}));
    QCOMPARE(reset.size(), 1);
}

void TestLinePlot::keyboard() {
    QTest::keyClick(m_plot.get(), Qt::Key_Right);
    QVERIFY(near(m_plot->xRange().low, 10, 0.01));
    QTest::keyClick(m_plot.get(), Qt::Key_Plus);
    QVERIFY(m_plot->xRange().high - m_plot->xRange().low < 75);
    QTest::keyClick(m_plot.get(), Qt::Key_Minus);
    QVERIFY(near(m_plot->xRange().high - m_plot->xRange().low, 100, 0.01));
    QTest::keyClick(m_plot.get(), Qt::Key_Home);
    settle();
    QVERIFY(!m_plot->isZoomed());
    QTest::keyClick(m_plot.get(), Qt::Key_Backspace);
    QVERIFY(m_plot->isZoomed());
}

void TestLinePlot::hoverPicksTheRightLine() {
    QSignalSpy hovered(m_plot.get(), &LinePlot::lineHovered);
    QSignalSpy cursor(m_plot.get(), &LinePlot::cursorMoved);
    hover(*m_plot, m_plot->pixelAt(40, 3) + QPointF(0, 6));
    QCOMPARE(m_plot->hovered(), qint64{2});
    QVERIFY(near(cursor.last().first().toDouble(), 40, 0.5));
    settle();
    hover(*m_plot, m_plot->pixelAt(40, 1) - QPointF(0, 6));
    QCOMPARE(m_plot->hovered(), qint64{1});
    hover(*m_plot, m_plot->pixelAt(40, 2));
    QCOMPARE(m_plot->hovered(), qint64{0});
    QCOMPARE(hovered.size(), 3);
    settle();
}

void TestLinePlot::clickTellsTheLine() {
    QSignalSpy clicked(m_plot.get(), &LinePlot::lineClicked);
    const QPoint at = m_plot->pixelAt(40, 3).toPoint();
    hover(*m_plot, at);
    QTest::mouseClick(m_plot.get(), Qt::LeftButton, {}, at);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.first().first().toLongLong(), qint64{2});
    QVERIFY(!m_plot->isZoomed());
}

void TestLinePlot::linkedRangeIsSilent() {
    QSignalSpy changed(m_plot.get(), &LinePlot::xRangeChanged);
    m_plot->setXRange({10, 20});
    QCOMPARE(m_plot->xRange(), (series::Range{10, 20}));
    QCOMPARE(changed.size(), 0);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    m_plot->setXRange({nan, 3});
    m_plot->setXRange({5, 5});
    QCOMPARE(m_plot->xRange(), (series::Range{10, 20}));
}

void TestLinePlot::yFollowsALinkedRange() {
    std::vector<double> ramp;
    for (int i = 0; i <= 100; ++i)
        ramp.push_back(i);
    m_plot->setLines({{1, QStringLiteral("ramp"), Qt::red, seriesOf(ramp), false}});
    settle();
    m_plot->setXRange({50, 60});
    settle();
    QVERIFY(m_plot->yRange().low > 49 && m_plot->yRange().high < 61);
}

void TestLinePlot::receiptCounts() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    m_plot->setLines({{1, QStringLiteral("a"), Qt::red,
                       seriesOf({1, nan, 2, infinity, 3, -infinity, nan, 4}), false}});
    settle();
    const PlotReceipt receipt = m_plot->receipt();
    QCOMPARE(receipt.counts, (series::Counts{8, 2, 1, 1, 0}));
    QCOMPARE(receipt.inView, std::uint64_t{4});
    QVERIFY(receipt.exact);
    m_plot->setXRange({1.5, 4.5});
    settle();
    QCOMPARE(m_plot->receipt().inView, std::uint64_t{2});
}

void TestLinePlot::logarithmicAxisMasks() {
    m_plot->setLines({{1, QStringLiteral("a"), Qt::red, seriesOf({0, 1, 10, -5, 100}), false}});
    m_plot->setOptions({series::XKind::Step, true, 0});
    settle();
    QCOMPARE(m_plot->receipt().counts.notPositive, std::uint64_t{2});
    QVERIFY(m_plot->yRange().low > 0.1 && m_plot->yRange().high < 1000);
    // A decade is a decade high.
    const double first = m_plot->pixelAt(1, 1).y() - m_plot->pixelAt(1, 10).y();
    const double second = m_plot->pixelAt(1, 10).y() - m_plot->pixelAt(1, 100).y();
    QVERIFY(near(first, second, 0.01) && first > 20);
    m_plot->grab();
}

void TestLinePlot::smoothingKeepsTheView() {
    m_plot->setXRange({10, 20});
    m_plot->setOptions({series::XKind::Step, false, 0.6});
    settle();
    QCOMPARE(m_plot->xRange(), (series::Range{10, 20}));
}

void TestLinePlot::otherAxisFitsAnew() {
    m_plot->setXRange({10, 20});
    m_plot->setOptions({series::XKind::RelativeTime, false, 0});
    settle();
    QCOMPARE(m_plot->xRange(), (series::Range{0, 100'000}));
    m_plot->setOptions({series::XKind::WallTime, false, 0});
    settle();
    QCOMPARE(m_plot->xRange(), (series::Range{1'700'000'000'000, 1'700'000'100'000}));
}

void TestLinePlot::paletteChange() {
    m_plot->setPalette(palette(Scheme::Light));
    settle();
    const QColor light = m_plot->grab().toImage().pixelColor(2, 2);
    QCOMPARE(light, colors(Scheme::Light).panel);
    m_plot->setPalette(palette(Scheme::Dark));
    settle();
    QCOMPARE(m_plot->grab().toImage().pixelColor(2, 2), colors(Scheme::Dark).panel);
}

void TestLinePlot::emptyAndHostileLines() {
    const double most = std::numeric_limits<double>::max();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<std::vector<double>> bad = {
        {}, {5}, {nan}, {nan, nan}, {most, -most, most}, {5e-324, 0, 5e-324}, {-most, nan, most}};
    for (const bool log : {false, true}) {
        for (const std::vector<double>& values : bad) {
            m_plot->setOptions({series::XKind::WallTime, log, 0.9});
            m_plot->setLines({{1, QString(), Qt::red, seriesOf(values), false},
                              {2, QString(), Qt::red, nullptr, false}});
            settle();
            hover(*m_plot, m_plot->plotArea().center());
            wheel(*m_plot, m_plot->plotArea().center(), 1200);
            QVERIFY(!m_plot->grab().isNull());
            m_plot->resetZoom();
        }
    }
    m_plot->setLines({});
    settle();
    QCOMPARE(m_plot->receipt().counts.all, std::uint64_t{0});
}

/// What was prepared for a picture that nobody waits for is of use to the next one.
void TestLinePlot::movingOnEndsTheDrawingOnly() {
    podium::views::FrameRequest request;
    request.lines = {level(1, 2)};
    request.size = {300, 200};
    std::stop_source moved;
    moved.request_stop();
    const auto given = podium::views::makeFrame(request, {}, moved.get_token());
    QVERIFY(given != nullptr && given->superseded && given->image.isNull());
    QCOMPARE(given->prepared->lines.size(), std::size_t(1));
    request.previous = given->prepared;
    const auto drawn = podium::views::makeFrame(request, {});
    QVERIFY(!drawn->superseded && !drawn->image.isNull());
    QCOMPARE(drawn->prepared->lines[0].shown, given->prepared->lines[0].shown);
    QVERIFY(podium::views::makeFrame(request, moved.get_token()) == nullptr);
}

void TestLinePlot::slowPicturesAreCoarseWhileMoving() {
    const auto after = [](bool coarse, bool moving, double milliseconds) {
        podium::views::Frame frame;
        frame.moving = moving;
        frame.milliseconds = milliseconds;
        return podium::views::isCoarseWhileMoving(coarse, frame);
    };
    QVERIFY(!after(false, true, 30));
    QVERIFY(after(false, true, 50));
    // It stays coarse as long as the full picture might be slow again: no flicker.
    QVERIFY(after(true, true, 15));
    QVERIFY(!after(true, true, 9));
    // An exact picture takes its time whatever a moving one takes.
    QVERIFY(!after(false, false, 300));
    QVERIFY(after(true, false, 5));
}

void TestLinePlot::exports() {
    const QImage image = m_plot->image(2);
    QCOMPARE(image.size(), m_plot->size() * 2);
    QVERIFY(pixelsLike(image, QColor(220, 40, 40)) > 500);
    const QByteArray svg = m_plot->svg();
    QVERIFY(svg.contains("<polyline") || svg.contains("<path"));
    QVERIFY(!svg.contains("<image"));
    const QByteArray pdf = m_plot->pdf({85, 60, 7, 0.5});
    QVERIFY(pdf.startsWith("%PDF"));
    // 85 mm and 60 mm in points of a 72th inch.
    const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"));
    const auto found = box.match(QString::fromLatin1(pdf));
    QVERIFY(near(found.captured(1).toDouble(), 85 / 25.4 * 72, 0.6));
    QVERIFY(near(found.captured(2).toDouble(), 60 / 25.4 * 72, 0.6));
    // What the screen shows is as before.
    QVERIFY(m_plot->isSettled());
}

QTEST_MAIN(TestLinePlot)
#include "tst_lineplot.moc"
