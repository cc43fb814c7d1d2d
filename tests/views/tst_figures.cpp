// SPDX-License-Identifier: GPL-3.0-or-later
#include "runchartfixture.h"
#include "views/figure/figureexport.h"

#include <QBuffer>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

using namespace podium;
using namespace podium::views;

namespace {

const double NaN = std::nan("");

FigureOptions of(FigureKind kind) {
    FigureOptions options;
    options.kind = kind;
    return options;
}

Canvas canvas(Scheme scheme = Scheme::Light) {
    Canvas canvas;
    canvas.size = {600, 400};
    canvas.scheme = scheme;
    return canvas;
}

/// How many pixels of a picture have about this colour.
int ink(const QImage& image, const QColor& color) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor at = image.pixelColor(x, y);
            const int away = std::abs(at.red() - color.red()) +
                             std::abs(at.green() - color.green()) +
                             std::abs(at.blue() - color.blue());
            found += away < 12 ? 1 : 0;
        }
    }
    return found;
}

}  // namespace

class TestFigures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paretoRunsAreNamed();
    void paretoDirectionsCanBeSet();
    void sizesAndColours();
    void barsOfRuns();
    void barsOfGroups();
    void barsBeginAtZero();
    void boxesAreQuartiles();
    void boxesOfNumbersOnly();
    void histogramCountsEveryRun();
    void histogramOfWords();
    void histogramStacksGroups();
    void heatMapCells();
    void contoursOfAPlane();
    void importanceFindsTheParam();
    void importanceNeedsRuns();
    void parallelShowsRunsWithoutValues();
    void everyKindPaints_data();
    void everyKindPaints();
    void csvQuotes();
};

void TestFigures::paretoRunsAreNamed() {
    FakeRuns runs(6);
    // Lower is better in both, by their names; 1, 3 and 4 are beaten by none.
    runs.setNumbers(metric("loss"), {5, 1, 4, 2, 3, NaN});
    runs.setNumbers(metric("latency"), {5, 4, 4, 2, 1, 0});
    runs.build();
    FigureOptions options = of(FigureKind::Scatter);
    options.x = metric("loss");
    options.y = metric("latency");
    options.pareto = true;
    options.betterY = query::Direction::Lower;
    const auto figure = made(runs, options);
    QCOMPARE(drawn(*figure), (QStringList{
                                 QStringLiteral("run_id|run_name|metrics.loss|metrics.latency|"
                                                "pareto_front"),
                                 QStringLiteral("id0|run 0|5|5|false"),
                                 QStringLiteral("id1|run 1|1|4|true"),
                                 QStringLiteral("id2|run 2|4|4|false"),
                                 QStringLiteral("id3|run 3|2|2|true"),
                                 QStringLiteral("id4|run 4|3|1|true"),
                             }));
    QVERIFY2(figure->description().contains(QLatin1String("run 1, run 3, run 4")),
             qPrintable(figure->description()));
    QVERIFY(figure->receipt().contains(
        QStringLiteral("3 runs on the Pareto front (loss ↓, latency ↓)")));
}

void TestFigures::paretoDirectionsCanBeSet() {
    FakeRuns runs(4);
    runs.setNumbers(metric("accuracy"), {0.5, 0.9, 0.7, 0.9});
    runs.setNumbers(metric("size"), {1, 9, 2, 10});
    runs.build();
    FigureOptions options = of(FigureKind::Scatter);
    options.x = metric("accuracy");  // higher is better, by its name
    options.y = metric("size");
    options.pareto = true;
    options.betterY = query::Direction::Lower;
    QVERIFY(made(runs, options)->description().endsWith(QLatin1String("run 1, run 2, run 0")));
    options.betterX = query::Direction::Lower;
    QVERIFY(made(runs, options)->description().endsWith(QLatin1String("run 0")));
}

void TestFigures::sizesAndColours() {
    FakeRuns runs(3);
    runs.setNumbers(metric("a"), {1, 2, 3});
    runs.setNumbers(metric("b"), {1, 2, std::nullopt});
    runs.setTexts(param("kind"), {"x", std::nullopt, "y"});
    runs.build();
    FigureOptions options = of(FigureKind::Scatter);
    options.x = metric("a");
    options.y = metric("a");
    options.color = param("kind");
    options.colorBy = ColorBy::Column;
    options.size = metric("b");
    const auto figure = made(runs, options);
    QCOMPARE(figure->receipt(),
             (QStringList{QStringLiteral("3 runs"), QStringLiteral("1 without a colour: no kind"),
                          QStringLiteral("1 drawn small: no b")}));
    QCOMPARE(figure->heads(),
             (QStringList{QStringLiteral("run_id"), QStringLiteral("run_name"),
                          QStringLiteral("metrics.a"), QStringLiteral("params.kind"),
                          QStringLiteral("metrics.b")}));
    // The point of greater size is larger.
    const QImage image = figureImage(*figure, canvas(), 1);
    const QColor first = seriesColor(0, Scheme::Light);
    QVERIFY(ink(image, first) > 0);
}

