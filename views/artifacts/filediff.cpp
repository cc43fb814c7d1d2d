// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/filediff.h"

#include "artifacts/delimited.h"
#include "artifacts/environment.h"
#include "artifacts/json.h"
#include "artifacts/jsontable.h"
#include "artifacts/modelcard.h"
#include "artifacts/npy.h"
#include "artifacts/open.h"
#include "artifacts/textdiff.h"
#include "artifacts/treediff.h"
#include "artifacts/treefind.h"
#include "artifacts/yaml.h"
#include "views/artifacts/imagedecode.h"
#include "views/artifacts/reportpreview.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::views {

using artifacts::Kind;
using base::Result;

namespace {

constexpr std::int64_t MostText = std::int64_t{8} << 20;
constexpr std::size_t MostTableRows = 50'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::FileDiff)
};

struct Opened {
    std::shared_ptr<const artifacts::File> file;
    Kind kind = Kind::Binary;
    PreviewItem item;
};

Result<Opened> openSide(const DiffSide& side, const QString& path) {
    const auto file = artifacts::File::open(side.root, side.raw);
    PODIUM_TRY(Opened, file);
    const auto head = file.value()->read(0, artifacts::RecogniseBytes);
    PODIUM_TRY(Opened, head);
    Opened opened;
    opened.file = file.value();
    opened.kind = artifacts::recognise(head.value(), path.toStdString(), file.value()->size());
    opened.item.root = side.root;
    opened.item.raw = side.raw;
    opened.item.artifact = side.raw;
    opened.item.path = path;
    opened.item.kind = opened.kind;
    opened.item.size = file.value()->size();
    return opened;
}

/// The text as UTF-8, at most MostText bytes of it.
Result<std::string> textOfSide(const Opened& side) {
    const auto text = artifacts::openText(side.file);
    PODIUM_TRY(std::string, text);
    const auto bytes = text.value().bytes->read(text.value().start, MostText);
    PODIUM_TRY(std::string, bytes);
    return artifacts::decoded(bytes.value(), text.value().encoding);
}

QString kindOfChange(artifacts::ValueChange::Kind kind) {
    switch (kind) {
        case artifacts::ValueChange::Kind::OnlyLeft:
            return Words::tr("only left");
        case artifacts::ValueChange::Kind::OnlyRight:
            return Words::tr("only right");
        case artifacts::ValueChange::Kind::Changed:
            break;
    }
    return Words::tr("changed");
}

Report::Table changeTable(const artifacts::ValueDiff& diff, const DiffSide& left,
                          const DiffSide& right, const QString& title) {
    Report::Table table;
    table.title = title;
    table.columns =
        QStringList{Words::tr("Place"), left.title, right.title, Words::tr("Difference")};
    for (const artifacts::ValueChange& change : diff.changes)
        table.rows.push_back({oneLine(change.path), oneLine(change.left), oneLine(change.right),
                              kindOfChange(change.kind)});
    if (diff.cut)
        table.note = Words::tr("Only the first %1 differences.")
                         .arg(count(static_cast<qint64>(diff.changes.size())));
    return table;
}

QString changeSummary(const artifacts::ValueDiff& diff) {
    return diff.changes.empty() ? Words::tr("No value is different.")
                                : Words::tr("%1 different, %2 the same.")
                                      .arg(count(static_cast<qint64>(diff.changes.size())),
                                           count(static_cast<qint64>(diff.same)));
}

Result<FileDiff> byStructure(const Opened& a, const Opened& b, const DiffSide& left,
                             const DiffSide& right, const std::stop_token& stop) {
    const auto tree = [&](const Opened& side) -> Result<artifacts::ValueTree> {
        const auto text = artifacts::openText(side.file);
        PODIUM_TRY(artifacts::ValueTree, text);
        if (side.kind == Kind::JsonLines)
            return artifacts::readJsonLines(text.value(), {}, stop);
        const bool yaml = side.kind == Kind::Yaml || side.kind == Kind::Project;
        return yaml ? artifacts::readYaml(text.value(), {}, stop)
                    : artifacts::readJson(text.value(), {}, stop);
    };
    const auto one = tree(a);
    PODIUM_TRY(FileDiff, one);
    const auto other = tree(b);
    PODIUM_TRY(FileDiff, other);
    const auto diff = artifacts::diffTrees(one.value(), other.value(), stop);
    FileDiff result;
    result.report.notice = changeSummary(diff);
    result.report.tables.append(changeTable(diff, left, right, Words::tr("Values")));
    return result;
}

