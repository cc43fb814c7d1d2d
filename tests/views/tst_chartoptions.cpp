// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"
#include "views/charts/chartgrid.h"
#include "views/charts/chartlegend.h"
#include "views/charts/chartrecipe.h"
#include "views/charts/rangedialog.h"
#include "views/plot/lineplot.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace podium;
using namespace podium::views;

namespace {

/// Answers at once in the next turn of the loop, as long as it has what is asked for.
class FakeSource : public ChartSource {
public:
    QStringList metricKeys() const override { return data.keys(); }
    QVector<ChartRun> runs() const override { return shown; }
    void request(const QString& metric, quint64 ticket) override {
        QMetaObject::invokeMethod(
            this, [this, metric, ticket] { Q_EMIT loaded(metric, ticket, data.value(metric)); },
            Qt::QueuedConnection);
    }
    void add(qint64 runNo, const QString& metric, int count, int stride, double offset) {
        std::vector<domain::MetricPoint> points;
        for (int i = 0; i < count; ++i)
            points.push_back({offset + i * 0.01, 1'700'000'000'000 + i * 1000, i * stride});
        data[metric].push_back({runNo, series::Series::fromPoints(points)});
    }

    QVector<ChartRun> shown;
    QHash<QString, QVector<ChartLine>> data;
};

void fill(FakeSource& source) {
    for (qint64 run = 1; run <= 4; ++run) {
        source.shown.append({run, QStringLiteral("run %1 & co").arg(run), Qt::red, false,
                             run <= 2 ? QStringLiteral("small") : QStringLiteral("large"),
                             1'700'000'000'000 - 5000, QStringLiteral("id%1").arg(run),
                             QStringLiteral("/lab")});
        source.add(run, QStringLiteral("loss"), 100, 1, static_cast<double>(run));
        source.add(run, QStringLiteral("epoch"), 10, 10, 0);
    }
}

QAction* action(const ChartCard& card, const QString& name) {
    QMetaObject::invokeMethod(card.menu(), "aboutToShow");
    return card.menu()->findChild<QAction*>(name);
}

}  // namespace

