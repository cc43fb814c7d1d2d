// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/outboxdialog.h"
#include "views/run/editdialogs.h"
#include "views/run/inspector.h"
#include "views/run/notespage.h"
#include "views/run/runeditor.h"
#include "views/widgets/keyvaluetable.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

#include <memory>

using namespace podium;
using namespace podium::views;
using session::Change;
using session::Decision;
using session::DecisionState;
using session::PlaceKind;

namespace {

/// Active runs of one source with the tag `team`; the second has `seed` as well.
std::shared_ptr<session::InspectedRuns> runs(int count) {
    auto all = std::make_shared<session::InspectedRuns>();
    all->selected = static_cast<std::size_t>(count);
    for (int i = 0; i < count; ++i) {
        cache::RunDetails details;
        details.runNo = {i + 1};
        details.sourceNo = {4};
        details.run.runId = "id-" + std::to_string(i);
        details.run.runName = "run-" + std::to_string(i);
        details.run.folder = "1/" + details.run.runId;
        details.run.tags = {{"team", "vision"}};
        if (i == 1)
            details.run.tags.insert(details.run.tags.begin(), {"seed", "1"});
        all->runs.push_back(details);
    }
    return all;
}

/// An inspector and what its editor decided.
class Bench {
public:
    Bench() : m_inspector([] { return base::Millis{0}; }) {
        m_inspector.resize(320, 600);
        m_inspector.show();
        QObject::connect(m_inspector.editor(), &RunEditor::decided, &m_inspector,
                         [this](const QString& words, base::SourceNo source,
                                const std::vector<Change>& changes) {
                             m_words = words;
                             m_source = source;
                             m_changes = changes;
                         });
    }
    [[nodiscard]] Inspector& inspector() { return m_inspector; }
    [[nodiscard]] RunEditor& editor() { return *m_inspector.editor(); }
    [[nodiscard]] KeyValueTable& tags() {
        return *m_inspector.findChild<KeyValueTable*>(QStringLiteral("inspectorTable_tags"));
    }
    [[nodiscard]] NotesPage& notes() { return *m_inspector.findChild<NotesPage*>(); }
    template <typename T>
    [[nodiscard]] T* child(const char* name) {
        return m_inspector.window()->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] std::vector<Change> take() { return std::exchange(m_changes, {}); }
    /// What a field tells comes by way of the event loop.
    [[nodiscard]] bool decided() const { return !m_changes.empty(); }
    [[nodiscard]] QString words() const { return m_words; }

private:
    Inspector m_inspector;
    QString m_words;
    base::SourceNo m_source;
    std::vector<Change> m_changes;
};

Decision waiting(const std::string& key, const session::Change& change) {
    Decision decision{1, "/lab", 0, change};
    decision.change.place.key = key;
    return decision;
}

}  // namespace

class TestEditing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTagIsEditedInItsPlace();
    void rowsStayWhileAValueIsTyped();
    void longValuesGetADialog();
    void tagsAreDeletedByKey();
    void severalRunsGetATag();
    void theTagDialogLooksAsMlflowWould();
    void aRunIsRenamed();
    void theTagOfTheNameIsTheName();
    void notesAreWrittenWithAPreview();
    void notesOfARunThatIsLeftAreKept();
    void notesKeepTheirBasis();
    void deletedRunsAreNotChanged();
    void whatWaitsIsMarked();
    void theModelOfPropertiesHoldsUp();
    void theOutboxOffersWhatCanBeDone_data();
    void theOutboxOffersWhatCanBeDone();
};