void TestFigures::barsOfRuns() {
    FakeRuns runs(4);
    runs.setNumbers(metric("loss"), {3, std::nullopt, 1, 2});
    runs.build();
    FigureOptions options = of(FigureKind::Bar);
    options.y = metric("loss");
    QCOMPARE(
        drawn(*made(runs, options)),
        (QStringList{QStringLiteral("run_id|run_name|metrics.loss"), QStringLiteral("id0|run 0|3"),
                     QStringLiteral("id2|run 2|1"), QStringLiteral("id3|run 3|2")}));
    QCOMPARE(made(runs, options)->receipt(),
             (QStringList{QStringLiteral("3 of 4 runs"), QStringLiteral("1 without loss")}));
    options.byValue = true;
    // The best first.
    QCOMPARE(drawn(*made(runs, options)).mid(1),
             (QStringList{QStringLiteral("id2|run 2|1"), QStringLiteral("id3|run 3|2"),
                          QStringLiteral("id0|run 0|3")}));
}

void TestFigures::barsOfGroups() {
    FakeRuns runs(5);
    runs.setNumbers(metric("loss"), {1, 2, 3, 10, std::nullopt});
    runs.groups = {0, 0, 0, 1, 1};
    runs.groupNames = {QStringLiteral("a"), QStringLiteral("b")};
    runs.build();
    FigureOptions options = of(FigureKind::Bar);
    options.y = metric("loss");
    // Of 1, 2, 3: mean 2, standard deviation 1, standard error 1 / sqrt(3).
    QCOMPARE(drawn(*made(runs, options)),
             (QStringList{
                 QStringLiteral("group|runs|values|mean(metrics.loss)|std|stderr|min|max"),
                 QStringLiteral("a|3|3|2|1|0.57735|1|3"),
                 QStringLiteral("b|2|1|10|||10|10"),
             }));
    // t of 2 degrees of freedom for 95 % is 4.303: 4.303 / sqrt(3) = 2.484.
    options.whisker = Whisker::Confidence95;
    const auto figure = made(runs, options);
    const auto hit = figure->hitOf(canvas(), 0);
    QVERIFY2(hit && hit->lines[0].contains(QStringLiteral("± 2.48")), qPrintable(hit->lines[0]));
    QCOMPARE(hit->runs, (std::vector<std::uint32_t>{0, 1, 2}));
    // By a column's values, those without one last.
    runs.setTexts(param("lr"), {"0.1", "0.01", "0.1", std::nullopt, "0.01"});
    runs.build();
    options.groupBy = GroupBy::Column;
    options.group = param("lr");
    QStringList rows = drawn(*made(runs, options));
    QVERIFY2(rows[1].startsWith(QLatin1String("0.01|2|1|2")), qPrintable(rows[1]));
    QVERIFY2(rows[2].startsWith(QLatin1String("0.1|2|2|2")), qPrintable(rows[2]));
    QVERIFY2(rows[3].startsWith(QLatin1String("(no lr)|1|1|10")), qPrintable(rows[3]));
}

void TestFigures::barsBeginAtZero() {
    FakeRuns runs(2);
    runs.setNumbers(metric("acc"), {0.90, 0.45});
    runs.build();
    FigureOptions options = of(FigureKind::Bar);
    options.y = metric("acc");
    const auto figure = made(runs, options);
    // Twice the value is twice the length.
    const double long1 = figure->hitOf(canvas(), 0)->at.x();
    const double long2 = figure->hitOf(canvas(), 1)->at.x();
    runs.setNumbers(metric("acc"), {0.90, 0});
    runs.build();
    const double zero = made(runs, options)->hitOf(canvas(), 1)->at.x();
    QVERIFY(std::abs((long1 - zero) - 2 * (long2 - zero)) < 1);
}

