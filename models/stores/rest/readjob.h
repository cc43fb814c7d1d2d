// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/rest/registry.h"
#include "stores/rest/runreader.h"

#include <string>
#include <utility>
#include <vector>

namespace podium::stores {

/// One read of a whole store, of some experiments or of some runs. Used once.
class ReadJob {
public:
    ReadJob(ReadScope& scope, std::vector<RegistryKind> registries)
        : m_scope(scope), m_registries(std::move(registries)) {}

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
    std::vector<RegistryKind> m_registries;
    std::vector<domain::Experiment> m_experiments;
};

}  // namespace podium::stores
