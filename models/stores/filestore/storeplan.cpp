// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/storeplan.h"

#include "base/utf8.h"
#include "stores/filestore/probe.h"

#include <fcntl.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <tuple>
#include <unordered_set>

namespace podium::stores::filestore {

namespace {

using base::ErrorCode;

constexpr std::string_view TrashName = ".trash";
constexpr std::string_view ModelsName = "models";

/// Children of an experiment that are never runs: mlflow/store/tracking/file_store.py,
/// RESERVED_EXPERIMENT_FOLDERS.
bool isReserved(std::string_view name) {
    constexpr std::array<std::string_view, 4> Reserved = {"tags", "datasets", "traces", "models"};
    return name.starts_with('.') ||
           std::find(Reserved.begin(), Reserved.end(), name) != Reserved.end();
}

std::vector<NamedFolder> byInode(std::vector<NamedFolder> folders) {
    std::sort(folders.begin(), folders.end(), [](const auto& a, const auto& b) {
        return a.inode != b.inode ? a.inode < b.inode : a.name < b.name;
    });
    return folders;
}

/// Folders and links in a folder; a link's kind shows when it is opened.
std::vector<NamedFolder> foldersIn(int dir, Scratch& scratch, int& error) {
    std::vector<NamedFolder> folders;
    const auto mark = scratch.entries.mark();
    error = scratch.entries.readFolder(dir);
    for (std::size_t i = mark.entries; i < scratch.entries.size(); ++i) {
        const unsigned char type = scratch.entries.type(i);
        if ((type == DT_DIR || type == DT_LNK) && !isStranger(scratch.entries.view(i)))
            folders.push_back({std::string(scratch.entries.view(i)), scratch.entries.inode(i)});
    }
    scratch.entries.release(mark);
    return folders;
}

class Planner {
public:
    Planner(const Opener& opener, int rootDir, Scratch& scratch)
        : m_opener(opener), m_rootDir(rootDir), m_scratch(scratch) {}

    StorePlan whole() {
        for (NamedFolder& child : listRoot()) {
            if (child.name == ModelsName)
                m_plan.registered = listBelow(m_rootDir, ModelsName.data(), "models");
            else if (child.name == TrashName)
                planTrash();
            else if (!child.name.starts_with('.'))
                planExperiment(m_rootDir, child.name, child.name, false);
        }
        for (ExperimentFolder& experiment : m_plan.experiments)
            m_plan.runs += experiment.runs.size();
        return std::move(m_plan);
    }

    StorePlan only(const std::vector<std::string>& runIds) {
        for (const NamedFolder& child : listRoot()) {
            if (child.name != ModelsName && !child.name.starts_with('.'))
                pickRuns(m_rootDir, child.name, child.name, false, runIds);
        }
        const Opened trash = m_opener.folder(m_rootDir, TrashName.data());
        if (trash.state == OpenState::Ok) {
            int error = 0;
            for (const NamedFolder& child : foldersIn(trash.fd.get(), m_scratch, error))
                pickRuns(trash.fd.get(), child.name, inTrash(child.name), true, runIds);
        }
        for (ExperimentFolder& experiment : m_plan.experiments)
            m_plan.runs += experiment.runs.size();
        return std::move(m_plan);
    }

private:
    static std::string inTrash(const std::string& name) {
        return std::string(TrashName) + '/' + name;
    }

