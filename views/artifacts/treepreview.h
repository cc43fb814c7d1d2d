// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/valuetree.h"
#include "jobs/slot.h"
#include "views/artifacts/preview.h"

class QLabel;
class QTreeView;

namespace podium::views {

class ValueModel;

/// JSON, JSON lines, YAML and MLmodel as a tree. What could be read is shown even if the file is
/// broken or too big; a line above the tree says so.
class TreePreview : public Preview {
    Q_OBJECT
public:
    TreePreview(jobs::JobEngine& engine, QWidget* parent);
    void load(const PreviewItem& item) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    using Tree = std::shared_ptr<const artifacts::ValueTree>;
    void show(const Tree& tree);
    void showMenu(const QPoint& point);
    /// Copies a column of the current row; -1 is its path.
    void copy(int column);

    jobs::Slot<Tree> m_reading;
    ValueModel* m_model;
    QTreeView* m_view;
    QLabel* m_notice;
};

}  // namespace podium::views
