// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/connectdialog.h"

#include "views/dialogs/connectsteps.h"
#include "views/dialogs/databricksaddress.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace podium::views {

using Auth = session::ConnectionSettings::Auth;
using session::ConnectionRequest;
using session::ConnectionSettings;

namespace {

constexpr int Wide = 560;
constexpr int MostRuns = 10'000'000;
constexpr int RunsStep = 10'000;

QString pathText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

void setNote(QLabel* note, const QString& text, const QColor& color) {
    note->setText(text);
    note->setVisible(!text.isEmpty());
    QPalette palette = note->palette();
    palette.setColor(QPalette::WindowText, color);
    note->setPalette(palette);
}

}  // namespace

ConnectDialog::ConnectDialog(QWidget* parent)
    : QDialog(parent), m_profile(new QComboBox(this)), m_steps(new ConnectSteps(this)) {
    setObjectName(QStringLiteral("connectDialog"));
    setWindowTitle(tr("Connect to a server"));
    setAccessibleName(windowTitle());
    setMinimumWidth(Wide);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(metrics::Group);
    m_form->setVerticalSpacing(metrics::Gap);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_address = addField(m_form, QStringLiteral("connectAddress"), tr("&Address"));
    m_address->setPlaceholderText(QStringLiteral("https://mlflow.example.org"));
    m_addressNote = addNote(m_form, QStringLiteral("connectAddressNote"));
    m_profile->setObjectName(QStringLiteral("connectProfile"));
    m_profile->setAccessibleName(tr("Databricks profile"));
    m_form->addRow(tr("Databricks &profile"), m_profile);
    m_form->setRowVisible(m_profile, false);
    m_title = addField(m_form, QStringLiteral("connectTitle"), tr("&Name"));
    buildSignIn(m_form);
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("connectMore"));
    m_more->setText(tr("&More settings"));
    m_more->setAccessibleName(tr("More settings"));
    m_more->setCheckable(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_advanced = new QWidget(this);
    auto* advanced = new QFormLayout(m_advanced);
    advanced->setContentsMargins(0, 0, 0, 0);
    advanced->setHorizontalSpacing(metrics::Group);
    advanced->setVerticalSpacing(metrics::Gap);
    advanced->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    advanced->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildAdvanced(advanced);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(metrics::Group);
    layout->addLayout(m_form);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_advanced);
    layout->addWidget(m_steps);
    layout->addStretch(1);
    buildButtons();
    m_steps->hide();
    connect(m_more, &QToolButton::toggled, this, &ConnectDialog::update);
    connect(m_address, &QLineEdit::textChanged, this, &ConnectDialog::update);
    connect(m_auth, &QComboBox::currentIndexChanged, this, &ConnectDialog::update);
    connect(m_insecure, &QCheckBox::toggled, this, &ConnectDialog::update);
    connect(m_profile, &QComboBox::activated, this, [this](int index) {
        if (index == 0)
            return;
        const auto before = databricksAddress(m_address->text().trimmed());
        m_address->setText((before ? before->scheme : QStringLiteral("databricks")) %
                           QLatin1String("://") % m_profile->itemText(index));
    });
    update();
}

ConnectDialog::~ConnectDialog() {
    m_secret->clear();
}

QLineEdit* ConnectDialog::addField(QFormLayout* form, const QString& name, const QString& label) {
    auto* field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(QString(label).remove(u'&'));
    form->addRow(label, field);
    return field;
}

QLineEdit* ConnectDialog::addFile(QFormLayout* form, const QString& name, const QString& label) {
    auto* field = new QLineEdit(this);
    const QString plain = QString(label).remove(u'&');
    field->setObjectName(name);
    field->setAccessibleName(plain);
    field->setPlaceholderText(tr("PEM file"));
    auto* browse = new QPushButton(tr("Choose…"), this);
    browse->setObjectName(QString(name + QStringLiteral("Browse")));
    browse->setAccessibleName(tr("Choose: %1").arg(plain));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, [this, field, plain] {
        auto* dialog = new QFileDialog(this, plain);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
        dialog->open();
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::Gap);
    row->addWidget(field, 1);
    row->addWidget(browse);
    form->addRow(label, row);
    qobject_cast<QLabel*>(form->labelForField(row))->setBuddy(field);
    return field;
}

