// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"
#include "views/charts/chartcsv.h"
#include "views/charts/chartgrid.h"
#include "views/charts/chartpages.h"
#include "views/charts/metricpicker.h"
#include "views/charts/pointsmodel.h"
#include "views/plot/lineplot.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace podium;
using namespace podium::views;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

/// Counts are written with narrow spaces that do not break; here they are "~".
QString spaced(QString text) {
    return text.replace(QLatin1Char('~'), QChar(0x202f));
}

/// Answers later, as the real one does; what it answers with is set by the test.
class FakeSource : public ChartSource {
public:
    QStringList metricKeys() const override { return keys; }
    QVector<ChartRun> runs() const override { return shown; }
    void request(const QString& metric, quint64 ticket) override {
        ++requests;
        QMetaObject::invokeMethod(
            this,
            [this, metric, ticket] {
                if (fail)
                    Q_EMIT failed(metric, ticket,
                                  {base::ErrorCode::DatabaseDamaged, {"history", "cut"}});
                else
                    Q_EMIT loaded(metric, ticket, data.value(metric));
            },
            Qt::QueuedConnection);
    }

    void add(qint64 runNo, const QString& metric, const std::vector<double>& values) {
        std::vector<domain::MetricPoint> points;
        for (const double value : values) {
            const auto i = static_cast<std::int64_t>(points.size());
            points.push_back({value, 1'700'000'000'000 + i * 1000, i * 10});
        }
        data[metric].push_back({runNo, series::Series::fromPoints(points)});
    }

    QStringList keys;
    QVector<ChartRun> shown;
    QHash<QString, QVector<ChartLine>> data;
    int requests = 0;
    bool fail = false;
};

void fill(FakeSource& source) {
    source.keys = {QStringLiteral("acc"), QStringLiteral("loss"),
                   QStringLiteral("system/cpu_utilization")};
    source.shown = {{1, QStringLiteral("first, \"quoted\""), Qt::red, false},
                    {2, QStringLiteral("second"), Qt::blue, true}};
    source.add(1, QStringLiteral("loss"), std::vector<double>(1500, 0.5));
    source.add(2, QStringLiteral("loss"), {1, NaN, 0.25, 0, -1});
    source.add(1, QStringLiteral("acc"), {0.1, 0.9});
}

}  // namespace

class TestCharts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stateSurvivesJson();
    void stateFromNonsense();
    void csv();
    void pointsModel();
    void receipt();
    void optionsByMenu();
    void failureIsTold();
    void lateAnswersAreDropped();
    void exportsFiles_data();
    void exportsFiles();
    void showsTable();
    void description();
    void gridChoosesAtFirst();
    void gridIsEmptyWithoutRuns();
    void gridAddsAndRemoves();
    void gridKeepsItsState();
    void headsAreDragged();
    void escapeLeavesTheCardThere();
    void systemMetricsHaveAPage();
    void gridLinksCards();
    void picker();
    void addButtonAloneIsALine();
    void layoutByWidth();
};

void TestCharts::stateSurvivesJson() {
    const ChartState state{QStringLiteral("a/b"), {series::XKind::RelativeTime, true, 0.65}};
    QCOMPARE(chartStateFromJson(toJson(state)), state);
}

void TestCharts::stateFromNonsense() {
    const ChartState state = chartStateFromJson({{QStringLiteral("metric"), 7},
                                                 {QStringLiteral("x"), QStringLiteral("moon")},
                                                 {QStringLiteral("smoothing"), 17}});
    QVERIFY(state.metric.isEmpty());
    QCOMPARE(state.options.x, series::XKind::Step);
    QVERIFY(state.options.smoothing < 1);
}

void TestCharts::csv() {
    FakeSource source;
    source.add(1, QStringLiteral("m"), {0.1, NaN, -std::numeric_limits<double>::infinity()});
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(writeCsv(buffer, QStringLiteral("m,n"),
                     {{1, QStringLiteral("a \"b\""), Qt::red,
                       source.data[QStringLiteral("m")][0].series, false}}));
    QCOMPARE(buffer.data(), QByteArray("run,metric,step,timestamp,value\r\n"
                                       "\"a \"\"b\"\"\",\"m,n\",0,1700000000000,0.1\r\n"
                                       "\"a \"\"b\"\"\",\"m,n\",10,1700000001000,nan\r\n"
                                       "\"a \"\"b\"\"\",\"m,n\",20,1700000002000,-inf\r\n"));
}

