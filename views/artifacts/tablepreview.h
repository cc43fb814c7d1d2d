// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/delimited.h"
#include "jobs/slot.h"
#include "views/artifacts/preview.h"

#include <memory>

class QLabel;
class QTableView;

namespace podium::views {

class TableModel;

/// A CSV or TSV file as a table.
class TablePreview : public Preview {
    Q_OBJECT
public:
    TablePreview(jobs::JobEngine& engine, QWidget* parent);
    void load(const PreviewItem& item) override;

private:
    struct Opened {
        std::shared_ptr<artifacts::DelimitedTable> table;
        artifacts::TableShape shape;
        bool truncated = false;
    };

    static base::Result<Opened> open(const PreviewItem& item, const std::stop_token& stop);
    void makeView();
    void firstShown();
    void tellFacts();
    void sortBy(int column);
    void copySelection();

    jobs::Slot<Opened> m_opening;
    TableModel* m_model;
    QTableView* m_view;
    QLabel* m_notice;
    bool m_truncated = false;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace podium::views
