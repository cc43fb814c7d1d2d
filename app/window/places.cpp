// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/places.h"

#include "podium_version.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace podium::app {

namespace {

struct ReadCloser {
    void operator()(archive* handle) const { archive_read_free(handle); }
};

/// Unpacks an archive of the program's own below a folder; false if anything failed.
bool unpack(const QString& file, const QString& folder) {
    constexpr std::size_t BlockSize = 65536;
    const std::unique_ptr<archive, ReadCloser> reader(archive_read_new());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_tar(reader.get());
    if (archive_read_open_filename(reader.get(), QFile::encodeName(file).constData(), BlockSize) !=
        ARCHIVE_OK)
        return false;
    archive_entry* entry = nullptr;
    while (true) {
        const int code = archive_read_next_header(reader.get(), &entry);
        if (code == ARCHIVE_EOF)
            return true;
        if (code != ARCHIVE_OK)
            return false;
        const QString path = folder % u'/' % QString::fromUtf8(archive_entry_pathname_utf8(entry));
        archive_entry_set_pathname(entry, QFile::encodeName(path).constData());
        constexpr int Flags = ARCHIVE_EXTRACT_TIME | ARCHIVE_EXTRACT_SECURE_NODOTDOT |
                              ARCHIVE_EXTRACT_SECURE_SYMLINKS;
        if (archive_read_extract(reader.get(), entry, Flags) != ARCHIVE_OK)
            return false;
    }
}

/// The folder that holds experiments: what the archive has at its top, or `mlruns` in it.
QString storeIn(const QString& folder) {
    for (const char* name : {"sample-store/mlruns", "mlruns", "sample-store"}) {
        const QString path = folder % u'/' % QLatin1String(name);
        if (QFileInfo(path).isDir())
            return path;
    }
    return folder;
}

}  // namespace

QString defaultCacheFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) %
           QStringLiteral("/podium/cache.db");
}

QString defaultSettingsFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) %
           QStringLiteral("/podium/podium.ini");
}

QString unpackedSample(const QString& executableFolder) {
    const std::filesystem::path packed =
        program::dataFile(executableFolder.toStdString(), "sample-store.tar.gz");
    const QFileInfo source(QString::fromStdString(packed.string()));
    if (!source.exists())
        return {};
    // Another version of the program brings another sample: it gets a folder of its own.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) %
                           QStringLiteral("/podium/sample-%1").arg(source.size());
    if (QFileInfo(folder).isDir())
        return storeIn(folder);
    // Unpacked beside and renamed: a broken off unpacking is never taken for the store.
    const QString partial = folder % QStringLiteral(".part");
    QDir(partial).removeRecursively();
    if (!QDir().mkpath(partial) || !unpack(source.filePath(), partial) ||
        !QDir().rename(partial, folder))
        return {};
    return storeIn(folder);
}

}  // namespace podium::app