void TestCharts::pointsModel() {
    FakeSource source;
    fill(source);
    std::vector<PlotLine> lines;
    for (const ChartLine& line : source.data[QStringLiteral("loss")])
        lines.push_back(
            {line.runNo, QStringLiteral("r%1").arg(line.runNo), Qt::red, line.series, false});
    PointsModel model(lines);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 1505);
    QCOMPARE(model.index(1499, PointsModel::Run).data().toString(), QStringLiteral("r1"));
    QCOMPARE(model.index(1500, PointsModel::Run).data().toString(), QStringLiteral("r2"));
    QCOMPARE(model.index(1502, PointsModel::Value).data().toString(), QStringLiteral("0.25"));
    QCOMPARE(model.index(1502, PointsModel::Step).data().toString(), QStringLiteral("20"));
    PointsModel none({{1, QString(), Qt::red, nullptr, false}});
    QCOMPARE(none.rowCount(), 0);
}

void TestCharts::receipt() {
    FakeSource source;
    fill(source);
    ChartCard card(source, {QStringLiteral("loss"), {}});
    card.resize(420, 260);
    card.show();
    QTRY_COMPARE(card.receiptText(),
                 spaced(QStringLiteral("1~504 points, all seen, extremes exact · 1 NaN")));
    card.setOptions({series::XKind::Step, true, 0});
    QTRY_COMPARE(
        card.receiptText(),
        spaced(QStringLiteral("1~502 points, all seen, extremes exact · 1 NaN · 2 not above "
                              "zero, not on a logarithmic axis")));
    card.plot()->setXRange({0, 95});
    QTRY_VERIFY(card.receiptText().startsWith(
        spaced(QStringLiteral("12 of 1~502 points in view, extremes exact"))));
    source.shown.removeFirst();
    source.shown.removeFirst();
    Q_EMIT source.runsChanged();
    QTRY_COMPARE(card.receiptText(), QStringLiteral("None of the shown runs has this metric"));
}

void TestCharts::optionsByMenu() {
    FakeSource source;
    fill(source);
    ChartCard card(source, {QStringLiteral("loss"), {}});
    QSignalSpy changed(&card, &ChartCard::stateChanged);
    card.findChild<QAction*>(QStringLiteral("chartX2"))->trigger();
    QCOMPARE(card.state().options.x, series::XKind::RelativeTime);
    card.findChild<QAction*>(QStringLiteral("chartLog"))->trigger();
    QVERIFY(card.state().options.logY);
    card.findChild<QSlider*>(QStringLiteral("chartSmoothing"))->setValue(60);
    QCOMPARE(card.state().options.smoothing, 0.6);
    QCOMPARE(changed.size(), 3);
    QCOMPARE(card.plot()->options(), card.state().options);
}

void TestCharts::failureIsTold() {
    FakeSource source;
    fill(source);
    source.fail = true;
    ChartCard card(source, {QStringLiteral("loss"), {}});
    QTRY_VERIFY(card.receiptText().size() > 20);
    QVERIFY(card.plot()->lines().empty());
    source.fail = false;
    Q_EMIT source.runsChanged();
    QTRY_COMPARE(card.plot()->lines().size(), std::size_t{2});
}

void TestCharts::lateAnswersAreDropped() {
    FakeSource source;
    fill(source);
    ChartCard card(source, {QStringLiteral("loss"), {}});
    QTRY_COMPARE(card.plot()->lines().size(), std::size_t{2});
    Q_EMIT source.loaded(QStringLiteral("loss"), 1, {});
    QCOMPARE(card.plot()->lines().size(), std::size_t{2});
}

void TestCharts::exportsFiles_data() {
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
    QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
    QTest::newRow("csv") << QStringLiteral("csv") << QByteArray("run,metric,step");
}

