// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/reviewspage.h"

#include "items/cell.h"
#include "views/registry/inboxdelegate.h"
#include "views/registry/requestview.h"
#include "views/registry/reviewwords.h"
#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/sectionheader.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium::views {

using items::InboxFilter;
using registry::InboxEntry;

namespace {

constexpr int ListWidth = 256;

QString filterName(InboxFilter filter) {
    switch (filter) {
        case InboxFilter::WaitingForMe:
            return ReviewsPage::tr("Waiting for me");
        case InboxFilter::Mine:
            return ReviewsPage::tr("Asked by me");
        case InboxFilter::Open:
            return ReviewsPage::tr("Open");
        case InboxFilter::Decided:
            return ReviewsPage::tr("Decided");
    }
    return {};
}

QString entryText(const InboxEntry& entry) {
    return QStringLiteral("%1, %2").arg(requestTitle(entry.request),
                                        requestStateText(entry.request.state));
}

}  // namespace

ReviewsPage::ReviewsPage(base::Clock clock, QWidget* parent)
    : QWidget(parent),
      m_clock(clock),
      m_inbox(new items::InboxModel(this)),
      m_messages(new MessageBar(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_splitter(new QSplitter(this)),
      m_request(new RequestView(std::move(clock), this)) {
    setObjectName(QStringLiteral("reviewsPage"));
    m_messages->hide();
    m_splitter->setObjectName(QStringLiteral("reviewsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_inbox->setFormatters(entryText, [this](const InboxEntry& entry) {
        return entry.decided ? requestStateText(entry.request.state)
                             : ago(entry.request.at, m_clock());
    });
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_request);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ListWidth, 4 * ListWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_splitter, 1);
    showState();
}

QWidget* ReviewsPage::makeList() {
    auto* side = new QWidget(this);
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    m_head = new SectionHeader(QString(), side);
    m_list = new QListView(side);
    m_list->setObjectName(QStringLiteral("reviewsList"));
    m_list->setAccessibleName(tr("Requests"));
    m_list->setModel(m_inbox);
    m_list->setItemDelegate(new InboxDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, metrics::Unit, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ReviewsPage::showState);
    setFocusProxy(m_list);
    return side;
}

QWidget* ReviewsPage::makeTools(const QList<QAction*>& actions) {
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Gap);
    auto* group = new QButtonGroup(tools);
    for (int i = 0; i < items::InboxFilterCount; ++i) {
        auto* button = new QToolButton(tools);
        button->setObjectName(QStringLiteral("reviewsFilter%1").arg(i));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        group->addButton(button, i);
        row->addWidget(button);
        m_filters[static_cast<std::size_t>(i)] = button;
        connect(button, &QToolButton::clicked, this, [this, i] {
            m_chosen = true;
            setFilter(static_cast<InboxFilter>(i));
        });
    }
    row->addStretch(1);
    for (QAction* action : actions) {
        auto* button = new QToolButton(tools);
        button->setObjectName(QStringLiteral("tool_") + action->objectName());
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    showFilters();
    return tools;
}

void ReviewsPage::showFilters() {
    for (int i = 0; i < items::InboxFilterCount; ++i) {
        QToolButton* button = m_filters[static_cast<std::size_t>(i)];
        if (button == nullptr)
            continue;
        const auto filter = static_cast<InboxFilter>(i);
        const int n = m_inbox->countOf(filter);
        button->setText(n > 0 ? tr("%1 · %2", "filter · number").arg(filterName(filter)).arg(n)
                              : filterName(filter));
        button->setAccessibleName(button->text());
        button->setChecked(filter == m_inbox->filter());
    }
    m_head->setText(filterName(m_inbox->filter()));
}

void ReviewsPage::setInbox(std::shared_ptr<const session::Inbox> inbox) {
    m_inbox->setInbox(std::move(inbox));
    // Who has nothing to decide sees what is going on.
    if (!m_chosen && m_inbox->rowCount() == 0 && m_inbox->countOf(InboxFilter::Open) > 0)
        m_inbox->setFilter(InboxFilter::Open);
    showState();
}

void ReviewsPage::setFilter(InboxFilter filter) {
    m_inbox->setFilter(filter);
    showState();
}

void ReviewsPage::showRequest(const session::RequestKey& key) {
    for (int i = 0; i < items::InboxFilterCount && m_inbox->rowOf(key) < 0; ++i)
        m_inbox->setFilter(static_cast<InboxFilter>(i));
    const int row = m_inbox->rowOf(key);
    if (row >= 0)
        m_list->setCurrentIndex(m_inbox->index(row));
    showState();
}

std::optional<session::RequestKey> ReviewsPage::currentKey() const {
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? std::optional(session::keyOf(m_inbox->entry(current.row())))
                             : std::nullopt;
}

void ReviewsPage::showError(const QString& text) {
    m_messages->showMessage(MessageBar::Kind::Warning, text);
}

void ReviewsPage::showState() {
    if (m_list == nullptr)
        return;
    showFilters();
    if (!m_list->currentIndex().isValid() && m_inbox->rowCount() > 0)
        m_list->setCurrentIndex(m_inbox->index(0));
    const bool any = m_list->currentIndex().isValid();
    m_stack->setCurrentWidget(any ? static_cast<QWidget*>(m_request) : m_empty);
    if (!any) {
        const bool waiting = m_inbox->filter() == InboxFilter::WaitingForMe;
        m_empty->setContent(QStringLiteral("circle-check"),
                            waiting ? tr("Nothing waits for you") : tr("No requests here"),
                            tr("Who wants a version to be promoted asks for it on the models page, "
                               "with “Ask for Promotion”."));
    }
    Q_EMIT requestSelected();
}

}  // namespace podium::views
