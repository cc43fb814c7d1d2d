// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "session/sourcebook.h"

#include <QWidget>

#include <vector>

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace podium::views {

class EmptyState;
class SourceCard;

/// Every open source as a card: where it is, how it is, how old the data is, and what can be done
/// with it. Lives on the UI thread.
class SourcesPage : public QWidget {
    Q_OBJECT
public:
    explicit SourcesPage(base::Clock clock, QWidget* parent = nullptr);

    void setSources(const std::vector<session::SourceInfo>& sources);

Q_SIGNALS:
    void openRequested();
    void syncRequested(const QString& location, bool full);
    void cancelRequested(const QString& location);
    void closeRequested(const QString& location);
    void problemsRequested(const QString& location);
    void connectRequested();
    void pauseRequested(const QString& location, bool paused);
    void connectionRequested(const QString& location);
    void removeRequested(const QString& location);

private:
    void rebuild(const std::vector<session::SourceInfo>& sources);

    base::Clock m_clock;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QScrollArea* m_area;
    QVBoxLayout* m_list;
    std::vector<SourceCard*> m_cards;
};

}  // namespace podium::views