struct Rows {
    std::vector<std::string> columns;
    std::vector<artifacts::Record> rows;
    bool cut = false;
};

Result<Rows> rowsOf(const Opened& side, const std::stop_token& stop) {
    const auto text = artifacts::openText(side.file);
    PODIUM_TRY(Rows, text);
    Rows rows;
    if (side.kind == Kind::JsonTable) {
        auto table = artifacts::readJsonTable(text.value(), stop);
        PODIUM_TRY(Rows, table);
        rows.columns = table.value().columns;
        rows.rows = std::move(table.value().rows);
        rows.cut = table.value().cut;
        return rows;
    }
    const auto head = text.value().bytes->read(text.value().start, 32 * 1024);
    PODIUM_TRY(Rows, head);
    artifacts::DelimitedTable table(
        text.value(), artifacts::guessSeparator(head.value(), side.kind == Kind::Tsv ? '\t' : ','));
    while (!table.complete() && table.recordCount() < static_cast<std::int64_t>(MostTableRows))
        PODIUM_TRY(Rows, table.grow(stop));
    auto records = table.read(0, MostTableRows + 1);
    PODIUM_TRY(Rows, records);
    rows.cut = table.recordCount() > static_cast<std::int64_t>(MostTableRows);
    rows.rows = std::move(records).value();
    const artifacts::TableShape shape = artifacts::guessShape(rows.rows);
    rows.columns = shape.names;
    if (shape.hasHeader && !rows.rows.empty())
        rows.rows.erase(rows.rows.begin());
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
        if (rows.columns[i].empty())
            rows.columns[i] = std::to_string(i + 1);
    }
    return rows;
}

Result<FileDiff> byKey(const Opened& a, const Opened& b, const DiffSide& left,
                       const DiffSide& right, const std::stop_token& stop) {
    auto one = rowsOf(a, stop);
    PODIUM_TRY(FileDiff, one);
    auto other = rowsOf(b, stop);
    PODIUM_TRY(FileDiff, other);
    const std::size_t key = artifacts::guessKeyColumn(one.value().columns, one.value().rows);
    const auto diff = artifacts::diffTables(one.value().columns, one.value().rows,
                                            other.value().columns, other.value().rows, key, stop);
    FileDiff result;
    const QString name =
        key < one.value().columns.size() ? oneLine(one.value().columns[key]) : QString();
    result.report.notice =
        changeSummary(diff) + u' ' + Words::tr("Rows are paired by the column “%1”.").arg(name);
    if (one.value().cut || other.value().cut)
        result.report.notice += u' ' + Words::tr("Only the first rows are compared.");
    result.report.tables.append(changeTable(diff, left, right, Words::tr("Cells")));
    return result;
}

Result<FileDiff> byStatistics(const Opened& a, const Opened& b, const DiffSide& left,
                              const DiffSide& right, const std::stop_token& stop) {
    const auto one = reportArray(a.item, stop);
    PODIUM_TRY(FileDiff, one);
    const auto other = reportArray(b.item, stop);
    PODIUM_TRY(FileDiff, other);
    FileDiff result;
    Report::Table table;
    table.title = Words::tr("Statistics");
    table.columns =
        QStringList{Words::tr("Fact"), left.title, right.title, Words::tr("Difference")};
    for (const auto& [name, value] : one.value().facts) {
        QString there;
        for (const auto& [otherName, otherValue] : other.value().facts) {
            if (otherName == name)
                there = otherValue;
        }
        table.rows.push_back(
            {name, value, there, value == there ? Words::tr("same") : Words::tr("changed")});
    }
    result.report.tables.append(table);
    for (const auto& [report, side] :
         {std::pair(&one.value(), &left), std::pair(&other.value(), &right)}) {
        for (Report::Grid grid : report->grids) {
            grid.title = side->title;
            result.report.grids.append(grid);
        }
        for (Report::Line line : report->lines) {
            line.title = side->title;
            result.report.lines.append(line);
        }
    }
    result.report.tablesFirst = true;
    return result;
}

