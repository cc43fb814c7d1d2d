// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/sourcespanel.h"

#include "views/sources/sourcedelegate.h"
#include "views/sources/sourcewords.h"
#include "views/text/text.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/sectionheader.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolTip>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using items::SourceNode;
using items::SourceNodeKind;
using session::SourceInfo;
using session::SourceState;

SourcesPanel::SourcesPanel(QWidget* parent)
    : QWidget(parent),
      m_model(new items::SourceTreeModel(this)),
      m_head(new SectionHeader(tr("Sources"), this)),
      m_filter(new QLineEdit(this)),
      m_tree(new QTreeView(this)) {
    setObjectName(QStringLiteral("sourcesPanel"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_model->setTrashTitle(tr("Deleted"));
    m_filter->setObjectName(QStringLiteral("sourcesFilter"));
    m_filter->setAccessibleName(tr("Search experiments"));
    m_filter->setPlaceholderText(tr("Search experiments"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_tree->setObjectName(QStringLiteral("sourcesTree"));
    m_tree->setAccessibleName(tr("Sources and experiments"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new SourceDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->viewport()->installEventFilter(this);
    auto* search = new QWidget(this);
    auto* searchLayout = new QVBoxLayout(search);
    searchLayout->setContentsMargins(metrics::Gap, 0, metrics::Gap, metrics::Gap);
    searchLayout->addWidget(m_filter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::Gap, 0, 0);
    layout->setSpacing(metrics::Unit);
    layout->addWidget(m_head);
    m_head->hide();  // the dock says what this is; the head is only for what is added to it
    layout->addWidget(search);
    layout->addWidget(m_tree, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &SourcesPanel::filterEdited);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SourcesPanel::selectionEdited);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SourcesPanel::currentChanged);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &SourcesPanel::showMenu);
}

void SourcesPanel::addHeadWidget(QWidget* widget) {
    m_head->addWidget(widget);
    m_head->show();
}

void SourcesPanel::setSources(const std::vector<SourceInfo>& sources) {
    m_sources = sources;
    m_model->setSources(sources);
    expandNew();
    if (!m_tree->currentIndex().isValid() && m_model->rowCount() > 0) {
        m_tree->selectionModel()->setCurrentIndex(m_model->index(0, 0),
                                                  QItemSelectionModel::NoUpdate);
    }
    // What a search hides is not unchosen by it.
    if (m_model->filter().isEmpty())
        updateChosen();
}

void SourcesPanel::expandNew() {
    std::set<QString> open;
    for (const SourceInfo& source : m_sources) {
        open.insert(source.location);
        if (m_seen.contains(source.location) || source.experiments.empty())
            continue;
        m_seen.insert(source.location);
        m_tree->expand(m_model->indexOf(source.location));
    }
    std::erase_if(m_seen, [&open](const QString& location) { return !open.contains(location); });
}

void SourcesPanel::filterEdited(const QString& text) {
    m_model->setFilter(text);
    if (!text.isEmpty()) {
        m_tree->expandAll();
        return;
    }
    restoreSelection();
    updateChosen();
}

void SourcesPanel::selectionEdited() {
    if (m_restoring)
        return;
    m_selectedKeys.clear();
    for (const QModelIndex& index : m_tree->selectionModel()->selectedIndexes())
        m_selectedKeys.append(m_model->node(index).key);
    updateChosen();
}

void SourcesPanel::restoreSelection() {
    // What the search hid has lost its selection.
    const QScopedValueRollback<bool> restoring(m_restoring, true);
    QItemSelection selection;
    for (const QString& key : m_selectedKeys) {
        const QModelIndex index = m_model->indexOfKey(key);
        if (index.isValid())
            selection.select(index, index);
    }
    m_tree->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void SourcesPanel::updateChosen() {
    std::vector<base::ExperimentNo> chosen;
    for (const QModelIndex& index : m_tree->selectionModel()->selectedIndexes()) {
        for (const base::ExperimentNo experiment : m_model->experiments(index)) {
            if (std::ranges::find(chosen, experiment) == chosen.end())
                chosen.push_back(experiment);
        }
    }
    if (chosen == m_chosen)
        return;
    m_chosen = std::move(chosen);
    Q_EMIT experimentsChosen(m_chosen);
}

void SourcesPanel::choose(const std::vector<base::ExperimentNo>& experiments) {
    QItemSelection selection;
    QModelIndex first;
    for (const base::ExperimentNo experiment : experiments) {
        const QModelIndex index = m_model->indexOf(experiment);
        if (!index.isValid())
            continue;
        selection.select(index, index);
        if (!first.isValid())
            first = index;
    }
    if (!first.isValid())
        return;
    m_tree->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_tree->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_tree->scrollTo(first);
}

QString SourcesPanel::currentExperiment() const {
    const QModelIndex index = m_tree->currentIndex();
    return index.isValid() && m_model->node(index).kind == SourceNodeKind::Experiment
               ? m_model->node(index).experimentId
               : QString();
}

QString SourcesPanel::currentLocation() const {
    return m_tree->currentIndex().data(items::Location).toString();
}

void SourcesPanel::focusFilter() {
    m_filter->setFocus();
    m_filter->selectAll();
}

bool SourcesPanel::viewToolTip(QEvent* event) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const QModelIndex index = m_tree->indexAt(help->pos());
    if (!index.isValid())
        return false;
    const SourceNode& node = m_model->node(index);
    QString text = node.name;
    if (node.kind == SourceNodeKind::Source) {
        text = node.location;
        const auto it = std::ranges::find(m_sources, node.location, &SourceInfo::location);
        if (it != m_sources.end()) {
            const QString trouble = sourceTrouble(*it, QDateTime::currentMSecsSinceEpoch());
            for (const QString& line : {trouble, sourceWatchText(*it)}) {
                if (!line.isEmpty())
                    text += QLatin1Char('\n') + line;
            }
        }
        if (node.problems > 0)
            text += QLatin1Char('\n') + problemCount(node.problems);
    } else if (node.vanished) {
        text += QLatin1Char('\n') + tr("Gone from its store; what is shown was kept here.");
    }
    QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(text), m_tree->viewport(),
                       m_tree->visualRect(index));
    return true;
}

bool SourcesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_tree->viewport() && event->type() == QEvent::ToolTip)
        return viewToolTip(event);
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key == Qt::Key_Down) {
            m_tree->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SourcesPanel::showMenu(const QPoint& position) {
    const QModelIndex index = m_tree->indexAt(position);
    if (!index.isValid())
        return;
    const SourceNode node = m_model->node(index);
    const QString location = node.location;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("sourceMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (node.kind == SourceNodeKind::Experiment) {
        const QString name = node.name;
        const QString id = node.experimentId;
        menu->addAction(icon(u"copy"), tr("Copy name"), this,
                        [name] { QApplication::clipboard()->setText(name); });
        menu->addAction(tr("Copy experiment ID"), this,
                        [id] { QApplication::clipboard()->setText(id); });
        if (session::isServerAddress(location)) {
            menu->addAction(icon(u"download"), tr("Keep offline…"), this,
                            [this, location, id] { Q_EMIT keepRequested(location, id); });
        }
        menu->addSeparator();
    }
    const bool paused = node.state == SourceState::Paused;
    if (node.state == SourceState::Syncing) {
        menu->addAction(icon(u"x"), tr("Cancel sync"), this,
                        [this, location] { Q_EMIT cancelRequested(location); });
    } else if (!paused) {
        menu->addAction(icon(u"refresh-cw"), tr("Sync"), this,
                        [this, location] { Q_EMIT syncRequested(location, false); });
        menu->addAction(tr("Read everything again"), this,
                        [this, location] { Q_EMIT syncRequested(location, true); });
    }
    if (node.problems > 0) {
        menu->addAction(icon(u"triangle-alert"), problemCount(node.problems), this,
                        [this, location] { Q_EMIT problemsRequested(location); });
    }
    const bool server = session::isServerAddress(location);
    if (server) {
        menu->addAction(icon(paused ? u"refresh-cw" : u"wifi-off"),
                        paused ? tr("Go online") : tr("Go offline"), this,
                        [this, location, paused] { Q_EMIT pauseRequested(location, !paused); });
        menu->addAction(icon(u"settings"), tr("Connection…"), this,
                        [this, location] { Q_EMIT connectionRequested(location); });
    }
    menu->addSeparator();
    menu->addAction(server ? tr("Copy address") : tr("Copy path"), this,
                    [location] { QApplication::clipboard()->setText(location); });
    if (!server) {
        menu->addAction(icon(u"folder-open"), tr("Show in file manager"), this,
                        [location] { revealPath(location); });
    }
    menu->addSeparator();
    menu->addAction(icon(u"trash-2"), tr("Remove…"), this,
                    [this, location] { Q_EMIT removeRequested(location); });
    menu->addAction(icon(u"log-out"), tr("Close source"), this,
                    [this, location] { Q_EMIT closeRequested(location); });
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

}  // namespace podium::views
