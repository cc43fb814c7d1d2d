// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/seriesformula.h"
#include "views/charts/chartsource.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace podium::views {

/// A source of one metric only, which is computed from those of another source: asks that for the
/// histories of all metrics of an expression and joins them on a worker. Belongs to the card that
/// shows it and lives on the UI thread.
class ExpressionSource : public ChartSource {
    Q_OBJECT
public:
    /// `carry`: a metric without a value at a step has its last one. The source must outlive this.
    ExpressionSource(ChartSource& source, const QString& expression, bool carry, QObject* parent);
    ~ExpressionSource() override;

    [[nodiscard]] QStringList metricKeys() const override { return {m_expression}; }
    [[nodiscard]] QVector<ChartRun> runs() const override { return m_source.runs(); }
    /// Only the newest request is answered. The metric is the expression, whatever its name.
    void request(const QString& metric, quint64 ticket) override;

private:
    void take(quint64 part, const QVector<ChartLine>& lines);
    void compute();

    ChartSource& m_source;
    QString m_expression;
    series::JoinKind m_join;
    base::Result<analysis::SeriesFormula> m_formula;
    quint64 m_ticket = 0;     // of the newest request; 0: it was answered
    quint64 m_nextPart = 0;   // tickets at the other source; unique there, as it serves all cards
    quint64 m_firstPart = 0;  // of the newest request
    std::vector<std::optional<QVector<ChartLine>>> m_parts;  // one for each metric
    std::stop_source m_stop;
};

}  // namespace podium::views
