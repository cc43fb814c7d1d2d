// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/actions.h"

#include "views/theme/icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace podium::views {

namespace {

struct MenuSpec {
    MenuId id;
    MenuId parent;  // itself: of the menu bar
    const char* name;
    const char* title;
    ActionId after;  // a submenu stands behind this action of its parent
};

constexpr std::array Menus = {
    MenuSpec{MenuId::File, MenuId::File, "fileMenu", QT_TRANSLATE_NOOP("Actions", "&File"), {}},
    MenuSpec{MenuId::Edit, MenuId::Edit, "editMenu", QT_TRANSLATE_NOOP("Actions", "&Edit"), {}},
    MenuSpec{MenuId::CopyAs, MenuId::Edit, "copyAsMenu", QT_TRANSLATE_NOOP("Actions", "Copy A&s"),
             ActionId::Copy},
    MenuSpec{MenuId::View, MenuId::View, "viewMenu", QT_TRANSLATE_NOOP("Actions", "&View"), {}},
    MenuSpec{MenuId::Theme, MenuId::View, "themeMenu", QT_TRANSLATE_NOOP("Actions", "&Theme"),
             ActionId::CollapseAll},
    MenuSpec{MenuId::Views, MenuId::View, "viewsMenu", QT_TRANSLATE_NOOP("Actions", "Saved &Views"),
             ActionId::Group},
    MenuSpec{MenuId::Run, MenuId::Run, "runMenu", QT_TRANSLATE_NOOP("Actions", "&Run"), {}},
    MenuSpec{MenuId::Compare,
             MenuId::Compare,
             "compareMenu",
             QT_TRANSLATE_NOOP("Actions", "Co&mpare"),
             {}},
    MenuSpec{MenuId::Chart, MenuId::Chart, "chartMenu", QT_TRANSLATE_NOOP("Actions", "&Chart"), {}},
    MenuSpec{MenuId::Axis, MenuId::Chart, "axisMenu",
             QT_TRANSLATE_NOOP("Actions", "&Horizontal Axis"), ActionId::ResetZoom},
    MenuSpec{MenuId::Registry,
             MenuId::Registry,
             "registryMenu",
             QT_TRANSLATE_NOOP("Actions", "Re&gistry"),
             {}},
    MenuSpec{MenuId::Tools, MenuId::Tools, "toolsMenu", QT_TRANSLATE_NOOP("Actions", "&Tools"), {}},
    MenuSpec{MenuId::Help, MenuId::Help, "helpMenu", QT_TRANSLATE_NOOP("Actions", "&Help"), {}},
};

const MenuSpec& menuSpec(MenuId id) {
    return *std::find_if(Menus.begin(), Menus.end(),
                         [id](const MenuSpec& s) { return s.id == id; });
}

const ActionSpec& actionSpec(ActionId id) {
    return actionSpecs()[static_cast<std::size_t>(id)];
}

QString words(const char* source) {
    return QCoreApplication::translate("Actions", source);
}

// "&Open Folder…" as "Open Folder"; Chinese texts carry their key in brackets: "打开(&O)…".
QString plain(QString text) {
    const qsizetype bracket = text.indexOf(QLatin1String("(&"));
    if (bracket >= 0)
        text.remove(bracket, 4);
    text.remove(QLatin1Char('&'));
    text.remove(QChar(0x2026));
    return text.trimmed();
}

QList<QKeySequence> keysOf(const ActionSpec& spec) {
    QList<QKeySequence> keys;
    const auto parts = QString::fromLatin1(spec.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& part : parts)
        keys.append(QKeySequence::fromString(part, QKeySequence::PortableText));
    return keys;
}

}  // namespace

