// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/run/notespage.h"

#include "session/tagrules.h"
#include "views/run/notesview.h"
#include "views/text/text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium::views {

namespace {

enum Page { Empty, Viewer, Editor };

}  // namespace

NotesPage::NotesPage(QWidget* parent)
    : QWidget(parent),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_view(new NotesView(this)),
      m_edit(new QToolButton(this)),
      m_sides(new QStackedWidget(this)),
      m_source(new QPlainTextEdit(this)),
      m_preview(new NotesView(this)),
      m_toggle(new QPushButton(this)),
      m_fault(new QLabel(this)),
      m_save(new QPushButton(tr("&Save"), this)) {
    setObjectName(QStringLiteral("notesPage"));
    m_write = m_empty->addButton(tr("Write Notes"));
    m_write->setObjectName(QStringLiteral("notesWrite"));
    m_stack->insertWidget(Empty, m_empty);
    m_stack->insertWidget(Viewer, makeViewer());
    m_stack->insertWidget(Editor, makeEditor());
    setWords(tr("No notes"), tr("What is written in MLflow as a run's description is shown here."),
             tr("What this run is about, in Markdown"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_write, &QPushButton::clicked, this, &NotesPage::edit);
    connect(m_edit, &QToolButton::clicked, this, &NotesPage::edit);
    showNotes();
}

QWidget* NotesPage::makeViewer() {
    auto* page = new QWidget(this);
    m_view->setObjectName(QStringLiteral("inspectorNotes"));
    m_view->setAccessibleName(tr("Notes"));
    m_edit->setObjectName(QStringLiteral("notesEdit"));
    m_edit->setIcon(icon(u"pencil"));
    m_edit->setText(tr("Edit"));
    m_edit->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_edit->setToolTip(tr("Edit the description"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::Gap, metrics::Unit, metrics::Gap, 0);
    bar->addStretch(1);
    bar->addWidget(m_edit);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    return page;
}

QWidget* NotesPage::makeEditor() {
    auto* page = new QWidget(this);
    m_source->setObjectName(QStringLiteral("notesSource"));
    m_source->setAccessibleName(tr("Description, in Markdown"));
    m_source->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_source->setTabChangesFocus(true);
    m_source->installEventFilter(this);
    m_preview->setObjectName(QStringLiteral("notesPreview"));
    m_preview->setAccessibleName(tr("Preview of the description"));
    m_preview->installEventFilter(this);
    m_sides->addWidget(m_source);
    m_sides->addWidget(m_preview);
    m_toggle->setObjectName(QStringLiteral("notesToggle"));
    m_toggle->setText(tr("&Preview"));
    m_toggle->setCheckable(true);
    m_fault->setObjectName(QStringLiteral("notesFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_save->setObjectName(QStringLiteral("notesSave"));
    m_save->setToolTip(tr("Ctrl+Enter"));
    setPrimary(m_save);
    auto* cancelButton = new QPushButton(tr("Cancel"), page);
    cancelButton->setObjectName(QStringLiteral("notesCancel"));
    auto* bar = new QHBoxLayout;
    bar->setSpacing(metrics::Gap);
    bar->addWidget(m_toggle);
    bar->addStretch(1);
    bar->addWidget(cancelButton);
    bar->addWidget(m_save);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::Gap, metrics::Gap, metrics::Gap, metrics::Gap);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(m_sides, 1);
    layout->addWidget(m_fault);
    layout->addLayout(bar);
    connect(m_toggle, &QPushButton::toggled, this, &NotesPage::showPreview);
    connect(m_save, &QPushButton::clicked, this, &NotesPage::save);
    connect(cancelButton, &QPushButton::clicked, this, &NotesPage::cancel);
    connect(m_source, &QPlainTextEdit::textChanged, this, &NotesPage::check);
    return page;
}

bool NotesPage::isEditing() const {
    return m_stack->currentIndex() == Editor;
}

void NotesPage::setWords(const QString& title, const QString& text, const QString& placeholder) {
    m_empty->setContent(QStringLiteral("message-square"), title, text);
    m_source->setPlaceholderText(placeholder);
}

void NotesPage::setNotes(qint64 subject, const QString& markdown, bool editable) {
    leave(subject);
    m_subject = subject;
    m_markdown = markdown;
    m_editable = editable;
    if (!isEditing())
        showNotes();
}

void NotesPage::leave(qint64 next) {
    if (next != m_subject && isEditing())
        save();
}

void NotesPage::showNotes() {
    m_view->setNotes(m_markdown);
    m_write->setVisible(m_editable);
    m_edit->setEnabled(m_editable);
    m_stack->setCurrentIndex(m_markdown.isEmpty() ? Empty : Viewer);
}

void NotesPage::edit() {
    if (!m_editable || isEditing())
        return;
    m_before = m_markdown;
    m_source->setPlainText(m_markdown);
    m_toggle->setChecked(false);
    m_stack->setCurrentIndex(Editor);
    m_source->moveCursor(QTextCursor::End);
    m_source->setFocus();
    check();
}

void NotesPage::showPreview(bool preview) {
    if (preview)
        m_preview->setNotes(m_source->toPlainText());
    m_sides->setCurrentIndex(preview ? 1 : 0);
    m_toggle->setText(preview ? tr("&Source") : tr("&Preview"));
    (preview ? static_cast<QWidget*>(m_preview) : m_source)->setFocus();
}

void NotesPage::check() {
    const bool tooLong = session::faultOfValue(m_source->toPlainText()).has_value();
    m_save->setEnabled(!tooLong);
    m_fault->setText(tooLong ? tr("MLflow cuts a description off after %1 characters.")
                                   .arg(count(session::LongestTagValue))
                             : QString());
    QPalette warned = palette();
    warned.setColor(QPalette::WindowText, colors(warned).bad);
    m_fault->setPalette(warned);
    m_fault->setVisible(tooLong);
}

void NotesPage::save() {
    const QString markdown = m_source->toPlainText();
    if (session::faultOfValue(markdown))
        return;
    const bool changed = markdown != m_before;
    if (changed)
        m_markdown = markdown;
    showNotes();
    if (changed)
        Q_EMIT notesEdited(m_subject, markdown, m_before);
}

void NotesPage::cancel() {
    showNotes();
}

bool NotesPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enters = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
                        (key->modifiers() & Qt::ControlModifier) != 0;
    const bool leaves = key->key() == Qt::Key_Escape;
    if (!isEditing() || !(enters || leaves))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && enters)
        save();
    else if (event->type() == QEvent::KeyPress)
        cancel();
    return true;
}

}  // namespace podium::views
