// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/toolrow.h"

#include "views/shell/actions.h"
#include "views/shell/pages.h"
#include "views/theme/theme.h"
#include "views/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

namespace podium::views {

namespace {

constexpr int WidestViewName = 150;
/// A property of buttons whose tool tip is not that of their action.
constexpr const char* OwnTip = "ownTip";

}  // namespace

ToolRow::ToolRow(const Actions& actions, QWidget* parent)
    : QWidget(parent),
      m_search(new SearchField(this)),
      m_nothing(new QWidget(this)),
      m_stack(new QStackedWidget(this)),
      m_open(buttonFor(actions[ActionId::OpenFolder], tr("Open…"), false)),
      m_views(buttonFor(actions[ActionId::SwitchView], tr("Views"), true)) {
    m_search->setObjectName(QStringLiteral("searchField"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 1);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(m_open);
    QToolButton* sync = buttonFor(actions[ActionId::Sync], tr("Sync"), true);
    auto* syncMenu = new QMenu(sync);
    for (const ActionId id :
         {ActionId::Sync, ActionId::SyncAll, ActionId::FullReread, ActionId::CancelSync}) {
        syncMenu->addAction(actions[id]);
    }
    sync->setMenu(syncMenu);
    sync->setPopupMode(QToolButton::MenuButtonPopup);
    layout->addWidget(sync);

    auto* runs = new QWidget(this);
    auto* runsLayout = new QHBoxLayout(runs);
    runsLayout->setContentsMargins(0, 0, 0, 0);
    runsLayout->setSpacing(metrics::Gap);
    runsLayout->addWidget(m_search, 1);
    runsLayout->addWidget(buttonFor(actions[ActionId::Columns], tr("Columns"), true));
    runsLayout->addWidget(buttonFor(actions[ActionId::Group], tr("Group"), true));
    runsLayout->addWidget(m_views);
    m_stack->addWidget(m_nothing);
    layout->addWidget(m_stack, 1);
    setTools(static_cast<int>(PageId::Runs), runs);
    setMinimumHeight(metrics::Bar);
}

void ToolRow::setTools(int page, QWidget* tools) {
    m_tools.insert(page, tools);
    m_stack->addWidget(tools);
}

void ToolRow::showTools(int page) {
    m_stack->setCurrentWidget(m_tools.value(page, m_nothing));
}

void ToolRow::setOpenMenu(QMenu* menu) {
    m_open->setMenu(menu);
    m_open->setPopupMode(menu != nullptr ? QToolButton::MenuButtonPopup
                                         : QToolButton::DelayedPopup);
}

void ToolRow::setViewsMenu(QMenu* menu) {
    m_views->setMenu(menu);
    m_views->setPopupMode(QToolButton::InstantPopup);
}

void ToolRow::setViewTitle(const QString& name, bool changed) {
    const QString shown = fontMetrics().elidedText(name, Qt::ElideRight, WidestViewName);
    // A sign that is no colour: it stands there in black and white, too.
    const QString sign = changed ? QStringLiteral(" •") : QString();
    m_views->setText(name.isEmpty() ? tr("Views")
                                    : QString(shown).replace(u'&', QLatin1String("&&")) + sign);
    m_views->setAccessibleName(name.isEmpty() ? tr("Views")
                               : changed      ? tr("View %1, changed").arg(name)
                                              : tr("View %1").arg(name));
    m_views->setProperty(OwnTip, !name.isEmpty());
    if (!name.isEmpty())
        m_views->setToolTip(
            (changed ? tr("%1 – changed since it was saved").arg(name) : name).toHtmlEscaped());
}

QToolButton* ToolRow::buttonFor(QAction* action, const QString& text, bool withIcon) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("tool_") + action->objectName());
    button->setText(text);
    button->setAccessibleName(text);
    button->setAccessibleDescription(action->statusTip());
    button->setFocusPolicy(Qt::TabFocus);
    if (withIcon) {
        button->setIcon(action->icon());
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    } else {
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    }
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        if (!button->property(OwnTip).toBool())
            button->setToolTip(QStringLiteral("%1 (%2)").arg(
                action->statusTip(), action->shortcut().toString(QKeySequence::NativeText)));
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

}  // namespace podium::views