void TestFigures::boxesAreQuartiles() {
    FakeRuns runs(10);
    Numbers values;
    for (int i = 1; i <= 9; ++i)
        values.push_back(i);
    values.push_back(100);
    runs.setNumbers(metric("loss"), values);
    runs.build();
    FigureOptions options = of(FigureKind::Box);
    options.y = metric("loss");
    // numpy.percentile([1..9, 100], [25, 50, 75]) is 3.25, 5.5, 7.75; 100 is beyond 7.75 + 1.5
    // * 4.5.
    const QStringList rows = drawn(*made(runs, options));
    QCOMPARE(rows[0], QStringLiteral("group|n|missing|min|lower_whisker|q1|median|q3|"
                                     "upper_whisker|max|mean|std|outliers"));
    QVERIFY2(rows[1].startsWith(QLatin1String("All runs|10|0|1|1|3.25|5.5|7.75|9|100|14.5|")),
             qPrintable(rows[1]));
    QVERIFY(rows[1].endsWith(QLatin1String("|1")));
    options.violin = true;
    QVERIFY(made(runs, options)->receipt().last().contains(QLatin1String("density")));
}

void TestFigures::boxesOfNumbersOnly() {
    FakeRuns runs(2);
    runs.setTexts(param("model"), {"a", "b"});
    runs.build();
    FigureOptions options = of(FigureKind::Box);
    options.y = param("model");
    QCOMPARE(made(runs, options)->emptyText(), QStringLiteral("model holds no numbers"));
}

void TestFigures::histogramCountsEveryRun() {
    FakeRuns runs(100);
    Numbers values;
    for (int i = 0; i < 100; ++i)
        values.push_back(i < 98 ? std::optional<double>(i % 10) : std::nullopt);
    runs.setNumbers(metric("loss"), values);
    runs.build();
    FigureOptions options = of(FigureKind::Histogram);
    options.x = metric("loss");
    const auto figure = made(runs, options);
    double sum = 0;
    for (int row = 0; row < figure->rowCount(); ++row)
        sum += figure->cell(row, 2).toDouble();
    QCOMPARE(sum, 98.0);
    QCOMPARE(figure->receipt().first(), QStringLiteral("98 of 100 runs"));
    // A bin stands for its runs.
    const auto hit = figure->neighbour(canvas(), std::nullopt, 1);
    QVERIFY(hit);
    QCOMPARE(hit->runs.size(), static_cast<std::size_t>(figure->cell(0, 2).toDouble()));
    for (const std::uint32_t run : hit->runs) {
        QVERIFY(run % 10 >= figure->cell(0, 0).toDouble());
        QVERIFY(run % 10 <= figure->cell(0, 1).toDouble());
    }
}

void TestFigures::histogramOfWords() {
    FakeRuns runs(4);
    runs.setTexts(param("model"), {"b", "a", "b", std::nullopt});
    runs.build();
    FigureOptions options = of(FigureKind::Histogram);
    options.x = param("model");
    QCOMPARE(drawn(*made(runs, options)),
             (QStringList{QStringLiteral("params.model|runs"), QStringLiteral("a|1"),
                          QStringLiteral("b|2")}));
}

void TestFigures::histogramStacksGroups() {
    FakeRuns runs(4);
    runs.setTexts(param("model"), {"b", "a", "b", "b"});
    runs.groups = {0, 1, 1, 0};
    runs.groupNames = {QStringLiteral("one"), QStringLiteral("two")};
    runs.build();
    FigureOptions options = of(FigureKind::Histogram);
    options.x = param("model");
    QCOMPARE(drawn(*made(runs, options)),
             (QStringList{QStringLiteral("params.model|runs|one|two"), QStringLiteral("a|1|0|1"),
                          QStringLiteral("b|3|2|1")}));
}

void TestFigures::heatMapCells() {
    FakeRuns runs(6);
    runs.setTexts(param("lr"), {"0.1", "0.1", "0.01", "0.01", "0.01", std::nullopt});
    runs.setTexts(param("batch"), {"32", "32", "32", "64", "64", "64"});
    runs.setNumbers(metric("loss"), {1, 3, 5, 7, std::nullopt, 9});
    runs.build();
    FigureOptions options = of(FigureKind::HeatMap);
    options.x = param("lr");
    options.y = param("batch");
    options.color = metric("loss");
    const auto figure = made(runs, options);
    // Numbers of a grid search have a cell each, in their order.
    QCOMPARE(drawn(*figure),
             (QStringList{QStringLiteral("params.lr|params.batch|runs|mean(metrics.loss)|min|max"),
                          QStringLiteral("0.01|32|1|5|5|5"), QStringLiteral("0.1|32|2|2|1|3"),
                          QStringLiteral("0.01|64|1|7|7|7")}));
    QCOMPARE(
        figure->receipt(),
        (QStringList{QStringLiteral("4 of 6 runs"), QStringLiteral("1 without lr"),
                     QStringLiteral("1 without loss"), QStringLiteral("3 of 4 cells hold runs")}));
    // The lower left cell holds run 2.
    const auto hit = figure->neighbour(canvas(), std::nullopt, 1);
    QVERIFY(hit);
    QCOMPARE(hit->runs, std::vector<std::uint32_t>{2});
    QCOMPARE(figure->hitAt(canvas(), hit->at)->runs, std::vector<std::uint32_t>{2});
}

