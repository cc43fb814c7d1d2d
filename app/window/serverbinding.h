// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobengine.h"
#include "session/connection.h"
#include "session/offlinekeeper.h"
#include "session/workspace.h"

#include <QObject>
#include <QPointer>
#include <QString>

namespace podium::views {
class ConnectDialog;
class KeepDialog;
class MainWindow;
}  // namespace podium::views

namespace podium::app {

/// What a person does with sources over a network: connects and changes connections, tries them
/// out, takes sources offline, removes them, keeps things offline. Lives as long as the window, on
/// the UI thread.
class ServerBinding : public QObject {
    Q_OBJECT
public:
    ServerBinding(views::MainWindow& window, session::Workspace& workspace, jobs::JobEngine& engine,
                  session::SourceAccess access);

    /// The dialog for a new server; with an address, if one was dropped or pasted.
    void connectServer(const QString& address = {});
    void editConnection(const QString& location);
    void remove(const QString& location);
    void keep(const QString& location, const QString& experimentId, const QString& runId,
              const QString& subject);

private:
    void present(views::ConnectDialog* dialog);
    void test(const session::ConnectionRequest& request);
    void runTest(const session::ConnectionRequest& request, const session::Secret& secret);
    void estimate(const QString& location, const cache::Kept& kept);

    views::MainWindow& m_window;
    session::Workspace& m_workspace;
    jobs::JobEngine& m_engine;
    session::SourceAccess m_access;
    session::OfflineKeeper m_keeper;
    QPointer<views::ConnectDialog> m_dialog;
    QPointer<views::KeepDialog> m_keepDialog;
    std::stop_source m_test{std::nostopstate};
    quint64 m_testNumber = 0;
    std::stop_source m_estimate{std::nostopstate};
};

}  // namespace podium::app
