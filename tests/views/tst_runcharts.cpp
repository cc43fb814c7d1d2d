// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"
#include "runchartfixture.h"
#include "views/charts/chartcard.h"
#include "views/charts/chartgrid.h"
#include "views/charts/chartrecipe.h"
#include "views/charts/figurejson.h"
#include "views/charts/markedfilter.h"
#include "views/charts/runchartcard.h"

#include <QFile>
#include <QImage>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace podium::views;

namespace {

const double NaN = std::nan("");

/// Forty runs: lr and batch are params, model has three values; two lack lr, one has NaN as loss.
void fill(FakeRuns& runs) {
    Texts lr;
    Texts model;
    Numbers loss;
    Numbers time;
    for (int i = 0; i < 40; ++i) {
        lr.push_back(i < 2 ? std::nullopt : std::optional(std::to_string(0.001 * (i + 1))));
        model.push_back(i % 3 == 0 ? "resnet" : i % 3 == 1 ? "vit" : "it's");
        loss.push_back(i == 5 ? NaN : 10.0 - i * 0.2 + (i % 7) * 0.5);
        time.push_back(100.0 + (i * 37) % 40);
    }
    runs.setTexts(param("lr"), lr);
    runs.setTexts(param("model"), model);
    runs.setNumbers(metric("loss"), loss);
    runs.setNumbers(metric("train_time"), time);
    runs.offered = {metric("loss"), metric("train_time"), param("lr"), param("model")};
    runs.build();
}

FigureOptions scatter() {
    FigureOptions options;
    options.x = param("lr");
    options.y = metric("loss");
    return options;
}

FigureOptions parallel() {
    FigureOptions options;
    options.kind = FigureKind::Parallel;
    options.axes = {{param("lr"), false, false, {}, {}},
                    {param("model"), false, false, {}, {}},
                    {metric("loss"), false, false, {}, {}}};
    return options;
}

class ShownCard {
public:
    ShownCard(FakeRuns& runs, const FigureOptions& options) : card(runs, options) {
        card.resize(640, 420);
        card.show();
        settle();
    }
    void settle() { QTRY_VERIFY(card.plot()->isSettled()); }
    [[nodiscard]] const Figure& figure() const { return *card.plot()->figure(); }
    [[nodiscard]] QPoint placeOf(std::uint32_t run) const {
        return figure().hitOf(card.plot()->canvas(), run)->at.toPoint();
    }
    RunChartCard card;
};

}  // namespace

class TestRunCharts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void receiptCountsWhatIsMissing();
    void clickChoosesTheRun();
    void boxChoosesRuns();
    void hoverTellsTheRun();
    void keysReachEveryRun();
    void hiddenRunsAreTold();
    void loadingUntilColumnsAreHere();
    void emptyStates_data();
    void emptyStates();
    void brushMarksRuns();
    void brushBecomesFilter();
    void filterFindsTheMarkedRuns();
    void categoriesAreMarkedByClicks();
    void axesMoveByTheirTitles();
    void axesMoveByMenu();
    void exportsFiles_data();
    void exportsFiles();
    void whatIsNotDrawnYetSaysSo();
    void jsonKeepsEverything();
    void jsonFromNonsense();
    void recipeKeepsTheChart();
    void gridAddsByMenu();
    void gridKeepsBothKinds();
    void gridShowsRunChartsWithoutChosenRuns();
};

void TestRunCharts::receiptCountsWhatIsMissing() {
    FakeRuns runs(40);
    fill(runs);
    ShownCard shown(runs, scatter());
    QCOMPARE(plainSpaces(shown.card.receiptText()),
             QStringLiteral("37 of 40 runs · 2 without lr · 1 with NaN as loss"));
    // All of them have a row in the table, and no others.
    QCOMPARE(shown.figure().rowCount(), 37);
    FigureOptions log = scatter();
    log.logY = true;
    Numbers loss;
    for (int i = 0; i < 40; ++i)
        loss.push_back(i < 10 ? -1.0 : 1.0 + i);
    runs.setNumbers(metric("loss"), loss);
    runs.build();
    shown.card.setOptions(log);
    shown.settle();
    QCOMPARE(plainSpaces(shown.card.receiptText()),
             QStringLiteral("30 of 40 runs · 2 without lr · 10 with loss not above zero, not on a "
                            "logarithmic axis"));
}

