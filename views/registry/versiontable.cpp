// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/versiontable.h"

#include "items/cell.h"
#include "items/roles.h"
#include "views/registry/registrydelegates.h"
#include "views/registry/reviewwords.h"
#include "views/registry/versionfacts.h"
#include "views/text/text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QHeaderView>

namespace podium::views {

using items::VersionModel;
using session::ModelEntry;

VersionTable::VersionTable(base::Clock clock, QWidget* parent)
    : QTreeView(parent), m_clock(std::move(clock)), m_versions(new VersionModel(this)) {
    setObjectName(QStringLiteral("versionTable"));
    setAccessibleName(tr("Versions"));
    m_versions->setFormatter(
        [this](VersionModel::Column column, const ModelEntry::Version& version) {
            return cellText(column, version);
        });
    setModel(m_versions);
    setItemDelegate(new VersionDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const QList<int> widths = {76, 118, 160, 110, 92, 90, 110, 170};
    for (qsizetype section = 0; section < widths.size(); ++section)
        header()->resizeSection(static_cast<int>(section), widths[section]);
    setRowLines(this);
    setMetric({});
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT currentVersionChanged(currentVersion()); });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (index.data(items::Link).toBool())
            Q_EMIT versionActivated();
    });
    connect(this, &QTreeView::activated, this, &VersionTable::versionActivated);
    connect(this, &QTreeView::customContextMenuRequested, this, [this](const QPoint& at) {
        if (indexAt(at).isValid())
            Q_EMIT menuRequested(viewport()->mapToGlobal(at));
    });
}

void VersionTable::setTitles() {
    m_versions->setTitles({tr("Version"), tr("Stage"), tr("Aliases"),
                           oneLine(m_versions->metric().key, 100), tr("Change"), tr("Status"),
                           tr("Created"), tr("Source run"), tr("Description")});
}

void VersionTable::setMetric(const items::SourceMetric& metric) {
    m_versions->setMetric(metric, items::guessDirection(metric.key));
    setTitles();
    for (const int column : {VersionModel::Metric, VersionModel::MetricChange})
        setColumnHidden(column, metric.key.empty());
}

void VersionTable::setEntry(const std::shared_ptr<const ModelEntry>& entry) {
    m_versions->setEntry(entry ? std::optional(*entry) : std::nullopt);
    // Prompts have no stages.
    setColumnHidden(VersionModel::Stage, entry && entry->model.isPrompt());
    if (!currentIndex().isValid() && m_versions->rowCount() > 0)
        setCurrentIndex(m_versions->index(0, 0));
}

std::int64_t VersionTable::currentVersion() const {
    const QModelIndex current = currentIndex();
    return current.isValid() ? m_versions->version(current.row()).version.version : 0;
}

void VersionTable::setCurrentVersion(std::int64_t version) {
    const int row = m_versions->rowOf(version);
    if (row >= 0 && row != currentIndex().row())
        setCurrentIndex(m_versions->index(row, 0));
}

QString VersionTable::cellText(VersionModel::Column column,
                               const ModelEntry::Version& version) const {
    const auto raw = [&](VersionModel::Column of) {
        return m_versions->index(m_versions->rowOf(version.version.version), of)
            .data(items::RawValue);
    };
    switch (column) {
        case VersionModel::Version:
            return QString::number(version.version.version);
        case VersionModel::Stage:
            return stageText(version.version.stage);
        case VersionModel::Metric:
            return raw(column).isValid() ? compactNumber(raw(column).toDouble()) : QString();
        case VersionModel::MetricChange:
            return raw(column).isValid() ? signedNumber(raw(column).toDouble()) : QString();
        case VersionModel::Status:
            return versionStatusText(version.version.status);
        case VersionModel::Created:
            return version.version.creationTime ? ago(*version.version.creationTime, m_clock())
                                                : QString();
        case VersionModel::SourceRun:
            return version.runName.isEmpty() ? oneLine(version.version.runId)
                                             : oneLine(version.runName.toStdString(), 200);
        case VersionModel::Description:
            return oneLine(version.version.description, 200);
        case VersionModel::Aliases:
        case VersionModel::ColumnCount:
            break;
    }
    QStringList aliases;
    for (const domain::Alias& alias : m_versions->entry()->model.aliases) {
        if (alias.version == version.version.version)
            aliases.append(oneLine(alias.alias));
    }
    return aliases.join(QStringLiteral(", "));
}

}  // namespace podium::views
