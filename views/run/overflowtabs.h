// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

class QToolButton;

namespace podium::views {

/// Tabs of which those that do not fit are in a menu at the end; a tab chosen there comes into
/// sight. Nothing is ever elided or scrolled away.
class OverflowTabs : public QTabWidget {
    Q_OBJECT
public:
    explicit OverflowTabs(QWidget* parent = nullptr);

    /// The titles in the menu now.
    [[nodiscard]] QStringList hiddenTitles() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void tabInserted(int index) override;

private:
    void layOut();
    void showMenu();

    QToolButton* m_more;
    bool m_layingOut = false;
};

}  // namespace podium::views
