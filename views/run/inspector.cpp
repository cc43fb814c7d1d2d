// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/run/inspector.h"

#include "session/tagrules.h"
#include "views/run/editmarks.h"
#include "views/run/notespage.h"
#include "views/run/overflowtabs.h"
#include "views/run/runeditor.h"
#include "views/run/runfacts.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/keyvaluetable.h"
#include "views/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using query::Reduction;

namespace {

constexpr int KeyRoom = 110;
constexpr int ValueRoom = 70;  // the least that a value column needs
constexpr int FewestRuns = 2;
constexpr int RowsWithoutFilter = 12;

qsizetype rowsOf(const QVector<KeyValueGroup>& groups) {
    qsizetype rows = 0;
    for (const KeyValueGroup& group : groups)
        rows += group.rows.size();
    return rows;
}

}  // namespace

Inspector::Inspector(base::Clock clock, QWidget* parent)
    : QWidget(parent),
      m_clock(std::move(clock)),
      m_runs(std::make_shared<session::InspectedRuns>()),
      m_messages(new MessageBar(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_tabs(new OverflowTabs(this)),
      m_reduction(new QComboBox(this)),
      m_systemTags(new QCheckBox(this)),
      m_artifacts(new QWidget(this)),
      m_notes(new NotesPage(this)),
      m_editor(new RunEditor(this)),
      m_addTag(new QToolButton(this)),
      m_edits(new QWidget(this)),
      m_editsIcon(new QLabel(m_edits)),
      m_editsText(new QLabel(m_edits)) {
    setObjectName(QStringLiteral("inspector"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_messages->hide();
    m_empty->setContent(QStringLiteral("panel-right"), tr("No run is selected"),
                        tr("Select a run to see its params, metrics and artifacts, or several to "
                           "compare them."));
    makeTabs();
    m_editsText->setObjectName(QStringLiteral("inspectorEdits"));
    m_editsText->setTextFormat(Qt::PlainText);
    m_editsText->setWordWrap(true);
    auto* edits = new QHBoxLayout(m_edits);
    edits->setContentsMargins(metrics::Gap, metrics::Unit, metrics::Gap, metrics::Unit);
    edits->setSpacing(metrics::Gap);
    edits->addWidget(m_editsIcon, 0, Qt::AlignTop);
    edits->addWidget(m_editsText, 1);
    m_edits->hide();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_tabs);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_edits);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Inspector::tabChanged);
}

void Inspector::makeTabs() {
    m_tabs->setObjectName(QStringLiteral("inspectorTabs"));
    m_tabs->setAccessibleName(tr("About the selected runs"));
    m_reduction->setObjectName(QStringLiteral("inspectorReduction"));
    m_reduction->setAccessibleName(tr("Value of each metric"));
    m_reduction->addItem(tr("Last value"), static_cast<int>(Reduction::Last));
    m_reduction->addItem(tr("Minimum"), static_cast<int>(Reduction::Min));
    m_reduction->addItem(tr("Maximum"), static_cast<int>(Reduction::Max));
    m_reduction->addItem(tr("Mean"), static_cast<int>(Reduction::Mean));
    connect(m_reduction, &QComboBox::currentIndexChanged, this, &Inspector::fillMetrics);
    m_systemTags->setObjectName(QStringLiteral("inspectorSystemTags"));
    m_systemTags->setText(tr("Show MLflow's own tags"));
    connect(m_systemTags, &QCheckBox::toggled, this, &Inspector::fillTags);
    m_overview = makePage(QStringLiteral("overview"), tr("Overview"), nullptr);
    m_params = makePage(QStringLiteral("params"), tr("Params"), nullptr);
    m_metrics = makePage(QStringLiteral("metrics"), tr("Metrics"), m_reduction);
    makeTags();
    m_metrics.table->header()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    addPage(m_overview, tr("Overview"));
    addPage(m_params, tr("Params"));
    addPage(m_metrics, tr("Metrics"));
    auto* artifactsLayout = new QVBoxLayout(m_artifacts);
    artifactsLayout->setContentsMargins(0, 0, 0, 0);
    m_tabs->addTab(m_artifacts, tr("Artifacts"));
    addPage(m_tags, tr("Tags"));
    m_tabs->addTab(m_notes, tr("Notes"));
    connect(m_notes, &NotesPage::notesEdited, m_editor,
            [this](qint64 run, const QString& markdown, const QString& before) {
                m_editor->setNotes(base::RunNo{run}, markdown, before);
            });
}

void Inspector::makeTags() {
    auto* tools = new QWidget(this);
    m_addTag->setObjectName(QStringLiteral("inspectorAddTag"));
    m_addTag->setIcon(icon(u"plus"));
    m_addTag->setText(tr("Add tag"));
    m_addTag->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_addTag, &QToolButton::clicked, m_editor, &RunEditor::addTag);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_systemTags, 1);
    row->addWidget(m_addTag);
    m_tags = makePage(QStringLiteral("tags"), tr("Tags"), tools);
    m_tags.table->setAddable(true);
    connect(m_tags.table, &KeyValueTable::addRequested, m_editor, &RunEditor::addTag);
    connect(m_tags.table, &KeyValueTable::editRequested, m_editor, &RunEditor::editTag);
    connect(m_tags.table, &KeyValueTable::valueEdited, m_editor, &RunEditor::changeTag);
    connect(m_tags.table, &KeyValueTable::deleteRequested, m_editor, &RunEditor::deleteTags);
}

