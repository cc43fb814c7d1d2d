// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace podium::views {

/// Name, version, licence, and the versions of what the program stands on, to copy into a report.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    /// `versions`: more lines of the kind "SQLite 3.40.1", from the rooms that know them.
    explicit AboutDialog(const QStringList& versions, QWidget* parent = nullptr);
};

}  // namespace podium::views
