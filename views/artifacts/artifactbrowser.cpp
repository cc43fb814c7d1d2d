// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/artifactbrowser.h"

#include "base/clock.h"
#include "views/artifacts/artifacttreemodel.h"
#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/messagebar.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace podium::views {

namespace {

constexpr int SideBySide = 620;  // from this width on the preview is beside the tree
constexpr int TreeWidth = 260;
constexpr int Patience = 250;  // milliseconds

}  // namespace

ArtifactBrowser::ArtifactBrowser(jobs::JobEngine& engine, QWidget* parent)
    : QWidget(parent),
      m_model(new ArtifactTreeModel(engine, this)),
      m_tree(new QTreeView(this)),
      m_pane(new ArtifactPane(engine, this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_stack(new QStackedWidget(this)),
      m_message(new EmptyState(this)),
      m_age(new MessageBar(this)),
      m_again(m_message->addButton(tr("Try Again"))) {
    setObjectName(QStringLiteral("artifactBrowser"));
    makeTree();
    m_splitter->setObjectName(QStringLiteral("artifactSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_splitter);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_age);
    box->addWidget(m_stack);
    m_age->setObjectName(QStringLiteral("artifactAge"));
    m_again->setObjectName(QStringLiteral("artifactTryAgain"));
    connect(m_again, &QPushButton::clicked, this, &ArtifactBrowser::relist);
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_message->setContent(QStringLiteral("loader-circle"), tr("Listing the artifacts …"), {});
        m_again->hide();
        m_stack->setCurrentWidget(m_message);
    });
    connect(m_model, &ArtifactTreeModel::listed, this, [this](const QString& folder) {
        if (folder.isEmpty())
            rootListed();
        if (m_model->rowCount() > 0)
            seekWanted();
        showAge();
    });
    connect(m_model, &ArtifactTreeModel::rootFailed, this, &ArtifactBrowser::rootFailed);
    connect(m_pane, &ArtifactPane::fetched, m_model, &ArtifactTreeModel::setHere);
    connect(m_pane, &ArtifactPane::fileShown, this, &ArtifactBrowser::fileShown);
    connect(m_pane, &ArtifactPane::fileRequested, this, &ArtifactBrowser::openPath);
    clear();
}

void ArtifactBrowser::makeTree() {
    m_tree->setObjectName(QStringLiteral("artifactTree"));
    m_tree->setAccessibleName(tr("Artifacts"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setIconSize(QSize(metrics::Icon, metrics::Icon));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setMinimumHeight(4 * metrics::Row);
    m_tree->setHeaderHidden(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ArtifactTreeModel::NameColumn, QHeaderView::Stretch);
    // Not as wide as what happens to be in sight: rows scrolled to later would be cut.
    m_tree->header()->setSectionResizeMode(ArtifactTreeModel::SizeColumn, QHeaderView::Fixed);
    m_tree->header()->resizeSection(
        ArtifactTreeModel::SizeColumn,
        m_tree->fontMetrics().horizontalAdvance(bytes(999'900'000)) + 3 * metrics::Gap);
    m_tree->installEventFilter(this);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ArtifactBrowser::openCurrent);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ArtifactBrowser::showMenu);
}

void ArtifactBrowser::setRoot(const ArtifactRoot& root) {
    if (m_wanted.isEmpty())
        m_wanted = currentPath();
    m_tree->setAccessibleName(root.title.isEmpty() ? tr("Artifacts")
                                                   : tr("Artifacts of %1").arg(root.title));
    m_source = root.source;
    if (!m_source && !root.folder.empty())
        m_source = std::make_shared<artifacts::LocalArtifacts>(root.folder);
    relist();
}

void ArtifactBrowser::relist() {
    if (m_wanted.isEmpty())
        m_wanted = currentPath();
    m_age->hide();
    m_pane->setSource(m_source);
    m_stack->setCurrentWidget(m_splitter);
    if (m_source && m_source->isRemote())
        m_patience.start();
    m_model->setSource(m_source);
}

void ArtifactBrowser::rootListed() {
    m_patience.stop();
    if (m_model->rowCount() == 0)
        setNothingLogged();
    else
        m_stack->setCurrentWidget(m_splitter);
}

void ArtifactBrowser::rootFailed(const base::Error& error) {
    const auto source = m_source;
    const bool offline = error.code == base::ErrorCode::OfflineMode;
    if (offline)
        showMessage(QStringLiteral("wifi-off"), tr("The artifacts are not on this computer"),
                    describe(error));
    else
        setUnavailable(describe(error));
    m_source = source;  // to be tried again
    m_again->setVisible(m_source && m_source->isRemote());
}

/// Says so where the server could not be asked now.
void ArtifactBrowser::showAge() {
    if (!m_model->staleReason()) {
        m_age->hide();
        return;
    }
    const base::Millis now = base::systemClock()();
    m_age->showMessage(MessageBar::Kind::Info, tr("As listed %1. %2")
                                                   .arg(ago(m_model->listedAt().value_or(now), now),
                                                        describe(*m_model->staleReason())));
    connect(m_age->addAction(tr("Try Again")), &QPushButton::clicked, this,
            &ArtifactBrowser::relist);
}

void ArtifactBrowser::showMessage(const QString& iconName, const QString& title,
                                  const QString& text) {
    if (m_wanted.isEmpty())
        m_wanted = currentPath();
    m_patience.stop();
    m_source.reset();
    m_model->setSource(nullptr);
    m_pane->setSource(nullptr);
    m_age->hide();
    m_again->hide();
    m_message->setContent(iconName, title, text);
    m_stack->setCurrentWidget(m_message);
}

void ArtifactBrowser::setNothingLogged() {
    showMessage(QStringLiteral("folder-open"), tr("No artifacts"),
                tr("This run has logged no files."));
}

void ArtifactBrowser::setUnavailable(const QString& reason) {
    showMessage(QStringLiteral("unlink"), tr("The artifacts can't be shown"), reason);
}

void ArtifactBrowser::clear() {
    showMessage(QStringLiteral("folder"), tr("No run is selected"),
                tr("Select a run to see the files it has logged."));
}

QString ArtifactBrowser::currentPath() const {
    const artifacts::Entry* entry = m_model->entry(m_tree->currentIndex());
    return entry ? QString::fromStdString(entry->path) : QString();
}

void ArtifactBrowser::openPath(const QString& path) {
    m_wanted = path;
    seekWanted();
}

void ArtifactBrowser::seekWanted() {
    const QModelIndex near = m_wanted.isEmpty() ? QModelIndex() : m_model->nearest(m_wanted);
    const artifacts::Entry* entry = m_model->entry(near);
    const bool found = entry && QString::fromStdString(entry->path) == m_wanted;
    if (found) {
        m_wanted.clear();
        choose(near);
        return;
    }
    if (entry && m_model->canFetchMore(near)) {
        m_tree->expand(near);
        m_model->fetchMore(near);
        return;
    }
    // It is not here, or not yet. Something is chosen in any case, for the keys; what was wanted is
    // remembered for the next run.
    if (m_model->isListed(near) && !m_tree->selectionModel()->hasSelection() &&
        m_model->rowCount() > 0) {
        const QString wanted = m_wanted;
        choose(m_model->index(0, 0));
        m_wanted = wanted;
    }
}

void ArtifactBrowser::choose(const QModelIndex& index) {
    QItemSelectionModel* selection = m_tree->selectionModel();
    const bool wasCurrent = selection->currentIndex() == index;
    const bool wasChosen = wasCurrent && selection->isSelected(index);
    selection->setCurrentIndex(index,
                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (wasCurrent && !wasChosen)
        openCurrent();
    m_tree->scrollTo(index);
}

void ArtifactBrowser::openCurrent() {
    const artifacts::Entry* entry = m_model->entry(m_tree->currentIndex());
    if (!entry) {
        m_pane->showNothing();
        return;
    }
    // A view that gets the focus makes its first row current without selecting it; nobody chose it.
    if (!m_tree->selectionModel()->isSelected(m_tree->currentIndex()))
        return;
    m_wanted.clear();
    m_pane->showEntry(*entry);
}

bool ArtifactBrowser::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_tree || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const QModelIndex current = m_tree->currentIndex();
    const artifacts::Entry* entry = m_model->entry(current);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && entry) {
        if (entry->isFolder)
            m_tree->setExpanded(current, !m_tree->isExpanded(current));
        else
            m_pane->focusPreview();
        return true;
    }
    if (key == Qt::Key_Backspace && current.parent().isValid()) {
        m_tree->setCurrentIndex(current.parent());
        return true;
    }
    return false;
}

void ArtifactBrowser::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() >= SideBySide ? Qt::Horizontal : Qt::Vertical;
    if (m_arranged && m_splitter->orientation() == wanted)
        return;
    m_arranged = true;
    m_splitter->setOrientation(wanted);
    if (wanted == Qt::Horizontal)
        m_splitter->setSizes({TreeWidth, width() - TreeWidth});
    else
        m_splitter->setSizes({height() * 2 / 5, height() * 3 / 5});
}

void ArtifactBrowser::showMenu(const QPoint& point) {
    if (!m_tree->indexAt(point).isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_pane->fillMenu(menu);
    menu->addSeparator();
    menu->addAction(icon(u"download"), tr("Save all artifacts …"), this,
                    [this] { m_pane->saveAll({}); });
    if (m_source && m_source->isRemote())
        menu->addAction(icon(u"refresh-cw"), tr("List again"), this, &ArtifactBrowser::relist);
    menu->popup(m_tree->viewport()->mapToGlobal(point));
}

}  // namespace podium::views
