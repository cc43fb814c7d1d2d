// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/serverbinding.h"

#include "session/connectiontest.h"
#include "views/dialogs/connectdialog.h"
#include "views/dialogs/keepdialog.h"
#include "views/shell/mainwindow.h"
#include "views/text/text.h"
#include "views/widgets/messagebar.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace podium::app {

using base::Result;
using session::ConnectionRequest;
using session::Secret;
using session::TestResult;

namespace {

QString sizeWords(const session::SourceSize& size) {
    return ServerBinding::tr("%1, histories of %2 and artifacts of %3")
        .arg(views::runCount(size.runs), views::bytes(size.historyBytes),
             views::bytes(size.artifactBytes));
}

QString estimateWords(const sync::OfflineSize& size) {
    QStringList parts;
    if (size.histories > 0)
        parts << ServerBinding::tr("%1 histories are still to be fetched")
                     .arg(views::count(size.histories));
    if (size.files > 0)
        parts << ServerBinding::tr("%1 with %2, of which %3 are still to be fetched")
                     .arg(views::fileCount(size.files), views::bytes(size.bytes),
                          views::bytes(size.missingBytes));
    if (size.unknownSizes > 0)
        parts << ServerBinding::tr("the server does not tell the size of %1")
                     .arg(views::fileCount(size.unknownSizes));
    return parts.isEmpty() ? ServerBinding::tr("Everything is here already.")
                           : QString(parts.join(QStringLiteral("; ")) % u'.');
}

}  // namespace

ServerBinding::ServerBinding(views::MainWindow& window, session::Workspace& workspace,
                             jobs::JobEngine& engine, session::SourceAccess access)
    : m_window(window),
      m_workspace(workspace),
      m_engine(engine),
      m_access(std::move(access)),
      m_keeper(workspace.artifacts()->cache(), engine, workspace.sources(), workspace.artifacts()) {
    session::SourceBook& book = workspace.sources();
    connect(&book, &session::SourceBook::secretNotKept, this,
            [this](const QString&, const base::Error& error) {
                m_window.messageBar()->showError(error);
            });
    connect(&m_keeper, &session::OfflineKeeper::failed, this,
            [this](const QString&, const base::Error& error) {
                m_window.messageBar()->showError(error);
            });
}

void ServerBinding::connectServer(const QString& address) {
    if (!m_dialog)
        present(new views::ConnectDialog(&m_window));
    if (!address.isEmpty())
        m_dialog->setAddress(address);
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ServerBinding::editConnection(const QString& location) {
    const session::SourceInfo* source = m_workspace.sources().find(location);
    if (source == nullptr || !source->isServer())
        return;
    if (m_dialog)
        m_dialog->close();
    auto* dialog = new views::ConnectDialog(&m_window);
    session::ConnectionSettings settings = source->settings;
    settings.title = source->title.toStdString();
    dialog->edit(location, settings);
    present(dialog);
}

void ServerBinding::present(views::ConnectDialog* dialog) {
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_access.vault != nullptr) {
        dialog->setSecretsLast(m_access.vault->lasts());
        connect(m_access.vault, &session::SecretVault::lastsChanged, dialog,
                [this, dialog] { dialog->setSecretsLast(m_access.vault->lasts()); });
    }
    m_engine.run<session::DatabricksLogins>(
        jobs::Pool::Compute, dialog,
        [environment = m_access.environment](std::stop_token, base::Progress&)
            -> Result<session::DatabricksLogins> { return session::databricksLogins(environment); },
        [dialog](const Result<session::DatabricksLogins>& logins) {
            if (logins.ok())
                dialog->setLogins(logins.value());
        });
    connect(dialog, &views::ConnectDialog::testRequested, this, &ServerBinding::test);
    connect(dialog, &views::ConnectDialog::testCancelled, this, [this] { m_test.request_stop(); });
    connect(dialog, &views::ConnectDialog::connectRequested, this,
            [this](const ConnectionRequest& request) {
                m_window.messageBar()->hide();
                m_workspace.connectTo(request);
            });
    dialog->show();
}

void ServerBinding::test(const ConnectionRequest& request) {
    const auto kind = session::secretKind(request.settings);
    if (!kind || !request.secret.empty() || m_access.vault == nullptr) {
        runTest(request, request.secret);
        return;
    }
    // An unchanged secret is the one that was kept.
    m_access.vault->read(request.location, *kind, m_dialog,
                         [this, request](const Result<Secret>& kept) {
                             runTest(request, kept.ok() ? kept.value() : Secret());
                         });
}