void TestEditing::aTagIsEditedInItsPlace() {
    Bench bench;
    bench.inspector().setRuns(runs(1));
    bench.inspector().showTab(Inspector::Tab::Tags);
    KeyValueTable& table = bench.tags();
    table.setCurrentIndex(table.model()->index(0, 0));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_F2);
    auto* field = table.viewport()->findChild<QLineEdit*>();
    QVERIFY(field != nullptr);
    QCOMPARE(field->text(), QStringLiteral("vision"));
    field->setText(QStringLiteral("audio"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(bench.decided());
    const std::vector<Change> changes = bench.take();
    QCOMPARE(changes.size(), 1U);
    QVERIFY(changes.front() ==
            (Change{{PlaceKind::RunTag, "id-0", "team", ""}, "audio", "vision"}));
    QCOMPARE(changes.front().place.folder, std::string("1/id-0"));
    QVERIFY(bench.words().contains(QStringLiteral("team")));
    // A key by which nothing changes decides nothing.
    QTRY_VERIFY(table.viewport()->findChild<QLineEdit*>() == nullptr);
    QTest::keyClick(&table, Qt::Key_F2);
    QTest::keyClick(table.viewport()->findChild<QLineEdit*>(), Qt::Key_Return);
    QTRY_VERIFY(table.viewport()->findChild<QLineEdit*>() == nullptr);
    QVERIFY(bench.take().empty());
}

void TestEditing::rowsStayWhileAValueIsTyped() {
    Bench bench;
    bench.inspector().setRuns(runs(1));
    bench.inspector().showTab(Inspector::Tab::Tags);
    KeyValueTable& table = bench.tags();
    table.setCurrentIndex(table.model()->index(0, 0));
    QTest::keyClick(&table, Qt::Key_F2);
    // The store is read again meanwhile, and somebody else has changed the tag.
    auto later = runs(1);
    later->runs.front().run.tags.front().value = "theirs";
    bench.inspector().setRuns(later);
    auto* field = table.viewport()->findChild<QLineEdit*>();
    QVERIFY(field != nullptr);
    field->setText(QStringLiteral("mine"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(bench.decided());
    // What was seen is what counts: the store will tell the conflict.
    QCOMPARE(*bench.take().front().basis, std::string("vision"));
    QTRY_COMPARE(table.model()->index(0, 1).data().toString(), QStringLiteral("theirs"));
}

void TestEditing::longValuesGetADialog() {
    Bench bench;
    auto selected = runs(1);
    selected->runs.front().run.tags.front().value = "two\nlines";
    bench.inspector().setRuns(selected);
    bench.inspector().showTab(Inspector::Tab::Tags);
    KeyValueTable& table = bench.tags();
    table.setCurrentIndex(table.model()->index(0, 0));
    QTest::keyClick(&table, Qt::Key_F2);
    auto* dialog = bench.inspector().findChild<TagDialog*>();
    QVERIFY(dialog != nullptr);
    auto* value = dialog->findChild<QPlainTextEdit*>(QStringLiteral("tagValue"));
    QCOMPARE(value->toPlainText(), QStringLiteral("two\nlines"));
    value->setPlainText(QStringLiteral("three\nlines"));
    QTest::keyClick(value, Qt::Key_Return, Qt::ControlModifier);
    const std::vector<Change> changes = bench.take();
    QCOMPARE(changes.size(), 1U);
    QCOMPARE(*changes.front().wanted, std::string("three\nlines"));
    QCOMPARE(*changes.front().basis, std::string("two\nlines"));
}

void TestEditing::tagsAreDeletedByKey() {
    Bench bench;
    bench.inspector().setRuns(runs(1));
    bench.inspector().showTab(Inspector::Tab::Tags);
    KeyValueTable& table = bench.tags();
    table.setCurrentIndex(table.model()->index(0, 0));
    QTest::keyClick(&table, Qt::Key_Delete);
    QVERIFY(bench.take().front() ==
            (Change{{PlaceKind::RunTag, "id-0", "team", ""}, {}, "vision"}));
}

void TestEditing::severalRunsGetATag() {
    Bench bench;
    bench.inspector().setRuns(runs(3));
    bench.editor().addTag();
    auto* dialog = bench.inspector().findChild<TagDialog*>();
    QVERIFY(
        dialog->findChild<QLabel*>(QStringLiteral("tagWords"))->text().contains(QLatin1Char('3')));
    dialog->findChild<QLineEdit*>(QStringLiteral("tagKey"))->setText(QStringLiteral("seed"));
    dialog->findChild<QPlainTextEdit*>(QStringLiteral("tagValue"))
        ->setPlainText(QStringLiteral("1"));
    QVERIFY(!dialog->findChild<QLabel*>(QStringLiteral("tagNote"))->text().isEmpty());
    dialog->findChild<QPushButton*>(QStringLiteral("tagSave"))->click();
    // The second run has this very tag: nothing is to be done for it.
    const std::vector<Change> changes = bench.take();
    QCOMPARE(changes.size(), 2U);
    QCOMPARE(changes[0].place.owner, std::string("id-0"));
    QCOMPARE(changes[1].place.owner, std::string("id-2"));
    QVERIFY(!changes[0].basis && changes[0].wanted == "1");
}

void TestEditing::theTagDialogLooksAsMlflowWould() {
    TagDialog dialog({QStringLiteral("run"), 1, 1, {}}, nullptr);
    auto* key = dialog.findChild<QLineEdit*>(QStringLiteral("tagKey"));
    auto* value = dialog.findChild<QPlainTextEdit*>(QStringLiteral("tagValue"));
    auto* note = dialog.findChild<QLabel*>(QStringLiteral("tagNote"));
    auto* save = dialog.findChild<QPushButton*>(QStringLiteral("tagSave"));
    QSignalSpy entered(&dialog, &TagDialog::tagEntered);
    QVERIFY(!save->isEnabled());
    key->setText(QStringLiteral("a*b"));
    QVERIFY(!save->isEnabled());
    QVERIFY(note->text().contains(QStringLiteral("letters")));
    QTest::keyClick(value, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(entered.count(), 0);
    key->setText(QStringLiteral("mlflow.user"));
    QVERIFY(save->isEnabled());
    QVERIFY(note->text().contains(QStringLiteral("MLflow itself")));
    value->setPlainText(QString(8001, u'x'));
    QVERIFY(!save->isEnabled());
    value->setPlainText(QString(8000, u'x'));
    key->setText(QStringLiteral("team"));
    QVERIFY(save->isEnabled());
    QVERIFY(note->text().isEmpty());
}

void TestEditing::aRunIsRenamed() {
    Bench bench;
    bench.inspector().setRuns(runs(1));
    bench.editor().rename();
    auto* dialog = bench.inspector().findChild<NameDialog*>();
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("nameEdit"));
    QCOMPARE(name->selectedText(), QStringLiteral("run-0"));
    name->clear();
    QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("nameSave"))->isEnabled());
    name->setText(QStringLiteral("better"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(bench.take().front() ==
            (Change{{PlaceKind::RunName, "id-0", "", ""}, "better", "run-0"}));
    bench.inspector().setRuns(runs(2));
    QVERIFY(!bench.editor().isSingle());
}

void TestEditing::theTagOfTheNameIsTheName() {
    Bench bench;
    bench.inspector().setRuns(runs(1));
    bench.editor().setTag(QStringLiteral("mlflow.runName"), QStringLiteral("better"));
    QCOMPARE(bench.take().front().place.kind, PlaceKind::RunName);
    bench.editor().deleteTags({QStringLiteral("mlflow.runName")});
    QVERIFY(bench.take().empty());
}

void TestEditing::notesAreWrittenWithAPreview() {
    Bench bench;
    bench.inspector().setRuns(runs(1));
    bench.inspector().editNotes();
    QCOMPARE(bench.inspector().currentTab(), Inspector::Tab::Notes);
    auto* source = bench.child<QPlainTextEdit>("notesSource");
    source->setPlainText(QStringLiteral("# Title\n\n*words*"));
    bench.child<QPushButton>("notesToggle")->click();
    QCOMPARE(bench.child<QTextBrowser>("notesPreview")->toPlainText(),
             QStringLiteral("Title\nwords"));
    QTest::keyClick(bench.child<QTextBrowser>("notesPreview"), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!bench.notes().isEditing());
    QVERIFY(
        bench.take().front() ==
        (Change{{PlaceKind::RunTag, "id-0", "mlflow.note.content", ""}, "# Title\n\n*words*", {}}));
    bench.inspector().editNotes();
    source->setPlainText(QStringLiteral("not this"));
    QTest::keyClick(source, Qt::Key_Escape);
    QVERIFY(!bench.notes().isEditing());
    QVERIFY(bench.take().empty());
}

void TestEditing::notesOfARunThatIsLeftAreKept() {
    Bench bench;
    bench.inspector().setRuns(runs(1));
    bench.inspector().editNotes();
    bench.child<QPlainTextEdit>("notesSource")->setPlainText(QStringLiteral("kept"));
    auto other = runs(2);
    other->runs.erase(other->runs.begin());
    other->selected = 1;
    bench.inspector().setRuns(other);
    const std::vector<Change> changes = bench.take();
    QCOMPARE(changes.size(), 1U);
    QCOMPARE(changes.front().place.owner, std::string("id-0"));
    QCOMPARE(*changes.front().wanted, std::string("kept"));
    QVERIFY(!bench.notes().isEditing());
}

/// The store is read again while somebody writes: the text stays, and so does what it began from.
void TestEditing::notesKeepTheirBasis() {
    Bench bench;
    auto before = runs(1);
    before->runs.front().run.tags.insert(before->runs.front().run.tags.begin(),
                                         {"mlflow.note.content", "first"});
    bench.inspector().setRuns(before);
    bench.inspector().editNotes();
    auto* source = bench.child<QPlainTextEdit>("notesSource");
    source->setPlainText(QStringLiteral("mine"));
    auto after = runs(1);
    after->runs.front().run.tags.insert(after->runs.front().run.tags.begin(),
                                        {"mlflow.note.content", "theirs"});
    bench.inspector().setRuns(after);
    QVERIFY(bench.notes().isEditing());
    QCOMPARE(source->toPlainText(), QStringLiteral("mine"));
    QTest::keyClick(source, Qt::Key_Return, Qt::ControlModifier);
    const Change change = bench.take().front();
    QCOMPARE(*change.basis, std::string("first"));
    QCOMPARE(*change.wanted, std::string("mine"));
}

void TestEditing::deletedRunsAreNotChanged() {
    Bench bench;
    auto selected = runs(1);
    selected->runs.front().run.lifecycle = domain::Lifecycle::Deleted;
    bench.inspector().setRuns(selected);
    QVERIFY(!bench.editor().canEdit());
    bench.inspector().showTab(Inspector::Tab::Tags);
    KeyValueTable& table = bench.tags();
    table.setCurrentIndex(table.model()->index(0, 0));
    QTest::keyClick(&table, Qt::Key_F2);
    QTest::keyClick(&table, Qt::Key_Delete);
    QVERIFY(table.viewport()->findChild<QLineEdit*>() == nullptr);
    QVERIFY(bench.take().empty());
}

void TestEditing::whatWaitsIsMarked() {
    Bench bench;
    auto selected = runs(1);
    auto edits = std::make_shared<session::Edits>();
    edits->add({4}, waiting("team", {{PlaceKind::RunTag, "id-0", "team", ""}, "audio", "vision"}));
    edits->add({4}, waiting("gone", {{PlaceKind::RunTag, "id-0", "gone", ""}, {}, "x"}));
    selected->edits = edits;
    edits->apply(selected->runs.front());
    bench.inspector().setRuns(selected);
    bench.inspector().showTab(Inspector::Tab::Tags);
    const QAbstractItemModel& model = *bench.tags().model();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("gone"));
    QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("audio"));
    for (int row = 0; row < 2; ++row)
        QCOMPARE(model.index(row, 1).data(KeyValueModel::MarkRole).toString(),
                 QStringLiteral("clock"));
    QVERIFY(model.index(1, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Waiting")));
    auto* line = bench.child<QLabel>("inspectorEdits");
    QVERIFY(line->isVisible());
    QVERIFY(line->text().contains(QStringLiteral("Waiting")));
    bench.inspector().setRuns(runs(1));
    QVERIFY(!line->isVisible());
}

void TestEditing::theModelOfPropertiesHoldsUp() {
    KeyValueModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    KeyValueRow editable;
    editable.key = QStringLiteral("team");
    editable.values = {QStringLiteral("vision")};
    editable.editable = true;
    KeyValueRow fixed = editable;
    fixed.editable = false;
    model.setGroups({{QStringLiteral("Head"), {editable, fixed}}});
    QSignalSpy edited(&model, &KeyValueModel::edited);
    QVERIFY(!model.setData(model.index(0, 1), QStringLiteral("x"), Qt::EditRole));
    QVERIFY(!model.setData(model.index(2, 1), QStringLiteral("x"), Qt::EditRole));
    QVERIFY(!model.setData(model.index(1, 0), QStringLiteral("x"), Qt::EditRole));
    QCOMPARE(edited.count(), 0);
    QVERIFY(model.setData(model.index(1, 1), QStringLiteral("audio"), Qt::EditRole));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.front().at(1).toString(), QStringLiteral("audio"));
    QCOMPARE(edited.front().at(2).toString(), QStringLiteral("vision"));
}

void TestEditing::theOutboxOffersWhatCanBeDone_data() {
    QTest::addColumn<DecisionState>("state");
    QTest::addColumn<bool>("again");
    QTest::addColumn<bool>("mine");
    QTest::addColumn<bool>("discard");
    QTest::addRow("waiting") << DecisionState::Waiting << true << false << true;
    QTest::addRow("writing") << DecisionState::Writing << false << false << false;
    QTest::addRow("here only") << DecisionState::LocalOnly << true << false << true;
    QTest::addRow("refused") << DecisionState::Failed << true << false << true;
    QTest::addRow("conflict") << DecisionState::Conflict << false << true << true;
}

void TestEditing::theOutboxOffersWhatCanBeDone() {
    QFETCH(DecisionState, state);
    QFETCH(bool, again);
    QFETCH(bool, mine);
    QFETCH(bool, discard);
    OutboxDialog dialog([](const Decision&) { return QStringLiteral("trial"); },
                        [](const Decision&) { return QStringLiteral("lab"); }, nullptr);
    Decision decision = waiting("team", {{PlaceKind::RunTag, "r", "team", ""}, "mine", "before"});
    decision.entryNo = 9;
    decision.state = state;
    decision.found = "theirs";
    dialog.setDecisions({decision});
    dialog.show();
    const auto button = [&](const char* name) {
        return dialog.findChild<QPushButton*>(QLatin1String(name));
    };
    QCOMPARE(button("outboxAgain")->isEnabled(), again);
    QCOMPARE(button("outboxMine")->isVisible(), mine);
    QCOMPARE(button("outboxDiscard")->isEnabled(), discard);
    QSignalSpy discarded(&dialog, &OutboxDialog::discardRequested);
    QSignalSpy kept(&dialog, &OutboxDialog::keepMineRequested);
    QSignalSpy tried(&dialog, &OutboxDialog::tryAgainRequested);
    button("outboxDiscard")->click();
    button("outboxAgain")->click();
    button("outboxMine")->click();
    QCOMPARE(discarded.count(), discard ? 1 : 0);
    QCOMPARE(tried.count(), again ? 1 : 0);
    if (mine) {
        QCOMPARE(kept.front().at(0).value<std::int64_t>(), std::int64_t{9});
        const QString words = dialog.findChild<QLabel*>(QStringLiteral("outboxSentence"))->text();
        for (const char* text : {"mine", "theirs", "before"})
            QVERIFY(words.contains(QLatin1String(text)));
    }
    dialog.setDecisions({});
    QVERIFY(!dialog.findChild<QTreeView*>()->isVisible());
}

QTEST_MAIN(TestEditing)
#include "tst_editing.moc"
