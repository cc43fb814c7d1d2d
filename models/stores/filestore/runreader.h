// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/folderreader.h"
#include "stores/store.h"

#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>

namespace podium::stores::filestore {

/// The datasets of one experiment (`<experiment>/datasets/<id>/meta.yaml`), each read when a run
/// first refers to it. Used from many threads.
class DatasetShelf {
public:
    /// nullptr if there is no such dataset. `experimentDir` is the experiment's folder.
    [[nodiscard]] std::shared_ptr<const domain::Dataset> get(const Opener& opener,
                                                             int experimentDir,
                                                             const std::string& experimentFolder,
                                                             const std::string& id,
                                                             Scratch& scratch);

private:
    std::mutex m_mutex;
    std::unordered_map<std::string, std::shared_ptr<const domain::Dataset>> m_known;
};

/// Where a run lies.
struct RunPlace {
    const std::string* experimentId = nullptr;
    /// Id which the experiment's own meta.yaml gives; differs from the folder's when somebody
    /// renumbered the folder by hand.
    const std::string* writtenExperimentId = nullptr;
    const std::string* experimentFolder = nullptr;
    int experimentDir = -1;
    std::string name;  // the folder's name, as it is on disk
};

struct ReadRun {
    std::optional<domain::Run> run;  // nothing if the folder is not a run
    Fingerprint fingerprint = 0;
};

/// The state of a run's files by looking at each of them without opening any.
[[nodiscard]] Fingerprint runState(const Opener& opener, int runDir, Scratch& scratch);

/// Reads a run whole. The fingerprint tells of the files as they were before their content was
/// read: a change in between is seen by the next comparison.
[[nodiscard]] ReadRun readRun(const Opener& opener, const RunPlace& place, int runDir,
                              DatasetShelf& datasets, Scratch& scratch, std::stop_token stop);

}  // namespace podium::stores::filestore
