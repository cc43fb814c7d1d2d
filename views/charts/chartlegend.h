// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QVector>
#include <QWidget>

namespace podium::views {

/// Names of a chart's lines with their colours, in rows that wrap; folded it shows one row and says
/// how many more there are. Pointing at a name makes its line stand out, a click chooses its run.
class ChartLegend : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        qint64 id = 0;
        QString name;
        QColor color;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    explicit ChartLegend(QWidget* parent = nullptr);

    void setEntries(const QVector<Entry>& entries);
    [[nodiscard]] const QVector<Entry>& entries() const { return m_entries; }
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    void setHovered(qint64 id);
    /// How many entries are to be seen at the present width.
    [[nodiscard]] int visibleEntries() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void entryHovered(qint64 id);
    void entryClicked(qint64 id);
    void foldedChanged(bool folded);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Placed {
        int entry = 0;  // -1: the words for what is folded away
        QRect rect;
        QString text;
    };
    [[nodiscard]] QVector<Placed> placed(int width) const;
    [[nodiscard]] int entryAt(const QPoint& position) const;
    [[nodiscard]] int rowHeight() const;
    void describe();

    QVector<Entry> m_entries;
    bool m_folded = true;
    qint64 m_hovered = 0;
    int m_current = -1;  // by keyboard
};

}  // namespace podium::views
