// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"

#include "views/charts/chartlegend.h"
#include "views/charts/chartparts.h"
#include "views/charts/expressionsource.h"
#include "views/charts/receiptlabel.h"
#include "views/plot/lineplot.h"
#include "views/text/text.h"
#include "views/text/words.h"
#include "views/theme/theme.h"

#include <QContextMenuEvent>
#include <QDateTime>
#include <QHash>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium::views {

namespace {

constexpr int LeastHeight = 220;

/// Tickets of all cards differ, so that a source may use them as keys.
quint64 nextTicket(const void* card, quint64 last) {
    return last == 0 ? reinterpret_cast<quintptr>(card) << 16 : last + 1;
}

QString xWords(series::XKind kind) {
    switch (kind) {
        case series::XKind::Step:
            return ChartCard::tr("step");
        case series::XKind::WallTime:
            return ChartCard::tr("wall time");
        case series::XKind::RelativeTime:
            return ChartCard::tr("relative time");
    }
    return {};
}

}  // namespace

ChartCard::ChartCard(ChartSource& source, const ChartState& state, QWidget* parent)
    : GridCard(oneLine(state.metric.toStdString()), parent),
      m_source(source),
      m_state(state),
      m_plot(new LinePlot(this)),
      m_legend(new ChartLegend(this)),
      m_receipt(new ReceiptLabel(this)),
      m_menuButton(new QToolButton(this)),
      m_menu(new QMenu(this)) {
    setMinimumHeight(LeastHeight);
    m_plot->setOptions(state.options);
    nameParts();
    m_receipt->setFont(smallFont(font()));
    m_receipt->setContentsMargins(10, 0, 10, 6);
    body()->addWidget(m_plot, 1);
    m_legend->setFont(smallFont(font()));
    m_legend->setVisible(state.legend);
    m_legend->setFolded(!state.legendUnfolded);
    body()->addWidget(m_legend);
    body()->addWidget(m_receipt);
    buildMenu();

    connect(m_plot, &LinePlot::rendered, this, [this] {
        // Another picture: what was proved is that of the one before.
        m_proof.clear();
        // It is this one that is asked about then.
        if (m_proving)
            prove();
        else
            updateReceipt();
        updateLegend();
    });
    connect(m_receipt, &ReceiptLabel::proofWanted, this, &ChartCard::prove);
    connect(m_plot, &LinePlot::verified, this, [this](const series::Verified& result) {
        m_proving = false;
        m_proof = result.differing == 0
                      ? tr("checked: %1 one by one, none of %2 pixel columns differs")
                            .arg(pointCount(static_cast<qint64>(result.points)),
                                 count(static_cast<qint64>(result.columns)))
                      : tr("checked: %1 of %2 pixel columns differ, please report this")
                            .arg(count(static_cast<qint64>(result.differing)),
                                 count(static_cast<qint64>(result.columns)));
        updateReceipt();
    });
    connect(m_plot, &LinePlot::lineClicked, this, &ChartCard::clicked);
    connect(m_plot, &LinePlot::lineHovered, m_legend, &ChartLegend::setHovered);
    connect(m_plot, &LinePlot::lineHovered, this, [this](qint64 runNo) {
        // A band is none of the other charts' lines.
        if (runNo >= 0)
            Q_EMIT hoveredRun(runNo);
    });
    connect(m_legend, &ChartLegend::entryHovered, m_plot, &LinePlot::setHovered);
    connect(m_legend, &ChartLegend::entryClicked, this, &ChartCard::clicked);
    connect(m_legend, &ChartLegend::foldedChanged, this, [this](bool folded) {
        m_state.legendUnfolded = !folded;
        Q_EMIT stateChanged();
    });
    connect(&source, &ChartSource::runsChanged, this, &ChartCard::reload);
    listenTo(source);
    makeExpression();
    updateNote();
    reload();
}

/// The names by which tests and screen readers find the parts.
void ChartCard::nameParts() {
    setObjectName(QStringLiteral("chartCard:") + m_state.metric);
    m_plot->setObjectName(QStringLiteral("chart:") + m_state.metric);
    m_plot->setAccessibleName(tr("Chart of %1").arg(m_state.metric));
    m_receipt->setObjectName(QStringLiteral("receipt:") + m_state.metric);
    m_menuButton->setObjectName(QStringLiteral("chartMenu:") + m_state.metric);
    m_menuButton->setAccessibleName(tr("Chart options of %1").arg(m_state.metric));
}