artifacts::ValueDiff packageDiff(const std::vector<artifacts::Requirement>& a,
                                 const std::vector<artifacts::Requirement>& b) {
    const auto rows = [](const std::vector<artifacts::Requirement>& list) {
        std::vector<artifacts::Record> records;
        for (const artifacts::Requirement& one : list)
            records.push_back({one.name, one.version});
        return records;
    };
    const std::vector<std::string> columns{"package", "version"};
    return artifacts::diffTables(columns, rows(a), columns, rows(b), 0);
}

std::vector<artifacts::Record> signatureRows(const artifacts::ModelCard& card) {
    std::vector<artifacts::Record> rows;
    const auto add = [&](const char* part, const std::vector<artifacts::SignatureColumn>& columns) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            rows.push_back({part + (columns[i].name.empty() ? '[' + std::to_string(i) + ']'
                                                            : ' ' + columns[i].name),
                            columns[i].type + (columns[i].required ? "" : "?") +
                                (columns[i].initial.empty() ? "" : " = " + columns[i].initial)});
    };
    add("inputs", card.inputs);
    add("outputs", card.outputs);
    add("params", card.params);
    return rows;
}

std::vector<artifacts::Requirement> requirementsBeside(const DiffSide& side) {
    const std::size_t slash = side.raw.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : side.raw.substr(0, slash + 1);
    const auto file = artifacts::File::open(side.root, folder + "requirements.txt");
    if (!file.ok())
        return {};
    const auto text = file.value()->read(0, MostText);
    return text.ok() ? artifacts::readRequirements(text.value())
                     : std::vector<artifacts::Requirement>();
}

Result<FileDiff> byModel(const Opened& a, const Opened& b, const DiffSide& left,
                         const DiffSide& right, const std::stop_token& stop) {
    const auto one = textOfSide(a);
    PODIUM_TRY(FileDiff, one);
    const auto other = textOfSide(b);
    PODIUM_TRY(FileDiff, other);
    const std::vector<std::string> columns{"column", "type"};
    const auto signature = artifacts::diffTables(
        columns, signatureRows(artifacts::readModelCard(one.value())), columns,
        signatureRows(artifacts::readModelCard(other.value())), 0, stop);
    const auto packages = packageDiff(requirementsBeside(left), requirementsBeside(right));
    const auto yaml = [](const std::string& text) {
        auto tree = artifacts::readYaml(artifacts::textOf(text));
        return tree.ok() ? std::move(tree).value() : artifacts::ValueTree();
    };
    const auto rest = artifacts::diffTrees(yaml(one.value()), yaml(other.value()), stop);
    FileDiff result;
    result.report.notice = Words::tr("Signature: %1 Requirements: %2")
                               .arg(changeSummary(signature), changeSummary(packages));
    result.report.tables.append(changeTable(signature, left, right, Words::tr("Signature")));
    result.report.tables.append(changeTable(packages, left, right, Words::tr("Requirements")));
    result.report.tables.append(changeTable(rest, left, right, Words::tr("All values")));
    return result;
}

Result<FileDiff> byPackages(const Opened& a, const Opened& b, const DiffSide& left,
                            const DiffSide& right) {
    const auto one = textOfSide(a);
    PODIUM_TRY(FileDiff, one);
    const auto other = textOfSide(b);
    PODIUM_TRY(FileDiff, other);
    const auto read = [&](const std::string& text) {
        if (a.kind == Kind::Requirements)
            return artifacts::readRequirements(text);
        return a.item.artifact.find("python_env") != std::string::npos
                   ? artifacts::readPythonEnvironment(text)
                   : artifacts::readCondaEnvironment(text);
    };
    const auto diff = packageDiff(read(one.value()), read(other.value()));
    FileDiff result;
    result.report.notice = changeSummary(diff);
    result.report.tables.append(changeTable(diff, left, right, Words::tr("Requirements")));
    return result;
}

