// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/audit.h"

#include <QDialog>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTreeView;

namespace podium::views {

/// What was decided on this machine and what became of it, newest first. Not modal.
class AuditDialog : public QDialog {
    Q_OBJECT
public:
    /// What a source at a location is called.
    using SourceName = std::function<QString(const std::string& location)>;

    AuditDialog(SourceName sourceName, QWidget* parent);

    void setLines(const std::vector<registry::AuditLine>& lines, const cache::AuditCheck& check);
    void showError(const QString& text);

Q_SIGNALS:
    /// Writes the lines that are shown to a file, as CSV or JSON by its ending.
    void exportRequested(const QString& file,
                         const std::vector<podium::registry::AuditLine>& lines);

private:
    void makeTree();
    void chooseFile();
    void showCounts();
    [[nodiscard]] std::vector<registry::AuditLine> shown() const;

    SourceName m_sourceName;
    std::vector<registry::AuditLine> m_lines;
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QLineEdit* m_filter;
    QTreeView* m_tree;
    QLabel* m_state;
    QPushButton* m_export;
};

}  // namespace podium::views
