// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/board.h"

#include <QListView>

namespace podium::views {

/// The cards of one lane: they can be dragged to other lanes, and be moved by keys. Of the UI
/// thread; part of a BoardView.
class LaneList : public QListView {
    Q_OBJECT
public:
    explicit LaneList(QWidget* parent = nullptr);

    [[nodiscard]] items::LaneModel& lane() const { return *m_lane; }
    /// Versions of this model may be dropped here.
    void setDropTarget(bool accepts) { m_accepts = accepts; }

Q_SIGNALS:
    /// A card of another lane was dropped here.
    void versionDropped(qint64 version);
    /// A key asked for the lane beside: -1 the one before, 1 the one after; with the current card
    /// or without.
    void stepRequested(int lanes, bool withCard);
    void focused();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// The version that is dragged, if it is one of this model from another lane; 0 otherwise.
    [[nodiscard]] qint64 dropped(const QDropEvent& event) const;

    items::LaneModel* m_lane;
    bool m_accepts = true;
    bool m_over = false;
};

}  // namespace podium::views
