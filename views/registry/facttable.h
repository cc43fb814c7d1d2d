// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTreeView>
#include <QVector>

class QStandardItemModel;

namespace podium::views {

/// A cell of a FactTable.
struct Fact {
    enum class Tone { Plain, Dim, Good, Warning, Bad, Link };
    QString text;
    Tone tone = Tone::Plain;
    bool strong = false;
    bool code = false;    // in the font of code
    bool number = false;  // at the trailing edge
    QString toolTip = {};
};
using FactRow = QVector<Fact>;

/// A small table in a card: as high as its rows, up to a bound from which on it scrolls. Rows can
/// be selected and copied. Of the UI thread.
class FactTable : public QTreeView {
    Q_OBJECT
public:
    explicit FactTable(QWidget* parent = nullptr);

    /// No titles: no head. The last column that is no number takes what room is left.
    void setRows(const QStringList& titles, const QVector<FactRow>& rows, int stretch);
    void setMostRows(int rows) { m_most = rows; }
    [[nodiscard]] const QVector<FactRow>& rows() const { return m_rows; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void linkActivated(int row, int column);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void fill();
    void copy() const;

    QStandardItemModel* m_model;
    QStringList m_titles;
    QVector<FactRow> m_rows;
    int m_stretch = 0;
    int m_most = 10;
};

}  // namespace podium::views
