// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/colors.h"
#include "views/theme/fonts.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"

#include <QObject>

class QApplication;

namespace podium::views {

class SystemScheme;

enum class ThemeChoice { System, Light, Dark };

/// Gives the application its style and its palette and keeps them right when the system's theme
/// changes. One per application, owned by the composition, of the UI thread. It must be made before
/// the first widget.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication& app, ThemeChoice choice = ThemeChoice::System);

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    /// What is shown now.
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    void setChoice(ThemeChoice choice);

    /// What the desktop says it prefers where its palette does not tell (the colour scheme of the
    /// desktop portal, which is asked by itself); it counts only for ThemeChoice::System.
    void setSystemScheme(Scheme scheme);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// The palette has been changed; widgets hear of it by QEvent::PaletteChange.
    void changed();

private:
    void apply();
    [[nodiscard]] Scheme wanted();

    QApplication& m_app;
    SystemScheme* m_portal;
    ThemeChoice m_choice;
    Scheme m_scheme = Scheme::Light;
    Scheme m_system = Scheme::Light;
    bool m_applying = false;
};

}  // namespace podium::views
