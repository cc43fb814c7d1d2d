// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/valuetree.h"

#include <QAbstractItemModel>

#include <memory>

namespace podium::views {

/// A JSON or YAML document as a tree of key, value and type. Holds the decoded tree, which never
/// changes; nothing is read or parsed here.
class ValueModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { KeyColumn, ValueColumn, TypeColumn, ColumnCount };
    /// The whole text of a key or value, for copying.
    static constexpr int FullTextRole = Qt::UserRole;

    explicit ValueModel(QObject* parent = nullptr) : QAbstractItemModel(parent) {}
    void setTree(std::shared_ptr<const artifacts::ValueTree> tree);
    [[nodiscard]] const artifacts::ValueTree* tree() const { return m_tree.get(); }
    /// "a.b[3].c", as one writes it in code.
    [[nodiscard]] QString pathOf(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    using Node = artifacts::ValueTree::Node;
    [[nodiscard]] static Node nodeOf(const QModelIndex& index) {
        return static_cast<Node>(index.internalId());
    }
    [[nodiscard]] QString keyText(Node node) const;
    [[nodiscard]] QString valueText(Node node) const;
    [[nodiscard]] QString typeText(Node node) const;

    std::shared_ptr<const artifacts::ValueTree> m_tree;
};

}  // namespace podium::views
