// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/modelpane.h"

#include "items/cell.h"
#include "registry/policy.h"
#include "views/dialogs/picker.h"
#include "views/registry/boardview.h"
#include "views/registry/pendingbar.h"
#include "views/registry/registryeditor.h"
#include "views/registry/trendline.h"
#include "views/registry/versionpage.h"
#include "views/registry/versiontable.h"
#include "views/text/text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/emptystate.h"

#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace podium::views {

using items::BoardBy;
using session::ModelEntry;

namespace {

constexpr int LongestDescription = 300;

QToolButton* button(QWidget* parent, const QString& name, const QString& text, QStringView glyph) {
    auto* made = new QToolButton(parent);
    made->setObjectName(name);
    made->setText(text);
    made->setAccessibleName(text);
    made->setIcon(icon(glyph));
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

/// Keys of version tags that people may sort by.
std::set<std::string> laneTags(const ModelEntry& entry) {
    std::set<std::string> keys;
    for (const ModelEntry::Version& version : entry.versions) {
        for (const domain::Tag& tag : version.version.tags) {
            if (!tag.key.starts_with("mlflow.") && !tag.key.starts_with("approval."))
                keys.insert(tag.key);
        }
    }
    for (const registry::Lane& lane : registry::policyOf(entry.model.tags).policy.lanes)
        keys.insert(lane.tag);
    return keys;
}

}  // namespace

ModelPane::ModelPane(base::Clock clock, RegistryEditor& editor, QWidget* parent)
    : QWidget(parent),
      m_clock(clock),
      m_editor(editor),
      m_metrics(std::make_shared<const session::RunMetrics>()),
      m_title(new ElidedLabel(this)),
      m_facts(new ElidedLabel(this)),
      m_description(new QLabel(this)),
      m_trend(new TrendLine(this)),
      m_stack(new QStackedWidget(this)),
      m_table(new VersionTable(clock, this)),
      m_board(new BoardView(this)),
      m_pending(new PendingBar(this)),
      m_none(new EmptyState(this)),
      m_page(new VersionPage(clock, editor, this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName(QStringLiteral("modelTitle"));
    m_title->setFont(titleFont(font()));
    m_facts->setDim(true);
    m_description->setObjectName(QStringLiteral("modelDescription"));
    m_description->setTextFormat(Qt::PlainText);
    m_description->setWordWrap(true);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(metrics::Group, 12, metrics::Group, metrics::Gap);
    head->setSpacing(metrics::Unit);
    head->addWidget(m_title);
    head->addWidget(m_facts);
    head->addWidget(m_description);
    m_stack->setObjectName(QStringLiteral("versionViews"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_board);
    m_stack->addWidget(m_none);
    m_none->setContent(QStringLiteral("box"), tr("No versions yet"),
                       tr("This model has a name and nothing registered under it."));
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setObjectName(QStringLiteral("versionSplitter"));
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_stack);
    parts->addWidget(m_page);
    parts->setSizes({340, 300});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_pending->setObjectName(QStringLiteral("versionPending"));
    m_pending->hide();
    layout->addWidget(m_pending);
    layout->addLayout(head);
    layout->addWidget(makeBar());
    layout->addWidget(parts, 1);
    connect(m_table, &VersionTable::currentVersionChanged, this, &ModelPane::versionSelected);
    connect(m_board, &BoardView::currentVersionChanged, this, &ModelPane::versionSelected);
    connect(m_board, &BoardView::moveRequested, this, &ModelPane::move);
    connect(m_pending, &PendingBar::keepMineRequested, this, &ModelPane::keepMineRequested);
    connect(m_pending, &PendingBar::discardRequested, this, &ModelPane::discardRequested);
    connect(m_table, &VersionTable::versionActivated, this, &ModelPane::versionActivated);
    connect(m_board, &BoardView::versionActivated, this, &ModelPane::versionActivated);
    connect(m_table, &VersionTable::menuRequested, this, &ModelPane::menuRequested);
    connect(m_board, &BoardView::menuRequested, this, &ModelPane::menuRequested);
    showMetric();
}

QWidget* ModelPane::makeBar() {
    auto* bar = new QWidget(this);
    m_asTable = button(bar, QStringLiteral("versionsAsTable"), tr("Table"), u"table");
    m_asBoard = button(bar, QStringLiteral("versionsAsBoard"), tr("Board"), u"columns-3");
    auto* group = new QButtonGroup(bar);
    for (QToolButton* one : {m_asTable, m_asBoard}) {
        one->setCheckable(true);
        group->addButton(one);
    }
    m_asTable->setChecked(true);
    m_lanes = button(bar, QStringLiteral("boardLanes"), tr("Lanes"), u"group");
    m_lanes->setToolTip(tr("By what the versions are told apart"));
    m_lanes->setVisible(false);
    m_metricButton = button(bar, QStringLiteral("versionMetric"), tr("Metric"), u"chart-line");
    m_metricButton->setToolTip(tr("A metric of the source runs as a column and on the cards"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::Group, 0, metrics::Group, metrics::Gap);
    row->setSpacing(metrics::Gap);
    row->addWidget(m_asTable);
    row->addWidget(m_asBoard);
    row->addSpacing(metrics::Gap);
    row->addWidget(m_lanes);
    row->addWidget(m_metricButton);
    row->addWidget(m_trend);
    row->addStretch(1);
    connect(m_asBoard, &QToolButton::toggled, this, &ModelPane::setBoardShown);
    connect(m_lanes, &QToolButton::clicked, this, &ModelPane::chooseLanes);
    connect(m_metricButton, &QToolButton::clicked, this, &ModelPane::chooseMetric);
    return bar;
}

void ModelPane::setEntry(Entry entry) {
    m_entry = std::move(entry);
    m_editor.setEntry(m_entry);
    m_table->setEntry(m_entry);
    m_board->setEntry(m_entry);
    showLanes();
    showHead();
    showVersions();
    showMetric();
    versionSelected(m_table->currentVersion());
}

void ModelPane::setMetrics(std::shared_ptr<const session::RunMetrics> metrics) {
    m_metrics = std::move(metrics);
    showMetric();
}

const ModelEntry::Version* ModelPane::currentVersion() const {
    return VersionSubject{m_entry, m_version, {}}.find();
}

void ModelPane::setCurrentVersion(std::int64_t version) {
    m_table->setCurrentVersion(version);
}

void ModelPane::versionSelected(std::int64_t version) {
    m_version = version;
    m_editor.setVersion(version);
    m_table->setCurrentVersion(version);
    if (m_board->currentVersion() != version)
        m_board->setCurrentVersion(version);
    m_trend->setCurrent(version);
    m_pending->setDecision(m_entry ? items::shownDecision(*m_entry, version) : nullptr);
    m_page->setVersion(m_entry, version);
    Q_EMIT versionChanged();
}

void ModelPane::showHead() {
    m_title->setText(m_entry ? oneLine(m_entry->model.name) : QString());
    QStringList facts;
    if (m_entry) {
        facts = {versionCount(static_cast<qint64>(m_entry->versions.size())), m_entry->sourceTitle};
        if (m_entry->model.lastUpdateTime)
            facts.append(tr("changed %1").arg(ago(*m_entry->model.lastUpdateTime, m_clock())));
    }
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    const QString description = m_entry ? items::toQString(m_entry->model.description) : QString();
    m_description->setVisible(!description.isEmpty());
    m_description->setText(description.section(QLatin1Char('\n'), 0, 1).left(LongestDescription));
}

void ModelPane::showMetric() {
    items::SourceMetric metric{m_metric.toStdString(), {}};
    std::vector<std::pair<std::int64_t, double>> trend;
    if (m_entry && !m_metric.isEmpty()) {
        for (const ModelEntry::Version& version : m_entry->versions) {
            const auto run = m_metrics->last.find(version.runNo);
            if (run == m_metrics->last.end())
                continue;
            if (const auto value = run->second.find(metric.key); value != run->second.end()) {
                metric.values[version.runNo] = value->second;
                trend.emplace_back(version.version.version, value->second);
            }
        }
    }
    m_table->setMetric(metric);
    m_board->setMetric(metric);
    m_trend->setValues(m_metric, std::move(trend));
    const QString name = oneLine(m_metric.toStdString(), 40);
    m_metricButton->setText(m_metric.isEmpty() ? tr("Metric") : tr("Metric: %1").arg(name));
    m_metricButton->setAccessibleName(m_metricButton->text());
}

void ModelPane::setBoardShown(bool shown) {
    (shown ? m_asBoard : m_asTable)->setChecked(true);
    m_boardShown = shown;
    const std::int64_t version = m_version;
    const bool focused = m_stack->isAncestorOf(QApplication::focusWidget());
    showVersions();
    // The focus that a hidden view loses falls on the first lane, wherever the version is.
    setCurrentVersion(version);
    if (focused)
        focusVersions();
    m_lanes->setVisible(shown);
    Q_EMIT stateChanged();
}

void ModelPane::showVersions() {
    if (m_entry && m_entry->versions.empty())
        m_stack->setCurrentWidget(m_none);
    else
        m_stack->setCurrentWidget(m_boardShown ? static_cast<QWidget*>(m_board) : m_table);
}

const BoardBy& ModelPane::boardBy() const {
    return m_by;
}

void ModelPane::setBoardBy(const BoardBy& by) {
    m_by = by;
    showLanes();
    Q_EMIT stateChanged();
}

void ModelPane::showLanes() {
    const bool stageless = m_entry && m_entry->model.isPrompt();
    const BoardBy by = stageless && m_by.kind == BoardBy::Kind::Stage
                           ? BoardBy{BoardBy::Kind::Alias, {}, {}}
                           : m_by;
    m_board->setBy(by);
    const QString words = by.kind == BoardBy::Kind::Stage ? tr("Lanes: stages")
                          : by.kind == BoardBy::Kind::Alias
                              ? tr("Lanes: aliases")
                              : tr("Lanes: tag %1").arg(oneLine(by.tag, 40));
    m_lanes->setText(words);
    m_lanes->setAccessibleName(words);
}

void ModelPane::chooseLanes() {
    if (!isBoardShown())
        setBoardShown(true);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("lanesMenu"));
    menu->setAccessibleName(tr("Lanes"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString& text, const BoardBy& by) {
        QAction* action = menu->addAction(text, this, [this, by] { setBoardBy(by); });
        action->setCheckable(true);
        action->setChecked(by.kind == m_board->by().kind && by.tag == m_board->by().tag);
    };
    if (!m_entry || !m_entry->model.isPrompt())
        add(tr("&Stages"), {BoardBy::Kind::Stage, {}, {}});
    add(tr("&Aliases"), {BoardBy::Kind::Alias, {}, {}});
    const std::set<std::string> tags = m_entry ? laneTags(*m_entry) : std::set<std::string>();
    if (!tags.empty())
        menu->addSeparator();
    for (const std::string& tag : tags)
        add(tr("Tag %1").arg(oneLine(tag, 60).replace(QLatin1Char('&'), QLatin1String("&&"))),
            {BoardBy::Kind::Tag, tag, {}});
    menu->popup(m_lanes->mapToGlobal(QPoint(0, m_lanes->height())));
}

void ModelPane::setMetric(const QString& key) {
    m_metric = key;
    showMetric();
    Q_EMIT stateChanged();
}

void ModelPane::chooseMetric() {
    if (m_picker == nullptr) {
        m_picker =
            new Picker(QStringLiteral("versionMetricPicker"), Picker::Filtering::Here, window());
        m_picker->setPlaceholderText(tr("Choose a metric of the source runs"));
        m_picker->setEmptyText(tr("No metric has this name"));
        connect(m_picker, &Picker::picked, this,
                [this](const QVariant& key) { setMetric(key.toString()); });
    }
    QVector<PickerItem> items;
    if (!m_metric.isEmpty())
        items.append({tr("No metric"), {}, icon(u"x"), true, QString()});
    for (const std::string& key : m_metrics->keys)
        items.append({items::toQString(key), {}, {}, true, items::toQString(key)});
    m_picker->setItems(items);
    m_picker->open();
}

void ModelPane::focusVersions() {
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

/// What dropping a card comes to is shown before anything is decided, except for tags and what is
/// taken away: those Undo brings back as they were.
void ModelPane::move(qint64 version, const QString& from, const QString& to, bool rest) {
    m_table->setCurrentVersion(version);
    switch (m_board->by().kind) {
        case BoardBy::Kind::Stage:
            m_editor.moveToStage(to);
            break;
        case BoardBy::Kind::Alias:
            if (rest)
                m_editor.removeAlias(from);
            else
                m_editor.setAlias(to);
            break;
        case BoardBy::Kind::Tag: {
            const QString tag = items::toQString(m_board->by().tag);
            if (rest)
                m_editor.deleteTags({tag}, false);
            else
                m_editor.setTag(tag, to, false);
            break;
        }
    }
}

}  // namespace podium::views
