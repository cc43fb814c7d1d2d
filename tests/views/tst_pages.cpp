// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/problems/problemspage.h"
#include "views/registry/modelspage.h"
#include "views/run/inspector.h"
#include "views/run/notesview.h"
#include "views/run/overflowtabs.h"
#include "views/run/runfacts.h"
#include "views/sources/sourcespage.h"
#include "views/sources/sourcespanel.h"
#include "views/sources/sourcewords.h"
#include "views/theme/theme.h"
#include "views/widgets/keyvaluetable.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <memory>

using namespace podium;
using namespace podium::views;

namespace {

constexpr base::Millis Now = 1714564800000;  // 2024-05-01 12:00 UTC

using Experiments = std::vector<base::ExperimentNo>;

base::Clock clockOfNow() {
    return [] { return Now; };
}

session::SourceInfo source(const QString& title, std::vector<std::string> experiments) {
    session::SourceInfo info;
    info.title = title;
    info.location = QStringLiteral("/data/") + title;
    info.kind = QStringLiteral("filestore");
    info.state = session::SourceState::Synced;
    for (std::size_t i = 0; i < experiments.size(); ++i) {
        cache::ExperimentRow row;
        row.experimentNo = {static_cast<std::int64_t>(i) + 1};
        row.experiment.name = experiments[i];
        row.runs = 10;
        info.experiments.push_back(row);
    }
    return info;
}

std::shared_ptr<session::InspectedRuns> inspected(int runs) {
    auto all = std::make_shared<session::InspectedRuns>();
    all->selected = static_cast<std::size_t>(runs);
    for (int i = 0; i < runs; ++i) {
        cache::RunDetails details;
        details.sourceNo = {4};
        details.run.runName = "run-" + std::to_string(i);
        details.run.runId = "id-" + std::to_string(i);
        details.run.status = domain::RunStatus::Finished;
        details.run.startTime = Now - 7'200'000;
        details.run.endTime = Now - 7'200'000 + 4'320'000;
        details.run.params = {{"lr", std::to_string(i)}, {"epochs", "90"}};
        details.run.tags = {{"mlflow.parentRunId", "id-parent"},
                            {"mlflow.source.git.commit", "9f2c11e0aa"},
                            {"team", "vision"}};
        cache::ReducedMetric metric;
        metric.key = "loss";
        metric.reductions.last.value = 0.5 + i;
        metric.reductions.min = 0.25;
        metric.reductions.max = 0.75;
        details.metrics.push_back(metric);
        all->runs.push_back(details);
    }
    return all;
}

std::shared_ptr<session::RegistrySnapshot> registry() {
    auto snapshot = std::make_shared<session::RegistrySnapshot>();
    for (const char* name : {"ranker", "fraud"}) {
        session::ModelEntry entry;
        entry.sourceNo = {1};
        entry.sourceTitle = QStringLiteral("mlruns");
        entry.model.name = name;
        for (int number = 2; number > 0; --number) {
            session::ModelEntry::Version version;
            version.version.name = name;
            version.version.version = number;
            version.version.stage = "None";
            version.runNo = {number == 1 ? 77 : 0};
            entry.versions.push_back(version);
        }
        snapshot->models.push_back(entry);
    }
    for (const char* path : {"0/a/meta.yaml", "0/b/meta.yaml"}) {
        session::ProblemEntry problem;
        problem.sourceNo = {1};
        problem.sourceTitle = QStringLiteral("mlruns");
        problem.sourceRoot = QStringLiteral("/data/mlruns");
        problem.stored.problem = {{base::ErrorCode::MetaEmpty, {path}}, path};
        snapshot->problems.push_back(problem);
    }
    return snapshot;
}

const KeyValueRow* rowOf(const QVector<KeyValueGroup>& groups, const QString& key) {
    for (const KeyValueGroup& group : groups) {
        for (const KeyValueRow& row : group.rows) {
            if (row.key == key)
                return &row;
        }
    }
    return nullptr;
}

/// Widgets that a person uses and a test or a screen reader could not name.
QStringList unnamed(const QWidget& page) {
    QStringList list;
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        const bool used = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                          qobject_cast<const QLineEdit*>(widget) != nullptr ||
                          qobject_cast<const QAbstractItemView*>(widget) != nullptr;
        const bool own = widget->parentWidget() != nullptr &&
                         qobject_cast<const QLineEdit*>(widget->parentWidget()) == nullptr;
        const bool header = widget->inherits("QHeaderView");
        const bool part = widget->inherits("QToolButton") || widget->inherits("QTabBar") ||
                          widget->window() != page.window();
        if (used && own && !header && !part && widget->objectName().isEmpty())
            list.append(QString::fromLatin1(widget->metaObject()->className()));
    }
    return list;
}

}  // namespace

