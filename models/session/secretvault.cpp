// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/secretvault.h"

namespace podium::session {

using base::Result;
using http::Secret;

void RunVault::read(const QString& location, SecretKind kind, QObject* context, Read read) {
    const auto found = m_secrets.find({location, kind});
    const Secret secret = found != m_secrets.end() ? found->second : Secret();
    QMetaObject::invokeMethod(
        context, [secret, read = std::move(read)] { read(secret); }, Qt::QueuedConnection);
}

void RunVault::store(const QString& location, SecretKind kind, const Secret& secret,
                     QObject* context, Done done) {
    m_secrets[{location, kind}] = secret;
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(Result<void>()); }, Qt::QueuedConnection);
}

void RunVault::remove(const QString& location) {
    std::erase_if(m_secrets, [&](const auto& entry) { return entry.first.first == location; });
}

}  // namespace podium::session
