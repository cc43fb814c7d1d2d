// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/environment.h"
#include "jobs/slot.h"
#include "session/artifactplace.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace podium::session {

/// The files of a model version and what they say of it, and where it was seen.
struct VersionFiles {
    /// Where they are, or why they can't be reached.
    base::Result<ArtifactPlace> place = base::Error{};
    std::string folder;  // of the model below that place; "" for the place itself
    std::optional<artifacts::ModelFacts> facts;  // nothing where MLmodel can't be read from here
    std::string requirements;                    // requirements.txt as it is
    std::vector<artifacts::Requirement> python;  // of python_env.yaml
    std::vector<cache::ObservedSpan> observed;   // stages and aliases, by time
};

/// Looks at the files of one version of a registered model: at the run's folder or that of a logged
/// model. Lives on the UI thread; looks in jobs, and the newest request counts.
class VersionFilesLoader : public QObject {
    Q_OBJECT
public:
    VersionFilesLoader(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent = nullptr);

    void setStores(std::function<OpenStores()> stores) { m_stores = std::move(stores); }
    /// `run`: the source run in the cache; without one only logged models are found.
    void setVersion(base::SourceNo source, domain::ModelVersion version, base::RunNo run);
    void clear();
    /// nullptr while there is no version, or its files are being looked at.
    [[nodiscard]] std::shared_ptr<const VersionFiles> current() const { return m_current; }

Q_SIGNALS:
    void changed();

private:
    cache::Cache& m_cache;
    jobs::Slot<std::shared_ptr<const VersionFiles>> m_slot;
    std::function<OpenStores()> m_stores = [] { return OpenStores(); };
    std::shared_ptr<const VersionFiles> m_current;
};

/// The folder of a model below the artifacts of its run, by where the version says it came from:
/// "runs:/RUN/model", or any place that goes on after ".../RUN/artifacts/". Nothing if it does not
/// name the run.
[[nodiscard]] std::optional<std::string> folderInRun(const std::string& source,
                                                     const std::string& runId);

}  // namespace podium::session
