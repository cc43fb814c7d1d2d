// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/floor.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <atomic>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

namespace podium::stores::filestore {

namespace {

constexpr int FolderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW;
constexpr int FileFlags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW;
constexpr int MaxDepth = 64;

struct Work {
    bool readContent;
    FloorCount count;
    std::vector<char> buffer = std::vector<char>(256UL * 1024);
};

void visit(Work& work, int dir, const char* name) {
    ++work.count.files;
    if (!work.readContent) {
        struct stat status {};
        (void)::fstatat(dir, name, &status, AT_SYMLINK_NOFOLLOW);
        return;
    }
    const int fd = ::openat(dir, name, FileFlags);
    if (fd < 0)
        return;
    for (long got = 0; (got = ::read(fd, work.buffer.data(), work.buffer.size())) > 0;)
        work.count.bytes += got;
    ::close(fd);
}

void walk(Work& work, int parent, const char* name, int depth) {
    const int fd = ::openat(parent, name, FolderFlags);
    if (fd < 0)
        return;
    DIR* dir = ::fdopendir(fd);
    while (const dirent* entry = dir != nullptr ? ::readdir(dir) : nullptr) {
        if (std::strcmp(entry->d_name, ".") == 0 || std::strcmp(entry->d_name, "..") == 0)
            continue;
        if (entry->d_type == DT_DIR && depth < MaxDepth)
            walk(work, fd, entry->d_name, depth + 1);
        else if (entry->d_type == DT_REG)
            visit(work, fd, entry->d_name);
    }
    if (dir != nullptr)
        ::closedir(dir);
}

std::vector<std::string> runFolders(const std::filesystem::path& root) {
    std::vector<std::string> runs;
    std::error_code error;
    for (const auto& experiment : std::filesystem::directory_iterator(root, error)) {
        if (!experiment.is_directory(error) || experiment.path().filename() == "models")
            continue;
        const int fd = ::open(experiment.path().c_str(), FolderFlags);
        DIR* dir = fd >= 0 ? ::fdopendir(fd) : nullptr;
        while (const dirent* entry = dir != nullptr ? ::readdir(dir) : nullptr) {
            if (entry->d_type == DT_DIR && entry->d_name[0] != '.')
                runs.push_back(experiment.path().native() + '/' + entry->d_name);
        }
        if (dir != nullptr)
            ::closedir(dir);
    }
    return runs;
}

FloorCount overRuns(const std::filesystem::path& root, unsigned threads, bool readContent,
                    const std::stop_token& stop) {
    const std::vector<std::string> runs = runFolders(root);
    std::atomic<std::size_t> next{0};
    std::vector<Work> works(threads, Work{readContent, {}});
    {
        std::vector<std::jthread> pool;
        for (Work& work : works) {
            pool.emplace_back([&runs, &next, &work, &stop] {
                for (std::size_t i = 0; (i = next++) < runs.size() && !stop.stop_requested();) {
                    const int run = ::open(runs[i].c_str(), FolderFlags);
                    if (run < 0)
                        continue;
                    visit(work, run, "meta.yaml");
                    for (const char* sub : {"metrics", "params", "tags", "inputs", "outputs"})
                        walk(work, run, sub, 0);
                    ::close(run);
                    ++work.count.runs;
                }
            });
        }
    }
    FloorCount total;
    for (const Work& work : works) {
        total.runs += work.count.runs;
        total.files += work.count.files;
        total.bytes += work.count.bytes;
    }
    return total;
}

}  // namespace

FloorCount rawRead(const std::filesystem::path& root, unsigned threads, std::stop_token stop) {
    return overRuns(root, threads, true, stop);
}

FloorCount statWalk(const std::filesystem::path& root, unsigned threads, std::stop_token stop) {
    return overRuns(root, threads, false, stop);
}

}  // namespace podium::stores::filestore