Inspector::Page Inspector::makePage(const QString& name, const QString& title, QWidget* extra) {
    Page page;
    page.widget = new QWidget(this);
    page.filter = new QLineEdit(page.widget);
    page.filter->setObjectName(QStringLiteral("inspectorFilter_") + name);
    page.filter->setAccessibleName(tr("Search in %1").arg(title));
    page.filter->setPlaceholderText(tr("Search"));
    page.filter->setClearButtonEnabled(true);
    page.filter->addAction(icon(u"search"), QLineEdit::LeadingPosition);
    page.table = new KeyValueTable(page.widget);
    page.table->setObjectName(QStringLiteral("inspectorTable_") + name);
    page.table->setAccessibleName(title);
    connect(page.filter, &QLineEdit::textChanged, page.table, &KeyValueTable::setFilter);
    connect(page.table, &KeyValueTable::linkActivated, this, &Inspector::linkActivated);
    auto* tools = new QVBoxLayout;
    tools->setContentsMargins(metrics::Gap, metrics::Gap, metrics::Gap, 0);
    tools->setSpacing(metrics::Gap);
    tools->addWidget(page.filter);
    if (extra != nullptr)
        tools->addWidget(extra);
    auto* layout = new QVBoxLayout(page.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::Unit);
    layout->addLayout(tools);
    layout->addWidget(page.table, 1);
    return page;
}

void Inspector::addPage(const Page& page, const QString& title) {
    m_tabs->addTab(page.widget, title);
}

void Inspector::setArtifactsView(QWidget* artifacts) {
    m_artifacts->layout()->addWidget(artifacts);
}

void Inspector::showError(const base::Error& error) {
    m_messages->showError(error);
}

void Inspector::showTab(Tab tab) {
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

Inspector::Tab Inspector::currentTab() const {
    return static_cast<Tab>(m_tabs->currentIndex());
}

void Inspector::setRuns(Runs runs) {
    // What is being written is of a run that the editor still has.
    m_notes->leave(runs && !runs->runs.empty() ? runs->runs.front().runNo.value : 0);
    m_runs = runs ? std::move(runs) : std::make_shared<session::InspectedRuns>();
    m_editor->setRuns(m_runs);
    m_addTag->setEnabled(m_editor->canEdit());
    showEdits();
    fill();
}

int Inspector::mostRuns() const {
    return std::max(FewestRuns, (width() - KeyRoom) / ValueRoom);
}

void Inspector::setFilterVisible(const Page& page, qsizetype rows) {
    // A filter in use stays, or what it hides could not be brought back.
    page.filter->setVisible(rows > RowsWithoutFilter || !page.filter->text().isEmpty());
}

void Inspector::fill() {
    if (m_runs->runs.empty()) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_tabs);
    m_filledRuns = mostRuns();
    const QVector<KeyValueGroup> overview = overviewGroups(*m_runs, m_clock());
    setFilterVisible(m_overview, 0);
    m_overview.table->setGroups(overview);
    const QVector<KeyValueGroup> params = paramGroups(*m_runs, m_filledRuns);
    setFilterVisible(m_params, rowsOf(params));
    m_params.table->setGroups(params);
    fillMetrics();
    fillTags();
    fillNotes();
}

void Inspector::fillNotes() {
    const cache::RunDetails& first = m_runs->runs.front();
    const std::string* notes = domain::find(first.run.tags, session::NoteTag);
    m_notes->setNotes(first.runNo.value,
                      notes != nullptr ? QString::fromStdString(*notes) : QString(),
                      m_editor->isSingle());
}

/// What was decided and where it is: above all tabs, as it may be of any of them.
void Inspector::showEdits() {
    QString iconName;
    const QString line = editsLine(*m_runs, iconName);
    m_edits->setVisible(!line.isEmpty());
    m_editsText->setText(line);
    m_editsText->setAccessibleName(line);
    if (!line.isEmpty())
        m_editsIcon->setPixmap(
            iconPixmap(iconName, colors(palette()).warn, metrics::Icon, devicePixelRatioF()));
}

void Inspector::editNotes() {
    if (!m_editor->isSingle())
        return;
    showTab(Tab::Notes);
    m_notes->edit();
}

void Inspector::deleteTags() {
    showTab(Tab::Tags);
    m_tags.table->setFocus();
    m_tags.table->deleteSelected();
}

void Inspector::fillMetrics() {
    if (m_runs->runs.empty())
        return;
    const auto reduction = static_cast<Reduction>(m_reduction->currentData().toInt());
    const QVector<KeyValueGroup> groups = metricGroups(*m_runs, mostRuns(), reduction);
    m_reduction->setVisible(m_runs->runs.size() > 1);
    setFilterVisible(m_metrics, rowsOf(groups));
    m_metrics.table->setColumnTitles(metricTitles(*m_runs, mostRuns()));
    m_metrics.table->setGroups(groups);
}

void Inspector::fillTags() {
    if (m_runs->runs.empty())
        return;
    const QVector<KeyValueGroup> groups = tagGroups(*m_runs, mostRuns(), m_systemTags->isChecked());
    m_systemTags->setVisible(systemTagCount(*m_runs) > 0);
    setFilterVisible(m_tags, rowsOf(groups));
    m_tags.table->setGroups(groups);
}

void Inspector::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_runs->runs.size() > 1 && mostRuns() != m_filledRuns)
        fill();
}

void Inspector::linkActivated(const QString& link) {
    const QStringView prefix(RunLink);
    if (link.startsWith(prefix) && !m_runs->runs.empty())
        Q_EMIT runRequested(m_runs->runs.front().sourceNo, link.mid(prefix.size()));
}

}  // namespace podium::views
