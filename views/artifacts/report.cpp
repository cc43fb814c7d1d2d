// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/report.h"

#include "views/artifacts/reportpictures.h"
#include "views/theme/theme.h"

#include <QAbstractTableModel>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int WidestColumn = 320;
constexpr int FactsAbreast = 840;  // pixels from which on facts stand in two columns

class RowsModel : public QAbstractTableModel {
public:
    RowsModel(Report::Table table, QObject* parent)
        : QAbstractTableModel(parent), m_table(std::move(table)) {}
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid())
            return {};
        const QStringList& row = m_table.rows[static_cast<std::size_t>(index.row())];
        const QString text = index.column() < row.size() ? row[index.column()] : QString();
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return role == Qt::ToolTipRole && text.size() < 40 ? QString() : text;
        if (role == Qt::TextAlignmentRole && isNumeric(index.column()))
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override {
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
            return m_table.columns.value(section);
        if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
            return QVariant((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) |
                            Qt::AlignVCenter);
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    /// Up, down, and by numbers where the column has them; what is no number stands last.
    void sort(int column, Qt::SortOrder order) override {
        if (column < 0 || column >= m_table.columns.size())
            return;
        Q_EMIT layoutAboutToBeChanged();
        const bool numeric = isNumeric(column);
        const bool down = order == Qt::DescendingOrder;
        std::stable_sort(m_table.rows.begin(), m_table.rows.end(),
                         [&](const QStringList& a, const QStringList& b) {
                             const QString left = a.value(column);
                             const QString right = b.value(column);
                             if (!numeric)
                                 return down ? right < left : left < right;
                             bool leftOk = false;
                             bool rightOk = false;
                             const double x = plain(left).toDouble(&leftOk);
                             const double y = plain(right).toDouble(&rightOk);
                             if (leftOk != rightOk)
                                 return leftOk;
                             return leftOk && (down ? y < x : x < y);
                         });
        Q_EMIT layoutChanged();
    }

private:
    [[nodiscard]] bool isNumeric(int column) const {
        const auto at = static_cast<std::size_t>(column);
        return at < m_table.numeric.size() && m_table.numeric[at];
    }
    /// Without the narrow spaces between groups of digits, and with a plain minus.
    static QString plain(QString text) {
        return text.remove(QChar(0x202F)).replace(QChar(0x2212), u'-');
    }

    Report::Table m_table;
};

void copySelection(const QTableView& view) {
    const QItemSelection selection = view.selectionModel()->selection();
    if (selection.isEmpty())
        return;
    const QItemSelectionRange range = selection.first();
    QString text;
    for (int row = range.top(); row <= range.bottom(); ++row) {
        for (int column = range.left(); column <= range.right(); ++column)
            text += (column > range.left() ? QStringLiteral("\t") : QString()) +
                    view.model()->index(row, column).data().toString();
        text += u'\n';
    }
    QGuiApplication::clipboard()->setText(text);
}

}  // namespace

