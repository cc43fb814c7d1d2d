// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/viewedit.h"

#include "session/runsview.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QUndoStack>

namespace podium::session {

namespace {

constexpr qint64 OneStepMs = 1500;

class ViewCommand : public QUndoCommand {
public:
    ViewCommand(RunsView& view, ViewEdit what, const QString& words, ViewState before)
        : QUndoCommand(words),
          m_view(&view),
          m_what(what),
          m_before(std::move(before)),
          m_after(view.state()) {
        m_made.start();
    }

    [[nodiscard]] int id() const override { return 0x7600 + static_cast<int>(m_what); }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const ViewCommand*>(other);
        if (m_what != ViewEdit::Filter || m_made.elapsed() > OneStepMs || m_view != next->m_view)
            return false;
        m_after = next->m_after;
        m_made.restart();
        return true;
    }

    void undo() override {
        if (m_view)
            m_view->setState(m_before);
    }

    void redo() override {
        // What is pushed has been done already.
        if (m_done && m_view)
            m_view->setState(m_after);
        m_done = true;
    }

private:
    QPointer<RunsView> m_view;
    ViewEdit m_what;
    ViewState m_before;
    ViewState m_after;
    QElapsedTimer m_made;
    bool m_done = false;
};

}  // namespace

void edit(QUndoStack& undo, RunsView& view, ViewEdit what, const QString& words,
          const std::function<void()>& change) {
    ViewState before = view.state();
    change();
    if (view.state() != before)
        undo.push(new ViewCommand(view, what, words, std::move(before)));
}

}  // namespace podium::session
