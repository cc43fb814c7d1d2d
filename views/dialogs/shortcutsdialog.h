// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QVector>

namespace podium::views {

struct ShortcutLine {
    QString group;  // the menu
    QString action;
    QString keys;
};

/// Every action with its keys, by menu, with a field to search them.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(const QVector<ShortcutLine>& lines, QWidget* parent = nullptr);
};

}  // namespace podium::views
