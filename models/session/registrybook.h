// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "jobs/slot.h"
#include "sync/decision.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace podium::session {

/// A registered model with its versions, newest first. Prompts are among them: model.isPrompt()
/// tells.
struct ModelEntry {
    base::SourceNo sourceNo;
    QString sourceTitle;
    domain::RegisteredModel model;
    struct Version {
        domain::ModelVersion version;
        base::RunNo runNo;  // not valid if the source run is not in the cache
        QString runName;
    };
    std::vector<Version> versions;
    /// Those about it that are not in its store, or not read from there yet, oldest first: all
    /// else here is as they want it (session/registryedits.h has what tells more).
    std::vector<sync::Decision> decisions = {};
};

/// A problem with the source it was met in.
struct ProblemEntry {
    base::SourceNo sourceNo;
    QString sourceTitle;
    QString sourceRoot;
    cache::StoredProblem stored;
};

struct RegistrySnapshot {
    std::vector<ModelEntry> models;
    std::vector<ProblemEntry> problems;
};

class RegistryEdits;

/// Registered models and problems of the open sources, as they were decided. Lives on the UI
/// thread; loads in jobs.
class RegistryBook : public QObject {
    Q_OBJECT
public:
    RegistryBook(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent = nullptr);

    [[nodiscard]] std::shared_ptr<const RegistrySnapshot> snapshot() const { return m_snapshot; }
    /// The same without decisions that are not in their stores.
    [[nodiscard]] std::shared_ptr<const RegistrySnapshot> asRead() const { return m_read; }
    void setEdits(std::shared_ptr<const RegistryEdits> edits);
    /// The sources to look at; loads anew.
    void setSources(std::vector<base::SourceNo> sources);
    void reload();
    /// The same a little later; calls close together become one load.
    void reloadSoon();

Q_SIGNALS:
    void changed();
    void failed(const podium::base::Error& error);

private:
    cache::Cache& m_cache;
    jobs::Slot<std::shared_ptr<const RegistrySnapshot>> m_slot;
    QTimer m_timer;
    std::vector<base::SourceNo> m_sources;
    std::shared_ptr<const RegistrySnapshot> m_read;
    std::shared_ptr<const RegistrySnapshot> m_snapshot;  // with the edits over it
    std::shared_ptr<const RegistryEdits> m_edits;
};

}  // namespace podium::session