void TestRunCharts::clickChoosesTheRun() {
    FakeRuns runs(40);
    fill(runs);
    ShownCard shown(runs, scatter());
    QSignalSpy clicked(&shown.card, &GridCard::runsClicked);
    QTest::mouseClick(shown.card.plot(), Qt::LeftButton, {}, shown.placeOf(17));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked[0][0].value<QVector<qint64>>(), QVector<qint64>{117});
}

void TestRunCharts::boxChoosesRuns() {
    FakeRuns runs(40);
    fill(runs);
    ShownCard shown(runs, scatter());
    QSignalSpy clicked(&shown.card, &GridCard::runsClicked);
    const QPoint from = shown.placeOf(20) - QPoint(3, 200);
    const QPoint to = QPoint(shown.placeOf(22).x() + 3, shown.placeOf(20).y() + 200);
    QWidget* plot = shown.card.plot();
    QTest::mousePress(plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(plot, to);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, to);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked[0][0].value<QVector<qint64>>(), (QVector<qint64>{120, 121, 122}));
}

void TestRunCharts::hoverTellsTheRun() {
    FakeRuns runs(40);
    fill(runs);
    ShownCard shown(runs, scatter());
    QSignalSpy hovered(&shown.card, &GridCard::hoveredRun);
    QTest::mouseMove(shown.card.plot(), shown.placeOf(9));
    QTRY_VERIFY(!hovered.isEmpty());
    QCOMPARE(hovered.last()[0].toLongLong(), 109);
    QCOMPARE(shown.card.plot()->hit()->title, QStringLiteral("run 9"));
    QVERIFY(shown.card.plot()->hit()->lines.contains(QStringLiteral("lr: 0.01")));
}

void TestRunCharts::keysReachEveryRun() {
    FakeRuns runs(40);
    fill(runs);
    ShownCard shown(runs, scatter());
    QSignalSpy clicked(&shown.card, &GridCard::runsClicked);
    for (int i = 0; i < 100; ++i)
        QTest::keyClick(shown.card.plot(), Qt::Key_Right);
    QTest::keyClick(shown.card.plot(), Qt::Key_Return);
    // lr grows with the run: the last one is at the right.
    QCOMPARE(clicked.last()[0].value<QVector<qint64>>(), QVector<qint64>{139});
    QTest::keyClick(shown.card.plot(), Qt::Key_Left);
    QTest::keyClick(shown.card.plot(), Qt::Key_Return);
    QCOMPARE(clicked.last()[0].value<QVector<qint64>>(), QVector<qint64>{138});
}

void TestRunCharts::hiddenRunsAreTold() {
    FakeRuns runs(40);
    fill(runs);
    runs.hidden = 3;
    runs.build();
    ShownCard shown(runs, scatter());
    QVERIFY(shown.card.receiptText().endsWith(QLatin1String("3 hidden")));
}

void TestRunCharts::loadingUntilColumnsAreHere() {
    FakeRuns runs(3);
    ShownCard shown(runs, scatter());
    QCOMPARE(shown.card.wantedColumns(),
             (std::vector<query::ColumnKey>{param("lr"), metric("loss")}));
    runs.setTexts(param("lr"), {"1", "2", "3"});
    runs.setNumbers(metric("loss"), {1, 2, 3});
    runs.build();
    QTRY_COMPARE(plainSpaces(shown.card.receiptText()), QStringLiteral("3 runs"));
}

void TestRunCharts::emptyStates_data() {
    QTest::addColumn<FigureOptions>("options");
    QTest::addColumn<int>("runs");
    QTest::addColumn<QString>("words");
    const auto kind = [](FigureKind which) {
        FigureOptions options;
        options.kind = which;
        return options;
    };
    const QString menu = QStringLiteral("chart's menu");
    QTest::newRow("scatter without columns") << kind(FigureKind::Scatter) << 2 << menu;
    QTest::newRow("parallel without axes") << kind(FigureKind::Parallel) << 2 << menu;
    QTest::newRow("bars without a value") << kind(FigureKind::Bar) << 2 << menu;
    QTest::newRow("boxes without a value") << kind(FigureKind::Box) << 2 << menu;
    QTest::newRow("histogram without a value") << kind(FigureKind::Histogram) << 2 << menu;
    QTest::newRow("importance without a metric") << kind(FigureKind::Importance) << 2 << menu;
    QTest::newRow("heat map without columns") << kind(FigureKind::HeatMap) << 2 << menu;
    QTest::newRow("no runs") << scatter() << 0 << QStringLiteral("No runs");
    QTest::newRow("no values") << scatter() << 2 << QStringLiteral("None of the 2 runs has both");
}

