// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/rundiff.h"

#include <QStringList>
#include <QTest>

using namespace podium;

namespace {

session::InspectedRuns runs(const std::vector<std::vector<domain::Param>>& params) {
    session::InspectedRuns inspected;
    for (const auto& list : params) {
        cache::RunDetails details;
        details.run.params = list;
        inspected.runs.push_back(details);
    }
    inspected.selected = params.size();
    return inspected;
}

QStringList keys(const std::vector<items::ComparedText>& texts) {
    QStringList list;
    for (const items::ComparedText& text : texts)
        list.append(QString::fromUtf8(text.key.data(), qsizetype(text.key.size())));
    return list;
}

}  // namespace

/// Selected runs side by side.
class TestRunDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneRunHasNothingThatDiffers() {
        const auto inspected = runs({{{"b", "2"}, {"a", "1"}}});
        const auto compared = items::compareTexts(inspected, items::ComparedPart::Params);
        QVERIFY(compared.different.empty());
        QCOMPARE(keys(compared.same), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void aMissingKeyDiffersFromAnEmptyOne() {
        const auto inspected = runs({{{"a", "1"}, {"b", ""}, {"c", "x"}},
                                     {{"a", "1"}, {"c", "y"}},
                                     {{"a", "1"}, {"b", ""}, {"c", "x"}}});
        const auto compared = items::compareTexts(inspected, items::ComparedPart::Params);
        QCOMPARE(keys(compared.different), (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(keys(compared.same), QStringList{QStringLiteral("a")});
        QVERIFY(compared.different[0].values[1] == nullptr);
        QCOMPARE(*compared.different[1].values[1], std::string("y"));
    }

    void metricsOfAllRunsAreThereOnce() {
        session::InspectedRuns inspected;
        inspected.runs.resize(2);
        inspected.runs[0].metrics = {{"loss", {}}, {"acc", {}}};
        inspected.runs[1].metrics = {{"loss", {}}};
        inspected.runs[1].metrics[0].reductions.min = 0.5;
        const auto metrics = items::compareMetrics(inspected);
        QCOMPARE(metrics.size(), std::size_t{2});
        QVERIFY(metrics[0].values[1] == nullptr);
        QCOMPARE(metrics[1].values[1]->min, 0.5);
    }
};

QTEST_GUILESS_MAIN(TestRunDiff)
#include "tst_rundiff.moc"
