// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/experimentreader.h"
#include "stores/filestore/runreader.h"
#include "stores/filestore/storeplan.h"
#include "stores/store.h"

#include <atomic>
#include <memory>
#include <stop_token>
#include <vector>

namespace podium::stores::filestore {

/// One read of a store: the calling thread reads the experiments one by one and releases their
/// runs; workers take runs, then logged models, then registered models. Lives for one read.
class ReadJob {
public:
    ReadJob(const Opener& opener, int rootDir, StorePlan plan, const ReadRequest& request,
            const Known& known, Sink& sink, base::Progress& progress, std::stop_token stop);

    /// Reads everything in the plan; returns when all threads are done.
    void run(unsigned threads, Scratch& scratch);

private:
    enum class Kind { Run, LoggedModel, Registered };
    struct Task {
        Kind kind;
        std::size_t experiment;
        const NamedFolder* folder;
    };
    /// What a worker holds: its memory and the experiment's folder it works in.
    struct Worker {
        Scratch scratch;
        std::size_t experiment = static_cast<std::size_t>(-1);
        Opened dir;
    };

    void makeTasks();
    void readExperiments(Scratch& scratch);
    void work();
    void release(std::size_t upTo);
    bool waitFor(std::size_t task);
    void perform(Worker& worker, const Task& task);
    void performRun(Worker& worker, const Task& task);
    void performModel(Worker& worker, const Task& task);
    void performRegistered(Worker& worker, const Task& task);
    bool enterExperiment(Worker& worker, std::size_t index);
    [[nodiscard]] Opened openExperiment(const ExperimentFolder& folder) const;
    void deliverProblems(Scratch& scratch, std::string_view experimentId, std::string_view runId);
    void countFiles(Scratch& scratch);

    const Opener& m_opener;
    int m_rootDir;
    StorePlan m_plan;
    const ReadRequest& m_request;
    const Known& m_known;
    Sink& m_sink;
    base::Progress& m_progress;
    std::stop_token m_stop;
    std::vector<Task> m_tasks;
    std::vector<std::string> m_writtenIds;
    std::unique_ptr<DatasetShelf[]> m_datasets;
    std::atomic<std::size_t> m_next{0};
    std::atomic<std::size_t> m_released{0};
};

}  // namespace podium::stores::filestore
