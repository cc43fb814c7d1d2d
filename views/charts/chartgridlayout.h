// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <vector>

namespace podium::views {

/// Equal cells in as many columns (one to three) as the width allows; rows share the height that is
/// there, but are never lower than their least.
class ChartGridLayout : public QLayout {
    Q_OBJECT
public:
    explicit ChartGridLayout(QWidget* parent);
    ~ChartGridLayout() override;

    /// The last widget stays last; alone in its row it is only a line high.
    void setTrailer(QWidget* widget);
    void insert(int index, QWidget* widget);
    void move(int from, int to);
    [[nodiscard]] int columns(int width) const;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    [[nodiscard]] int leastRowHeight() const;
    [[nodiscard]] int cardRows(int width) const;
    [[nodiscard]] bool trailerAlone(int width) const;

    std::vector<QLayoutItem*> m_items;
    bool m_trailer = false;
};

}  // namespace podium::views
