// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/fileactions.h"

#include "artifacts/open.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace podium::views {

using base::Error;
using base::ErrorCode;
using base::Result;

bool isActiveFile(const std::string& name) {
    constexpr std::array Endings = {".desktop", ".sh",  ".bash", ".exe", ".bat", ".cmd",
                                    ".com",     ".msi", ".jar",  ".run", ".ps1", ".appimage",
                                    ".vbs",     ".scr", ".py",   ".pl",  ".rb",  ".lnk"};
    const QByteArray lower = QByteArray::fromStdString(name).toLower();
    return std::any_of(Endings.begin(), Endings.end(),
                       [&](const char* ending) { return lower.endsWith(ending); });
}

Result<bool> copyArtifact(const std::filesystem::path& root, const std::string& raw,
                          const QString& target, const std::stop_token& stop,
                          base::Progress& progress) {
    constexpr std::size_t Block = std::size_t{1} << 20;
    const auto file = artifacts::File::open(root, raw);
    PODIUM_TRY(bool, file);
    QSaveFile out(target);
    const auto failed = [&] {
        return Error{ErrorCode::WriteFailed,
                     {target.toStdString(), out.errorString().toStdString()}};
    };
    if (!out.open(QIODevice::WriteOnly))
        return failed();
    progress.total = file.value()->size();
    qint64 at = 0;
    while (true) {
        if (stop.stop_requested())
            return base::Cancelled{};
        const auto bytes = file.value()->read(at, Block);
        PODIUM_TRY(bool, bytes);
        if (bytes.value().empty())
            break;
        const auto size = static_cast<qint64>(bytes.value().size());
        if (out.write(bytes.value().data(), size) != size)
            return failed();
        at += size;
        progress.done = at;
    }
    return out.commit() ? Result<bool>(true) : failed();
}

Result<SavedTree> saveTree(artifacts::ArtifactSource& source, const std::string& rawFolder,
                           const QString& target, const std::stop_token& stop,
                           base::Progress& progress) {
    SavedTree saved;
    const auto note = [&](const Error& error) {
        if (!saved.failure)
            saved.failure = error;
    };
    std::vector<std::string> folders{rawFolder};
    for (std::size_t at = 0; at < folders.size(); ++at) {
        const auto listing = source.list(folders[at], stop);
        if (listing.cancelled())
            return base::Cancelled{};
        if (listing.failed()) {
            note(listing.error());
            continue;
        }
        progress.total += static_cast<qint64>(listing.value().entries.size());
        for (const artifacts::Entry& entry : listing.value().entries) {
            ++progress.done;
            if (entry.problem || !artifacts::isSafePath(entry.raw) || entry.isLink) {
                if (entry.problem)
                    note(*entry.problem);
                continue;
            }
            const QString place = target + u'/' + QFile::decodeName(entry.raw.c_str());
            if (entry.isFolder) {
                QDir().mkpath(place);
                folders.push_back(entry.raw);
                continue;
            }
            QDir().mkpath(QFileInfo(place).path());
            base::Progress bytes;
            const auto file = source.fetch(entry.raw, 0, bytes, stop);
            const Result<bool> copied =
                file.ok() ? copyArtifact(file.value().root, file.value().raw, place, stop, bytes)
                          : file.as<bool>();
            if (copied.cancelled())
                return base::Cancelled{};
            if (copied.failed())
                note(copied.error());
            else
                ++saved.files;
        }
    }
    return saved;
}

}  // namespace podium::views
