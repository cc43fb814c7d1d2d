// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/environment.h"
#include "artifacts/json.h"
#include "artifacts/jsontable.h"
#include "artifacts/listing.h"
#include "artifacts/modelcard.h"
#include "artifacts/open.h"
#include "artifacts/treefind.h"
#include "artifacts/yaml.h"
#include "views/artifacts/reportpreview.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::views {

using artifacts::ModelCard;
using base::Result;

namespace {

constexpr std::int64_t LongestText = std::int64_t{4} << 20;
constexpr std::int64_t LongestExample = std::int64_t{1} << 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::ModelReport)
};

/// A small text among the artifacts; "" where there is none.
std::string besideText(const PreviewItem& item, const std::string& artifact, std::int64_t most,
                       const std::stop_token& stop) {
    std::filesystem::path root = item.root;
    std::string raw = artifact;
    if (item.source && item.source->isRemote()) {
        base::Progress progress;
        const auto fetched = item.source->fetch(artifact, most, progress, stop);
        if (!fetched.ok())
            return {};
        root = fetched.value().root;
        raw = fetched.value().raw;
    }
    const auto file = artifacts::File::open(root, raw);
    if (!file.ok())
        return {};
    const auto text = file.value()->read(0, static_cast<std::size_t>(most));
    return text.ok() ? text.value() : std::string();
}

Result<std::string> ownText(const PreviewItem& item) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(std::string, file);
    return file.value()->read(0, LongestText);
}

/// Bytes of everything in the model's folder; nothing where it is not on this machine.
std::int64_t folderSize(const PreviewItem& item, const std::string& folder,
                        const std::stop_token& stop) {
    if (item.depth > 0 || !item.source || item.source->isRemote())
        return -1;
    artifacts::ListBounds bounds;
    bounds.entries = 20'000;
    const std::filesystem::path place = folder.empty() ? item.root : item.root / folder;
    const auto all = artifacts::listAll(place, bounds, stop);
    if (!all.ok() || all.value().truncated)
        return -1;
    std::int64_t size = 0;
    for (const artifacts::Entry& entry : all.value().entries)
        size += entry.problem ? 0 : entry.size;
    return size;
}

Report::Table signatureTable(const QString& title,
                             const std::vector<artifacts::SignatureColumn>& columns, bool params) {
    Report::Table table;
    table.title = title;
    table.columns = QStringList{Words::tr("Name"), Words::tr("Type"),
                                params ? Words::tr("Default") : Words::tr("Required")};
    for (const artifacts::SignatureColumn& column : columns)
        table.rows.push_back({column.name.empty() ? QStringLiteral("–") : oneLine(column.name),
                              oneLine(column.type),
                              params            ? oneLine(column.initial)
                              : column.required ? Words::tr("yes")
                                                : Words::tr("no")});
    return table;
}

Report::Table requirementTable(const std::vector<artifacts::Requirement>& found) {
    Report::Table table;
    table.title = Words::tr("Requirements");
    table.columns = QStringList{Words::tr("Package"), Words::tr("Version")};
    for (const artifacts::Requirement& one : found)
        table.rows.push_back(
            {oneLine(one.name), one.version.empty() ? Words::tr("any") : oneLine(one.version)});
    return table;
}

void addFlavors(const ModelCard& card, Report& report) {
    QStringList names;
    Report::Table table;
    table.title = Words::tr("Flavors");
    table.columns = QStringList{Words::tr("Flavor"), Words::tr("Key"), Words::tr("Value")};
    for (const ModelCard::Flavor& flavor : card.flavors) {
        names << oneLine(flavor.name);
        for (const auto& [key, value] : flavor.entries)
            table.rows.push_back({oneLine(flavor.name), oneLine(key), oneLine(value)});
    }
    report.summary = names.join(QStringLiteral(", "));
    report.facts.emplace_back(Words::tr("Flavors"),
                              names.isEmpty() ? Words::tr("none: kept elsewhere") : report.summary);
    if (!table.rows.empty())
        report.tables.append(table);
}

void addSignature(const ModelCard& card, Report& report) {
    if (!card.hasSignature) {
        report.facts.emplace_back(Words::tr("Signature"), Words::tr("none"));
        return;
    }
    if (!card.inputs.empty())
        report.tables.append(signatureTable(Words::tr("Inputs"), card.inputs, false));
    if (!card.outputs.empty())
        report.tables.append(signatureTable(Words::tr("Outputs"), card.outputs, false));
    if (!card.params.empty())
        report.tables.append(signatureTable(Words::tr("Params"), card.params, true));
}

