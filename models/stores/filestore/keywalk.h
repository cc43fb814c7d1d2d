// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/scratch.h"

#include <dirent.h>
#include <string_view>

namespace podium::stores::filestore {

/// MLflow's keys have at most 250 characters, so at most 125 levels could be made on purpose; real
/// ones have five.
inline constexpr std::size_t MaxNesting = 64;

/// A file met on a walk. The texts and `target` are valid during the call only.
struct WalkItem {
    int dir = -1;
    const char* name = nullptr;
    unsigned char type = DT_UNKNOWN;
    std::string_view path;           // from the run's (model's ...) folder on, "metrics/a/b"
    std::string_view key;            // the same without the first folder, "a/b"
    const Opened* target = nullptr;  // of a link that may be followed
};

/// Meets every file below `top`, a folder of key files whose folders are parts of the key. Goes
/// down without recursion and holds one descriptor a level. What file managers drop is left out.
/// Visitor: file(const WalkItem&), tooDeep(path), failed(path, errno).
template <typename Visitor>
void walkKeys(const Opener& opener, Scratch& scratch, Opened top, std::string_view prefix,
              Visitor& visitor) {
    std::string& path = scratch.key;
    auto& frames = scratch.frames;
    EntryStack& entries = scratch.entries;

    const auto enter = [&](Fd fd, bool belowLink) {
        Scratch::Frame frame;
        frame.fd = std::move(fd);
        frame.mark = entries.mark();
        frame.next = frame.mark.entries;
        frame.keyLength = path.size();
        frame.belowLink = belowLink;
        if (const int error = entries.readFolder(frame.fd.get()); error != 0)
            visitor.failed(std::string_view(path), error);
        frames.push_back(std::move(frame));
    };
    const auto descend = [&](Opened folder, bool belowLink) {
        if (folder.state == OpenState::Failed)
            visitor.failed(std::string_view(path), folder.error);
        if (folder.state != OpenState::Ok)
            return;
        path += '/';
        enter(std::move(folder.fd), belowLink);
    };

    path.assign(prefix);
    path += '/';
    enter(std::move(top.fd), top.viaLink);
    while (!frames.empty()) {
        Scratch::Frame& frame = frames.back();
        if (frame.next == entries.size()) {
            entries.release(frame.mark);
            frames.pop_back();
            continue;
        }
        const std::size_t at = frame.next++;
        const bool belowLink = frame.belowLink;
        if (isStranger(entries.view(at)))
            continue;
        WalkItem item{frame.fd.get(), entries.name(at), entries.type(at), {}, {}, nullptr};
        path.resize(frame.keyLength);
        path += item.name;
        Opened target;
        if (item.type == DT_LNK && !belowLink) {
            target = opener.follow(item.dir, item.name);
            item.target = &target;
        }
        const bool linkedFolder = item.target != nullptr && target.state == OpenState::Ok &&
                                  S_ISDIR(target.status.st_mode);
        if (item.type == DT_DIR || linkedFolder) {
            if (frames.size() >= MaxNesting)
                visitor.tooDeep(std::string_view(path));
            else if (linkedFolder)
                descend(Opener::reopen(target), true);
            else
                descend(opener.folder(item.dir, item.name, false), belowLink);
            continue;
        }
        item.path = path;
        item.key = item.path.substr(prefix.size() + 1);
        visitor.file(item);
    }
}

/// The state of a walked file as it goes into a fingerprint: that of a link's target where the link
/// may be followed, of the link itself otherwise. False if it is gone.
[[nodiscard]] bool statItem(const WalkItem& item, struct stat& status);

/// The same for a single file that is not met on a walk.
[[nodiscard]] bool statFile(const Opener& opener, int dir, const char* name, struct stat& status);

/// Opens a walked file for reading if it is a regular file.
[[nodiscard]] Opened openItem(const Opener& opener, const WalkItem& item);

}  // namespace podium::stores::filestore
