// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/decide.h"
#include "app/cli/options.h"
#include "app/cli/words.h"
#include "stores/registryrules.h"

#include <algorithm>
#include <optional>

/// The commands that change a registry: each makes one change out of its arguments.
namespace podium::app {

using domain::ModelVersion;
using stores::Change;
using stores::Held;
using stores::PlaceKind;

namespace {

Change changeOf(PlaceKind kind, const std::string& model) {
    Change change;
    change.place.kind = kind;
    change.place.owner = model;
    return change;
}

Held orNothing(const std::string& text) {
    return text.empty() ? Held() : Held(text);
}

/// Of a model, or of the version that --model-version names.
struct Owner {
    const ModelVersion* version = nullptr;
    std::optional<int> failure;
};

Owner ownerOf(const Options& options, const Decider& decider) {
    const QString number = options.value(QStringLiteral("model-version"));
    if (number.isEmpty())
        return {};
    const ModelVersion* version = decider.version(number);
    return {version, version == nullptr ? std::optional<int>(ExitUsage) : std::nullopt};
}

void addModelVersion(Options& options) {
    options.addValue(QStringLiteral("model-version"), QStringLiteral("VERSION"),
                     CommandLine::tr("Of this version instead of the model."));
}

void addModel(Options& options) {
    options.addPositional(QStringLiteral("MODEL"), CommandLine::tr("A registered model."));
}

}  // namespace

int stageCommand(const QStringList& arguments) {
    Options options(QStringLiteral("stage"),
                    CommandLine::tr("Brings a version of a registered model to a stage."));
    addModel(options);
    options.addPositional(QStringLiteral("VERSION"), CommandLine::tr("The version's number."));
    options.addPositional(QStringLiteral("STAGE"),
                          CommandLine::tr("None, Staging, Production or Archived."));
    options.addFlag(QStringLiteral("archive-existing"),
                    CommandLine::tr("The other versions in that stage go to Archived."));
    options.addValue(QStringLiteral("comment"), QStringLiteral("TEXT"),
                     CommandLine::tr("Why; kept by a Databricks workspace."));
    Decider::addOptions(options, QStringLiteral("STAGE"));
    if (const auto ended = options.read(arguments))
        return *ended;
    const auto stage = stores::stageNamed(options.positional(2).toStdString());
    if (!stage)
        return options.reject(CommandLine::tr("There is no stage %1.").arg(options.positional(2)));
    const bool archive = options.has(QStringLiteral("archive-existing"));
    if (archive && *stage != "Staging" && *stage != "Production")
        return options.reject(
            CommandLine::tr("--archive-existing is for Staging and Production only."));
    Decider decider(options, options.positional(0).toStdString());
    if (decider.failure())
        return *decider.failure();
    const ModelVersion* version = decider.version(options.positional(1));
    if (version == nullptr)
        return ExitUsage;
    Change change = changeOf(PlaceKind::VersionStage, decider.model().name);
    change.place.version = version->version;
    change.wanted = *stage;
    change.basis = version->stage;
    change.comment = options.value(QStringLiteral("comment")).toStdString();
    change.archiveExisting = archive;
    for (const ModelVersion& other : decider.versions()) {
        if (archive && other.version != version->version && other.stage == *change.wanted)
            change.archived.push_back(other.version);
    }
    std::ranges::sort(change.archived);
    return decider.decide(std::move(change));
}

int aliasCommand(const QStringList& arguments) {
    Options options(QStringLiteral("alias"),
                    CommandLine::tr("Sets, moves or takes away an alias of a registered model."));
    addModel(options);
    options.addPositional(QStringLiteral("ALIAS"), CommandLine::tr("The alias."));
    options.addPositional(QStringLiteral("[VERSION]"),
                          CommandLine::tr("The version it is to be at."));
    options.addFlag(QStringLiteral("remove"), CommandLine::tr("Take it away."));
    Decider::addOptions(options, QStringLiteral("VERSION"));
    if (const auto ended = options.read(arguments))
        return *ended;
    const bool remove = options.has(QStringLiteral("remove"));
    if (remove != options.positional(2).isEmpty())
        return options.reject(CommandLine::tr("Give a version, or --remove."));
    Decider decider(options, options.positional(0).toStdString());
    if (decider.failure())
        return *decider.failure();
    Change change = changeOf(PlaceKind::ModelAlias, decider.model().name);
    change.place.key = options.positional(1).toStdString();
    if (!remove) {
        const ModelVersion* version = decider.version(options.positional(2));
        if (version == nullptr)
            return ExitUsage;
        change.wanted = std::to_string(version->version);
    }
    const auto& aliases = decider.model().aliases;
    const auto now = std::ranges::find(aliases, change.place.key, &domain::Alias::alias);
    if (now != aliases.end())
        change.basis = std::to_string(now->version);
    return decider.decide(std::move(change));
}

int describeCommand(const QStringList& arguments) {
    Options options(QStringLiteral("describe"),
                    CommandLine::tr("Describes a registered model or a version of it."));
    addModel(options);
    options.addPositional(QStringLiteral("TEXT"),
                          CommandLine::tr("The description; \"\" takes it away."));
    addModelVersion(options);
    Decider::addOptions(options, QStringLiteral("TEXT"));
    if (const auto ended = options.read(arguments))
        return *ended;
    Decider decider(options, options.positional(0).toStdString());
    if (decider.failure())
        return *decider.failure();
    const Owner owner = ownerOf(options, decider);
    if (owner.failure)
        return *owner.failure;
    const bool ofVersion = owner.version != nullptr;
    Change change =
        changeOf(ofVersion ? PlaceKind::VersionDescription : PlaceKind::ModelDescription,
                 decider.model().name);
    change.place.version = ofVersion ? owner.version->version : 0;
    change.basis = orNothing(ofVersion ? owner.version->description : decider.model().description);
    change.wanted = orNothing(options.positional(1).toStdString());
    return decider.decide(std::move(change));
}

int tagCommand(const QStringList& arguments) {
    Options options(QStringLiteral("tag"),
                    CommandLine::tr("Tags a registered model or a version of it."));
    addModel(options);
    options.addPositional(QStringLiteral("KEY"), CommandLine::tr("The tag's key."));
    options.addPositional(QStringLiteral("[VALUE]"), CommandLine::tr("The tag's value."));
    options.addFlag(QStringLiteral("remove"), CommandLine::tr("Take it away."));
    addModelVersion(options);
    Decider::addOptions(options, QStringLiteral("VALUE"));
    if (const auto ended = options.read(arguments))
        return *ended;
    const bool remove = options.has(QStringLiteral("remove"));
    if (remove && !options.positional(2).isEmpty())
        return options.reject(CommandLine::tr("Give a value, or --remove."));
    Decider decider(options, options.positional(0).toStdString());
    if (decider.failure())
        return *decider.failure();
    const Owner owner = ownerOf(options, decider);
    if (owner.failure)
        return *owner.failure;
    const bool ofVersion = owner.version != nullptr;
    Change change =
        changeOf(ofVersion ? PlaceKind::VersionTag : PlaceKind::ModelTag, decider.model().name);
    change.place.version = ofVersion ? owner.version->version : 0;
    change.place.key = options.positional(1).toStdString();
    const auto& tags = ofVersion ? owner.version->tags : decider.model().tags;
    if (const std::string* now = domain::find(tags, change.place.key))
        change.basis = *now;
    if (!remove)
        change.wanted = options.positional(2).toStdString();
    return decider.decide(std::move(change));
}

}  // namespace podium::app
