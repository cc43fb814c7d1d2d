// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/searchfield.h"

#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace podium::views {

SearchField::SearchField(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_edit(new FilterEdit(this)),
      m_note(new QLabel(this)),
      m_count(new QLabel(this)),
      m_clear(new QToolButton(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 1, 4, 1);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(m_icon);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_count);
    layout->addWidget(m_clear);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusProxy(m_edit);
    setAccessibleName(tr("Filter"));

    m_edit->setObjectName(QStringLiteral("filterEdit"));
    m_edit->setAccessibleName(tr("Filter of runs"));
    m_edit->setAcceptDrops(false);  // what is dropped on the window is a source
    m_edit->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("filterCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setContentsMargins(0, 0, 6, 0);
    m_note->hide();
    m_clear->setObjectName(QStringLiteral("filterClear"));
    m_clear->setAutoRaise(true);
    m_clear->setIcon(dimIcon(u"x"));
    m_clear->setFixedSize(22, 22);
    m_clear->setToolTip(tr("Clear the filter (Esc)"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_clear->hide();

    m_debounce.setSingleShot(true);
    m_debounce.setInterval(DebounceMs);
    connect(&m_debounce, &QTimer::timeout, this, &SearchField::tell);
    connect(m_edit, &QLineEdit::textChanged, this, &SearchField::textEdited);
    connect(m_edit, &QLineEdit::textEdited, this, &SearchField::offerCompletions);
    connect(m_edit, &QLineEdit::cursorPositionChanged, this, [this] {
        if (m_popup != nullptr && m_popup->isVisible())
            offerCompletions();
    });
    connect(m_clear, &QToolButton::clicked, m_edit, &QLineEdit::clear);
    restyle();
}

QString SearchField::text() const {
    return m_edit->text();
}

void SearchField::setText(const QString& text) {
    if (text == m_edit->text())
        return;
    m_edit->setText(text);
    hidePopup();
    tell();
}

void SearchField::setPlaceholderText(const QString& text) {
    m_edit->setPlaceholderText(text);
}

void SearchField::setSpans(const QString& forText, const QVector<Span>& spans) {
    if (forText == m_edit->text())
        m_edit->setSpans(spans);
}

void SearchField::setFault(int start, int length, const QString& words) {
    m_edit->setFault(start, length);
    m_faultText = words;
    setToolTip(words);
    m_edit->setToolTip(words);
    m_edit->setAccessibleDescription(words);
    placeFaultLabel();
    update();
}

void SearchField::clearFault() {
    m_edit->setFault(-1, 0);
    m_faultText.clear();
    setToolTip({});
    m_edit->setToolTip({});
    m_edit->setAccessibleDescription({});
    placeFaultLabel();
    update();
}

void SearchField::setCountText(const QString& text) {
    m_count->setText(text);
    m_count->setAccessibleName(text);
}

void SearchField::setNote(const QString& words) {
    m_noteText = words;
    m_note->setVisible(!words.isEmpty());
    m_note->setToolTip(words);
    m_note->setAccessibleName(words);
    restyle();
}

void SearchField::setCompletionProvider(CompletionProvider provider) {
    m_provider = std::move(provider);
}

void SearchField::focusAll() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool SearchField::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_edit)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::KeyPress:
            return keyPressed(static_cast<QKeyEvent*>(event)->key());
        case QEvent::ShortcutOverride: {
            // Esc and Tab are this field's while it has something to do with them.
            auto* key = static_cast<QKeyEvent*>(event);
            const bool mine = key->key() == Qt::Key_Escape && !m_edit->text().isEmpty();
            if (mine)
                event->accept();
            return mine;
        }
        case QEvent::FocusIn:
        case QEvent::FocusOut:
            if (event->type() == QEvent::FocusOut)
                hidePopup();
            placeFaultLabel();
            update();
            return false;
        case QEvent::Resize:
        case QEvent::Move:
            placeFaultLabel();
            return false;
        default:
            return false;
    }
}

bool SearchField::keyPressed(int key) {
    const bool open = m_popup != nullptr && m_popup->isVisible();
    switch (key) {
        case Qt::Key_Escape:
            if (open)
                hidePopup();
            else
                m_edit->clear();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (open) {
                takeCompletion();
                return true;
            }
            tell();
            Q_EMIT filterAccepted(m_edit->text());
            return true;
        case Qt::Key_Tab:
            if (open)
                takeCompletion();
            return open;
        case Qt::Key_Down:
        case Qt::Key_Up:
            if (open)
                m_popup->step(key == Qt::Key_Down ? 1 : -1);
            else if (key == Qt::Key_Down)
                offerCompletions();
            return true;
        default:
            return false;
    }
}

