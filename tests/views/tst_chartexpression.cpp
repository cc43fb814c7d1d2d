// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"
#include "views/charts/chartgrid.h"
#include "views/charts/chartrecipe.h"
#include "views/charts/expressiondialog.h"
#include "views/charts/expressionsource.h"
#include "views/charts/metricpicker.h"
#include "views/widgets/filteredit.h"

#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <utility>

using namespace podium;
using namespace podium::views;

namespace {

using Points = std::vector<std::pair<std::int64_t, double>>;  // step, value

/// Answers when told to, in any order.
class FakeSource : public ChartSource {
public:
    QStringList metricKeys() const override {
        return {QStringLiteral("loss"), QStringLiteral("val/loss")};
    }
    QVector<ChartRun> runs() const override {
        return {{1, QStringLiteral("first"), Qt::red}, {2, QStringLiteral("second"), Qt::blue}};
    }
    void request(const QString& metric, quint64 ticket) override {
        asked.append({metric, ticket});
        if (atOnce)
            answer(asked.size() - 1);
    }

    void answer(qsizetype which) {
        const auto [metric, ticket] = asked[which];
        if (error)
            Q_EMIT failed(metric, ticket, *error);
        else
            Q_EMIT loaded(metric, ticket, data.value(metric));
    }

    void add(qint64 runNo, const QString& metric, const Points& points) {
        std::vector<domain::MetricPoint> list;
        for (const auto& [step, value] : points)
            list.push_back({value, 1'700'000'000'000 + step * 1000, step});
        data[metric].push_back({runNo, series::Series::fromPoints(list)});
    }

    QVector<std::pair<QString, quint64>> asked;
    QHash<QString, QVector<ChartLine>> data;
    std::optional<base::Error> error;
    bool atOnce = true;
};

const QString Gap = QStringLiteral("metrics.`val/loss` - metrics.loss");

void fill(FakeSource& source) {
    source.add(1, QStringLiteral("loss"), {{0, 4}, {1, 3}, {2, 2}});
    source.add(1, QStringLiteral("val/loss"), {{0, 5}, {2, 2.5}, {3, 1}});
    source.add(2, QStringLiteral("loss"), {{0, 1}});
}

Points pointsOf(const ChartLine& line) {
    Points points;
    for (std::size_t i = 0; i < line.series->size(); ++i)
        points.emplace_back(line.series->steps()[i], line.series->values()[i]);
    return points;
}

QVector<ChartLine> linesIn(const QSignalSpy& spy) {
    return spy.at(0).at(2).value<QVector<ChartLine>>();
}

}  // namespace