Result<FileDiff> byLines(const Opened& a, const Opened& b, const std::stop_token& stop) {
    const auto one = textOfSide(a);
    PODIUM_TRY(FileDiff, one);
    const auto other = textOfSide(b);
    PODIUM_TRY(FileDiff, other);
    FileDiff result;
    auto diff = std::make_shared<artifacts::TextDiff>(
        artifacts::diffTexts(one.value(), other.value(), {}, stop));
    if (stop.stop_requested())
        return base::Cancelled{};
    result.report.notice =
        Words::tr("%1 lines changed, %2 added, %3 removed.")
            .arg(count(static_cast<qint64>(diff->changed)), count(static_cast<qint64>(diff->added)),
                 count(static_cast<qint64>(diff->removed)));
    if (diff->cut || std::max(a.item.size, b.item.size) > MostText)
        result.report.notice += u' ' + Words::tr("Only the beginning is compared.");
    result.report.sideBySide = diff;
    return result;
}

FileDiff bySize(const Opened& a, const Opened& b, const DiffSide& left, const DiffSide& right) {
    FileDiff result;
    Report::Table table;
    table.title = Words::tr("Files");
    table.columns = QStringList{Words::tr("Run"), Words::tr("Kind"), Words::tr("Size")};
    table.rows.push_back({left.title, kindName(a.kind), bytes(a.item.size)});
    table.rows.push_back({right.title, kindName(b.kind), bytes(b.item.size)});
    result.report.notice = Words::tr("There is no way to compare the content of such files here.");
    result.report.tables.append(table);
    return result;
}

}  // namespace

Result<FileDiff> compareFiles(const DiffSide& left, const DiffSide& right, const QString& path,
                              const std::stop_token& stop) {
    const auto a = openSide(left, path);
    PODIUM_TRY(FileDiff, a);
    const auto b = openSide(right, path);
    PODIUM_TRY(FileDiff, b);
    const Kind kind = a.value().kind;
    const auto with = [&](Result<FileDiff> diff) {
        if (diff.ok())
            diff.value().kind = kind;
        return diff;
    };
    const bool pictures = (artifacts::isRasterImage(kind) || kind == Kind::Svg) &&
                          (artifacts::isRasterImage(b.value().kind) || b.value().kind == Kind::Svg);
    if (pictures) {
        const auto one = decodeImage(a.value().item, stop);
        PODIUM_TRY(FileDiff, one);
        const auto other = decodeImage(b.value().item, stop);
        PODIUM_TRY(FileDiff, other);
        FileDiff diff;
        diff.isPicture = true;
        diff.left = one.value().image;
        diff.right = other.value().image;
        return with(diff);
    }
    if (kind != b.value().kind)
        return with(artifacts::isText(kind) && artifacts::isText(b.value().kind)
                        ? byLines(a.value(), b.value(), stop)
                        : Result<FileDiff>(bySize(a.value(), b.value(), left, right)));
    switch (kind) {
        case Kind::Json:
        case Kind::JsonLines:
        case Kind::GeoJson:
        case Kind::Yaml:
        case Kind::Project:
            return with(byStructure(a.value(), b.value(), left, right, stop));
        case Kind::Csv:
        case Kind::Tsv:
        case Kind::JsonTable:
            return with(byKey(a.value(), b.value(), left, right, stop));
        case Kind::NumPy:
            return with(byStatistics(a.value(), b.value(), left, right, stop));
        case Kind::MLmodel:
            return with(byModel(a.value(), b.value(), left, right, stop));
        case Kind::Requirements:
        case Kind::Environment:
            return with(byPackages(a.value(), b.value(), left, right));
        default:
            return with(artifacts::isText(kind)
                            ? byLines(a.value(), b.value(), stop)
                            : Result<FileDiff>(bySize(a.value(), b.value(), left, right)));
    }
}

}  // namespace podium::views
