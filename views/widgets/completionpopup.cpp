// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/completionpopup.h"

#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"
#include "views/widgets/detaildelegate.h"

#include <QListWidget>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int MostRows = 12;
constexpr int MostItems = 200;  // more are found by typing on

}  // namespace

CompletionPopup::CompletionPopup(QWidget* window) : QFrame(window), m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("completionPopup"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_list);
    m_list->setObjectName(QStringLiteral("completionList"));
    m_list->setAccessibleName(tr("Completions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setBackgroundRole(QPalette::ToolTipBase);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new DetailDelegate(m_list));
    m_list->setFont(monoFont(font()));
    connect(m_list, &QListWidget::itemClicked, this, &CompletionPopup::chosen);
    hide();
}

void CompletionPopup::setCompletion(const Completion& completion) {
    m_completion = completion;
    if (m_completion.items.size() > MostItems)
        m_completion.items.resize(MostItems);
    m_list->clear();
    for (const CompletionItem& item : std::as_const(m_completion.items)) {
        auto* row = new QListWidgetItem(item.text, m_list);
        row->setData(DetailDelegate::DetailRole, item.detail);
        row->setData(Qt::AccessibleTextRole, QString(item.text + QLatin1Char(' ') + item.detail));
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void CompletionPopup::popUp(const QPoint& topLeft) {
    const int rows = std::min(m_list->count(), MostRows);
    const int rowHeight = std::max(metrics::Row, m_list->sizeHintForRow(0));
    const int wanted =
        m_list->sizeHintForColumn(0) + 8 +
        (m_list->count() > MostRows ? m_list->verticalScrollBar()->sizeHint().width() : 0);
    const QWidget* area = parentWidget();
    const int width = std::clamp(wanted, 220, std::max(220, std::min(640, area->width() - 16)));
    const int height = std::min(rows * rowHeight + 8, area->height() - topLeft.y() - 8);
    const int x = std::clamp(topLeft.x(), 0, std::max(0, area->width() - width - 8));
    setGeometry(x, topLeft.y(), width, height);
    show();
    raise();
}

void CompletionPopup::step(int rows) {
    const int count = m_list->count();
    if (count == 0)
        return;
    m_list->setCurrentRow(((m_list->currentRow() + rows) % count + count) % count);
}

const CompletionItem* CompletionPopup::current() const {
    const int row = m_list->currentRow();
    return row >= 0 && row < m_completion.items.size() ? &m_completion.items.at(row) : nullptr;
}

void CompletionPopup::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colors(palette());
    drawBox(painter, rect(), palette().color(QPalette::ToolTipBase), c.line, metrics::Radius);
}

}  // namespace podium::views
