// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/layers.h"
#include "artifacts/open.h"
#include "artifacts/pickle.h"
#include "views/artifacts/reportpreview.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::views {

using artifacts::Kind;
using artifacts::Layer;
using artifacts::LayerList;
using base::Result;

namespace {

constexpr qsizetype LongFact = 200;  // signs from which on a fact is a page of its own

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::WeightReport)
};

QString shapeText(const std::vector<std::int64_t>& shape) {
    QStringList sides;
    for (const std::int64_t side : shape)
        sides << (side < 0 ? QStringLiteral("?") : QString::number(side));
    return sides.join(QStringLiteral(" × "));
}

/// How many numbers; 0 where the shape does not say.
double parameters(const Layer& layer) {
    double product = 1;
    for (const std::int64_t side : layer.shape)
        product *= side < 0 ? 0 : static_cast<double>(side);
    return product;
}

Report::Table layerTable(const QString& title, const std::vector<Layer>& layers, bool sizes) {
    Report::Table table;
    table.title = title;
    table.columns = QStringList{Words::tr("Name"), Words::tr("Type"), Words::tr("Shape")};
    table.numeric = {false, false, false};
    if (sizes) {
        table.columns << Words::tr("Parameters") << Words::tr("Size");
        table.numeric.insert(table.numeric.end(), {true, false});
    }
    table.rows.reserve(layers.size());
    for (const Layer& layer : layers) {
        QStringList row{oneLine(layer.name), oneLine(layer.type), shapeText(layer.shape)};
        if (sizes)
            row << count(static_cast<qint64>(std::min(parameters(layer), 9e18)))
                << (layer.bytes < 0 ? QString() : bytes(layer.bytes));
        table.rows.push_back(row);
    }
    return table;
}

Result<LayerList> readLayers(const PreviewItem& item, const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(LayerList, file);
    if (item.kind == Kind::Safetensors)
        return artifacts::readSafetensors(*file.value());
    return item.kind == Kind::Onnx ? artifacts::readOnnx(*file.value(), stop)
                                   : artifacts::readHdf5(*file.value(), stop);
}

void addAbout(const LayerList& list, Report& report) {
    for (const auto& [name, value] : list.about) {
        const QString text = QString::fromStdString(value);
        if (text.size() > LongFact)
            report.texts.append({oneLine(name), text, true});
        else
            report.facts.emplace_back(oneLine(name), oneLine(value));
    }
}

Report::Table countTable(const QString& title, const QString& first,
                         const std::map<std::string, std::int64_t>& counts) {
    Report::Table table;
    table.title = title;
    table.columns = QStringList{first, Words::tr("Times")};
    table.numeric = {false, true};
    std::vector<std::pair<std::string, std::int64_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [name, times] : sorted)
        table.rows.push_back({oneLine(name), count(times)});
    return table;
}

}  // namespace

Result<Report> reportLayers(const PreviewItem& item, const std::stop_token& stop) {
    const auto read = readLayers(item, stop);
    PODIUM_TRY(Report, read);
    const LayerList& list = read.value();
    Report report;
    double all = 0;
    for (const Layer& layer : list.layers)
        all += parameters(layer);
    const QString layers =
        list.layers.size() == 1
            ? Words::tr("1 tensor")
            : Words::tr("%1 tensors").arg(count(static_cast<qint64>(list.layers.size())));
    report.summary =
        layers + QStringLiteral(" · ") + Words::tr("%1 parameters").arg(compactNumber(all));
    if (!list.fault.empty())
        report.notice = Words::tr("Not everything could be read: %1. What could is shown.")
                            .arg(oneLine(list.fault));
    else if (list.cut)
        report.notice = Words::tr("Only the first %1 tensors are shown.")
                            .arg(count(static_cast<qint64>(list.layers.size())));
    report.facts.emplace_back(Words::tr("Tensors"), count(static_cast<qint64>(list.layers.size())));
    report.facts.emplace_back(Words::tr("Parameters"),
                              count(static_cast<qint64>(std::min(all, 9e18))));
    addAbout(list, report);
    report.tables.append(layerTable(Words::tr("Tensors"), list.layers, true));
    if (!list.inputs.empty())
        report.tables.append(layerTable(Words::tr("Inputs"), list.inputs, false));
    if (!list.outputs.empty())
        report.tables.append(layerTable(Words::tr("Outputs"), list.outputs, false));
    if (!list.operators.empty())
        report.tables.append(
            countTable(Words::tr("Operators"), Words::tr("Operator"), list.operators));
    return report;
}

Result<Report> reportPickle(const PreviewItem& item, const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(Report, file);
    const auto read = artifacts::readPickle(*file.value(), 20'000'000, stop);
    PODIUM_TRY(Report, read);
    const artifacts::PickleFacts& facts = read.value();
    Report report;
    report.summary = Words::tr("protocol %1").arg(facts.protocol);
    report.isWarning = !facts.dangerous.empty();
    QStringList names;
    for (const auto& [name, times] : facts.dangerous)
        names << oneLine(name);
    if (report.isWarning)
        report.notice = Words::tr(
                            "Loading this file would use %1: it can run programs or reach your "
                            "files. It was not loaded; load it only if you trust who made it.")
                            .arg(names.join(QStringLiteral(", ")));
    else
        report.notice = Words::tr(
            "A pickle can run any code when it is loaded. It was not loaded: this "
            "is what its instructions say.");
    report.facts.emplace_back(Words::tr("Protocol"), QString::number(facts.protocol));
    report.facts.emplace_back(Words::tr("Instructions"), count(facts.opcodes));
    report.facts.emplace_back(Words::tr("Calls"), count(facts.calls));
    report.facts.emplace_back(Words::tr("Restored states"), count(facts.states));
    if (!facts.fault.empty())
        report.facts.emplace_back(
            Words::tr("Read up to"),
            Words::tr("byte %1 (%2)").arg(count(facts.bytesRead), oneLine(facts.fault)));
    else if (!facts.whole)
        report.facts.emplace_back(Words::tr("Read up to"),
                                  Words::tr("byte %1").arg(count(facts.bytesRead)));
    report.tables.append(
        countTable(Words::tr("Imports"), Words::tr("Module and name"), facts.globals));
    report.tables.append(
        countTable(Words::tr("Instructions"), Words::tr("Opcode"), facts.byOpcode));
    return report;
}

}  // namespace podium::views
