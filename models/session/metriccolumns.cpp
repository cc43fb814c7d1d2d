// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/metriccolumns.h"

#include "session/rowfinder.h"

#include <algorithm>
#include <cmath>

namespace podium::session {

using base::ExperimentNo;
using base::Result;
using base::RunNo;
using query::Attribute;
using query::Bitmap;
using query::Column;
using query::ColumnKey;

namespace {

double reduced(const series::Reductions& reductions, query::Reduction which,
               query::Direction direction) {
    switch (which) {
        case query::Reduction::Best:
            return direction == query::Direction::Lower ? reductions.min : reductions.max;
        case query::Reduction::Last:
            return reductions.last.value;
        case query::Reduction::Min:
            return reductions.min;
        case query::Reduction::Max:
            return reductions.max;
        case query::Reduction::Mean:
            return reductions.mean;
        case query::Reduction::First:
            return reductions.first;
        case query::Reduction::Count:
            return static_cast<double>(reductions.count);
        default:
            break;
    }
    return std::nan("");
}

/// The numbers of a metric's spellings, the first that a run has counts.
using Spellings = std::vector<std::uint32_t>;

Result<Spellings> spellingsOf(cache::Reader& reader, const MetricRules& rules,
                              const std::string& metric) {
    Spellings numbers;
    for (const std::string& name : rules.spellings(metric)) {
        Result<std::uint32_t> number = reader.nameNumber(name);
        PODIUM_TRY(Spellings, number);
        if (number.value() != 0)
            numbers.push_back(number.value());
    }
    return numbers;
}

/// A metric column while it is being filled.
struct MetricColumn {
    ColumnKey key;
    Spellings spellings;
    Spellings best;  // of the metric whose best decides
    query::Direction direction = query::Direction::Unknown;
    query::Direction bestDirection = query::Direction::Unknown;
    query::NumberColumn values;

    void set(std::size_t row, double value) {
        values.values[row] = value;
        values.present.set(row);
    }
};

struct FoundMetric {
    std::uint32_t name = 0;
    std::string_view bytes;
    series::Reductions reductions;
};

std::optional<FoundMetric> metricOf(std::uint32_t name, std::optional<std::string_view> bytes) {
    const auto reductions = bytes ? cache::decodeReductions(*bytes) : std::nullopt;
    if (!reductions)
        return std::nullopt;
    return FoundMetric{name, *bytes, *reductions};
}

std::optional<FoundMetric> findMetric(const cache::BlobView& view, const Spellings& spellings) {
    for (const std::uint32_t name : spellings) {
        if (const auto found = metricOf(name, view.find(name)))
            return found;
    }
    return std::nullopt;
}

/// A number that has to be read from a history, once the pass over the runs is done: a reader does
/// one thing at a time.
struct OpenQuestion {
    std::size_t column = 0;
    std::size_t row = 0;
    RunNo run;
    std::uint64_t stamp = 0;
    HistoryQuestion question;
};

series::Reach reachOf(query::Direction direction) {
    switch (direction) {
        case query::Direction::Lower:
            return series::Reach::AtMost;
        case query::Direction::Higher:
            return series::Reach::AtLeast;
        case query::Direction::Unknown:
            break;
    }
    return series::Reach::FromFirst;
}

/// Fills metric columns run by run.
class MetricFiller {
public:
    MetricFiller(cache::Reader& reader, const RunTable& table, const ColumnRules& rules)
        : m_reader(reader), m_table(table), m_rules(rules) {
        const Column* started = table.frame->column(query::attributeColumn(Attribute::StartTime));
        m_started = started != nullptr ? std::get_if<query::IntegerColumn>(started) : nullptr;
    }

    [[nodiscard]] Result<void> add(const ColumnKey& key) {
        const std::size_t rows = m_table.frame->rows();
        MetricColumn column{key, {},
                            {},  m_rules.metrics.direction(key.key),
                            {},  {std::vector<double>(rows), Bitmap(rows)}};
        Result<Spellings> spellings = spellingsOf(m_reader, m_rules.metrics, key.key);
        PODIUM_TRY(void, spellings);
        column.spellings = std::move(spellings).value();
        if (key.reduction == query::Reduction::AtBest) {
            Result<Spellings> best = spellingsOf(m_reader, m_rules.metrics, key.argument);
            PODIUM_TRY(void, best);
            column.best = std::move(best).value();
            column.bestDirection = m_rules.metrics.direction(key.argument);
        }
        const auto number = [](const MetricColumn& of) {
            return of.spellings.size() == 1 ? of.spellings.front() : 0;
        };
        const auto after = std::ranges::upper_bound(
            m_byNumber, number(column), {}, [&](std::size_t i) { return number(m_columns[i]); });
        m_byNumber.insert(after, m_columns.size());
        m_columns.push_back(std::move(column));
        return {};
    }

