// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/viewbook.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace podium::session {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr int MostFiles = 1000;
constexpr int ReloadDelayMs = 150;
constexpr qsizetype LongestFileName = 48;
constexpr QLatin1String Suffix(".json");

Error writeError(const QString& path, const QString& reason) {
    return {ErrorCode::WriteFailed, {path.toStdString(), reason.toStdString()}};
}

/// Writes a text in one step, so that whoever reads sees the old one or the new one; "" takes the
/// file away.
Result<bool> writeFile(const QString& folder, const QString& file, const QByteArray& text) {
    const QString path = folder + u'/' + file;
    if (text.isEmpty()) {
        QFile gone(path);
        if (gone.exists() && !gone.remove())
            return writeError(path, gone.errorString());
        return true;
    }
    if (!QDir().mkpath(folder))
        return writeError(path, QStringLiteral("the folder cannot be made"));
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        return writeError(path, out.errorString());
    return true;
}

/// Windows takes files of these names for devices.
bool isDevice(const QString& name) {
    static const QStringList devices = {QStringLiteral("con"), QStringLiteral("prn"),
                                        QStringLiteral("aux"), QStringLiteral("nul")};
    const bool port =
        name.startsWith(QLatin1String("com")) || name.startsWith(QLatin1String("lpt"));
    return devices.contains(name) || (port && name.size() == 4 && name.back().isDigit());
}

Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::PathNotReadable,
                     {path.toStdString(), file.errorString().toStdString()}};
    return file.read(MostViewBytes + 1);
}

}  // namespace

/// Jobs of one book run one after another, but at the end of the program the last writes do not
/// wait for those before: an older text never comes after a newer one.
struct ViewBook::Files {
    std::mutex mutex;
    std::map<QString, quint64> written;  // number of the newest write of a file

    Result<bool> write(const QString& folder, const QString& file, const QByteArray& text,
                       quint64 number) {
        const std::scoped_lock lock(mutex);
        quint64& newest = written[file];
        if (number < newest)
            return true;
        newest = number;
        return writeFile(folder, file, text);
    }
};

struct ViewBook::Loaded {
    std::vector<Entry> entries;
    std::vector<Error> errors;
    std::vector<std::pair<QString, ViewNote>> refused;
    QStringList paths;
    quint64 number = 0;  // writes known when it began
};

ViewBook::ViewBook(QString folder, jobs::JobEngine& engine, QObject* parent)
    : QObject(parent),
      m_folder(std::move(folder)),
      m_engine(engine),
      m_files(std::make_shared<Files>()) {
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(ReloadDelayMs);
    connect(&m_reloadTimer, &QTimer::timeout, this, &ViewBook::reload);
    const auto soon = [this] {
        if (!m_reloadTimer.isActive())
            m_reloadTimer.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
    reload();
}

ViewBook::~ViewBook() {
    for (const auto& [file, text] : m_unwritten)
        (void)m_files->write(m_folder, file, text, ++m_number);
}

const ViewBook::Entry* ViewBook::find(const QString& file) const {
    const auto found = std::ranges::find(m_entries, file, &Entry::file);
    return found == m_entries.end() ? nullptr : &*found;
}

const ViewBook::Entry* ViewBook::named(const QString& name,
                                       const std::vector<ViewExperiment>& experiments) const {
    const auto found = std::ranges::find_if(m_entries, [&](const Entry& entry) {
        return entry.view.name == name && isFor(entry.view, experiments);
    });
    return found == m_entries.end() ? nullptr : &*found;
}

QString ViewBook::freeName(const QString& name,
                           const std::vector<ViewExperiment>& experiments) const {
    QString free = name;
    for (int n = 2; named(free, experiments) != nullptr; ++n)
        free = name + QStringLiteral(" %1").arg(n);
    return free;
}

QString ViewBook::freeFile(const QString& viewName) const {
    QString safe;
    for (const QChar c : viewName) {
        const bool plain = c.isLetterOrNumber() || c == u'_';
        if (plain)
            safe.append(c.toLower());
        else if (!safe.isEmpty() && safe.back() != u'-')
            safe.append(u'-');
        if (safe.size() == LongestFileName)
            break;
    }
    while (safe.endsWith(u'-'))
        safe.chop(1);
    if (safe.isEmpty())
        safe = QStringLiteral("view");
    if (isDevice(safe))
        safe.append(QLatin1String("-view"));
    QString file = safe + Suffix;
    for (int n = 2; find(file) != nullptr || m_taken.contains(file); ++n)
        file = safe + QStringLiteral("-%1").arg(n) + Suffix;
    return file;
}

void ViewBook::sort() {
    std::ranges::stable_sort(m_entries, [](const Entry& a, const Entry& b) {
        const int order = QString::localeAwareCompare(a.view.name, b.view.name);
        return order != 0 ? order < 0 : a.file < b.file;
    });
}

void ViewBook::put(const QString& file, const std::optional<SavedView>& view) {
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.file == file; });
    if (view)
        m_entries.push_back({file, *view, {}});
    sort();
    const QByteArray text = view ? viewText(*view) : QByteArray();
    const quint64 number = ++m_number;
    m_unwritten.emplace_back(file, text);
    m_queue.emplace_back([this, file, text, number] { write(file, text, number); });
    next();
    Q_EMIT changed();
}

