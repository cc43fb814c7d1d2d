// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QIcon>
#include <QPointer>
#include <QVariant>
#include <QVector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace podium::views {

struct PickerItem {
    QString text;
    QString detail;  // dim, at the end: a shortcut, a kind, a place
    QIcon icon;
    bool enabled = true;
    QVariant data;  // what picked() tells
};

/// A line to type into over a list to choose from: the command palette and quick open. It lies on
/// its window as a child, closes when it loses the focus, and gives that back. Made for one window
/// and kept.
class Picker : public QFrame {
    Q_OBJECT
public:
    /// Whether the picker itself sorts out what matches, or whoever hears queryChanged().
    enum class Filtering { Here, Outside };

    Picker(const QString& name, Filtering filtering, QWidget* window);

    void setPlaceholderText(const QString& text);
    /// What to say when nothing matches.
    void setEmptyText(const QString& text);
    void setItems(QVector<PickerItem> items);
    void open();
    void close();
    [[nodiscard]] QStringList shownTexts() const;

Q_SIGNALS:
    void queryChanged(const QString& query);
    void picked(const QVariant& data);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fill();
    void place();
    void step(int rows);
    void take();

    Filtering m_filtering;
    QVector<PickerItem> m_items;
    QVector<int> m_shown;  // indices into m_items
    QLineEdit* m_edit;
    QListWidget* m_list;
    QLabel* m_empty;
    QPointer<QWidget> m_before;
};

}  // namespace podium::views
