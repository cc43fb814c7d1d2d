// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/archive.h"
#include "artifacts/npy.h"
#include "artifacts/open.h"
#include "views/artifacts/reportpreview.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <cmath>

namespace podium::views {

using artifacts::ArrayFacts;
using base::Result;

namespace {

constexpr std::int64_t MostOfArchive = std::int64_t{128} << 20;  // bytes unpacked of each array
constexpr std::size_t MostArrays = 200;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::ArrayReport)
};

QString shapeText(const std::vector<std::int64_t>& shape) {
    QStringList sides;
    for (const std::int64_t side : shape)
        sides << (side < 0 ? QStringLiteral("?") : count(side));
    return sides.isEmpty() ? Words::tr("one value") : sides.join(QStringLiteral(" × "));
}

/// NumPy's letters as the names that people write.
QString typeText(const artifacts::NpyHeader& header) {
    const QString bits = QString::number(header.itemSize * 8);
    switch (header.kind) {
        case 'b':
            return QStringLiteral("bool");
        case 'i':
            return QStringLiteral("int") + bits;
        case 'u':
            return QStringLiteral("uint") + bits;
        case 'f':
            return QStringLiteral("float") + bits;
        case 'c':
            return QStringLiteral("complex") + bits;
        case 'S':
            return Words::tr("bytes of %1").arg(count(static_cast<qint64>(header.itemSize)));
        case 'U':
            return Words::tr("text of %1").arg(count(static_cast<qint64>(header.itemSize / 4)));
        case 'O':
            return Words::tr("Python objects, not loaded");
        default:
            return oneLine(header.type);
    }
}

QString numberText(double value) {
    return std::isnan(value) ? QStringLiteral("–") : compactNumber(value);
}

QString noteOf(const ArrayFacts& facts) {
    if (facts.held < facts.header.count)
        return Words::tr("The file is cut: it promises %1 values and has %2.")
            .arg(count(facts.header.count), count(facts.held));
    if (facts.hasNumbers && facts.looked < facts.held)
        return Words::tr("Statistics of the first %1 values.").arg(count(facts.looked));
    return {};
}

void addPictures(const ArrayFacts& facts, Report& report) {
    if (!facts.cells.empty()) {
        Report::Grid grid;
        grid.title = Words::tr("Heat map");
        grid.cells = facts.cells;
        grid.rows = static_cast<int>(facts.cellRows);
        grid.columns = static_cast<int>(facts.cellColumns);
        if (facts.ofSlice)
            grid.note = Words::tr("The first slice of the last two dimensions.");
        const auto& shape = facts.header.shape;
        if (shape[shape.size() - 2] > facts.cellRows || shape.back() > facts.cellColumns)
            grid.note += (grid.note.isEmpty() ? QString() : QStringLiteral(" ")) +
                         Words::tr("Each tile is the mean of the values in its place.");
        report.grids.append(grid);
    }
    if (facts.low.size() > 1)
        report.lines.append({Words::tr("Line"), facts.low, facts.high, {}});
    if (!facts.first.empty()) {
        Report::Table table;
        table.title = Words::tr("First values");
        table.columns = QStringList{Words::tr("Place"), Words::tr("Value")};
        table.numeric = {true, facts.hasNumbers};
        for (std::size_t i = 0; i < facts.first.size(); ++i)
            table.rows.push_back({QString::number(i), oneLine(facts.first[i])});
        report.tables.append(table);
    }
}

}  // namespace

Result<Report> reportArray(const PreviewItem& item, const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(Report, file);
    const auto read = artifacts::readNpy(*file.value(), std::int64_t{256} << 20, stop);
    PODIUM_TRY(Report, read);
    const ArrayFacts& facts = read.value();
    Report report;
    report.summary = shapeText(facts.header.shape) + QStringLiteral(" · ") + typeText(facts.header);
    report.notice = noteOf(facts);
    report.facts.emplace_back(Words::tr("Shape"), shapeText(facts.header.shape));
    report.facts.emplace_back(Words::tr("Type"), typeText(facts.header));
    report.facts.emplace_back(Words::tr("Values"), count(facts.header.count));
    if (facts.header.fortran)
        report.facts.emplace_back(Words::tr("Order"), Words::tr("columns first (Fortran)"));
    if (facts.hasNumbers) {
        report.facts.emplace_back(Words::tr("Least"), numberText(facts.min));
        report.facts.emplace_back(Words::tr("Greatest"), numberText(facts.max));
        report.facts.emplace_back(Words::tr("Mean"), numberText(facts.mean));
        report.facts.emplace_back(Words::tr("Deviation"), numberText(facts.deviation));
        report.facts.emplace_back(Words::tr("Zeros"), count(facts.zeros));
        if (facts.nans > 0)
            report.facts.emplace_back(QStringLiteral("NaN"), count(facts.nans));
        if (facts.infinities > 0)
            report.facts.emplace_back(Words::tr("Infinite"), count(facts.infinities));
    }
    addPictures(facts, report);
    return report;
}

Result<Report> reportArrays(const PreviewItem& item, const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(Report, file);
    const auto listing = artifacts::listPacked(*file.value(), {}, stop);
    PODIUM_TRY(Report, listing);
    Report report;
    Report::Table table;
    table.title = Words::tr("Arrays");
    table.columns = QStringList{Words::tr("Name"),      Words::tr("Shape"),    Words::tr("Type"),
                                Words::tr("Least"),     Words::tr("Greatest"), Words::tr("Mean"),
                                Words::tr("Deviation"), QStringLiteral("NaN")};
    table.numeric = {false, false, false, true, true, true, true, true};
    const auto& files = listing.value().files;
    for (std::size_t i = 0; i < files.size() && i < MostArrays; ++i) {
        QString name = oneLine(files[i].path);
        if (name.endsWith(QStringLiteral(".npy")))
            name.chop(4);
        const auto content = artifacts::unpackToMemory(*file.value(), i, MostOfArchive, stop);
        if (content.cancelled())
            return base::Cancelled{};
        const auto facts =
            content.ok()
                ? artifacts::readNpy(artifacts::MemoryBytes(content.value()), MostOfArchive, stop)
                : content.as<ArrayFacts>();
        if (facts.cancelled())
            return base::Cancelled{};
        if (facts.failed()) {
            table.rows.push_back({name, describe(withPath(facts.error(), name))});
            continue;
        }
        const ArrayFacts& array = facts.value();
        QStringList row{name, shapeText(array.header.shape), typeText(array.header)};
        if (array.hasNumbers)
            row << numberText(array.min) << numberText(array.max) << numberText(array.mean)
                << numberText(array.deviation) << count(array.nans);
        table.rows.push_back(row);
        // A picture for each of the first few, so that small models can be looked at.
        if (report.grids.size() + report.lines.size() < 8) {
            const auto grids = report.grids.size();
            const auto lines = report.lines.size();
            Report pictures;
            addPictures(array, pictures);
            report.grids.append(pictures.grids);
            report.lines.append(pictures.lines);
            if (report.grids.size() > grids)
                report.grids.last().title = name;
            if (report.lines.size() > lines)
                report.lines.last().title = name;
        }
    }
    if (files.size() > MostArrays || listing.value().cut)
        table.note = Words::tr("Only the first %1 arrays are listed.").arg(count(MostArrays));
    report.summary = files.size() == 1
                         ? Words::tr("1 array")
                         : Words::tr("%1 arrays").arg(count(static_cast<qint64>(files.size())));
    report.tablesFirst = true;
    report.tables.append(table);
    return report;
}

}  // namespace podium::views
