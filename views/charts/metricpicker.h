// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStringListModel;

namespace podium::views {

/// A popup list of metric names with a line to search in it; every word typed must occur. Enter or
/// a click picks, Esc closes.
class MetricPicker : public QFrame {
    Q_OBJECT
public:
    explicit MetricPicker(QWidget* parent = nullptr);

    /// What is picked, where that is no metric: the name of the popup, and the words in its line.
    void setWhat(const QString& name, const QString& search);
    /// Shows the names below a widget.
    void open(const QStringList& metrics, QWidget* anchor);
    [[nodiscard]] QStringList shown() const;

Q_SIGNALS:
    void picked(const QString& metric);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void pick(const QModelIndex& index);

    QLineEdit* m_edit;
    QListView* m_list;
    QStringListModel* m_names;
    QSortFilterProxyModel* m_filtered;
};

}  // namespace podium::views
