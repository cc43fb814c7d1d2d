// SPDX-License-Identifier: GPL-3.0-or-later
#include "wideframe.h"

#include "query/tree.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>

namespace podium::bench {

namespace {

using query::Attribute;
using query::ColumnKey;

class Maker {
public:
    explicit Maker(std::size_t rows) : m_rows(rows) {
        std::vector<base::RunNo> runs;
        for (std::size_t row = 0; row < rows; ++row)
            runs.push_back(base::RunNo{static_cast<std::int64_t>(row) + 1});
        m_made.frame = query::Frame(std::move(runs));
    }

    void attributes() {
        texts(query::attributeColumn(Attribute::RunId), [this](std::size_t) {
            std::array<char, 40> id{};
            std::snprintf(id.data(), id.size(), "%016llx%016llx",
                          static_cast<unsigned long long>(m_random()),
                          static_cast<unsigned long long>(m_random()));
            return std::string(id.data());
        });
        texts(query::attributeColumn(Attribute::RunName),
              [](std::size_t row) { return "hopeful-run-" + std::to_string(row); });
        texts(query::attributeColumn(Attribute::Status),
              [](std::size_t row) { return row % 17 == 0 ? "FAILED" : "FINISHED"; });
        query::IntegerColumn start{std::vector<std::int64_t>(m_rows), query::Bitmap(m_rows, true)};
        for (std::int64_t& value : start.values)
            value = static_cast<std::int64_t>(m_random() % 1'000'000'000);
        m_made.valueBytes += static_cast<std::int64_t>(8 * m_rows);
        set(query::attributeColumn(Attribute::StartTime), std::move(start));
    }

    void column(int number) {
        const std::string name = std::to_string(number);
        switch (number % 6) {
            case 0:
            case 1:
            case 2:
                return metric(query::metricColumn(number == 0 ? "loss" : "metric_" + name));
            case 3:
                return texts(
                    query::paramColumn(number == 3 ? "optimizer" : "param_" + name),
                    [this](std::size_t) { return "choice-" + std::to_string(m_random() % 500); });
            case 4:
                return texts(query::paramColumn(number == 4 ? "batch" : "param_" + name),
                             [this](std::size_t row) {
                                 return row % 7 == 2 ? std::string()
                                                     : std::to_string(1U << (m_random() % 12));
                             });
            default:
                return texts(query::tagColumn("tag_" + name), [this](std::size_t row) {
                    return row % 3 == 0 ? std::string()
                                        : "value-" + std::to_string(m_random() % 100);
                });
        }
    }

    [[nodiscard]] WideFrame take() { return std::move(m_made); }

private:
    void metric(const ColumnKey& key) {
        query::NumberColumn column{std::vector<double>(m_rows), query::Bitmap(m_rows)};
        for (std::size_t row = 0; row < m_rows; ++row) {
            column.values[row] = row % 20 == 0 ? std::nan("") : m_uniform(m_random);
            if (row % 10 == 3)
                continue;
            column.present.set(row);
            m_made.valueBytes += 8;
        }
        add(key, std::move(column));
    }

    /// "" is a missing value.
    template <typename Text>
    void texts(const ColumnKey& key, const Text& text) {
        query::TextColumnBuilder builder(m_rows);
        for (std::size_t row = 0; row < m_rows; ++row) {
            const std::string value = text(row);
            if (value.empty())
                continue;
            builder.set(row, value);
            m_made.valueBytes += static_cast<std::int64_t>(value.size());
        }
        if (key.kind == query::ColumnKind::Attribute)
            set(key, builder.take());
        else
            add(key, builder.take());
    }

    void add(const ColumnKey& key, query::Column column) {
        m_made.columns.push_back(key);
        set(key, std::move(column));
    }

    void set(const ColumnKey& key, query::Column column) {
        m_made.frame.set(key, std::make_shared<const query::Column>(std::move(column)));
    }

    std::size_t m_rows;
    std::mt19937_64 m_random{7};
    std::uniform_real_distribution<double> m_uniform{0, 1};
    WideFrame m_made;
};

}  // namespace

WideFrame makeWideFrame(int rows, int columns) {
    Maker maker(static_cast<std::size_t>(rows));
    maker.attributes();
    for (int i = 0; i < columns; ++i)
        maker.column(i);
    return maker.take();
}

std::shared_ptr<const session::RunsSnapshot> snapshotOf(session::RunTable table,
                                                        std::vector<ColumnKey> columns,
                                                        std::vector<query::OrderKey> order) {
    const query::Frame& frame = *table.frame;
    const query::Bitmap all(frame.rows(), true);
    auto snapshot = std::make_shared<session::RunsSnapshot>();
    snapshot->tree =
        query::RunTree(table.nesting, query::sortRows(frame, query::allRows(frame), order), all);
    snapshot->matching = frame.rows();
    snapshot->total = frame.rows();
    snapshot->columns = std::move(columns);
    snapshot->order = std::move(order);
    snapshot->table = std::move(table);
    return snapshot;
}

}  // namespace podium::bench
