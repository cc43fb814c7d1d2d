// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace podium::views {

class EmptyState;
class NotesView;

/// A run's description: rendered, or its Markdown source to be written, with a preview. What was
/// typed is not lost when another run is selected: it is saved then. Lives on the UI thread.
class NotesPage : public QWidget {
    Q_OBJECT
public:
    explicit NotesPage(QWidget* parent = nullptr);

    /// The description of a run, "" where it has none. While it is being edited the text of the
    /// same run stays as it was typed.
    void setNotes(base::RunNo run, const QString& markdown, bool editable);
    /// Starts writing; nothing happens for runs that can't be changed.
    void edit();
    /// Saves what is being written of any other run than this one.
    void leave(base::RunNo next);
    [[nodiscard]] bool isEditing() const;

Q_SIGNALS:
    /// `before` is what stood there when the writing began.
    void notesEdited(podium::base::RunNo run, const QString& markdown, const QString& before);

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

    base::RunNo m_run;
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
