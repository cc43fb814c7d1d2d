// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figure.h"

#include <QAbstractTableModel>
#include <QDialog>

#include <memory>

class QTableView;

namespace podium::views {

/// The numbers behind a figure as rows.
class FigureModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit FigureModel(std::shared_ptr<const Figure> figure, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::shared_ptr<const Figure> m_figure;
    QStringList m_heads;
};

/// A figure as a table, for reading it number by number and for screen readers. Ctrl+C copies the
/// selected rows. Not modal; deletes itself when closed.
class FigureTable : public QDialog {
    Q_OBJECT
public:
    FigureTable(const QString& title, std::shared_ptr<const Figure> figure, QWidget* parent);

private:
    void copy();

    QTableView* m_table;
};

}  // namespace podium::views
