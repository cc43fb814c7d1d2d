// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "stores/filestore/storeplan.h"

namespace podium::stores::filestore {

struct ReadExperiment {
    domain::Experiment experiment;
    std::string writtenId;  // the id that its meta.yaml gives
};

/// Reads an experiment's meta.yaml and tags; `dir` is its folder. What its meta.yaml does not say
/// comes from the folder's name, so that the runs in it have a place.
[[nodiscard]] ReadExperiment readExperiment(const Opener& opener, const ExperimentFolder& folder,
                                            int dir, Scratch& scratch);

}  // namespace podium::stores::filestore
