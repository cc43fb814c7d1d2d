// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/readjob.h"

#include "base/utf8.h"
#include "stores/filestore/modelreader.h"
#include "stores/filestore/registryreader.h"

#include <thread>
#include <unordered_map>

namespace podium::stores::filestore {

namespace {

using base::ErrorCode;

constexpr std::string_view TrashPrefix = ".trash/";

}  // namespace

ReadJob::ReadJob(const Opener& opener, int rootDir, StorePlan plan, const ReadRequest& request,
                 const Known& known, Sink& sink, base::Progress& progress, std::stop_token stop)
    : m_opener(opener),
      m_rootDir(rootDir),
      m_plan(std::move(plan)),
      m_request(request),
      m_known(known),
      m_sink(sink),
      m_progress(progress),
      m_stop(std::move(stop)),
      m_writtenIds(m_plan.experiments.size()),
      m_datasets(std::make_unique<DatasetShelf[]>(m_plan.experiments.size())) {
    makeTasks();
}

void ReadJob::makeTasks() {
    for (std::size_t i = 0; i < m_plan.experiments.size(); ++i) {
        for (const NamedFolder& run : m_plan.experiments[i].runs)
            m_tasks.push_back({Kind::Run, i, &run});
    }
    for (std::size_t i = 0; i < m_plan.experiments.size(); ++i) {
        for (const NamedFolder& model : m_plan.experiments[i].models)
            m_tasks.push_back({Kind::LoggedModel, i, &model});
    }
    for (const NamedFolder& model : m_plan.registered)
        m_tasks.push_back({Kind::Registered, 0, &model});
}

void ReadJob::run(unsigned threads, Scratch& scratch) {
    m_progress.total = static_cast<std::int64_t>(m_plan.runs);
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < threads && i < m_tasks.size(); ++i)
        workers.emplace_back([this] { work(); });
    readExperiments(scratch);
    release(m_tasks.size());
}

void ReadJob::readExperiments(Scratch& scratch) {
    std::unordered_map<std::string, std::string> folderByName;
    std::size_t released = 0;
    for (std::size_t i = 0; i < m_plan.experiments.size() && !m_stop.stop_requested(); ++i) {
        const ExperimentFolder& place = m_plan.experiments[i];
        const Opened dir = openExperiment(place);
        if (dir.state == OpenState::Ok) {
            ReadExperiment read = readExperiment(m_opener, place, dir.fd.get(), scratch);
            m_writtenIds[i] = std::move(read.writtenId);
            const std::string name = read.experiment.name;
            m_sink.experiment(std::move(read.experiment));
            if (!folderByName.emplace(name, place.folder).second)
                FolderReader(m_opener, scratch, dir.fd.get(), place.folder)
                    .problem(ErrorCode::DuplicateName, {}, {name});
            deliverProblems(scratch, {}, {});
            countFiles(scratch);
        }
        released += place.runs.size();
        release(released);
    }
}

void ReadJob::release(std::size_t upTo) {
    m_released.store(upTo, std::memory_order_release);
    m_released.notify_all();
}

bool ReadJob::waitFor(std::size_t task) {
    if (task >= m_tasks.size())
        return false;
    for (;;) {
        const std::size_t released = m_released.load(std::memory_order_acquire);
        if (task < released)
            return true;
        m_released.wait(released, std::memory_order_acquire);
    }
}

void ReadJob::work() {
    Worker worker;
    while (!m_stop.stop_requested()) {
        const std::size_t task = m_next.fetch_add(1, std::memory_order_relaxed);
        if (!waitFor(task) || m_stop.stop_requested())
            return;
        perform(worker, m_tasks[task]);
        countFiles(worker.scratch);
    }
}

void ReadJob::perform(Worker& worker, const Task& task) {
    if (task.kind == Kind::Registered) {
        performRegistered(worker, task);
        return;
    }
    if (!enterExperiment(worker, task.experiment))
        return;
    if (task.kind == Kind::LoggedModel) {
        performModel(worker, task);
        return;
    }
    performRun(worker, task);
    m_progress.done.fetch_add(1, std::memory_order_relaxed);
}

