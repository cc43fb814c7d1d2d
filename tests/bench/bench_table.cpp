// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"
#include "query/grouping.h"
#include "query/sort.h"
#include "views/runs/runtable.h"
#include "wideframe.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace podium::bench {

using nlohmann::json;

namespace {

/// The bare thing: an index sorted by an array of doubles without NaN, missing values or ties.
double indexSort(int rows) {
    std::mt19937_64 random(8);
    std::uniform_real_distribution<double> uniform(0, 1);
    std::vector<double> values(static_cast<std::size_t>(rows));
    for (double& value : values)
        value = uniform(random);
    std::vector<std::uint32_t> index(values.size());
    std::iota(index.begin(), index.end(), 0U);
    return timed([&] {
        std::ranges::sort(index,
                          [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
    });
}

/// A fast sort of nothing would look good.
void checkOrder(const query::Frame& frame, const std::vector<std::uint32_t>& rows,
                const query::ColumnKey& key) {
    if (rows.size() != frame.rows())
        fail("rows are missing");
    const auto falls = [&](auto&& value, auto&& comparable) {
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (comparable(rows[i - 1]) && comparable(rows[i]) &&
                value(rows[i - 1]) < value(rows[i]))
                fail("the rows are not in order");
        }
    };
    const query::Column& column = *frame.column(key);
    if (const auto* numbers = std::get_if<query::NumberColumn>(&column))
        falls([&](std::uint32_t row) { return numbers->values[row]; },
              [&](std::uint32_t row) {
                  return numbers->present.test(row) && !std::isnan(numbers->values[row]);
              });
    else if (const auto* whole = std::get_if<query::IntegerColumn>(&column))
        falls([&](std::uint32_t row) { return whole->values[row]; },
              [&](std::uint32_t row) { return whole->present.test(row); });
    else if (const auto* texts = std::get_if<query::TextColumn>(&column);
             key == query::paramColumn("batch"))
        falls([&](std::uint32_t row) { return std::stol(texts->text(row)); },
              [&](std::uint32_t row) { return texts->has(row); });
    else if (texts != nullptr)
        falls([&](std::uint32_t row) -> const std::string& { return texts->text(row); },
              [&](std::uint32_t row) { return texts->has(row); });
}

/// What the values take in memory, beside what they are.
json memoryOf(const WideFrame& wide, std::int64_t bytes) {
    return {{"bytes", bytes},
            {"value_bytes", wide.valueBytes},
            {"ratio", static_cast<double>(bytes) / static_cast<double>(wide.valueBytes)}};
}

constexpr int RowsOnScreen = 30;
constexpr int CellsInRow = 14;

/// The bare thing: a screen of short texts, painted one by one.
double paintTexts(const QSize& size) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    const QStringList texts = {QStringLiteral("0.1234"), QStringLiteral("choice-12"),
                               QStringLiteral("4096"), QStringLiteral("value-7")};
    return timed([&] {
        image.fill(Qt::white);
        for (int row = 0; row < RowsOnScreen; ++row) {
            for (int cell = 0; cell < CellsInRow; ++cell)
                painter.drawText(QRect(cell * 110, row * 28, 110, 28), Qt::AlignVCenter,
                                 texts[(row + cell) % 4]);
        }
    });
}

/// The table's own widget with the whole frame.
class Screen {
public:
    Screen(const WideFrame& wide, const Options& options) : m_columns(wide.columns) {
        m_table.frame = std::make_shared<const query::Frame>(wide.frame);
        m_table.nesting = query::Nesting(wide.frame);
        m_view.resize(options.width, options.height);
        m_view.setSnapshot(snapshotOf(m_table, m_columns));
        m_view.show();
        settle();
    }

    /// From the click on a head to rows in their new order on the screen, in one thread.
    [[nodiscard]] double sort(const query::ColumnKey& column, bool descending) {
        return timed([&] {
            m_view.setSnapshot(snapshotOf(m_table, m_columns, {{column, descending, true}}));
            settle();
        });
    }

