// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/startpage.h"

#include "views/shell/actions.h"
#include "views/theme/style.h"
#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"
#include "views/widgets/sectionheader.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int ColumnWidth = 520;
constexpr int MostRecent = 8;
constexpr int StateRole = Qt::UserRole + 1;
constexpr int LocationRole = Qt::UserRole + 2;

/// Two lines: title and place; the state at the end.
class RecentDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const Colors& c = colors(item.palette);
        painter->save();
        const bool focus = (item.state & QStyle::State_HasFocus) != 0;
        if ((item.state & QStyle::State_MouseOver) != 0 || focus)
            drawBox(*painter, item.rect, c.hover, QColor(), metrics::Radius);
        if (showsFocus(item))
            drawFocusRing(*painter, item.rect, c.accent, metrics::Radius);
        const auto place = [&](const QRect& r) {
            return QStyle::visualRect(item.direction, item.rect, r);
        };
        const auto left = QStyle::visualAlignment(item.direction, Qt::AlignLeft);
        const auto right = QStyle::visualAlignment(item.direction, Qt::AlignRight);
        const QRect inner = item.rect.adjusted(12, 6, -12, -6);
        const QString state = index.data(StateRole).toString();
        const QFontMetrics small(smallFont(item.font));
        const int stateWidth = std::min(small.horizontalAdvance(state) + 2, inner.width() / 2);
        const int half = inner.height() / 2;
        const QRect titleRect(inner.left(), inner.top(), inner.width() - stateWidth - 12, half);
        painter->setFont(strongFont(item.font));
        const bool enabled = (item.state & QStyle::State_Enabled) != 0;
        painter->setPen(enabled ? c.text : item.palette.color(QPalette::Disabled, QPalette::Text));
        painter->drawText(
            place(titleRect), static_cast<int>(left | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(item.text, Qt::ElideRight, titleRect.width()));
        painter->setFont(smallFont(item.font));
        painter->setPen(c.dim);
        const QRect stateRect(inner.right() - stateWidth, inner.top(), stateWidth + 1, half);
        painter->drawText(place(stateRect), static_cast<int>(right | Qt::AlignVCenter),
                          small.elidedText(state, Qt::ElideRight, stateWidth));
        const QRect pathRect(inner.left(), inner.top() + half, inner.width(), half);
        const QString path = index.data(LocationRole).toString();
        painter->drawText(place(pathRect), static_cast<int>(left | Qt::AlignVCenter),
                          small.elidedText(path, Qt::ElideMiddle, pathRect.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& /*index*/) const override {
        return {200, 2 * option.fontMetrics.height() + 18};
    }
};

}  // namespace

StartPage::StartPage(const Actions& actions, QWidget* parent)
    : QWidget(parent),
      m_recentHeader(new SectionHeader(tr("Recent"), this)),
      m_recent(new QListWidget(this)) {
    setObjectName(QStringLiteral("startPage"));
    setAccessibleName(tr("Start"));
    auto* logo = new QLabel(this);
    logo->setPixmap(
        iconPixmap(u"podium", palette().color(QPalette::WindowText), 64, devicePixelRatioF()));
    auto* title = new QLabel(QStringLiteral("Podium"), this);
    title->setFont(titleFont(titleFont(font())));
    auto* words = new QLabel(tr("Open what MLflow writes to, a folder (often called mlruns), a "
                                "database or a tracking server, and compare its runs. Nothing in "
                                "it is changed."),
                             this);
    words->setWordWrap(true);
    auto* hint = new QLabel(
        tr("Or drop a folder, a database or a server's address anywhere on this window."), this);
    hint->setEnabled(false);
    hint->setFont(smallFont(font()));

    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);  // in line with the texts of the list below
    head->setSpacing(metrics::Gap);
    head->addWidget(logo);
    head->addWidget(title);
    head->addWidget(words);
    head->addSpacing(metrics::Group);
    // Two in a row: side by side their words would not fit, in other languages even less.
    auto* buttons = new QGridLayout;
    buttons->setSpacing(metrics::Gap);
    constexpr int InARow = 2;
    for (const ActionId id :
         {ActionId::OpenFolder, ActionId::OpenFile, ActionId::ConnectServer, ActionId::TrySample}) {
        QAction* action = actions[id];
        auto* button = new QPushButton(action->icon(), actions.plainText(id), this);
        button->setObjectName(QStringLiteral("start_") + action->objectName());
        button->setAccessibleName(actions.plainText(id));
        button->setAccessibleDescription(action->statusTip());
        button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
        button->setMinimumHeight(34);
        if (id == ActionId::OpenFolder) {
            setPrimary(button);
            button->setIcon({});
        }
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        button->setVisible(action->isVisible());
        connect(action, &QAction::changed, button,
                [button, action] { button->setVisible(action->isVisible()); });
        const int place = buttons->count();
        buttons->addWidget(button, place / InARow, place % InARow);
    }
    head->addLayout(buttons);
    head->addWidget(hint);

    auto* column = new QVBoxLayout;
    column->setSpacing(metrics::Gap);
    column->addStretch(2);
    column->addLayout(head);
    column->addSpacing(metrics::Group);
    m_recentHeader->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_recentHeader);
    column->addWidget(m_recent);
    column->addStretch(3);

    auto* middle = new QWidget(this);
    middle->setLayout(column);
    middle->setMaximumWidth(ColumnWidth);
    auto* layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(middle, 100);
    layout->addStretch(1);

    m_recent->setObjectName(QStringLiteral("recentSources"));
    m_recent->setAccessibleName(tr("Recent sources"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setMouseTracking(true);
    m_recent->setUniformItemSizes(true);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->viewport()->setBackgroundRole(QPalette::Window);
    const auto choose = [this](const QListWidgetItem* item) {
        Q_EMIT recentChosen(item->data(LocationRole).toString());
    };
    connect(m_recent, &QListWidget::itemClicked, this, choose);
    connect(m_recent, &QListWidget::itemActivated, this, choose);
    setRecent({});
}

void StartPage::setRecent(const QVector<RecentSource>& recent) {
    m_recent->clear();
    for (const RecentSource& source : recent) {
        if (m_recent->count() >= MostRecent)
            break;
        auto* item = new QListWidgetItem(source.title, m_recent);
        item->setData(StateRole, source.state);
        item->setData(LocationRole, source.location);
        item->setData(Qt::AccessibleTextRole,
                      QString(source.title + QStringLiteral(", ") + source.state));
        item->setToolTip(source.location.toHtmlEscaped());
        if (source.missing)
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    const bool any = m_recent->count() > 0;
    m_recentHeader->setVisible(any);
    m_recent->setVisible(any);
    const int row = any ? m_recent->sizeHintForRow(0) : 0;
    m_recent->setFixedHeight(row * m_recent->count() + 2);
}

}  // namespace podium::views
