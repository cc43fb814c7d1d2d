// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/remote.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace podium::tests {

/// A store over a network whose artifacts are in memory, and which fails as it is told. All of it
/// may be changed from any thread through the setters.
class MemoryRemote : public stores::Store, public stores::Remote {
public:
    [[nodiscard]] stores::StoreInfo info() const override { return {"rest", "http://lab", ""}; }
    [[nodiscard]] Remote* remote() override { return this; }
    [[nodiscard]] std::unique_ptr<stores::Watcher> watch(
        const std::vector<std::string>& /*runFolders*/) const override {
        return nullptr;
    }
    base::Result<void> read(const stores::ReadRequest& /*request*/, const stores::Known& /*known*/,
                            stores::Sink& /*sink*/, base::Progress& /*progress*/,
                            std::stop_token /*stop*/) override {
        return {};
    }
    base::Result<void> histories(const stores::HistoryRequest& /*request*/,
                                 const HistorySink& /*sink*/, base::Progress& /*progress*/,
                                 std::stop_token /*stop*/) override {
        return {};
    }
    base::Result<stores::RunPage> searchRuns(const stores::RunSearch& /*search*/,
                                             std::stop_token /*stop*/) override {
        return stores::RunPage{};
    }

    base::Result<std::vector<stores::RemoteFile>> listArtifacts(const stores::ArtifactOwner& owner,
                                                                const std::string& folder,
                                                                std::stop_token stop) override {
        using Files = std::vector<stores::RemoteFile>;
        ++lists;
        if (waitsForStop("list", stop))
            return base::Cancelled{};
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            return *m_failure;
        const std::string prefix = folder.empty() ? std::string() : folder + '/';
        Files found;
        std::set<std::string> folders;
        for (const auto& [path, bytes] : m_files[idOf(owner)]) {
            if (!path.starts_with(prefix))
                continue;
            const std::size_t slash = path.find('/', prefix.size());
            if (slash == std::string::npos)
                found.push_back(
                    {path, false,
                     m_hidesSizes ? std::nullopt : std::optional(std::int64_t(bytes.size()))});
            else if (folders.insert(path.substr(0, slash)).second)
                found.push_back({path.substr(0, slash), true, {}});
        }
        return found;
    }

    base::Result<stores::FetchedFile> fetchArtifact(const stores::ArtifactOwner& owner,
                                                    const std::string& path,
                                                    const std::filesystem::path& target,
                                                    base::Progress& progress,
                                                    std::stop_token stop) override {
        ++fetches;
        std::string bytes;
        {
            const std::lock_guard lock(m_mutex);
            if (m_failure)
                return *m_failure;
            const auto& files = m_files[idOf(owner)];
            const auto found = files.find(path);
            if (found == files.end())
                return base::Error{base::ErrorCode::ArtifactNotFound, {idOf(owner), path}};
            bytes = found->second;
        }
        progress.done = static_cast<std::int64_t>(bytes.size() / 2);
        if (!m_hidesSizes)
            progress.total = static_cast<std::int64_t>(bytes.size());
        if (waitsForStop("fetch", stop)) {
            std::ofstream(target.string() + ".part") << bytes.substr(0, bytes.size() / 2);
            return base::Cancelled{};
        }
        std::ofstream(target) << bytes;
        progress.done = static_cast<std::int64_t>(bytes.size());
        return stores::FetchedFile{static_cast<std::int64_t>(bytes.size()), "\"v\""};
    }

    void put(const std::string& owner, const std::string& path, const std::string& bytes) {
        const std::lock_guard lock(m_mutex);
        m_files[owner][path] = bytes;
    }
    /// Every call fails so from now on; nothing: none does.
    void fail(std::optional<base::Error> error) {
        const std::lock_guard lock(m_mutex);
        m_failure = std::move(error);
    }
    void hideSizes(bool hidden) { m_hidesSizes = hidden; }
    /// Calls of this kind ("list" or "fetch") wait until they are stopped or this is called with
    /// "".
    void hold(const std::string& kind) {
        const std::lock_guard lock(m_mutex);
        m_held = kind;
        m_released.notify_all();
    }

    std::atomic<int> lists = 0;
    std::atomic<int> fetches = 0;
    std::atomic<int> waiting = 0;  // calls that are held now

private:
    static std::string idOf(const stores::ArtifactOwner& owner) {
        return owner.runId.empty() ? owner.modelId : owner.runId;
    }
    /// True if it was stopped while it was held.
    bool waitsForStop(const std::string& kind, const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        if (m_held != kind)
            return stop.stop_requested();
        ++waiting;
        m_released.wait(lock, stop, [&] { return m_held != kind; });
        --waiting;
        return stop.stop_requested();
    }

    std::mutex m_mutex;
    std::condition_variable_any m_released;
    std::map<std::string, std::map<std::string, std::string>> m_files;
    std::optional<base::Error> m_failure;
    std::string m_held;
    std::atomic<bool> m_hidesSizes = false;
};

}  // namespace podium::tests
