// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/tablemodel.h"

#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QElapsedTimer>
#include <QGuiApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace podium::views {

using artifacts::ColumnType;
using artifacts::DelimitedTable;
using base::Result;

namespace {

constexpr qint64 BlockRows = 256;
constexpr std::size_t MaxBlocks = 64;
constexpr int GrowMilliseconds = 150;
constexpr int ShownCharacters = 300;
constexpr int MaxShownColumns = 1000;
constexpr qint64 MaxWholeCells = 4'000'000;

Result<std::vector<QStringList>> readRows(const DelimitedTable& table, qint64 first, qint64 rows,
                                          const std::stop_token& stop) {
    std::vector<QStringList> block;
    while (rows > 0) {
        if (stop.stop_requested())
            return base::Cancelled{};
        const auto records = table.read(first, static_cast<std::size_t>(std::min(rows, BlockRows)));
        PODIUM_TRY(std::vector<QStringList>, records);
        if (records.value().empty())
            break;
        for (const artifacts::Record& record : records.value()) {
            QStringList& row = block.emplace_back();
            const std::size_t fields =
                std::min<std::size_t>(record.size(), static_cast<std::size_t>(MaxShownColumns));
            row.reserve(static_cast<qsizetype>(fields));
            for (std::size_t at = 0; at < fields; ++at)
                row.append(QString::fromStdString(record[at]));
        }
        first += static_cast<qint64>(records.value().size());
        rows -= static_cast<qint64>(records.value().size());
    }
    return block;
}

bool isNumeric(ColumnType type) {
    return type == ColumnType::Integer || type == ColumnType::Real;
}

}  // namespace

TableModel::TableModel(jobs::JobEngine& engine, QObject* parent)
    : QAbstractTableModel(parent),
      m_growing(engine, this),
      m_reading(engine, this),
      m_readingWhole(engine, this) {}

void TableModel::setTable(std::shared_ptr<DelimitedTable> table, artifacts::TableShape shape) {
    beginResetModel();
    m_table = std::move(table);
    m_shape = std::move(shape);
    m_records = m_rows = 0;
    m_columns = static_cast<int>(std::min<std::size_t>(m_shape.names.size(), MaxShownColumns));
    m_complete = m_shown = m_whole = false;
    m_blocks.clear();
    m_all.clear();
    m_order.clear();
    endResetModel();
    take(
        {m_table->recordCount(), static_cast<qint64>(m_table->columnCount()), m_table->complete()});
    grow();
}

void TableModel::grow() {
    if (m_complete)
        return;
    m_growing.start(
        [table = m_table](std::stop_token stop, base::Progress&) -> Result<Grown> {
            QElapsedTimer timer;
            timer.start();
            do {
                const auto grown = table->grow(stop);
                if (!grown.ok())
                    return grown.as<Grown>();
            } while (!table->complete() && timer.elapsed() < GrowMilliseconds);
            return Grown{table->recordCount(), static_cast<qint64>(table->columnCount()),
                         table->complete()};
        },
        [this](Result<Grown> grown) {
            if (grown.failed()) {
                Q_EMIT failed(grown.error());
                return;
            }
            take(grown.value());
            grow();
        });
}

void TableModel::take(const Grown& grown) {
    const int columns = static_cast<int>(std::min<qint64>(grown.columns, MaxShownColumns));
    if (columns > m_columns) {
        beginInsertColumns({}, m_columns, columns - 1);
        m_columns = columns;
        endInsertColumns();
    }
    m_records = std::max<qint64>(0, grown.records - headerRecords());
    m_complete = grown.complete;
    const int rows = static_cast<int>(std::min(m_records, MaxRows));
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
    Q_EMIT this->grown();
    // The names of the columns are worth showing while the first row is still looked for.
    if (m_rows == 0 && !m_shown && (m_complete || m_shape.hasHeader)) {
        m_shown = true;
        Q_EMIT shown();
    }
    if (m_rows > 0 && !m_shown)
        request(0);
    if (m_complete && m_records <= MaxSortedRows && m_records * m_columns <= MaxWholeCells)
        keepWhole();
}

void TableModel::keepWhole() {
    m_readingWhole.start(
        [table = m_table, first = headerRecords(), rows = m_records](
            std::stop_token stop, base::Progress&) { return readRows(*table, first, rows, stop); },
        [this](Result<Block> all) {
            if (!all.ok() || static_cast<qint64>(all.value().size()) != m_records)
                return;
            m_all = std::move(all).value();
            m_order.resize(m_all.size());
            std::iota(m_order.begin(), m_order.end(), 0);
            m_blocks.clear();
            m_whole = true;
            if (m_rows > 0)
                Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, m_columns - 1));
            if (!m_shown) {
                m_shown = true;
                Q_EMIT shown();
            }
            Q_EMIT grown();
        });
}

void TableModel::request(qint64 block) const {
    m_wanted = block;
    // Asked from data(), which must not change the model: the read starts from the event loop.
    QMetaObject::invokeMethod(const_cast<TableModel*>(this), &TableModel::readNext,
                              Qt::QueuedConnection);
}

