// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace podium::session {
class RunsView;
}
namespace podium::views {
class SearchField;
}

namespace podium::app {

/// Joins the filter line to the run table: text and faults, colours, completion, the live count.
/// Lives as long as both, on the UI thread.
class SearchBinding : public QObject {
    Q_OBJECT
public:
    SearchBinding(views::SearchField& field, session::RunsView& runs, QObject* parent);

private:
    void showFilter();
    void showCount();
    void colour(const QString& text);

    views::SearchField& m_field;
    session::RunsView& m_runs;
};

}  // namespace podium::app
