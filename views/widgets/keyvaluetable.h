// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/keyvaluemodel.h"

#include <QTreeView>

#include <optional>

class QContextMenuEvent;
class QMenu;

namespace podium::views {

/// Properties under heads: dim keys, values beside them, one column of values for each thing
/// compared. Rows can be selected and copied (key, tab, values, as whole texts). Made for thousands
/// of rows.
class KeyValueTable : public QTreeView {
    Q_OBJECT
public:
    explicit KeyValueTable(QWidget* parent = nullptr);

    /// While a value is being typed the rows stay until that is done.
    void setGroups(QVector<KeyValueGroup> groups);
    void setFilter(const QString& text);
    /// Rows can be added by the menu; those that are editable edited and deleted by keys, too.
    void setAddable(bool addable) { m_addable = addable; }
    /// Titles of key and value columns; an empty list hides the header.
    void setColumnTitles(const QStringList& titles);

    /// The selected rows, or all if none is, as lines of tab-separated whole texts.
    [[nodiscard]] QString copyText() const;

    /// Asks for the deletion of the selected editable rows, if there are any.
    void deleteSelected();

public Q_SLOTS:
    void copy() const;

Q_SIGNALS:
    /// A row with a link was clicked, or activated by Enter.
    void linkActivated(const QString& link);
    /// A value was typed in its place; `before` is what stood there.
    void valueEdited(const QString& key, const QString& value, const QString& before);
    /// A value is to be edited that is too long for its place, or has several lines.
    void editRequested(const QString& key);
    void deleteRequested(const QStringList& keys);
    void addRequested();

protected:
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void layOut();
    void copyCell(const QModelIndex& index) const;
    [[nodiscard]] QStringList selectedEditable() const;
    void addEditActions(QMenu& menu, const QModelIndex& index);

    KeyValueModel* m_model;
    int m_keyWidth = 0;
    bool m_addable = false;
    std::optional<QVector<KeyValueGroup>> m_later;
};

}  // namespace podium::views
