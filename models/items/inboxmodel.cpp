// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/inboxmodel.h"

#include "items/cell.h"

#include <algorithm>
#include <utility>

namespace podium::items {

using registry::InboxEntry;

bool shows(InboxFilter filter, const InboxEntry& entry) {
    switch (filter) {
        case InboxFilter::WaitingForMe:
            return entry.waitingForMe;
        case InboxFilter::Mine:
            return entry.mine;
        case InboxFilter::Open:
            return !entry.decided;
        case InboxFilter::Decided:
            return entry.decided;
    }
    return false;
}

InboxModel::InboxModel(QObject* parent)
    : QAbstractListModel(parent), m_inbox(std::make_shared<const session::Inbox>()) {}

void InboxModel::setInbox(std::shared_ptr<const session::Inbox> inbox) {
    relayout(std::move(inbox), m_filter);
}

void InboxModel::setFilter(InboxFilter filter) {
    if (filter != m_filter)
        relayout(m_inbox, filter);
}

void InboxModel::relayout(std::shared_ptr<const session::Inbox> inbox, InboxFilter filter) {
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<session::RequestKey> keys;
    for (const QModelIndex& index : before)
        keys.push_back(session::keyOf(entry(index.row())));
    m_inbox = std::move(inbox);
    m_filter = filter;
    m_visible.clear();
    for (std::size_t i = 0; i < m_inbox->size(); ++i) {
        if (shows(m_filter, (*m_inbox)[i]))
            m_visible.push_back(i);
    }
    QModelIndexList after;
    for (const session::RequestKey& key : keys) {
        const int row = rowOf(key);
        after.append(row < 0 ? QModelIndex() : index(row));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void InboxModel::setFormatters(Formatter text, Formatter detail) {
    m_text = std::move(text);
    m_detail = std::move(detail);
}

int InboxModel::countOf(InboxFilter filter) const {
    return static_cast<int>(std::ranges::count_if(
        *m_inbox, [filter](const InboxEntry& entry) { return shows(filter, entry); }));
}

const InboxEntry& InboxModel::entry(int row) const {
    return (*m_inbox)[m_visible[static_cast<std::size_t>(row)]];
}

int InboxModel::rowOf(const session::RequestKey& key) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (session::keyOf(entry(row)) == key)
            return row;
    }
    return -1;
}

int InboxModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

QVariant InboxModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const InboxEntry& here = entry(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return m_text ? m_text(here) : toQString(here.request.model);
        case Detail:
            return m_detail ? m_detail(here) : QString();
        case State:
            return static_cast<int>(here.request.state);
        case Qt::ToolTipRole:
            return toolTip(data(index, Qt::DisplayRole).toString());
        default:
            return {};
    }
}

}  // namespace podium::items
