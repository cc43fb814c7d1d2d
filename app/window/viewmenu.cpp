// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views in the menu, in the command palette and in a list of their own.
#include "app/window/viewbinding.h"
#include "session/workspace.h"
#include "views/dialogs/picker.h"
#include "views/shell/mainwindow.h"
#include "views/theme/icons.h"

#include <QActionGroup>
#include <QMenu>

namespace podium::app {

using session::ViewBook;
using views::ActionId;

namespace {

constexpr int MostInMenu = 40;
constexpr int LongestInMenu = 60;

QString shortened(const QString& name) {
    return name.size() <= LongestInMenu ? name : name.left(LongestInMenu - 1) + u'…';
}

}  // namespace

void ViewBinding::wireMenu() {
    views::WindowDialogs* dialogs = m_parts.window.dialogs();
    m_picker->setPlaceholderText(tr("Go to a saved view"));
    m_picker->setEmptyText(tr("No view has this name"));
    m_group = new QActionGroup(this);
    m_group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    m_parts.window.actions().on(ActionId::SwitchView, this, [this] {
        m_picker->setItems(pickerItems());
        m_picker->open();
    });
    connect(m_picker, &views::Picker::picked, this,
            [this](const QVariant& data) { switchTo(data.toString()); });
    dialogs->setPaletteProvider([this] {
        QVector<views::PickerItem> items = pickerItems();
        for (views::PickerItem& item : items)
            item.text = tr("Saved Views › %1").arg(item.text);
        return items;
    });
    connect(dialogs, &views::WindowDialogs::palettePicked, this,
            [this](const QVariant& data) { switchTo(data.toString()); });
}

QVector<views::PickerItem> ViewBinding::pickerItems() const {
    QVector<views::PickerItem> mine;
    QVector<views::PickerItem> others;
    const std::vector<session::ViewExperiment> shown = experiments();
    for (const ViewBook::Entry& entry : m_book.entries()) {
        const bool here = session::isFor(entry.view, shown);
        QString of =
            entry.view.experiments.empty() ? QString() : entry.view.experiments.front().name;
        if (entry.view.experiments.size() > 1)
            of = tr("several experiments");
        (here ? mine : others)
            .append({entry.view.name, here ? QString() : of, views::icon(u"star"), !shown.empty(),
                     entry.file});
    }
    return mine + others;
}

void ViewBinding::addViews(QMenu& menu, QAction* before,
                           const std::vector<const ViewBook::Entry*>& entries) {
    const QString shown = currentFile();
    for (const ViewBook::Entry* entry : entries) {
        QString text = shortened(entry->view.name).replace(u'&', QLatin1String("&&"));
        if (const qsizetype n = m_entries.size() + 1; n <= 9)
            text = QStringLiteral("&%1  ").arg(n) + text;
        auto* action = new QAction(text, &menu);
        action->setCheckable(true);
        action->setChecked(entry->file == shown);
        action->setStatusTip(entry->view.name);
        m_group->addAction(action);
        const QString file = entry->file;
        connect(action, &QAction::triggered, this, [this, file] {
            switchTo(file);
            fillMenu();
        });
        menu.insertAction(before, action);
        m_entries.append(action);
    }
}

void ViewBinding::fillMenu() {
    QMenu* menu = m_parts.window.actions().menu(views::MenuId::Views);
    QAction* first = m_parts.window.actions()[ActionId::SaveView];
    // A menu may be open, or be what has called: its entries go when it is done.
    for (QAction* action : std::as_const(m_entries)) {
        menu->removeAction(action);
        action->deleteLater();
    }
    m_entries.clear();
    if (m_others) {
        menu->removeAction(m_others->menuAction());
        m_others->deleteLater();
    }
    std::vector<const ViewBook::Entry*> mine;
    std::vector<const ViewBook::Entry*> others;
    const std::vector<session::ViewExperiment> shown = experiments();
    for (const ViewBook::Entry& entry : m_book.entries()) {
        std::vector<const ViewBook::Entry*>& list =
            session::isFor(entry.view, shown) ? mine : others;
        if (list.size() < MostInMenu)
            list.push_back(&entry);
    }
    addViews(*menu, first, mine);
    if (!others.empty() && !shown.empty()) {
        m_others = new QMenu(tr("Of &Other Experiments"), menu);
        m_others->setObjectName(QStringLiteral("otherViewsMenu"));
        for (const ViewBook::Entry* entry : others) {
            const QString of =
                entry->view.experiments.empty() ? QString() : entry->view.experiments.front().name;
            QString text = shortened(entry->view.name) + u'\t' + shortened(of);
            QAction* action = m_others->addAction(text.replace(u'&', QLatin1String("&&")));
            const QString file = entry->file;
            connect(action, &QAction::triggered, this, [this, file] { switchTo(file); });
        }
        menu->insertMenu(first, m_others);
    }
    if (!m_entries.isEmpty() || !others.empty())
        m_entries.append(menu->insertSeparator(first));
}

}  // namespace podium::app