/// The source, and that of an expression, which asks it in turn.
void ChartCard::listenTo(ChartSource& source) {
    connect(&source, &ChartSource::metricChanged, this, [this](const QString& metric) {
        if (metric == m_state.metric || metric == m_state.options.xMetric)
            reload();
    });
    connect(&source, &ChartSource::loaded, this,
            [this](const QString&, quint64 ticket, const QVector<ChartLine>& lines) {
                if (ticket == m_ticket)
                    take(lines);
                else if (ticket == m_overTicket)
                    takeOver(lines);
            });
    connect(&source, &ChartSource::failed, this,
            [this](const QString&, quint64 ticket, const base::Error& error) {
                if (ticket == m_ticket || ticket == m_overTicket)
                    showFailure(error);
            });
}

void ChartCard::makeExpression() {
    delete m_expression;
    m_expression = nullptr;
    if (!m_state.expression)
        return;
    m_expression = new ExpressionSource(m_source, m_state.metric, m_state.carry, this);
    listenTo(*m_expression);
}

void ChartCard::setExpression(const QString& expression, bool carry) {
    if (!m_state.expression || (m_state.metric == expression && m_state.carry == carry))
        return;
    m_state.metric = expression;
    m_state.carry = carry;
    setTitle(oneLine(expression.toStdString()));
    nameParts();
    makeExpression();
    m_lines.clear();
    rebuild();
    reload();
    Q_EMIT stateChanged();
}

void ChartCard::setOptions(const PlotOptions& options) {
    if (options == m_state.options)
        return;
    const bool otherX = options.xMetric != m_state.options.xMetric;
    m_state.options = options;
    m_plot->setOptions(options);
    if (otherX) {
        m_over.clear();
        reload();
    }
    updateNote();
    updateReceipt();
    syncMenu();
    Q_EMIT stateChanged();
}

void ChartCard::reload() {
    m_ticket = nextTicket(this, std::max(m_ticket, m_overTicket));
    m_loading = true;
    ChartSource& source = m_expression != nullptr ? *m_expression : m_source;
    source.request(m_state.metric, m_ticket);
    if (!m_state.options.xMetric.isEmpty()) {
        m_overTicket = nextTicket(this, m_ticket);
        m_source.request(m_state.options.xMetric, m_overTicket);
    }
    updateReceipt();
}

void ChartCard::take(const QVector<ChartLine>& lines) {
    m_loading = false;
    m_failure.clear();
    m_lines = lines;
    rebuild();
}

void ChartCard::takeOver(const QVector<ChartLine>& lines) {
    m_over = lines;
    rebuild();
}

void ChartCard::rebuild() {
    QHash<qint64, std::shared_ptr<const series::Series>> over;
    if (!m_state.options.xMetric.isEmpty()) {
        for (const ChartLine& line : m_over)
            over.insert(line.runNo, line.series);
    }
    const QVector<ChartRun> runs = m_source.runs();
    QHash<qint64, const ChartRun*> byNo;
    for (const ChartRun& run : runs)
        byNo.insert(run.runNo, &run);
    std::vector<PlotLine> plotted;
    for (const ChartLine& line : m_lines) {
        const ChartRun* run = byNo.value(line.runNo);
        if (run != nullptr && line.series != nullptr && !line.series->empty())
            plotted.push_back({run->runNo, run->name, run->color, line.series, run->emphasised,
                               over.value(line.runNo), run->startTime, run->group});
    }
    m_plot->setLines(std::move(plotted));
    updateReceipt();
}

void ChartCard::showFailure(const base::Error& error) {
    m_loading = false;
    m_failure = describe(error);
    m_plot->setLines({});
    updateReceipt();
}

void ChartCard::updateNote() {
    const PlotOptions& options = m_state.options;
    QStringList parts{options.xMetric.isEmpty() ? xWords(options.x)
                                                : oneLine(options.xMetric.toStdString())};
    parts << (options.smooth().active()
                  ? tr("smoothed %1").arg(QString::number(options.smoothing, 'g', 3))
                  : tr("not smoothed"));
    parts << (options.logY ? tr("log") : tr("log off"));
    if (options.bands)
        parts << tr("groups");
    if (options.baseline != 0)
        parts << tr("difference");
    if (options.fixedX || options.fixedY)
        parts << tr("fixed range");
    setNote(parts.join(QStringLiteral(" · ")));
}

QString ChartCard::receiptText() const {
    return m_receipt->text();
}

