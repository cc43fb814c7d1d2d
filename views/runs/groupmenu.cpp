// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/groupmenu.h"

#include "items/rundiff.h"
#include "views/runs/celltext.h"
#include "views/runs/formuladialog.h"
#include "views/theme/icons.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace podium::views {

using query::Attribute;
using query::ColumnKey;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::RunTable)
};

constexpr std::size_t MostInMenu = 400;
constexpr int MostParams = 12;

using Choose = std::function<void(std::vector<ColumnKey>)>;

/// Checked if runs are grouped by it; choosing it adds a level, or takes it away.
void addLevel(QMenu& menu, const ColumnKey& key, const std::vector<ColumnKey>& levels,
              const Choose& choose) {
    QAction* action =
        menu.addAction(columnTitle(key).replace(QLatin1Char('&'), QLatin1String("&&")));
    const bool there = std::ranges::find(levels, key) != levels.end();
    action->setCheckable(true);
    action->setChecked(there);
    QObject::connect(action, &QAction::triggered, &menu, [key, levels, there, choose] {
        std::vector<ColumnKey> changed = levels;
        if (there)
            std::erase(changed, key);
        else
            changed.push_back(key);
        choose(changed);
    });
}

void addNames(QMenu& menu, const QString& title, const std::vector<ColumnKey>& keys,
              const std::vector<ColumnKey>& levels, const Choose& choose) {
    QMenu* names = menu.addMenu(title);
    for (std::size_t i = 0; i < std::min(keys.size(), MostInMenu); ++i)
        addLevel(*names, keys[i], levels, choose);
    names->setEnabled(!keys.empty());
}

std::vector<ColumnKey> keysOf(const std::vector<std::string>& names, ColumnKey (*make)(std::string),
                              bool withSystem) {
    std::vector<ColumnKey> keys;
    for (const std::string& name : names) {
        if (withSystem || !items::isSystemTag(name))
            keys.push_back(make(name));
    }
    return keys;
}

}  // namespace

void fillGroupMenu(QMenu& menu, const session::RunsView& view, const Choose& choose) {
    const std::vector<ColumnKey>& levels = view.groupBy();
    QAction* none = menu.addAction(Words::tr("No groups"));
    none->setObjectName(QStringLiteral("groupNone"));
    none->setCheckable(true);
    none->setChecked(levels.empty());
    QObject::connect(none, &QAction::triggered, &menu, [choose] { choose({}); });
    menu.addSeparator();
    for (const ColumnKey& level : levels)
        addLevel(menu, level, levels, choose);
    if (!levels.empty())
        menu.addSeparator();
    const std::vector<ColumnKey> params = keysOf(view.names().params, query::paramColumn, true);
    int offered = 0;
    // Params that the table shows are those a person looks at; then the others.
    std::vector<ColumnKey> likely;
    for (const ColumnKey& column : view.columns()) {
        if (column.kind == query::ColumnKind::Param || column.kind == query::ColumnKind::Tag)
            likely.push_back(column);
    }
    for (const ColumnKey& param : params) {
        if (std::ranges::find(likely, param) == likely.end())
            likely.push_back(param);
    }
    for (const ColumnKey& param : likely) {
        if (offered == MostParams)
            break;
        if (std::ranges::find(levels, param) != levels.end())
            continue;
        addLevel(menu, param, levels, choose);
        ++offered;
    }
    menu.addSeparator();
    addNames(menu, Words::tr("&Params"), params, levels, choose);
    addNames(menu, Words::tr("&Tags"), keysOf(view.names().tags, query::tagColumn, true), levels,
             choose);
    std::vector<ColumnKey> attributes;
    for (const Attribute attribute : {Attribute::Status, Attribute::ExperimentName,
                                      Attribute::Source, Attribute::UserId, Attribute::Lifecycle})
        attributes.push_back(query::attributeColumn(attribute));
    addNames(menu, Words::tr("&Attributes"), attributes, levels, choose);
    addNames(menu, Words::tr("&Datasets"),
             {query::datasetColumn("name"), query::datasetColumn("digest"),
              query::datasetColumn("context")},
             levels, choose);
    QAction* formula = menu.addAction(Words::tr("By a &formula…"));
    QWidget* parent = menu.parentWidget();
    QObject::connect(formula, &QAction::triggered, &menu, [parent, levels, choose] {
        auto* dialog = new FormulaDialog(query::formulaColumn({}), parent);
        QObject::connect(dialog, &FormulaDialog::formulaAccepted, dialog,
                         [levels, choose](const ColumnKey& wanted) {
                             std::vector<ColumnKey> changed = levels;
                             changed.push_back(wanted);
                             choose(changed);
                         });
        dialog->open();
    });
}

}  // namespace podium::views
