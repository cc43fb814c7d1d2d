// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/reviewwords.h"

#include "views/text/querywords.h"
#include "views/text/text.h"

#include <QCoreApplication>

namespace podium::views {

using registry::Action;
using registry::Chain;
using registry::DraftFault;
using registry::Effect;
using registry::Obstacle;
using registry::PolicyFault;
using registry::RequestState;
using registry::Staleness;
using registry::Target;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Reviews)
};

QString stalenessText(Staleness staleness) {
    switch (staleness) {
        case Staleness::None:
            break;
        case Staleness::There:
            return Words::tr("stale: the version is there already");
        case Staleness::Moved:
            return Words::tr("stale: the version was moved since it was asked");
        case Staleness::Replaced:
            return Words::tr("stale: other versions are in its place than when it was asked");
        case Staleness::Elsewhere:
            return Words::tr("stale: it was made for another model or version");
    }
    return Words::tr("stale");
}

}  // namespace

QString targetText(const Target& target) {
    const QString name = oneLine(target.name);
    switch (target.kind) {
        case Target::Kind::Stage:
            return stageText(target.name);
        case Target::Kind::Alias:
            return Words::tr("alias %1").arg(name);
        case Target::Kind::Tag:
            break;
    }
    return name + QStringLiteral(": ") + oneLine(target.value);
}

QString requestStateText(RequestState state, Staleness staleness) {
    switch (state) {
        case RequestState::Open:
            return Words::tr("open");
        case RequestState::Approved:
            return Words::tr("approved");
        case RequestState::Rejected:
            return Words::tr("rejected");
        case RequestState::Withdrawn:
            return Words::tr("withdrawn");
        case RequestState::Applied:
            return Words::tr("applied");
        case RequestState::Stale:
            break;
    }
    return stalenessText(staleness);
}

QString actionText(Action action) {
    switch (action) {
        case Action::Request:
            return Words::tr("asked");
        case Action::Approve:
            return Words::tr("approved");
        case Action::Reject:
            return Words::tr("rejected");
        case Action::Withdraw:
            return Words::tr("withdrew");
        case Action::Comment:
            return Words::tr("commented");
        case Action::Applied:
            return Words::tr("applied");
        case Action::Unknown:
            break;
    }
    return Words::tr("unknown");
}

QString effectText(Effect effect) {
    switch (effect) {
        case Effect::None:
            return {};
        case Effect::Written:
            return Words::tr("written");
        case Effect::Was:
            return Words::tr("it was so already");
        case Effect::Conflict:
            return Words::tr("conflict: nothing was written");
        case Effect::Refused:
            return Words::tr("refused by the store");
        case Effect::Unknown:
            break;
    }
    return Words::tr("unknown");
}

QString reasonText(const registry::Reason& reason) {
    const QString gate = oneLine(reason.detail);
    switch (reason.obstacle) {
        case Obstacle::PolicyFaulty:
            return Words::tr("The model's policy can't be read, so nothing can be approved.");
        case Obstacle::NotOpen:
            return Words::tr("The request is decided.");
        case Obstacle::Stale:
            return Words::tr("What it was asked on is no longer so: it has to be asked anew.");
        case Obstacle::NoName:
            return Words::tr("Nobody is logged in here, and a decision needs a name.");
        case Obstacle::OwnRequest:
            return Words::tr("The policy wants others than the asker to approve.");
        case Obstacle::ApprovedAlready:
            return Words::tr("You have approved it; somebody else has to as well.");
        case Obstacle::ChainBroken:
            return Words::tr("Events of this version were removed or altered, or can't be read.");
        case Obstacle::GateFailed:
            return Words::tr("A gate failed: %1").arg(gate);
        case Obstacle::GateUnknown:
            return Words::tr("Whether a gate passes is not known: %1").arg(gate);
        case Obstacle::GateFaulty:
            return Words::tr("A gate can't be read: %1").arg(gate);
        case Obstacle::NotOffered:
            break;
    }
    return Words::tr("Databricks does not let you approve this.");
}

QString draftFaultText(const registry::Written& written) {
    switch (written.fault) {
        case DraftFault::None:
            return {};
        case DraftFault::NoName:
            return Words::tr("Nobody is logged in here, and a decision needs a name.");
        case DraftFault::NoRequest:
            return Words::tr("The request is no longer there.");
        case DraftFault::NoTarget:
            return Words::tr("Where the version is to go is missing.");
        case DraftFault::TargetName:
            return Words::tr("MLflow takes no such stage, alias or tag.");
        case DraftFault::NoComment:
            return Words::tr("A comment needs words.");
        case DraftFault::TooLong:
            break;
    }
    const auto over = static_cast<qint64>(written.length - registry::LongestEvent);
    return Words::tr("The comment is too long for the registry by %1 characters.").arg(count(over));
}

QString policyFaultText(const PolicyFault& fault) {
    using Code = PolicyFault::Code;
    const qint64 number = static_cast<qint64>(fault.index) + 1;
    const QString why = queryWords(fault.detail);
    switch (fault.code) {
        case Code::NotJson:
            return Words::tr("The policy can't be read: it is no JSON object.");
        case Code::Newer:
            return Words::tr("The policy is of a later Podium.");
        case Code::FieldType:
            return Words::tr("The policy has no sound field “%1”.").arg(oneLine(fault.detail));
        case Code::Approvals:
            return Words::tr("The number of approvals is between 1 and %1.")
                .arg(registry::MostApprovals);
        case Code::GateSyntax:
            return Words::tr("Gate %1: expected %2.").arg(count(number), why);
        case Code::GateMeaning:
            return Words::tr("Gate %1: %2.").arg(count(number), why);
        case Code::GateTwice:
            return Words::tr("Gate %1 is there already.").arg(count(number));
        case Code::LaneName:
            return Words::tr("Lane %1 needs a name that is none of a stage.").arg(count(number));
        case Code::LaneTag:
            return Words::tr("Lane %1 needs a tag that may be written.").arg(count(number));
        case Code::LaneTwice:
            return Words::tr("Lane %1 has the name, or tag and value, of another one.")
                .arg(count(number));
        case Code::TooLong:
            break;
    }
    return Words::tr("The policy is too long: %1 characters, %2 are possible.")
        .arg(count(static_cast<qint64>(fault.position)),
             count(static_cast<qint64>(registry::LongestPolicy)));
}

QString chainText(Chain::State state) {
    switch (state) {
        case Chain::State::Intact:
            return Words::tr("Every event follows another one that is there and unaltered.");
        case Chain::State::Forked:
            return Words::tr(
                "Two people wrote at the same time. Every event follows another one that is there "
                "and unaltered.");
        case Chain::State::Broken:
            break;
    }
    return Words::tr("Events of this version were removed or altered, or can't be read.");
}

}  // namespace podium::views