void ViewBook::reload() {
    m_reloadTimer.stop();
    m_queue.emplace_back([this] { read(); });
    next();
}

void ViewBook::next() {
    if (m_running || m_queue.empty())
        return;
    const Step step = std::move(m_queue.front());
    m_queue.pop_front();
    m_running = true;
    step();
}

void ViewBook::write(const QString& file, const QByteArray& text, quint64 number) {
    m_engine.run<bool>(
        jobs::Pool::Compute, this,
        [files = m_files, folder = m_folder, file, text, number](std::stop_token, base::Progress&) {
            return files->write(folder, file, text, number);
        },
        [this](Result<bool> result) {
            m_running = false;
            m_unwritten.pop_front();
            if (result.failed()) {
                Q_EMIT failed(result.error());
                reload();
            }
            next();
        });
}

void ViewBook::read() {
    m_engine.run<Loaded>(
        jobs::Pool::Compute, this,
        [folder = m_folder, number = m_number](std::stop_token, base::Progress&) -> Result<Loaded> {
            Loaded loaded;
            loaded.number = number;
            // It is there before the first view, so that it can be watched.
            const QDir dir(folder);
            (void)dir.mkpath(QStringLiteral("."));
            for (const QFileInfo& info : dir.entryInfoList(
                     {QStringLiteral("*.json")}, QDir::Files | QDir::NoDotAndDotDot, QDir::Name)) {
                if (loaded.paths.size() == MostFiles)
                    break;
                loaded.paths.append(info.filePath());
                const Result<QByteArray> text = readFile(info.filePath());
                if (text.failed()) {
                    loaded.errors.push_back(text.error());
                    continue;
                }
                ReadView read = viewFromText(text.value());
                if (read.refused) {
                    loaded.refused.emplace_back(info.filePath(), read.notes.front());
                    continue;
                }
                if (read.view.name.isEmpty())
                    read.view.name = info.completeBaseName();
                loaded.entries.push_back(
                    {info.fileName(), std::move(read.view), std::move(read.notes)});
            }
            return loaded;
        },
        [this](Result<Loaded> result) {
            m_running = false;
            if (result.ok())
                take(std::move(result).value());
            next();
        });
}

void ViewBook::take(Loaded loaded) {
    // What was read before a change counts no more; after the change it is read again.
    if (loaded.number != m_number)
        return reload();
    QStringList paths = loaded.paths;
    m_taken.clear();
    for (const QString& path : paths)
        m_taken.append(path.section(u'/', -1));
    if (QFileInfo(m_folder).isDir())
        paths.append(m_folder);
    for (const QString& path : m_watcher.files() + m_watcher.directories())
        paths.removeAll(path);
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
    const auto old = std::exchange(m_entries, std::move(loaded.entries));
    sort();
    if (m_entries != old)
        Q_EMIT changed();
    for (const Error& error : loaded.errors) {
        if (std::ranges::find(m_told, error) != m_told.end())
            continue;
        m_told.push_back(error);
        Q_EMIT failed(error);
    }
    for (const auto& file : loaded.refused) {
        if (std::ranges::find(m_toldRefused, file) != m_toldRefused.end())
            continue;
        m_toldRefused.push_back(file);
        Q_EMIT refused(file.first, file.second);
    }
}

}  // namespace podium::session