void TestCharts::exportsFiles() {
    QFETCH(QString, suffix);
    QFETCH(QByteArray, start);
    FakeSource source;
    fill(source);
    ChartCard card(source, {QStringLiteral("loss"), {}});
    card.resize(420, 260);
    card.show();
    QTRY_VERIFY(card.plot()->isSettled() && !card.plot()->lines().empty());
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chart.") + suffix);
    QSignalSpy done(&card, &ChartCard::exported);
    QSignalSpy failed(&card, &ChartCard::exportFailed);
    card.exportTo(path, 2);
    QTRY_COMPARE(done.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(start));
    card.exportTo(folder.filePath(QStringLiteral("none/chart.") + suffix), 1);
    QTRY_COMPARE(failed.size(), 1);
}

void TestCharts::showsTable() {
    FakeSource source;
    fill(source);
    ChartCard card(source, {QStringLiteral("loss"), {}});
    card.show();
    QTRY_COMPARE(card.plot()->lines().size(), std::size_t{2});
    card.findChild<QAction*>(QStringLiteral("chartTable"))->trigger();
    auto* table = card.window()->findChild<QTableView*>(QStringLiteral("pointsTable"));
    QVERIFY(table != nullptr);
    QCOMPARE(table->model()->rowCount(), 1505);
    QVERIFY(table->currentIndex().isValid());
    QVERIFY(!table->accessibleName().isEmpty());
}

void TestCharts::description() {
    FakeSource source;
    fill(source);
    ChartCard card(source, {QStringLiteral("loss"), {}});
    card.resize(420, 260);
    card.show();
    QTRY_VERIFY(card.plot()->accessibleDescription().startsWith(
        spaced(QStringLiteral("loss by step from 0 to 14~990; 2 runs"))));
    QCOMPARE(card.objectName(), QStringLiteral("chartCard:loss"));
}

void TestCharts::gridChoosesAtFirst() {
    FakeSource source;
    ChartGrid grid(source);
    QVERIFY(grid.cards().empty());
    fill(source);
    Q_EMIT source.runsChanged();
    QCOMPARE(grid.cards().size(), std::size_t{2});
    QCOMPARE(grid.cards()[0]->state().metric, QStringLiteral("acc"));
    QVERIFY(grid.toJson().isEmpty());
}

void TestCharts::gridIsEmptyWithoutRuns() {
    FakeSource source;
    ChartGrid grid(source);
    grid.resize(800, 500);
    grid.show();
    auto* empty = grid.findChild<QWidget*>(QStringLiteral("chartsEmpty"));
    QVERIFY(empty->isVisible());
    fill(source);
    Q_EMIT source.runsChanged();
    QVERIFY(!empty->isVisible());
}

void TestCharts::gridAddsAndRemoves() {
    FakeSource source;
    fill(source);
    ChartGrid grid(source);
    QSignalSpy changed(&grid, &ChartGrid::stateChanged);
    ChartCard* card = grid.addChart(QStringLiteral("system/cpu_utilization"));
    QCOMPARE(grid.cards().size(), std::size_t{3});
    QCOMPARE(grid.addChart(QStringLiteral("system/cpu_utilization")), card);
    QCOMPARE(changed.size(), 1);
    card->findChild<QAction*>(QStringLiteral("chartMoveBack"))->trigger();
    QCOMPARE(grid.cards()[1], card);
    for (ChartCard* each : grid.cards())
        each->findChild<QAction*>(QStringLiteral("chartRemove"))->trigger();
    QVERIFY(grid.cards().empty());
    // Removed by a person: they do not come back by themselves.
    Q_EMIT source.runsChanged();
    QVERIFY(grid.cards().empty());
}

namespace {

/// Presses at a card's head, moves to a place of another card in fractions of its size.
void dragHead(ChartCard& card, const ChartCard& to, QPointF share, bool drop = true) {
    const QPoint from(40, 12);
    const QPoint target = card.mapFromGlobal(
        to.mapToGlobal(QPointF(to.width() * share.x(), to.height() * share.y()).toPoint()));
    QTest::mousePress(&card, Qt::LeftButton, {}, from);
    for (const QPoint& at : {from + QPoint(30, 0), (from + target) / 2, target}) {
        QMouseEvent event(QEvent::MouseMove, at, card.mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                          Qt::NoModifier);
        QApplication::sendEvent(&card, &event);
    }
    if (drop)
        QTest::mouseRelease(&card, Qt::LeftButton, {}, target);
}

QStringList titles(const ChartGrid& grid) {
    QStringList metrics;
    for (const ChartCard* card : grid.cards())
        metrics << card->state().metric;
    return metrics;
}

}  // namespace

