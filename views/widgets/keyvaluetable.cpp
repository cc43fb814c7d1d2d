// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/keyvaluetable.h"

#include "views/theme/icons.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace podium::views {

namespace {

constexpr int Margin = 12;
constexpr int RowsMeasured = 300;
constexpr int MarkSize = 14;
constexpr qsizetype LongestInPlace = 200;  // characters edited without a dialog

QColor toneColor(const QModelIndex& index, const Colors& c) {
    switch (static_cast<KeyValueRow::Tone>(index.data(KeyValueModel::ToneRole).toInt())) {
        case KeyValueRow::Tone::Good:
            return c.ok;
        case KeyValueRow::Tone::Warning:
            return c.warn;
        case KeyValueRow::Tone::Bad:
            return c.bad;
        case KeyValueRow::Tone::Dim:
            return c.dim;
        case KeyValueRow::Tone::Plain:
            break;
    }
    return c.text;
}

class KeyValueDelegate : public QStyledItemDelegate {
public:
    explicit KeyValueDelegate(KeyValueModel* model, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const Colors& c = colors(item.palette);
        painter->save();
        if (index.data(KeyValueModel::IsHeadRole).toBool()) {
            painter->fillRect(item.rect, c.panel);
            painter->setFont(sectionFont(item.font));
            painter->setPen(c.dim);
            const QRect rect = item.rect.adjusted(Margin, 10, -Margin, 0);
            draw(*painter, rect, QLocale().toUpper(item.text), Qt::AlignLeft, item.direction);
        } else {
            paintCell(*painter, item, index, c);
        }
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override {
        const bool head = m_model->isHead(index.row());
        const int height = std::max(metrics::Row, option.fontMetrics.height() + 8);
        const QString text = index.data().toString();
        return {option.fontMetrics.horizontalAdvance(text) + 2 * Margin, height + (head ? 10 : 0)};
    }

private:
    static void draw(QPainter& painter, const QRect& rect, const QString& text,
                     Qt::Alignment alignment, Qt::LayoutDirection direction) {
        const auto flags = static_cast<int>(QStyle::visualAlignment(direction, alignment));
        painter.drawText(rect, flags | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    }

    void paintCell(QPainter& painter, const QStyleOptionViewItem& item, const QModelIndex& index,
                   const Colors& c) const {
        item.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, &painter,
                                            item.widget);
        const int column = index.column();
        const bool compared = m_model->valueColumns() > 1;
        const bool link = column > 0 && !index.data(KeyValueModel::LinkRole).toString().isEmpty();
        QColor ink = column == 0 || (compared && column > 1) ? c.dim : toneColor(index, c);
        if (link)
            ink = c.accent;
        painter.setPen(ink);
        painter.setFont(item.font);
        const int left = column == 0 ? Margin : 4;
        QRect rect = item.rect.adjusted(left, 0, -(compared ? Margin : 4), 0);
        if (const QString mark = index.data(KeyValueModel::MarkRole).toString(); !mark.isEmpty())
            paintMark(painter, item, mark, rect);
        if (compared && column > 0)
            drawNumber(painter, rect, item.text);
        else
            draw(painter, rect, item.text, Qt::AlignLeft, item.direction);
    }

    static void paintMark(QPainter& painter, const QStyleOptionViewItem& item, const QString& mark,
                          QRect& rect) {
        const qreal ratio = painter.device()->devicePixelRatioF();
        const bool mirrored = item.direction == Qt::RightToLeft;
        const int x = mirrored ? rect.left() : rect.right() - MarkSize;
        painter.drawPixmap(x, item.rect.center().y() - MarkSize / 2,
                           iconPixmap(mark, colors(item.palette).warn, MarkSize, ratio));
        rect.adjust(mirrored ? MarkSize + 4 : 0, 0, mirrored ? 0 : -(MarkSize + 4), 0);
    }

    KeyValueModel* m_model;
};

}  // namespace

KeyValueTable::KeyValueTable(QWidget* parent)
    : QTreeView(parent), m_model(new KeyValueModel(this)) {
    setModel(m_model);
    setItemDelegate(new KeyValueDelegate(m_model, this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAllColumnsShowFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    connect(m_model, &KeyValueModel::edited, this, &KeyValueTable::valueEdited);
    setTextElideMode(Qt::ElideRight);
    setMouseTracking(true);
    setRowLines(this);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    header()->hide();
    setAccessibleName(tr("Properties"));
    const auto activate = [this](const QModelIndex& index) {
        const QString link = index.data(KeyValueModel::LinkRole).toString();
        if (!link.isEmpty())
            Q_EMIT linkActivated(link);
    };
    connect(this, &QTreeView::activated, this, activate);
    connect(this, &QTreeView::clicked, this, [activate](const QModelIndex& index) {
        if (index.column() > 0 && QApplication::keyboardModifiers() == Qt::NoModifier)
            activate(index);
    });
}

void KeyValueTable::setGroups(QVector<KeyValueGroup> groups) {
    if (state() == EditingState) {
        m_later = std::move(groups);
        return;
    }
    m_model->setGroups(std::move(groups));
    layOut();
}

void KeyValueTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
    QTreeView::closeEditor(editor, hint);
    if (m_later)
        setGroups(*std::exchange(m_later, std::nullopt));
}

void KeyValueTable::setFilter(const QString& text) {
    m_model->setFilter(text);
    layOut();
}

void KeyValueTable::setColumnTitles(const QStringList& titles) {
    m_model->setColumnTitles(titles);
    header()->setVisible(!titles.isEmpty());
}

QString KeyValueTable::copyText() const {
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(),
              [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    QVector<int> numbers;
    for (const QModelIndex& index : std::as_const(rows))
        numbers.append(index.row());
    for (int row = 0; rows.isEmpty() && row < m_model->rowCount(); ++row)
        numbers.append(row);
    QStringList lines;
    for (const int row : std::as_const(numbers)) {
        if (m_model->isHead(row))
            continue;
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells.append(m_model->index(row, column).data(KeyValueModel::WholeTextRole).toString());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

void KeyValueTable::copy() const {
    QApplication::clipboard()->setText(copyText());
}

void KeyValueTable::copyCell(const QModelIndex& index) const {
    QApplication::clipboard()->setText(index.data(KeyValueModel::WholeTextRole).toString());
}

bool KeyValueTable::event(QEvent* event) {
    // Copy is this table's while it has the focus, whatever the window's own action would copy; so
    // are the keys that edit and delete.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool edits = key->key() == Qt::Key_F2 || key->matches(QKeySequence::Delete);
        if (key->matches(QKeySequence::Copy) || (edits && !selectedEditable().isEmpty())) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void KeyValueTable::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    layOut();
}

void KeyValueTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
        event->accept();
        return;
    }
    if (event->matches(QKeySequence::Delete) && state() != EditingState) {
        deleteSelected();
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void KeyValueTable::deleteSelected() {
    if (const QStringList keys = selectedEditable(); !keys.isEmpty())
        Q_EMIT deleteRequested(keys);
}

QStringList KeyValueTable::selectedEditable() const {
    QStringList keys;
    for (const QModelIndex& index : selectionModel()->selectedRows()) {
        if (index.data(KeyValueModel::EditableRole).toBool())
            keys.append(index.data(KeyValueModel::WholeTextRole).toString());
    }
    return keys;
}

bool KeyValueTable::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) {
    const bool wanted = trigger == DoubleClicked || trigger == EditKeyPressed;
    if (!wanted || !index.data(KeyValueModel::EditableRole).toBool())
        return QTreeView::edit(index, trigger, event);
    const QModelIndex value = index.siblingAtColumn(1);
    const QString text = value.data(KeyValueModel::WholeTextRole).toString();
    const bool inPlace = m_model->valueColumns() == 1 && text.size() <= LongestInPlace &&
                         !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'));
    if (inPlace)
        return QTreeView::edit(value, trigger, event);
    Q_EMIT editRequested(index.siblingAtColumn(0).data(KeyValueModel::WholeTextRole).toString());
    return true;
}

void KeyValueTable::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    const bool onRow = index.isValid() && !m_model->isHead(index.row());
    if (!onRow && !m_addable)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_addable)
        addEditActions(*menu, onRow ? index : QModelIndex());
    if (!onRow) {
        menu->popup(event->globalPos());
        return;
    }
    menu->addSeparator();
    const QPersistentModelIndex key = index.siblingAtColumn(0);
    const QPersistentModelIndex value = index.siblingAtColumn(std::max(1, index.column()));
    menu->addAction(tr("Copy value"), this, [this, value] { copyCell(value); });
    menu->addAction(tr("Copy key"), this, [this, key] { copyCell(key); });
    menu->addAction(tr("Copy rows"), this, &KeyValueTable::copy);
    menu->popup(event->globalPos());
}

void KeyValueTable::addEditActions(QMenu& menu, const QModelIndex& index) {
    menu.addAction(icon(u"plus"), tr("Add…"), this, &KeyValueTable::addRequested);
    if (!index.data(KeyValueModel::EditableRole).toBool())
        return;
    const QPersistentModelIndex row = index;
    QAction* change = menu.addAction(icon(u"pencil"), tr("Edit"), this,
                                     [this, row] { edit(row, EditKeyPressed, nullptr); });
    change->setShortcut(Qt::Key_F2);
    QAction* remove =
        menu.addAction(icon(u"trash-2"), tr("Delete"), this, &KeyValueTable::deleteSelected);
    remove->setShortcut(QKeySequence::Delete);
}

void KeyValueTable::mouseMoveEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool link =
        index.column() > 0 && !index.data(KeyValueModel::LinkRole).toString().isEmpty();
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTreeView::mouseMoveEvent(event);
}

// Keys get what the first rows need, but less than half; the values share the rest.
void KeyValueTable::layOut() {
    const int rows = m_model->rowCount();
    int wanted = 96;
    for (int row = 0; row < rows; ++row) {
        if (m_model->isHead(row)) {
            setFirstColumnSpanned(row, {}, true);
        } else if (row < RowsMeasured) {
            const QString key = m_model->index(row, 0).data().toString().left(80);
            wanted = std::max(wanted, fontMetrics().horizontalAdvance(key) + 2 * Margin);
        }
    }
    const int width = viewport()->width();
    const int values = m_model->valueColumns();
    m_keyWidth = std::min(wanted, width * (values > 1 ? 40 : 45) / 100);
    header()->resizeSection(0, m_keyWidth);
    const int each = std::max(values > 3 ? 72 : 24, (width - m_keyWidth) / std::max(1, values));
    for (int column = 1; column <= values; ++column)
        header()->resizeSection(column, each);
    setHorizontalScrollBarPolicy(m_keyWidth + each * values > width + values
                                     ? Qt::ScrollBarAsNeeded
                                     : Qt::ScrollBarAlwaysOff);
}

}  // namespace podium::views