void TestRunCharts::emptyStates() {
    QFETCH(FigureOptions, options);
    QFETCH(int, runs);
    QFETCH(QString, words);
    FakeRuns source(static_cast<std::size_t>(runs));
    source.setTexts(param("lr"), Texts(static_cast<std::size_t>(runs)));
    source.setNumbers(metric("loss"), Numbers(static_cast<std::size_t>(runs)));
    source.build();
    const auto figure = made(source, options);
    QVERIFY2(figure->emptyText().contains(words), qPrintable(figure->emptyText()));
    // An empty figure can be painted, pointed at and written, too.
    ShownCard shown(source, options);
    QTest::mouseClick(shown.card.plot(), Qt::LeftButton, {}, QPoint(100, 100));
    QVERIFY(shown.card.plot()->accessibleDescription().contains(words));
}

void TestRunCharts::brushMarksRuns() {
    FakeRuns runs(40);
    fill(runs);
    ShownCard shown(runs, parallel());
    QSignalSpy changed(&shown.card, &GridCard::stateChanged);
    RunPlot* plot = shown.card.plot();
    const Canvas canvas = plot->canvas();
    // From above the greatest loss to below the least: everything but the run with NaN.
    int x = plot->width() - 1;
    while (x > 0 && !(shown.figure().gripAt(canvas, QPointF(x, 200)) &&
                      shown.figure().gripAt(canvas, QPointF(x, 200))->axis == 2))
        --x;
    QVERIFY(x > 0);
    QTest::mousePress(plot, Qt::LeftButton, {}, QPoint(x - 4, 60));
    QTest::mouseMove(plot, QPoint(x - 4, 200));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, QPoint(x - 4, 200));
    shown.settle();
    QCOMPARE(changed.size(), 1);
    const FigureAxis& axis = shown.card.options().axes[2];
    QCOMPARE(axis.ranges.size(), std::size_t{1});
    // Exactly the runs whose loss lies in the range.
    std::vector<std::uint32_t> expected;
    for (std::uint32_t run = 0; run < 40; ++run) {
        const double loss = run == 5 ? NaN : 10.0 - run * 0.2 + (run % 7) * 0.5;
        if (loss >= axis.ranges[0].low && loss <= axis.ranges[0].high)
            expected.push_back(run);
    }
    QVERIFY(!expected.empty() && expected.size() < 39);
    QCOMPARE(shown.figure().marked(), expected);
    auto* select = shown.card.findChild<QPushButton*>(QStringLiteral("runChartSelect"));
    QVERIFY(select->isVisible());
    QSignalSpy clicked(&shown.card, &GridCard::runsClicked);
    select->click();
    QCOMPARE(clicked[0][0].value<QVector<qint64>>().size(),
             static_cast<qsizetype>(expected.size()));
    shown.card.findChild<QPushButton*>(QStringLiteral("runChartUnmark"))->click();
    shown.settle();
    QVERIFY(shown.figure().marked().empty());
    QVERIFY(!select->isVisible());
}

void TestRunCharts::brushBecomesFilter() {
    FakeRuns runs(40);
    fill(runs);
    FigureOptions options = parallel();
    options.axes[0].ranges = {{0.01, 0.02}};
    options.axes[1].categories = {"resnet", "vit"};
    ShownCard shown(runs, options);
    QSignalSpy wanted(&shown.card, &RunChartCard::filterRequested);
    shown.card.findChild<QPushButton*>(QStringLiteral("runChartFilter"))->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(),
             QStringLiteral("params.lr >= 0.01 AND params.lr <= 0.02 AND params.model IN "
                            "('resnet', 'vit')"));
}

void TestRunCharts::filterFindsTheMarkedRuns() {
    FakeRuns runs(40);
    fill(runs);
    FigureOptions options = parallel();
    options.axes[0].ranges = {{0.01, 0.02}, {0.03, 0.035}};
    options.axes[1].categories = {"it's"};
    const auto figure = made(runs, options);
    const auto filter = query::parseFilter(markedFilter(options).toStdString());
    QVERIFY2(filter.ok(), qPrintable(markedFilter(options)));
    QCOMPARE(query::evaluate(filter.value(), *runs.runs()->frame).rows(), figure->marked());
    QVERIFY(!figure->marked().empty());
    // A text that cannot be written leaves the filter out, it does not widen it.
    options.axes[1].categories = {"both ' and \""};
    QVERIFY(markedFilter(options).isEmpty());
}

