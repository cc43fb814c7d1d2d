// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/decisionwords.h"

#include "session/tagrules.h"
#include "views/text/text.h"

#include <QCoreApplication>

namespace podium::views {

using base::ErrorCode;
using session::Decision;
using session::DecisionState;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Decisions)
};

constexpr int LongestValue = 400;

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

QString decisionSentence(const Decision& decision) {
    switch (decision.state) {
        case DecisionState::Written:
            return Words::tr("Written to the store.");
        case DecisionState::Writing:
            return Words::tr("Is being written to the store.");
        case DecisionState::Waiting:
            return decision.error ? Words::tr("Waiting, and tried again by itself: %1")
                                        .arg(describe(*decision.error))
                                  : Words::tr("Waiting until the store can be reached.");
        case DecisionState::LocalOnly:
            return readOnlySentence(decision);
        case DecisionState::Failed:
            return decision.error ? describe(*decision.error) : QString();
        case DecisionState::Conflict:
            return decision.found
                       ? Words::tr("Somebody else changed it meanwhile. The store holds “%1”.")
                             .arg(decisionValue(decision.found))
                       : Words::tr("Somebody else deleted it meanwhile.");
    }
    return {};
}

QString decisionSubject(const session::Place& place) {
    if (place.kind == session::PlaceKind::RunName)
        return Words::tr("Name");
    if (place.key == session::NoteTag)
        return Words::tr("Description");
    return Words::tr("Tag %1").arg(QString::fromStdString(place.key));
}

QString decisionValue(const std::optional<std::string>& value) {
    if (!value)
        return Words::tr("(none)");
    return value->empty() ? Words::tr("(empty)") : oneLine(*value, LongestValue);
}

}  // namespace podium::views
