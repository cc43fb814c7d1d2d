// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "items/versionmodel.h"

#include <QTreeView>

#include <memory>

namespace podium::views {

/// The versions of one registered model as a table. Of the UI thread.
class VersionTable : public QTreeView {
    Q_OBJECT
public:
    explicit VersionTable(base::Clock clock, QWidget* parent = nullptr);

    /// nullptr: no model. A table with rows always has a current one.
    void setEntry(const std::shared_ptr<const session::ModelEntry>& entry);
    /// A metric of the source runs as a column; without a key there is none.
    void setMetric(const items::SourceMetric& metric);
    [[nodiscard]] items::VersionModel& versions() const { return *m_versions; }
    /// 0 if there is none.
    [[nodiscard]] std::int64_t currentVersion() const;
    void setCurrentVersion(std::int64_t version);

Q_SIGNALS:
    void currentVersionChanged(qint64 version);
    void versionActivated();
    void menuRequested(const QPoint& globalPosition);

private:
    void setTitles();
    [[nodiscard]] QString cellText(items::VersionModel::Column column,
                                   const session::ModelEntry::Version& version) const;

    base::Clock m_clock;
    items::VersionModel* m_versions;
};

}  // namespace podium::views