void TestFigures::contoursOfAPlane() {
    FakeRuns runs(36);
    Numbers x;
    Numbers y;
    Numbers z;
    for (int i = 0; i < 36; ++i) {
        x.push_back(i % 6 + 0.01 * i);
        y.push_back(i / 6);
        z.push_back(*x.back() + *y.back());
    }
    runs.setNumbers(metric("x"), x);
    runs.setNumbers(metric("y"), y);
    runs.setNumbers(metric("z"), z);
    runs.build();
    FigureOptions options = of(FigureKind::HeatMap);
    options.x = metric("x");
    options.y = metric("y");
    options.color = metric("z");
    options.contour = true;
    const auto figure = made(runs, options);
    QVERIFY(figure->emptyText().isEmpty());
    // A run is found where its dot is.
    const auto hit = figure->hitOf(canvas(), 20);
    QVERIFY(hit);
    QCOMPARE(figure->hitAt(canvas(), hit->at)->title, QStringLiteral("run 20"));
    QVERIFY(figureImage(*figure, canvas(), 1) != figureImage(*figure, canvas(Scheme::Dark), 1));
}

void TestFigures::importanceFindsTheParam() {
    FakeRuns runs(200);
    Texts depth;
    Texts noise;
    Texts fixed;
    Numbers loss;
    for (int i = 0; i < 200; ++i) {
        depth.push_back(std::to_string(i % 20));
        noise.push_back(std::to_string((i * 7919) % 101));
        fixed.push_back("7");
        loss.push_back(50 - 2.0 * (i % 20));
    }
    runs.setTexts(param("noise"), noise);
    runs.setTexts(param("depth"), depth);
    runs.setTexts(param("fixed"), fixed);
    runs.setNumbers(metric("loss"), loss);
    runs.build();
    FigureOptions options = of(FigureKind::Importance);
    options.y = metric("loss");
    for (const char* name : {"noise", "depth", "fixed"})
        options.axes.push_back({param(name), false, false, {}, {}});
    const auto figure = made(runs, options);
    QCOMPARE(figure->rowCount(), 2);
    QCOMPARE(figure->cell(0, 0).toString(), QStringLiteral("depth"));
    QVERIFY(figure->cell(0, 2).toDouble() > 0.9);
    QCOMPARE(figure->cell(0, 3).toDouble(), -1.0);
    QCOMPARE(figure->cell(0, 7).toString(), QStringLiteral("higher depth, clearly lower loss"));
    QCOMPARE(figure->cell(1, 7).toString(), QStringLiteral("noise: no clear way with loss"));
    QVERIFY(figure->receipt().contains(QStringLiteral("1 params the same in all runs, left out")));
}

void TestFigures::importanceNeedsRuns() {
    FakeRuns runs(4);
    runs.setTexts(param("depth"), {"1", "2", "3", "4"});
    runs.setNumbers(metric("loss"), {4, 3, 2, 1});
    runs.build();
    FigureOptions options = of(FigureKind::Importance);
    options.y = metric("loss");
    options.axes.push_back({param("depth"), false, false, {}, {}});
    const auto figure = made(runs, options);
    QVERIFY(figure->receipt().join(QLatin1Char(' ')).contains(QLatin1String("too few runs")));
    // Nothing is made up: there is no importance, but the correlation is there.
    QVERIFY(!figure->cell(0, 1).isValid());
    QCOMPARE(figure->cell(0, 3).toDouble(), -1.0);
}

void TestFigures::parallelShowsRunsWithoutValues() {
    FakeRuns runs(3);
    runs.setTexts(param("lr"), {"0.1", std::nullopt, "0.3"});
    runs.setNumbers(metric("loss"), {1, 2, 3});
    runs.build();
    FigureOptions options = of(FigureKind::Parallel);
    options.axes = {{param("lr"), false, false, {}, {}}, {metric("loss"), false, false, {}, {}}};
    const auto figure = made(runs, options);
    QCOMPARE(figure->receipt(),
             (QStringList{QStringLiteral("3 runs"), QStringLiteral("1 without lr")}));
    // At the foot of its axis, below the least value.
    const QStringList rows = drawn(*figure);
    QCOMPARE(rows[2], QStringLiteral("id1|run 1||2"));
    // A range that is marked leaves the run without a value out.
    options.axes[0].ranges = {{0, 1}};
    QCOMPARE(made(runs, options)->marked(), (std::vector<std::uint32_t>{0, 2}));
}

