// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/searchbinding.h"
#include "jobs/jobengine.h"
#include "session/chosenruns.h"
#include "session/runsview.h"
#include "views/runs/runspage.h"
#include "views/widgets/searchfield.h"

#include <QUndoStack>
#include <QWidget>

#include <functional>

namespace podium::bench {

/// The search field above the page of runs, over the session as in the program's window.
class Desk : public QObject {
public:
    Desk(cache::Cache& cache, QSize size);

    [[nodiscard]] session::RunsView& view() { return m_view; }
    [[nodiscard]] views::RunsPage& page() { return m_page; }

    [[nodiscard]] bool isLoading() const { return m_loading; }

    /// Presses the key of a character in the search field.
    void type(QChar character);

    /// Runs the event loop until rows of a newer snapshot than `version` stand painted and
    /// `enough` holds; fails after a minute.
    void waitForPaint(quint64 version, const std::function<bool()>& enough);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    jobs::JobEngine m_engine;
    session::RunsView m_view;
    session::ChosenRuns m_chosen;
    QUndoStack m_undo;
    QWidget m_window;
    views::SearchField m_field;
    views::RunsPage m_page;
    app::SearchBinding m_binding;
    quint64 m_painted = 0;
    bool m_loading = false;
};

}  // namespace podium::bench
