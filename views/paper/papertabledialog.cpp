// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paper/papertabledialog.h"

#include "items/cell.h"
#include "views/text/text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>

#include <set>

namespace podium::views {

using items::PaperError;
using items::PaperFormat;
using items::PaperOptions;
using items::PaperTable;
using query::ColumnKey;
using session::Setting;

namespace {

constexpr int ScriptFormat = -1;
constexpr int ByError = -1;
constexpr int MostDecimals = 6;
constexpr int ChoicesWidth = 300;
constexpr int KeyRole = Qt::UserRole;

const char* suffixOf(int format) {
    if (format == ScriptFormat)
        return "py";
    switch (static_cast<PaperFormat>(format)) {
        case PaperFormat::Latex:
            return "tex";
        case PaperFormat::Markdown:
            return "md";
        case PaperFormat::Tsv:
            return "tsv";
        case PaperFormat::Csv:
            return "csv";
    }
    return "txt";
}

/// How many different values the rows have in a column.
std::size_t distinct(const PaperData& data, const ColumnKey& key) {
    std::set<std::string> values;
    const query::Column* column = data.frame->column(key);
    for (const std::uint32_t row : data.rows)
        values.insert(items::plainText(key, items::cellAt(column, row)));
    return values.size();
}

void addItem(QListWidget* list, const QString& text, int number, bool checked) {
    auto* item = new QListWidgetItem(text, list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    item->setData(KeyRole, number);
}

std::vector<std::size_t> checkedOf(const QListWidget* list) {
    std::vector<std::size_t> numbers;
    for (int i = 0; i < list->count(); ++i) {
        if (list->item(i)->checkState() == Qt::Checked)
            numbers.push_back(static_cast<std::size_t>(list->item(i)->data(KeyRole).toInt()));
    }
    return numbers;
}

}  // namespace

PaperTableDialog::PaperTableDialog(PaperData table, session::Settings& settings, QWidget* parent)
    : QDialog(parent),
      m_data(std::move(table)),
      m_settings(settings),
      m_format(new QComboBox(this)),
      m_columns(new QListWidget(this)),
      m_groups(new QListWidget(this)),
      m_seed(new QComboBox(this)),
      m_error(new QComboBox(this)),
      m_decimals(new QComboBox(this)),
      m_bold(new QCheckBox(tr("&Best of each metric in bold"), this)),
      m_significance(new QCheckBox(tr("Mark it where it is &significant"), this)),
      m_caption(new QLineEdit(this)),
      m_label(new QLineEdit(this)),
      m_preview(new QPlainTextEdit(this)),
      m_note(new QLabel(this)) {
    setObjectName(QStringLiteral("paperTableDialog"));
    setWindowTitle(tr("Copy for a paper"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::Group, metrics::Group, metrics::Group, metrics::Group);
    layout->setSpacing(metrics::Group);
    layout->addWidget(makeChoices());
    layout->addWidget(makePreview(), 1);
    fillLists();
    restore();
    m_ready = true;
    refresh();
    resize(1020, 640);
    m_format->setFocus();
}

QWidget* PaperTableDialog::makeChoices() {
    auto* box = new QWidget(this);
    box->setFixedWidth(ChoicesWidth);
    m_format->setObjectName(QStringLiteral("paperFormat"));
    m_format->addItem(tr("LaTeX (booktabs)"), static_cast<int>(PaperFormat::Latex));
    m_format->addItem(tr("Markdown"), static_cast<int>(PaperFormat::Markdown));
    m_format->addItem(tr("CSV"), static_cast<int>(PaperFormat::Csv));
    m_format->addItem(tr("TSV"), static_cast<int>(PaperFormat::Tsv));
    m_format->addItem(tr("Python (mlflow.search_runs)"), ScriptFormat);
    m_columns->setObjectName(QStringLiteral("paperColumns"));
    m_groups->setObjectName(QStringLiteral("paperGroups"));
    m_groups->setToolTip(tr("Runs that agree in all of these make one line; seeds are averaged"));
    m_seed->setObjectName(QStringLiteral("paperSeed"));
    m_seed->setToolTip(tr("Lines whose runs have the same seeds are compared pair by pair"));
    m_error->setObjectName(QStringLiteral("paperError"));
    m_error->addItem(tr("standard deviation (n − 1)"), static_cast<int>(PaperError::Deviation));
    m_error->addItem(tr("standard error"), static_cast<int>(PaperError::StandardError));
    m_decimals->setObjectName(QStringLiteral("paperDecimals"));
    m_decimals->addItem(tr("by the error (2 digits of it)"), ByError);
    for (int i = 0; i <= MostDecimals; ++i)
        m_decimals->addItem(i == 1 ? tr("1 decimal") : tr("%1 decimals").arg(i), i);
    m_bold->setObjectName(QStringLiteral("paperBold"));
    m_bold->setChecked(true);
    m_significance->setObjectName(QStringLiteral("paperSignificance"));
    m_significance->setChecked(true);
    m_significance->setToolTip(
        tr("Student's t-test of the best against the second best, two-sided, p < 0.05: paired "
           "where the seeds match, Welch's otherwise"));
    m_caption->setObjectName(QStringLiteral("paperCaption"));
    m_label->setObjectName(QStringLiteral("paperLabel"));
    m_label->setPlaceholderText(QStringLiteral("tab:results"));
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(metrics::Gap);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Format"), m_format);
    auto* columns = new QLabel(tr("&Columns"), box);
    columns->setBuddy(m_columns);
    form->addRow(columns);
    form->addRow(m_columns);
    auto* groups = new QLabel(tr("&Group by"), box);
    groups->setBuddy(m_groups);
    form->addRow(groups);
    form->addRow(m_groups);
    form->addRow(tr("See&d"), m_seed);
    form->addRow(tr("&Error"), m_error);
    form->addRow(tr("&Round"), m_decimals);
    form->addRow(m_bold);
    form->addRow(m_significance);
    form->addRow(tr("Ca&ption"), m_caption);
    form->addRow(tr("La&bel"), m_label);
    for (QComboBox* combo : {m_format, m_seed, m_error, m_decimals})
        connect(combo, &QComboBox::currentIndexChanged, this, &PaperTableDialog::refresh);
    for (QListWidget* list : {m_columns, m_groups})
        connect(list, &QListWidget::itemChanged, this, &PaperTableDialog::refresh);
    for (QCheckBox* check : {m_bold, m_significance})
        connect(check, &QCheckBox::toggled, this, &PaperTableDialog::refresh);
    for (QLineEdit* edit : {m_caption, m_label})
        connect(edit, &QLineEdit::textChanged, this, &PaperTableDialog::refresh);
    m_columns->setAccessibleName(tr("Columns"));
    m_groups->setAccessibleName(tr("Group by"));
    return box;
}

QWidget* PaperTableDialog::makePreview() {
    auto* box = new QWidget(this);
    m_preview->setObjectName(QStringLiteral("paperPreview"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setReadOnly(true);
    m_preview->setFont(monoFont(font()));
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setTabChangesFocus(true);
    m_note->setObjectName(QStringLiteral("paperNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, box);
    QPushButton* saveButton = buttons->addButton(tr("Sa&ve…"), QDialogButtonBox::ActionRole);
    saveButton->setObjectName(QStringLiteral("paperSave"));
    QPushButton* copyButton = buttons->addButton(tr("C&opy"), QDialogButtonBox::ActionRole);
    copyButton->setObjectName(QStringLiteral("paperCopy"));
    setPrimary(copyButton);
    copyButton->setDefault(true);
    connect(copyButton, &QPushButton::clicked, this, &PaperTableDialog::copy);
    connect(saveButton, &QPushButton::clicked, this, &PaperTableDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    return box;
}

void PaperTableDialog::fillLists() {
    for (std::size_t i = 0; i < m_data.columns.size(); ++i) {
        const ColumnKey& key = m_data.columns[i];
        const bool chosen =
            std::ranges::find(m_data.chosen, key) != m_data.chosen.end() && items::isMeasured(key);
        addItem(m_columns, items::toQString(items::plainName(key)), static_cast<int>(i), chosen);
    }
    const std::optional<std::string> seed = items::seedParam(m_data.params);
    m_seed->addItem(tr("none"));
    for (std::size_t i = 0; i < m_data.params.size(); ++i) {
        const std::string& name = m_data.params[i];
        const QString title = items::toQString(name);
        // Seeds are what is averaged over; all else that differs tells lines apart.
        const bool apart = seed && name != *seed && distinct(m_data, query::paramColumn(name)) > 1;
        addItem(m_groups, title, static_cast<int>(i), apart);
        m_seed->addItem(title, QVariant::fromValue<qulonglong>(i));
        if (seed && name == *seed)
            m_seed->setCurrentIndex(m_seed->count() - 1);
    }
    for (QListWidget* list : {m_columns, m_groups}) {
        if (list->count() > 0)
            list->setCurrentRow(0);
    }
}

void PaperTableDialog::restore() {
    const QJsonObject kept =
        QJsonDocument::fromJson(m_settings.value(Setting::PaperOptions).toByteArray()).object();
    if (kept.isEmpty())
        return;
    const auto choose = [&](QComboBox* combo, const char* name) {
        const int index = combo->findData(kept.value(QLatin1String(name)).toInt());
        if (index >= 0)
            combo->setCurrentIndex(index);
    };
    choose(m_format, "format");
    choose(m_error, "error");
    choose(m_decimals, "decimals");
    m_bold->setChecked(kept.value(QLatin1String("bold")).toBool(true));
    m_significance->setChecked(kept.value(QLatin1String("significance")).toBool(true));
}

void PaperTableDialog::remember() const {
    const QJsonObject kept{{QStringLiteral("format"), m_format->currentData().toInt()},
                           {QStringLiteral("error"), m_error->currentData().toInt()},
                           {QStringLiteral("decimals"), m_decimals->currentData().toInt()},
                           {QStringLiteral("bold"), m_bold->isChecked()},
                           {QStringLiteral("significance"), m_significance->isChecked()}};
    m_settings.setValue(Setting::PaperOptions, QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

bool PaperTableDialog::isScript() const {
    return m_format->currentData().toInt() == ScriptFormat;
}

PaperOptions PaperTableDialog::options() const {
    PaperOptions options;
    options.format = static_cast<PaperFormat>(std::max(0, m_format->currentData().toInt()));
    for (const std::size_t i : checkedOf(m_columns))
        options.columns.push_back(m_data.columns[i]);
    for (const std::size_t i : checkedOf(m_groups))
        options.groupBy.push_back(query::paramColumn(m_data.params[i]));
    if (m_seed->currentIndex() > 0)
        options.seed = query::paramColumn(m_data.params[m_seed->currentData().toULongLong()]);
    options.error = static_cast<PaperError>(m_error->currentData().toInt());
    if (const int decimals = m_decimals->currentData().toInt(); decimals != ByError)
        options.decimals = decimals;
    options.bold = m_bold->isChecked();
    options.significance = m_significance->isChecked();
    options.caption = m_caption->text().toStdString();
    options.label = m_label->text().toStdString();
    return options;
}

QString PaperTableDialog::text() const {
    if (isScript())
        return QString::fromStdString(items::pythonScript(m_data.source));
    const PaperOptions chosen = options();
    return QString::fromStdString(
        items::paperText(items::paperTable(*m_data.frame, m_data.rows, chosen), chosen));
}

void PaperTableDialog::refresh() {
    if (!m_ready)
        return;
    const int format = m_format->currentData().toInt();
    const bool table = format != ScriptFormat;
    const bool rounded = format == static_cast<int>(PaperFormat::Latex) ||
                         format == static_cast<int>(PaperFormat::Markdown);
    for (QWidget* widget : {static_cast<QWidget*>(m_columns), static_cast<QWidget*>(m_groups),
                            static_cast<QWidget*>(m_error)})
        widget->setEnabled(table);
    for (QWidget* widget : {static_cast<QWidget*>(m_decimals), static_cast<QWidget*>(m_bold),
                            static_cast<QWidget*>(m_significance), static_cast<QWidget*>(m_caption),
                            static_cast<QWidget*>(m_seed)})
        widget->setEnabled(rounded);
    m_label->setEnabled(format == static_cast<int>(PaperFormat::Latex));
    m_preview->setPlainText(text());
    if (!table) {
        m_note->setText(tr("The script fetches the runs of the table again with MLflow."));
        return;
    }
    const PaperTable made = items::paperTable(*m_data.frame, m_data.rows, options());
    m_note->setText(made.grouped ? tr("%1 in lines: %2; mean ± error over the runs of each")
                                       .arg(runCount(static_cast<qint64>(m_data.rows.size())),
                                            count(static_cast<qint64>(made.lines.size())))
                                 : tr("%1, each a line; group them to get mean ± error")
                                       .arg(runCount(static_cast<qint64>(m_data.rows.size()))));
}

void PaperTableDialog::copy() {
    QApplication::clipboard()->setText(text());
    remember();
    m_note->setText(tr("Copied."));
}

void PaperTableDialog::save() {
    const QString suffix = QLatin1String(suffixOf(m_format->currentData().toInt()));
    auto* dialog = new QFileDialog(this, tr("Save the table"));
    dialog->setObjectName(QStringLiteral("paperSaveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        QSaveFile out(file);
        const QByteArray bytes = text().toUtf8();
        const bool good =
            out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
        m_note->setText(good ? tr("Saved as %1").arg(file)
                             : describe({base::ErrorCode::WriteFailed,
                                         {file.toStdString(), out.errorString().toStdString()}}));
        if (good)
            remember();
    });
    dialog->open();
}

}  // namespace podium::views
