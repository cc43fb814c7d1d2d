// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/sourcenodes.h"

#include "items/cell.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace podium::items {

namespace {

constexpr QChar KeySeparator(0x1f);

/// A name that is a folder's path can be as deep as a name is long; beyond this the rest is one
/// name.
constexpr int DeepestFolder = 16;

class Builder {
public:
    explicit Builder(const QString& filter) : m_filter(filter) {}

    void add(const session::SourceInfo& source);
    [[nodiscard]] SourceNodes take();

private:
    int append(SourceNode node, int parent);
    int folder(int source, const QStringList& path);
    void addExperiment(int source, int trash, const cache::ExperimentRow& row, bool kept);
    [[nodiscard]] bool matches(const QString& name) const {
        return name.contains(m_filter, Qt::CaseInsensitive);
    }
    bool keep(int node, bool all);
    void copy(int node, int parent, SourceNodes& out) const;
    void addCounts();

    QString m_filter;
    std::vector<SourceNode> m_nodes;
    std::vector<int> m_roots;
    std::vector<char> m_kept;
    QHash<QString, int> m_folders;
};

int Builder::append(SourceNode node, int parent) {
    const int number = static_cast<int>(m_nodes.size());
    node.parent = parent;
    if (parent >= 0) {
        const SourceNode& above = m_nodes[static_cast<std::size_t>(parent)];
        node.location = above.location;
        node.state = above.state;
        node.key = above.key + KeySeparator + node.key;
    }
    m_nodes.push_back(std::move(node));
    if (parent >= 0)
        m_nodes[static_cast<std::size_t>(parent)].children.push_back(number);
    else
        m_roots.push_back(number);
    return number;
}

int Builder::folder(int source, const QStringList& path) {
    int node = source;
    for (const QString& name : path) {
        const QString key = m_nodes[static_cast<std::size_t>(node)].key + KeySeparator + name;
        const auto found = m_folders.constFind(key);
        if (found != m_folders.constEnd()) {
            node = *found;
            continue;
        }
        SourceNode added;
        added.kind = SourceNodeKind::Folder;
        added.key = name;
        added.name = name;
        node = append(std::move(added), node);
        m_folders.insert(key, node);
    }
    return node;
}

void Builder::addExperiment(int source, int trash, const cache::ExperimentRow& row, bool kept) {
    SourceNode node;
    node.kind = SourceNodeKind::Experiment;
    node.name = toQString(row.experiment.name);
    node.key = QLatin1Char('#') + QString::number(row.experimentNo.value);
    node.runs = row.runs;
    node.experimentNo = row.experimentNo;
    node.experimentId = toQString(row.experiment.experimentId);
    node.vanished = row.vanished;
    node.kept = kept;
    int parent = trash >= 0 ? trash : source;
    if (trash < 0) {
        QStringList parts = node.name.split(QLatin1Char('/'), Qt::SkipEmptyParts);
        if (parts.size() > 1) {
            const QStringList path =
                parts.mid(0, std::min<qsizetype>(parts.size() - 1, DeepestFolder));
            node.name = QStringList(parts.mid(path.size())).join(QLatin1Char('/'));
            parent = folder(source, path);
        }
    }
    if (node.name.isEmpty())
        node.name = node.experimentId;
    append(std::move(node), parent);
}

void Builder::add(const session::SourceInfo& source) {
    SourceNode node;
    node.key = source.location;
    node.name = source.title.isEmpty() ? source.location : source.title;
    node.location = source.location;
    node.state = source.state;
    node.percent = percentOf(source);
    node.checkedAt = source.syncedAt;
    node.problems = source.problems;
    const int number = append(std::move(node), -1);
    const auto isKept = [&source](const cache::ExperimentRow& row) {
        return std::ranges::any_of(source.kept, [&](const cache::Kept& kept) {
            return kept.experimentId == row.experiment.experimentId;
        });
    };
    for (const cache::ExperimentRow& row : source.experiments) {
        if (row.experiment.lifecycle == domain::Lifecycle::Active)
            addExperiment(number, -1, row, isKept(row));
    }
    int trash = -1;
    for (const cache::ExperimentRow& row : source.experiments) {
        if (row.experiment.lifecycle == domain::Lifecycle::Active)
            continue;
        if (trash < 0) {
            SourceNode added;
            added.kind = SourceNodeKind::Trash;
            added.key = QStringLiteral("*trash");
            trash = append(std::move(added), number);
        }
        addExperiment(number, trash, row, isKept(row));
    }
}

void Builder::addCounts() {
    // Children stand behind their parents.
    for (std::size_t i = m_nodes.size(); i-- > 0;) {
        const SourceNode& node = m_nodes[i];
        if (node.parent >= 0 && node.kind != SourceNodeKind::Trash)
            m_nodes[static_cast<std::size_t>(node.parent)].runs += node.runs;
    }
}

bool Builder::keep(int number, bool all) {
    const SourceNode& node = m_nodes[static_cast<std::size_t>(number)];
    const bool here = all || m_filter.isEmpty() || matches(node.name);
    const bool below = here && node.kind != SourceNodeKind::Trash && !m_filter.isEmpty();
    bool kept = here && node.kind != SourceNodeKind::Trash;
    for (const int child : node.children)
        kept = keep(child, below) || kept;
    m_kept[static_cast<std::size_t>(number)] = kept ? 1 : 0;
    return kept;
}

void Builder::copy(int number, int parent, SourceNodes& out) const {
    const SourceNode* node = &m_nodes[static_cast<std::size_t>(number)];
    if (m_kept[static_cast<std::size_t>(number)] == 0)
        return;
    SourceNode added = *node;
    while (node->kind == SourceNodeKind::Folder && node->children.size() == 1) {
        const SourceNode& child = m_nodes[static_cast<std::size_t>(node->children.front())];
        if (child.kind != SourceNodeKind::Folder)
            break;
        added.name += QLatin1Char('/') + child.name;
        added.key = child.key;
        node = &child;
    }
    added.parent = parent;
    added.children.clear();
    const int copied = static_cast<int>(out.nodes.size());
    std::vector<int>& siblings =
        parent >= 0 ? out.nodes[static_cast<std::size_t>(parent)].children : out.roots;
    added.row = static_cast<int>(siblings.size());
    siblings.push_back(copied);
    out.nodes.push_back(std::move(added));
    for (const int child : node->children)
        copy(child, copied, out);
}

SourceNodes Builder::take() {
    addCounts();
    m_kept.assign(m_nodes.size(), 0);
    SourceNodes out;
    for (const int root : m_roots) {
        keep(root, false);
        copy(root, -1, out);
    }
    return out;
}

}  // namespace

int percentOf(const session::SourceInfo& source) {
    if (source.state != session::SourceState::Syncing || !source.progress)
        return -1;
    const std::int64_t total = source.progress->total.load();
    const std::int64_t done = source.progress->done.load();
    return total > 0 ? static_cast<int>(std::clamp<std::int64_t>(done * 100 / total, 0, 100)) : -1;
}

SourceNodes buildSourceNodes(const std::vector<session::SourceInfo>& sources,
                             const QString& filter) {
    Builder builder(filter.trimmed());
    for (const session::SourceInfo& source : sources)
        builder.add(source);
    return builder.take();
}

}  // namespace podium::items