void ChartCard::updateReceipt() {
    if (!m_failure.isEmpty()) {
        m_receipt->setText(m_failure);
        return;
    }
    const PlotReceipt receipt = m_plot->receipt();
    const bool anything = !m_plot->lines().empty() && receipt.counts.all > 0;
    m_receipt->setProvable(anything && receipt.exact);
    if (m_plot->lines().empty() || receipt.counts.all == 0) {
        m_receipt->setText(m_loading ? tr("Loading…")
                           : m_state.expression
                               ? tr("No shown run has all of these metrics at a step")
                               : tr("None of the shown runs has this metric"));
        updateDescription();
        return;
    }
    const series::Counts& counts = receipt.counts;
    const auto drawn = static_cast<qint64>(counts.drawn());
    const auto inView = static_cast<qint64>(receipt.inView);
    const QString exact = receipt.exact ? tr("extremes exact") : tr("drawing…");
    QStringList parts;
    parts << (inView == drawn
                  ? tr("%1, all seen, %2").arg(pointCount(drawn), exact)
                  : tr("%1 of %2 in view, %3").arg(count(inView), pointCount(drawn), exact));
    parts << partWords(m_lines, QDateTime::currentMSecsSinceEpoch());
    if (counts.nan > 0)
        parts << tr("%1 NaN").arg(count(static_cast<qint64>(counts.nan)));
    if (counts.plusInfinity > 0)
        parts << tr("%1 +∞").arg(count(static_cast<qint64>(counts.plusInfinity)));
    if (counts.minusInfinity > 0)
        parts << tr("%1 −∞").arg(count(static_cast<qint64>(counts.minusInfinity)));
    if (counts.notPositive > 0)
        parts << tr("%1 not above zero, not on a logarithmic axis")
                     .arg(count(static_cast<qint64>(counts.notPositive)));
    if (receipt.bands > 0)
        parts << settlePlural(tr("%n group(s)", nullptr, static_cast<int>(receipt.bands)),
                              receipt.bands);
    if (receipt.outside > 0)
        parts << tr("%1 beyond the y axis").arg(pointCount(static_cast<qint64>(receipt.outside)));
    if (receipt.unplaced > 0)
        parts << tr("%1 without a place on the x axis")
                     .arg(pointCount(static_cast<qint64>(receipt.unplaced)));
    if (!m_proof.isEmpty())
        parts << m_proof;
    m_receipt->setText(parts.join(QStringLiteral(" · ")));
    updateDescription();
}

void ChartCard::prove() {
    m_proving = true;
    m_proof = tr("checking every point…");
    updateReceipt();
    m_plot->verify();
}

/// With bands the legend names the groups; otherwise the runs.
void ChartCard::updateLegend() {
    if (!m_state.legend)
        return;
    QVector<ChartLegend::Entry> entries;
    for (const PlotLegendEntry& entry : m_plot->legend())
        entries.append({entry.id, entry.name.isEmpty() ? tr("no group") : entry.name, entry.color});
    m_legend->setEntries(entries);
}

/// A band stands for its runs.
void ChartCard::clicked(qint64 id) {
    const QVector<qint64> runs = m_plot->idsOf(id);
    if (!runs.isEmpty())
        Q_EMIT runsClicked(runs);
}

void ChartCard::updateDescription() {
    const series::Range x = m_plot->xRange();
    const series::Range y = m_plot->yRange();
    const auto lines = static_cast<qint64>(m_plot->lines().size());
    QString span = tr("from %1 to %2").arg(compactNumber(x.low), compactNumber(x.high));
    if (m_state.options.x == series::XKind::WallTime)
        span =
            tr("from %1 to %2")
                .arg(timestamp(static_cast<qint64>(x.low)), timestamp(static_cast<qint64>(x.high)));
    else if (m_state.options.x == series::XKind::RelativeTime)
        span = tr("over %1").arg(duration(static_cast<qint64>(x.high - x.low)));
    m_plot->setAccessibleDescription(
        lines == 0 ? m_receipt->text()
                   : tr("%1 by %2 %3; %4; values shown from %5 to %6; %7")
                         .arg(m_state.metric, xWords(m_state.options.x), span, runCount(lines),
                              compactNumber(y.low), compactNumber(y.high), m_receipt->text()));
}

void ChartCard::contextMenuEvent(QContextMenuEvent* event) {
    syncMenu();
    m_menu->popup(event->globalPos());
    event->accept();
}

void ChartCard::changeEvent(QEvent* event) {
    GridCard::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_receipt != nullptr) {
        m_receipt->setFont(smallFont(font()));
        m_legend->setFont(smallFont(font()));
    }
}

}  // namespace podium::views
