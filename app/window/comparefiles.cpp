// SPDX-License-Identifier: GPL-3.0-or-later
// What differs inside an artifact that two compared runs have.
#include "app/window/composition.h"
#include "views/artifacts/filediff.h"
#include "views/compare/comparepage.h"
#include "views/text/text.h"

#include <QTreeView>

#include <algorithm>
#include <optional>

namespace podium::app {

using base::RunNo;
using views::ActionId;

namespace {

/// The file of a run, if it has one of this path here.
std::optional<views::DiffSide> sideOf(const session::ComparedRuns& compared, RunNo run,
                                      const std::string& path) {
    for (const session::ComparedRun& one : compared.runs) {
        if (one.details.runNo != run)
            continue;
        const auto file = std::ranges::find(one.files, path, &session::ComparedFile::path);
        if (file == one.files.end() || file->root.empty())
            return std::nullopt;
        const std::string& name = one.details.run.runName;
        return views::DiffSide{views::oneLine(name.empty() ? one.details.run.runId : name),
                               file->root, file->raw};
    }
    return std::nullopt;
}

}  // namespace

void Composition::wireFileComparison() {
    views::Actions& actions = m_window->actions();
    QAction* action = actions[ActionId::CompareFiles];
    const auto currentPath = [this]() -> std::string {
        const items::CompareRow* row = m_compare->model().row(m_compare->tree()->currentIndex());
        return row && row->section == items::CompareSection::Artifacts ? row->key : std::string();
    };
    const auto sides = [this, currentPath] {
        std::vector<views::DiffSide> found;
        const auto compared = m_workspace->comparer().current();
        const std::string path = currentPath();
        if (!compared || path.empty())
            return found;
        for (const RunNo run : {m_compare->baseline(), m_compare->currentOther()}) {
            if (auto side = sideOf(*compared, run, path))
                found.push_back(std::move(*side));
        }
        return found;
    };
    const auto update = [action, sides] { action->setEnabled(sides().size() == 2); };
    connect(m_compare, &views::ComparePage::currentRowChanged, this, update);
    connect(&m_workspace->comparer(), &session::RunComparer::changed, this, update);
    update();
    m_compare->tree()->addAction(action);
    actions.on(ActionId::CompareFiles, m_compare, [this, sides, currentPath] {
        const std::vector<views::DiffSide> found = sides();
        if (found.size() != 2)
            return;
        auto* dialog = new views::FileDiffDialog(m_engine, m_window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->compare(found[0], found[1], views::oneLine(currentPath()));
        dialog->show();
    });
    connect(m_compare, &views::ComparePage::rowActivated, action, [action] {
        if (action->isEnabled())
            action->trigger();
    });
}

}  // namespace podium::app
