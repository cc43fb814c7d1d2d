// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/expressionsource.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <algorithm>

namespace podium::views {

namespace {

using Histories = std::vector<std::shared_ptr<const series::Series>>;

/// A run, and what its metrics have in the order of the formula.
struct RunParts {
    ChartLine line;  // what is to be said of it: the worst of the parts
    Histories histories;
};

void join(ChartLine& line, const ChartLine& part) {
    line.part = std::max(line.part, part.part);
    line.outdated = line.outdated || part.outdated;
    line.fetching = line.fetching || part.fetching;
    line.offline = line.offline || part.offline;
    if (part.asOf && (!line.asOf || *part.asOf < *line.asOf))
        line.asOf = part.asOf;
    if (part.failure && !line.failure)
        line.failure = part.failure;
}

std::vector<RunParts> byRun(const QVector<ChartRun>& runs,
                            const std::vector<std::optional<QVector<ChartLine>>>& parts) {
    std::vector<RunParts> result;
    for (const ChartRun& run : runs) {
        RunParts one{{run.runNo, nullptr}, Histories(parts.size())};
        for (std::size_t i = 0; i < parts.size(); ++i) {
            for (const ChartLine& line : *parts[i]) {
                if (line.runNo != run.runNo)
                    continue;
                join(one.line, line);
                one.histories[i] = line.series;
            }
        }
        result.push_back(std::move(one));
    }
    return result;
}

}  // namespace

ExpressionSource::ExpressionSource(ChartSource& source, const QString& expression, bool carry,
                                   QObject* parent)
    : ChartSource(parent),
      m_source(source),
      m_expression(expression),
      m_join(carry ? series::JoinKind::CarryForward : series::JoinKind::SameStep),
      m_formula(analysis::parseSeriesFormula(expression.toStdString())),
      m_nextPart(reinterpret_cast<quintptr>(this) << 16) {
    connect(&source, &ChartSource::loaded, this,
            [this](const QString&, quint64 ticket, const QVector<ChartLine>& lines) {
                take(ticket, lines);
            });
    connect(&source, &ChartSource::failed, this,
            [this](const QString&, quint64 part, const base::Error& error) {
                if (m_ticket == 0 || part < m_firstPart || part >= m_firstPart + m_parts.size())
                    return;
                Q_EMIT failed(m_expression, std::exchange(m_ticket, 0), error);
            });
    connect(&source, &ChartSource::metricChanged, this, [this](const QString& metric) {
        if (m_formula.ok() &&
            std::ranges::count(m_formula.value().metrics(), metric.toStdString()) > 0)
            Q_EMIT metricChanged(m_expression);
    });
}

ExpressionSource::~ExpressionSource() {
    m_stop.request_stop();
}

void ExpressionSource::request(const QString&, quint64 ticket) {
    m_stop.request_stop();
    m_ticket = ticket;
    if (!m_formula.ok()) {
        // Later, as all answers are.
        QMetaObject::invokeMethod(
            this,
            [this, ticket] {
                if (ticket == m_ticket)
                    Q_EMIT failed(m_expression, std::exchange(m_ticket, 0), m_formula.error());
            },
            Qt::QueuedConnection);
        return;
    }
    const std::vector<std::string>& metrics = m_formula.value().metrics();
    m_parts.assign(metrics.size(), std::nullopt);
    m_firstPart = m_nextPart;
    m_nextPart += metrics.size();
    for (std::size_t i = 0; i < metrics.size(); ++i)
        m_source.request(QString::fromStdString(metrics[i]), m_firstPart + i);
}

void ExpressionSource::take(quint64 part, const QVector<ChartLine>& lines) {
    if (m_ticket == 0 || part < m_firstPart || part >= m_firstPart + m_parts.size())
        return;
    m_parts[part - m_firstPart] = lines;
    if (std::ranges::all_of(m_parts, [](const auto& one) { return one.has_value(); }))
        compute();
}

void ExpressionSource::compute() {
    m_stop = std::stop_source();
    auto* watcher = new QFutureWatcher<QVector<ChartLine>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, ticket = m_ticket] {
        watcher->deleteLater();
        if (ticket == m_ticket)
            Q_EMIT loaded(m_expression, std::exchange(m_ticket, 0), watcher->result());
    });
    watcher->setFuture(
        QtConcurrent::run([runs = byRun(m_source.runs(), m_parts), formula = m_formula.value(),
                           join = m_join, stop = m_stop.get_token()] {
            QVector<ChartLine> lines;
            for (const RunParts& run : runs) {
                if (stop.stop_requested())
                    break;
                analysis::SeriesFormula::Computed computed =
                    formula.evaluate(run.histories, join, stop);
                ChartLine line = run.line;
                line.series = std::move(computed.series);
                line.unpaired = computed.unpaired;
                lines.append(line);
            }
            return lines;
        }));
}

}  // namespace podium::views
