// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/roles.h"
#include "session/reviewbook.h"

#include <QAbstractListModel>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace podium::items {

/// Which requests are shown.
enum class InboxFilter { WaitingForMe, Mine, Open, Decided };
inline constexpr int InboxFilterCount = 4;

/// Requests for promotion, filtered. Lives on the UI thread; texts are made by a view. Roles:
/// Detail, State (int: registry::RequestState).
class InboxModel : public QAbstractListModel {
    Q_OBJECT
public:
    using Formatter = std::function<QString(const registry::InboxEntry&)>;

    explicit InboxModel(QObject* parent = nullptr);

    /// Indexes follow their requests.
    void setInbox(std::shared_ptr<const session::Inbox> inbox);
    void setFilter(InboxFilter filter);
    [[nodiscard]] InboxFilter filter() const { return m_filter; }
    void setFormatters(Formatter text, Formatter detail);
    /// How many a filter shows.
    [[nodiscard]] int countOf(InboxFilter filter) const;
    [[nodiscard]] const registry::InboxEntry& entry(int row) const;
    /// -1 if it is not shown.
    [[nodiscard]] int rowOf(const session::RequestKey& key) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void relayout(std::shared_ptr<const session::Inbox> inbox, InboxFilter filter);

    std::shared_ptr<const session::Inbox> m_inbox;
    InboxFilter m_filter = InboxFilter::WaitingForMe;
    std::vector<std::size_t> m_visible;
    Formatter m_text;
    Formatter m_detail;
};

/// Whether a filter shows a request.
[[nodiscard]] bool shows(InboxFilter filter, const registry::InboxEntry& entry);

}  // namespace podium::items
