// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/savedview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace podium;
using session::ReadView;
using session::SavedView;
using session::ViewNote;

namespace {

SavedView example() {
    SavedView view;
    view.name = QStringLiteral("Best of “sweep” 最好");
    view.experiments = {{QStringLiteral("vision/resnet-sweep"), QStringLiteral("/data/mlruns")}};
    view.table.filter = QStringLiteral("metrics.`val/loss` < 0.3 AND params.model = \"resnet50\"");
    view.table.columnsChosen = true;
    const query::ColumnKey best = query::metricColumn("val/loss", query::Reduction::Best);
    const query::ColumnKey step = query::metricColumn("acc", query::Reduction::AtStep, "100");
    const query::ColumnKey gap =
        query::formulaColumn("metrics.`val/loss` - metrics.`train/loss`", "gap");
    view.table.columns = {best, step, query::paramColumn("lr"), gap};
    view.table.order = {{best, true, true}, {query::paramColumn("lr"), false, true}};
    view.table.groupBy = {query::paramColumn("model"), query::tagColumn("user")};
    view.table.appearance.pinned = 2;
    using Kind = session::ColumnFormat::Kind;
    view.table.appearance.formats[best] = {Kind::Percent, 1};
    view.table.appearance.formats[query::metricColumn("hidden one")] = {Kind::Bytes, 3};
    view.table.appearance.aggregates[best] = query::Aggregate::Median;
    view.widths = {{best, 140}, {query::attributeColumn(query::Attribute::RunName), 300}};
    view.marks.drawn = {"a1", "b2"};
    view.marks.hidden = {"c3"};
    view.marks.colours = {{"a1", 7}};
    view.chosen = {"b2", "a1"};
    view.charts = {QJsonObject{{QStringLiteral("metric"), QStringLiteral("val/loss")},
                               {QStringLiteral("log"), true}}};
    return view;
}

ReadView read(const QByteArray& text, const QStringList& chartKeys = {}) {
    return session::viewFromText(text, chartKeys);
}

/// The example's file with one member in place of another.
QByteArray with(const QString& key, const QJsonValue& value) {
    QJsonObject json = QJsonDocument::fromJson(session::viewText(example())).object();
    json.insert(key, value);
    return QJsonDocument(json).toJson();
}

QJsonObject formula(const char* text) {
    return {{QStringLiteral("kind"), QStringLiteral("formula")},
            {QStringLiteral("key"), QString::fromLatin1(text)}};
}

}  // namespace

