// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>
#include <QVariant>

#include <memory>
#include <utility>
#include <vector>

namespace podium::session {

/// Every setting of the program, with its key, type and default in one table (settings.cpp).
enum class Setting {
    Theme,           // "system", "light", "dark"
    Language,        // "" = that of the system, otherwise "en", "de", "zh_CN"
    OpenSources,     // list of locations, in the order of the tree
    RecentSources,   // list of locations, newest first
    WindowLayout,    // versioned blob of the main window
    Session,         // JSON: what is shown, filter, columns, order
    RunsLayout,      // JSON: widths of columns, heights of table and charts
    Charts,          // JSON: the cards a person has arranged
    RestoreSession,  // bool: open what was open at the last end
    ReadThreads,     // int: threads that read a store, 0 for what suits it
    FollowLive,      // bool: follow running runs
    MetricRules,     // JSON: directions and other names of metrics
    ArtifactCache,   // int: megabytes of artifacts from servers held at most; kept ones besides
    ArtifactFetch,   // int: megabytes up to which an artifact is fetched when it is chosen
    ShowVanished,    // bool: runs that are gone from their store stay in the table
    CompareRules,    // JSON: what counts as the same when runs are compared
    PaperOptions,    // JSON: how tables for papers were made last
    ModelsView,      // JSON: board or table, lanes and metric of the models page
    ReviewName,      // "" = the machine's user: who decides in sources without a login
    CurrentViews,    // JSON: which saved view each set of experiments shows
};

/// The user's settings in an ini file whose path is given, so that a test has its own. Lives on the
/// UI thread.
class Settings {
public:
    explicit Settings(const QString& file);

    [[nodiscard]] QVariant value(Setting setting) const;
    void setValue(Setting setting, const QVariant& value);
    /// Writes to disk now.
    void sync();
    [[nodiscard]] const QString& file() const { return m_file; }
    /// Puts values into a file and onto the disk; for any thread. Objects of the same file in this
    /// process see them. False if it could not be written.
    static bool write(const QString& file, const std::vector<std::pair<Setting, QVariant>>& values);

private:
    QString m_file;
    std::unique_ptr<QSettings> m_store;
};

}  // namespace podium::session