/// What a person sets in a chart's menu, and what the card says of it.
class TestChartOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_source = std::make_unique<FakeSource>();
        fill(*m_source);
        m_card = std::make_unique<ChartCard>(*m_source, ChartState{QStringLiteral("loss"), {}});
        m_card->resize(500, 320);
        m_card->show();
        settle();
    }
    void cleanup() {
        m_card.reset();
        m_source.reset();
    }

    void groupsAndTheirRuns() {
        action(*m_card, QStringLiteral("chartBands"))->trigger();
        settle();
        QVERIFY(m_card->receiptText().contains(QLatin1String("2 groups")));
        QSignalSpy clicked(m_card.get(), &ChartCard::runsClicked);
        Q_EMIT m_card->plot()->lineClicked(m_card->plot()->legend()[1].id);
        QCOMPARE(clicked.front().front().value<QVector<qint64>>(), (QVector<qint64>{3, 4}));
        action(*m_card, QStringLiteral("chartSpread4"))->trigger();
        QCOMPARE(m_card->state().options.spread, series::BandSpread::MinMax);
    }

    void aLegendNamesRunsOrGroups() {
        QVERIFY(!m_card->legend()->isVisible());
        action(*m_card, QStringLiteral("chartLegendShown"))->trigger();
        QVERIFY(m_card->legend()->isVisible());
        QCOMPARE(m_card->legend()->entries().size(), 4);
        QSignalSpy clicked(m_card.get(), &ChartCard::runsClicked);
        m_card->legend()->setFocus();
        QTest::keyClick(m_card->legend(), Qt::Key_Right);
        QCOMPARE(m_card->plot()->hovered(), qint64{1});
        QTest::keyClick(m_card->legend(), Qt::Key_Right);
        QTest::keyClick(m_card->legend(), Qt::Key_Return);
        QCOMPARE(clicked.front().front().value<QVector<qint64>>(), QVector<qint64>{2});
        action(*m_card, QStringLiteral("chartBands"))->trigger();
        settle();
        QCOMPARE(m_card->legend()->entries().size(), 2);
        QCOMPARE(m_card->legend()->entries().front().name, QStringLiteral("small"));
    }

    void aNarrowLegendFolds() {
        ChartLegend legend;
        QVector<ChartLegend::Entry> entries;
        for (int i = 0; i < 50; ++i)
            entries.append({i + 1, QStringLiteral("a run of some length %1").arg(i), Qt::red});
        legend.setEntries(entries);
        legend.resize(400, 100);
        const int folded = legend.visibleEntries();
        QVERIFY(folded >= 1 && folded < 5);
        const int oneRow = legend.heightForWidth(400);
        legend.setFolded(false);
        QVERIFY(legend.visibleEntries() > folded * 3);
        QVERIFY(legend.heightForWidth(400) > oneRow * 3);
    }

    void anotherMetricOnTheXAxis() {
        auto* menu = m_card->menu()->findChild<QMenu*>(QStringLiteral("chartXMetrics"));
        QMetaObject::invokeMethod(menu, "aboutToShow");
        QCOMPARE(menu->actions().size(), 1);
        QCOMPARE(menu->actions().front()->text(), QStringLiteral("epoch"));
        menu->actions().front()->trigger();
        QVERIFY(m_card->state().options.carryForward);
        QTRY_VERIFY(m_card->plot()->isSettled() && m_card->plot()->receipt().inView == 400U);
        QVERIFY(m_card->plot()->xRange().high < 0.2);
        action(*m_card, QStringLiteral("chartX0"))->trigger();
        QVERIFY(m_card->state().options.xMetric.isEmpty());
    }

    void aBaselineIsChosenByName() {
        auto* menu = m_card->menu()->findChild<QMenu*>(QStringLiteral("chartBaselines"));
        QMetaObject::invokeMethod(menu, "aboutToShow");
        QCOMPARE(menu->actions().size(), 6);  // none, a line, four runs
        QCOMPARE(menu->actions().at(3)->text(), QStringLiteral("run 2 && co"));
        menu->actions().at(3)->trigger();
        QCOMPARE(m_card->state().options.baseline, qint64{2});
    }

    void theReceiptIsProved() {
        QSignalSpy verified(m_card->plot(), &LinePlot::verified);
        auto* receipt = m_card->findChild<QWidget*>(QStringLiteral("receipt:loss"));
        QVERIFY(receipt->focusPolicy() != Qt::NoFocus);
        QTest::keyClick(receipt, Qt::Key_Return);
        QVERIFY(m_card->receiptText().contains(QLatin1String("checking")));
        QVERIFY(verified.wait());
        QVERIFY(m_card->receiptText().contains(QLatin1String("none of")));
        QVERIFY(m_card->receiptText().contains(QLatin1String("400 points one by one")));
        // Another picture has to be proved anew.
        m_card->plot()->zoomBy(0.5);
        settle();
        QVERIFY(!m_card->receiptText().contains(QLatin1String("none of")));
    }

    void rangesAreTyped() {
        PlotOptions options;
        options.logY = true;
        RangeDialog dialog(options, {0, 100}, {0.5, 2}, nullptr);
        const auto field = [&](const char* name) {
            return dialog.findChild<QLineEdit*>(QLatin1String(name));
        };
        auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(ok->isEnabled());
        field("rangeYFrom")->setText(QStringLiteral("0"));
        QVERIFY(!ok->isEnabled());
        field("rangeYTo")->setText(QStringLiteral("3"));
        QVERIFY(!ok->isEnabled());  // a logarithm of 0
        field("rangeYFrom")->setText(QStringLiteral("1e-3"));
        QVERIFY(ok->isEnabled());
        QCOMPARE(dialog.options().fixedY, std::optional(series::Range{1e-3, 3}));
        QVERIFY(!dialog.options().fixedX);
        field("rangeXFrom")->setText(QStringLiteral("10"));
        field("rangeXTo")->setText(QStringLiteral("10"));
        QVERIFY(!ok->isEnabled());
        QVERIFY(!dialog.findChild<QLabel*>(QStringLiteral("rangeFault"))->text().isEmpty());
    }

    void stateSurvivesJson() {
        ChartState state{QStringLiteral("a/b"), {}};
        PlotOptions& options = state.options;
        options.smoothKind = series::SmoothKind::Gaussian;
        options.smoothing = 12.5;
        options.xMetric = QStringLiteral("epoch");
        options.carryForward = options.fromRunStart = options.logX = true;
        options.withoutOutliers = options.separateRestarts = true;
        options.bands = options.members = true;
        options.centre = series::BandCentre::Median;
        options.spread = series::BandSpread::Quartiles;
        options.best = BestMark::Greatest;
        options.fixedX = series::Range{1, 2};
        options.fixedY = series::Range{-1, 0.5};
        state.legend = state.legendUnfolded = true;
        QCOMPARE(chartStateFromJson(toJson(state)), state);
        // Whoever reads charts of others knows every key by name.
        state.expression = state.carry = true;
        for (const QString& key : toJson(state).keys())
            QVERIFY2(chartKeys().contains(key), qPrintable(key));
        state.expression = state.carry = false;
        // A run's number means nothing in another cache.
        options.baseline = 3;
        QCOMPARE(chartStateFromJson(toJson(state)).options.baseline, qint64{0});
    }

    void aRecipeLiesBesideTheChart() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("loss.svg"));
        QSignalSpy exported(m_card.get(), &ChartCard::exported);
        action(*m_card, QStringLiteral("chartLogX"))->trigger();
        m_card->exportTo(path, 1);
        QVERIFY(exported.wait());
        QFile file(recipePath(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto recipe = recipeFromText(file.readAll());
        QVERIFY(recipe.ok());
        QCOMPARE(recipe.value().state, m_card->state());
        QCOMPARE(recipe.value().runIds,
                 (QStringList{QStringLiteral("id1"), QStringLiteral("id2"), QStringLiteral("id3"),
                              QStringLiteral("id4")}));
        QCOMPARE(recipe.value().sources, QStringList{QStringLiteral("/lab")});
    }

    void whatIsNoRecipeIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"podium_chart\": 1, \"chart\"");
        QTest::newRow("other JSON") << QByteArray("{\"metric\": \"loss\"}");
        QTest::newRow("newer") << QByteArray(
            "{\"podium_chart\": 99, \"chart\": {\"metric\": \"loss\"}}");
        QTest::newRow("no metric") << QByteArray("{\"podium_chart\": 1, \"chart\": {}}");
        QTest::newRow("large") << QByteArray(2 << 20, ' ');
    }
    void whatIsNoRecipeIsRefused() {
        QFETCH(QByteArray, text);
        const auto recipe = recipeFromText(text);
        QVERIFY(recipe.failed());
        QCOMPARE(recipe.error().code, base::ErrorCode::DecodeFailed);
        QVERIFY(!recipe.error().args.back().empty());
    }

    void everyChartGetsAFileOfItsOwn() {
        const QTemporaryDir folder;
        ChartGrid grid(*m_source);
        grid.fromJson({QJsonObject{{QStringLiteral("metric"), QStringLiteral("loss")}},
                       QJsonObject{{QStringLiteral("metric"), QStringLiteral("loss")},
                                   {QStringLiteral("log"), true}},
                       QJsonObject{{QStringLiteral("metric"), QStringLiteral("epoch")}}});
        grid.resize(900, 600);
        grid.show();
        for (const ChartCard* card : grid.cards())
            QTRY_VERIFY(card->plot()->isSettled());
        QSignalSpy exported(&grid, &ChartGrid::exported);
        grid.exportAll(folder.path(), QStringLiteral("pdf"), 1);
        QTRY_COMPARE(exported.size(), 3);
        QStringList names = QDir(folder.path()).entryList({QStringLiteral("*.pdf")});
        QCOMPARE(names, (QStringList{QStringLiteral("epoch.pdf"), QStringLiteral("loss-2.pdf"),
                                     QStringLiteral("loss.pdf")}));
    }

private:
    void settle() { QTRY_VERIFY(m_card->plot()->isSettled()); }

    std::unique_ptr<FakeSource> m_source;
    std::unique_ptr<ChartCard> m_card;
};

QTEST_MAIN(TestChartOptions)
#include "tst_chartoptions.moc"
