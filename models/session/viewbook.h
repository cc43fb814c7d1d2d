// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobengine.h"
#include "session/savedview.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace podium::session {

/// The views that a person has saved: one small file each, in a folder of the program's own data.
/// Files are read and written by jobs, one after another; a change counts here at once. Files that
/// another window or an editor changes are read again. Lives on the UI thread.
class ViewBook : public QObject {
    Q_OBJECT
public:
    struct Entry {
        QString file;  // its name in the folder
        SavedView view;
        std::vector<ViewNote> notes;

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    /// The folder is made if it is not there.
    ViewBook(QString folder, jobs::JobEngine& engine, QObject* parent = nullptr);
    ~ViewBook() override;

    /// In the order of their names.
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] const Entry* find(const QString& file) const;
    /// The view of this name that was made for these experiments.
    [[nodiscard]] const Entry* named(const QString& name,
                                     const std::vector<ViewExperiment>& experiments) const;
    /// The name itself if no view for these experiments has it, else with a number behind.
    [[nodiscard]] QString freeName(const QString& name,
                                   const std::vector<ViewExperiment>& experiments) const;
    /// A file name for a new view that is not taken: only letters, digits, "-" and "_".
    [[nodiscard]] QString freeFile(const QString& viewName) const;

    /// Puts a view in the file, or takes the file away.
    void put(const QString& file, const std::optional<SavedView>& view);
    /// Looks at the folder again.
    void reload();
    /// Nothing is being read or written.
    [[nodiscard]] bool idle() const {
        return !m_running && m_queue.empty() && !m_reloadTimer.isActive();
    }

Q_SIGNALS:
    void changed();
    /// A file could not be written, or not read (told once for each).
    void failed(const podium::base::Error& error);
    /// A file in the folder is no view; told once.
    void refused(const QString& path, const podium::session::ViewNote& why);

private:
    struct Files;  // what jobs share
    struct Loaded;
    using Step = std::function<void()>;

    void next();
    void read();
    void write(const QString& file, const QByteArray& text, quint64 number);
    void take(Loaded loaded);
    void sort();

    QString m_folder;
    jobs::JobEngine& m_engine;
    std::shared_ptr<Files> m_files;
    std::vector<Entry> m_entries;
    QStringList m_taken;  // names of files in the folder, also of those that are no views
    QFileSystemWatcher m_watcher;
    QTimer m_reloadTimer;
    std::deque<Step> m_queue;
    std::deque<std::pair<QString, QByteArray>> m_unwritten;  // the same as the queue's writes
    std::vector<base::Error> m_told;
    std::vector<std::pair<QString, ViewNote>> m_toldRefused;
    quint64 m_number = 0;
    bool m_running = false;
};

}  // namespace podium::session