QLabel* ConnectDialog::addNote(QFormLayout* form, const QString& name) {
    auto* note = new QLabel(this);
    note->setObjectName(name);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setFont(smallFont(font()));
    note->hide();
    form->addRow(QString(), note);
    return note;
}

void ConnectDialog::buildSignIn(QFormLayout* form) {
    m_auth = new QComboBox(this);
    m_auth->setObjectName(QStringLiteral("connectAuth"));
    m_auth->setAccessibleName(tr("Sign in"));
    m_auth->addItem(tr("Automatically, as MLflow itself"), static_cast<int>(Auth::Environment));
    m_auth->addItem(tr("With user and password"), static_cast<int>(Auth::Basic));
    m_auth->addItem(tr("With a token"), static_cast<int>(Auth::Bearer));
    m_auth->addItem(tr("Not at all"), static_cast<int>(Auth::None));
    form->addRow(tr("&Sign in"), m_auth);
    m_authNote = addNote(form, QStringLiteral("connectAuthNote"));
    m_user = addField(form, QStringLiteral("connectUser"), tr("&User"));
    m_secret = addField(form, QStringLiteral("connectSecret"), tr("Pass&word"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData |
                                  Qt::ImhNoPredictiveText);
    m_secretNote = addNote(form, QStringLiteral("connectSecretNote"));
}

void ConnectDialog::buildAdvanced(QFormLayout* form) {
    m_caFile = addFile(form, QStringLiteral("connectCaFile"), tr("&CA certificates"));
    m_clientCertificate =
        addFile(form, QStringLiteral("connectClientCertificate"), tr("C&lient certificate"));
    m_proxy = addField(form, QStringLiteral("connectProxy"), tr("Prox&y"));
    m_proxy->setPlaceholderText(tr("As the environment says"));
    m_workspace = addField(form, QStringLiteral("connectWorkspace"), tr("Wor&kspace"));
    m_mostRuns = new QSpinBox(this);
    m_mostRuns->setObjectName(QStringLiteral("connectMostRuns"));
    m_mostRuns->setAccessibleName(tr("Most runs held of an experiment"));
    m_mostRuns->setRange(0, MostRuns);
    m_mostRuns->setSingleStep(RunsStep);
    m_mostRuns->setGroupSeparatorShown(true);
    m_mostRuns->setSpecialValueText(tr("All"));
    form->addRow(tr("Most &runs of an experiment"), m_mostRuns);
    m_insecure = new QCheckBox(tr("&Do not check the server's certificate"), this);
    m_insecure->setObjectName(QStringLiteral("connectInsecure"));
    m_insecure->setAccessibleName(tr("Do not check the server's certificate"));
    form->addRow(QString(), m_insecure);
    m_insecureNote = addNote(form, QStringLiteral("connectInsecureNote"));
    m_mostRuns->setValue(static_cast<int>(m_rest.mostRuns));
}

void ConnectDialog::buildButtons() {
    auto* buttons = new QDialogButtonBox(this);
    m_test = buttons->addButton(tr("&Test"), QDialogButtonBox::ActionRole);
    m_test->setObjectName(QStringLiteral("connectTest"));
    m_test->setAutoDefault(false);
    QPushButton* cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("connectCancel"));
    cancel->setText(tr("Cancel"));
    m_connect = buttons->addButton(tr("C&onnect"), QDialogButtonBox::AcceptRole);
    m_connect->setObjectName(QStringLiteral("connectConnect"));
    m_connect->setDefault(true);
    setPrimary(m_connect);
    layout()->addWidget(buttons);
    connect(m_test, &QPushButton::clicked, this, &ConnectDialog::startTest);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::finish);
}

void ConnectDialog::setAddress(const QString& address) {
    m_address->setText(address);
}

