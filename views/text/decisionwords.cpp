// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/decisionwords.h"

#include "session/tagrules.h"
#include "views/text/text.h"

#include <QCoreApplication>
#include <QStringBuilder>

namespace podium::views {

using base::ErrorCode;
using session::Decision;
using session::DecisionState;
using session::PlaceKind;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Decisions)
};

constexpr int LongestValue = 400;

QString conflictSentence(const Decision& decision) {
    const session::Place& place = decision.change.place;
    const auto& found = decision.found;
    if (place.kind == PlaceKind::ModelAlias)
        return found ? Words::tr("Somebody else moved the alias meanwhile: it is at version %1.")
                           .arg(decisionValue(found))
                     : Words::tr("Somebody else took the alias away meanwhile.");
    if (place.kind == PlaceKind::VersionStage && !decision.inStage.empty() &&
        (found == decision.change.basis || found == decision.change.wanted))
        return Words::tr("Others are in %1 than there were when this was decided: version %2.")
            .arg(decisionValue(decision.change.wanted), versionNumbers(decision.inStage));
    if (place.kind == PlaceKind::VersionStage)
        return Words::tr("Somebody else moved the version meanwhile: it is in %1.")
            .arg(decisionValue(found));
    return found ? Words::tr("Somebody else changed it meanwhile. The store holds “%1”.")
                       .arg(decisionValue(found))
                 : Words::tr("Somebody else deleted it meanwhile.");
}

QString readOnlySentence(const Decision& decision) {
    if (decision.error && decision.error->code == ErrorCode::Forbidden)
        return Words::tr("Kept here only, the server does not let you write: %1")
            .arg(describe(*decision.error));
    const bool reason =
        decision.error && decision.error->args.size() > 1 && !decision.error->args[1].empty();
    if (reason)
        return Words::tr("Kept here only, the store is read-only: %1.")
            .arg(QString::fromStdString(decision.error->args[1]));
    return Words::tr("Kept here only, the store is read-only.");
}

}  // namespace

QString decisionStateText(DecisionState state) {
    switch (state) {
        case DecisionState::Written:
            return Words::tr("written");
        case DecisionState::Writing:
            return Words::tr("being written");
        case DecisionState::Waiting:
            return Words::tr("waiting");
        case DecisionState::LocalOnly:
            return Words::tr("kept here only");
        case DecisionState::Failed:
            return Words::tr("refused");
        case DecisionState::Conflict:
            return Words::tr("conflict");
    }
    return {};
}

QString decisionStateIcon(DecisionState state) {
    switch (state) {
        case DecisionState::Written:
            return QStringLiteral("check");
        case DecisionState::Writing:
        case DecisionState::Waiting:
            return QStringLiteral("clock");
        case DecisionState::LocalOnly:
            return QStringLiteral("lock");
        case DecisionState::Failed:
            return QStringLiteral("circle-x");
        case DecisionState::Conflict:
            return QStringLiteral("triangle-alert");
    }
    return {};
}

QString decisionStateSentence(DecisionState state) {
    switch (state) {
        case DecisionState::Written:
        case DecisionState::Writing:
            return Words::tr("Changed here, and being written to the store.");
        case DecisionState::Waiting:
            return Words::tr("Changed here, and waiting until the store can be reached.");
        case DecisionState::LocalOnly:
            return Words::tr("Changed here only, the store is read-only.");
        case DecisionState::Failed:
            return Words::tr("Changed here, and refused by the store: see the outbox.");
        case DecisionState::Conflict:
            return Words::tr("Changed here and in the store: see the outbox.");
    }
    return {};
}

QString decisionSentence(const Decision& decision, const Decision* blocker) {
    switch (decision.state) {
        case DecisionState::Written:
            return Words::tr("Written to the store.");
        case DecisionState::Writing:
            return Words::tr("Is being written to the store.");
        case DecisionState::Waiting:
            if (blocker != nullptr && blocker->state > DecisionState::Waiting)
                return Words::tr("Waiting for what was decided before it: %1.")
                    .arg(decisionLine(blocker->change));
            return decision.error ? Words::tr("Waiting, and tried again by itself: %1")
                                        .arg(describe(*decision.error))
                                  : Words::tr("Waiting until the store can be reached.");
        case DecisionState::LocalOnly:
            return readOnlySentence(decision);
        case DecisionState::Failed:
            return decision.error ? describe(*decision.error) : QString();
        case DecisionState::Conflict:
            return conflictSentence(decision);
    }
    return {};
}

