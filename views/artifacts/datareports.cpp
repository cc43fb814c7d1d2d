// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/geojson.h"
#include "artifacts/open.h"
#include "artifacts/sqlitetables.h"
#include "views/artifacts/reportpreview.h"
#include "views/text/text.h"

#include <QCoreApplication>

namespace podium::views {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::DataReport)
};

constexpr std::size_t MostPages = 30;  // tables with a page of their own

Report::Table overview(const artifacts::SqliteTables& database) {
    Report::Table table;
    table.title = Words::tr("Tables");
    table.columns = QStringList{Words::tr("Table"), Words::tr("Rows"), Words::tr("Columns")};
    table.numeric = {false, true, false};
    for (const artifacts::SqliteTable& one : database.tables) {
        QStringList names;
        for (const std::string& column : one.columns)
            names << oneLine(column);
        table.rows.push_back(
            {oneLine(one.name),
             one.countCut ? Words::tr("over %1").arg(count(one.count)) : count(one.count),
             one.fault.empty() ? names.join(QStringLiteral(", "))
                               : Words::tr("can't be read: %1").arg(oneLine(one.fault))});
    }
    return table;
}

}  // namespace

Result<Report> reportDatabase(const PreviewItem& item, const std::stop_token& stop) {
    // Opened the safe way first: SQLite itself follows links.
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(Report, file);
    std::error_code error;
    const auto path = std::filesystem::canonical(item.root / item.raw, error);
    if (error)
        return Error{ErrorCode::PathNotFound, {item.path.toStdString()}};
    const auto read = artifacts::readSqliteTables(path, stop);
    if (read.failed())
        return Error{ErrorCode::DecodeFailed,
                     {item.path.toStdString(),
                      read.error().args.size() > 1 ? read.error().args[1] : std::string("SQLite")}};
    PODIUM_TRY(Report, read);
    Report report;
    report.summary =
        read.value().tables.size() == 1
            ? Words::tr("1 table")
            : Words::tr("%1 tables").arg(count(static_cast<qint64>(read.value().tables.size())));
    if (read.value().cut)
        report.notice = Words::tr("Only the first tables are shown.");
    report.tables.append(overview(read.value()));
    for (const artifacts::SqliteTable& one : read.value().tables) {
        if (one.columns.empty() || static_cast<std::size_t>(report.tables.size()) > MostPages)
            continue;
        Report::Table table;
        table.title = oneLine(one.name, 40);
        for (const std::string& column : one.columns)
            table.columns << oneLine(column);
        table.numeric = one.numeric;
        for (const auto& row : one.rows) {
            QStringList cells;
            for (const std::string& cell : row)
                cells << oneLine(cell);
            table.rows.push_back(cells);
        }
        if (one.countCut || one.count > static_cast<std::int64_t>(one.rows.size()))
            table.note =
                Words::tr("The first %1 rows.").arg(count(static_cast<qint64>(one.rows.size())));
        report.tables.append(table);
    }
    return report;
}

Result<Report> reportMap(const PreviewItem& item, const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(Report, file);
    const auto text = artifacts::openText(file.value());
    PODIUM_TRY(Report, text);
    const auto read = artifacts::readGeoJson(text.value(), stop);
    PODIUM_TRY(Report, read);
    const artifacts::GeoOutline& map = read.value();
    Report report;
    report.summary = map.features == 1
                         ? Words::tr("1 feature")
                         : Words::tr("%1 features").arg(count(static_cast<qint64>(map.features)));
    if (map.cut)
        report.notice = Words::tr("Only a part of this map is shown; the source has all.");
    Report::Shapes shapes;
    shapes.title = Words::tr("Outline");
    for (const artifacts::GeoOutline::Line& line : map.lines) {
        std::vector<QPointF> points;
        for (const artifacts::GeoOutline::Point& point : line.points)
            points.emplace_back(point.x, point.y);
        shapes.lines.push_back(std::move(points));
    }
    for (const artifacts::GeoOutline::Point& point : map.points)
        shapes.points.emplace_back(point.x, point.y);
    shapes.bounds = QRectF(QPointF(map.left, map.bottom), QPointF(map.right, map.top));
    report.facts.emplace_back(Words::tr("Features"), count(static_cast<qint64>(map.features)));
    report.facts.emplace_back(Words::tr("Lines"), count(static_cast<qint64>(map.lines.size())));
    report.facts.emplace_back(Words::tr("Points"), count(static_cast<qint64>(map.points.size())));
    QStringList names;
    for (const std::string& name : map.properties)
        names << oneLine(name);
    if (!names.isEmpty())
        report.facts.emplace_back(Words::tr("Properties"), names.join(QStringLiteral(", ")));
    report.shapes.append(std::move(shapes));
    return report;
}

}  // namespace podium::views
