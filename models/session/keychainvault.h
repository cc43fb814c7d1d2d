// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobengine.h"
#include "session/secretvault.h"

#include <optional>

namespace QKeychain {
class Job;
}

namespace podium::session {

/// Keeps secrets in the keychain of the desktop (Secret Service, KWallet). Where there is none, or
/// it does not answer in time, or is locked and nobody unlocks it (KeychainFailed "timeout",
/// "locked", or the keychain's own words), they are kept in memory until the program ends, and
/// lasts() is false. Lives on the UI thread, which it never blocks.
class KeychainVault : public SecretVault {
    Q_OBJECT
public:
    /// `answerMs`: how long the keychain may take to read or write; a person may have to unlock it
    /// meanwhile.
    explicit KeychainVault(jobs::JobEngine& engine, int answerMs = 60'000,
                           QObject* parent = nullptr);

    [[nodiscard]] bool lasts() const override { return m_available.value_or(false); }
    void read(const QString& location, SecretKind kind, QObject* context, Read read) override;
    void store(const QString& location, SecretKind kind, const http::Secret& secret,
               QObject* context, Done done) override;
    void remove(const QString& location) override;

private:
    void whenKnown(std::function<void()> then);
    void start(QKeychain::Job* job, std::function<void(QKeychain::Job*)> ended);

    RunVault m_memory;
    int m_answerMs;
    std::optional<bool> m_available;  // nothing until the bus has said it
    std::vector<std::function<void()>> m_waiting;
};

}  // namespace podium::session
