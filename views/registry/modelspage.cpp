// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/modelspage.h"

#include "items/cell.h"
#include "views/registry/registrydelegates.h"
#include "views/registry/versionpage.h"
#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace podium::views {

using items::BoardBy;
using session::ModelEntry;

namespace {

constexpr int ListWidth = 264;

}  // namespace

ModelsPage::ModelsPage(base::Clock clock, QWidget* parent)
    : QWidget(parent),
      m_models(new items::ModelListModel(this)),
      m_editor(new RegistryEditor(this)),
      m_messages(new MessageBar(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_splitter(new QSplitter(this)),
      m_pane(new ModelPane(std::move(clock), *m_editor, this)) {
    setObjectName(QStringLiteral("modelsPage"));
    m_messages->hide();
    m_empty->setContent(QStringLiteral("box"), tr("No registered models"),
                        tr("The open sources have no model registry, or nothing in it."));
    m_splitter->setObjectName(QStringLiteral("modelsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ListWidth, 4 * ListWidth});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    connect(m_pane, &ModelPane::versionChanged, this, &ModelsPage::versionChanged);
    connect(m_pane, &ModelPane::versionActivated, this, &ModelsPage::openSourceRun);
    connect(m_pane, &ModelPane::menuRequested, this, &ModelsPage::showMenu);
    connect(m_pane, &ModelPane::stateChanged, this, &ModelsPage::stateChanged);
    connect(m_pane->page(), &VersionPage::sourceRunRequested, this, &ModelsPage::openSourceRun);
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
    setFocusProxy(m_list);
    return side;
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
    // The entry is a part of the snapshot, which lives as long.
    m_pane->setEntry(current.isValid()
                         ? std::shared_ptr<const ModelEntry>(m_snapshot, &m_models->entry(current))
                         : nullptr);
    Q_EMIT modelChanged();
}

bool ModelsPage::showModel(base::SourceNo source, const std::string& name) {
    const QModelIndex index = m_models->indexOf(source, name);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    return index.isValid();
}

bool ModelsPage::showVersion(base::SourceNo source, const std::string& name, std::int64_t version) {
    if (!m_models->indexOf(source, name).isValid())
        m_filter->clear();
    if (!showModel(source, name))
        return false;
    m_pane->setCurrentVersion(version);
    return true;
}

base::RunNo ModelsPage::sourceRun() const {
    const ModelEntry::Version* version = m_pane->currentVersion();
    return version != nullptr ? version->runNo : base::RunNo{};
}

QString ModelsPage::modelUri() const {
    const ModelEntry::Version* version = m_pane->currentVersion();
    if (version == nullptr)
        return {};
    return (m_pane->entry()->model.isPrompt() ? QStringLiteral("prompts:/%1/%2")
                                              : QStringLiteral("models:/%1/%2"))
        .arg(items::toQString(version->version.name))
        .arg(version->version.version);
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

void ModelsPage::chooseAliasToRemove() {
    const ModelEntry::Version* version = m_pane->currentVersion();
    if (version == nullptr)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("removeAliasMenu"));
    menu->setAccessibleName(tr("Remove alias"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const domain::Alias& alias : m_pane->entry()->model.aliases) {
        if (alias.version != version->version.version)
            continue;
        const QString name = items::toQString(alias.alias);
        menu->addAction(QLatin1Char('@') + name, this,
                        [this, name] { m_editor->removeAlias(name); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("This version has no alias"))->setEnabled(false);
    menu->popup(m_pane->mapToGlobal(QPoint(metrics::Group, metrics::Bar)));
}

QByteArray ModelsPage::saveState() const {
    QJsonObject state;
    state.insert(QStringLiteral("board"), m_pane->isBoardShown());
    state.insert(QStringLiteral("by"), static_cast<int>(m_pane->boardBy().kind));
    state.insert(QStringLiteral("tag"), items::toQString(m_pane->boardBy().tag));
    state.insert(QStringLiteral("metric"), m_pane->metric());
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void ModelsPage::restoreState(const QByteArray& blob) {
    const QJsonObject state = QJsonDocument::fromJson(blob).object();
    const int kind = state.value(QStringLiteral("by")).toInt();
    const std::string tag = state.value(QStringLiteral("tag")).toString().toStdString();
    const bool known = kind >= 0 && kind <= static_cast<int>(BoardBy::Kind::Tag) &&
                       (kind != static_cast<int>(BoardBy::Kind::Tag) || !tag.empty());
    m_pane->setBoardBy(known ? BoardBy{static_cast<BoardBy::Kind>(kind), tag, {}} : BoardBy());
    m_pane->setMetric(state.value(QStringLiteral("metric")).toString());
    m_pane->setBoardShown(state.value(QStringLiteral("board")).toBool());
}

void ModelsPage::showMenu(const QPoint& position) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("versionMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction* action : m_versionActions) {
        if (action != nullptr)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(position);
}

}  // namespace podium::views