void TableModel::readNext() {
    if (m_whole || m_readingBlock >= 0 || m_wanted < 0 || m_blocks.count(m_wanted) != 0)
        return;
    m_readingBlock = m_wanted;
    m_reading.start([table = m_table, first = m_readingBlock * BlockRows + headerRecords()](
                        std::stop_token stop,
                        base::Progress&) { return readRows(*table, first, BlockRows, stop); },
                    [this](Result<Block> rows) {
                        const qint64 block = std::exchange(m_readingBlock, -1);
                        if (rows.failed()) {
                            Q_EMIT failed(rows.error());
                            return;
                        }
                        if (m_blocks.size() >= MaxBlocks)
                            m_blocks.clear();
                        m_blocks[block] = std::move(rows).value();
                        const int top = static_cast<int>(block * BlockRows);
                        const int bottom = std::min(m_rows, top + static_cast<int>(BlockRows)) - 1;
                        if (bottom >= top && m_columns > 0 && !m_whole)
                            Q_EMIT dataChanged(index(top, 0), index(bottom, m_columns - 1));
                        if (!m_shown) {
                            m_shown = true;
                            Q_EMIT shown();
                        }
                        readNext();
                    });
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_columns;
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto column = static_cast<std::size_t>(index.column());
    const bool numeric = column < m_shape.types.size() && isNumeric(m_shape.types[column]);
    if (role == Qt::TextAlignmentRole)
        return QVariant((numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != FullTextRole && role != Qt::ToolTipRole)
        return {};
    const QStringList* row = nullptr;
    if (m_whole) {
        const auto record =
            static_cast<std::size_t>(m_order[static_cast<std::size_t>(index.row())]);
        row = &m_all[record];
    } else {
        const qint64 block = index.row() / BlockRows;
        const auto it = m_blocks.find(block);
        if (it == m_blocks.end()) {
            request(block);
            return {};
        }
        const auto at = static_cast<std::size_t>(index.row() % BlockRows);
        if (at >= it->second.size())
            return {};
        row = &it->second[at];
    }
    if (index.column() >= row->size())
        return {};
    const QString& text = row->at(index.column());
    if (role == FullTextRole)
        return text;
    if (role == Qt::ToolTipRole)
        return text.size() > 30 ? QVariant(text.left(2000).toHtmlEscaped()) : QVariant();
    return oneLine(text.left(ShownCharacters).toStdString());
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        if (role != Qt::DisplayRole)
            return {};
        const auto row = static_cast<std::size_t>(section);
        return count(m_whole && row < m_order.size() ? m_order[row] + 1 : section + 1);
    }
    const auto column = static_cast<std::size_t>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool numeric = column < m_shape.types.size() && isNumeric(m_shape.types[column]);
        return QVariant((numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString name =
        column < m_shape.names.size() ? oneLine(m_shape.names[column].substr(0, 1000)) : QString();
    return name.isEmpty() ? tr("Column %1").arg(section + 1) : name;
}

void TableModel::sort(int column, Qt::SortOrder order) {
    if (!m_whole || column >= m_columns)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const std::vector<int> before = m_order;
    std::iota(m_order.begin(), m_order.end(), 0);
    if (column >= 0) {
        const auto at = static_cast<std::size_t>(column);
        const bool numeric = at < m_shape.types.size() && isNumeric(m_shape.types[at]);
        std::vector<double> numbers(m_all.size(), std::numeric_limits<double>::quiet_NaN());
        std::vector<QString> texts(numeric ? 0 : m_all.size());
        for (std::size_t row = 0; row < m_all.size(); ++row) {
            const QString text = m_all[row].value(column);
            bool ok = false;
            const double number = numeric ? text.trimmed().toDouble(&ok) : 0;
            if (ok)
                numbers[row] = number;
            if (!numeric)
                texts[row] = text.toCaseFolded();
        }
        const bool down = order == Qt::DescendingOrder;
        std::stable_sort(m_order.begin(), m_order.end(), [&](int left, int right) {
            const auto a = static_cast<std::size_t>(left);
            const auto b = static_cast<std::size_t>(right);
            const bool missingA = numeric ? std::isnan(numbers[a]) : texts[a].isEmpty();
            const bool missingB = numeric ? std::isnan(numbers[b]) : texts[b].isEmpty();
            if (missingA || missingB)
                return missingB && !missingA;
            if (numeric)
                return down ? numbers[b] < numbers[a] : numbers[a] < numbers[b];
            return down ? texts[b] < texts[a] : texts[a] < texts[b];
        });
    }
    std::vector<int> rowOf(m_order.size());
    for (std::size_t row = 0; row < m_order.size(); ++row)
        rowOf[static_cast<std::size_t>(m_order[row])] = static_cast<int>(row);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex& old : from) {
        const int record = before[static_cast<std::size_t>(old.row())];
        to.append(index(rowOf[static_cast<std::size_t>(record)], old.column()));
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

}  // namespace podium::views