Report::Table tableOf(const artifacts::JsonTable& table, const QString& title) {
    Report::Table made;
    made.title = title;
    for (const std::string& column : table.columns)
        made.columns << oneLine(column);
    made.numeric = table.numeric;
    made.rows.reserve(table.rows.size());
    for (const auto& row : table.rows) {
        QStringList cells;
        for (const std::string& cell : row)
            cells << oneLine(cell);
        made.rows.push_back(cells);
    }
    if (table.cut)
        made.note = Words::tr("Only a part of this table is shown; the source has all.");
    return made;
}

void addExample(const PreviewItem& item, const ModelCard& card, const std::string& prefix,
                Report& report, const std::stop_token& stop) {
    if (card.exampleFile.empty() || !artifacts::isSafePath(card.exampleFile))
        return;
    const std::string text = besideText(item, prefix + card.exampleFile, LongestExample, stop);
    if (text.empty())
        return;
    const QString title = Words::tr("Input example");
    const auto table = artifacts::readJsonTable(artifacts::textOf(text), stop);
    if (table.ok())
        report.tables.append(tableOf(table.value(), title));
    else
        report.texts.append({title, QString::fromStdString(text), true});
}

void addFacts(const PreviewItem& item, const ModelCard& card, const std::string& folder,
              Report& report, const std::stop_token& stop) {
    const auto add = [&](const QString& name, const std::string& value) {
        if (!value.empty())
            report.facts.emplace_back(name, oneLine(value));
    };
    const std::int64_t measured = folderSize(item, folder, stop);
    if (measured >= 0)
        report.facts.emplace_back(Words::tr("Size on disk"), bytes(measured));
    else if (card.sizeBytes >= 0)
        report.facts.emplace_back(Words::tr("Size"), bytes(card.sizeBytes));
    add(Words::tr("Model ID"), card.modelId);
    add(Words::tr("Run ID"), card.runId);
    if (!card.created.empty())
        report.facts.emplace_back(Words::tr("Created"),
                                  oneLine(card.created) + QStringLiteral(" UTC"));
    add(Words::tr("MLflow"), card.mlflowVersion);
    add(Words::tr("Artifact path"), card.artifactPath);
    for (const auto& [name, value] : card.about) {
        if (value != "false" && value != card.modelId)
            add(oneLine(name), value);
    }
}

}  // namespace

Result<Report> reportModel(const PreviewItem& item, const std::stop_token& stop) {
    const auto text = ownText(item);
    PODIUM_TRY(Report, text);
    const ModelCard card = artifacts::readModelCard(text.value());
    const std::size_t slash = item.artifact.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : item.artifact.substr(0, slash);
    const std::string prefix = folder.empty() ? "" : folder + '/';
    Report report;
    addFlavors(card, report);
    addFacts(item, card, folder, report, stop);
    const bool isHere = item.depth == 0 && item.source && !item.source->isRemote();
    const std::string place =
        isHere ? (folder.empty() ? item.root : item.root / folder).native() : "";
    const QString load = Words::tr("To load it");
    for (const std::string& line : artifacts::loadingLines(card, place))
        report.codes.append({report.codes.isEmpty() ? load : QString(), oneLine(line), true});
    addSignature(card, report);
    addExample(item, card, prefix, report, stop);
    std::vector<artifacts::Requirement> found = artifacts::readRequirements(
        besideText(item, prefix + "requirements.txt", LongestText, stop));
    if (found.empty())
        found = artifacts::readCondaEnvironment(
            besideText(item, prefix + "conda.yaml", LongestText, stop));
    if (!found.empty())
        report.tables.append(requirementTable(found));
    if (stop.stop_requested())
        return base::Cancelled{};
    if (card.flavors.empty() && report.tables.isEmpty() && report.facts.size() < 3)
        report.notice =
            Words::tr("This is no MLmodel file of MLflow's; the source shows what it is.");
    return report;
}

