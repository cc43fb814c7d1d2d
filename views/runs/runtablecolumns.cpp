// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of the run table: their widths, their order, and a click on their heads.
#include "views/runs/rundelegate.h"
#include "views/runs/runheader.h"
#include "views/runs/runtable.h"
#include "views/theme/fonts.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QResizeEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int NarrowestName = 180;
constexpr int NameAtFirst = 260;
constexpr int WidestName = 420;     // that it takes by itself
constexpr int WidestAtFirst = 220;  // of any other column
constexpr int SampledRows = 60;
constexpr int SampledBeyond = 8;  // of columns that are not in sight at first
constexpr int InSightAtFirst = 24;
constexpr int WidestKept = 4000;
constexpr int ArrowRoom = 16;
}  // namespace

void RunTable::sectionClicked(int section) {
    const bool add = (QApplication::keyboardModifiers() & Qt::ShiftModifier) != 0;
    Q_EMIT orderToggled(m_model->key(section), add);
}

void RunTable::showColumnMenu(int section) {
    const QModelIndex first = m_model->index(0, section);
    if (section > 0 && first.isValid())
        scrollTo(first, EnsureVisible);
    const int x = section == 0 ? 0 : m_header->sectionViewportPosition(section);
    const QPoint corner(std::clamp(x, 0, m_header->width()), m_header->height());
    showRunHeaderMenu(*this, section, m_header->mapToGlobal(corner));
}

void RunTable::headerMoved() {
    if (m_changing)
        return;
    std::vector<query::ColumnKey> columns;
    for (int visual = 1; visual < m_header->count(); ++visual)
        columns.push_back(m_model->key(m_header->logicalIndex(visual)));
    // The new order comes back as a snapshot, in which the sections stand in their own order.
    Q_EMIT columnsRequested(columns);
}

void RunTable::sectionResized(int section, int size) {
    if (m_changing || section >= m_model->columnCount())
        return;
    m_widths[items::plainName(m_model->key(section))] = size;
    stretchName();
    Q_EMIT widthsChanged();
}

int RunTable::defaultWidth(int section, int sampled) const {
    const QString title = m_model->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const QFontMetrics head(strongFont(smallFont(QFont())));
    int width = head.horizontalAdvance(title) + 2 * RunDelegate::Padding + ArrowRoom;
    QStyleOptionViewItem option;
    option.font = font();
    const int rows = std::min(m_model->rowCount(), sampled);
    for (int row = 0; row < rows; ++row) {
        width =
            std::max(width, itemDelegate()->sizeHint(option, m_model->index(row, section)).width());
    }
    return width;
}

void RunTable::applyWidths() {
    const QScopedValueRollback<bool> changing(m_changing, true);
    for (int section = 0; section < m_header->count(); ++section) {
        const int visual = m_header->visualIndex(section);
        if (visual != section)
            m_header->moveSection(visual, section);
    }
    for (int section = 0; section < m_header->count(); ++section) {
        const auto kept = m_widths.find(items::plainName(m_model->key(section)));
        const int sampled = section < InSightAtFirst ? SampledRows : SampledBeyond;
        const int width = kept != m_widths.end() ? kept->second
                          : section == 0         ? NameAtFirst
                                         : std::min(defaultWidth(section, sampled), WidestAtFirst);
        m_header->resizeSection(section, width);
    }
    stretchName();
}

void RunTable::stretchName() {
    if (m_header->count() == 0 || m_widths.contains(items::plainName(m_model->key(0))))
        return;
    const QScopedValueRollback<bool> changing(m_changing, true);
    const int others = m_header->length() - m_header->sectionSize(0);
    m_header->resizeSection(0, std::clamp(viewport()->width() - others, NarrowestName, WidestName));
}

void RunTable::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        stretchName();
}

void RunTable::fitColumn(int section) {
    if (section < 0 || section >= m_header->count())
        return;
    int width = defaultWidth(section, SampledRows);
    if (section == 0)
        width = std::max(width + indentation() * 2, NarrowestName);
    m_header->resizeSection(section, std::min(width, WidestKept));
}

void RunTable::fitAllColumns() {
    for (int section = 0; section < m_header->count(); ++section)
        fitColumn(section);
}

std::map<query::ColumnKey, int> RunTable::widths() const {
    std::map<query::ColumnKey, int> widths;
    for (const query::ColumnKey& key : m_model->keys()) {
        if (const auto kept = m_widths.find(items::plainName(key)); kept != m_widths.end())
            widths.emplace(key, kept->second);
    }
    return widths;
}

void RunTable::setWidths(const std::map<query::ColumnKey, int>& widths,
                         const std::vector<query::ColumnKey>& columns) {
    std::vector<query::ColumnKey> keys = columns;
    keys.push_back(query::attributeColumn(query::Attribute::RunName));
    bool changed = false;
    for (const query::ColumnKey& key : keys) {
        const std::string name = items::plainName(key);
        const auto width = widths.find(key);
        const auto old = m_widths.find(name);
        if (width == widths.end()) {
            changed = m_widths.erase(name) > 0 || changed;
        } else if (old == m_widths.end() || old->second != width->second) {
            m_widths[name] = std::clamp(width->second, m_header->minimumSectionSize(), WidestKept);
            changed = true;
        }
    }
    if (!changed)
        return;
    applyWidths();
    Q_EMIT widthsChanged();
}

QByteArray RunTable::saveWidths() const {
    QJsonObject widths;
    for (const auto& [name, width] : m_widths)
        widths.insert(items::toQString(name), width);
    return QJsonDocument(widths).toJson(QJsonDocument::Compact);
}

void RunTable::restoreWidths(const QByteArray& json) {
    const QJsonObject widths = QJsonDocument::fromJson(json).object();
    m_widths.clear();
    for (auto it = widths.begin(); it != widths.end(); ++it) {
        const int width =
            std::clamp(it.value().toInt(), m_header->minimumSectionSize(), WidestKept);
        m_widths[it.key().toStdString()] = width;
    }
    applyWidths();
}

}  // namespace podium::views