void TestCharts::headsAreDragged() {
    FakeSource source;
    fill(source);
    ChartGrid grid(source);
    grid.addChart(QStringLiteral("system/cpu_utilization"));
    grid.resize(1200, 600);
    grid.show();
    QVERIFY(QTest::qWaitForWindowExposed(&grid));
    const QStringList before = titles(grid);
    QCOMPARE(before.size(), 3);
    QSignalSpy changed(&grid, &ChartGrid::stateChanged);
    dragHead(*grid.cards()[0], *grid.cards()[2], {0.9, 0.5});
    QCOMPARE(titles(grid), (QStringList{before[1], before[2], before[0]}));
    QCOMPARE(changed.size(), 1);
    QTRY_VERIFY(grid.cards()[0]->x() < grid.cards()[1]->x() &&
                grid.cards()[1]->x() < grid.cards()[2]->x());
    dragHead(*grid.cards()[2], *grid.cards()[1], {0.1, 0.2});
    QCOMPARE(titles(grid), (QStringList{before[1], before[0], before[2]}));
    QVERIFY(!grid.findChild<QWidget*>(QStringLiteral("chartDropBar"))->isVisible());
    QTRY_VERIFY(grid.cards()[0]->x() < grid.cards()[1]->x() &&
                grid.cards()[1]->x() < grid.cards()[2]->x());
    // Where it is already.
    dragHead(*grid.cards()[1], *grid.cards()[0], {0.9, 0.5});
    QCOMPARE(changed.size(), 2);
}

