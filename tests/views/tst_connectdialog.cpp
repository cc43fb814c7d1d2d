// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/connectdialog.h"
#include "views/dialogs/connectsteps.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace podium;
using base::Error;
using base::ErrorCode;
using session::ConnectionRequest;
using session::TestOutcome;
using session::TestStep;
using views::ConnectDialog;

Q_DECLARE_METATYPE(podium::session::TestStep)
Q_DECLARE_METATYPE(podium::base::Error)

namespace {

template <typename Widget>
Widget* child(const QWidget& dialog, const char* name) {
    return dialog.findChild<Widget*>(QLatin1String(name));
}

void type(const QString& text) {
    QTest::keyClicks(QApplication::focusWidget(), text);
}

/// Presses Tab until this has the focus; false if it can't be reached so.
bool tabTo(const QWidget* wanted) {
    for (int i = 0; i < 30; ++i) {
        if (QApplication::focusWidget() == wanted)
            return true;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    return false;
}

session::DatabricksLogins logins(const QStringList& profiles, bool hasDefault) {
    return {QStringLiteral("~/.databrickscfg"), profiles, hasDefault};
}

}  // namespace

class TestConnectDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aServerIsSetUpWithKeysAlone() {
        ConnectDialog dialog;
        std::optional<ConnectionRequest> asked;
        connect(&dialog, &ConnectDialog::connectRequested, this,
                [&](const ConnectionRequest& request) { asked = request; });
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY(tabTo(child<QLineEdit>(dialog, "connectAddress")));
        type(QStringLiteral("https://lab.example.org"));
        QVERIFY(tabTo(child<QLineEdit>(dialog, "connectTitle")));
        type(QStringLiteral("Lab"));
        QVERIFY(tabTo(child<QComboBox>(dialog, "connectAuth")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QVERIFY(tabTo(child<QLineEdit>(dialog, "connectUser")));
        type(QStringLiteral("ada"));
        auto* secret = child<QLineEdit>(dialog, "connectSecret");
        QVERIFY(tabTo(secret));
        type(QStringLiteral("s3cret"));
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        QVERIFY(!secret->displayText().contains(QStringLiteral("s3")));
        auto* more = child<QToolButton>(dialog, "connectMore");
        QVERIFY(tabTo(more));
        QTest::keyClick(more, Qt::Key_Space);
        QVERIFY(tabTo(child<QLineEdit>(dialog, "connectProxy")));
        type(QStringLiteral("http://proxy:3128"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(asked.has_value());
        QCOMPARE(asked->location, QStringLiteral("https://lab.example.org"));
        QCOMPARE(asked->settings.title, std::string("Lab"));
        QVERIFY(asked->settings.auth == session::ConnectionSettings::Auth::Basic);
        QCOMPARE(asked->settings.user, std::string("ada"));
        QCOMPARE(asked->settings.proxy, std::string("http://proxy:3128"));
        QCOMPARE(std::string(asked->secret.reveal()), std::string("s3cret"));
        QCOMPARE(QString::fromStdString(asked->settings.toJson()).contains(QStringLiteral("s3c")),
                 false);
        QVERIFY2(secret->text().isEmpty(), "the field is emptied when the dialog closes");
    }

    void everyControlHasAName() {
        ConnectDialog dialog;
        dialog.setLogins(logins({QStringLiteral("DEFAULT")}, true));
        child<QToolButton>(dialog, "connectMore")->setChecked(true);
        for (QWidget* widget : dialog.findChildren<QWidget*>()) {
            const bool inner = widget->objectName().startsWith(QStringLiteral("qt_"));
            if ((widget->focusPolicy() & Qt::TabFocus) == 0 || inner ||
                !widget->isVisibleTo(&dialog))
                continue;
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const bool named = !widget->accessibleName().isEmpty() ||
                               (button != nullptr && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(widget->objectName()));
        }
    }

    void badAddressesAreSaidInPlace_data() {
        QTest::addColumn<QString>("address");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no scheme") << QStringLiteral("lab.example.org");
        QTest::newRow("other scheme") << QStringLiteral("ftp://lab");
        QTest::newRow("no host") << QStringLiteral("https://");
        QTest::newRow("login in it") << QStringLiteral("https://ada:pw@lab");
    }
    void badAddressesAreSaidInPlace() {
        QFETCH(QString, address);
        ConnectDialog dialog;
        QSignalSpy tested(&dialog, &ConnectDialog::testRequested);
        QSignalSpy connected(&dialog, &ConnectDialog::connectRequested);
        dialog.setAddress(address);
        child<QPushButton>(dialog, "connectTest")->click();
        child<QPushButton>(dialog, "connectConnect")->click();
        QCOMPARE(tested.count(), 0);
        QCOMPARE(connected.count(), 0);
        const auto* note = child<QLabel>(dialog, "connectAddressNote");
        QVERIFY(note->isVisibleTo(&dialog) && !note->text().isEmpty());
    }

    void databricksAddresses_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("profiles");
        QTest::addColumn<bool>("hasDefault");
        QTest::addColumn<QStringList>("said");  // none: it is asked for
        const QStringList two{QStringLiteral("dev"), QStringLiteral("prod")};
        const QStringList fine;
        const auto text = [](const char* words) { return QString::fromUtf8(words); };
        QTest::newRow("a profile") << text("databricks://prod") << two << false << fine;
        QTest::newRow("its Unity Catalog") << text("databricks-uc://prod") << two << false << fine;
        QTest::newRow("a path behind it") << text("databricks://prod/x") << two << false << fine;
        QTest::newRow("the default") << text("databricks") << QStringList() << true << fine;
        QTest::newRow("the default's catalog")
            << text("databricks-uc") << QStringList() << true << fine;
        QTest::newRow("no such profile")
            << text("databricks://test") << two << true
            << QStringList{text("~/.databrickscfg"), text("“test”"), text("dev, prod")};
        QTest::newRow("names are exact") << text("databricks://PROD") << two << true
                                         << QStringList{text("“PROD”"), text("dev, prod")};
        QTest::newRow("no default")
            << text("databricks") << two << false
            << QStringList{text("DATABRICKS_HOST"), text("DEFAULT"), text("dev, prod")};
        QTest::newRow("nothing at all") << text("databricks-uc") << QStringList() << false
                                        << QStringList{text("DATABRICKS_HOST")};
        QTest::newRow("another word")
            << text("databricksx://prod") << two << true << QStringList{text("databricks://")};
        QTest::newRow("one slash")
            << text("databricks:/prod") << two << true << QStringList{text("databricks://")};
    }
    void databricksAddresses() {
        QFETCH(const QString, address);
        QFETCH(const QStringList, profiles);
        QFETCH(const bool, hasDefault);
        QFETCH(const QStringList, said);
        ConnectDialog dialog;
        QSignalSpy connected(&dialog, &ConnectDialog::connectRequested);
        dialog.setLogins(logins(profiles, hasDefault));
        dialog.setAddress(address);
        child<QPushButton>(dialog, "connectConnect")->click();
        QCOMPARE(connected.count(), said.isEmpty() ? 1 : 0);
        const QString note = child<QLabel>(dialog, "connectAddressNote")->text();
        for (const QString& words : said)
            QVERIFY2(note.contains(words), qPrintable(note));
    }

    void profilesAreChosenFromAList() {
        ConnectDialog dialog;
        auto* address = child<QLineEdit>(dialog, "connectAddress");
        auto* profiles = child<QComboBox>(dialog, "connectProfile");
        QVERIFY(!profiles->isVisibleTo(&dialog));  // nobody has told of any
        dialog.setLogins(logins({QStringLiteral("dev"), QStringLiteral("prod")}, false));
        QVERIFY(profiles->isVisibleTo(&dialog));
        QTest::keyClick(profiles, Qt::Key_Down);
        QCOMPARE(address->text(), QStringLiteral("databricks://dev"));
        dialog.setAddress(QStringLiteral("databricks-uc://prod"));
        QCOMPARE(profiles->currentText(), QStringLiteral("prod"));
        QTest::keyClick(profiles, Qt::Key_Up);
        QCOMPARE(address->text(), QStringLiteral("databricks-uc://dev"));
        dialog.setAddress(QStringLiteral("https://lab.example.org"));
        QCOMPARE(profiles->currentIndex(), 0);
    }

    void whereTheSecretIsKeptIsSaidBefore() {
        ConnectDialog dialog;
        child<QComboBox>(dialog, "connectAuth")->setCurrentIndex(2);
        const auto* note = child<QLabel>(dialog, "connectSecretNote");
        QVERIFY(note->text().contains(QStringLiteral("no keychain")));
        dialog.setSecretsLast(true);
        QVERIFY(note->text().contains(QStringLiteral("keychain of your desktop")));
    }

    void whatIsDangerousIsSaid() {
        ConnectDialog dialog;
        child<QCheckBox>(dialog, "connectInsecure")->setChecked(true);
        QVERIFY(!child<QLabel>(dialog, "connectInsecureNote")->text().isEmpty());
        dialog.setAddress(QStringLiteral("http://lab"));
        child<QComboBox>(dialog, "connectAuth")->setCurrentIndex(1);
        QVERIFY(child<QLabel>(dialog, "connectAddressNote")
                    ->text()
                    .contains(QStringLiteral("not encrypted")));
    }

    void eachFailingStepSaysWhatAndWhatNext_data() {
        QTest::addColumn<TestStep>("step");
        QTest::addColumn<Error>("error");
        const auto row = [](const char* name, TestStep step, const Error& error) {
            QTest::newRow(name) << step << error;
        };
        row("name", TestStep::Name, {ErrorCode::NetNameNotFound, {"lab"}});
        row("refused", TestStep::Connection, {ErrorCode::NetRefused, {"lab:5000"}});
        row("time", TestStep::Connection, {ErrorCode::NetTimeout, {"lab", "connect"}});
        row("expired", TestStep::Certificate, {ErrorCode::TlsExpired, {"lab"}});
        row("login", TestStep::Login, {ErrorCode::LoginRefused, {"lab"}});
        row("other server", TestStep::Version, {ErrorCode::NotAServer, {"http://lab"}});
        row("rights", TestStep::Rights, {ErrorCode::Forbidden, {"lab", "Permission denied"}});
    }
    void eachFailingStepSaysWhatAndWhatNext() {
        QFETCH(TestStep, step);
        QFETCH(Error, error);
        ConnectDialog dialog;
        dialog.setAddress(QStringLiteral("https://lab"));
        child<QPushButton>(dialog, "connectTest")->click();
        for (int before = 0; before < static_cast<int>(step); ++before)
            dialog.addResult({static_cast<TestStep>(before), TestOutcome::Ok, {}, {}});
        dialog.addResult({step, TestOutcome::Failed, error, {}});
        dialog.testEnded(false);
        const QString name = QStringLiteral("connectStep%1").arg(static_cast<int>(step));
        const auto* line = dialog.findChild<QLabel*>(name);
        QCOMPARE(line->text(), views::describe(error));
        QVERIFY(line->accessibleName().contains(QStringLiteral("failed")));
        QVERIFY(dialog.steps()->anyFailed());
        QVERIFY(dialog.steps()->text().count(QStringLiteral("not tried")) ==
                6 - static_cast<int>(step));
    }

    void aTestCanBeStoppedAndClosingStopsIt() {
        ConnectDialog dialog;
        QSignalSpy cancelled(&dialog, &ConnectDialog::testCancelled);
        dialog.setAddress(QStringLiteral("https://lab"));
        auto* test = child<QPushButton>(dialog, "connectTest");
        test->click();
        test->click();
        QCOMPARE(cancelled.count(), 1);
        dialog.testEnded(true);
        QVERIFY(dialog.steps()->text().contains(QStringLiteral("Cancelled.")));
        test->click();
        dialog.reject();
        QCOMPARE(cancelled.count(), 2);
    }

    void editingKeepsTheAddressAndAnUnchangedSecret() {
        ConnectDialog dialog;
        session::ConnectionSettings settings;
        settings.auth = session::ConnectionSettings::Auth::Basic;
        settings.user = "ada";
        settings.answerSeconds = 7;  // nothing in the dialog shows it
        dialog.edit(QStringLiteral("https://lab"), settings);
        QVERIFY(child<QLineEdit>(dialog, "connectAddress")->isReadOnly());
        std::optional<ConnectionRequest> asked;
        connect(&dialog, &ConnectDialog::connectRequested, this,
                [&](const ConnectionRequest& request) { asked = request; });
        child<QPushButton>(dialog, "connectConnect")->click();
        QVERIFY(asked.has_value() && asked->secret.empty());
        QCOMPARE(asked->settings, settings);
    }
};

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
