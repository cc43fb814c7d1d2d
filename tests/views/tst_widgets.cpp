// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/keyvaluetable.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/rail.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/taskhistory.h"
#include "views/widgets/taskswidget.h"

#include "base/error.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

using namespace podium;
using namespace podium::views;

namespace {

/// A window with a search field and something else that can have the focus.
struct Window {
    Window() {
        auto* layout = new QVBoxLayout(&widget);
        layout->addWidget(field);
        layout->addWidget(other);
        layout->addStretch();
        widget.resize(900, 500);
        widget.show();
    }
    [[nodiscard]] bool ready() {
        if (!QTest::qWaitForWindowExposed(&widget))
            return false;
        widget.activateWindow();
        field->edit()->setFocus();
        return QTest::qWaitFor([this] { return field->edit()->hasFocus(); });
    }
    QWidget widget;
    SearchField* field = new SearchField(&widget);
    QPushButton* other = new QPushButton(QStringLiteral("other"), &widget);
};

Completion twoKeys(const QString& text, int cursor) {
    const qsizetype start = text.lastIndexOf(QLatin1Char(' '), cursor - 1) + 1;
    return {static_cast<int>(start),
            static_cast<int>(cursor - start),
            {{QStringLiteral("metrics.val_loss"), QStringLiteral("metric")},
             {QStringLiteral("metrics.acc"), QStringLiteral("metric")}}};
}

QVector<KeyValueGroup> someGroups() {
    using Tone = KeyValueRow::Tone;
    return {{QStringLiteral("Different"),
             {{QStringLiteral("lr"),
               {QStringLiteral("1e-3"), QStringLiteral("3e-4")},
               {},
               {},
               Tone::Plain},
              {QStringLiteral("note"), {QStringLiteral("a\nb"), {}}, {}, {}, Tone::Plain}}},
            {QStringLiteral("The same"),
             {{QStringLiteral("seed"),
               {QStringLiteral("3"), QStringLiteral("3")},
               {},
               QStringLiteral("go"),
               Tone::Good}}}};
}

}  // namespace

class TestWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filterIsToldOnceAfterTyping() {
        Window w;
        QVERIFY(w.ready());
        QSignalSpy edited(w.field, &SearchField::filterEdited);
        QTest::keyClicks(w.field->edit(), QStringLiteral("status"));
        QCOMPARE(edited.count(), 0);
        QTRY_COMPARE(edited.count(), 1);
        QCOMPARE(edited.constFirst().constFirst().toString(), QStringLiteral("status"));
    }

    void aWholeFilterIsToldAtOnce() {
        Window w;
        QVERIFY(w.ready());
        w.field->setWholeTest([](const QString& text) { return !text.endsWith(QLatin1Char('<')); });
        QSignalSpy edited(w.field, &SearchField::filterEdited);
        QTest::keyClicks(w.field->edit(), QStringLiteral("lr"));
        QCOMPARE(edited.count(), 2);
        QTest::keyClicks(w.field->edit(), QStringLiteral("<"));
        QCOMPARE(edited.count(), 2);
        QTest::keyClicks(w.field->edit(), QStringLiteral("1"));
        QCOMPARE(edited.count(), 3);
        QCOMPARE(edited.constLast().constFirst().toString(), QStringLiteral("lr<1"));
        QTest::qWait(2 * SearchField::DebounceMs);
        QCOMPARE(edited.count(), 3);
    }

    void enterTellsAtOnce() {
        Window w;
        QVERIFY(w.ready());
        QSignalSpy edited(w.field, &SearchField::filterEdited);
        QSignalSpy accepted(w.field, &SearchField::filterAccepted);
        QTest::keyClicks(w.field->edit(), QStringLiteral("a = 1"));
        QTest::keyClick(w.field->edit(), Qt::Key_Return);
        QTest::keyClick(w.field->edit(), Qt::Key_Return);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(accepted.count(), 2);
        QTest::qWait(2 * SearchField::DebounceMs);
        QCOMPARE(edited.count(), 1);
    }

    void escapeClears() {
        Window w;
        QVERIFY(w.ready());
        w.field->setText(QStringLiteral("a = 1"));
        QSignalSpy edited(w.field, &SearchField::filterEdited);
        QTest::keyClick(w.field->edit(), Qt::Key_Escape);
        QCOMPARE(w.field->text(), QString());
        QCOMPARE(edited.count(), 1);
        QVERIFY(w.field->findChild<QToolButton*>(QStringLiteral("filterClear"))->isHidden());
    }

    void setTextTellsOnce() {
        SearchField field;
        QSignalSpy edited(&field, &SearchField::filterEdited);
        field.setText(QStringLiteral("a = 1"));
        field.setText(QStringLiteral("a = 1"));
        QTest::qWait(2 * SearchField::DebounceMs);
        QCOMPARE(edited.count(), 1);
    }

    void faultIsSaidBelowTheField() {
        Window w;
        QVERIFY(w.ready());
        w.field->setText(QStringLiteral("a ="));
        w.field->setFault(2, 1, QStringLiteral("Expected a value."));
        auto* label = w.widget.findChild<QLabel*>(QStringLiteral("filterFault"));
        QVERIFY(label != nullptr && label->isVisible());
        QCOMPARE(label->text(), QStringLiteral("Expected a value."));
        QCOMPARE(w.field->edit()->accessibleDescription(), QStringLiteral("Expected a value."));
        w.other->setFocus();
        QTRY_VERIFY(!label->isVisible());
        w.field->edit()->setFocus();
        QTRY_VERIFY(label->isVisible());
        QTest::keyClicks(w.field->edit(), QStringLiteral("1"));
        QVERIFY(!label->isVisible());
        QVERIFY(w.field->faultText().isEmpty());
        QVERIFY(!w.field->edit()->hasFault());
    }

    void spansColourTheText() {
        Window w;
        QVERIFY(w.ready());
        w.field->setText(QStringLiteral("MMMMMMMM"));
        w.other->setFocus();
        QTRY_VERIFY(!w.field->edit()->hasFocus());
        const auto accentPixels = [&] {
            const QImage image = w.field->edit()->grab().toImage();
            const QColor wanted = colors(w.widget.palette()).ok;
            int found = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    found += image.pixelColor(x, y) == wanted ? 1 : 0;
            }
            return found;
        };
        QCOMPARE(accentPixels(), 0);
        w.field->setSpans(QStringLiteral("older text"), {{0, 8, SpanKind::Text}});
        QCOMPARE(accentPixels(), 0);
        w.field->setSpans(QStringLiteral("MMMMMMMM"), {{0, 8, SpanKind::Text}});
        QVERIFY(accentPixels() > 0);
    }

    void spansDoNotDisturbTyping() {
        Window w;
        QVERIFY(w.ready());
        QTest::keyClicks(w.field->edit(), QStringLiteral("abc"));
        w.field->setSpans(QStringLiteral("abc"), {{0, 3, SpanKind::Key}});
        w.field->edit()->setCursorPosition(1);
        QTest::keyClicks(w.field->edit(), QStringLiteral("X"));
        QCOMPARE(w.field->text(), QStringLiteral("aXbc"));
        QCOMPARE(w.field->edit()->cursorPosition(), 2);
        w.field->edit()->undo();
        QCOMPARE(w.field->text(), QStringLiteral("abc"));
        w.field->edit()->setSelection(0, 2);
        w.field->setSpans(QStringLiteral("abc"), {{1, 90, SpanKind::Key}});
        QCOMPARE(w.field->edit()->selectedText(), QStringLiteral("ab"));
    }

    void completionReplacesTheWord() {
        Window w;
        QVERIFY(w.ready());
        w.field->setCompletionProvider(twoKeys);
        QTest::keyClicks(w.field->edit(), QStringLiteral("NOT met"));
        auto* list = w.widget.findChild<QListWidget*>(QStringLiteral("completionList"));
        QVERIFY(list != nullptr && list->isVisible());
        QCOMPARE(list->count(), 2);
        QTest::keyClick(w.field->edit(), Qt::Key_Down);
        QTest::keyClick(w.field->edit(), Qt::Key_Tab);
        QCOMPARE(w.field->text(), QStringLiteral("NOT metrics.acc"));
        QVERIFY(!list->isVisible());
        QVERIFY(w.field->edit()->hasFocus());
    }

    void escapeClosesTheCompletionFirst() {
        Window w;
        QVERIFY(w.ready());
        w.field->setCompletionProvider(twoKeys);
        QTest::keyClicks(w.field->edit(), QStringLiteral("met"));
        QTest::keyClick(w.field->edit(), Qt::Key_Escape);
        QCOMPARE(w.field->text(), QStringLiteral("met"));
        QTest::keyClick(w.field->edit(), Qt::Key_Escape);
        QCOMPARE(w.field->text(), QString());
    }

    void railIsExclusive() {
        Rail rail;
        rail.addPlace(0, QStringLiteral("list"), QStringLiteral("Runs"));
        rail.addPlace(2, QStringLiteral("box"), QStringLiteral("Models"));
        QCOMPARE(rail.current(), 0);
        QSignalSpy activated(&rail, &Rail::activated);
        rail.setCurrent(2);
        QCOMPARE(activated.count(), 0);
        QCOMPARE(rail.current(), 2);
        rail.place(0)->click();
        QCOMPARE(activated.constFirst().constFirst().toInt(), 0);
        QVERIFY(!rail.place(2)->isChecked());
        rail.place(2)->toggle();  // as a screen reader does
        QCOMPARE(activated.count(), 2);
        QCOMPARE(activated.constLast().constFirst().toInt(), 2);
        rail.place(2)->setBadge(3, QStringLiteral("3 problems"));
        QCOMPARE(rail.place(2)->accessibleDescription(), QStringLiteral("3 problems"));
        rail.place(2)->setBadge(0, QStringLiteral("x"));
        QVERIFY(rail.place(2)->accessibleDescription().isEmpty());
    }

    void messageBarSaysTheError() {
        MessageBar bar;
        QVERIFY(bar.isHidden());
        bar.showError({base::ErrorCode::PathNotFound, {"/no/such"}});
        QVERIFY(!bar.isHidden());
        QVERIFY(bar.text().contains(QLatin1String("/no/such")));
        bar.addAction(QStringLiteral("Retry"));
        bar.findChild<QToolButton*>(QStringLiteral("messageCopyButton"))->click();
        QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("path-not-found")));
        bar.showMessage(MessageBar::Kind::Info, QStringLiteral("<b>plain</b>"));
        QCOMPARE(bar.text(), QStringLiteral("<b>plain</b>"));
        QTRY_VERIFY(bar.findChildren<QPushButton*>().isEmpty());
        QSignalSpy closed(&bar, &MessageBar::closed);
        bar.findChild<QToolButton*>(QStringLiteral("messageCloseButton"))->click();
        QCOMPARE(closed.count(), 1);
        QVERIFY(bar.isHidden());
    }

    void keyValueModelHolds() {
        KeyValueModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setGroups(someGroups());
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.columnCount(), 3);
        QVERIFY(model.isHead(0) && model.isHead(3) && !model.isHead(1));
        QCOMPARE(model.index(2, 1).data().toString(), QStringLiteral("a\u240ab"));
        model.setFilter(QStringLiteral("SEED"));
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(QStringLiteral("nothing"));
        QCOMPARE(model.rowCount(), 0);
        model.setGroups({});
        QCOMPARE(model.rowCount(), 0);
    }

    void keyValueTableCopiesWholeTexts() {
        KeyValueTable table;
        table.setGroups(someGroups());
        QCOMPARE(table.copyText(), QStringLiteral("lr\t1e-3\t3e-4\nnote\ta\nb\t\nseed\t3\t3"));
        table.setCurrentIndex(table.model()->index(4, 0));
        QCOMPARE(table.copyText(), QStringLiteral("seed\t3\t3"));
        QSignalSpy link(&table, &KeyValueTable::linkActivated);
        table.show();
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(link.count(), 1);
        QCOMPARE(link.constFirst().constFirst().toString(), QStringLiteral("go"));
    }

    void keyValueTableTakesManyRows() {
        KeyValueGroup group{QStringLiteral("Params"), {}};
        for (int i = 0; i < 12000; ++i)
            group.rows.append(
                {QString::number(i), {QString::number(i)}, {}, {}, KeyValueRow::Tone::Plain});
        KeyValueTable table;
        table.resize(304, 600);
        table.show();
        QElapsedTimer timer;
        timer.start();
        table.setGroups({group});
        table.grab();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void timeLeft_data() {
        QTest::addColumn<qint64>("elapsed");
        QTest::addColumn<qint64>("done");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("left");
        QTest::newRow("too early") << qint64{1999} << qint64{5} << qint64{10} << qint64{-1};
        QTest::newRow("nothing done") << qint64{5000} << qint64{0} << qint64{10} << qint64{-1};
        QTest::newRow("no total") << qint64{5000} << qint64{5} << qint64{0} << qint64{-1};
        QTest::newRow("half") << qint64{5000} << qint64{5} << qint64{10} << qint64{5000};
        QTest::newRow("more than all") << qint64{5000} << qint64{11} << qint64{10} << qint64{0};
    }
    void timeLeft() {
        QFETCH(qint64, elapsed);
        QFETCH(qint64, done);
        QFETCH(qint64, total);
        QTEST(remainingMs(elapsed, done, total), "left");
    }

    void tasksShowTheNewestAndKeepAHistory() {
        TasksWidget tasks;
        tasks.show();
        QSignalSpy cancelled(&tasks, &TasksWidget::cancelRequested);
        tasks.setTask(
            {QStringLiteral("a"), QStringLiteral("mlruns"), QStringLiteral("1 of 2"), 1, 2, true});
        tasks.setTask(
            {QStringLiteral("b"), QStringLiteral("lab"), QStringLiteral("5 of 9"), 5, 9, true});
        QCOMPARE(tasks.runningCount(), 2);
        QCOMPARE(tasks.shownText(), QStringLiteral("5 of 9"));
        tasks.findChild<QToolButton*>(QStringLiteral("taskCancelButton"))->click();
        QCOMPARE(cancelled.constFirst().constFirst().toString(), QStringLiteral("b"));
        tasks.finishTask(QStringLiteral("b"), TaskOutcome::Cancelled);
        QCOMPARE(tasks.shownText(), QStringLiteral("1 of 2"));
        tasks.finishTask(QStringLiteral("a"), TaskOutcome::Done, QStringLiteral("2 runs in 3 s"));
        QCOMPARE(tasks.runningCount(), 0);
        QCOMPARE(tasks.history()->lines(), QStringList({QStringLiteral("lab: Cancelled"),
                                                        QStringLiteral("mlruns: 2 runs in 3 s")}));
        QVERIFY(tasks.findChild<QToolButton*>(QStringLiteral("taskCancelButton"))->isHidden());
        for (int i = 0; i < 40; ++i) {
            const QString id = QString::number(i);
            tasks.setTask({id, id, {}, 0, 0, false});
            tasks.finishTask(id, TaskOutcome::Done);
        }
        QVERIFY(tasks.history()->count() <= 13);
    }

    void elidedLabelGivesWay() {
        ElidedLabel label(QString(10000, QLatin1Char('x')));
        QVERIFY(label.sizeHint().width() <= 4001);
        QVERIFY(label.minimumSizeHint().width() < 100);
        label.resize(100, 20);
        QVERIFY(label.isElided());
        label.setText(QStringLiteral("x"));
        QVERIFY(!label.isElided());
        QCOMPARE(label.accessibleName(), QStringLiteral("x"));
    }

    void emptyStateHasAButton() {
        EmptyState empty;
        empty.setContent(QStringLiteral("box"), QStringLiteral("No models"), QStringLiteral("Why"));
        QSignalSpy clicked(empty.addButton(QStringLiteral("Sync"), true), &QPushButton::clicked);
        empty.findChild<QPushButton*>()->click();
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(empty.accessibleName(), QStringLiteral("No models"));
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    Theme theme(app, ThemeChoice::Light);
    TestWidgets test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_widgets.moc"