void TestCharts::escapeLeavesTheCardThere() {
    FakeSource source;
    fill(source);
    ChartGrid grid(source);
    grid.resize(1200, 600);
    grid.show();
    QVERIFY(QTest::qWaitForWindowExposed(&grid));
    const QStringList before = titles(grid);
    ChartCard* card = grid.cards()[0];
    dragHead(*card, *grid.cards()[1], {0.9, 0.5}, false);
    QWidget* bar = grid.findChild<QWidget*>(QStringLiteral("chartDropBar"));
    QVERIFY(bar->isVisible());
    QTest::keyClick(&grid, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QTest::mouseRelease(card, Qt::LeftButton, {}, {700, 100});
    QCOMPARE(titles(grid), before);
    QVERIFY(QApplication::overrideCursor() == nullptr);
    // So does the end of the card.
    dragHead(*card, *grid.cards()[1], {0.9, 0.5}, false);
    QVERIFY(QApplication::overrideCursor() != nullptr);
    grid.fromJson({});
    QVERIFY(QApplication::overrideCursor() == nullptr);
    QVERIFY(!bar->isVisible());
}

void TestCharts::systemMetricsHaveAPage() {
    FakeSource source;
    auto* charts = new ChartGrid(source);
    auto* system = new ChartGrid(source, nullptr, nullptr, ChartGrid::Shows::System);
    ChartPages pages(source, charts, system);
    pages.resize(900, 500);
    pages.show();
    auto* tabs = pages.findChild<QTabBar*>(QStringLiteral("chartTabs"));
    QVERIFY(!tabs->isVisible());
    fill(source);
    Q_EMIT source.runsChanged();
    QVERIFY(tabs->isVisible());
    QCOMPARE(pages.current(), charts);
    tabs->setCurrentIndex(1);
    QCOMPARE(pages.current(), system);
    QCOMPARE(titles(*system), QStringList{QStringLiteral("system/cpu_utilization")});
    QCOMPARE(system->cards()[0]->state().options.x, series::XKind::RelativeTime);
    QVERIFY(!titles(*charts).contains(QStringLiteral("system/cpu_utilization")));
    // One that was removed does not come back; nothing of it is kept.
    system->cards()[0]->findChild<QAction*>(QStringLiteral("chartRemove"))->trigger();
    Q_EMIT source.runsChanged();
    QVERIFY(system->cards().empty());
    QVERIFY(system->toJson().isEmpty());
    pages.showSystem(false);
    QCOMPARE(pages.current(), charts);
}

void TestCharts::gridKeepsItsState() {
    FakeSource source;
    fill(source);
    QJsonArray json;
    {
        ChartGrid grid(source);
        grid.addChart(QStringLiteral("loss"))->setOptions({series::XKind::WallTime, true, 0.3});
        json = grid.toJson();
    }
    QCOMPARE(json.size(), 2);
    ChartGrid grid(source);
    grid.fromJson(json);
    QCOMPARE(grid.cards().size(), std::size_t{2});
    QCOMPARE(grid.cards()[1]->plot()->options(), (PlotOptions{series::XKind::WallTime, true, 0.3}));
    QCOMPARE(grid.toJson(), json);
}

void TestCharts::gridLinksCards() {
    FakeSource source;
    fill(source);
    ChartGrid grid(source);
    grid.resize(900, 500);
    grid.show();
    LinePlot* first = grid.cards()[0]->plot();
    LinePlot* second = grid.cards()[1]->plot();
    QTRY_VERIFY(first->isSettled() && second->isSettled());
    Q_EMIT first->xRangeChanged(2, 6);
    QCOMPARE(second->xRange(), (series::Range{2, 6}));
    Q_EMIT first->xRangeReset();
    QVERIFY(!second->isZoomed());
    QSignalSpy hovered(&grid, &ChartGrid::hoveredRun);
    Q_EMIT first->lineHovered(2);
    QCOMPARE(second->hovered(), qint64{2});
    QCOMPARE(hovered.size(), 1);
    grid.setHoveredRun(1);
    QCOMPARE(first->hovered(), qint64{1});
    QCOMPARE(hovered.size(), 1);
    QSignalSpy clicked(&grid, &ChartGrid::runsClicked);
    Q_EMIT second->lineClicked(2);
    QCOMPARE(clicked.size(), 1);
    // Steps and times have nothing to do with each other.
    grid.cards()[1]->setOptions({series::XKind::WallTime, false, 0});
    Q_EMIT first->xRangeChanged(3, 4);
    QVERIFY(!second->isZoomed());
}

void TestCharts::picker() {
    MetricPicker picker;
    QWidget anchor;
    QSignalSpy picked(&picker, &MetricPicker::picked);
    picker.open(
        {QStringLiteral("train/loss"), QStringLiteral("val/loss"), QStringLiteral("val/acc")},
        &anchor);
    auto* edit = picker.findChild<QWidget*>(QStringLiteral("metricPickerSearch"));
    QTest::keyClicks(edit, QStringLiteral("LOSS va"));
    QCOMPARE(picker.shown(), QStringList{QStringLiteral("val/loss")});
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.first().first().toString(), QStringLiteral("val/loss"));
    QVERIFY(!picker.isVisible());
}

void TestCharts::addButtonAloneIsALine() {
    FakeSource source;
    fill(source);
    ChartGrid grid(source);  // two cards
    grid.resize(800, 500);
    grid.show();
    auto* add = grid.findChild<QWidget*>(QStringLiteral("addChart"));
    QTRY_COMPARE(add->height(), 40);
    QVERIFY(add->width() > 700);
    QVERIFY(grid.cards()[0]->height() > 300);
    // Beside a card it is as high as that.
    grid.addChart(QStringLiteral("system/cpu_utilization"));
    QTRY_COMPARE(add->height(), grid.cards()[2]->height());
    QVERIFY(add->width() < 400);
}

void TestCharts::layoutByWidth() {
    FakeSource source;
    fill(source);
    ChartGrid grid(source);
    grid.addChart(QStringLiteral("system/cpu_utilization"));
    grid.show();
    for (const auto& [width, columns] :
         {std::pair{420, 1}, std::pair{800, 2}, std::pair{1200, 3}}) {
        grid.resize(width, 500);
        const auto cards = grid.cards();
        const int most = width / columns;
        QTRY_VERIFY2_WITH_TIMEOUT(
            cards[0]->width() > most - 60 && cards[0]->width() <= most,
            qPrintable(QStringLiteral("%1 at %2").arg(cards[0]->width()).arg(width)), 1000);
        for (const ChartCard* card : cards)
            QVERIFY(card->height() >= 220);
    }
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
