// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/problemmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace podium::views {

class EmptyState;

/// What could not be read in the open sources: which file, why, and what that means. Lives on the
/// UI thread.
class ProblemsPage : public QWidget {
    Q_OBJECT
public:
    explicit ProblemsPage(QWidget* parent = nullptr);

    void setSnapshot(items::ProblemModel::Snapshot snapshot);
    /// Opens the branch of a source and shows it.
    void showSource(base::SourceNo source);
    [[nodiscard]] int total() const { return m_model->total(); }

public Q_SLOTS:
    /// The selected problems, or all of the selected sources, as tab-separated lines.
    void copy() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTree();
    [[nodiscard]] QWidget* makeDetails();
    void showState();
    void currentChanged();
    void reveal() const;
    void showMenu(const QPoint& position);
    [[nodiscard]] QString filePath() const;

    items::ProblemModel* m_model;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLabel* m_count;
    QLineEdit* m_filter;
    QTreeView* m_tree;
    QLabel* m_sentence;
    QPushButton* m_reveal;
    QPushButton* m_copy;
};

}  // namespace podium::views
