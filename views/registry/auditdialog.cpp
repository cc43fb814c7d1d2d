// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/auditdialog.h"

#include "items/cell.h"
#include "views/text/decisionwords.h"
#include "views/text/text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace podium::views {

using registry::AuditLine;

namespace {

constexpr int LineRole = Qt::UserRole + 1;

QString stateText(const std::string& state) {
    if (state == "waiting")
        return AuditDialog::tr("waiting");
    if (state == "applied")
        return AuditDialog::tr("written");
    if (state == "conflict")
        return AuditDialog::tr("conflict");
    if (state == "failed")
        return AuditDialog::tr("refused");
    if (state == "local")
        return AuditDialog::tr("kept here only");
    if (state == "withdrawn")
        return AuditDialog::tr("taken back");
    return oneLine(state, 40);
}

/// "stage", "alias champion", "tag team" ...
QString whatText(const AuditLine& line) {
    const QString key = oneLine(line.key, 80);
    if (line.what == "version-stage")
        return AuditDialog::tr("stage");
    if (line.what == "model-alias")
        return AuditDialog::tr("alias @%1").arg(key);
    if (line.what == "version-description" || line.what == "model-description")
        return AuditDialog::tr("description");
    if (line.what == "run-name")
        return AuditDialog::tr("name");
    if (line.what.empty())
        return AuditDialog::tr("(can't be read)");
    return line.key.empty() ? oneLine(line.what, 40) : AuditDialog::tr("tag %1").arg(key);
}

QString ownerText(const AuditLine& line) {
    const QString owner = oneLine(line.owner, 80);
    return line.version > 0 ? AuditDialog::tr("%1, version %2").arg(owner).arg(line.version)
                            : owner;
}

}  // namespace

AuditDialog::AuditDialog(SourceName sourceName, QWidget* parent)
    : QDialog(parent),
      m_sourceName(std::move(sourceName)),
      m_model(new QStandardItemModel(this)),
      m_filtered(new QSortFilterProxyModel(this)),
      m_filter(new QLineEdit(this)),
      m_tree(new QTreeView(this)),
      m_state(new QLabel(this)),
      m_export(new QPushButton(tr("&Export…"), this)) {
    setObjectName(QStringLiteral("auditDialog"));
    setWindowTitle(tr("Decisions log"));
    setAccessibleName(windowTitle());
    m_filter->setObjectName(QStringLiteral("auditFilter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter by model, person, state, value"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search"), QLineEdit::LeadingPosition);
    makeTree();
    m_state->setObjectName(QStringLiteral("auditState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_export->setObjectName(QStringLiteral("auditExport"));
    auto* close = new QPushButton(tr("&Close"), this);
    close->setObjectName(QStringLiteral("auditClose"));
    for (QPushButton* button : {m_export, close})
        button->setAutoDefault(false);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(metrics::Gap);
    foot->addWidget(m_state, 1);
    foot->addWidget(m_export);
    foot->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Group, 12, metrics::Group, 12);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);
    layout->addLayout(foot);
    resize(1080, 520);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setFilterFixedString(text.trimmed());
        showCounts();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_export, &QPushButton::clicked, this, &AuditDialog::chooseFile);
}

void AuditDialog::makeTree() {
    m_model->setHorizontalHeaderLabels({tr("When"), tr("Who"), tr("Of"), tr("What"), tr("From"),
                                        tr("To"), tr("State"), tr("Source")});
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(-1);  // thousands of lines at most, of eight columns
    m_tree->setObjectName(QStringLiteral("auditTree"));
    m_tree->setAccessibleName(tr("Decisions"));
    m_tree->setModel(m_filtered);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    constexpr std::array Widths = {156, 80, 190, 130, 110, 140, 110};
    for (std::size_t i = 0; i < Widths.size(); ++i)
        m_tree->header()->resizeSection(static_cast<int>(i), Widths[i]);
    setRowLines(m_tree);
}

void AuditDialog::setLines(const std::vector<AuditLine>& lines, const cache::AuditCheck& check) {
    m_lines = lines;
    m_model->removeRows(0, m_model->rowCount());
    for (std::size_t i = m_lines.size(); i-- > 0;) {
        const AuditLine& line = m_lines[i];
        const QStringList texts = {timestamp(line.record.at),
                                   oneLine(line.who, 60),
                                   ownerText(line),
                                   whatText(line),
                                   decisionValue(line.from).left(200),
                                   decisionValue(line.to).left(200),
                                   stateText(line.state),
                                   m_sourceName(line.record.location)};
        QList<QStandardItem*> items;
        for (const QString& text : texts) {
            auto* item = new QStandardItem(text);
            item->setToolTip(text.toHtmlEscaped());
            item->setData(static_cast<int>(i), LineRole);
            items.append(item);
        }
        m_model->appendRow(items);
    }
    if (m_filtered->rowCount() > 0 && !m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_filtered->index(0, 0));
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText,
                     check.intact() ? colors(palette).dim : colors(palette).bad);
    m_state->setPalette(palette);
    m_state->setProperty("check", check.intact()
                                      ? tr("Each line holds the hash of the one before: none was "
                                           "altered or removed.")
                                      : tr("Lines of this log were altered or removed."));
    showCounts();
}

void AuditDialog::showCounts() {
    const auto all = static_cast<int>(m_lines.size());
    const QString counts =
        m_filtered->rowCount() == all
            ? tr("%1 lines").arg(count(all))
            : tr("%1 of %2 lines").arg(count(m_filtered->rowCount()), count(all));
    m_state->setText(counts + QStringLiteral(" · ") + m_state->property("check").toString());
    m_export->setEnabled(m_filtered->rowCount() > 0);
}

void AuditDialog::showError(const QString& text) {
    m_state->setText(text);
}

std::vector<AuditLine> AuditDialog::shown() const {
    std::vector<int> rows;
    for (int row = 0; row < m_filtered->rowCount(); ++row)
        rows.push_back(m_filtered->index(row, 0).data(LineRole).toInt());
    std::vector<AuditLine> lines;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        lines.push_back(m_lines[static_cast<std::size_t>(*row)]);
    return lines;
}

void AuditDialog::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Export decisions"),
                                   QDir::home().filePath(QStringLiteral("podium-decisions.csv")));
    dialog->setObjectName(QStringLiteral("auditFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilters({tr("CSV (*.csv)"), tr("JSON (*.json)")});
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("json")) ? QStringLiteral("json")
                                                                        : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { Q_EMIT exportRequested(file, shown()); });
    dialog->open();
}

}  // namespace podium::views
