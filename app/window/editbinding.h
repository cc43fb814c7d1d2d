// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/workspace.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace podium::views {
class Inspector;
class MainWindow;
class OutboxDialog;
}  // namespace podium::views

namespace podium::app {

/// What a person changes in runs, on its way into the outbox, and what came of it back to the
/// person. Lives as long as the window, on the UI thread.
class EditBinding : public QObject {
    Q_OBJECT
public:
    /// `currentSource` tells the location that the actions of sources are about.
    EditBinding(views::MainWindow& window, views::Inspector& inspector,
                session::Workspace& workspace, std::function<QString()> currentSource);

    /// What takes a decision back, if more belongs to that than the outbox knows.
    void setDiscard(std::function<void(std::int64_t)> discard) { m_discard = std::move(discard); }
    /// Which actions can be used now.
    void updateActions();

private:
    void wireActions();
    void showOutbox();
    void outboxChanged();
    void told(const session::Decision& decision);
    [[nodiscard]] QString runName(const session::Decision& decision) const;
    [[nodiscard]] QString sourceName(const session::Decision& decision) const;

    views::MainWindow& m_window;
    views::Inspector& m_inspector;
    session::Workspace& m_workspace;
    std::function<QString()> m_currentSource;
    std::function<void(std::int64_t)> m_discard;
    QPointer<views::OutboxDialog> m_dialog;
};

}  // namespace podium::app
