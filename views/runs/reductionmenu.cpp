// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/reductionmenu.h"

#include "items/cell.h"
#include "query/names.h"
#include "views/runs/celltext.h"

#include <QInputDialog>
#include <QMenu>

#include <array>
#include <cmath>
#include <limits>

namespace podium::views {

using query::ColumnKey;
using query::Reduction;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::RunTable)
};

constexpr std::array Plain = {Reduction::Last,  Reduction::Best, Reduction::Min,
                              Reduction::Max,   Reduction::Mean, Reduction::First,
                              Reduction::Count, Reduction::Slope};
constexpr std::array WithArgument = {Reduction::MeanLast, Reduction::AtStep, Reduction::AtBest,
                                     Reduction::TimeTo, Reduction::Slope};

QString question(Reduction reduction) {
    switch (reduction) {
        case Reduction::MeanLast:
        case Reduction::Slope:
            return Words::tr("How many of the last points?");
        case Reduction::AtStep:
            return Words::tr("At which step?");
        case Reduction::AtBest:
            return Words::tr("At the best of which metric?");
        case Reduction::TimeTo:
            return Words::tr("Which value is to be reached?");
        default:
            return {};
    }
}

QString entryText(Reduction reduction) {
    switch (reduction) {
        case Reduction::MeanLast:
            return Words::tr("mean of last…");
        case Reduction::Slope:
            return Words::tr("slope of last…");
        case Reduction::AtStep:
            return Words::tr("at step…");
        case Reduction::AtBest:
            return Words::tr("at best of…");
        case Reduction::TimeTo:
            return Words::tr("time to…");
        default:
            return {};
    }
}

/// The argument a person gives, "" if they thought better of it.
void ask(QWidget* parent, ColumnKey key, const std::function<void(const ColumnKey&)>& choose) {
    auto* dialog = new QInputDialog(parent);
    dialog->setObjectName(QStringLiteral("reductionArgument"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(columnTitle(key));
    dialog->setLabelText(question(key.reduction));
    const bool points = key.reduction == Reduction::MeanLast || key.reduction == Reduction::Slope;
    if (points || key.reduction == Reduction::AtStep) {
        dialog->setInputMode(QInputDialog::IntInput);
        dialog->setIntRange(points ? 1 : std::numeric_limits<int>::min(),
                            std::numeric_limits<int>::max());
        dialog->setIntValue(10);
    } else if (key.reduction == Reduction::TimeTo) {
        dialog->setInputMode(QInputDialog::DoubleInput);
        dialog->setDoubleRange(-1e15, 1e15);
        dialog->setDoubleDecimals(6);
        dialog->setDoubleValue(0.9);
    }
    QObject::connect(dialog, &QDialog::accepted, dialog, [dialog, key, choose]() mutable {
        switch (dialog->inputMode()) {
            case QInputDialog::IntInput:
                key.argument = std::to_string(dialog->intValue());
                break;
            case QInputDialog::DoubleInput:
                key.argument = items::numberText(dialog->doubleValue());
                break;
            case QInputDialog::TextInput:
                key.argument = dialog->textValue().trimmed().toStdString();
                break;
        }
        if (!key.argument.empty())
            choose(key);
    });
    dialog->open();
}

}  // namespace

void fillReductionMenu(QMenu& menu, const ColumnKey& key,
                       const std::function<void(const ColumnKey&)>& choose,
                       const std::function<bool(const ColumnKey&)>& shown,
                       const std::function<void(const ColumnKey&)>& hide) {
    for (const Reduction reduction : Plain) {
        const ColumnKey wanted = query::metricColumn(key.key, reduction);
        QAction* action = menu.addAction(reductionTitle(wanted));
        action->setCheckable(true);
        action->setChecked(shown ? shown(wanted) : wanted == key);
        QObject::connect(action, &QAction::triggered, &menu, [wanted, choose, hide](bool checked) {
            if (checked || !hide)
                choose(wanted);
            else
                hide(wanted);
        });
    }
    menu.addSeparator();
    for (const Reduction reduction : WithArgument) {
        ColumnKey wanted = query::metricColumn(key.key, reduction);
        const bool now = key.reduction == reduction && !key.argument.empty();
        QAction* action =
            menu.addAction(now ? reductionTitle(key) + QChar(0x2026) : entryText(reduction));
        action->setCheckable(now);
        action->setChecked(now);
        QWidget* parent = menu.parentWidget();
        QObject::connect(action, &QAction::triggered, &menu,
                         [parent, wanted, choose] { ask(parent, wanted, choose); });
    }
}

}  // namespace podium::views
