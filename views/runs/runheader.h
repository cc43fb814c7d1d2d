// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace podium::items {
class RunTreeModel;
}

namespace podium::views {

/// The head of the run table. Its first section, and pinned ones beside it, stay at the edge while
/// the others scroll beneath them, and every key of the order is marked, with its rank if there are
/// several.
class RunHeader : public QHeaderView {
    Q_OBJECT
public:
    RunHeader(const items::RunTreeModel& model, QWidget* parent);

    /// How many sections stay, the first among them.
    [[nodiscard]] int frozenSections() const;
    /// How far they stand from where they would scroll to; added to x.
    [[nodiscard]] int frozenShift() const;
    /// Where they stand together, and one of them; as high as the header.
    [[nodiscard]] QRect frozenRect() const;
    [[nodiscard]] QRect frozenRect(int section) const;
    /// The section at a place as a person sees it, -1 if there is none.
    [[nodiscard]] int sectionSeenAt(const QPoint& position) const;

Q_SIGNALS:
    /// The context menu is asked for; -1: beside the sections.
    void menuRequested(int section, const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void initStyleOptionForIndex(QStyleOptionHeader* option, int section) const override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    [[nodiscard]] bool isFrozenAt(const QPoint& position) const;
    [[nodiscard]] QMouseEvent shifted(const QMouseEvent& event) const;

    const items::RunTreeModel& m_model;
    bool m_pressedFrozen = false;
};

}  // namespace podium::views