class TestSavedView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingSurvivesItsFile() {
        const SavedView view = example();
        const auto again = read(session::viewText(view));
        QVERIFY(!again.refused);
        QVERIFY2(again.notes.empty(),
                 qPrintable(again.notes.empty() ? QString() : again.notes.front().what));
        QVERIFY(again.view == view);
        QCOMPARE(session::viewText(again.view), session::viewText(view));
    }

    void theFileIsReadableAndItsKeysHaveAFixedOrder() {
        const QByteArray text = session::viewText(example());
        const QList<QByteArray> lines = text.split('\n');
        QCOMPARE(lines.at(0), QByteArray("{"));
        QCOMPARE(lines.at(1), QByteArray("  \"format\": \"podium-view\","));
        QCOMPARE(lines.at(2), QByteArray("  \"version\": 1,"));
        QVERIFY(lines.at(3).startsWith("  \"name\": "));
        QVERIFY(text.indexOf("\"filter\"") < text.indexOf("\"columns\""));
        QVERIFY(text.indexOf("\"columns\"") < text.indexOf("\"charts\""));
        QVERIFY(text.contains("\n    {\"key\":\"lr\",\"kind\":\"param\"},\n"));
        QVERIFY(text.contains("\n    \"c3\"\n  ],"));
        QVERIFY(text.endsWith("}\n"));
        QVERIFY(!QJsonDocument::fromJson(text).isNull());
    }

    void columnsThatNoFormatKnowsAreKept() {
        // A view is of any experiment: what this one does not have is not lost.
        const auto again = read(with(
            QStringLiteral("columns"),
            QJsonArray{QJsonObject{{QStringLiteral("kind"), QStringLiteral("param")},
                                   {QStringLiteral("key"), QStringLiteral("nobody has it")}}}));
        QVERIFY(!again.refused);
        QCOMPARE(again.view.table.columns.size(), std::size_t{1});
        QVERIFY(again.view.table.columns.front() == query::paramColumn("nobody has it"));
    }

    void whatIsNoViewIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        using Kind = ViewNote::Kind;
        const auto row = [](const char* name, const QByteArray& text, Kind kind) {
            QTest::newRow(name) << text << static_cast<int>(kind);
        };
        row("nothing", "", Kind::NotJson);
        row("words", "dear colleague", Kind::NotJson);
        row("cut", session::viewText(example()).left(200), Kind::NotJson);
        row("a list", "[1, 2]", Kind::Foreign);
        row("another format", "{\"format\": \"vega-lite\"}", Kind::Foreign);
        row("a chart's recipe", "{\"podium_chart\": 1}", Kind::Foreign);
        row("format of another type", "{\"format\": 1}", Kind::Foreign);
        row("too large", QByteArray((1 << 20) + 1, ' '), Kind::TooLarge);
        row("too deep", QByteArray(100'000, '['), Kind::TooDeep);
        row("deep in a view",
            "{\"format\": \"podium-view\", \"charts\": " + QByteArray(20, '[') +
                QByteArray(20, ']') + "}",
            Kind::TooDeep);
    }

    void whatIsNoViewIsRefused() {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const ReadView result = read(text);
        QVERIFY(result.refused);
        QCOMPARE(result.notes.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(result.notes.front().kind), kind);
        QVERIFY(result.view == SavedView());
    }

    void theLineOfAFaultIsTold() {
        const auto result = read("{\n  \"format\": \"podium-view\",\n  \"name\": nope\n}\n");
        QVERIFY(result.refused);
        QCOMPARE(result.notes.front().what, QStringLiteral("3"));
    }

    void bracketsInTextsAreNoDepth() {
        SavedView view = example();
        view.name = QString(100, u'[') + QStringLiteral("\"\\");
        QVERIFY(!read(session::viewText(view)).refused);
    }

    void whatIsNotUnderstoodIsNotedAndTheRestTaken_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("what");
        using Kind = ViewNote::Kind;
        const auto row = [](const char* name, const QByteArray& text, Kind kind, const char* what) {
            QTest::newRow(name) << text << static_cast<int>(kind) << QString::fromLatin1(what);
        };
        row("newer", with(QStringLiteral("version"), 3), Kind::Newer, "3");
        row("no version", with(QStringLiteral("version"), QJsonValue()), Kind::BadValue, "version");
        row("unknown key", with(QStringLiteral("theme"), 1), Kind::UnknownKey, "theme");
        row("filter of another type", with(QStringLiteral("filter"), 7), Kind::BadValue, "filter");
        row("broken filter", with(QStringLiteral("filter"), QStringLiteral("metrics.x <")),
            Kind::BadFilter, "metrics.x <");
        row("columns of another type", with(QStringLiteral("columns"), QStringLiteral("all")),
            Kind::BadValue, "columns");
        row("broken formula", with(QStringLiteral("columns"), QJsonArray{formula("metrics.a +")}),
            Kind::BadFormula, "metrics.a +");
        row("a formula of another program",
            with(QStringLiteral("columns"), QJsonArray{formula("system(\"rm\")")}),
            Kind::BadFormula, "system(\"rm\")");
        row("to group by a broken formula",
            with(QStringLiteral("groups"), QJsonArray{formula("1 +")}), Kind::BadFormula, "1 +");
        row("an unknown reduction",
            with(QStringLiteral("columns"),
                 QJsonArray{QJsonObject{{QStringLiteral("kind"), QStringLiteral("metric")},
                                        {QStringLiteral("key"), QStringLiteral("loss")},
                                        {QStringLiteral("reduction"), QStringLiteral("mode")}}}),
            Kind::NoColumn, "mode(loss)");
        row("an unknown kind of column",
            with(QStringLiteral("columns"),
                 QJsonArray{QJsonObject{{QStringLiteral("kind"), QStringLiteral("trace")}}}),
            Kind::NoColumn, "{\"kind\":\"trace\"}");
        row("an unknown format",
            with(QStringLiteral("columns"),
                 QJsonArray{QJsonObject{{QStringLiteral("kind"), QStringLiteral("param")},
                                        {QStringLiteral("key"), QStringLiteral("lr")},
                                        {QStringLiteral("format"), QStringLiteral("roman")}}}),
            Kind::BadValue, "columns.format");
        row("a width no screen has",
            with(QStringLiteral("columns"),
                 QJsonArray{QJsonObject{{QStringLiteral("kind"), QStringLiteral("param")},
                                        {QStringLiteral("key"), QStringLiteral("lr")},
                                        {QStringLiteral("width"), 1e9}}}),
            Kind::BadValue, "columns.width");
        row("a colour there is not",
            with(QStringLiteral("colours"), QJsonObject{{QStringLiteral("a1"), -3}}),
            Kind::BadValue, "colours");
        row("a chart without a metric",
            with(QStringLiteral("charts"), QJsonArray{QJsonObject{{QStringLiteral("x"), 1}}}),
            Kind::BadValue, "charts");
        row("a chart with an unknown key",
            with(QStringLiteral("charts"),
                 QJsonArray{QJsonObject{{QStringLiteral("metric"), QStringLiteral("loss")},
                                        {QStringLiteral("hologram"), true}}}),
            Kind::UnknownKey, "charts.hologram");
        QJsonArray many;
        for (int i = 0; i < 3000; ++i)
            many.append(QJsonObject{{QStringLiteral("kind"), QStringLiteral("param")},
                                    {QStringLiteral("key"), QString::number(i)}});
        row("more columns than a table has", with(QStringLiteral("columns"), many), Kind::TooMany,
            "columns");
    }

    void whatIsNotUnderstoodIsNotedAndTheRestTaken() {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(QString, what);
        const ReadView view = read(text, {QStringLiteral("metric"), QStringLiteral("log")});
        QVERIFY(!view.refused);
        QCOMPARE(view.notes.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(view.notes.front().kind), kind);
        QCOMPARE(view.notes.front().what, what);
        QCOMPARE(view.view.name, example().name);
        QVERIFY(view.view.table.order == example().table.order);
        QVERIFY(view.view.table.columns.size() <= 2000);
    }

    void namesAreOneLineForAMenu_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("clean");
        QTest::newRow("plain") << QStringLiteral("Best runs") << QStringLiteral("Best runs");
        QTest::newRow("lines") << QStringLiteral("  a\n\tb  ") << QStringLiteral("a b");
        QTest::newRow("control") << QStringLiteral("a\u0007b\u0000c").left(4)
                                 << QStringLiteral("ab");
        QTest::newRow("direction")
            << QStringLiteral("x\u202egpj.exe") << QStringLiteral("xgpj.exe");
        QTest::newRow("emoji") << QStringLiteral("🚀 go") << QStringLiteral("🚀 go");
        QTest::newRow("long") << QString(5000, u'x') << QString(200, u'x');
    }

    void namesAreOneLineForAMenu() {
        QFETCH(QString, name);
        QTEST(session::cleanViewName(name), "clean");
    }

    void aViewIsForItsExperimentsInAnyOrder() {
        SavedView view;
        view.experiments = {{QStringLiteral("a"), QStringLiteral("/s")}, {QStringLiteral("b"), {}}};
        using List = std::vector<session::ViewExperiment>;
        const QString s = QStringLiteral("/s");
        QVERIFY(session::isFor(view, List{{QStringLiteral("b"), s}, {QStringLiteral("a"), s}}));
        QVERIFY(!session::isFor(view, List{{QStringLiteral("b"), s}}));
        QVERIFY(!session::isFor(
            view, List{{QStringLiteral("b"), s}, {QStringLiteral("a"), QStringLiteral("/t")}}));
        QVERIFY(session::isFor(
            view, List{{QStringLiteral("b"), QStringLiteral("/t")}, {QStringLiteral("a"), s}}));
    }
};

QTEST_GUILESS_MAIN(TestSavedView)
#include "tst_savedview.moc"
