// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/slot.h"
#include "session/relinks.h"

#include <QDialog>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace podium::views {

/// Finds artifacts of a source whose recorded places are not there any more: a folder is chosen,
/// rules are found below it and shown with what they find, and those that are ticked are taken.
/// Nothing is written into the store. Lives on the UI thread.
class RelinkDialog : public QDialog {
    Q_OBJECT
public:
    /// Made for workers: looks at all runs, and for rules below a folder ("" for none).
    using Surveyor = std::function<base::Result<session::RelinkSurvey>(
        const std::filesystem::path& folder, base::Progress& progress,
        const std::stop_token& stop)>;

    RelinkDialog(const QString& source, jobs::JobEngine& engine, Surveyor surveyor,
                 std::vector<artifacts::RelinkRule> rules, QWidget* parent = nullptr);

    /// Looks below a folder for rules.
    void look(const QString& folder);

Q_SIGNALS:
    /// The rules that are to count from now on.
    void rulesTaken(const std::vector<podium::artifacts::RelinkRule>& rules);

private:
    void browse();
    void survey(const QString& folder);
    void showSurvey(const session::RelinkSurvey& survey, const QString& folder);
    void addRow(const artifacts::RelinkRule& rule, const QString& counts, const QString& example,
                bool ticked);
    void take();
    void updateButtons();

    Surveyor m_surveyor;
    jobs::Slot<std::shared_ptr<session::RelinkSurvey>> m_surveying;
    std::vector<artifacts::RelinkRule> m_rules;  // of the rows, in their order
    QLabel* m_state;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QTreeWidget* m_list;
    QLabel* m_note;
    QPushButton* m_take;
};

}  // namespace podium::views
