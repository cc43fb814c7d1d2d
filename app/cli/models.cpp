// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/sourcereader.h"
#include "app/cli/table.h"
#include "app/cli/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::app {

using base::Result;
using domain::ModelVersion;
using domain::RegisteredModel;

namespace {

Field time(const domain::OptionalMillis& millis) {
    return millis ? Field(*millis) : Field();
}

/// "champion → 3, challenger → 4", of one version or (0) of all.
std::string aliases(const RegisteredModel& model, std::int64_t version) {
    std::string text;
    for (const domain::Alias& alias : model.aliases) {
        if (version != 0 && alias.version != version)
            continue;
        text += (text.empty() ? "" : ", ") + alias.alias;
        if (version == 0)
            text += " = " + std::to_string(alias.version);
    }
    return text;
}

/// The newest version in each stage that means something: "Production = 3, Staging = 5".
std::string stages(const std::vector<ModelVersion>& newestFirst) {
    std::string text;
    for (const char* stage : {"Production", "Staging"}) {
        const auto it = std::ranges::find(newestFirst, stage, &ModelVersion::stage);
        if (it != newestFirst.end())
            text += (text.empty() ? "" : ", ") + it->stage + " = " + std::to_string(it->version);
    }
    return text;
}

Result<void> listModels(SourceReader& source, const std::vector<RegisteredModel>& models,
                        TableFormat format, Output& output) {
    TableWriter table(format,
                      {{"name"},
                       {"versions"},
                       {"stages"},
                       {"aliases"},
                       {.name = "last_updated", .isTime = true, .isDuration = false},
                       {"description"}},
                      output);
    for (const RegisteredModel& model : models) {
        const Result<std::vector<ModelVersion>> versions =
            source.reader().modelVersions(source.source().sourceNo, model.name);
        PODIUM_TRY(void, versions);
        table.row({model.name, static_cast<std::int64_t>(versions.value().size()),
                   stages(versions.value()), aliases(model, 0), time(model.lastUpdateTime),
                   model.description});
    }
    table.finish();
    return {};
}

Result<void> listVersions(SourceReader& source, const RegisteredModel& model, TableFormat format,
                          Output& output) {
    const Result<std::vector<ModelVersion>> versions =
        source.reader().modelVersions(source.source().sourceNo, model.name);
    PODIUM_TRY(void, versions);
    TableWriter table(format,
                      {{"version"},
                       {"stage"},
                       {"aliases"},
                       {"status"},
                       {"run_id"},
                       {.name = "created", .isTime = true, .isDuration = false},
                       {"source"},
                       {"description"}},
                      output);
    for (const ModelVersion& version : versions.value())
        table.row({version.version, version.stage, aliases(model, version.version), version.status,
                   version.runId, time(version.creationTime), version.source, version.description});
    table.finish();
    return {};
}

}  // namespace

int modelsCommand(const QStringList& arguments) {
    Options options(QStringLiteral("models"),
                    CommandLine::tr("Lists the registered models, or the versions of one."));
    options.addPositional(QStringLiteral("[NAME]"), CommandLine::tr("A registered model."));
    options.addValue(QStringLiteral("format"), QStringLiteral("FORMAT"),
                     CommandLine::tr("table, csv, tsv, json, markdown, latex or ids."),
                     QStringLiteral("table"));
    if (const auto ended = options.read(arguments))
        return *ended;
    const auto format = tableFormat(options.value(QStringLiteral("format")));
    if (!format)
        return options.reject(
            CommandLine::tr("There is no format %1.").arg(options.value(QStringLiteral("format"))));
    SourceReader source(options);
    if (source.failure())
        return *source.failure();
    Result<std::vector<RegisteredModel>> models =
        source.reader().registeredModels(source.source().sourceNo);
    if (!models.ok())
        return source.ended(models);
    std::erase_if(models.value(), [](const RegisteredModel& model) { return model.isPrompt(); });

    Output output;
    Result<void> written;
    if (const QString name = options.positional(0); name.isEmpty()) {
        written = listModels(source, models.value(), *format, output);
    } else {
        const auto model =
            std::ranges::find(models.value(), name.toStdString(), &RegisteredModel::name);
        if (model == models.value().end())
            return options.reject(CommandLine::tr("There is no registered model %1.").arg(name));
        written = listVersions(source, *model, *format, output);
    }
    if (!written.ok())
        return source.ended(written);
    if (const auto error = output.finish()) {
        complain(*error);
        return ExitSource;
    }
    return source.done();
}

}  // namespace podium::app
