// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keychainvault.h"

#include <qt6keychain/keychain.h>

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusReply>
#include <QPointer>
#include <QTimer>

namespace podium::session {

using base::Error;
using base::ErrorCode;
using base::Result;
using http::Secret;

namespace {

constexpr const char* SecretService = "org.freedesktop.secrets";
constexpr const char* Program = "podium";

QString keyOf(const QString& location, SecretKind kind) {
    return (kind == SecretKind::Password ? QStringLiteral("password ") : QStringLiteral("token ")) %
           location;
}

/// Whether the session bus has, or can start, something that keeps secrets. Blocks.
bool hasKeychain() {
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") &&
        qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        return false;  // Asking would start a bus of our own.
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    const QStringList wanted = {QLatin1String(SecretService), QStringLiteral("org.kde.kwalletd5"),
                                QStringLiteral("org.kde.kwalletd6"),
                                QStringLiteral("org.gnome.keyring")};
    for (const char* method : {"ListNames", "ListActivatableNames"}) {
        const QDBusReply<QStringList> names = bus.interface()->call(QLatin1String(method));
        for (const QString& name : wanted) {
            if (names.isValid() && names.value().contains(name))
                return true;
        }
    }
    return false;
}

/// Whether the Secret Service has something for this key that is locked. Both libsecret and
/// QtKeychain answer then as if nothing were kept. The attributes are those that QtKeychain stores.
void askIfLocked(const QString& key, int answerMs, QObject* context,
                 std::function<void(bool)> told) {
    qDBusRegisterMetaType<QMap<QString, QString>>();
    QDBusMessage call = QDBusMessage::createMethodCall(
        QLatin1String(SecretService), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    call.setAutoStartService(false);
    call << QVariant::fromValue(QMap<QString, QString>{
        {QStringLiteral("server"), QLatin1String(Program)}, {QStringLiteral("user"), key}});
    using Paths = QList<QDBusObjectPath>;
    auto* watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(call, answerMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [told = std::move(told)](QDBusPendingCallWatcher* done) {
                         const QDBusPendingReply<Paths, Paths> found = *done;
                         told(found.isValid() && !found.argumentAt<1>().isEmpty());
                         done->deleteLater();
                     });
}

Error failure(const QKeychain::Job& job) {
    return {ErrorCode::KeychainFailed, {job.errorString().toStdString()}};
}

}  // namespace

KeychainVault::KeychainVault(jobs::JobEngine& engine, int answerMs, QObject* parent)
    : SecretVault(parent), m_answerMs(answerMs) {
    engine.run<bool>(
        jobs::Pool::Long, this,
        [](std::stop_token, base::Progress&) -> Result<bool> { return hasKeychain(); },
        [this](Result<bool> found) {
            m_available = found.ok() && found.value();
            for (const std::function<void()>& then : std::exchange(m_waiting, {}))
                then();
            Q_EMIT lastsChanged();
        });
}

void KeychainVault::whenKnown(std::function<void()> then) {
    if (m_available)
        then();
    else
        m_waiting.push_back(std::move(then));
}

/// Runs a job of the keychain; `ended` gets nullptr if it did not answer in time.
void KeychainVault::start(QKeychain::Job* job, std::function<void(QKeychain::Job*)> ended) {
    job->setAutoDelete(false);
    job->setParent(this);
    const auto once = std::make_shared<std::function<void(QKeychain::Job*)>>(std::move(ended));
    auto* timer = new QTimer(job);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [once] {
        if (auto call = std::exchange(*once, nullptr))
            call(nullptr);
    });
    connect(job, &QKeychain::Job::finished, this, [once](QKeychain::Job* done) {
        if (auto call = std::exchange(*once, nullptr))
            call(done);
        done->deleteLater();
    });
    timer->start(m_answerMs);
    job->start();
}

void KeychainVault::read(const QString& location, SecretKind kind, QObject* context, Read read) {
    const QPointer<QObject> asker(context);
    auto fromKeychain = [this, location, kind, asker, read](const Result<Secret>& kept) {
        if (!asker)
            return;
        if ((kept.ok() && !kept.value().empty()) || !lasts()) {
            read(kept);
            return;
        }
        auto* job = new QKeychain::ReadPasswordJob(QLatin1String(Program));
        job->setKey(keyOf(location, kind));
        start(job, [this, job, key = keyOf(location, kind), asker, read](QKeychain::Job* done) {
            if (!asker)
                return;
            if (done == nullptr)
                read(Error{ErrorCode::KeychainFailed, {"timeout"}});
            else if (done->error() == QKeychain::EntryNotFound)
                askIfLocked(key, m_answerMs, asker, [read](bool locked) {
                    if (locked)
                        read(Error{ErrorCode::KeychainFailed, {"locked"}});
                    else
                        read(Secret());
                });
            else if (done->error() != QKeychain::NoError)
                read(failure(*done));
            else
                read(Secret(job->textData().toStdString()));
        });
    };
    whenKnown([this, location, kind, asker, fromKeychain] {
        if (asker)
            m_memory.read(location, kind, this, fromKeychain);
    });
}

void KeychainVault::store(const QString& location, SecretKind kind, const Secret& secret,
                          QObject* context, Done done) {
    const QPointer<QObject> asker(context);
    // In memory at once: who connects now need not wait for the keychain.
    m_memory.store(location, kind, secret, this, [](const Result<void>&) {});
    whenKnown([this, location, kind, secret, asker, done] {
        const auto tell = [asker, done](Result<void> result) {
            if (asker)
                done(std::move(result));
        };
        if (!lasts()) {
            tell(Result<void>());
            return;
        }
        auto* job = new QKeychain::WritePasswordJob(QLatin1String(Program));
        job->setKey(keyOf(location, kind));
        job->setTextData(QString::fromUtf8(secret.reveal().data(),
                                           static_cast<qsizetype>(secret.reveal().size())));
        start(job, [tell](QKeychain::Job* ended) {
            if (ended == nullptr)
                tell(Error{ErrorCode::KeychainFailed, {"timeout"}});
            else if (ended->error() != QKeychain::NoError)
                tell(failure(*ended));
            else
                tell(Result<void>());
        });
    });
}

void KeychainVault::remove(const QString& location) {
    m_memory.remove(location);
    whenKnown([this, location] {
        if (!lasts())
            return;
        for (const SecretKind kind : {SecretKind::Password, SecretKind::Token}) {
            auto* job = new QKeychain::DeletePasswordJob(QLatin1String(Program));
            job->setKey(keyOf(location, kind));
            start(job, [](QKeychain::Job*) {});
        }
    });
}

}  // namespace podium::session