    [[nodiscard]] double scroll(QScrollBar* bar, int by) {
        return timed([&] {
            bar->setValue(bar->value() + by);
            settle();
        });
    }

    [[nodiscard]] double repaint() {
        return timed([&] { m_view.viewport()->repaint(); });
    }

    [[nodiscard]] views::RunTable& view() { return m_view; }

private:
    static void settle() { QCoreApplication::processEvents(); }

    std::vector<query::ColumnKey> m_columns;
    session::RunTable m_table;
    views::RunTable m_view{base::systemClock()};
};

json paintedTable(const WideFrame& wide, const Options& options) {
    Screen screen(wide, options);
    Samples number;
    Samples text;
    Samples lines;
    Samples pages;
    Samples sideways;
    Samples repaint;
    Samples least;
    for (int i = 0; i < options.repetitions; ++i) {
        least.add(paintTexts(screen.view().size()));
        repaint.add(screen.repaint());
        number.add(screen.sort(query::metricColumn("loss"), i % 2 == 0));
        text.add(screen.sort(query::paramColumn("optimizer"), i % 2 == 0));
        // Down and to the right, with the name column frozen, as a person does.
        for (int step = 0; step < 20; ++step) {
            lines.add(screen.scroll(screen.view().verticalScrollBar(), 3));
            sideways.add(screen.scroll(screen.view().horizontalScrollBar(), 40));
            pages.add(screen.scroll(screen.view().verticalScrollBar(), RowsOnScreen));
        }
    }
    return {{"paint_floor", least.json()},
            {"repaint", repaint.json()},
            {"sort_number_to_paint", number.json()},
            {"sort_text_to_paint", text.json()},
            {"scroll_3_rows", lines.json()},
            {"scroll_page", pages.json()},
            {"scroll_sideways", sideways.json()},
            {"repaint_ratio", repaint.median() / least.median()}};
}

}  // namespace

json benchTable(const Options& options) {
    const std::int64_t before = residentBytes();
    const WideFrame wide = makeWideFrame(options.runs, options.columns);
    const std::int64_t frameBytes = residentBytes() - before;
    const query::Frame& frame = wide.frame;
    const auto sorted = [&](query::ColumnKey column) {
        const std::vector<query::OrderKey> order = {{std::move(column), true, true}};
        std::vector<std::uint32_t> rows;
        const double time =
            timed([&] { rows = query::sortRows(frame, query::allRows(frame), order); });
        checkOrder(frame, rows, order.front().column);
        return time;
    };
    Samples number;
    Samples text;
    Samples natural;
    Samples numeric;
    Samples least;
    Samples unique;
    Samples grouped;
    const query::ColumnKey optimizer = query::paramColumn("optimizer");
    for (int i = 0; i < options.repetitions; ++i) {
        unique.add(sorted(query::attributeColumn(query::Attribute::RunId)));
        grouped.add(timed([&] {
            const query::Grouping groups(frame, {optimizer}, query::allRows(frame));
            if (groups.groups().size() != 500)
                fail("the groups are not those of the texts");
        }));
        least.add(indexSort(options.runs));
        number.add(sorted(query::metricColumn("loss")));
        text.add(sorted(query::paramColumn("optimizer")));
        natural.add(sorted(query::attributeColumn(query::Attribute::StartTime)));
        numeric.add(sorted(query::paramColumn("batch")));
    }
    json result = against(number, least);
    result["sort_text"] = text.json();
    result["sort_time"] = natural.json();
    result["sort_unique_text"] = unique.json();
    result["sort_numeric_text"] = numeric.json();
    result["group"] = grouped.json();
    result["rows"] = options.runs;
    result["columns"] = options.columns;
    result["frame_memory"] = memoryOf(wide, frameBytes);
    result["screen"] = paintedTable(wide, options);
    result["table_memory"] = memoryOf(wide, residentBytes() - before);
    return result;
}

}  // namespace podium::bench
