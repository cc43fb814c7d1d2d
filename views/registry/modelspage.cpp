// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/modelspage.h"

#include "items/cell.h"
#include "views/registry/registrydelegates.h"
#include "views/registry/versionfacts.h"
#include "views/text/text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/keyvaluetable.h"
#include "views/widgets/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace podium::views {

using items::VersionModel;
using session::ModelEntry;

namespace {

constexpr int ListWidth = 280;
constexpr int LongestDescription = 600;

}  // namespace

ModelsPage::ModelsPage(base::Clock clock, QWidget* parent)
    : QWidget(parent),
      m_clock(std::move(clock)),
      m_models(new items::ModelListModel(this)),
      m_versions(new VersionModel(this)),
      m_messages(new MessageBar(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_splitter(new QSplitter(this)) {
    setObjectName(QStringLiteral("modelsPage"));
    m_messages->hide();
    m_empty->setContent(QStringLiteral("box"), tr("No registered models"),
                        tr("The open sources have no model registry, or nothing in it."));
    m_splitter->setObjectName(QStringLiteral("modelsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(makeDetails());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ListWidth, 3 * ListWidth});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
}

QWidget* ModelsPage::makeList() {
    auto* side = new QWidget(this);
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    m_filter = new QLineEdit(side);
    m_filter->setObjectName(QStringLiteral("modelsFilter"));
    m_filter->setAccessibleName(tr("Search models"));
    m_filter->setPlaceholderText(tr("Search models"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search"), QLineEdit::LeadingPosition);
    m_list = new QListView(side);
    m_list->setObjectName(QStringLiteral("modelsList"));
    m_list->setAccessibleName(tr("Registered models"));
    m_list->setModel(m_models);
    m_list->setItemDelegate(new ModelDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* search = new QVBoxLayout;
    search->setContentsMargins(metrics::Gap, metrics::Gap, metrics::Gap, metrics::Gap);
    search->addWidget(m_filter);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(search);
    layout->addWidget(m_list, 1);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_models->setFilter(text.trimmed());
        showState();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ModelsPage::modelSelected);
    return side;
}

QWidget* ModelsPage::makeDetails() {
    auto* side = new QWidget(this);
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    m_title = new ElidedLabel(side);
    m_title->setObjectName(QStringLiteral("modelTitle"));
    m_title->setFont(titleFont(font()));
    m_facts = new ElidedLabel(side);
    m_facts->setDim(true);
    m_description = new QLabel(side);
    m_description->setObjectName(QStringLiteral("modelDescription"));
    m_description->setTextFormat(Qt::PlainText);
    m_description->setWordWrap(true);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    makeVersionTable();
    m_details = new KeyValueTable(side);
    m_details->setObjectName(QStringLiteral("versionDetails"));
    m_details->setAccessibleName(tr("About the version"));
    connect(m_details, &KeyValueTable::linkActivated, this, &ModelsPage::openSourceRun);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(metrics::Group, 12, metrics::Group, 12);
    head->setSpacing(metrics::Unit);
    head->addWidget(m_title);
    head->addWidget(m_facts);
    head->addWidget(m_description);
    auto* parts = new QSplitter(Qt::Vertical, side);
    parts->setObjectName(QStringLiteral("versionSplitter"));
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_table);
    parts->addWidget(m_details);
    parts->setSizes({300, 260});
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(parts, 1);
    return side;
}

void ModelsPage::makeVersionTable() {
    m_table = new QTreeView(this);
    m_table->setObjectName(QStringLiteral("versionTable"));
    m_table->setAccessibleName(tr("Versions"));
    m_versions->setTitles({tr("Version"), tr("Stage"), tr("Aliases"), tr("Status"), tr("Created"),
                           tr("Source run"), tr("Description")});
    m_versions->setFormatter(
        [this](VersionModel::Column column, const ModelEntry::Version& version) {
            return cellText(column, version);
        });
    m_table->setModel(m_versions);
    m_table->setItemDelegate(new VersionDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setMouseTracking(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const QList<int> widths = {76, 110, 160, 90, 110, 170};
    for (qsizetype section = 0; section < widths.size(); ++section)
        m_table->header()->resizeSection(static_cast<int>(section), widths[section]);
    setRowLines(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ModelsPage::versionSelected);
    connect(m_table, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (index.data(items::Link).toBool())
            openSourceRun();
    });
    connect(m_table, &QTreeView::activated, this, [this] { openSourceRun(); });
    connect(m_table, &QTreeView::customContextMenuRequested, this, &ModelsPage::showMenu);
}

QString ModelsPage::cellText(VersionModel::Column column,
                             const ModelEntry::Version& version) const {
    switch (column) {
        case VersionModel::Version:
            return QString::number(version.version.version);
        case VersionModel::Stage:
            return stageText(version.version.stage);
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

void ModelsPage::setSnapshot(items::ModelListModel::Snapshot snapshot) {
    m_snapshot = std::move(snapshot);
    m_models->setSnapshot(m_snapshot);
    showState();
    modelSelected();
}

void ModelsPage::showError(const base::Error& error) {
    m_messages->showError(error);
}

void ModelsPage::showState() {
    const bool none = !m_snapshot || m_snapshot->models.empty();
    m_stack->setCurrentWidget(none ? static_cast<QWidget*>(m_empty) : m_splitter);
    // A list with rows always has a current one: there is something to read beside it.
    if (!m_list->currentIndex().isValid() && m_models->rowCount() > 0)
        m_list->setCurrentIndex(m_models->index(0));
}

void ModelsPage::modelSelected() {
    const QModelIndex current = m_list->currentIndex();
    m_versions->setEntry(current.isValid() ? std::optional(m_models->entry(current))
                                           : std::nullopt);
    if (!m_table->currentIndex().isValid() && m_versions->rowCount() > 0)
        m_table->setCurrentIndex(m_versions->index(0, 0));
    showHead();
    versionSelected();
}

void ModelsPage::showHead() {
    const auto& entry = m_versions->entry();
    m_title->setText(entry ? oneLine(entry->model.name) : QString());
    QStringList facts;
    if (entry) {
        facts = {versionCount(static_cast<qint64>(entry->versions.size())), entry->sourceTitle};
        if (entry->model.lastUpdateTime)
            facts.append(tr("changed %1").arg(ago(*entry->model.lastUpdateTime, m_clock())));
        for (const domain::Tag& tag : entry->model.tags) {
            facts.append(
                tr("%1 = %2", "tag = value").arg(oneLine(tag.key, 60), oneLine(tag.value, 60)));
        }
    }
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    const QString description = entry ? items::toQString(entry->model.description) : QString();
    m_description->setVisible(!description.isEmpty());
    m_description->setText(description.left(LongestDescription));
}

void ModelsPage::versionSelected() {
    const QModelIndex current = m_table->currentIndex();
    m_details->setGroups(
        current.isValid() && m_versions->entry()
            ? versionGroups(*m_versions->entry(), m_versions->version(current.row()), m_clock())
            : QVector<KeyValueGroup>());
    Q_EMIT versionChanged();
}

bool ModelsPage::showModel(base::SourceNo source, const std::string& name) {
    const QModelIndex index = m_models->indexOf(source, name);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    return index.isValid();
}

base::RunNo ModelsPage::sourceRun() const {
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_versions->version(current.row()).runNo : base::RunNo{};
}

QString ModelsPage::modelUri() const {
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return {};
    const domain::ModelVersion& version = m_versions->version(current.row()).version;
    return QStringLiteral("models:/%1/%2").arg(items::toQString(version.name)).arg(version.version);
}

void ModelsPage::openSourceRun() {
    if (sourceRun().valid())
        Q_EMIT runRequested(sourceRun());
}

void ModelsPage::copyModelUri() const {
    const QString uri = modelUri();
    if (!uri.isEmpty())
        QApplication::clipboard()->setText(uri);
}

void ModelsPage::showMenu(const QPoint& position) {
    if (!m_table->indexAt(position).isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("versionMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* open = menu->addAction(icon(u"arrow-right"), tr("Open source run"), this,
                                    &ModelsPage::openSourceRun);
    open->setEnabled(sourceRun().valid());
    menu->addAction(icon(u"copy"), tr("Copy model URI"), this, &ModelsPage::copyModelUri);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

}  // namespace podium::views
