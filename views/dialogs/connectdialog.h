// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/connection.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace podium::views {

class ConnectSteps;

/// How to reach a server and who asks, and a test of it in steps. It asks nothing by itself: the
/// test and the connecting are done by who listens. Secrets stand in its fields alone, which are
/// emptied when it closes. Lives on the UI thread.
class ConnectDialog : public QDialog {
    Q_OBJECT
public:
    explicit ConnectDialog(QWidget* parent = nullptr);
    ~ConnectDialog() override;

    void setAddress(const QString& address);
    /// Changes a source that is there: its address stays, a secret is only replaced if one is
    /// typed.
    void edit(const QString& location, const session::ConnectionSettings& settings);
    /// What Databricks addresses can mean here; until then they are taken as they are.
    void setLogins(const session::DatabricksLogins& logins);
    /// Whether secrets outlast this run of the program.
    void setSecretsLast(bool last);

    [[nodiscard]] session::ConnectionRequest request() const;
    [[nodiscard]] ConnectSteps* steps() const { return m_steps; }

    void addResult(const session::TestResult& result);
    void testEnded(bool cancelled);

Q_SIGNALS:
    void testRequested(const podium::session::ConnectionRequest& request);
    void testCancelled();
    void connectRequested(const podium::session::ConnectionRequest& request);

public Q_SLOTS:
    void done(int result) override;

private:
    QLineEdit* addField(QFormLayout* form, const QString& name, const QString& label);
    QLineEdit* addFile(QFormLayout* form, const QString& name, const QString& label);
    QLabel* addNote(QFormLayout* form, const QString& name);
    void buildSignIn(QFormLayout* form);
    void buildAdvanced(QFormLayout* form);
    void buildButtons();
    void update();
    void startTest();
    void grow();
    void finish();
    [[nodiscard]] QString addressFault() const;
    void showProfile();
    [[nodiscard]] session::ConnectionSettings::Auth auth() const;

    QLineEdit* m_address;
    QLabel* m_addressNote;
    QLineEdit* m_title;
    QComboBox* m_profile;
    QComboBox* m_auth;
    QLabel* m_authNote;
    QLineEdit* m_user;
    QLineEdit* m_secret;
    QLabel* m_secretNote;
    QToolButton* m_more;
    QWidget* m_advanced;
    QLineEdit* m_caFile;
    QLineEdit* m_clientCertificate;
    QLineEdit* m_proxy;
    QCheckBox* m_insecure;
    QLabel* m_insecureNote;
    QLineEdit* m_workspace;
    QSpinBox* m_mostRuns;
    ConnectSteps* m_steps;
    QFormLayout* m_form;
    QPushButton* m_test;
    QPushButton* m_connect;
    std::optional<session::DatabricksLogins> m_logins;
    session::ConnectionSettings m_rest;  // what the dialog does not show
    bool m_editing = false;
    bool m_secretsLast = false;
    bool m_testing = false;
    bool m_touched = false;  // a fault is only told once somebody has tried to go on
};

}  // namespace podium::views
