// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/outboxbook.h"
#include "session/registryedits.h"

#include <QUndoCommand>

#include <utility>
#include <vector>

namespace podium::session {

/// A decision as a step that can be undone: by another decision, back to what was there. `text`
/// names it after "Undo". The book outlives the stack.
class DecisionCommand : public QUndoCommand {
public:
    DecisionCommand(const QString& text, OutboxBook& book, QString location,
                    std::vector<Change> changes)
        : QUndoCommand(text),
          m_book(book),
          m_location(std::move(location)),
          m_changes(std::move(changes)) {}

    void redo() override { m_book.decide(m_location, m_changes); }
    void undo() override { m_book.decide(m_location, reversed(m_changes)); }

private:
    OutboxBook& m_book;
    QString m_location;
    std::vector<Change> m_changes;
};

}  // namespace podium::session
