// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace podium::views {

class EmptyState;
class NotesView;

/// A description, of a run or of something else: rendered, or its Markdown source to be written,
/// with a preview. What was typed is not lost when another thing is selected: it is saved then.
/// Things are told apart by a number of the owner's. Lives on the UI thread.
class NotesPage : public QWidget {
    Q_OBJECT
public:
    explicit NotesPage(QWidget* parent = nullptr);

    /// What is said where there is none, and in the empty editor.
    void setWords(const QString& title, const QString& text, const QString& placeholder);
    /// The description of a thing, "" where it has none. While it is being edited the text of the
    /// same thing stays as it was typed.
    void setNotes(qint64 subject, const QString& markdown, bool editable);
    /// Starts writing; nothing happens for what can't be changed.
    void edit();
    /// Saves what is being written of any other thing than this one.
    void leave(qint64 next);
    [[nodiscard]] bool isEditing() const;

Q_SIGNALS:
    /// `before` is what stood there when the writing began.
    void notesEdited(qint64 subject, const QString& markdown, const QString& before);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeViewer();
    QWidget* makeEditor();
    void save();
    void cancel();
    void check();
    void showPreview(bool preview);
    void showNotes();

    qint64 m_subject = 0;
    QString m_markdown;
    QString m_before;
    bool m_editable = false;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QPushButton* m_write;
    NotesView* m_view;
    QToolButton* m_edit;
    QStackedWidget* m_sides;
    QPlainTextEdit* m_source;
    NotesView* m_preview;
    QPushButton* m_toggle;
    QLabel* m_fault;
    QPushButton* m_save;
};

}  // namespace podium::views