Actions::Actions(QObject* parent) : QObject(parent) {
    std::array<QActionGroup*, static_cast<std::size_t>(MenuId::Help) + 1> groups{};
    for (const ActionSpec& spec : actionSpecs()) {
        auto* action = new QAction(words(spec.text), this);
        action->setObjectName(QString::fromLatin1(spec.name));
        action->setStatusTip(words(spec.tip));
        action->setShortcuts(keysOf(spec));
        action->setCheckable((spec.flags & ActionSpec::Checkable) != 0);
        action->setIcon(icon(QStringView(spec.icon)));
        action->setEnabled(false);
        action->setVisible(false);
        if ((spec.flags & ActionSpec::Local) != 0)
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        if ((spec.flags & ActionSpec::Exclusive) != 0) {
            QActionGroup*& group = groups[static_cast<std::size_t>(spec.menu)];
            if (group == nullptr)
                group = new QActionGroup(this);
            group->addAction(action);
        }
        m_actions[static_cast<std::size_t>(spec.id)] = action;
    }
    // Roles move entries about in other desktops' menu bars; here they stay where they stand.
    for (QAction* action : m_actions)
        action->setMenuRole(QAction::NoRole);
}

void Actions::fill(QMenuBar* bar) {
    for (const MenuSpec& spec : Menus) {
        QMenu* made = makeMenu(spec.id, bar);
        if (spec.parent == spec.id)
            bar->addMenu(made);
    }
    for (const ActionSpec& spec : actionSpecs()) {
        QMenu* target = menu(spec.menu);
        if ((spec.flags & ActionSpec::Separated) != 0)
            target->addSeparator();
        target->addAction((*this)[spec.id]);
        for (const MenuSpec& sub : Menus) {
            if (sub.parent != sub.id && sub.after == spec.id)
                menu(sub.parent)->addMenu(menu(sub.id));
        }
    }
    refreshMenus();
}

QMenu* Actions::menu(MenuId id) const {
    return m_menus[static_cast<std::size_t>(id)];
}

QMenu* Actions::makeMenu(MenuId id, QWidget* parent) {
    const MenuSpec& spec = menuSpec(id);
    auto* made = new QMenu(words(spec.title), parent);
    made->setObjectName(QString::fromLatin1(spec.name));
    made->setAccessibleName(plain(words(spec.title)));
    made->setToolTipsVisible(false);
    m_menus[static_cast<std::size_t>(id)] = made;
    return made;
}

void Actions::wire(ActionId id) {
    QAction* action = (*this)[id];
    action->setEnabled(true);
    action->setVisible(true);
    refreshMenus();
}

void Actions::refreshMenus() {
    for (const MenuSpec& spec : Menus) {
        QMenu* target = menu(spec.id);
        if (target == nullptr)
            continue;
        const bool any =
            std::any_of(actionSpecs().begin(), actionSpecs().end(), [&](const auto& s) {
                const bool inside = s.menu == spec.id || menuSpec(s.menu).parent == spec.id;
                return inside && (*this)[s.id]->isVisible();
            });
        target->menuAction()->setVisible(any);
    }
}

QString Actions::plainText(ActionId id) const {
    return plain((*this)[id]->text());
}

QString Actions::menuTitle(ActionId id) const {
    return plain(words(menuSpec(actionSpec(id).menu).title));
}

QVector<ActionId> Actions::visible() const {
    QVector<ActionId> ids;
    for (const ActionSpec& spec : actionSpecs()) {
        if ((*this)[spec.id]->isVisible())
            ids.append(spec.id);
    }
    return ids;
}

QVector<ShortcutLine> Actions::shortcutLines() const {
    QVector<ShortcutLine> lines;
    for (const ActionId id : visible()) {
        QStringList keys;
        for (const QKeySequence& sequence : (*this)[id]->shortcuts())
            keys.append(sequence.toString(QKeySequence::NativeText));
        const MenuId top = menuSpec(actionSpec(id).menu).parent;
        const QString group = plain(words(menuSpec(top).title));
        const QString text = top == actionSpec(id).menu
                                 ? plainText(id)
                                 : QString(menuTitle(id) + QStringLiteral(" › ") + plainText(id));
        lines.append({group, text, keys.join(QStringLiteral(", "))});
    }
    return lines;
}

}  // namespace podium::views
