// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/artifacttreemodel.h"

#include "views/artifacts/preview.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QGuiApplication>

namespace podium::views {

using artifacts::Entry;
using artifacts::Listing;
using base::Result;

ArtifactTreeModel::ArtifactTreeModel(jobs::JobEngine& engine, QObject* parent)
    : QAbstractItemModel(parent), m_engine(engine), m_top(std::make_unique<Node>()) {}

ArtifactTreeModel::~ArtifactTreeModel() {
    for (std::stop_source& running : m_running)
        running.request_stop();
}

void ArtifactTreeModel::setRoot(const std::filesystem::path& root) {
    setSource(root.empty() ? nullptr : std::make_shared<artifacts::LocalArtifacts>(root));
}

void ArtifactTreeModel::setSource(std::shared_ptr<artifacts::ArtifactSource> source) {
    beginResetModel();
    for (std::stop_source& running : m_running)
        running.request_stop();
    m_running.clear();
    ++m_generation;
    m_source = std::move(source);
    m_listedAt.reset();
    m_reason.reset();
    m_top = std::make_unique<Node>();
    m_top->entry.isFolder = true;
    endResetModel();
    // A view that hears of the reset may have asked for the rows already.
    if (canFetchMore({}))
        read(m_top.get());
}

ArtifactTreeModel::Node* ArtifactTreeModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_top.get();
}

const Entry* ArtifactTreeModel::entry(const QModelIndex& index) const {
    return index.isValid() ? &nodeOf(index)->entry : nullptr;
}

QModelIndex ArtifactTreeModel::indexOf(const Node* node) const {
    if (!node || node == m_top.get())
        return {};
    return createIndex(node->row, 0, const_cast<Node*>(node));
}

/// On servers a file and a folder may have the same path.
ArtifactTreeModel::Node* ArtifactTreeModel::find(const std::string& raw, bool folder) const {
    Node* at = m_top.get();
    while (at && (at->entry.raw != raw || at->entry.isFolder != folder)) {
        Node* next = nullptr;
        for (const auto& child : at->children) {
            const bool isIt = child->entry.raw == raw && child->entry.isFolder == folder;
            if (isIt || (child->entry.isFolder && raw.starts_with(child->entry.raw + '/')))
                next = child.get();
        }
        at = next;
    }
    return at;
}

void ArtifactTreeModel::setHere(const std::string& raw) {
    Node* node = find(raw, false);
    if (!node || node->entry.isHere)
        return;
    node->entry.isHere = true;
    const QModelIndex index = indexOf(node);
    Q_EMIT dataChanged(index, index.siblingAtColumn(SizeColumn));
}

QModelIndex ArtifactTreeModel::nearest(const QString& path) const {
    const std::string wanted = path.toStdString();
    const Node* at = m_top.get();
    while (true) {
        const Node* next = nullptr;
        for (const auto& child : at->children) {
            if (child->entry.path == wanted || wanted.starts_with(child->entry.path + '/'))
                next = child.get();
        }
        if (!next)
            return indexOf(at);
        at = next;
    }
}

bool ArtifactTreeModel::isListed(const QModelIndex& folder) const {
    return nodeOf(folder)->state == Node::State::Read;
}

void ArtifactTreeModel::read(Node* node) {
    node->state = Node::State::Reading;
    std::erase_if(m_running, [](const std::stop_source& stop) { return stop.stop_requested(); });
    m_running.push_back(m_engine.run<Listing>(
        m_source->isRemote() ? jobs::Pool::Long : jobs::Pool::Compute, this,
        [source = m_source, raw = node->entry.raw](std::stop_token stop, base::Progress&) {
            return source->list(raw, stop);
        },
        [this, raw = node->entry.raw, generation = m_generation](Result<Listing> listing) {
            if (generation == m_generation && !listing.cancelled())
                take(raw, std::move(listing));
        }));
}

