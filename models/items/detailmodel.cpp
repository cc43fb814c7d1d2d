// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/detailmodel.h"

#include <QStringList>

#include <algorithm>

namespace podium::items {

namespace {

bool sameShape(const std::vector<DetailRow>& a, const std::vector<DetailRow>& b) {
    return std::ranges::equal(a, b, [](const DetailRow& x, const DetailRow& y) {
        return x.kind == y.kind && (x.kind == DetailRow::Kind::Section || x.key == y.key);
    });
}

bool has(const DetailRow& row, const QString& filter) {
    return row.key.contains(filter, Qt::CaseInsensitive) ||
           std::ranges::any_of(row.values, [&filter](const DetailValue& value) {
               return value.text.contains(filter, Qt::CaseInsensitive) ||
                      value.full.contains(filter, Qt::CaseInsensitive);
           });
}

QString fullText(const DetailValue& value) {
    return value.full.isEmpty() && !value.missing ? value.text : value.full;
}

QString onOneLine(QString text) {
    for (QChar& c : text) {
        if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r'))
            c = QLatin1Char(' ');
    }
    return text;
}

}  // namespace

DetailModel::DetailModel(QObject* parent) : QAbstractTableModel(parent) {}

void DetailModel::setRows(std::vector<DetailRow> rows, QStringList titles) {
    const bool same =
        titles.size() == m_titles.size() && sameShape(rows, m_rows) && m_filter.isEmpty();
    if (same) {
        const bool titlesChanged = titles != m_titles;
        m_rows = std::move(rows);
        m_titles = std::move(titles);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        if (titlesChanged)
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_titles = std::move(titles);
    m_visible = filtered();
    endResetModel();
}

void DetailModel::setFilter(const QString& filter) {
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_visible = filtered();
    endResetModel();
}

std::vector<std::size_t> DetailModel::filtered() const {
    std::vector<std::size_t> visible;
    std::size_t section = m_rows.size();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].kind == DetailRow::Kind::Section) {
            section = i;
            if (m_filter.isEmpty())
                visible.push_back(i);
            continue;
        }
        if (!m_filter.isEmpty() && !has(m_rows[i], m_filter))
            continue;
        if (!m_filter.isEmpty() && section < m_rows.size()) {
            visible.push_back(section);
            section = m_rows.size();
        }
        visible.push_back(i);
    }
    return visible;
}

const DetailRow& DetailModel::row(int row) const {
    return m_rows[m_visible[static_cast<std::size_t>(row)]];
}

bool DetailModel::isSection(int row) const {
    return this->row(row).kind == DetailRow::Kind::Section;
}

QString DetailModel::copyText(const std::vector<int>& rows) const {
    QString text;
    for (const int number : rows) {
        const DetailRow& line = row(number);
        if (line.kind == DetailRow::Kind::Section)
            continue;
        text += onOneLine(line.key);
        for (const DetailValue& value : line.values)
            text += QLatin1Char('\t') + onOneLine(fullText(value));
        text += QLatin1Char('\n');
    }
    return text;
}

int DetailModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

int DetailModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size()) + 1;
}

QVariant DetailModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const DetailRow& line = row(index.row());
    if (role == Kind)
        return static_cast<int>(line.kind);
    if (role == Link)
        return line.link;
    if (index.column() == 0)
        return role == Qt::DisplayRole || role == FullText ? QVariant(line.key) : QVariant();
    const auto i = static_cast<std::size_t>(index.column() - 1);
    if (i >= line.values.size())
        return {};
    const DetailValue& value = line.values[i];
    switch (role) {
        case Qt::DisplayRole:
            return value.text;
        case FullText:
            return fullText(value);
        case Missing:
            return value.missing;
        case Numeric:
            return value.numeric;
        case NotANumber:
            return value.notANumber;
        case Best:
            return value.best;
        case Status:
            return i == 0 ? line.status : -1;
        default:
            return {};
    }
}

QVariant DetailModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 1 ||
        section > m_titles.size()) {
        return {};
    }
    return m_titles[section - 1];
}

Qt::ItemFlags DetailModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (isSection(index.row()))
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

}  // namespace podium::items