ReportView::ReportView(QWidget* parent)
    : QWidget(parent),
      m_notice(new QLabel(this)),
      m_facts(new QWidget(this)),
      m_grid(new QGridLayout(m_facts)),
      m_pages(new QTabWidget(this)) {
    m_notice->setObjectName(QStringLiteral("reportNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(metrics::Group, metrics::Gap, metrics::Group, metrics::Gap);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->hide();
    m_facts->setObjectName(QStringLiteral("reportFacts"));
    m_grid->setContentsMargins(metrics::Group, metrics::Gap, metrics::Group, metrics::Gap);
    m_grid->setHorizontalSpacing(metrics::Group);
    m_grid->setVerticalSpacing(metrics::Unit);
    m_pages->setObjectName(QStringLiteral("reportPages"));
    m_pages->setDocumentMode(true);
    m_pages->setAccessibleName(tr("Parts of the file"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_notice);
    box->addWidget(m_facts);
    box->addWidget(m_pages, 1);
    setFocusProxy(m_pages);
}

void ReportView::setReport(const Report& report) {
    m_notice->setText(report.notice);
    m_notice->setVisible(!report.notice.isEmpty());
    if (report.isWarning) {
        QPalette strong = m_notice->palette();
        strong.setColor(QPalette::WindowText, colors(palette()).bad);
        m_notice->setPalette(strong);
    }
    addFacts(report);
    for (const Report::Text& code : report.codes)
        addCode(code);
    m_grid->setColumnStretch(3, 1);
    if (report.tablesFirst)
        addTables(report);
    for (const Report::Grid& grid : report.grids)
        m_pages->addTab(withNote(makeHeatMap(grid, m_pages), grid.note), grid.title);
    for (const Report::Line& line : report.lines)
        m_pages->addTab(withNote(makeLinePicture(line, m_pages), line.note), line.title);
    for (const Report::Shapes& shapes : report.shapes)
        m_pages->addTab(makeOutline(shapes, m_pages), shapes.title);
    if (!report.tablesFirst)
        addTables(report);
    for (const Report::Text& text : report.texts)
        m_pages->addTab(makeText(text), text.title);
    m_pages->setVisible(m_pages->count() > 0);
    m_facts->setVisible(!report.facts.empty() || !report.codes.isEmpty());
    if (m_pages->count() == 0)
        qobject_cast<QVBoxLayout*>(layout())->addStretch(1);
}

void ReportView::addTables(const Report& report) {
    for (const Report::Table& table : report.tables)
        m_pages->addTab(makeTable(table), table.title);
}

void ReportView::addFacts(const Report& report) {
    const int pairs = width() >= FactsAbreast && report.facts.size() > 4 ? 2 : 1;
    const auto rows = (static_cast<int>(report.facts.size()) + pairs - 1) / pairs;
    for (int i = 0; i < static_cast<int>(report.facts.size()); ++i) {
        const auto& [name, value] = report.facts[static_cast<std::size_t>(i)];
        auto* nameLabel = new QLabel(name, m_facts);
        nameLabel->setForegroundRole(QPalette::PlaceholderText);
        auto* valueLabel = new QLabel(m_facts);
        valueLabel->setTextFormat(Qt::PlainText);
        valueLabel->setText(value);
        valueLabel->setWordWrap(true);
        valueLabel->setMinimumWidth(1);
        valueLabel->setTextInteractionFlags(Qt::TextSelectableByMouse |
                                            Qt::TextSelectableByKeyboard);
        valueLabel->setAccessibleName(name + QStringLiteral(": ") + value);
        const int column = i / rows * 2;
        m_grid->addWidget(nameLabel, i % rows, column, Qt::AlignTop);
        m_grid->addWidget(valueLabel, i % rows, column + 1);
    }
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, pairs == 2 ? 1 : 0);
}

void ReportView::addCode(const Report::Text& code) {
    auto* line = new QWidget(m_facts);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(line);
    label->setObjectName(QStringLiteral("reportCode"));
    label->setTextFormat(Qt::PlainText);
    label->setText(code.text);
    label->setFont(monoFont(font()));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* copy = new QToolButton(line);
    copy->setAutoRaise(true);
    copy->setIcon(icon(u"copy"));
    copy->setToolTip(tr("Copy this line"));
    copy->setAccessibleName(tr("Copy %1").arg(code.text));
    copy->setObjectName(QStringLiteral("reportCopyCode"));
    connect(copy, &QToolButton::clicked, this,
            [text = code.text] { QGuiApplication::clipboard()->setText(text); });
    row->addWidget(label, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    const int at = m_grid->rowCount();
    auto* name = new QLabel(code.title, m_facts);
    name->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(name, at, 0, Qt::AlignTop);
    m_grid->addWidget(line, at, 1, 1, 3);
}

QWidget* ReportView::makeTable(const Report::Table& table) {
    auto* view = new QTableView(m_pages);
    view->setObjectName(QStringLiteral("reportTable"));
    view->setAccessibleName(table.title);
    view->setFrameShape(QFrame::NoFrame);
    view->setModel(new RowsModel(table, view));
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setWordWrap(false);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(metrics::Row);
    view->horizontalHeader()->setResizeContentsPrecision(50);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view->setSortingEnabled(true);
    if (table.columns.size() <= 100)
        view->resizeColumnsToContents();
    for (int column = 0; column < table.columns.size(); ++column)
        view->setColumnWidth(column, std::clamp(view->columnWidth(column), 60, WidestColumn));
    view->horizontalHeader()->setStretchLastSection(table.columns.size() <= 4);
    // On Qt 6.4 a screen reader crashes a table without a current cell.
    view->setCurrentIndex(view->model()->index(0, 0));
    auto* copyKey = new QShortcut(QKeySequence::Copy, view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copyKey, &QShortcut::activated, view, [view] { copySelection(*view); });
    return withNote(view, table.note);
}

QWidget* ReportView::makeText(const Report::Text& text) {
    auto* view = new QPlainTextEdit(m_pages);
    view->setObjectName(QStringLiteral("reportText"));
    view->setAccessibleName(text.title);
    view->setReadOnly(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setLineWrapMode(text.isCode ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    if (text.isCode)
        view->setFont(monoFont(font()));
    view->setPlainText(text.text);
    return view;
}

QWidget* ReportView::withNote(QWidget* page, const QString& note) {
    if (note.isEmpty())
        return page;
    auto* both = new QWidget(page->parentWidget());
    auto* box = new QVBoxLayout(both);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    auto* label = new QLabel(note, both);
    label->setObjectName(QStringLiteral("reportNote"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMargin(metrics::Gap);
    label->setForegroundRole(QPalette::PlaceholderText);
    box->addWidget(label);
    box->addWidget(page, 1);
    return both;
}

}  // namespace podium::views
