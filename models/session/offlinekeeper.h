// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/artifactplace.h"
#include "session/sourcebook.h"
#include "sync/keepoffline.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <set>

namespace podium::session {

/// Brings here what somebody wants to have without a network: after it was chosen and after each
/// sync, in a job that is shown. Lives on the UI thread.
class OfflineKeeper : public QObject {
    Q_OBJECT
public:
    OfflineKeeper(cache::Cache& cache, jobs::JobEngine& engine, SourceBook& book,
                  std::shared_ptr<artifacts::RemoteArtifacts> artifacts, QObject* parent = nullptr);

    /// What keeping this would take; nothing is fetched for it. OfflineMode if nothing may be
    /// asked.
    std::stop_source estimate(const QString& location, const cache::Kept& kept, QObject* context,
                              std::function<void(base::Result<sync::OfflineSize>)> done);
    /// Keeps this and brings it here; nothing in it releases what was kept: its histories are
    /// dropped, its artifacts may be.
    void keep(const QString& location, const cache::Kept& kept);

Q_SIGNALS:
    /// Something that could not be had, or why it broke off.
    void failed(const QString& location, const podium::base::Error& error);
    void finished(const QString& location);

private:
    void bringHere(const QString& location);
    void dropHistories(const QString& location, const cache::Kept& kept);
    [[nodiscard]] std::shared_ptr<OfflineFiles> files(const SourceInfo& source) const;

    cache::Cache& m_cache;
    jobs::JobEngine& m_engine;
    SourceBook& m_book;
    std::shared_ptr<artifacts::RemoteArtifacts> m_artifacts;
    std::set<QString> m_running;
    std::set<QString> m_again;
};

}  // namespace podium::session
