// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/tablepreview.h"

#include "artifacts/open.h"
#include "views/artifacts/tablemodel.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelection>
#include <QLabel>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using base::Result;

namespace {

constexpr std::size_t ShapeRecords = 200;
constexpr std::size_t SniffBytes = 32 * 1024;
constexpr int WidestColumn = 280;
constexpr qint64 MaxCopiedCells = 1'000'000;

}  // namespace

TablePreview::TablePreview(jobs::JobEngine& engine, QWidget* parent)
    : Preview(parent),
      m_opening(engine, this),
      m_model(new TableModel(engine, this)),
      m_view(new QTableView(this)),
      m_notice(new QLabel(this)) {
    makeView();
    m_notice->setObjectName(QStringLiteral("tableNotice"));
    m_notice->setWordWrap(true);
    m_notice->setMargin(metrics::Gap);
    m_notice->hide();
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_notice);
    box->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_model, &TableModel::shown, this, &TablePreview::firstShown);
    connect(m_model, &TableModel::grown, this, &TablePreview::tellFacts);
    connect(m_model, &TableModel::failed, this, &Preview::failed);
}

void TablePreview::makeView() {
    m_view->setObjectName(QStringLiteral("tablePreview"));
    m_view->setAccessibleName(tr("Table of the file"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setModel(m_model);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setWordWrap(false);
    m_view->setShowGrid(true);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(metrics::Row);
    m_view->verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_view->horizontalHeader()->setResizeContentsPrecision(50);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionsClickable(true);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, &TablePreview::sortBy);
    auto* copyKey = new QShortcut(QKeySequence::Copy, m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copyKey, &QShortcut::activated, this, &TablePreview::copySelection);
}

Result<TablePreview::Opened> TablePreview::open(const PreviewItem& item,
                                                const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(Opened, file);
    const auto text = artifacts::openText(file.value());
    PODIUM_TRY(Opened, text);
    const auto head = text.value().bytes->read(text.value().start, SniffBytes);
    PODIUM_TRY(Opened, head);
    const char fallback = item.kind == artifacts::Kind::Tsv ? '\t' : ',';
    Opened opened;
    opened.truncated = text.value().truncated;
    opened.table = std::make_shared<artifacts::DelimitedTable>(
        text.value(), artifacts::guessSeparator(head.value(), fallback));
    PODIUM_TRY(Opened, opened.table->grow(stop));
    const auto first = opened.table->read(0, ShapeRecords);
    PODIUM_TRY(Opened, first);
    opened.shape = artifacts::guessShape(first.value());
    return opened;
}

void TablePreview::load(const PreviewItem& item) {
    m_view->setAccessibleName(tr("Table of %1").arg(item.path));
    m_opening.start([item](std::stop_token stop, base::Progress&) { return open(item, stop); },
                    [this](Result<Opened> opened) {
                        if (opened.failed()) {
                            Q_EMIT failed(opened.error());
                            return;
                        }
                        m_truncated = opened.value().truncated;
                        m_model->setTable(opened.value().table, opened.value().shape);
                    });
}

void TablePreview::firstShown() {
    if (m_model->columnCount() <= 100)
        m_view->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_view->columnWidth(column) > WidestColumn)
            m_view->setColumnWidth(column, WidestColumn);
    }
    Q_EMIT shown();
}

void TablePreview::tellFacts() {
    const qint64 rows = m_model->recordCount();
    // On Qt 6.4 a screen reader crashes a table without a current cell.
    if (rows > 0 && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
    const QString shape =
        tr("%1 rows × %2 columns").arg(count(rows), count(m_model->columnCount()));
    Q_EMIT factsChanged(m_model->isComplete() ? shape : tr("%1 so far").arg(shape));
    QString notice;
    if (rows > TableModel::MaxRows)
        notice = tr("Only the first %1 rows are shown; the source has all.")
                     .arg(count(TableModel::MaxRows));
    else if (m_truncated)
        notice = tr("Only the beginning of this big file is shown.");
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    const bool sortable = m_model->isSortable();
    m_view->horizontalHeader()->setToolTip(
        sortable ? QString() : tr("A table of this size is shown in the order of the file."));
}

void TablePreview::sortBy(int column) {
    if (!m_model->isSortable())
        return;
    QHeaderView* header = m_view->horizontalHeader();
    // Once up, once down, then back to the order of the file. The header flips its own indicator at
    // a click, so the order is remembered here.
    if (column == m_sortColumn && m_sortOrder == Qt::DescendingOrder) {
        m_sortColumn = -1;
        header->setSortIndicatorShown(false);
        m_model->sort(-1, Qt::AscendingOrder);
        return;
    }
    m_sortOrder = column == m_sortColumn ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_sortColumn = column;
    header->setSortIndicatorShown(true);
    header->setSortIndicator(column, m_sortOrder);
    m_model->sort(column, m_sortOrder);
}

void TablePreview::copySelection() {
    const QItemSelection selection = m_view->selectionModel()->selection();
    if (selection.isEmpty())
        return;
    const QItemSelectionRange range = selection.first();
    const qint64 cells = qint64{range.width()} * range.height();
    if (cells > MaxCopiedCells)
        return;
    QString text;
    for (int row = range.top(); row <= range.bottom(); ++row) {
        for (int column = range.left(); column <= range.right(); ++column) {
            if (column > range.left())
                text += u'\t';
            text += m_model->index(row, column).data(TableModel::FullTextRole).toString();
        }
        if (row < range.bottom())
            text += u'\n';
    }
    QGuiApplication::clipboard()->setText(text);
}

}  // namespace podium::views
