// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"
#include "session/metricrules.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

namespace podium::views {

/// The runs of the table as charts of runs see them: those that pass its filter and are not hidden,
/// in its order. Never changes once it is shared.
struct RunSet {
    std::shared_ptr<const query::Frame> frame = std::make_shared<const query::Frame>();
    std::vector<std::uint32_t> rows;    // of the frame
    std::vector<int> colorSlots;        // of the runs, in the order of rows: seriesColor()
    std::vector<std::uint32_t> groups;  // of the runs: a group's name; empty if there are none
    QStringList groupNames;
    session::MetricRules rules;  // which way metrics get better
    std::size_t hidden = 0;      // runs that would be among them, were they not hidden

    [[nodiscard]] std::size_t size() const { return rows.size(); }
    [[nodiscard]] bool grouped() const { return !groups.empty(); }
    [[nodiscard]] qint64 runNo(std::size_t run) const { return frame->runs()[rows[run]].value; }
    [[nodiscard]] QString name(std::size_t run) const;
    [[nodiscard]] QString runId(std::size_t run) const;
};

}  // namespace podium::views
