// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/papertable.h"
#include "session/settings.h"

#include <QDialog>

#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace podium::views {

/// What the dialog makes tables of. The frame has all the columns that are offered.
struct PaperData {
    std::shared_ptr<const query::Frame> frame;
    std::vector<std::uint32_t> rows;        // in the table's order
    std::vector<query::ColumnKey> columns;  // offered, metrics first
    std::vector<query::ColumnKey> chosen;   // of them, those of the run table
    std::vector<std::string> params;        // to group by
    items::PaperSource source;
};

/// "Copy for a paper": rows or groups of rows as a table for LaTeX, Markdown or a spreadsheet, or
/// as a script that fetches the same runs, with a live preview. What was chosen is kept.
class PaperTableDialog : public QDialog {
    Q_OBJECT
public:
    PaperTableDialog(PaperData table, session::Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void copy();
    void save();

private:
    QWidget* makeChoices();
    QWidget* makePreview();
    void fillLists();
    void restore();
    void remember() const;
    void refresh();
    [[nodiscard]] items::PaperOptions options() const;
    [[nodiscard]] bool isScript() const;

    PaperData m_data;
    session::Settings& m_settings;
    QComboBox* m_format;
    QListWidget* m_columns;
    QListWidget* m_groups;
    QComboBox* m_seed;
    QComboBox* m_error;
    QComboBox* m_decimals;
    QCheckBox* m_bold;
    QCheckBox* m_significance;
    QLineEdit* m_caption;
    QLineEdit* m_label;
    QPlainTextEdit* m_preview;
    QLabel* m_note;
    bool m_ready = false;
};

}  // namespace podium::views
