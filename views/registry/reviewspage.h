// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "items/inboxmodel.h"

#include <QWidget>

#include <array>
#include <optional>

class QListView;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace podium::views {

class EmptyState;
class MessageBar;
class RequestView;
class SectionHeader;

/// The inbox of requests for promotion beside the one that is chosen. Lives on the UI thread.
class ReviewsPage : public QWidget {
    Q_OBJECT
public:
    explicit ReviewsPage(base::Clock clock, QWidget* parent = nullptr);

    /// Buttons of the filters, for the tool row, which owns them then. `actions` stand at the end.
    [[nodiscard]] QWidget* makeTools(const QList<QAction*>& actions);
    void setInbox(std::shared_ptr<const session::Inbox> inbox);
    void showError(const QString& text);
    void setFilter(items::InboxFilter filter);
    /// Chooses a request, under another filter if need be.
    void showRequest(const session::RequestKey& key);
    [[nodiscard]] RequestView* request() const { return m_request; }
    [[nodiscard]] std::optional<session::RequestKey> currentKey() const;

Q_SIGNALS:
    /// Another request is chosen, or none.
    void requestSelected();

private:
    [[nodiscard]] QWidget* makeList();
    void showState();
    void showFilters();

    base::Clock m_clock;
    items::InboxModel* m_inbox;
    MessageBar* m_messages;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    SectionHeader* m_head = nullptr;
    QListView* m_list = nullptr;
    RequestView* m_request;
    std::array<QToolButton*, items::InboxFilterCount> m_filters{};
    bool m_chosen = false;  // by a person; until then the first filter with something is shown
};

}  // namespace podium::views
