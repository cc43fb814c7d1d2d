// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "domain/entities.h"
#include "stores/transition.h"
#include "stores/write.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

/// The port between what is outside and the cache. A store knows formats, never the cache; sync
/// implements Sink and Known and drives a Store. Only a StoreWriter writes into one.
namespace podium::stores {

/// Stands for the state of a thing in its store (for files: names, inodes, times and sizes); equal
/// means "not changed since". Never 0.
using Fingerprint = std::uint64_t;

/// What the reader already has; asked from many threads at once.
class Known {
public:
    virtual ~Known() = default;
    /// Fingerprint under which this run was stored last, 0 if it is not known.
    [[nodiscard]] virtual Fingerprint run(std::string_view experimentId,
                                          std::string_view runId) const = 0;
    /// Sink::storeState() of the last whole read that came to its end, 0 if there was none.
    [[nodiscard]] virtual Fingerprint store() const { return 0; }
};

/// Where records go as they are read. run() and runUnchanged() are called from many threads at once
/// and may block to keep memory bounded; everything else may be, too, so an implementation locks.
/// Order: an experiment comes before its runs.
class Sink {
public:
    virtual ~Sink() = default;
    virtual void experiment(domain::Experiment&& experiment) = 0;
    virtual void run(domain::Run&& run, Fingerprint fingerprint) = 0;
    /// The run is there and as it was. `experimentId` is that of the experiment in whose folder it
    /// was found.
    virtual void runUnchanged(std::string_view experimentId, std::string_view runId) = 0;
    virtual void loggedModel(domain::LoggedModel&& model) = 0;
    virtual void registeredModel(domain::RegisteredModel&& model) = 0;
    virtual void modelVersion(domain::ModelVersion&& version) = 0;
    /// The experiment has more runs than ReadRequest::mostRuns, so only the first `runs` of them
    /// came; nothing can be said of the others. After the last of its runs.
    virtual void experimentCut(std::string_view /*experimentId*/, std::int64_t /*runs*/) {}
    /// The state that the store as a whole was in before a whole read; only from stores that can
    /// tell at once that nothing at all has changed.
    virtual void storeState(Fingerprint /*state*/) {}
    /// Everything is as it was in the state Known::store(). Nothing else is delivered then.
    virtual void storeUnchanged() {}
    /// The runs of the experiment could not be read, or not all of them (a problem says why), so
    /// nothing can be said of those that did not come.
    virtual void experimentUnread(std::string_view /*experimentId*/) {}
    /// That part of the store could not be read, or not all of it (a problem says why): what came
    /// is to be taken, and nothing can be said of the rest.
    enum class Part { Registry, LoggedModels };
    virtual void partUnread(Part /*part*/) {}
    /// A problem that belongs to a run names it, so that it goes when the run is read anew; such
    /// problems come before their run(). Otherwise runId is empty and the problem lasts until the
    /// next read of the whole store.
    virtual void problem(domain::Problem&& problem, std::string_view experimentId,
                         std::string_view runId) = 0;
};

/// What is to be read.
struct ReadRequest {
    bool full = false;                // read everything, whatever Known says
    std::vector<std::string> runIds;  // only these runs (live following); empty: the whole store
    /// Only these experiments, without the registry; empty: all. Stores on a disk may read more.
    std::vector<std::string> experimentIds = {};
    std::int64_t mostRuns = 0;  // of one experiment, see Sink::experimentCut; 0: no bound
    unsigned threads = 0;       // 0: what suits the store
    /// Only these registered models with their versions, and nothing else; empty: all. What a
    /// store does not have of them does not come.
    std::vector<std::string> models = {};

    [[nodiscard]] bool isWhole() const {
        return runIds.empty() && experimentIds.empty() && models.empty();
    }
};

struct StoreInfo {
    std::string kind;      // "filestore", "sqlstore", "rest", "databricks"
    std::string location;  // as shown to a person: absolute path or URI, without secrets
    std::string root;      // folder of the store's files, empty where it has none
};

/// Tells that runs of a store have changed, for following a running job. Owned by who asked for it.
class Watcher {
public:
    virtual ~Watcher() = default;
    /// Blocks until something changed, `timeoutMs` passed or stop was requested. Returns the ids of
    /// runs that changed; `wholeStore` is set when more than known runs changed (a new run, an
    /// experiment, the registry).
    struct Change {
        std::vector<std::string> runIds;
        bool wholeStore = false;
        std::optional<base::Error> lost;  // the store answers no more; nothing else is set then
    };
    virtual Change wait(int timeoutMs, std::stop_token stop) = 0;
};

class Remote;

/// One opened store. read() may be called again and again; calls do not overlap.
class Store {
public:
    virtual ~Store() = default;
    [[nodiscard]] virtual StoreInfo info() const = 0;

    /// Reads the store into the sink. Progress counts runs (total as soon as it is known), files
    /// and bytes. Fails only if the store as a whole can't be read any more; single faults go to
    /// Sink::problem.
    virtual base::Result<void> read(const ReadRequest& request, const Known& known, Sink& sink,
                                    base::Progress& progress, std::stop_token stop) = 0;

    /// Watches the store for new and vanished things and these runs (by Run::folder, by id where a
    /// store has no folders) for any change, from now on. Independent of this object; nullptr where
    /// a store can't be watched.
    [[nodiscard]] virtual std::unique_ptr<Watcher> watch(
        const std::vector<std::string>& runFolders) const = 0;

    /// What this store answers beyond a read, owned by it; nullptr where a read gives everything.
    [[nodiscard]] virtual Remote* remote() { return nullptr; }

    /// Writes decisions into this store, beside reads of it; nullptr for a kind of store that is
    /// never written to.
    [[nodiscard]] virtual std::unique_ptr<StoreWriter> writer() const { return nullptr; }

    /// Requests for transitions that the store itself keeps; nullptr where there are none. Used
    /// while the store is there.
    [[nodiscard]] virtual std::unique_ptr<TransitionRequests> transitions() const {
        return nullptr;
    }
};

}  // namespace podium::stores
