// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/keyvaluemodel.h"

#include <QTreeView>

class QContextMenuEvent;

namespace podium::views {

/// Properties under heads: dim keys, values beside them, one column of values for each thing
/// compared. Rows can be selected and copied (key, tab, values, as whole texts). Made for thousands
/// of rows.
class KeyValueTable : public QTreeView {
    Q_OBJECT
public:
    explicit KeyValueTable(QWidget* parent = nullptr);

    void setGroups(QVector<KeyValueGroup> groups);
    void setFilter(const QString& text);
    /// Titles of key and value columns; an empty list hides the header.
    void setColumnTitles(const QStringList& titles);

    /// The selected rows, or all if none is, as lines of tab-separated whole texts.
    [[nodiscard]] QString copyText() const;

public Q_SLOTS:
    void copy() const;

Q_SIGNALS:
    /// A row with a link was clicked, or activated by Enter.
    void linkActivated(const QString& link);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void layOut();
    void copyCell(const QModelIndex& index) const;

    KeyValueModel* m_model;
    int m_keyWidth = 0;
};

}  // namespace podium::views
