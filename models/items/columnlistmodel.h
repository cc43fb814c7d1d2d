// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/roles.h"
#include "session/runsview.h"

#include <QAbstractItemModel>

#include <functional>
#include <vector>

namespace podium::items {

enum class ColumnGroup {
    Attributes,
    Metrics,
    Params,
    Tags,
    Datasets,
    SystemMetrics,
    SystemTags,
    Formulas
};

/// Everything that can be a column, to be checked: groups by kind, in them prefixes that several
/// names share (before the first "/", else the first "."), in them names. Column 1 of a metric says
/// which reductions are shown. Lives on the UI thread; made for tens of thousands of names. Roles:
/// Kind (NodeKind), Count (names below), Qt::CheckStateRole.
class ColumnListModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class NodeKind { Group, Prefix, Name };
    using GroupTitle = std::function<QString(ColumnGroup)>;
    using AttributeTitle = std::function<QString(const query::ColumnKey&)>;
    using ReductionTitle = std::function<QString(const query::ColumnKey&)>;

    explicit ColumnListModel(QObject* parent = nullptr);

    void setTitles(GroupTitle group, AttributeTitle attribute, ReductionTitle reduction);
    void setNames(const session::ColumnNames& names);
    /// The shown columns, in order.
    void setColumns(std::vector<query::ColumnKey> columns);
    [[nodiscard]] const std::vector<query::ColumnKey>& columns() const { return m_columns; }
    /// Leaves names that have all the words of the text, in any case.
    void setFilter(const QString& filter);

    /// Checks or unchecks all names that pass the filter, at and below the index (invalid: all).
    void setAllChecked(const QModelIndex& index, bool checked);
    /// The key of a name without its reduction; false for a group.
    [[nodiscard]] bool keyAt(const QModelIndex& index, query::ColumnKey& key) const;
    [[nodiscard]] bool isShown(const query::ColumnKey& key) const;
    void setShown(const query::ColumnKey& key, bool shown);
    [[nodiscard]] int visibleNames() const { return m_visibleNames; }

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// A person has checked or unchecked something.
    void columnsEdited();

private:
    struct Name {
        query::ColumnKey key;  // metrics: Reduction::Last
        ColumnGroup group = ColumnGroup::Attributes;
        QString title;
    };
    struct Node {
        NodeKind kind = NodeKind::Group;
        int parent = -1;
        int row = 0;
        ColumnGroup group = ColumnGroup::Attributes;
        QString title;
        std::size_t name = 0;
        std::vector<int> children;
        int names = 0;
        int checked = 0;
    };

    void addNames(const std::vector<std::string>& names, query::ColumnKind kind);
    void addAttributes();
    void rebuild();
    void addGroup(ColumnGroup group, const std::vector<std::size_t>& names);
    int addNode(Node node, int parent);
    void countChecked();
    void shownChanged(bool edited);
    [[nodiscard]] bool isChecked(const Name& name) const;
    [[nodiscard]] QString reductions(const Name& name) const;
    [[nodiscard]] const Node& node(const QModelIndex& index) const;
    void collectNames(int number, std::vector<std::size_t>& names) const;
    void emitAllChanged();

    std::vector<Name> m_names;
    std::vector<Node> m_nodes;
    std::vector<int> m_groups;
    std::vector<query::ColumnKey> m_columns;
    QString m_filter;
    int m_visibleNames = 0;
    GroupTitle m_groupTitle;
    AttributeTitle m_attributeTitle;
    ReductionTitle m_reductionTitle;
};

}  // namespace podium::items
