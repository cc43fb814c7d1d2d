// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

/// The port through which a store takes a person's edits of a run. The only way in which anything
/// is written to a store, apart from the registry's own.
namespace podium::stores {

inline constexpr std::string_view NameTag = "mlflow.runName";
inline constexpr std::string_view DescriptionTag = "mlflow.note.content";

/// One value of one run: a tag (a run's description is the tag mlflow.note.content), or its name,
/// which MLflow keeps twice (the field run_name and the tag mlflow.runName).
struct RunEdit {
    std::string runId;
    std::string experimentId;
    std::string folder;                // of the run, where the store has folders
    std::string key;                   // of the tag; NameTag for the run's name
    std::optional<std::string> value;  // what it is to be; nothing takes the tag away
    std::optional<std::string> basis;  // what it was when the person decided
};

enum class EditState {
    Applied,       // written and read back
    AlreadyThere,  // it was so already: somebody else's, or our own write that nobody heard of
    Conflict,      // it is neither the basis nor what is wanted; `current` says what; not written
    ReadOnly,      // the store can't be written
    RunGone,       // there is no such run
    RunDeleted,    // MLflow changes no deleted runs
    KeyInvalid,    // MLflow would refuse to read such a key
    TooLong,       // beyond MLflow's limits
};

struct EditResult {
    EditState state = EditState::Applied;
    std::optional<std::string> current;  // what the store has now
};

/// Checks, writes and reads back in one step. Blocks; called on a worker thread.
class Editor {
public:
    virtual ~Editor() = default;
    /// Fails only where the store as a whole can't be reached: the edit may be tried again.
    virtual base::Result<EditResult> apply(const RunEdit& edit) = 0;
};

/// What MLflow says of a key and a value before it writes them: KeyInvalid, TooLong, or nothing.
/// Limits of MLflow 2.17 and later: 250 characters of a key, 8000 of a value.
[[nodiscard]] std::optional<EditState> refusedByMlflow(const RunEdit& edit);

}  // namespace podium::stores
