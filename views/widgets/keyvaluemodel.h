// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>
#include <QVector>

namespace podium::views {

/// One property: a key and one value, or a value for each thing compared.
struct KeyValueRow {
    enum class Tone { Plain, Good, Warning, Bad, Dim };

    QString key;
    QStringList values;
    QString toolTip;  // empty: the whole values
    QString link;     // what linkActivated() tells; empty: no link
    Tone tone = Tone::Plain;
    bool editable = false;  // its one value may be edited, the row be deleted
    QString mark = {};      // an icon's name, painted at the end of the row
    QString markText = {};  // what it means, for tool tip and screen reader
};

/// Rows under one head.
struct KeyValueGroup {
    QString title;  // empty: no head
    QVector<KeyValueRow> rows;
};

/// The rows of a KeyValueTable: heads and properties in one flat list. Of the UI thread.
class KeyValueModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        IsHeadRole = Qt::UserRole + 1,
        LinkRole,
        ToneRole,
        WholeTextRole,  // what is copied: the text as it is, with its line breaks
        EditableRole,
        MarkRole,  // an icon's name, in the last column
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setGroups(QVector<KeyValueGroup> groups);
    /// Keeps only rows with this text in key or value; heads of empty groups go too.
    void setFilter(const QString& text);
    void setColumnTitles(const QStringList& titles);
    [[nodiscard]] int valueColumns() const { return m_valueColumns; }
    [[nodiscard]] bool isHead(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Tells edited(); the rows themselves are set by whoever hears it.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void edited(const QString& key, const QString& value, const QString& before);

private:
    struct Place {
        int group = 0;
        int row = -1;  // -1: the head
    };

    void rebuild();
    [[nodiscard]] QVariant headData(const KeyValueGroup& group, int column, int role) const;
    [[nodiscard]] QVariant rowData(const KeyValueRow& row, int column, int role) const;

    QVector<KeyValueGroup> m_groups;
    QVector<Place> m_places;
    QStringList m_titles;
    QString m_filter;
    int m_valueColumns = 1;
};

}  // namespace podium::views
