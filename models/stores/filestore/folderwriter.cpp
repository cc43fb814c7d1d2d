// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/folderwriter.h"

#include "base/utf8.h"
#include "stores/filestore/folderreader.h"
#include "stores/filestore/metayaml.h"

#include <fcntl.h>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>

namespace podium::stores::filestore {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr mode_t FolderMode = 0777;  // less what the umask takes, as Python's makedirs()
constexpr std::chrono::seconds PatienceWithOthers{10};
// Short beside what a writer that takes turns with itself leaves free.
constexpr std::chrono::milliseconds Pause{2};

bool isNoRight(int error) {
    return error == EACCES || error == EPERM || error == EROFS;
}

/// The whole of a small file.
Result<std::string> contentOf(const Opened& file, const std::string& path) {
    if (file.status.st_size > static_cast<off_t>(MaxMeta))
        return Error{ErrorCode::ValueTooLarge,
                     {path, std::to_string(file.status.st_size), std::to_string(MaxMeta)}};
    std::string bytes(static_cast<std::size_t>(file.status.st_size), '\0');
    const long got = readFully(file.fd.get(), bytes.data(), bytes.size());
    if (got < 0)
        return Error{ErrorCode::ReadFailed, {path, base::systemReason(errno)}};
    bytes.resize(static_cast<std::size_t>(got));
    return bytes;
}

}  // namespace

std::vector<std::string> partsOf(std::string_view path) {
    std::vector<std::string> found;
    while (true) {
        const std::size_t slash = path.find('/');
        found.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return found;
        path.remove_prefix(slash + 1);
    }
}

bool isPathBelow(std::string_view key) {
    const auto isName = [](const std::string& part) {
        return !part.empty() && part != "." && part != ".." && part.find('\0') == std::string::npos;
    };
    return std::ranges::all_of(partsOf(key), isName);
}

FolderWriter::FolderWriter(std::filesystem::path root)
    : m_root(std::move(root)), m_opener(m_root.native()) {}

Error FolderWriter::failed(const std::string& path, int error) const {
    if (isNoRight(error))
        return {ErrorCode::StoreReadOnly,
                {base::toUtf8(m_root.native()), base::systemReason(error)}};
    return {ErrorCode::WriteFailed, {path, base::systemReason(error)}};
}

Result<Fd> FolderWriter::openRoot() const {
    Fd root(::open(m_root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (root.valid())
        return root;
    const std::string shown = base::toUtf8(m_root.native());
    if (errno == ENOENT || errno == ENOTDIR)
        return Error{ErrorCode::SourceVanished, {shown}};
    return Error{ErrorCode::PathNotReadable, {shown, base::systemReason(errno)}};
}

Result<void> FolderWriter::readMeta(WriteFolder& folder) const {
    const std::string path = folder.path + '/' + MetaName;
    const Opened file = m_opener.file(folder.dir.get(), MetaName);
    if (file.state == OpenState::Missing)
        return Error{ErrorCode::MetaMissing, {path}};
    if (file.state != OpenState::Ok)
        return Error{ErrorCode::ReadFailed, {path, base::systemReason(file.error)}};
    Result<std::string> bytes = contentOf(file, path);
    PODIUM_TRY(void, bytes);
    folder.meta = std::move(bytes).value();
    folder.document.clear();
    if (const auto reason = parseYaml(folder.meta, folder.document))
        return Error{ErrorCode::MetaInvalid, {path, *reason}};
    // Somebody is about to write it: MLflow empties it first.
    if (folder.document.empty())
        return Error{ErrorCode::MetaEmpty, {path}};
    return {};
}

Result<KeyPlace> FolderWriter::placeOf(const WriteFolder& folder, const char* sub,
                                       std::string_view key, bool make) const {
    if (!isPathBelow(key))
        return Error{ErrorCode::KeyInvalid, {folder.path, base::toUtf8(key)}};
    std::vector<std::string> names = partsOf(key);
    KeyPlace place;
    place.name = std::move(names.back());
    names.back() = sub;
    std::rotate(names.begin(), names.end() - 1, names.end());
    std::string path;
    for (const std::string& name : names) {
        const int parent = place.dir.valid() ? place.dir.get() : folder.dir.get();
        Opened next = m_opener.folder(parent, name.c_str());
        const bool isSub = path.empty();
        path += (isSub ? "" : "/") + name;
        if (next.state == OpenState::Missing && !make)
            return KeyPlace{{}, std::move(place.name)};
        if (next.state == OpenState::Missing) {
            if (::mkdirat(parent, name.c_str(), FolderMode) != 0 && errno != EEXIST)
                return failed(folder.path + '/' + path, errno);
            if (const int error = syncFolder(parent); error != 0)
                return failed(folder.path + '/' + path, error);
            next = m_opener.folder(parent, name.c_str());
        }
        if (next.state == OpenState::WrongType && !isSub)
            return Error{ErrorCode::TagKeyTaken,
                         {std::string(key), path.substr(path.find('/') + 1)}};
        if (next.state == OpenState::Outside)
            return Error{ErrorCode::SymlinkOutside, {folder.path + '/' + path}};
        if (next.state != OpenState::Ok)
            return failed(folder.path + '/' + path, next.error);
        place.dir = std::move(next.fd);
    }
    struct stat status {};
    if (::fstatat(place.dir.get(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISDIR(status.st_mode))
        return Error{ErrorCode::TagKeyTaken, {std::string(key), std::string(key) + "/…"}};
    return place;
}

Result<Held> FolderWriter::valueOf(const WriteFolder& folder, const char* sub,
                                   std::string_view key) const {
    const Result<KeyPlace> found = placeOf(folder, sub, key, false);
    PODIUM_TRY(Held, found);
    const KeyPlace& place = found.value();
    if (!place.dir.valid())
        return Held();
    const std::string path = folder.path + '/' + sub + '/' + std::string(key);
    const Opened file = m_opener.file(place.dir.get(), place.name.c_str());
    if (file.state == OpenState::Missing)
        return Held();
    if (file.state == OpenState::Outside)
        return Error{ErrorCode::SymlinkOutside, {path}};
    if (file.state != OpenState::Ok)
        return Error{ErrorCode::ReadFailed, {path, base::systemReason(file.error)}};
    Result<std::string> bytes = contentOf(file, path);
    PODIUM_TRY(Held, bytes);
    // What is compared is what was shown.
    return Held(base::toUtf8(bytes.value()));
}

Result<Draft> FolderWriter::draftOf(const WriteFolder& folder, const std::stop_token& stop) const {
    const auto patience = std::chrono::steady_clock::now() + PatienceWithOthers;
    while (true) {
        Draft draft(folder.dir.get());
        if (draft.error() == 0)
            return Result<Draft>(std::move(draft));
        if (draft.error() != EWOULDBLOCK || std::chrono::steady_clock::now() > patience)
            return failed(folder.path + '/' + DraftName, draft.error());
        if (stop.stop_requested())
            return base::Cancelled{};
        std::this_thread::sleep_for(Pause);
    }
}

}  // namespace podium::stores::filestore
