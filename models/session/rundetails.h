// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "jobs/slot.h"
#include "session/artifactplace.h"
#include "session/edits.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace podium::session {

/// The selected runs in full, for the inspector. At most `MostLoaded` are loaded; `selected` counts
/// all.
struct InspectedRuns {
    std::vector<cache::RunDetails> runs;
    std::size_t selected = 0;
    SharedEdits edits = std::make_shared<const Edits>();  // already over the runs
    /// Where the artifacts of the first run are, or why they can't be reached.
    base::Result<ArtifactPlace> artifacts = base::Error{};
};

/// Loads the details of the selected runs in a job; the newest selection counts. Lives on the UI
/// thread.
class RunInspector : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t MostLoaded = 50;

    RunInspector(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent = nullptr);

    /// What people decided, shown over what was read.
    void setEdits(SharedEdits edits);
    /// Who tells which stores are open; without it none is.
    void setStores(std::function<OpenStores()> stores) { m_stores = std::move(stores); }
    void setRuns(const std::vector<base::RunNo>& runs);
    /// Loads the same runs again.
    void reload();
    [[nodiscard]] std::shared_ptr<const InspectedRuns> current() const { return m_current; }

Q_SIGNALS:
    void changed();
    void failed(const podium::base::Error& error);

private:
    cache::Cache& m_cache;
    jobs::Slot<std::shared_ptr<const InspectedRuns>> m_slot;
    std::function<OpenStores()> m_stores = [] { return OpenStores(); };
    std::vector<base::RunNo> m_runs;
    SharedEdits m_edits = std::make_shared<const Edits>();
    std::shared_ptr<const InspectedRuns> m_current;
};

}  // namespace podium::session