void ArtifactTreeModel::take(const std::string& raw, Result<Listing> listing) {
    Node* node = find(raw, true);
    if (!node)
        return;
    const QModelIndex parent = indexOf(node);
    if (listing.failed()) {
        node->state = Node::State::Read;
        if (node == m_top.get()) {
            Q_EMIT rootFailed(listing.error());
            return;
        }
        node->entry.problem = listing.error();
        Q_EMIT dataChanged(parent, parent.siblingAtColumn(SizeColumn));
        return;
    }
    if (listing.value().reason) {
        m_listedAt = listing.value().listedAt;
        m_reason = listing.value().reason;
    } else if (node == m_top.get()) {
        m_reason.reset();
    }
    std::vector<Entry>& entries = listing.value().entries;
    if (!entries.empty())
        beginInsertRows(parent, 0, static_cast<int>(entries.size()) - 1);
    node->state = Node::State::Read;
    node->children.reserve(entries.size());
    for (Entry& entry : entries) {
        auto child = std::make_unique<Node>();
        child->entry = std::move(entry);
        child->parent = node;
        child->row = static_cast<int>(node->children.size());
        node->children.push_back(std::move(child));
    }
    if (!node->children.empty())
        endInsertRows();
    if (node != m_top.get())
        Q_EMIT dataChanged(parent, parent);  // it is no longer on its way
    Q_EMIT listed(QString::fromStdString(node->entry.path));
}

QModelIndex ArtifactTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ArtifactTreeModel::parent(const QModelIndex& child) const {
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int ArtifactTreeModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int ArtifactTreeModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

bool ArtifactTreeModel::hasChildren(const QModelIndex& parent) const {
    if (parent.column() > 0)
        return false;
    const Node* node = nodeOf(parent);
    if (node->state == Node::State::Read)
        return !node->children.empty();
    return node->entry.isFolder && !node->entry.isLink && !node->entry.problem;
}

bool ArtifactTreeModel::canFetchMore(const QModelIndex& parent) const {
    const Node* node = nodeOf(parent);
    return m_source && parent.column() <= 0 && node->entry.isFolder && !node->entry.isLink &&
           !node->entry.problem && node->state == Node::State::Unread;
}

void ArtifactTreeModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent))
        read(nodeOf(parent));
}

QVariant ArtifactTreeModel::decoration(const Node& node) const {
    const Entry& entry = node.entry;
    if (entry.problem)
        return icon(entry.isLink ? u"unlink" : u"ban");
    if (entry.isFolder && node.state == Node::State::Reading && m_source && m_source->isRemote())
        return icon(u"loader-circle");
    if (entry.isFolder)
        return icon(u"folder");
    // The name alone: what the content is, is known when the file is opened.
    return icon(kindIcon(artifacts::recognise("x", entry.name, 1)));
}

QString ArtifactTreeModel::toolTip(const Entry& entry) const {
    QString text = oneLine(entry.path);
    if (entry.problem)
        return text + u'\n' + describe(*entry.problem);
    if (entry.isLink)
        text += u'\n' + tr("A link inside the artifact folder");
    if (!entry.isFolder && entry.size != artifacts::UnknownSize)
        text += u'\n' + tr("%1 bytes").arg(count(entry.size));
    if (!entry.isHere)
        text += u'\n' + tr("On the server, not on this computer");
    return entry.modified == 0 ? text : text + u'\n' + timestamp(entry.modified);
}

QVariant ArtifactTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Entry& entry = nodeOf(index)->entry;
    const bool isName = index.column() == NameColumn;
    switch (role) {
        case Qt::DisplayRole:
            if (isName)
                return oneLine(entry.name);
            if (entry.isFolder || entry.problem || entry.size == artifacts::UnknownSize)
                return {};
            return bytes(entry.size);
        case Qt::DecorationRole:
            return isName ? decoration(*nodeOf(index)) : QVariant();
        case Qt::ToolTipRole:
            return toolTip(entry);
        case Qt::TextAlignmentRole:
            return isName ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
        case Qt::ForegroundRole:
            if (!isName || entry.problem || (!entry.isHere && m_reason))
                return colors(QGuiApplication::palette()).dim;
            return {};
        case Qt::AccessibleDescriptionRole:
            return isName ? toolTip(entry) : QVariant();
        default:
            return {};
    }
}

QVariant ArtifactTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Size");
}

}  // namespace podium::views
