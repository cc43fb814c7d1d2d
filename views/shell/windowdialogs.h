// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/dialogs/picker.h"
#include "views/dialogs/preferences.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QDialog;
class QMainWindow;

namespace podium::views {

class Actions;

/// What a quick open finds for a query; called on the UI thread, must answer at once. Who has to
/// ask elsewhere returns what is known and calls Picker::setItems() later.
using QuickOpenProvider = std::function<QVector<PickerItem>(const QString& query)>;

/// The dialogs of a main window; none stops the program, all are children of the window.
class WindowDialogs : public QObject {
    Q_OBJECT
public:
    WindowDialogs(const Actions& actions, QMainWindow* window);

    void setPreferences(const Preferences& preferences) { m_preferences = preferences; }
    [[nodiscard]] const Preferences& preferences() const { return m_preferences; }
    void setVersions(const QStringList& versions) { m_versions = versions; }
    void setQuickOpenProvider(QuickOpenProvider provider);
    /// More lines of the command palette than actions; picked ones are told by palettePicked().
    void setPaletteProvider(std::function<QVector<PickerItem>()> provider) {
        m_paletteProvider = std::move(provider);
    }
    [[nodiscard]] Picker* quickOpenPicker() const { return m_quickOpen; }
    [[nodiscard]] Picker* commandPalette() const { return m_palette; }

    void chooseFolder();
    void chooseFile();
    void showCommandPalette();
    void showQuickOpen();
    void showSettings();
    void showShortcuts();
    void showAbout();

Q_SIGNALS:
    void chosen(const QStringList& sources);
    void preferencesChanged(const podium::views::Preferences& preferences);
    void quickOpenPicked(const QVariant& data);
    void palettePicked(const QVariant& data);

private:
    /// Shows a dialog once: a second call raises the first.
    template <typename Dialog, typename... Args>
    Dialog* present(QPointer<QDialog>& slot, Args&&... args);

    const Actions& m_actions;
    QMainWindow* m_window;
    Picker* m_palette;
    Picker* m_quickOpen;
    QuickOpenProvider m_provider;
    std::function<QVector<PickerItem>()> m_paletteProvider;
    Preferences m_preferences;
    QStringList m_versions;
    QPointer<QDialog> m_settings;
    QPointer<QDialog> m_shortcuts;
    QPointer<QDialog> m_about;
};

}  // namespace podium::views
