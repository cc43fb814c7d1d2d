// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where a run's artifacts are on this machine. MLflow freezes absolute places when a run is made
/// and never relocates them; of 37,961 runs in public stores not one such place existed any more,
/// but 99.9 % ended in <experiment>/<run>/artifacts, so that the folder beside the run is right.
namespace podium::artifacts {

/// What a recorded place says, before looking at the disk.
struct RecordedPlace {
    enum class Kind {
        Local,    // `path` is a path of this kind of system
        Windows,  // a drive or UNC path; `path` has "/" as separator
        Remote    // another scheme (s3, mlflow-artifacts, dbfs ...); `path` is the URI's path
    };
    Kind kind = Kind::Local;
    std::string path;     // percent-decoded
    std::string literal;  // the path as written: a bare path may hold a real '%'
};

/// Reads an artifact_uri, artifact_location, source or storage_location: `file:` URIs with one to
/// three slashes, bare absolute and relative paths, drive letters, backslashes, UNC (which keep
/// their host on Windows alone: MLflow's local_file_uri_to_path). Everything local is
/// percent-decoded, a bare path too, as MLflow does.
[[nodiscard]] RecordedPlace readPlace(std::string_view uri);

/// A rule that a person has taken: what recorded places begin with, and where that is now.
struct RelinkRule {
    std::string from;  // percent-decoded, with "/" alone, without one at its end; "" for anything
    std::filesystem::path to;

    friend bool operator==(const RelinkRule&, const RelinkRule&) = default;
};

/// The folder that a rule finds for a recorded place; empty where it is not there, or would lie
/// outside of `rule.to` when its links are followed.
[[nodiscard]] std::filesystem::path relinked(const RelinkRule& rule, std::string_view uri);

/// Who owns the artifacts.
struct Owner {
    std::string uri;           // as recorded: a run's artifact_uri, a model's artifact_location
    std::string experimentId;  // the id, which is the folder's name too
    std::string id;            // run id or logged model id
    std::filesystem::path storeRoot;  // empty where the store has no folder
    std::string folder;  // the run's or model's own folder below storeRoot; empty in a database
    std::vector<RelinkRule> rules = {};  // tried where nothing of the store's own is there
};

struct Resolved {
    enum class How {
        Recorded,  // the recorded place is there
        Beside,    // `artifacts` in the owner's own folder
        Relinked,  // by one of the owner's rules
        Nothing    // there is no folder because nothing was logged: `folder` would be its place
    };
    std::filesystem::path folder;  // canonical unless How::Nothing
    How how = How::Recorded;
    bool outsideStore = false;  // the recorded place lies outside the store's root
};

/// The folder of the artifacts, by these rules: the recorded place if it is there and inside this
/// store; else the folder beside the run if it has content; else the recorded place if it is there
/// and not the folder of another run; else the folder beside the run. Beside a database that is the
/// folder below the database's own that ends as the recorded place does, also in `mlartifacts` and
/// `mlruns`. Where none of these is there, the owner's rules, the first that finds something. Only
/// looks, never writes.
/// Errors: ArtifactUnreachable (remote and nothing beside the run), ArtifactNotFound (the place is
/// not on this machine), ArtifactOutside (`artifacts` is a link that leaves the store).
[[nodiscard]] base::Result<Resolved> resolve(const Owner& owner);

}  // namespace podium::artifacts
