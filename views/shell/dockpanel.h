// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

namespace podium::views {

/// A side panel with a quiet head that can be torn off into a window of its own. Closing it asks
/// its action, so that menu, key and button always agree.
class DockPanel : public QDockWidget {
    Q_OBJECT
public:
    /// `name` is the objectName under which the layout is saved.
    DockPanel(const QString& name, const QString& title, QWidget* parent);

    void setTitle(const QString& title);

Q_SIGNALS:
    void closeRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace podium::views
