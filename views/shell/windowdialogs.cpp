// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/windowdialogs.h"

#include "views/dialogs/aboutdialog.h"
#include "views/dialogs/settingsdialog.h"
#include "views/dialogs/shortcutsdialog.h"
#include "views/shell/actions.h"

#include <QFileDialog>
#include <QMainWindow>

#include <utility>

namespace podium::views {

WindowDialogs::WindowDialogs(const Actions& actions, QMainWindow* window)
    : QObject(window),
      m_actions(actions),
      m_window(window),
      m_palette(new Picker(QStringLiteral("commandPalette"), Picker::Filtering::Here, window)),
      m_quickOpen(new Picker(QStringLiteral("quickOpen"), Picker::Filtering::Outside, window)) {
    m_palette->setPlaceholderText(tr("Type the name of an action"));
    m_palette->setEmptyText(tr("No action has this name"));
    m_quickOpen->setPlaceholderText(tr("Go to a run, an experiment or a model"));
    connect(m_palette, &Picker::picked, this, [this](const QVariant& data) {
        if (data.typeId() == QMetaType::Int)
            m_actions[static_cast<ActionId>(data.toInt())]->trigger();
        else
            Q_EMIT palettePicked(data);
    });
    connect(m_quickOpen, &Picker::picked, this, &WindowDialogs::quickOpenPicked);
    connect(m_quickOpen, &Picker::queryChanged, this, [this](const QString& query) {
        if (m_provider)
            m_quickOpen->setItems(m_provider(query));
    });
}

void WindowDialogs::setQuickOpenProvider(QuickOpenProvider provider) {
    m_provider = std::move(provider);
}

void WindowDialogs::chooseFolder() {
    auto* dialog = new QFileDialog(m_window, tr("Open the folder of an MLflow store"));
    dialog->setObjectName(QStringLiteral("openFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &WindowDialogs::chosen);
    dialog->open();
}

void WindowDialogs::chooseFile() {
    auto* dialog = new QFileDialog(m_window, tr("Open a database of MLflow"));
    dialog->setObjectName(QStringLiteral("openFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("SQLite databases (*.db *.sqlite *.sqlite3 *.db3)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &WindowDialogs::chosen);
    dialog->open();
}

void WindowDialogs::showCommandPalette() {
    QVector<PickerItem> items;
    for (const ActionId id : m_actions.visible()) {
        const QAction* action = m_actions[id];
        PickerItem item;
        item.text = m_actions.menuTitle(id) + QStringLiteral(" › ") + m_actions.plainText(id);
        item.detail = action->shortcut().toString(QKeySequence::NativeText);
        item.icon = action->icon();
        item.enabled = action->isEnabled();
        item.data = static_cast<int>(id);
        items.append(item);
    }
    if (m_paletteProvider)
        items += m_paletteProvider();
    m_palette->setItems(items);
    m_palette->open();
}

void WindowDialogs::showQuickOpen() {
    if (m_provider)
        m_quickOpen->setItems(m_provider(QString()));
    m_quickOpen->open();
}

template <typename Dialog, typename... Args>
Dialog* WindowDialogs::present(QPointer<QDialog>& slot, Args&&... args) {
    if (slot != nullptr) {
        slot->raise();
        slot->activateWindow();
        return nullptr;
    }
    auto* dialog = new Dialog(std::forward<Args>(args)..., m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    slot = dialog;
    dialog->show();
    return dialog;
}

void WindowDialogs::showSettings() {
    if (auto* dialog = present<SettingsDialog>(m_settings, m_preferences)) {
        connect(dialog, &SettingsDialog::changed, this, [this](const Preferences& now) {
            m_preferences = now;
            Q_EMIT preferencesChanged(now);
        });
    }
}

void WindowDialogs::showShortcuts() {
    present<ShortcutsDialog>(m_shortcuts, m_actions.shortcutLines());
}

void WindowDialogs::showAbout() {
    present<AboutDialog>(m_about, m_versions);
}

}  // namespace podium::views
