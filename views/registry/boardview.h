// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/board.h"

#include <QScrollArea>

#include <map>
#include <memory>
#include <string>
#include <vector>

class QHBoxLayout;

namespace podium::views {

class LaneList;
class SectionHeader;

/// The versions of one registered model in lanes side by side. A card is moved by dragging it, or
/// by Ctrl with Left or Right; what that comes to is decided by whoever hears moveRequested().
/// Lives on the UI thread.
class BoardView : public QScrollArea {
    Q_OBJECT
public:
    explicit BoardView(QWidget* parent = nullptr);

    /// nullptr: no model. Lanes that stay keep their current card.
    void setEntry(std::shared_ptr<const session::ModelEntry> entry);
    void setBy(const items::BoardBy& by);
    void setMetric(const items::SourceMetric& metric);
    [[nodiscard]] const items::BoardBy& by() const { return m_by; }

    /// 0 if there is none.
    [[nodiscard]] std::int64_t currentVersion() const { return m_current; }
    /// Makes a card the current one in the first lane that has it.
    void setCurrentVersion(std::int64_t version);

Q_SIGNALS:
    void currentVersionChanged(qint64 version);
    /// A card is to go to a lane: to a stage, to get an alias, to have a value of the tag; `rest`:
    /// to have none of it. `from` is the lane it comes from.
    void moveRequested(qint64 version, const QString& from, const QString& to, bool rest);
    void versionActivated();
    void menuRequested(const QPoint& globalPosition);

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    struct Lane {
        QWidget* column;
        SectionHeader* head;
        LaneList* list;
    };
    void rebuild();
    [[nodiscard]] Lane makeLane();
    void fillLane(Lane& lane, items::BoardLane content);
    void step(std::size_t from, int lanes, bool withCard);
    void laneCurrent(std::size_t lane, const QModelIndex& index);
    void requestMove(std::int64_t version, std::size_t to);
    [[nodiscard]] QString titleOf(const items::BoardLane& lane) const;

    items::BoardBy m_by;
    std::shared_ptr<const session::ModelEntry> m_entry;
    items::SourceMetric m_metric;
    std::map<std::string, std::string> m_names;  // of the policy's lanes, by value
    QHBoxLayout* m_row;
    std::vector<Lane> m_lanes;
    std::int64_t m_current = 0;
    std::size_t m_currentLane = 0;
    bool m_settling = false;
};

}  // namespace podium::views