void TestRunCharts::categoriesAreMarkedByClicks() {
    FakeRuns runs(40);
    fill(runs);
    ShownCard shown(runs, parallel());
    RunPlot* plot = shown.card.plot();
    const Canvas canvas = plot->canvas();
    int x = 0;
    while (x < plot->width() && !(shown.figure().gripAt(canvas, QPointF(x, 200)) &&
                                  shown.figure().gripAt(canvas, QPointF(x, 200))->axis == 1))
        ++x;
    QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(x + 3, 60));
    shown.settle();
    QCOMPARE(shown.card.options().axes[1].categories, std::vector<std::string>{"vit"});
    QCOMPARE(shown.figure().marked().size(), std::size_t{13});
    QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(x + 3, 60));
    shown.settle();
    QVERIFY(!shown.card.options().axes[1].marked());
}

void TestRunCharts::axesMoveByTheirTitles() {
    FakeRuns runs(40);
    fill(runs);
    ShownCard shown(runs, parallel());
    RunPlot* plot = shown.card.plot();
    QTest::mousePress(plot, Qt::LeftButton, {}, QPoint(20, 14));
    QTest::mouseMove(plot, QPoint(400, 14));
    QTest::mouseMove(plot, QPoint(plot->width() - 20, 14));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, QPoint(plot->width() - 20, 14));
    const std::vector<FigureAxis>& axes = shown.card.options().axes;
    QCOMPARE(axes.size(), std::size_t{3});
    QCOMPARE(axes[0].column, param("model"));
    QCOMPARE(axes[2].column, param("lr"));
}

void TestRunCharts::axesMoveByMenu() {
    FakeRuns runs(40);
    fill(runs);
    ShownCard shown(runs, parallel());
    QAction* axis = shown.card.menu()->findChild<QAction*>(QStringLiteral("runChartAxis:0"));
    QVERIFY(axis != nullptr);
    axis->menu()->findChild<QAction*>(QStringLiteral("runChartAxisRight"))->trigger();
    QCOMPARE(shown.card.options().axes[1].column, param("lr"));
    axis = shown.card.menu()->findChild<QAction*>(QStringLiteral("runChartAxis:1"));
    axis->menu()->findChild<QAction*>(QStringLiteral("runChartAxisLog"))->trigger();
    QVERIFY(shown.card.options().axes[1].logarithmic);
}

void TestRunCharts::exportsFiles_data() {
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
    QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
    QTest::newRow("csv") << QStringLiteral("csv")
                         << QByteArray(
                                "run_id,run_name,params.lr,metrics.loss\r\n"
                                "id2,run 2,0.003,10.6\r\n");
}

void TestRunCharts::exportsFiles() {
    QFETCH(QString, suffix);
    QFETCH(QByteArray, begins);
    FakeRuns runs(40);
    fill(runs);
    ShownCard shown(runs, scatter());
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chart.") + suffix);
    QSignalSpy written(&shown.card, &GridCard::exported);
    shown.card.exportTo(path, 2);
    QTRY_COMPARE(written.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith(begins), bytes.left(120).constData());
    QFile recipe(recipePath(path));
    QVERIFY(recipe.open(QIODevice::ReadOnly));
    const auto read = recipeFromText(recipe.readAll());
    QVERIFY(read.ok());
    QCOMPARE(*read.value().figure, scatter());
    QCOMPARE(read.value().runIds.size(), 40);
    if (suffix == QLatin1String("png"))
        QCOMPARE(QImage(path).width(), 2 * shown.card.plot()->width());
}

void TestRunCharts::whatIsNotDrawnYetSaysSo() {
    FakeRuns runs(40);
    fill(runs);
    RunChartCard card(runs, scatter());
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chart.png"));
    QSignalSpy failed(&card, &GridCard::exportFailed);
    card.exportTo(path, 1);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.front().front().toString(), path);
    QVERIFY(!QFile::exists(path));
}

void TestRunCharts::jsonKeepsEverything() {
    FigureOptions options = parallel();
    options.x = query::metricColumn("a", query::Reduction::Min);
    options.color = metric("loss");
    options.size = query::attributeColumn(query::Attribute::Duration);
    options.group = param("model");
    options.colorBy = ColorBy::Column;
    options.groupBy = GroupBy::Column;
    options.logX = options.logColor = options.pareto = options.violin = options.contour = true;
    options.points = options.rank = false;
    options.betterY = query::Direction::Higher;
    options.whisker = Whisker::Confidence95;
    options.cell = CellValue::Max;
    options.bins = 20;
    options.axes[0].logarithmic = options.axes[1].reversed = true;
    options.axes[0].ranges = {{0.1, 0.5}, {2, 3}};
    options.axes[1].categories = {"resnet", "it's"};
    QCOMPARE(*figureFromJson(toJson(options)), options);
    QCOMPARE(normalChart(toJson(options)), toJson(options));
    // Files of views know these keys.
    const QStringList written = toJson(options).keys();
    for (const QString& key : written)
        QVERIFY2(figureKeys().contains(key), qPrintable(key));
}

