// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/lines.h"
#include "jobs/slot.h"
#include "views/artifacts/preview.h"

#include <memory>

class QLabel;
class QLineEdit;

namespace podium::views {

class TextView;

/// A file as text, or as hex where it is none, with a bar to search in it.
class TextPreview : public Preview {
    Q_OBJECT
public:
    TextPreview(jobs::JobEngine& engine, QWidget* parent);
    void load(const PreviewItem& item) override;

    /// Shows the search bar and puts the cursor into it.
    void openSearch();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Opened {
        std::shared_ptr<artifacts::LineSource> lines;
        bool truncated = false;
    };

    void makeSearchBar();
    void search(bool backward);
    void closeSearch();
    void tellFacts(qint64 rows, bool complete);

    jobs::Slot<Opened> m_opening;
    std::shared_ptr<artifacts::LineSource> m_lines;
    TextView* m_view;
    QWidget* m_searchBar = nullptr;
    QLineEdit* m_searchField = nullptr;
    QLabel* m_searchState = nullptr;
    bool m_truncated = false;
};

}  // namespace podium::views