Result<Report> reportEnvironment(const PreviewItem& item, const std::stop_token&) {
    const auto text = ownText(item);
    PODIUM_TRY(Report, text);
    Report report;
    std::vector<artifacts::Requirement> found;
    if (item.kind == artifacts::Kind::Requirements)
        found = artifacts::readRequirements(text.value());
    else if (item.artifact.find("python_env") != std::string::npos)
        found = artifacts::readPythonEnvironment(text.value());
    else
        found = artifacts::readCondaEnvironment(text.value());
    const auto read = artifacts::readYaml(artifacts::textOf(text.value()));
    if (item.kind == artifacts::Kind::Environment && read.ok() && !read.value().empty()) {
        const artifacts::ValueTree& tree = read.value();
        const std::string name = artifacts::textAt(tree, artifacts::ValueTree::Root, "name");
        if (!name.empty())
            report.facts.emplace_back(Words::tr("Name"), oneLine(name));
        if (const auto channels = artifacts::member(tree, artifacts::ValueTree::Root, "channels")) {
            QStringList names;
            for (std::uint32_t i = 0; i < std::min(tree.childCount(*channels), 20U); ++i)
                names << oneLine(tree.value(tree.child(*channels, i)));
            report.facts.emplace_back(Words::tr("Channels"), names.join(QStringLiteral(", ")));
        }
    }
    if (found.empty())
        report.notice = Words::tr("No packages are named here; the source shows what it says.");
    else
        report.tables.append(requirementTable(found));
    report.summary = found.size() == 1
                         ? Words::tr("1 package")
                         : Words::tr("%1 packages").arg(count(static_cast<qint64>(found.size())));
    return report;
}

Result<Report> reportProject(const PreviewItem& item, const std::stop_token& stop) {
    const auto text = ownText(item);
    PODIUM_TRY(Report, text);
    const auto read = artifacts::readYaml(artifacts::textOf(text.value()), {}, stop);
    PODIUM_TRY(Report, read);
    const artifacts::ValueTree& tree = read.value();
    Report report;
    Report::Table params;
    params.title = Words::tr("Parameters");
    params.columns = QStringList{Words::tr("Entry point"), Words::tr("Parameter"),
                                 Words::tr("Type"), Words::tr("Default")};
    Report::Table commands;
    commands.title = Words::tr("Commands, never run");
    commands.columns = QStringList{Words::tr("Entry point"), Words::tr("Command")};
    if (tree.empty())
        return report;
    for (std::uint32_t i = 0; i < tree.childCount(artifacts::ValueTree::Root); ++i) {
        const auto node = tree.child(artifacts::ValueTree::Root, i);
        if (tree.key(node) != "entry_points") {
            report.facts.emplace_back(oneLine(tree.key(node)),
                                      oneLine(tree.type(node) == artifacts::ValueType::String
                                                  ? std::string(tree.value(node))
                                                  : artifacts::compactText(tree, node, 500)));
            continue;
        }
        for (std::uint32_t j = 0; j < tree.childCount(node); ++j) {
            const auto entry = tree.child(node, j);
            const QString name = oneLine(tree.key(entry));
            commands.rows.push_back({name, oneLine(artifacts::textAt(tree, entry, "command"))});
            const auto list = artifacts::member(tree, entry, "parameters");
            for (std::uint32_t k = 0; list && k < tree.childCount(*list); ++k) {
                const auto param = tree.child(*list, k);
                const bool isMap = tree.type(param) == artifacts::ValueType::Object;
                params.rows.push_back(
                    {name, oneLine(tree.key(param)),
                     oneLine(isMap ? artifacts::textAt(tree, param, "type")
                                   : std::string(tree.value(param))),
                     oneLine(isMap ? artifacts::textAt(tree, param, "default") : std::string())});
            }
        }
    }
    for (const Report::Table& table : {commands, params}) {
        if (!table.rows.empty())
            report.tables.append(table);
    }
    return report;
}

Result<Report> reportJsonTable(const PreviewItem& item, const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(Report, file);
    const auto text = artifacts::openText(file.value());
    PODIUM_TRY(Report, text);
    const auto table = artifacts::readJsonTable(text.value(), stop);
    PODIUM_TRY(Report, table);
    Report report;
    report.summary = Words::tr("%1 rows × %2 columns")
                         .arg(count(static_cast<qint64>(table.value().rows.size())),
                              count(static_cast<qint64>(table.value().columns.size())));
    report.tables.append(tableOf(table.value(), Words::tr("Table")));
    return report;
}

}  // namespace podium::views