    std::vector<NamedFolder> listRoot() {
        const Opened self = m_opener.folder(m_rootDir, ".", false);
        if (self.state != OpenState::Ok) {
            m_plan.error = self.error;
            return {};
        }
        auto folders = foldersIn(self.fd.get(), m_scratch, m_plan.error);
        // By name, so that the first experiments to show are the same ones each time; short names
        // first puts 2 before 10. The trash comes last: nobody looks for it first, and what is in
        // both places counts where it is alive.
        const auto rank = [](const NamedFolder& folder) {
            return std::tuple(folder.name == TrashName, folder.name.size(),
                              std::string_view(folder.name));
        };
        std::sort(folders.begin(), folders.end(),
                  [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
        return folders;
    }

    void report(ErrorCode code, const std::string& path, std::vector<std::string> more = {}) {
        FolderReader(m_opener, m_scratch, m_rootDir, path).problem(code, {}, std::move(more));
    }

    void reportUnopened(const Opened& opened, const std::string& path) {
        if (opened.state == OpenState::Outside)
            report(ErrorCode::SymlinkOutside, path);
        else if (opened.state == OpenState::Failed)
            report(ErrorCode::ReadFailed, path, {base::systemReason(opened.error)});
    }

    std::vector<NamedFolder> listBelow(int dir, const char* name, const std::string& path) {
        const Opened folder = m_opener.folder(dir, name);
        if (folder.state != OpenState::Ok) {
            reportUnopened(folder, path);
            return {};
        }
        int error = 0;
        auto folders = foldersIn(folder.fd.get(), m_scratch, error);
        std::erase_if(folders, [](const auto& child) { return child.name.starts_with('.'); });
        if (error != 0)
            report(ErrorCode::ReadFailed, path, {base::systemReason(error)});
        return byInode(std::move(folders));
    }

    void planTrash() {
        const Opened trash = m_opener.folder(m_rootDir, TrashName.data());
        for (const NamedFolder& child : listBelow(m_rootDir, TrashName.data(), ".trash"))
            planExperiment(trash.fd.get(), child.name, inTrash(child.name), true);
    }

    void planExperiment(int parent, const std::string& name, std::string folder, bool trashed) {
        const Opened opened = m_opener.folder(parent, name.c_str());
        if (opened.state != OpenState::Ok) {
            reportUnopened(opened, folder);
            return;
        }
        if (!isExperiment(opened.fd.get(), name, folder))
            return;
        ExperimentFolder experiment;
        experiment.id = base::toUtf8(name);
        if (!m_ids.insert(experiment.id).second) {
            report(ErrorCode::DuplicateName, folder, {experiment.id});
            return;
        }
        int error = 0;
        experiment.runs = foldersIn(opened.fd.get(), m_scratch, error);
        if (error != 0)
            report(ErrorCode::ReadFailed, folder, {base::systemReason(error)});
        std::erase_if(experiment.runs, [](const auto& run) { return isReserved(run.name); });
        experiment.runs = byInode(std::move(experiment.runs));
        experiment.models = listBelow(opened.fd.get(), "models", folder + "/models");
        experiment.folder = std::move(folder);
        experiment.trashed = trashed;
        m_plan.experiments.push_back(std::move(experiment));
    }

    /// True for an experiment, also one whose meta.yaml is missing or broken but which holds runs.
    bool isExperiment(int dir, const std::string& name, const std::string& path) {
        struct stat status {};
        const bool hasMeta = statFile(m_opener, dir, "meta.yaml", status);
        const FolderKind kind =
            hasMeta ? kindByMeta(m_opener, dir, m_scratch) : probeFolder(m_opener, dir, m_scratch);
        switch (kind) {
            case FolderKind::Experiment:
            case FolderKind::BrokenMeta:
            case FolderKind::HoldsRuns:
                return true;
            case FolderKind::HoldsStore:
                report(ErrorCode::NestedStore, path);
                return false;
            case FolderKind::Unreadable:
                report(ErrorCode::PathNotReadable, path, {base::systemReason(EACCES)});
                return false;
            case FolderKind::Empty:
                return false;
            case FolderKind::Run:
            case FolderKind::HoldsArtifacts:
            case FolderKind::Other:
                break;
        }
        // Folders of code or data in the root are common; one named like an experiment is not.
        report(isAllDigits(name) ? ErrorCode::MetaMissing : ErrorCode::UnexpectedEntry, path);
        return false;
    }

    void pickRuns(int parent, const std::string& name, std::string folder, bool trashed,
                  const std::vector<std::string>& runIds) {
        const Opened opened = m_opener.folder(parent, name.c_str());
        if (opened.state != OpenState::Ok)
            return;
        ExperimentFolder experiment;
        for (const std::string& id : runIds) {
            struct stat status {};
            const bool plain = !id.empty() && id.find('/') == std::string::npos && !isReserved(id);
            if (plain && ::fstatat(opened.fd.get(), id.c_str(), &status, 0) == 0 &&
                S_ISDIR(status.st_mode))
                experiment.runs.push_back({id, status.st_ino});
        }
        if (experiment.runs.empty() || !m_ids.insert(base::toUtf8(name)).second)
            return;
        experiment.id = base::toUtf8(name);
        experiment.folder = std::move(folder);
        experiment.trashed = trashed;
        m_plan.experiments.push_back(std::move(experiment));
    }

    const Opener& m_opener;
    int m_rootDir;
    Scratch& m_scratch;
    StorePlan m_plan;
    std::unordered_set<std::string> m_ids;
};

}  // namespace

StorePlan planStore(const Opener& opener, int rootDir, Scratch& scratch) {
    return Planner(opener, rootDir, scratch).whole();
}

StorePlan planRuns(const Opener& opener, int rootDir, const std::vector<std::string>& runIds,
                   Scratch& scratch) {
    return Planner(opener, rootDir, scratch).only(runIds);
}

StorePlan planModels(const Opener& opener, int rootDir, const std::vector<std::string>& names) {
    StorePlan plan;
    const Opened models = opener.folder(rootDir, "models");
    for (const std::string& name : names) {
        struct stat status {};
        const bool plain =
            !name.empty() && name.find('/') == std::string::npos && name != "." && name != "..";
        if (models.state == OpenState::Ok && plain &&
            ::fstatat(models.fd.get(), name.c_str(), &status, 0) == 0 && S_ISDIR(status.st_mode))
            plan.registered.push_back({name, status.st_ino});
    }
    return plan;
}

}  // namespace podium::stores::filestore