class TestChartExpression : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsTheMetricsOfEachRun() {
        FakeSource source;
        fill(source);
        ExpressionSource expression(source, Gap, false, nullptr);
        QSignalSpy loaded(&expression, &ChartSource::loaded);
        expression.request(Gap, 7);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(loaded.at(0).at(1).toULongLong(), 7ULL);
        const QVector<ChartLine> lines = linesIn(loaded);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].runNo, 1);
        QCOMPARE(pointsOf(lines[0]), (Points{{0, 1}, {2, 0.5}}));
        QCOMPARE(lines[0].unpaired, 2ULL);
        QVERIFY(lines[1].series->empty());
    }

    void carriesLastValues() {
        FakeSource source;
        fill(source);
        ExpressionSource expression(source, Gap, true, nullptr);
        QSignalSpy loaded(&expression, &ChartSource::loaded);
        expression.request(Gap, 7);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(pointsOf(linesIn(loaded)[0]), (Points{{0, 1}, {1, 2}, {2, 0.5}, {3, -1}}));
    }

    void saysTheWorstOfTheParts() {
        FakeSource source;
        fill(source);
        source.data[QStringLiteral("loss")][0].part = ChartLine::Part::Sampled;
        source.data[QStringLiteral("val/loss")][0].part = ChartLine::Part::LatestOnly;
        source.data[QStringLiteral("val/loss")][0].outdated = true;
        ExpressionSource expression(source, Gap, false, nullptr);
        QSignalSpy loaded(&expression, &ChartSource::loaded);
        expression.request(Gap, 7);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(linesIn(loaded)[0].part, ChartLine::Part::LatestOnly);
        QVERIFY(linesIn(loaded)[0].outdated);
        QCOMPARE(linesIn(loaded)[1].part, ChartLine::Part::Whole);
    }

    void onlyTheNewestRequestIsAnswered() {
        FakeSource source;
        fill(source);
        source.atOnce = false;
        ExpressionSource expression(source, Gap, false, nullptr);
        QSignalSpy loaded(&expression, &ChartSource::loaded);
        expression.request(Gap, 1);
        expression.request(Gap, 2);
        QCOMPARE(source.asked.size(), 4);
        const auto data = std::exchange(source.data, {});
        source.answer(0);
        source.answer(1);
        source.data = data;
        source.answer(3);
        source.answer(2);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(loaded.at(0).at(1).toULongLong(), 2ULL);
        QCOMPARE(pointsOf(linesIn(loaded)[0]).size(), std::size_t{2});
        source.answer(2);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(loaded.size(), 1);
    }

    void whatIsComputedTooLateIsDropped() {
        FakeSource source;
        fill(source);
        ExpressionSource expression(source, Gap, false, nullptr);
        QSignalSpy loaded(&expression, &ChartSource::loaded);
        expression.request(Gap, 1);
        source.atOnce = false;
        expression.request(Gap, 2);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(loaded.size(), 0);
        source.answer(2);
        source.answer(3);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(loaded.at(0).at(1).toULongLong(), 2ULL);
    }

    void failures() {
        FakeSource source;
        source.error = base::Error{base::ErrorCode::DatabaseDamaged, {"history", "cut"}};
        ExpressionSource expression(source, Gap, false, nullptr);
        QSignalSpy failed(&expression, &ChartSource::failed);
        expression.request(Gap, 7);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(1).toULongLong(), 7ULL);
        ExpressionSource wrong(source, QStringLiteral("metrics.loss -"), false, nullptr);
        QSignalSpy wrongFailed(&wrong, &ChartSource::failed);
        wrong.request(QString(), 8);
        QTRY_COMPARE(wrongFailed.size(), 1);
        QCOMPARE(wrongFailed.at(0).at(2).value<base::Error>().code, base::ErrorCode::QuerySyntax);
    }

    void tellsOfNewPoints() {
        FakeSource source;
        ExpressionSource expression(source, Gap, false, nullptr);
        QSignalSpy changed(&expression, &ChartSource::metricChanged);
        Q_EMIT source.metricChanged(QStringLiteral("acc"));
        QCOMPARE(changed.size(), 0);
        Q_EMIT source.metricChanged(QStringLiteral("val/loss"));
        QCOMPARE(changed.size(), 1);
    }

    void aCardOfAnExpression() {
        FakeSource source;
        fill(source);
        ChartGrid grid(source);
        grid.resize(700, 500);
        grid.show();
        ChartCard* card = grid.addExpression(Gap, false);
        QTRY_COMPARE(card->plot()->lines().size(), std::size_t{1});
        QTRY_VERIFY(card->receiptText().contains(QStringLiteral("without all of the metrics")));
        QCOMPARE(grid.addExpression(Gap, false), card);
        QVERIFY(grid.addChart(Gap) != card);  // a metric may have any name
        QSignalSpy changed(card, &ChartCard::stateChanged);
        card->setExpression(QStringLiteral("metrics.loss * 2"), false);
        QCOMPARE(changed.size(), 1);
        QTRY_COMPARE(card->plot()->lines().size(), std::size_t{2});
        QCOMPARE(card->plot()->lines()[0].series->values(), (std::vector<double>{8, 6, 4}));
        QVERIFY(card->menu()->findChild<QAction*>(QStringLiteral("chartExpression")) != nullptr);
        ChartGrid again(source);
        again.fromJson(grid.toJson());
        const ChartState state = again.cards().at(again.cards().size() - 2)->state();
        QVERIFY(state.expression);
        QCOMPARE(state.metric, QStringLiteral("metrics.loss * 2"));
    }

    void stateAndRecipe() {
        ChartState state;
        state.metric = Gap;
        state.expression = true;
        state.carry = true;
        QCOMPARE(chartStateFromJson(toJson(state)), state);
        const ChartRecipe recipe{state, {QStringLiteral("a")}, {}};
        const auto read = recipeFromText(recipeText(recipe));
        QVERIFY(read.ok());
        QCOMPARE(read.value(), recipe);
        QVERIFY(
            !toJson(ChartState{QStringLiteral("loss"), {}}).contains(QLatin1String("expression")));
    }

    void dialogChecksAsOneTypes() {
        auto* dialog = new ExpressionDialog({}, false, {QStringLiteral("val/loss")}, nullptr);
        dialog->show();
        auto* edit = dialog->findChild<FilterEdit*>();
        auto* words = dialog->findChild<QLabel*>(QStringLiteral("expressionWords"));
        QPushButton* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled() && !edit->hasFault());
        const QString help = words->text();
        QTest::keyClicks(edit, QStringLiteral("metrics.loss * params.lr"));
        QVERIFY(!ok->isEnabled() && edit->hasFault());
        QVERIFY(words->text() != help);
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("2 * "));
        Q_EMIT dialog->findChild<MetricPicker*>()->picked(QStringLiteral("val/loss"));
        QVERIFY(ok->isEnabled() && !edit->hasFault());
        QCOMPARE(words->text(), help);
        dialog->findChild<QCheckBox*>(QStringLiteral("expressionCarry"))->setChecked(true);
        QSignalSpy accepted(dialog, &ExpressionDialog::expressionAccepted);
        ok->click();
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(accepted.at(0).at(0).toString(), QStringLiteral("2 * metrics.`val/loss`"));
        QCOMPARE(accepted.at(0).at(1).toBool(), true);
    }
};

QTEST_MAIN(TestChartExpression)
#include "tst_chartexpression.moc"