/// The pages and side panels around the run table.
class TestPages : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeChoice::Light); }

    void onlyWhatIsWatchedIsCalledLive() {
        using session::SourceState;
        session::SourceInfo info = source(QStringLiteral("mlruns"), {"a"});
        const auto words = [&]() -> QString {
            return sourceStateText(info.state, -1, info.syncedAt, Now) + u'|' +
                   sourceWatchText(info);
        };
        QCOMPARE(words(), QStringLiteral("not read yet|"));
        info.syncedAt = Now;
        const QString clock = QDateTime::fromMSecsSinceEpoch(Now).toString(QStringLiteral("HH:mm"));
        QVERIFY2(words().startsWith(u"checked "_qs + clock + u'|'), qPrintable(words()));
        QVERIFY(words().contains(QStringLiteral("not watched")));
        info.state = SourceState::Live;
        QCOMPARE(words(), QStringLiteral("live|It is watched: changes come by themselves."));
        info.state = SourceState::Offline;
        QCOMPARE(words(), QStringLiteral("not reachable|"));
    }

    void experimentsAreChosenTogether() {
        SourcesPanel panel;
        panel.resize(240, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QSignalSpy chosen(&panel, &SourcesPanel::experimentsChosen);
        std::vector<session::SourceInfo> sources = {
            source(QStringLiteral("mlruns"), {"cifar", "f/a", "f/b"})};
        panel.setSources(sources);
        auto* tree = panel.findChild<QTreeView*>(QStringLiteral("sourcesTree"));
        const QModelIndex root = tree->model()->index(0, 0);
        QVERIFY(tree->isExpanded(root));
        QVERIFY(tree->currentIndex().isValid());
        const auto press = [tree](const QModelIndex& index, Qt::KeyboardModifiers modifiers) {
            QTest::mouseClick(tree->viewport(), Qt::LeftButton, modifiers,
                              tree->visualRect(index).center());
        };
        press(tree->model()->index(0, 0, root), {});
        QCOMPARE(chosen.last().first().value<Experiments>(), Experiments{{1}});
        press(tree->model()->index(1, 0, root), Qt::ControlModifier);
        QCOMPARE(chosen.last().first().value<Experiments>(), (Experiments{{1}, {2}, {3}}));
        // Another experiment in the chosen folder belongs to it.
        sources[0] = source(QStringLiteral("mlruns"), {"cifar", "f/a", "f/b", "f/c"});
        panel.setSources(sources);
        QCOMPARE(chosen.last().first().value<Experiments>(), (Experiments{{1}, {2}, {3}, {4}}));
        QCOMPARE(panel.currentLocation(), QStringLiteral("/data/mlruns"));
    }

    void aSearchKeepsWhatIsChosen() {
        SourcesPanel panel;
        panel.setSources({source(QStringLiteral("mlruns"), {"cifar", "bert"})});
        panel.choose({{1}});
        QSignalSpy chosen(&panel, &SourcesPanel::experimentsChosen);
        auto* filter = panel.findChild<QLineEdit*>(QStringLiteral("sourcesFilter"));
        filter->setText(QStringLiteral("bert"));
        panel.setSources({source(QStringLiteral("mlruns"), {"cifar", "bert", "new"})});
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(panel.chosen(), Experiments{{1}});
        filter->clear();
        panel.setSources({source(QStringLiteral("mlruns"), {"cifar", "bert"})});
        QCOMPARE(chosen.count(), 0);
        auto* tree = panel.findChild<QTreeView*>(QStringLiteral("sourcesTree"));
        QCOMPARE(tree->selectionModel()->selectedIndexes().size(), 1);
        QCOMPARE(tree->selectionModel()->selectedIndexes().first().data().toString(),
                 QStringLiteral("cifar"));
    }

    void aSourceHasItsButtons() {
        SourcesPage page(clockOfNow());
        session::SourceInfo broken = source(QStringLiteral("gone"), {});
        broken.state = session::SourceState::Offline;
        broken.error = {base::ErrorCode::PathNotFound, {"/data/gone"}};
        page.setSources({source(QStringLiteral("mlruns"), {"cifar"}), broken});
        page.show();
        QSignalSpy closed(&page, &SourcesPage::closeRequested);
        QSignalSpy synced(&page, &SourcesPage::syncRequested);
        page.findChildren<QPushButton*>(QStringLiteral("sourceSync")).first()->click();
        QCOMPARE(synced.last()[0].toString(), QStringLiteral("/data/mlruns"));
        page.findChildren<QPushButton*>(QStringLiteral("sourceClose")).last()->click();
        QCOMPARE(closed.last()[0].toString(), QStringLiteral("/data/gone"));
        QVERIFY(unnamed(page).isEmpty());
        page.setSources({});
        QSignalSpy opened(&page, &SourcesPage::openRequested);
        page.findChild<QPushButton*>(QStringLiteral("sourcesOpen"))->click();
        QCOMPARE(opened.count(), 1);
    }

    void oneRunIsDescribed() {
        const auto groups = overviewGroups(*inspected(1), Now);
        QCOMPARE(rowOf(groups, QStringLiteral("Status"))->values,
                 QStringList{QStringLiteral("Finished in 1 h 12 min")});
        QCOMPARE(rowOf(groups, QStringLiteral("Git"))->values,
                 QStringList{QStringLiteral("9f2c11e")});
        QCOMPARE(rowOf(groups, QStringLiteral("Parent"))->link, QStringLiteral("run:id-parent"));
        QVERIFY(rowOf(groups, QStringLiteral("User")) == nullptr);
    }

    void severalRunsAreCompared() {
        const auto groups = paramGroups(*inspected(3), 2);
        QCOMPARE(groups.size(), 3);
        QCOMPARE(groups[0].title, QStringLiteral("Selected · 3 runs"));
        QCOMPARE(groups[1].title, QStringLiteral("Different · 1 of 2"));
        QCOMPARE(groups[1].rows[0].values, (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
        QCOMPARE(groups[2].title, QStringLiteral("The same · 1"));
        QVERIFY(rowOf(tagGroups(*inspected(2), 2, false), QStringLiteral("team")) != nullptr);
        QVERIFY(rowOf(tagGroups(*inspected(2), 2, false), QStringLiteral("mlflow.parentRunId")) ==
                nullptr);
        QVERIFY(rowOf(tagGroups(*inspected(2), 2, true), QStringLiteral("mlflow.parentRunId")) !=
                nullptr);
        QCOMPARE(
            rowOf(metricGroups(*inspected(2), 2, query::Reduction::Last), QStringLiteral("loss"))
                ->values.size(),
            2);
        QCOMPARE(
            rowOf(metricGroups(*inspected(1), 2, query::Reduction::Last), QStringLiteral("loss"))
                ->values.size(),
            3);
    }

    void theInspectorFollowsItsRuns() {
        Inspector inspector(clockOfNow());
        inspector.resize(304, 600);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        QVERIFY2(inspector.minimumSizeHint().width() <= 304,
                 qPrintable(QString::number(inspector.minimumSizeHint().width())));
        inspector.setRuns(inspected(1));
        inspector.showTab(Inspector::Tab::Params);
        auto* table = inspector.findChild<KeyValueTable*>(QStringLiteral("inspectorTable_params"));
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 2);
        inspector.setRuns(inspected(2));
        QCOMPARE(inspector.currentTab(), Inspector::Tab::Params);
        QVERIFY(table->copyText().contains(QLatin1String("lr\t0\t1")));
        QVERIFY(unnamed(inspector).isEmpty());
        inspector.setRuns(nullptr);
        QVERIFY(!table->isVisible());
    }

    void tabsThatDoNotFitAreInAMenu() {
        Inspector inspector(clockOfNow());
        inspector.resize(304, 600);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        inspector.setRuns(inspected(1));
        auto* tabs = inspector.findChild<OverflowTabs*>();
        auto* more = inspector.findChild<QToolButton*>(QStringLiteral("moreTabs"));
        QVERIFY(more->isVisible());
        QVERIFY(tabs->hiddenTitles().contains(QStringLiteral("Notes")));
        inspector.showTab(Inspector::Tab::Notes);
        QVERIFY(!tabs->hiddenTitles().contains(QStringLiteral("Notes")));
        QVERIFY(!tabs->hiddenTitles().isEmpty());
        inspector.resize(900, 600);
        QTRY_VERIFY(tabs->hiddenTitles().isEmpty());
        QVERIFY(!more->isVisible());
    }

    void notesAreNoHtmlAndLoadNothing() {
        NotesView notes;
        notes.setNotes(QStringLiteral("# Head\n<b>raw</b> ![x](file:///etc/passwd)"));
        QVERIFY(notes.toPlainText().contains(QLatin1String("<b>raw</b>")));
        QVERIFY(!notes
                     .loadResource(QTextDocument::ImageResource,
                                   QUrl(QStringLiteral("file:///etc/passwd")))
                     .isValid());
    }

    void aVersionLeadsToItsRun() {
        ModelsPage page(clockOfNow());
        page.resize(1000, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.setSnapshot(registry());
        auto* list = page.findChild<QListView*>(QStringLiteral("modelsList"));
        auto* table = page.findChild<QTreeView*>(QStringLiteral("versionTable"));
        QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("fraud"));
        QCOMPARE(page.modelUri(), QStringLiteral("models:/fraud/2"));
        QVERIFY(!page.sourceRun().valid());
        table->setCurrentIndex(table->model()->index(1, 0));
        QSignalSpy asked(&page, &ModelsPage::runRequested);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(asked.last().first().value<base::RunNo>().value, 77);
        // The same model and version stay selected when the registry is read again.
        page.setSnapshot(registry());
        QCOMPARE(page.modelUri(), QStringLiteral("models:/fraud/1"));
        QVERIFY(page.showModel({1}, "ranker"));
        QCOMPARE(page.modelUri(), QStringLiteral("models:/ranker/2"));
        page.copyModelUri();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("models:/ranker/2"));
        QVERIFY(unnamed(page).isEmpty());
        page.setSnapshot(nullptr);
        QVERIFY(!table->isVisible());
    }

    void problemsAreReadAndCopied() {
        ProblemsPage page;
        page.resize(1000, 500);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.setSnapshot(registry());
        auto* tree = page.findChild<QTreeView*>(QStringLiteral("problemsTree"));
        const QModelIndex group = tree->model()->index(0, 0);
        QVERIFY(tree->isExpanded(group));
        tree->setCurrentIndex(tree->model()->index(1, 0, group));
        QVERIFY(page.findChild<QLabel*>(QStringLiteral("problemSentence"))
                    ->text()
                    .contains(QLatin1String("0/b/meta.yaml")));
        QTest::keySequence(tree, QKeySequence::Copy);
        QVERIFY(QApplication::clipboard()->text().startsWith(
            QLatin1String("mlruns\tmeta-empty\t0/b/meta.yaml\t")));
        page.findChild<QLineEdit*>(QStringLiteral("problemsFilter"))
            ->setText(QStringLiteral("/a/"));
        QCOMPARE(page.findChild<QLabel*>(QStringLiteral("problemsCount"))->text(),
                 QStringLiteral("1 of 2 problems"));
        QVERIFY(tree->currentIndex().isValid());
        QVERIFY(unnamed(page).isEmpty());
        page.setSnapshot(nullptr);
        QVERIFY(!tree->isVisible());
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