void TestFigures::everyKindPaints_data() {
    QTest::addColumn<FigureKind>("kind");
    QTest::addColumn<bool>("other");
    const std::array kinds = {FigureKind::Scatter, FigureKind::Parallel,  FigureKind::Bar,
                              FigureKind::Box,     FigureKind::Histogram, FigureKind::Importance,
                              FigureKind::HeatMap};
    for (const FigureKind kind : kinds) {
        for (const bool other : {false, true})
            QTest::addRow("%d %s", static_cast<int>(kind), other ? "other" : "plain")
                << kind << other;
    }
}

void TestFigures::everyKindPaints() {
    QFETCH(FigureKind, kind);
    QFETCH(bool, other);
    FakeRuns runs(50);
    Texts lr;
    Texts model;
    Numbers loss;
    for (int i = 0; i < 50; ++i) {
        lr.push_back(i == 3 ? std::nullopt : std::optional(std::to_string(0.001 * (1 + i * i))));
        model.push_back(i % 4 == 0 ? "resnet with a very long name indeed" : "ビット 🚀");
        loss.push_back(i == 7 ? NaN : i == 8 ? std::nullopt : std::optional(1.0 + (i * 17) % 23));
    }
    runs.setTexts(param("lr"), lr);
    runs.setTexts(param("model"), model);
    runs.setNumbers(metric("loss"), loss);
    runs.chosen = {100};
    runs.build();
    FigureOptions options = of(kind);
    options.x = kind == FigureKind::Histogram ? metric("loss") : param("lr");
    options.y = kind == FigureKind::HeatMap ? param("model") : metric("loss");
    options.color = metric("loss");
    options.colorBy = ColorBy::Column;
    options.group = param("model");
    options.groupBy = other ? GroupBy::Column : GroupBy::Automatic;
    options.axes = {{param("lr"), other, other, {}, {}},
                    {param("model"), false, false, {}, {}},
                    {metric("loss"), false, false, {}, {}}};
    options.logX = options.logY = options.violin = options.pareto = options.contour = other;
    const auto figure = made(runs, options);
    QVERIFY2(figure->emptyText().isEmpty(), qPrintable(figure->emptyText()));
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const QImage image = figureImage(*figure, canvas(scheme), 2);
        QCOMPARE(image.size(), QSize(1200, 800));
        // Something else than the panel and its labels is there.
        int coloured = 0;
        for (int y = 0; y < image.height(); y += 2) {
            for (int x = 0; x < image.width(); x += 2)
                coloured += image.pixelColor(x, y).hsvSaturation() > 60 ? 1 : 0;
        }
        QVERIFY2(coloured > 100, qPrintable(QString::number(coloured)));
    }
    QVERIFY(figureSvg(*figure, canvas(), QStringLiteral("t")).contains("<svg"));
    QVERIFY(figurePdf(*figure, canvas(), {}, QStringLiteral("t")).startsWith("%PDF"));
    Canvas tiny = canvas();
    tiny.size = {40, 30};
    QVERIFY(!figureImage(*figure, tiny, 1).isNull());
    QBuffer csv;
    csv.open(QIODevice::WriteOnly);
    QVERIFY(writeFigureCsv(csv, *figure));
    QCOMPARE(csv.data().count("\r\n"), figure->rowCount() + 1);
}

void TestFigures::csvQuotes() {
    FakeRuns runs(2);
    runs.setTexts(param("a,b"), {"say \"x\"", "line\nbreak"});
    runs.setNumbers(metric("m"), {0.1, std::numeric_limits<double>::infinity()});
    runs.build();
    FigureOptions options = of(FigureKind::Parallel);
    options.axes = {{param("a,b"), false, false, {}, {}}, {metric("m"), false, false, {}, {}}};
    QBuffer csv;
    csv.open(QIODevice::WriteOnly);
    QVERIFY(writeFigureCsv(csv, *made(runs, options)));
    QCOMPARE(csv.data(), QByteArray("run_id,run_name,\"params.a,b\",metrics.m\r\n"
                                    "id0,run 0,\"say \"\"x\"\"\",0.1\r\n"
                                    "id1,run 1,\"line\nbreak\",inf\r\n"));
}

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
