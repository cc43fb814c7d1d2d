// SPDX-License-Identifier: GPL-3.0-or-later
// The vault with a real keychain. Run by keychain.sh: each function on a bus of its own, in a home
// of its own.
#include "session/keychainvault.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace podium;
using base::ErrorCode;
using base::Result;
using http::Secret;
using session::KeychainVault;
using session::SecretKind;

namespace {

constexpr const char* Service = "org.freedesktop.secrets";
const QString Place = QStringLiteral("https://lab.example/mlflow");
const QString Other = QStringLiteral("https://other.example");

/// GNOME's keyring, opened with a password as it is when somebody signs in.
class Keyring {
public:
    explicit Keyring(bool opened = true) {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        QStringList arguments{QStringLiteral("--foreground"),
                              QStringLiteral("--components=secrets")};
        if (opened)
            arguments << QStringLiteral("--unlock");
        m_process.start(QStringLiteral("gnome-keyring-daemon"), arguments);
        if (opened)
            m_process.write("the keyring's password");
        m_process.closeWriteChannel();
    }
    ~Keyring() {
        m_process.terminate();
        m_process.waitForFinished();
    }
    [[nodiscard]] static bool isThere() {
        return QDBusConnection::sessionBus().interface()->isServiceRegistered(
            QLatin1String(Service));
    }
    /// As when the screen is locked.
    static bool lock() {
        QDBusMessage call = QDBusMessage::createMethodCall(
            QLatin1String(Service), QStringLiteral("/org/freedesktop/secrets"),
            QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
        const QDBusObjectPath login(QStringLiteral("/org/freedesktop/secrets/collection/login"));
        call << QVariant::fromValue(QList<QDBusObjectPath>{login});
        return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
    }

private:
    QProcess m_process;
};

/// Asks for the keyring's password, and nobody answers.
class SilentPrompter : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.keyring.internal.Prompter")
public:
    SilentPrompter() {
        QDBusConnection bus = QDBusConnection::sessionBus();
        bus.registerObject(QStringLiteral("/org/gnome/keyring/Prompter"), this,
                           QDBusConnection::ExportAllSlots);
        bus.registerService(QStringLiteral("org.gnome.keyring.SystemPrompter"));
    }
    int asked = 0;

public Q_SLOTS:
    void BeginPrompting(const QDBusObjectPath& /*callback*/) { ++asked; }
};

/// One start of the program.
struct Start {
    explicit Start(int answerMs = 20'000) : vault(engine, answerMs) {}

    Result<Secret> read(SecretKind kind = SecretKind::Password, const QString& place = Place) {
        std::optional<Result<Secret>> found;
        vault.read(place, kind, &context,
                   [&found](Result<Secret> secret) { found = std::move(secret); });
        if (!QTest::qWaitFor([&] { return found.has_value(); }, 30'000))
            return base::Cancelled{};
        return *found;
    }
    Result<void> store(const char* secret, SecretKind kind = SecretKind::Password,
                       const QString& place = Place) {
        std::optional<Result<void>> done;
        vault.store(place, kind, Secret(secret), &context,
                    [&done](Result<void> result) { done = std::move(result); });
        if (!QTest::qWaitFor([&] { return done.has_value(); }, 30'000))
            return base::Cancelled{};
        return *done;
    }
    [[nodiscard]] QByteArray text(SecretKind kind = SecretKind::Password,
                                  const QString& place = Place) {
        const Result<Secret> secret = read(kind, place);
        if (secret.failed())
            return "failed: " + QByteArray::fromStdString(base::logLine(secret.error()));
        return secret.ok() ? QByteArray::fromStdString(std::string(secret.value().reveal()))
                           : QByteArray("no answer");
    }

    jobs::JobEngine engine;
    KeychainVault vault;
    QObject context;
};

}  // namespace

class TestKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretsLast();
    void withoutAKeychainTheyAreForgotten();
    void aLockedKeychainIsSaid();
    void aKeychainThatWasNeverOpenedIsSaid();
    void aKeychainThatDoesNotAnswerIsGivenUp();

private:
    /// Nobody is there to unlock it.
    static void readAndStoreFail(Start& start);
};

void TestKeychain::readAndStoreFail(Start& start) {
    const Result<Secret> read = start.read();
    QVERIFY2(read.failed() && read.error() == base::Error(ErrorCode::KeychainFailed, {"locked"}),
             start.text().constData());
    const Result<void> stored = start.store("for now");
    QVERIFY(stored.failed() && stored.error().code == ErrorCode::KeychainFailed);
    QCOMPARE(start.text(), QByteArray("for now"));  // until the program ends
}

void TestKeychain::secretsLast() {
    const Keyring keyring;
    QTRY_VERIFY_WITH_TIMEOUT(Keyring::isThere(), 20'000);
    {
        Start first;
        QCOMPARE(first.text(), QByteArray());  // nothing is there
        QVERIFY(first.vault.lasts());
        QVERIFY(first.store("pässwörd with 'quotes' and \n a line").ok());
        QVERIFY(first.store("t0ken", SecretKind::Token).ok());
        QVERIFY(first.store("elsewhere", SecretKind::Password, Other).ok());
    }
    {
        Start second;
        QCOMPARE(second.text(), QByteArray("pässwörd with 'quotes' and \n a line"));
        QCOMPARE(second.text(SecretKind::Token), QByteArray("t0ken"));
        QVERIFY(second.store("another").ok());
    }
    {
        Start third;
        QCOMPARE(third.text(), QByteArray("another"));
        third.vault.remove(Place);
        QTRY_COMPARE(Start().text(), QByteArray());
        QTRY_COMPARE(Start().text(SecretKind::Token), QByteArray());
        QCOMPARE(third.text(), QByteArray());
    }
    QCOMPARE(Start().text(SecretKind::Password, Other), QByteArray("elsewhere"));
}

void TestKeychain::withoutAKeychainTheyAreForgotten() {
    QVERIFY(!Keyring::isThere());
    {
        Start first;
        QVERIFY(first.store("here for now").ok());
        QVERIFY(!first.vault.lasts());
        QCOMPARE(first.text(), QByteArray("here for now"));
    }
    QCOMPARE(Start().text(), QByteArray());
}

void TestKeychain::aLockedKeychainIsSaid() {
    const Keyring keyring;
    QTRY_VERIFY_WITH_TIMEOUT(Keyring::isThere(), 20'000);
    QVERIFY(Start().store("kept").ok());
    QVERIFY(Keyring::lock());
    Start locked;
    readAndStoreFail(locked);
}

void TestKeychain::aKeychainThatWasNeverOpenedIsSaid() {
    {
        const Keyring keyring;
        QTRY_VERIFY_WITH_TIMEOUT(Keyring::isThere(), 20'000);
        QVERIFY(Start().store("kept").ok());
    }
    QTRY_VERIFY(!Keyring::isThere());
    const Keyring closed(false);
    QTRY_VERIFY_WITH_TIMEOUT(Keyring::isThere(), 20'000);
    Start start;
    readAndStoreFail(start);
}

void TestKeychain::aKeychainThatDoesNotAnswerIsGivenUp() {
    const Keyring keyring;
    QTRY_VERIFY_WITH_TIMEOUT(Keyring::isThere(), 20'000);
    QVERIFY(Start().store("kept").ok());
    QVERIFY(Keyring::lock());
    const SilentPrompter prompter;
    Start locked(1000);
    const Result<Secret> read = locked.read();
    QVERIFY(read.failed() && read.error().code == ErrorCode::KeychainFailed);
    QVERIFY(prompter.asked > 0);
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