void ServerBinding::runTest(const ConnectionRequest& request, const Secret& secret) {
    const QPointer<views::ConnectDialog> dialog = m_dialog;
    const quint64 number = ++m_testNumber;
    const QPointer<ServerBinding> self(this);
    const auto told = [engine = &m_engine, dialog, self, number](const TestResult& result) {
        QMetaObject::invokeMethod(
            engine,
            [dialog, self, number, result] {
                if (dialog && self && self->m_testNumber == number)
                    dialog->addResult(result);
            },
            Qt::QueuedConnection);
    };
    auto job = [request, told, environment = m_access.environment,
                credentials = session::credentialsOf(request.settings, secret)](
                   std::stop_token stop, base::Progress&) {
        return session::testConnection(request.location.toStdString(), request.settings,
                                       credentials, environment, told, stop);
    };
    m_test = m_engine.run<bool>(jobs::Pool::Long, m_dialog, std::move(job),
                                [this, dialog, number](const Result<bool>& result) {
                                    if (dialog && m_testNumber == number)
                                        dialog->testEnded(result.cancelled());
                                });
}

void ServerBinding::remove(const QString& location) {
    const session::SourceInfo* source = m_workspace.sources().find(location);
    if (source == nullptr)
        return;
    auto* box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("removeDialog"));
    box->setWindowTitle(tr("Remove a source"));
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Remove “%1” from this window?").arg(source->title));
    const QString words = source->isServer()
                              ? tr("Its login is forgotten. Nothing on the server is changed.")
                              : tr("Nothing in the store itself is changed.");
    box->setInformativeText(words);
    auto* copy = new QCheckBox(tr("&Delete also what is kept of it on this machine"), box);
    copy->setObjectName(QStringLiteral("removeCache"));
    box->setCheckBox(copy);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    QPushButton* remove = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("removeRemove"));
    connect(remove, &QPushButton::clicked, this,
            [this, location, copy] { m_workspace.sources().remove(location, copy->isChecked()); });
    m_workspace.sources().measure(location, box, [copy](const Result<session::SourceSize>& size) {
        if (size.ok())
            copy->setText(tr("&Delete also what is kept of it on this machine: %1")
                              .arg(sizeWords(size.value())));
    });
    box->open();
}

void ServerBinding::keep(const QString& location, const QString& experimentId, const QString& runId,
                         const QString& subject) {
    const session::SourceInfo* source = m_workspace.sources().find(location);
    if (source == nullptr || !source->isServer() || m_keepDialog)
        return;
    auto* dialog = new views::KeepDialog(subject, !runId.isEmpty(), &m_window);
    m_keepDialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto choice = [dialog, experimentId, runId] {
        return cache::Kept{experimentId.toStdString(), runId.toStdString(), dialog->histories(),
                           dialog->artifacts().toStdString()};
    };
    connect(dialog, &views::KeepDialog::choiceChanged, this,
            [this, location, choice] { estimate(location, choice()); });
    connect(dialog, &views::KeepDialog::kept, this,
            [this, location, choice] { m_keeper.keep(location, choice()); });
    connect(dialog, &views::KeepDialog::released, this, [this, location, experimentId, runId] {
        m_keeper.keep(location, {experimentId.toStdString(), runId.toStdString(), false, {}});
    });
    connect(dialog, &QDialog::finished, this, [this] { m_estimate.request_stop(); });
    const auto kept = std::ranges::find_if(source->kept, [&](const cache::Kept& one) {
        return one.experimentId == experimentId.toStdString() && one.runId == runId.toStdString();
    });
    if (kept != source->kept.end())
        dialog->setChoice(kept->histories, QString::fromStdString(kept->artifacts));
    else
        estimate(location, choice());
    m_workspace.sources().measure(
        location, dialog, [dialog](const Result<session::SourceSize>& size) {
            if (size.ok())
                dialog->setHeld(
                    tr("Of this source there are here: %1.").arg(sizeWords(size.value())));
        });
    dialog->open();
}

void ServerBinding::estimate(const QString& location, const cache::Kept& kept) {
    m_estimate.request_stop();
    m_keepDialog->setEstimate(tr("Looking how much that is…"));
    m_estimate =
        m_keeper.estimate(location, kept, m_keepDialog,
                          [dialog = m_keepDialog](const Result<sync::OfflineSize>& size) {
                              if (dialog && !size.cancelled())
                                  dialog->setEstimate(size.ok() ? estimateWords(size.value())
                                                                : views::describe(size.error()));
                          });
}

}  // namespace podium::app
