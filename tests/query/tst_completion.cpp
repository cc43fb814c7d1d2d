// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"
#include "query/query.h"

#include <QTest>

using namespace podium::query;

namespace {

KeyCatalog sampleCatalog() {
    KeyCatalog catalog;
    catalog.metrics = {"train/loss", "val.loss", "acc"};
    catalog.params = {"lr", "loss fn"};
    catalog.tags = {"mlflow.user"};
    catalog.values = [](const ColumnKey& column) -> std::vector<std::string> {
        if (column == paramColumn("lr"))
            return {"0.1", "it's", "both ' and \""};
        return {};
    };
    return catalog;
}

/// "begin-end: candidate, candidate"; the cursor is where "|" stands.
QString completed(QString filter) {
    const QByteArray before = filter.left(filter.indexOf(QLatin1Char('|'))).toUtf8();
    filter.remove(QLatin1Char('|'));
    const Completion completion =
        complete(filter.toStdString(), static_cast<std::size_t>(before.size()), sampleCatalog());
    QStringList texts;
    for (const Candidate& candidate : completion.candidates)
        texts << QString::fromStdString(candidate.text);
    return QStringLiteral("%1-%2: %3")
        .arg(completion.begin)
        .arg(completion.end)
        .arg(texts.join(QStringLiteral(", ")));
}

QString drawn(const QString& filter) {
    const char* letters[] = {"K", "F", "O", "W", "N", "T", "B", "-", "!"};
    const QByteArray bytes = filter.toUtf8();
    QString result(bytes.size(), QLatin1Char(' '));
    for (const Span& span : tokens(bytes.toStdString()))
        for (std::size_t i = span.position; i < span.position + span.length; ++i)
            result[static_cast<int>(i)] = QLatin1Char(*letters[static_cast<int>(span.kind)]);
    return result;
}

}  // namespace

class TestCompletion : public QObject {
    Q_OBJECT
private slots:
    void completes_data();
    void completes();
    void candidatesCanBeParsed();
    void colours_data();
    void colours();
    void namesCanBeRead_data();
    void namesCanBeRead();
};

void TestCompletion::completes_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* filter, const char* expected) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(expected);
    };
    row("metrics.|", "0-8: metrics.`train/loss`, metrics.val.loss, metrics.acc");
    row("metrics.lo|", "0-10: metrics.`train/loss`, metrics.val.loss");
    row("metrics.`tr|", "0-11: metrics.`train/loss`");
    row("metrics.a| > 1", "0-9: metrics.acc, metrics.`train/loss`, metrics.val.loss");
    row("loss|", "0-4: params.`loss fn`, metrics.`train/loss`, metrics.val.loss");
    row("STAT|", "0-4: status");
    row("datasets.d|", "0-10: datasets.digest");
    row("min(|", "4-4: metrics.`train/loss`, metrics.val.loss, metrics.acc");
    row("metrics.acc |", "12-12: =, !=, <, <=, >, >=, IN, NOT IN, IS NULL, IS NOT NULL");
    row("params.lr LI|", "10-12: LIKE, ILIKE, NOT LIKE, NOT ILIKE");
    row("params.lr IS |", "13-13: NULL, NOT NULL");
    row("params.lr IS NOT |", "17-17: NULL");
    row("params.lr NOT |", "14-14: LIKE, ILIKE, IN");
    row("params.lr = |", "12-12: '0.1', \"it's\"");
    row("params.lr = 'i|", "12-14: \"it's\"");
    row("status = 'F|", "9-11: 'FINISHED', 'FAILED'");
    row("status IN ('FAILED', 'r|", "21-23: 'RUNNING'");
    row("metrics.acc > 1 |", "16-16: AND, OR");
    row("metrics.acc > 1 A|", "16-17: AND");
    row("metrics.acc > 1 AND stat|", "20-24: status");
    row("(metrics.acc > 1) |", "18-18: AND, OR");
    row("lifecycle_stage = |", "18-18: 'active', 'deleted'");
    row("\xC3\xBC AND metrics.acc > 1 |", "23-23: AND, OR");
}

void TestCompletion::completes() {
    QFETCH(QString, filter);
    QFETCH(QString, expected);
    QCOMPARE(completed(filter), expected);
}

/// What is offered can be parsed.
void TestCompletion::candidatesCanBeParsed() {
    const KeyCatalog catalog = sampleCatalog();
    for (const Candidate& name : complete("", 0, catalog).candidates) {
        if (name.kind != CandidateKind::Key || name.text.back() == '.')
            continue;
        const std::string begun = name.text + " ";
        for (const Candidate& op : complete(begun, begun.size(), catalog).candidates) {
            if (op.text.ends_with("NULL")) {
                QVERIFY2(parseFilter(begun + op.text).ok(), (begun + op.text).c_str());
            } else {
                const bool list = op.text.ends_with("IN");
                const bool number = parseFilter(begun + "= 1").ok();
                const bool pattern = op.text.ends_with("LIKE") || op.text.ends_with("~");
                const std::string value = number && !pattern ? "1" : "'x'";
                const std::string filter =
                    begun + op.text + " " + (list ? "(" + value + ")" : value);
                QVERIFY2(parseFilter(filter).ok(), filter.c_str());
            }
        }
    }
}

void TestCompletion::colours_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* filter, const char* expected) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(expected);
    };
    row("metrics.a >= -1.5 AND x", "KKKKKKKKK OO NNNN WWW K");
    row("tags.\"a b\" = \"c d\"", "KKKKKKKKKK O TTTTT");
    row("\"run name\" like 'c'", "KKKKKKKKKK WWWW TTT");
    row("min(metrics.a) < inf", "FFFBKKKKKKKKKB O NNN");
    row("a IN ('x', \"y\")", "K WW BTTTB TTTB");
    row("resnet-50 or 'x y'", "--------- WW TTTTT");
    row("params.a = 'x", "KKKKKKKK O !!");
    row("metrics.a > 1_0 ; b", "KKKKKKKKK O !!! ! K");
    row("metrics.a = b", "KKKKKKKKK O !");
}

void TestCompletion::colours() {
    QFETCH(QString, filter);
    QFETCH(QString, expected);
    QCOMPARE(drawn(filter), expected);
}

void TestCompletion::namesCanBeRead_data() {
    QTest::addColumn<QString>("key");
    for (const char* key : {"lr", "a.b", "train/loss", "1st", "12", "from", "a-b", "with space",
                            "back`tick", "\xC3\xBC", "a..b", ".", "it's"})
        QTest::newRow(key) << QString::fromUtf8(key);
}

void TestCompletion::namesCanBeRead() {
    QFETCH(QString, key);
    for (const ColumnKey& column :
         {metricColumn(key.toStdString()), metricColumn(key.toStdString(), Reduction::Mean),
          paramColumn(key.toStdString()), tagColumn(key.toStdString())}) {
        const auto filter = parseFilter(columnName(column) + " IS NULL");
        QVERIFY2(filter.ok(), columnName(column).c_str());
        QVERIFY(filter.value().columns() == std::vector{column});
    }
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