void ConnectDialog::edit(const QString& location, const ConnectionSettings& settings) {
    m_editing = true;
    m_rest = settings;
    setWindowTitle(tr("Connection of %1").arg(location));
    m_address->setText(location);
    m_address->setReadOnly(true);
    m_title->setText(QString::fromStdString(settings.title));
    m_auth->setCurrentIndex(m_auth->findData(static_cast<int>(settings.auth)));
    m_user->setText(QString::fromStdString(settings.user));
    m_caFile->setText(pathText(settings.caFile));
    m_clientCertificate->setText(pathText(settings.clientCertificate));
    m_proxy->setText(QString::fromStdString(settings.proxy));
    m_insecure->setChecked(settings.insecureTls);
    m_workspace->setText(QString::fromStdString(settings.workspace));
    m_mostRuns->setValue(static_cast<int>(std::min<std::int64_t>(settings.mostRuns, MostRuns)));
    m_connect->setText(tr("&Save"));
    const ConnectionSettings usual;
    const bool more = settings.caFile != usual.caFile || settings.proxy != usual.proxy ||
                      settings.clientCertificate != usual.clientCertificate ||
                      settings.insecureTls || !settings.workspace.empty() ||
                      settings.mostRuns != usual.mostRuns;
    m_more->setChecked(more);
    update();
}

void ConnectDialog::setLogins(const session::DatabricksLogins& logins) {
    m_logins = logins;
    m_profile->clear();
    m_profile->addItem(tr("None"));
    m_profile->addItems(logins.profiles);
    m_form->setRowVisible(m_profile, !logins.profiles.isEmpty() && !m_editing);
    update();
}

/// The list follows the address that is typed.
void ConnectDialog::showProfile() {
    const auto databricks = databricksAddress(m_address->text().trimmed());
    const int index =
        databricks && !databricks->profile.isEmpty()
            ? m_profile->findText(databricks->profile, Qt::MatchExactly | Qt::MatchCaseSensitive)
            : 0;
    m_profile->setCurrentIndex(std::max(index, 0));
}

void ConnectDialog::setSecretsLast(bool last) {
    m_secretsLast = last;
    update();
}

Auth ConnectDialog::auth() const {
    return static_cast<Auth>(m_auth->currentData().toInt());
}

QString ConnectDialog::addressFault() const {
    const QString address = m_address->text().trimmed();
    if (address.isEmpty())
        return tr("Enter the address of the server.");
    // A source that is there keeps its address, so nothing is said of it.
    if (const auto databricks = databricksAddress(address))
        return m_logins && !m_editing ? databricksFault(*databricks, *m_logins) : QString();
    const QUrl url(address, QUrl::StrictMode);
    const bool http = address.startsWith(QLatin1String("http://")) ||
                      address.startsWith(QLatin1String("https://"));
    if (!http)
        return tr("The address must begin with https://, http:// or databricks://.");
    if (!url.isValid() || url.host().isEmpty())
        return tr(
            "This is no address of a server. It should look like "
            "https://mlflow.example.org.");
    if (!url.userInfo().isEmpty())
        return tr("Enter user and password below, not in the address.");
    return {};
}

