// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/resolve.h"

#include "artifacts/open.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace podium::artifacts {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int hexValue(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string percentDecoded(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = high >= 0 ? hexValue(text[i + 2]) : -1;
        if (low >= 0 && high + low > 0) {  // %00 stays as it is: no name has a NUL
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

bool isDrive(std::string_view path) {
    return path.size() >= 2 && isLetter(path[0]) && path[1] == ':' &&
           (path.size() == 2 || path[2] == '/' || path[2] == '\\');
}

/// Length of the scheme's name, or 0. One letter is a drive, not a scheme.
std::size_t schemeLength(std::string_view uri) {
    const std::size_t colon = uri.find(':');
    if (colon == std::string_view::npos || colon < 2 || !isLetter(uri[0]))
        return 0;
    const bool valid =
        std::all_of(uri.begin(), uri.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
            return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
        });
    return valid ? colon : 0;
}

/// The path behind "file:", without the host of "file://host/path".
std::string_view fileUriPath(std::string_view rest) {
    if (!rest.starts_with("//"))
        return rest;
    const std::string_view authority = rest.substr(2);
    if (isDrive(authority))  // "file://C:/x", written by hand and understood by MLflow
        return authority;
    const std::size_t slash = authority.find('/');
    return slash == std::string_view::npos ? std::string_view() : authority.substr(slash);
}

RecordedPlace localPlace(std::string_view path) {
    RecordedPlace place;
    place.literal = std::string(path);
    place.path = percentDecoded(path);
    if (place.path.starts_with('/') && isDrive(std::string_view(place.path).substr(1)))
        place.path.erase(0, 1);
    const bool backslashesOnly =
        place.path.find('\\') != std::string::npos && place.path.find('/') == std::string::npos;
    if (isDrive(place.path) || place.path.starts_with("\\\\") || backslashesOnly) {
        place.kind = isDrive(place.path) || place.path.starts_with("\\\\")
                         ? RecordedPlace::Kind::Windows
                         : RecordedPlace::Kind::Local;
        std::replace(place.path.begin(), place.path.end(), '\\', '/');
    }
    return place;
}

bool isFolder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

bool hasContent(const fs::path& path) {
    std::error_code error;
    const fs::directory_iterator at(path, error);
    return !error && at != fs::directory_iterator();
}

fs::path realPath(const fs::path& path) {
    std::error_code error;
    fs::path real = fs::canonical(path, error);
    return error ? fs::path() : real;
}

bool isWithin(const fs::path& path, const fs::path& root) {
    const auto [rootEnd, rest] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
    return rootEnd == root.end();
}

/// True if the folder belongs to a run or model of another name: a meta.yaml beside it says that
/// the folder above is one.
bool isOtherOwners(const fs::path& folder, const std::string& id) {
    std::error_code error;
    const fs::path above = folder.parent_path();
    return folder.filename() == "artifacts" && above.filename() != id &&
           fs::is_regular_file(above / "meta.yaml", error);
}

bool endsLikeOwner(const std::string& path, const Owner& owner) {
    return path.ends_with('/' + owner.id + "/artifacts") ||
           path.ends_with('/' + owner.id + "/artifacts/");
}

/// The recorded place as a folder of this machine; empty if it is not there.
fs::path recordedFolder(const RecordedPlace& place, const fs::path& storeRoot, bool hasFolders) {
    if (place.kind != RecordedPlace::Kind::Local || place.path.empty())
        return {};
    // MLflow decodes bare paths too; a folder that really is called "a%20b" is found second.
    for (const std::string& spelling : {place.path, place.literal}) {
        fs::path path(spelling);
        if (path.is_relative()) {
            // Relative to the writer's working folder, which as a rule held the store: the folder
            // `mlruns`, or the database itself.
            if (storeRoot.empty())
                continue;
            path = (hasFolders ? storeRoot.parent_path() : storeRoot) / path;
        }
        if (isFolder(path))
            return realPath(path);
    }
    return {};
}

/// Where MLflow puts artifacts beside a database: its server, and its client.
constexpr std::array ArtifactRoots = {"mlartifacts", "mlruns"};

/// The parts of a path from the one on that is called `id`, or from one before: never without it.
class PathEnds {
public:
    PathEnds(std::string_view path, const std::string& id) {
        std::size_t start = 0;
        while (start < path.size()) {
            const std::size_t end = std::min(path.find('/', start), path.size());
            if (end > start && path.substr(start, end - start) != ".")
                m_parts.emplace_back(path.substr(start, end - start));
            start = end + 1;
        }
        const auto found = std::find(m_parts.rbegin(), m_parts.rend(), id);
        m_count = static_cast<std::size_t>(m_parts.rend() - found);
    }

    /// How many ends have the id in them.
    [[nodiscard]] std::size_t count() const { return m_count; }
    /// The end that begins with part `from`; empty if it would lead out of where it is put.
    [[nodiscard]] fs::path from(std::size_t from) const {
        fs::path path;
        for (std::size_t i = from; i < m_parts.size(); ++i)
            path /= m_parts[i];
        return isSafePath(path.native()) ? path : fs::path();
    }
    /// The end that begins with the experiment, which stands before the run, or before the
    /// `models` of a logged model.
    [[nodiscard]] fs::path fromExperiment(const std::string& experimentId) const {
        for (std::size_t back = 2; back <= 3 && back <= m_count; ++back) {
            if (m_parts[m_count - back] == experimentId)
                return from(m_count - back);
        }
        return {};
    }

private:
    std::vector<std::string> m_parts;
    std::size_t m_count = 0;
};