void ReadJob::performRun(Worker& worker, const Task& task) {
    const ExperimentFolder& experiment = m_plan.experiments[task.experiment];
    RunPlace place;
    place.experimentId = &experiment.id;
    place.writtenExperimentId = &m_writtenIds[task.experiment];
    place.experimentFolder = &experiment.folder;
    place.experimentDir = worker.dir.fd.get();
    place.name = task.folder->name;
    const std::string runId = base::toUtf8(place.name);
    Opened dir = m_opener.folder(place.experimentDir, place.name.c_str());
    if (dir.state != OpenState::Ok) {
        FolderReader folder(m_opener, worker.scratch, -1, experiment.folder + '/' + place.name);
        if (dir.state == OpenState::Outside)
            folder.problem(ErrorCode::SymlinkOutside, {});
        else if (dir.state == OpenState::Failed)
            folder.problem(ErrorCode::ReadFailed, {}, {base::systemReason(dir.error)});
        deliverProblems(worker.scratch, {}, {});
        return;
    }
    const Fingerprint before = m_request.full ? 0 : m_known.run(experiment.id, runId);
    if (before != 0 && runState(m_opener, dir.fd.get(), worker.scratch) == before) {
        m_sink.runUnchanged(experiment.id, runId);
        return;
    }
    ReadRun read =
        readRun(m_opener, place, dir.fd.get(), m_datasets[task.experiment], worker.scratch, m_stop);
    // A cancelled reading may have left out points; it must not pass for the run.
    if (m_stop.stop_requested()) {
        worker.scratch.problems.clear();
        return;
    }
    if (!read.run) {
        deliverProblems(worker.scratch, {}, {});
        return;
    }
    // Before the run, so that they are stored with it and stay as long as it is unchanged.
    deliverProblems(worker.scratch, experiment.id, runId);
    m_sink.run(std::move(*read.run), read.fingerprint);
}

void ReadJob::performModel(Worker& worker, const Task& task) {
    const ExperimentFolder& experiment = m_plan.experiments[task.experiment];
    const Opened models = m_opener.folder(worker.dir.fd.get(), "models");
    Opened dir;
    if (models.state == OpenState::Ok)
        dir = m_opener.folder(models.fd.get(), task.folder->name.c_str());
    FolderReader folder(m_opener, worker.scratch, dir.fd.get(),
                        experiment.folder + "/models/" + task.folder->name);
    if (dir.state == OpenState::Ok) {
        auto model =
            readLoggedModel(folder, base::toUtf8(task.folder->name), experiment.id, m_stop);
        if (model && !m_stop.stop_requested())
            m_sink.loggedModel(std::move(*model));
    } else if (dir.state == OpenState::Outside) {
        folder.problem(ErrorCode::SymlinkOutside, {});
    } else if (dir.state == OpenState::Failed) {
        folder.problem(ErrorCode::ReadFailed, {}, {base::systemReason(dir.error)});
    }
    deliverProblems(worker.scratch, {}, {});
}

void ReadJob::performRegistered(Worker& worker, const Task& task) {
    const Opened models = m_opener.folder(m_rootDir, "models");
    Opened dir;
    if (models.state == OpenState::Ok)
        dir = m_opener.folder(models.fd.get(), task.folder->name.c_str());
    FolderReader folder(m_opener, worker.scratch, dir.fd.get(), "models/" + task.folder->name);
    if (dir.state == OpenState::Ok) {
        auto read = readRegistered(m_opener, folder, dir.fd.get(), base::toUtf8(task.folder->name));
        if (read) {
            m_sink.registeredModel(std::move(read->model));
            for (domain::ModelVersion& version : read->versions)
                m_sink.modelVersion(std::move(version));
        }
    } else if (dir.state == OpenState::Outside) {
        folder.problem(ErrorCode::SymlinkOutside, {});
    } else if (dir.state == OpenState::Failed) {
        folder.problem(ErrorCode::ReadFailed, {}, {base::systemReason(dir.error)});
    }
    deliverProblems(worker.scratch, {}, {});
}

bool ReadJob::enterExperiment(Worker& worker, std::size_t index) {
    if (worker.experiment != index) {
        worker.experiment = index;
        worker.dir = openExperiment(m_plan.experiments[index]);
    }
    return worker.dir.state == OpenState::Ok;
}

Opened ReadJob::openExperiment(const ExperimentFolder& folder) const {
    if (!folder.trashed)
        return m_opener.folder(m_rootDir, folder.folder.c_str());
    const Opened trash = m_opener.folder(m_rootDir, ".trash");
    if (trash.state != OpenState::Ok)
        return {};
    return m_opener.folder(trash.fd.get(), folder.folder.c_str() + TrashPrefix.size());
}

void ReadJob::deliverProblems(Scratch& scratch, std::string_view experimentId,
                              std::string_view runId) {
    for (domain::Problem& problem : scratch.problems)
        m_sink.problem(std::move(problem), experimentId, runId);
    scratch.problems.clear();
}

void ReadJob::countFiles(Scratch& scratch) {
    m_progress.files.fetch_add(scratch.files, std::memory_order_relaxed);
    m_progress.bytes.fetch_add(scratch.bytes, std::memory_order_relaxed);
    scratch.files = 0;
    scratch.bytes = 0;
}

}  // namespace podium::stores::filestore
