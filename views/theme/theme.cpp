// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include "views/theme/style.h"
#include "views/theme/systemscheme.h"

#include <QApplication>
#include <QEvent>
#include <QToolTip>

namespace podium::views {

Theme::Theme(QApplication& app, ThemeChoice choice)
    : m_app(app), m_portal(new SystemScheme(this)), m_choice(choice) {
    QApplication::setStyle(new Style);
    apply();
    m_app.installEventFilter(this);
    connect(m_portal, &SystemScheme::told, this, &Theme::setSystemScheme);
    m_portal->ask();
}

void Theme::setChoice(ThemeChoice choice) {
    m_choice = choice;
    apply();
}

void Theme::setSystemScheme(Scheme scheme) {
    if (scheme == m_system)
        return;
    m_system = scheme;
    apply();
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ThemeChange && !m_applying)
        apply();
    return QObject::eventFilter(watched, event);
}

Scheme Theme::wanted() {
    if (m_choice != ThemeChoice::System)
        return m_choice == ThemeChoice::Dark ? Scheme::Dark : Scheme::Light;
    // An empty palette makes Qt show the platform's own again: the only public way to ask for it.
    QApplication::setPalette(QPalette());
    const Scheme platform = schemeOf(QApplication::palette());
    return platform == Scheme::Dark ? platform : m_system;
}

void Theme::apply() {
    m_applying = true;
    m_scheme = wanted();
    const QPalette wantedPalette = palette(m_scheme);
    if (QApplication::palette() != wantedPalette)
        QApplication::setPalette(wantedPalette);
    QToolTip::setPalette(wantedPalette);
    m_applying = false;
    Q_EMIT changed();
}

}  // namespace podium::views
