// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/figuretable.h"

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
constexpr int ColumnWidth = 130;

}  // namespace

FigureModel::FigureModel(std::shared_ptr<const Figure> figure, QObject* parent)
    : QAbstractTableModel(parent), m_figure(std::move(figure)), m_heads(m_figure->heads()) {}

int FigureModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_figure->rowCount();
}

int FigureModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_heads.size());
}

QVariant FigureModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const QVariant value = m_figure->cell(index.row(), index.column());
    const bool number = value.typeId() == QMetaType::Double;
    switch (role) {
        case Qt::DisplayRole:
            if (number)
                return fullNumber(value.toDouble());
            return value.isValid() ? value.toString() : QStringLiteral("–");
        case Qt::TextAlignmentRole:
            return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) |
                                       Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_heads.value(section);
}

FigureTable::FigureTable(const QString& title, std::shared_ptr<const Figure> figure,
                         QWidget* parent)
    : QDialog(parent), m_table(new QTableView(this)) {
    setObjectName(QStringLiteral("figureTable"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    resize(640, 520);
    auto* note = new QLabel(figure->receipt().join(QStringLiteral(" · ")), this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    auto* model = new FigureModel(std::move(figure), this);
    m_table->setObjectName(QStringLiteral("figureTableView"));
    m_table->setAccessibleName(title);
    m_table->setAccessibleDescription(note->text());
    m_table->setModel(model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::Row);
    m_table->horizontalHeader()->setDefaultSectionSize(ColumnWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);
    // A reader bridge must never find the table without a current cell.
    if (model->rowCount() > 0)
        m_table->setCurrentIndex(model->index(0, 0));
    auto* copyAction = new QAction(tr("Copy rows"), this);
    copyAction->setObjectName(QStringLiteral("copyFigureRows"));
    copyAction->setShortcut(QKeySequence::Copy);
    connect(copyAction, &QAction::triggered, this, &FigureTable::copy);
    m_table->addAction(copyAction);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(note);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
}

void FigureTable::copy() {
    QString text;
    int rows = 0;
    const QAbstractItemModel& model = *m_table->model();
    const int columns = model.columnCount();
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows < MostCopiedRows; ++row, ++rows) {
            for (int column = 0; column < columns; ++column) {
                text += model.index(row, column).data().toString();
                text += QLatin1Char(column + 1 < columns ? '\t' : '\n');
            }
        }
    }
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

}  // namespace podium::views