/// Shows what belongs to what is chosen, and says what is wrong where it is.
void ConnectDialog::update() {
    const Colors& c = colors(palette());
    const QString fault = addressFault();
    const bool plain = m_address->text().trimmed().startsWith(QLatin1String("http://"));
    const bool secret = auth() == Auth::Basic || auth() == Auth::Bearer;
    const bool tell = m_touched || (!m_address->text().isEmpty() && !m_address->hasFocus());
    if (!fault.isEmpty())
        setNote(m_addressNote, tell ? fault : QString(), c.bad);
    else if (plain && secret)
        setNote(m_addressNote,
                tr("The connection is not encrypted: others on the network can read the login."),
                c.warn);
    else
        setNote(m_addressNote, databricksHint(m_address->text().trimmed()), c.dim);
    showProfile();
    const QUrl url(m_address->text().trimmed());
    m_title->setPlaceholderText(url.host().isEmpty() ? tr("As the server is called") : url.host());
    m_form->setRowVisible(m_user, auth() == Auth::Basic);
    m_form->setRowVisible(m_secret, secret);
    setNote(m_authNote,
            auth() == Auth::Environment
                ? tr("From MLFLOW_TRACKING_ variables, ~/.mlflow/credentials or a Databricks "
                     "profile. Nothing of it is kept by Podium.")
                : QString(),
            c.dim);
    const QString words = auth() == Auth::Basic ? tr("Pass&word") : tr("To&ken");
    if (auto* label = qobject_cast<QLabel*>(m_form->labelForField(m_secret)))
        label->setText(words);
    m_secret->setAccessibleName(QString(words).remove(u'&'));
    m_secret->setPlaceholderText(m_editing ? tr("Unchanged") : QString());
    setNote(m_secretNote,
            !secret         ? QString()
            : m_secretsLast ? tr("Kept in the keychain of your desktop, nowhere else.")
                            : tr("There is no keychain here: it is kept until Podium is closed, "
                                 "and has to be entered again after the next start."),
            c.dim);
    m_more->setIcon(icon(m_more->isChecked() ? u"chevron-down" : u"chevron-right"));
    m_advanced->setVisible(m_more->isChecked());
    setNote(m_insecureNote,
            m_insecure->isChecked()
                ? tr("Anybody between here and the server can read and change everything, the "
                     "login too. Name the CA certificates instead.")
                : QString(),
            c.bad);
}

ConnectionRequest ConnectDialog::request() const {
    ConnectionRequest request;
    request.location = m_address->text().trimmed();
    ConnectionSettings& settings = request.settings;
    settings = m_rest;
    settings.title = m_title->text().trimmed().toStdString();
    settings.auth = auth();
    settings.user = auth() == Auth::Basic ? m_user->text().toStdString() : std::string();
    settings.caFile = m_caFile->text().trimmed().toStdString();
    settings.clientCertificate = m_clientCertificate->text().trimmed().toStdString();
    settings.proxy = m_proxy->text().trimmed().toStdString();
    settings.insecureTls = m_insecure->isChecked();
    settings.workspace = m_workspace->text().trimmed().toStdString();
    settings.mostRuns = m_mostRuns->value();
    if (auth() == Auth::Basic || auth() == Auth::Bearer)
        request.secret = session::Secret(m_secret->text().toStdString());
    return request;
}

void ConnectDialog::startTest() {
    if (m_testing) {
        Q_EMIT testCancelled();
        return;
    }
    m_touched = true;
    update();
    if (!addressFault().isEmpty()) {
        m_address->setFocus();
        return;
    }
    m_testing = true;
    m_test->setText(tr("S&top test"));
    m_steps->show();
    m_steps->begin();
    grow();
    Q_EMIT testRequested(request());
}

/// Labels that wrap tell how high they are only for a width.
void ConnectDialog::grow() {
    layout()->activate();
    const int wanted = layout()->hasHeightForWidth() ? layout()->heightForWidth(width())
                                                     : layout()->sizeHint().height();
    if (wanted > height())
        resize(width(), wanted);
}

void ConnectDialog::addResult(const session::TestResult& result) {
    if (!m_testing)
        return;
    m_steps->add(result);
    grow();
}

void ConnectDialog::testEnded(bool cancelled) {
    m_testing = false;
    m_test->setText(tr("&Test"));
    m_steps->end(cancelled);
    grow();
}

void ConnectDialog::finish() {
    m_touched = true;
    update();
    if (!addressFault().isEmpty()) {
        m_address->setFocus();
        return;
    }
    if (auth() == Auth::Basic && m_user->text().isEmpty()) {
        m_user->setFocus();
        return;
    }
    if ((auth() == Auth::Basic || auth() == Auth::Bearer) && !m_editing &&
        m_secret->text().isEmpty()) {
        setNote(m_secretNote, tr("Enter it, or choose another way to sign in."),
                colors(palette()).bad);
        m_secret->setFocus();
        return;
    }
    Q_EMIT connectRequested(request());
    accept();
}

void ConnectDialog::done(int result) {
    if (m_testing)
        Q_EMIT testCancelled();
    m_secret->clear();
    QDialog::done(result);
}

}  // namespace podium::views
