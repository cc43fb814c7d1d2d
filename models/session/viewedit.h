// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QUndoStack;

namespace podium::session {

class RunsView;

/// Which thing of the table is changed; a change of the same thing shortly after the last one
/// becomes one step with it (typing a filter).
enum class ViewEdit { Filter = 1, Columns, Order, Grouping, Look };

/// Makes a change of the table as a step that can be taken back. `words` name the step for people.
/// Nothing is pushed if nothing changed.
void edit(QUndoStack& undo, RunsView& view, ViewEdit what, const QString& words,
          const std::function<void()>& change);

}  // namespace podium::session
