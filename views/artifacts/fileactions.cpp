// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/fileactions.h"

#include "artifacts/open.h"

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

}  // namespace podium::views
