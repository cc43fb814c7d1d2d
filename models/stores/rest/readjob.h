// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/rest/registry.h"
#include "stores/rest/runreader.h"

#include <string>
#include <vector>

namespace podium::stores {

/// One read of a whole store, of some experiments or of some runs. Used once.
class ReadJob {
public:
    ReadJob(ReadScope& scope, RegistryKind registry) : m_scope(scope), m_registry(registry) {}

    base::Result<void> run();

private:
    base::Result<void> wholeStore();
    base::Result<void> someExperiments();
    base::Result<void> someRuns();
    base::Result<void> listExperiments();
    base::Result<domain::Experiment> experiment(const std::string& id);
    base::Result<domain::Run> oneRun(const std::string& id);
    base::Result<void> readRuns();
    [[nodiscard]] unsigned threads() const;

    ReadScope& m_scope;
    RegistryKind m_registry;
    std::vector<domain::Experiment> m_experiments;
};

}  // namespace podium::stores
