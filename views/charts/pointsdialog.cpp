// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/pointsdialog.h"

#include "views/charts/pointsmodel.h"
#include "views/text/text.h"
#include "views/theme/metrics.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace podium::views {

namespace {

constexpr int MostCopiedRows = 200'000;

}  // namespace

PointsDialog::PointsDialog(const QString& metric, std::vector<PlotLine> lines, QWidget* parent)
    : QDialog(parent), m_table(new QTableView(this)) {
    setObjectName(QStringLiteral("pointsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* model = new PointsModel(std::move(lines), this);
    setWindowTitle(tr("%1 · %2").arg(metric, pointCount(model->rowCount())));
    resize(560, 520);

    m_table->setObjectName(QStringLiteral("pointsTable"));
    m_table->setAccessibleName(tr("Points of %1").arg(metric));
    m_table->setModel(model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::Row);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->resizeSection(PointsModel::Run, 180);
    m_table->horizontalHeader()->resizeSection(PointsModel::Time, 160);
    // A reader bridge must never find the table without a current cell.
    if (model->rowCount() > 0)
        m_table->setCurrentIndex(model->index(0, 0));

    auto* copyAction = new QAction(tr("Copy rows"), this);
    copyAction->setObjectName(QStringLiteral("copyPoints"));
    copyAction->setShortcut(QKeySequence::Copy);
    connect(copyAction, &QAction::triggered, this, &PointsDialog::copy);
    m_table->addAction(copyAction);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
}

void PointsDialog::setNote(const QString& note) {
    if (note.isEmpty())
        return;
    auto* label = new QLabel(note, this);
    label->setObjectName(QStringLiteral("pointsNote"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, label);
    m_table->setAccessibleDescription(note);
}

void PointsDialog::copy() {
    QString text;
    int rows = 0;
    const QAbstractItemModel& model = *m_table->model();
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows < MostCopiedRows; ++row, ++rows) {
            for (int column = 0; column < PointsModel::ColumnCount; ++column) {
                text += model.index(row, column).data().toString();
                text += QLatin1Char(column + 1 < PointsModel::ColumnCount ? '\t' : '\n');
            }
        }
    }
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

}  // namespace podium::views