    void visit(std::size_t row, RunNo run, std::string_view packed) {
        const cache::BlobView view(packed);
        std::uint32_t next = 0;
        for (const std::size_t i : m_byNumber) {
            const Spellings& spellings = m_columns[i].spellings;
            visit(i, row, run, view,
                  spellings.size() == 1
                      ? metricOf(spellings.front(), view.findNext(spellings.front(), next))
                      : findMetric(view, spellings));
        }
    }

    [[nodiscard]] Result<void> readHistories(const std::stop_token& stop) {
        for (const OpenQuestion& open : m_open) {
            if (stop.stop_requested())
                return base::Cancelled{};
            Result<HistoryCache::Number> number = answer(m_reader, open.run, open.question);
            PODIUM_TRY(void, number);
            if (m_rules.histories)
                m_rules.histories->keep(open.question.column, open.run, open.stamp, number.value());
            if (number.value())
                m_columns[open.column].set(open.row, *number.value());
        }
        return {};
    }

    void take(query::Frame& frame) {
        for (MetricColumn& column : m_columns)
            frame.set(std::move(column.key),
                      std::make_shared<const Column>(std::move(column.values)));
    }

private:
    void visit(std::size_t i, std::size_t row, RunNo run, const cache::BlobView& view,
               const std::optional<FoundMetric>& found) {
        MetricColumn& column = m_columns[i];
        const query::Reduction reduction = column.key.reduction;
        // Of a history that was not read nothing but the latest value is known.
        if (!found || (found->reductions.count == 0 && reduction != query::Reduction::Last))
            return;
        if (query::needsHistory(reduction))
            return ask(i, row, run, view, *found);
        const bool unknown =
            reduction == query::Reduction::Best && column.direction == query::Direction::Unknown;
        if (!unknown)
            column.set(row, reduced(found->reductions, reduction, column.direction));
    }

    void ask(std::size_t i, std::size_t row, RunNo run, const cache::BlobView& view,
             const FoundMetric& found) {
        MetricColumn& column = m_columns[i];
        OpenQuestion open{
            i, row, run, 0, {column.key, found.name, {}, {}, reachOf(column.direction)}};
        if (m_started != nullptr && m_started->present.test(row))
            open.question.started = m_started->values[row];
        if (column.key.reduction == query::Reduction::AtBest) {
            const auto best = findMetric(view, column.best);
            if (!best || best->reductions.count == 0 ||
                column.bestDirection == query::Direction::Unknown)
                return;
            open.question.bestStep = column.bestDirection == query::Direction::Lower
                                         ? best->reductions.minStep
                                         : best->reductions.maxStep;
        }
        open.stamp = stampOf(open.question, found.bytes);
        const auto kept =
            m_rules.histories ? m_rules.histories->find(column.key, run, open.stamp) : std::nullopt;
        if (!kept)
            m_open.push_back(std::move(open));
        else if (*kept)
            column.set(row, **kept);
    }

    cache::Reader& m_reader;
    const RunTable& m_table;
    const ColumnRules& m_rules;
    const query::IntegerColumn* m_started = nullptr;
    std::vector<MetricColumn> m_columns;
    std::vector<std::size_t> m_byNumber;  // columns in the order in which a blob has them
    std::vector<OpenQuestion> m_open;
};

}  // namespace

Result<void> addMetrics(cache::Reader& reader, const RunTable& table, query::Frame& frame,
                        const std::vector<ColumnKey>& keys, const ColumnRules& rules,
                        const std::stop_token& stop) {
    MetricFiller filler(reader, table, rules);
    for (const ColumnKey& key : keys)
        PODIUM_TRY(void, filler.add(key));
    RowFinder finder(table);
    for (const ExperimentNo experiment : experimentsOf(table)) {
        Result<void> read =
            reader.metrics(experiment, stop, [&](RunNo run, std::string_view packed) {
                const std::size_t row = finder.find(run);
                if (row != SIZE_MAX)
                    filler.visit(row, run, packed);
            });
        PODIUM_TRY(void, read);
    }
    PODIUM_TRY(void, filler.readHistories(stop));
    filler.take(frame);
    return {};
}

}  // namespace podium::session
