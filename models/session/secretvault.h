// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/secret.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <utility>

namespace podium::session {

/// What a source wants to know of who asks.
enum class SecretKind { Password, Token };

/// Where secrets are kept: by the location of a source and their kind, and nowhere else. Calls
/// return at once; what was asked for comes later on the thread of the vault, and not at all if
/// `context` is gone. Lives on the UI thread; owned by the composition.
class SecretVault : public QObject {
    Q_OBJECT
public:
    using Read = std::function<void(base::Result<http::Secret>)>;
    using Done = std::function<void(base::Result<void>)>;

    using QObject::QObject;

    /// Whether a secret is still there at the next start, as far as is known now.
    [[nodiscard]] virtual bool lasts() const = 0;
    /// An empty secret where none is kept. KeychainFailed.
    virtual void read(const QString& location, SecretKind kind, QObject* context, Read read) = 0;
    /// KeychainFailed: then it is kept until the program ends.
    virtual void store(const QString& location, SecretKind kind, const http::Secret& secret,
                       QObject* context, Done done) = 0;
    /// Forgets all secrets of a source.
    virtual void remove(const QString& location) = 0;

Q_SIGNALS:
    /// lasts() says something else than before.
    void lastsChanged();
};

/// Keeps secrets in memory until it goes.
class RunVault : public SecretVault {
    Q_OBJECT
public:
    using SecretVault::SecretVault;

    [[nodiscard]] bool lasts() const override { return false; }
    void read(const QString& location, SecretKind kind, QObject* context, Read read) override;
    void store(const QString& location, SecretKind kind, const http::Secret& secret,
               QObject* context, Done done) override;
    void remove(const QString& location) override;

private:
    std::map<std::pair<QString, SecretKind>, http::Secret> m_secrets;
};

}  // namespace podium::session