/// The folder below a database's folder that ends as the recorded one does; empty if there is none.
fs::path besideDatabase(const PathEnds& ends, const Owner& owner, const fs::path& root) {
    for (std::size_t from = 0; from < ends.count(); ++from) {
        const fs::path end = ends.from(from);
        if (!end.empty() && isFolder(root / end))
            return root / end;
    }
    const fs::path end = ends.fromExperiment(owner.experimentId);
    for (const char* name : ArtifactRoots) {
        if (!end.empty() && isFolder(root / name / end))
            return root / name / end;
    }
    return {};
}

/// Where the folder would be if something had been logged; empty where that can't be said.
fs::path emptyBesideDatabase(const RecordedPlace& place, const PathEnds& ends, const Owner& owner,
                             const fs::path& root) {
    const bool served = owner.uri.starts_with("mlflow-artifacts:");
    if (!endsLikeOwner(place.path, owner) || (place.kind == RecordedPlace::Kind::Remote && !served))
        return {};
    const fs::path path(place.path);
    if (place.kind == RecordedPlace::Kind::Local &&
        (path.is_relative() || isWithin(path.lexically_normal(), root)))
        return path.is_relative() ? root / path : path;
    const fs::path end = ends.fromExperiment(owner.experimentId);
    for (const char* name : ArtifactRoots) {
        if (!end.empty() && isFolder(root / name))
            return root / name / end;
    }
    return {};
}

/// For stores without folders of their own, which are databases.
Result<Resolved> resolveBesideDatabase(const Owner& owner, const RecordedPlace& place,
                                       const fs::path& root) {
    const fs::path recorded = recordedFolder(place, root, false);
    const bool usable = !recorded.empty() && !isOtherOwners(recorded, owner.id);
    if (usable && isWithin(recorded, root))
        return Resolved{recorded, Resolved::How::Recorded, false};
    const PathEnds ends(place.path, owner.id);
    const fs::path found = besideDatabase(ends, owner, root);
    const fs::path beside = found.empty() ? fs::path() : realPath(found);
    if (!beside.empty() && !isWithin(beside, root))
        return Error{ErrorCode::ArtifactOutside, {base::toUtf8(found.native())}};
    if (!beside.empty() && (hasContent(beside) || !usable))
        return Resolved{beside, Resolved::How::Beside, false};
    if (usable)
        return Resolved{recorded, Resolved::How::Recorded, true};
    if (const fs::path none = emptyBesideDatabase(place, ends, owner, root); !none.empty())
        return Resolved{none, Resolved::How::Nothing, false};
    if (place.kind == RecordedPlace::Kind::Remote)
        return Error{ErrorCode::ArtifactUnreachable, {owner.uri}};
    return Error{ErrorCode::ArtifactNotFound, {owner.id, owner.uri}};
}

}  // namespace

RecordedPlace readPlace(std::string_view uri) {
    const std::size_t scheme = schemeLength(uri);
    if (scheme == 0)
        return localPlace(uri);
    std::string name(uri.substr(0, scheme));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::string_view rest = uri.substr(scheme + 1);
    if (name == "file")
        return localPlace(fileUriPath(rest));
    RecordedPlace place;
    place.kind = RecordedPlace::Kind::Remote;
    place.literal = std::string(rest);
    place.path = percentDecoded(rest);
    return place;
}

namespace {

Result<Resolved> resolveByStore(const Owner& owner) {
    const RecordedPlace place = readPlace(owner.uri);
    const fs::path root = owner.storeRoot.empty() ? fs::path() : realPath(owner.storeRoot);
    if (!root.empty() && owner.folder.empty())
        return resolveBesideDatabase(owner, place, root);
    const bool hasFolder = !root.empty() && isSafePath(owner.folder);
    const fs::path expected = hasFolder ? root / owner.folder / "artifacts" : fs::path();
    const fs::path beside = hasFolder && isFolder(expected) ? realPath(expected) : fs::path();
    const fs::path recorded = recordedFolder(place, root, true);
    const bool inside = !recorded.empty() && !root.empty() && isWithin(recorded, root);
    const bool usable = !recorded.empty() && !isOtherOwners(recorded, owner.id);

    if (inside && (usable || beside.empty()))
        return Resolved{recorded, Resolved::How::Recorded, false};
    if (!beside.empty() && !isWithin(beside, root))
        return Error{ErrorCode::ArtifactOutside, {base::toUtf8(expected.native())}};
    if (!beside.empty() && hasContent(beside))
        return Resolved{beside, Resolved::How::Beside, false};
    if (usable)
        return Resolved{recorded, Resolved::How::Recorded, !root.empty()};
    if (place.kind == RecordedPlace::Kind::Remote)
        return Error{ErrorCode::ArtifactUnreachable, {owner.uri}};
    if (!beside.empty())
        return Resolved{beside, Resolved::How::Beside, false};
    if (hasFolder && isFolder(root / owner.folder) &&
        (owner.uri.empty() || endsLikeOwner(place.path, owner)))
        return Resolved{expected, Resolved::How::Nothing, false};
    return Error{ErrorCode::ArtifactNotFound, {owner.id, owner.uri}};
}

}  // namespace

Result<Resolved> resolve(const Owner& owner) {
    Result<Resolved> found = resolveByStore(owner);
    const bool isThere = found.ok() && found.value().how != Resolved::How::Nothing;
    if (isThere || (found.failed() && found.error().code == ErrorCode::ArtifactOutside))
        return found;
    for (const RelinkRule& rule : owner.rules) {
        if (fs::path folder = relinked(rule, owner.uri); !folder.empty())
            return Resolved{std::move(folder), Resolved::How::Relinked, true};
    }
    return found;
}

}  // namespace podium::artifacts