void TestRunCharts::jsonFromNonsense() {
    QVERIFY(!figureFromJson({{QStringLiteral("metric"), QStringLiteral("loss")}}));
    QVERIFY(!figureFromJson({{QStringLiteral("kind"), QStringLiteral("moon")}}));
    const auto read = figureFromJson({{QStringLiteral("kind"), QStringLiteral("bar")},
                                      {QStringLiteral("x"), 7},
                                      {QStringLiteral("bins"), -3},
                                      {QStringLiteral("axes"), QStringLiteral("no")}});
    QVERIFY(read);
    QCOMPARE(read->kind, FigureKind::Bar);
    QVERIFY(!read->x);
    QCOMPARE(read->bins, 0);
}

void TestRunCharts::recipeKeepsTheChart() {
    const ChartRecipe recipe{{}, {QStringLiteral("a")}, {}, parallel()};
    const auto read = recipeFromText(recipeText(recipe));
    QVERIFY(read.ok());
    QCOMPARE(*read.value().figure, parallel());
    // One of a metric is still one of a metric.
    ChartState state;
    state.metric = QStringLiteral("loss");
    QVERIFY(!recipeFromText(recipeText({state, {}, {}, {}})).value().figure);
}

namespace {

class NoLines : public ChartSource {
public:
    QStringList metricKeys() const override { return {}; }
    QVector<ChartRun> runs() const override { return {}; }
    void request(const QString&, quint64) override {}
};

}  // namespace

void TestRunCharts::gridAddsByMenu() {
    NoLines lines;
    FakeRuns runs(40);
    fill(runs);
    ChartGrid grid(lines, nullptr, &runs);
    grid.resize(900, 600);
    grid.show();
    grid.chooseChart();
    auto* menu = grid.findChild<QMenu*>(QStringLiteral("addChartMenu"));
    QVERIFY(menu != nullptr);
    menu->findChild<QAction*>(QStringLiteral("addRunChart:scatter"))->trigger();
    QCOMPARE(grid.runCards().size(), std::size_t{1});
    const FigureOptions& options = grid.runCards().front()->options();
    QCOMPARE(*options.x, param("lr"));
    QCOMPARE(*options.y, metric("loss"));
    QCOMPARE(runs.wanted, (std::vector<query::ColumnKey>{param("lr"), metric("loss")}));
    menu->close();
    // Taken away again by its own menu.
    QSignalSpy changed(&grid, &ChartGrid::stateChanged);
    grid.runCards().front()->menu()->findChild<QAction*>(QStringLiteral("chartRemove"))->trigger();
    QVERIFY(grid.runCards().empty());
    QVERIFY(runs.wanted.empty());
    QCOMPARE(changed.size(), 1);
}

void TestRunCharts::gridKeepsBothKinds() {
    NoLines lines;
    FakeRuns runs(40);
    fill(runs);
    ChartGrid grid(lines, nullptr, &runs);
    grid.addChart(QStringLiteral("loss"));
    grid.addRunChart(parallel());
    grid.addRunChart(scatter());
    ChartGrid other(lines, nullptr, &runs);
    other.fromJson(grid.toJson());
    QCOMPARE(other.allCards().size(), std::size_t{3});
    QCOMPARE(other.cards().front()->state().metric, QStringLiteral("loss"));
    QCOMPARE(other.runCards()[0]->options(), parallel());
    QCOMPARE(other.runCards()[1]->options(), scatter());
    QCOMPARE(runs.wanted.size(), std::size_t{3});
}

void TestRunCharts::gridShowsRunChartsWithoutChosenRuns() {
    NoLines lines;
    FakeRuns runs(40);
    fill(runs);
    ChartGrid grid(lines, nullptr, &runs);
    grid.resize(900, 600);
    grid.show();
    auto* empty = grid.findChild<QWidget*>(QStringLiteral("chartsEmpty"));
    QVERIFY(empty->isVisible());
    RunChartCard* card = grid.addRunChart(scatter());
    QVERIFY(!empty->isVisible());
    QVERIFY(card->isVisible());
}

QTEST_MAIN(TestRunCharts)
#include "tst_runcharts.moc"