void SearchField::textEdited() {
    const bool empty = m_edit->text().isEmpty();
    m_clear->setVisible(!empty);
    if (!m_faultText.isEmpty())
        clearFault();
    if (empty || (m_isWhole && m_isWhole(m_edit->text())))
        tell();
    else
        m_debounce.start();
}

void SearchField::tell() {
    m_debounce.stop();
    if (m_edit->text() == m_told)
        return;
    m_told = m_edit->text();
    Q_EMIT filterEdited(m_told);
}

void SearchField::offerCompletions() {
    if (!m_provider || !m_edit->hasFocus())
        return;
    m_offering = true;
    const Completion completion = m_provider(m_edit->text(), m_edit->cursorPosition());
    if (completion.items.isEmpty()) {
        hidePopup();
        return;
    }
    if (m_popup == nullptr) {
        m_popup = new CompletionPopup(window());
        connect(m_popup, &CompletionPopup::chosen, this, &SearchField::takeCompletion);
    }
    m_popup->setCompletion(completion);
    if (m_faultLabel != nullptr)
        m_faultLabel->hide();
    const QPoint below(m_edit->xOf(completion.start) - 14, m_edit->height() + 8);
    m_popup->popUp(m_edit->mapTo(window(), below));
}

void SearchField::refreshCompletions() {
    if (m_offering)
        offerCompletions();
}

void SearchField::takeCompletion() {
    const CompletionItem* item = m_popup != nullptr ? m_popup->current() : nullptr;
    if (item == nullptr)
        return;
    const int start = m_popup->completion().start;
    const QString inserted = item->text;
    // A replacement of a selection keeps the line edit's undo.
    m_edit->setSelection(start, m_popup->completion().length);
    m_edit->insert(inserted);
    hidePopup();
}

void SearchField::hidePopup() {
    m_offering = m_offering && m_edit->hasFocus() && (m_popup == nullptr || !m_popup->isVisible());
    if (m_popup != nullptr)
        m_popup->hide();
    placeFaultLabel();
}

void SearchField::placeFaultLabel() {
    const bool popup = m_popup != nullptr && m_popup->isVisible();
    const bool wanted = !m_faultText.isEmpty() && m_edit->hasFocus() && !popup && isVisible();
    if (!wanted) {
        if (m_faultLabel != nullptr)
            m_faultLabel->hide();
        return;
    }
    if (m_faultLabel == nullptr) {
        m_faultLabel = new QLabel(window());
        m_faultLabel->setObjectName(QStringLiteral("filterFault"));
        m_faultLabel->setTextFormat(Qt::PlainText);
        m_faultLabel->setWordWrap(true);
        m_faultLabel->setAutoFillBackground(true);
        m_faultLabel->setBackgroundRole(QPalette::ToolTipBase);
        m_faultLabel->setFrameShape(QFrame::Box);
        m_faultLabel->setContentsMargins(8, 4, 8, 4);
    }
    QPalette tone = palette();
    tone.setColor(QPalette::ToolTipText, colors(palette()).bad);
    m_faultLabel->setPalette(tone);
    m_faultLabel->setText(m_faultText);
    const QPoint topLeft = mapTo(window(), QPoint(0, height() + 2));
    const int most = std::min(width(), 560);
    const QMargins m = m_faultLabel->contentsMargins();
    const int natural =
        m_faultLabel->fontMetrics().horizontalAdvance(m_faultText) + m.left() + m.right() + 4;
    const int wide = std::min(most, natural);
    m_faultLabel->setGeometry(QRect(topLeft, QSize(wide, m_faultLabel->heightForWidth(wide))));
    m_faultLabel->show();
    m_faultLabel->raise();
}

void SearchField::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colors(palette());
    const bool fault = !m_faultText.isEmpty();
    const QColor border = fault ? c.bad : (m_edit->hasFocus() ? c.accent : c.line);
    drawBox(painter, rect(), c.field, border, metrics::Radius);
}

void SearchField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QWidget::changeEvent(event);
}

void SearchField::mousePressEvent(QMouseEvent* event) {
    m_edit->setFocus(Qt::MouseFocusReason);
    QWidget::mousePressEvent(event);
}

QSize SearchField::sizeHint() const {
    return {400, std::max(metrics::Control + 2, m_edit->sizeHint().height() + 2)};
}

void SearchField::restyle() {
    const Colors& c = colors(palette());
    m_icon->setPixmap(iconPixmap(u"search", c.dim, metrics::Icon, devicePixelRatioF()));
    m_note->setPixmap(iconPixmap(u"info", c.warn, metrics::Icon, devicePixelRatioF()));
    QPalette bare = palette();
    bare.setColor(QPalette::Base, Qt::transparent);
    m_edit->setPalette(bare);
    QPalette dim = palette();
    dim.setColor(QPalette::WindowText, c.dim);
    m_count->setPalette(dim);
    m_count->setFont(monoFont(smallFont(font())));
}

}  // namespace podium::views
