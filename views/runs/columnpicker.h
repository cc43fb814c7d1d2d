// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/columnlistmodel.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTreeView;

namespace podium::views {

/// Which columns the run table has: at the left everything there is, to be found and checked, at
/// the right what is shown, to be put in order. Each change is told at once; there is nothing to
/// confirm.
class ColumnPicker : public QDialog {
    Q_OBJECT
public:
    explicit ColumnPicker(QWidget* parent = nullptr);

    void setNames(const session::ColumnNames& names);
    void setColumns(std::vector<query::ColumnKey> columns);

Q_SIGNALS:
    void columnsEdited(const std::vector<podium::query::ColumnKey>& columns);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeNames();
    [[nodiscard]] QWidget* makeShown();
    void filterEdited(const QString& text);
    void showReductions(const QModelIndex& index);
    void fillShown();
    void shownReordered();
    void moveShown(int by);
    void removeShown();
    void edited();
    void countNames();
    bool nameKey(int key, Qt::KeyboardModifiers modifiers);
    bool shownKey(int key, Qt::KeyboardModifiers modifiers);

    items::ColumnListModel* m_model;
    QLineEdit* m_filter;
    QTreeView* m_tree;
    QLabel* m_count;
    QListWidget* m_shown;
    QPushButton* m_checkAll;
    QPushButton* m_checkNone;
    bool m_filling = false;
};

}  // namespace podium::views
