// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sourcebook.h"

#include <cstdint>
#include <string>
#include <vector>

namespace podium::items {

enum class SourceNodeKind { Source, Folder, Experiment, Trash };

/// A line of the tree of sources. Numbers name other nodes of the same list.
struct SourceNode {
    SourceNodeKind kind = SourceNodeKind::Source;
    int parent = -1;
    int row = 0;
    std::vector<int> children;
    QString key;  // the same for the same thing in another list
    QString name;
    std::int64_t runs = 0;  // here and below
    base::ExperimentNo experimentNo;
    QString experimentId;
    bool vanished = false;
    bool kept = false;  // of an experiment: something of it is kept offline
    // of the source that it is or lies in
    QString location;
    session::SourceState state = session::SourceState::Opening;
    int percent = -1;
    domain::OptionalMillis checkedAt;  // when the whole of it was read last
    std::int64_t problems = 0;
};

struct SourceNodes {
    std::vector<SourceNode> nodes;  // each behind its parent
    std::vector<int> roots;
};

/// Sources with their experiments, whose names are folders parted by "/"; folders that hold nothing
/// but one folder are one line. Deleted experiments lie in a Trash at the end of their source. With
/// a filter only what has it in its name (in any case) stays, with all above it; a source or folder
/// that has it keeps all below.
[[nodiscard]] SourceNodes buildSourceNodes(const std::vector<session::SourceInfo>& sources,
                                           const QString& filter);

/// Percent of a source's sync, -1 if it is not syncing or its size is not known yet.
[[nodiscard]] int percentOf(const session::SourceInfo& source);

}  // namespace podium::items
