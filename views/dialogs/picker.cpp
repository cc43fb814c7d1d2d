// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/picker.h"

#include "views/dialogs/match.h"
#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"
#include "views/widgets/detaildelegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int Width = 620;
constexpr int ShadowSize = 14;
constexpr int MostShown = 200;
constexpr int MostRows = 12;

}  // namespace

Picker::Picker(const QString& name, Filtering filtering, QWidget* window)
    : QFrame(window),
      m_filtering(filtering),
      m_edit(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_empty(new QLabel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ShadowSize + 8, ShadowSize + 8, ShadowSize + 8, ShadowSize + 8);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty);
    setObjectName(name);
    m_edit->setObjectName(name + QStringLiteral("Edit"));
    m_edit->setMinimumHeight(34);
    m_list->setObjectName(name + QStringLiteral("List"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->viewport()->setBackgroundRole(QPalette::ToolTipBase);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new DetailDelegate(m_list));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMinimumHeight(48);
    m_empty->setEnabled(false);
    m_empty->setText(tr("Nothing found"));
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (m_filtering == Filtering::Here)
            fill();
        Q_EMIT queryChanged(text);
    });
    connect(m_list, &QListWidget::itemClicked, this, &Picker::take);
    m_edit->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void Picker::setPlaceholderText(const QString& text) {
    m_edit->setPlaceholderText(text);
    m_edit->setAccessibleName(text);
    m_list->setAccessibleName(text);
    setAccessibleName(text);
}

void Picker::setEmptyText(const QString& text) {
    m_empty->setText(text);
}

void Picker::setItems(QVector<PickerItem> items) {
    m_items = std::move(items);
    fill();
}

void Picker::open() {
    m_before = QApplication::focusWidget();
    m_edit->clear();
    fill();
    show();
    raise();
    place();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void Picker::close() {
    if (isHidden())
        return;
    const bool mine = m_edit->hasFocus();
    hide();
    if (mine && m_before != nullptr)
        m_before->setFocus(Qt::PopupFocusReason);
}

QStringList Picker::shownTexts() const {
    QStringList texts;
    for (const int index : m_shown)
        texts.append(m_items.at(index).text);
    return texts;
}

bool Picker::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Escape:
                close();
                return true;
            case Qt::Key_Return:
            case Qt::Key_Enter:
                take();
                return true;
            case Qt::Key_Down:
                step(1);
                return true;
            case Qt::Key_Up:
                step(-1);
                return true;
            case Qt::Key_PageDown:
                step(MostRows);
                return true;
            case Qt::Key_PageUp:
                step(-MostRows);
                return true;
            default:
                return false;
        }
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut && isVisible()) {
        // A menu or another window may take the focus for a moment: that is no farewell.
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            hide();
    } else if (watched == parent() && event->type() == QEvent::Resize && isVisible()) {
        place();
    } else if (watched == parent() && event->type() == QEvent::MouseButtonPress) {
        close();
    }
    return QFrame::eventFilter(watched, event);
}

void Picker::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colors(palette());
    const QRectF box = QRectF(rect()).adjusted(ShadowSize, ShadowSize, -ShadowSize, -ShadowSize);
    QColor shade(Qt::black);
    shade.setAlpha(c.dark ? 14 : 4);
    for (int i = 1; i <= ShadowSize; i += 2)
        drawBox(painter, box.adjusted(-i, -i + 4, i, i + 2), shade, QColor(),
                metrics::CardRadius + i);
    drawBox(painter, box, palette().color(QPalette::ToolTipBase), c.line, metrics::CardRadius);
}

void Picker::fill() {
    const QString query = m_edit->text();
    QVector<std::pair<int, int>> found;  // score, index
    for (int i = 0; i < m_items.size(); ++i) {
        const int score =
            m_filtering == Filtering::Outside ? 1 : matchScore(m_items.at(i).text, query);
        if (score > 0)
            found.append({score, i});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    m_shown.clear();
    m_list->clear();
    for (const auto& [score, index] : std::as_const(found)) {
        if (m_shown.size() >= MostShown)
            break;
        m_shown.append(index);
        const PickerItem& item = m_items.at(index);
        auto* row = new QListWidgetItem(item.icon, item.text, m_list);
        row->setData(DetailDelegate::DetailRole, item.detail);
        row->setData(Qt::AccessibleTextRole, QString(item.text + QLatin1Char(' ') + item.detail));
        if (!item.enabled)
            row->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(m_shown.isEmpty() ? -1 : 0);
    m_list->setVisible(!m_shown.isEmpty());
    m_empty->setVisible(m_shown.isEmpty());
    if (isVisible())
        place();
}

void Picker::place() {
    const QWidget* area = parentWidget();
    const int width = std::min(Width, area->width() - 16) + 2 * ShadowSize;
    const int rows = std::min(static_cast<int>(m_shown.size()), MostRows);
    const int rowHeight = std::max(metrics::Control, m_list->sizeHintForRow(0));
    const int list = rows > 0 ? rows * rowHeight + 2 : m_empty->minimumHeight();
    const int wanted = m_edit->sizeHint().height() + 6 + list + metrics::Gap + 16 + 2 * ShadowSize;
    const int top = std::min(64, area->height() / 10);
    setGeometry((area->width() - width) / 2, top, width, std::min(wanted, area->height() - top));
}

void Picker::step(int rows) {
    const int count = m_list->count();
    if (count == 0)
        return;
    const int row = m_list->currentRow() + rows;
    const bool one = rows == 1 || rows == -1;
    m_list->setCurrentRow(one ? (row % count + count) % count : std::clamp(row, 0, count - 1));
}

void Picker::take() {
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size())
        return;
    const PickerItem item = m_items.at(m_shown.at(row));
    if (!item.enabled)
        return;
    close();
    Q_EMIT picked(item.data);
}

}  // namespace podium::views
