// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Distances in device-independent pixels; the unit is 4, 8 inside a group, 16 between groups.
namespace podium::views::metrics {

constexpr int Unit = 4;
constexpr int Gap = 8;
constexpr int Group = 16;
constexpr int Row = 26;         // of a table or tree
constexpr int Header = 30;      // of a table
constexpr int Control = 28;     // buttons, line edits, combo boxes
constexpr int Bar = 44;         // the tool row
constexpr int Tab = 34;         // tab bars
constexpr int Rail = 64;        // width
constexpr int Sources = 224;    // width at first
constexpr int Inspector = 304;  // width at first
constexpr int Radius = 6;       // controls
constexpr int CardRadius = 8;
constexpr int Icon = 16;
constexpr int RailIcon = 20;

}  // namespace podium::views::metrics
