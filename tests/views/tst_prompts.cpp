// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/boardview.h"
#include "views/registry/modelspage.h"
#include "views/registry/registryeditor.h"
#include "views/registry/versionpage.h"
#include "views/registry/versiontable.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace podium;
using namespace podium::views;
using session::ModelEntry;

namespace {

ModelEntry named(const std::string& name, const std::vector<std::string>& texts, bool prompt,
                 const std::string& type = "text") {
    ModelEntry entry;
    entry.sourceNo = {3};
    entry.model.name = name;
    if (prompt)
        entry.model.tags = {{"mlflow.prompt.is_prompt", "true"}};
    for (std::size_t number = texts.size(); number > 0; --number) {
        ModelEntry::Version version;
        version.version.name = name;
        version.version.version = static_cast<std::int64_t>(number);
        if (prompt)
            version.version.tags = {{"mlflow.prompt.is_prompt", "true"},
                                    {"_mlflow_prompt_type", type},
                                    {"mlflow.prompt.text", texts[number - 1]}};
        entry.versions.push_back(version);
    }
    return entry;
}

/// A page with a prompt of three texts, a chat that is broken, and a model.
struct Bench {
    Bench() : page([] { return base::Millis{1714564800000}; }) {
        auto snapshot = std::make_shared<session::RegistrySnapshot>();
        snapshot->models = {
            named("asker",
                  {"Answer {{question}}.", "Shared\nold {{question}}", "Shared\nnew {{q}}"}, true),
            named("chat", {"[{\"role\": \"user\""}, true, "chat"),
            named("ranker", {"", ""}, false)};
        snapshot->models.front().model.aliases = {{"good", 2}};
        page.resize(1100, 700);
        page.setSnapshot(snapshot);
        page.show();
    }
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return page.findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] bool hasTab(const QString& title) const {
        const auto* tabs = child<QTabWidget>("versionTabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->tabText(tab) == title)
                return tabs->isTabVisible(tab);
        }
        return false;
    }
    /// Rows of the difference, "left|right" each, with the titles of the sides first.
    [[nodiscard]] QStringList difference() const {
        const auto* view = child<QTableView>("textDiff");
        if (view == nullptr || !view->isVisible())
            return {};
        const QAbstractItemModel& model = *view->model();
        QStringList rows = {model.headerData(1, Qt::Horizontal).toString() + u'|' +
                            model.headerData(3, Qt::Horizontal).toString()};
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(model.index(row, 1).data().toString() + u'|' +
                        model.index(row, 3).data().toString());
        return rows;
    }

    ModelsPage page;
};

}  // namespace

/// Prompts among the registered models.
class TestPrompts : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeChoice::Light); }

    void theyComeAfterModelsAndAreFound() {
        Bench bench;
        const QAbstractItemModel& list = *bench.child<QListView>("modelsList")->model();
        QCOMPARE(list.rowCount(), 3);
        QCOMPARE(list.index(0, 0).data().toString(), QStringLiteral("ranker"));
        QCOMPARE(list.index(1, 0).data().toString(), QStringLiteral("asker"));
        bench.child<QLineEdit>("modelsFilter")->setText(QStringLiteral("ask"));
        QCOMPARE(list.rowCount(), 1);
    }

    void theTextStandsBesideTheOneBefore() {
        Bench bench;
        QVERIFY(bench.page.showVersion({3}, "asker", 3));
        QVERIFY(bench.hasTab(QStringLiteral("Text")));
        QCOMPARE(bench.difference(), (QStringList{QStringLiteral("Version 2|Version 3"),
                                                  QStringLiteral("Shared|Shared"),
                                                  QStringLiteral("old {{question}}|new {{q}}")}));
        auto* other = bench.child<QComboBox>("promptOther");
        other->setCurrentIndex(other->findData(1));
        QCOMPARE(bench.difference().value(0), QStringLiteral("Version 1|Version 3"));
        other->setCurrentIndex(0);
        QVERIFY(bench.difference().isEmpty());
        QCOMPARE(bench.child<QPlainTextEdit>("promptText")->toPlainText(),
                 QStringLiteral("Shared\nnew {{q}}"));
        // So it stays for the next version.
        bench.page.pane()->setCurrentVersion(2);
        QCOMPARE(bench.child<QPlainTextEdit>("promptText")->toPlainText(),
                 QStringLiteral("Shared\nold {{question}}"));
    }

    void theFirstVersionStandsAlone() {
        Bench bench;
        QVERIFY(bench.page.showVersion({3}, "asker", 1));
        QVERIFY(bench.child<QPlainTextEdit>("promptText")->isVisible());
        // That was no choice: the next has its difference.
        bench.page.pane()->setCurrentVersion(2);
        QCOMPARE(bench.difference().value(0), QStringLiteral("Version 1|Version 2"));
    }

    void aBrokenChatIsShownAsItIs() {
        Bench bench;
        QVERIFY(bench.page.showVersion({3}, "chat", 1));
        QCOMPARE(bench.child<QPlainTextEdit>("promptText")->toPlainText(),
                 QStringLiteral("[{\"role\": \"user\""));
        QVERIFY(bench.child<QLabel>("promptNote")->isVisible());
    }

    void theBoardHasTheVersionOfTheTable() {
        Bench bench;
        QVERIFY(bench.page.showVersion({3}, "asker", 2));
        QApplication::setActiveWindow(&bench.page);
        bench.child<VersionTable>("versionTable")->setFocus();
        bench.page.pane()->setBoardShown(true);
        QCOMPARE(bench.page.pane()->currentVersion()->version.version, 2);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("boardLane1"));
    }

    void whatOnlyModelsHaveIsHidden() {
        Bench bench;
        QVERIFY(bench.page.showVersion({3}, "ranker", 1));
        auto* table = bench.child<VersionTable>("versionTable");
        QVERIFY(!bench.hasTab(QStringLiteral("Text")));
        QVERIFY(bench.hasTab(QStringLiteral("Signature")));
        QVERIFY(!table->isColumnHidden(items::VersionModel::Stage));
        QCOMPARE(bench.page.modelUri(), QStringLiteral("models:/ranker/1"));
        QVERIFY(bench.page.showVersion({3}, "asker", 1));
        QVERIFY(!bench.hasTab(QStringLiteral("Signature")));
        QVERIFY(!bench.hasTab(QStringLiteral("Requirements")));
        QVERIFY(bench.hasTab(QStringLiteral("Overview")));
        QVERIFY(table->isColumnHidden(items::VersionModel::Stage));
        QCOMPARE(bench.page.modelUri(), QStringLiteral("prompts:/asker/1"));
        // The choice of lanes is kept for models.
        const auto* board = bench.page.findChild<BoardView*>();
        QVERIFY(board->by().kind == items::BoardBy::Kind::Alias);
        QVERIFY(bench.page.showVersion({3}, "ranker", 1));
        QVERIFY(board->by().kind == items::BoardBy::Kind::Stage);
    }
};

QTEST_MAIN(TestPrompts)
#include "tst_prompts.moc"
