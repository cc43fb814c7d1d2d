// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/comparison.h"
#include "items/roles.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace podium::items {

/// A comparison as a tree: sections, in them the rows that differ, and folded below them those that
/// are the same. Column 0 is the key, column 1 the baseline, then the others. Lives on the UI
/// thread. Roles: Kind (NodeKind), State (Change), Missing, FullText, Numeric, SortKey (the
/// surprise), Count (rows below), Detail, Verdict.
class CompareModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class NodeKind { Section, Row, SameFolder };

    struct CellText {
        QString text;
        QString detail;
        QString spoken;  // for screen readers
    };

    /// The words of what is shown; a view sets them once.
    struct Words {
        std::function<QString(CompareSection, const ComparedSection&)> section;
        std::function<QString(std::size_t rows)> same;
        std::function<QString(const CompareRow&)> row;
        std::function<CellText(const CompareRow&, const CompareCell&, bool baseline)> cell;
        std::function<QString(const CompareRow&, const CompareCell&, bool baseline)> toolTip;
        QString key;
    };

    explicit CompareModel(Words words, QObject* parent = nullptr);

    void setComparison(std::shared_ptr<const Comparison> comparison, const QStringList& titles);
    [[nodiscard]] const std::shared_ptr<const Comparison>& comparison() const {
        return m_comparison;
    }
    /// Leaves rows whose key or any of whose values has the text, in any case.
    void setFilter(const QString& text);
    /// The row at an index, nullptr for a section or a fold.
    [[nodiscard]] const CompareRow* row(const QModelIndex& index) const;
    /// How many rows differ and pass the filter.
    [[nodiscard]] int differences() const { return static_cast<int>(m_differing.size()); }
    /// The next or previous row that differs, seen from `from` (invalid: from the start or the
    /// end); invalid if there is none.
    [[nodiscard]] QModelIndex nextDifference(const QModelIndex& from, bool forward) const;
    /// The place of a differing row among them, counted from 1; 0 if it is none.
    [[nodiscard]] int differenceNumber(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(CompareSection section, const std::string& key,
                                      MetricPart part) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Node {
        NodeKind kind = NodeKind::Section;
        CompareSection section = CompareSection::Params;
        const CompareRow* row = nullptr;
        int parent = -1;
        int place = 0;  // among its siblings
        std::vector<int> children;
    };
    void build();
    int add(NodeKind kind, CompareSection section, const CompareRow* row, int parent);
    void addRows(const std::vector<CompareRow>& rows, CompareSection section, int parent);
    [[nodiscard]] bool passes(const CompareRow& row) const;
    [[nodiscard]] const Node* node(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOfNode(int number) const;
    [[nodiscard]] QVariant rowData(const Node& node, int column, int role) const;

    Words m_words;
    std::shared_ptr<const Comparison> m_comparison;
    QStringList m_titles;
    QString m_filter;
    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
    std::vector<int> m_differing;  // nodes of rows that differ, in order
};

}  // namespace podium::items