QString decisionSubject(const session::Place& place) {
    switch (place.kind) {
        case PlaceKind::RunName:
            return Words::tr("Name");
        case PlaceKind::ModelDescription:
        case PlaceKind::VersionDescription:
            return Words::tr("Description");
        case PlaceKind::ModelAlias:
            return Words::tr("Alias %1").arg(oneLine(place.key));
        case PlaceKind::VersionStage:
            return Words::tr("Stage");
        case PlaceKind::RunTag:
            if (place.key == session::NoteTag)
                return Words::tr("Description");
            break;
        case PlaceKind::ModelTag:
        case PlaceKind::VersionTag:
            break;
    }
    return Words::tr("Tag %1").arg(oneLine(place.key));
}

QString decisionOwner(const session::Place& place) {
    if (place.version == 0)
        return oneLine(place.owner);
    return Words::tr("%1, version %2", "churn, version 7")
        .arg(oneLine(place.owner), QString::number(place.version));
}

QString versionNumbers(const std::vector<std::int64_t>& versions) {
    QStringList numbers;
    for (const std::int64_t version : versions)
        numbers.append(QString::number(version));
    return numbers.join(QStringLiteral(", "));
}

QString decisionWanted(const session::Change& change) {
    const bool isStage = change.place.kind == PlaceKind::VersionStage;
    const QString wanted = !change.wanted ? Words::tr("(deleted)")
                           : isStage      ? stageText(*change.wanted)
                                          : decisionValue(change.wanted);
    if (!change.archiveExisting || change.archived.empty())
        return wanted;
    return Words::tr("%1, archives %2", "Production, archives 4, 5")
        .arg(wanted, versionNumbers(change.archived));
}

QString decisionLine(const session::Change& change) {
    const session::Place& place = change.place;
    const QString model = oneLine(place.owner);
    const QString version = QString::number(place.version);
    const QString before = place.kind == PlaceKind::VersionStage && change.basis
                               ? stageText(*change.basis)
                               : decisionValue(change.basis);
    const QString step =
        Words::tr("%1 → %2", "Staging → Production").arg(before, decisionWanted(change));
    switch (place.kind) {
        case PlaceKind::VersionStage:
            return Words::tr("version %1 of %2: %3").arg(version, model, step);
        case PlaceKind::ModelAlias:
            return Words::tr("alias %1 of %2: %3").arg(oneLine(place.key), model, step);
        case PlaceKind::ModelDescription:
            return Words::tr("description of %1: %2").arg(model, step);
        case PlaceKind::VersionDescription:
            return Words::tr("description of version %1 of %2: %3").arg(version, model, step);
        case PlaceKind::ModelTag:
            return Words::tr("tag %1 of %2: %3").arg(oneLine(place.key), model, step);
        case PlaceKind::VersionTag:
            return Words::tr("tag %1 of version %2 of %3: %4")
                .arg(oneLine(place.key), version, model, step);
        case PlaceKind::RunTag:
            return Words::tr("tag %1 of run %2: %3").arg(oneLine(place.key), model, step);
        case PlaceKind::RunName:
            return Words::tr("name of run %1: %2").arg(model, step);
    }
    return {};
}

QStringList previewText(const std::vector<session::PreviewLine>& lines) {
    QStringList text;
    for (const session::PreviewLine& line : lines)
        text.append(line.content
                        ? oneLine(line.place) % QStringLiteral(": ") % oneLine(*line.content)
                        : Words::tr("%1: is deleted", "models/churn/aliases/champion: …")
                              .arg(oneLine(line.place)));
    return text;
}

QString decisionValue(const std::optional<std::string>& value) {
    if (!value)
        return Words::tr("(none)");
    return value->empty() ? Words::tr("(empty)") : oneLine(*value, LongestValue);
}

}  // namespace podium::views
