// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/run/editdialogs.h"

#include "session/tagrules.h"
#include "views/text/text.h"
#include "views/text/words.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace podium::views {

using session::TagFault;

namespace {

QLabel* plainLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// What stands below the fields: what is wrong, or what a person should know. It keeps its room.
QLabel* noteLabel(QWidget* parent, const QString& name) {
    QLabel* label = plainLabel(parent);
    label->setObjectName(name);
    label->setMinimumHeight(2 * label->fontMetrics().lineSpacing());
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

void setNote(QLabel* label, const QString& text, bool fault) {
    const Colors& c = colors(label->palette());
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, fault ? c.bad : c.warn);
    label->setPalette(palette);
    label->setText(text);
    label->setAccessibleName(text);
}

QDialogButtonBox* buttonsOf(QDialog* dialog, QPushButton*& save, const QString& name) {
    auto* buttons = new QDialogButtonBox(dialog);
    buttons->addButton(QDialogButtonBox::Cancel)->setText(TagDialog::tr("Cancel"));
    save = buttons->addButton(TagDialog::tr("&Save"), QDialogButtonBox::AcceptRole);
    save->setObjectName(name);
    save->setDefault(true);
    setPrimary(save);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return buttons;
}

void layOut(QDialog* dialog, std::initializer_list<QWidget*> widgets, QFormLayout* form) {
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(metrics::Gap);
    form->setSpacing(metrics::Gap);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    layout->addLayout(form, 1);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
}

QString keyFault(TagFault fault) {
    switch (fault) {
        case TagFault::Empty:
            return {};
        case TagFault::TooLong:
            return TagDialog::tr("A key has at most %1 characters.")
                .arg(count(session::LongestTagKey));
        case TagFault::Character:
            return TagDialog::tr(
                "MLflow takes letters, digits, blanks and _ - . : / in a key, nothing else.");
        case TagFault::Path:
            return TagDialog::tr(
                "Parts between slashes can't be empty, “.” or “..”; a key neither starts nor ends "
                "with a slash.");
    }
    return {};
}

}  // namespace

TagDialog::TagDialog(const TagSubject& subject, QWidget* parent)
    : QDialog(parent),
      m_subject(subject),
      m_key(new QLineEdit(this)),
      m_value(new QPlainTextEdit(this)),
      m_note(noteLabel(this, QStringLiteral("tagNote"))) {
    setObjectName(QStringLiteral("tagDialog"));
    setWindowTitle(tr("Add tag"));
    setAccessibleName(windowTitle());
    QLabel* words = plainLabel(this);
    words->setObjectName(QStringLiteral("tagWords"));
    if (!subject.words.isEmpty())
        words->setText(subject.words);
    else if (subject.selected > subject.runs)
        words->setText(
            settlePlural(tr("The tag goes to %n run(s) of the %1 selected.", nullptr, subject.runs)
                             .arg(count(subject.selected)),
                         subject.runs));
    else if (subject.runs > 1)
        words->setText(settlePlural(
            tr("The tag goes to all %n run(s) selected.", nullptr, subject.runs), subject.runs));
    else
        words->setText(tr("The tag goes to the run “%1”.").arg(subject.name));
    m_key->setObjectName(QStringLiteral("tagKey"));
    m_key->setAccessibleName(tr("Key"));
    m_key->setPlaceholderText(tr("such as team"));
    auto* completer = new QCompleter(subject.known.keys(), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_key->setCompleter(completer);
    m_value->setObjectName(QStringLiteral("tagValue"));
    m_value->setAccessibleName(tr("Value"));
    m_value->setTabChangesFocus(true);
    m_value->setMinimumHeight(76);
    auto* form = new QFormLayout;
    form->addRow(words);
    form->addRow(tr("&Key"), m_key);
    form->addRow(tr("&Value"), m_value);
    QDialogButtonBox* buttons = buttonsOf(this, m_save, QStringLiteral("tagSave"));
    layOut(this, {m_note, buttons}, form);
    resize(440, 300);
    connect(m_save, &QPushButton::clicked, this, &TagDialog::enter);
    connect(m_key, &QLineEdit::textChanged, this, &TagDialog::check);
    connect(m_value, &QPlainTextEdit::textChanged, this, &TagDialog::check);
    check();
}

void TagDialog::edit(const QString& key, const QString& value) {
    setWindowTitle(tr("Edit tag"));
    setAccessibleName(windowTitle());
    m_key->setText(key);
    m_key->setReadOnly(true);
    m_value->setPlainText(value);
    m_value->selectAll();
    m_value->setFocus();
    check();
}

void TagDialog::check() {
    const QString key = m_key->text();
    const auto fault = session::faultOfKey(key);
    const bool tooLong = session::faultOfValue(m_value->toPlainText()).has_value();
    m_save->setEnabled(!fault && !tooLong);
    if (fault) {
        setNote(m_note, keyFault(*fault), true);
        return;
    }
    if (tooLong) {
        setNote(
            m_note,
            tr("MLflow cuts a value off after %1 characters.").arg(count(session::LongestTagValue)),
            true);
        return;
    }
    const int having = m_subject.known.value(key);
    QString note;
    if (session::isReservedTag(key))
        note = tr("MLflow itself writes and reads this tag: another value may confuse it.");
    else if (having > 0 && !m_key->isReadOnly() && !m_subject.words.isEmpty())
        note = tr("There is such a tag already; its value is replaced.");
    else if (having > 0 && !m_key->isReadOnly())
        note = settlePlural(
            tr("%n of the run(s) has this tag already; its value is replaced.", nullptr, having),
            having);
    setNote(m_note, note, false);
}

void TagDialog::enter() {
    if (!m_save->isEnabled())
        return;
    Q_EMIT tagEntered(m_key->text(), m_value->toPlainText());
    accept();
}

void TagDialog::keyPressEvent(QKeyEvent* event) {
    // Return makes a new line in the value; with Ctrl it is the default button everywhere.
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enters && (event->modifiers() & Qt::ControlModifier) != 0)
        enter();
    else
        QDialog::keyPressEvent(event);
}

NameDialog::NameDialog(const QString& name, QWidget* parent)
    : QDialog(parent),
      m_name(new QLineEdit(name, this)),
      m_note(noteLabel(this, QStringLiteral("nameNote"))) {
    setObjectName(QStringLiteral("nameDialog"));
    setWindowTitle(tr("Rename run"));
    setAccessibleName(windowTitle());
    m_name->setObjectName(QStringLiteral("nameEdit"));
    m_name->setAccessibleName(tr("Name"));
    m_name->selectAll();
    auto* form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    QDialogButtonBox* buttons = buttonsOf(this, m_save, QStringLiteral("nameSave"));
    layOut(this, {m_note, buttons}, form);
    resize(440, sizeHint().height());
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::check);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT nameEntered(m_name->text());
        accept();
    });
    check();
}

void NameDialog::check() {
    const auto fault = session::faultOfName(m_name->text());
    m_save->setEnabled(!fault);
    setNote(m_note,
            !fault ? QString()
            : *fault == TagFault::Empty
                ? tr("A run has a name.")
                : tr("A name has at most %1 characters.").arg(count(session::LongestRunName)),
            true);
}

}  // namespace podium::views
