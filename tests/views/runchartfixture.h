// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/runchartsource.h"
#include "views/figure/figure.h"
#include "views/figure/runplot.h"

#include <QTest>

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Runs of a table made by a test, for charts of runs.
namespace podium::views {

using Texts = std::vector<std::optional<std::string>>;
using Numbers = std::vector<std::optional<double>>;

inline query::ColumnKey param(const char* name) {
    return query::paramColumn(name);
}
inline query::ColumnKey metric(const char* name) {
    return query::metricColumn(name);
}

/// A table whose columns are there at once, or only when they are wanted.
class FakeRuns : public RunChartSource {
public:
    std::shared_ptr<const RunSet> runs() const override { return m_set; }
    const std::vector<query::ColumnKey>& columns() const override { return offered; }
    QVector<qint64> selected() const override { return chosen; }
    void want(const std::vector<query::ColumnKey>& columns) override { wanted = columns; }

    explicit FakeRuns(std::size_t runs = 0) : m_runs(runs) {
        Texts names;
        Texts ids;
        for (std::size_t i = 0; i < runs; ++i) {
            names.push_back("run " + std::to_string(i));
            ids.push_back("id" + std::to_string(i));
        }
        setTexts(query::attributeColumn(query::Attribute::RunName), names);
        setTexts(query::attributeColumn(query::Attribute::RunId), ids);
        build();
    }

    void setTexts(const query::ColumnKey& key, const Texts& texts) {
        query::TextColumnBuilder builder(m_runs);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (texts[i])
                builder.set(i, *texts[i]);
        }
        m_columns[key] = std::make_shared<const query::Column>(builder.take());
    }
    void setNumbers(const query::ColumnKey& key, const Numbers& numbers) {
        query::NumberColumn column{std::vector<double>(m_runs), query::Bitmap(m_runs)};
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (!numbers[i])
                continue;
            column.values[i] = *numbers[i];
            column.present.set(i);
        }
        m_columns[key] = std::make_shared<const query::Column>(std::move(column));
    }

    /// Takes over what was set; runs have the numbers 100, 101 ...
    void build() {
        std::vector<base::RunNo> numbers;
        for (std::size_t i = 0; i < m_runs; ++i)
            numbers.push_back(base::RunNo{static_cast<std::int64_t>(100 + i)});
        auto frame = std::make_shared<query::Frame>(numbers);
        for (const auto& [key, column] : m_columns)
            frame->set(key, column);
        auto set = std::make_shared<RunSet>();
        set->frame = frame;
        for (std::size_t i = 0; i < m_runs; ++i) {
            set->rows.push_back(static_cast<std::uint32_t>(i));
            set->colorSlots.push_back(static_cast<int>(i % 12));
        }
        set->groups = groups;
        set->groupNames = groupNames;
        set->hidden = hidden;
        m_set = set;
        Q_EMIT runsChanged();
    }

    std::vector<query::ColumnKey> offered;
    QVector<qint64> chosen;
    std::vector<query::ColumnKey> wanted;
    std::vector<std::uint32_t> groups;
    QStringList groupNames;
    std::size_t hidden = 0;

private:
    std::size_t m_runs;
    std::map<query::ColumnKey, std::shared_ptr<const query::Column>> m_columns;
    std::shared_ptr<const RunSet> m_set = std::make_shared<const RunSet>();
};

/// The rows of a figure as text, cells parted by "|".
inline QStringList drawn(const Figure& figure) {
    QStringList rows{figure.heads().join(QLatin1Char('|'))};
    for (int row = 0; row < figure.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < figure.heads().size(); ++column) {
            const QVariant value = figure.cell(row, column);
            cells << (value.typeId() == QMetaType::Double
                          ? QString::number(value.toDouble(), 'g', 6)
                          : value.toString());
        }
        rows << cells.join(QLatin1Char('|'));
    }
    return rows;
}

/// A figure as a chart would make it, without a chart.
inline std::shared_ptr<const Figure> made(const FakeRuns& runs, const FigureOptions& options) {
    return makeFigure(runs.runs(), options);
}

/// Counts are written with narrow spaces that do not break; here they are blanks.
inline QString plainSpaces(QString text) {
    return text.replace(QChar(0x202f), QLatin1Char(' '));
}

}  // namespace podium::views
