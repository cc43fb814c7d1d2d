// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/reviewwords.h"

#include "items/cell.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <string_view>

namespace podium::views {

using namespace registry;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Reviews)
};

constexpr int LongName = 80;

QString name(std::string_view text) {
    return oneLine(text, LongName);
}

QString effectText(const Event& event) {
    switch (event.effect) {
        case Effect::Written:
            return Words::tr("made the change");
        case Effect::Was:
            return Words::tr("found it so already");
        case Effect::Conflict:
            return event.found.empty()
                       ? Words::tr("did not make the change: somebody else was faster")
                       : Words::tr("did not make the change: the store holds “%1” now")
                             .arg(name(event.found));
        case Effect::Refused:
            return Words::tr("could not make the change: the store refused");
        case Effect::None:
        case Effect::Unknown:
            break;
    }
    return Words::tr("noted what came of it");
}

QString gateGapText(GateGap gap, const QString& what) {
    switch (gap) {
        case GateGap::NoIncumbent:
            return Words::tr("there is no version to compare with");
        case GateGap::Missing:
            return Words::tr("no %1", "name of a metric, param or tag").arg(what);
        case GateGap::RunUnknown:
            return Words::tr("the source run has not been read");
        case GateGap::HistoryNeeded:
            return Words::tr("the points of %1 are not here").arg(what);
        case GateGap::SignatureUnknown:
            return Words::tr("a signature is not known");
        case GateGap::None:
            break;
    }
    return {};
}

QString before(const SignatureChange& change) {
    return name(change.before);
}

QString sideOf(SignatureChange::Kind kind) {
    using Kind = SignatureChange::Kind;
    switch (kind) {
        case Kind::OutputRemoved:
        case Kind::OutputAdded:
        case Kind::OutputRetyped:
            return Words::tr("output");
        case Kind::ParamRemoved:
        case Kind::ParamAdded:
        case Kind::ParamRetyped:
        case Kind::ParamDefault:
            return Words::tr("param");
        default:
            return Words::tr("input");
    }
}

/// As people write it; of a comparison that failed, what is so instead.
QString signText(std::string_view comparison, bool failed) {
    struct Sign {
        std::string_view written;
        const char16_t* holds;
        const char16_t* otherwise;
    };
    constexpr std::array Signs = {Sign{">=", u"\u2265", u"<"}, Sign{"<=", u"\u2264", u">"},
                                  Sign{">", u">", u"\u2264"},  Sign{"<", u"<", u"\u2265"},
                                  Sign{"=", u"=", u"\u2260"},  Sign{"!=", u"\u2260", u"="}};
    for (const Sign& sign : Signs) {
        if (sign.written == comparison)
            return QString::fromUtf16(failed ? sign.otherwise : sign.holds);
    }
    return QString::fromUtf8(comparison.data(), static_cast<qsizetype>(comparison.size()));
}

}  // namespace

QString targetText(const Target& target) {
    switch (target.kind) {
        case Target::Kind::Stage:
            return stageText(target.name);
        case Target::Kind::Alias:
            return QLatin1Char('@') + name(target.name);
        case Target::Kind::Tag:
            break;
    }
    return Words::tr("%1 = %2", "tag = value").arg(name(target.name), name(target.value));
}

QString requestLine(const Request& request) {
    return Words::tr("version %1 → %2").arg(request.version).arg(targetText(request.target));
}

QString requestTitle(const Request& request) {
    return Words::tr("%1 · %2", "model · version 7 → Production")
        .arg(name(request.model), requestLine(request));
}

QString requestStateText(RequestState state) {
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
            return Words::tr("done");
        case RequestState::Stale:
            return Words::tr("out of date");
    }
    return {};
}

QString stalenessText(const Request& request) {
    switch (request.staleness) {
        case Staleness::None:
            return {};
        case Staleness::There:
            return Words::tr("Out of date: the version is there already.");
        case Staleness::Moved:
            return Words::tr("Out of date: the version has been moved since this was asked.");
        case Staleness::Replaced:
            return Words::tr("Out of date: another version than when this was asked is in %1.")
                .arg(targetText(request.target));
        case Staleness::Elsewhere:
            return Words::tr(
                "Out of date: this was asked for another version and came with a copy.");
    }
    return {};
}

QString eventText(const Event& event) {
    switch (event.action) {
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
            return effectText(event);
        case Action::Unknown:
            break;
    }
    return event.reading == Reading::Unreadable
               ? Words::tr("wrote what can't be read")
               : Words::tr("wrote “%1”, which this Podium does not know")
                     .arg(name(event.actionText));
}

QString gapText(Gap gap) {
    switch (gap) {
        case Gap::None:
            return {};
        case Gap::NoRun:
            return Words::tr("the version names no run");
        case Gap::RunNotRead:
            return Words::tr("the source run has not been read");
        case Gap::FilesNotHere:
            return Words::tr("the files are on a server and were not fetched");
        case Gap::FilesGone:
            return Words::tr("the files are not where they should be");
        case Gap::NoFile:
            return Words::tr("the model has no such file");
        case Gap::NoIncumbent:
            return Words::tr("there is no version to compare with");
    }
    return {};
}

QString gateOutcomeText(GateResult::Outcome outcome) {
    switch (outcome) {
        case GateResult::Outcome::Pass:
            return Words::tr("Passed");
        case GateResult::Outcome::Fail:
            return Words::tr("Failed");
        case GateResult::Outcome::Unknown:
            return Words::tr("Unknown");
        case GateResult::Outcome::Faulty:
            return Words::tr("Faulty");
    }
    return {};
}

QString gateValuesText(const GateResult& gate) {
    if (gate.outcome == GateResult::Outcome::Faulty)
        return gate.error ? describe(*gate.error) : QString();
    if (gate.gap != GateGap::None)
        return gateGapText(gate.gap, name(gate.gapName));
    // NaN is neither less nor greater.
    if (gate.left && gate.right && !std::isnan(*gate.left) && !std::isnan(*gate.right))
        return QStringLiteral("%1 %2 %3")
            .arg(compactNumber(*gate.left),
                 signText(gate.comparison, gate.outcome == GateResult::Outcome::Fail),
                 compactNumber(*gate.right));
    QStringList parts;
    for (const GateValue& value : gate.values) {
        const QString text = value.number ? compactNumber(*value.number)
                             : value.text ? name(*value.text)
                                          : gateGapText(value.gap, name(value.name));
        parts.append(QStringLiteral("%1: %2").arg(name(value.name), text));
    }
    return parts.join(QStringLiteral(", "));
}

QString signatureChangeText(const SignatureChange& change) {
    using Kind = SignatureChange::Kind;
    const QString what = sideOf(change.kind) + QLatin1Char(' ') + name(change.column);
    const QString after = name(change.after);
    switch (change.kind) {
        case Kind::InputRemoved:
        case Kind::OutputRemoved:
        case Kind::ParamRemoved:
            return Words::tr("%1 removed", "input age").arg(what);
        case Kind::InputAdded:
        case Kind::OutputAdded:
        case Kind::ParamAdded:
            return Words::tr("%1 added (%2)", "input age, its type").arg(what, after);
        case Kind::OptionalInputAdded:
            return Words::tr("optional %1 added (%2)", "input age, its type").arg(what, after);
        case Kind::InputRetyped:
        case Kind::InputWidened:
        case Kind::OutputRetyped:
        case Kind::ParamRetyped:
            return Words::tr("%1: %2 → %3", "input age: long → double")
                .arg(what, before(change), after);
        case Kind::InputNowRequired:
            return Words::tr("%1 is required now", "input age").arg(what);
        case Kind::InputNowOptional:
            return Words::tr("%1 is optional now", "input age").arg(what);
        case Kind::InputsReordered:
            return Words::tr("inputs stand in another order");
        case Kind::ParamDefault:
            return Words::tr("%1: default %2 → %3", "param alpha").arg(what, before(change), after);
        case Kind::SignatureRemoved:
            return Words::tr("there is no signature any more");
        case Kind::SignatureAdded:
            return Words::tr("there was no signature before");
    }
    return {};
}

QString reasonText(const Reason& reason) {
    const QString detail = oneLine(reason.detail, 200);
    switch (reason.obstacle) {
        case Obstacle::PolicyFaulty:
            return Words::tr("The model's policy can't be read: nothing is approved by it.");
        case Obstacle::NotOpen:
            return Words::tr("This is decided.");
        case Obstacle::Stale:
            return Words::tr("This is out of date: it has to be asked anew.");
        case Obstacle::NoName:
            return Words::tr("Nobody knows who you are: enter a name in the settings.");
        case Obstacle::OwnRequest:
            return Words::tr("You have asked for it: by the policy somebody else approves.");
        case Obstacle::ApprovedAlready:
            return Words::tr("You have approved it.");
        case Obstacle::ChainBroken:
            return Words::tr("Events of this version were removed or altered.");
        case Obstacle::GateFailed:
            return Words::tr("A gate has failed: %1").arg(detail);
        case Obstacle::GateUnknown:
            return Words::tr("A gate is unknown: %1").arg(detail);
        case Obstacle::GateFaulty:
            return Words::tr("A gate can't be read: %1").arg(detail);
        case Obstacle::NotOffered:
            return Words::tr("The server does not let you approve.");
    }
    return {};
}

QString draftFaultText(DraftFault fault) {
    switch (fault) {
        case DraftFault::None:
            return {};
        case DraftFault::NoName:
            return Words::tr("Nobody knows who you are: enter a name in the settings.");
        case DraftFault::NoRequest:
            return Words::tr("The request is gone.");
        case DraftFault::NoTarget:
            return Words::tr("The version is gone.");
        case DraftFault::TargetName:
            return Words::tr("MLflow does not take this name.");
        case DraftFault::NoComment:
            return Words::tr("There are no words.");
        case DraftFault::TooLong:
            return Words::tr("This is too long for a tag of a store.");
    }
    return {};
}

QString policyFaultText(const PolicyFault& fault, const Policy& policy) {
    const auto gate = [&] {
        return fault.index < policy.gates.size() ? oneLine(policy.gates[fault.index].text, 120)
                                                 : QString::number(fault.index + 1);
    };
    const int number = static_cast<int>(fault.index) + 1;
    switch (fault.code) {
        case PolicyFault::Code::NotJson:
            return Words::tr("The policy can't be read: the tag holds no JSON.");
        case PolicyFault::Code::Newer:
            return Words::tr("The policy was written by a later Podium.");
        case PolicyFault::Code::FieldType:
            return Words::tr("The policy's field “%1” can't be read.").arg(name(fault.detail));
        case PolicyFault::Code::Approvals:
            return Words::tr("Between 1 and %1 approvals can be wanted.").arg(MostApprovals);
        case PolicyFault::Code::GateSyntax:
        case PolicyFault::Code::GateMeaning:
            return Words::tr("Gate %1 can't be read at character %2: %3")
                .arg(number)
                .arg(fault.position + 1)
                .arg(gate());
        case PolicyFault::Code::GateTwice:
            return Words::tr("Gate %1 stands there already.").arg(number);
        case PolicyFault::Code::LaneName:
            return Words::tr("Lane %1 needs a name that is no stage's.").arg(number);
        case PolicyFault::Code::LaneTag:
            return Words::tr("Lane %1 needs the key of a tag.").arg(number);
        case PolicyFault::Code::LaneTwice:
            return Words::tr("Lane %1 is the same as an earlier one.").arg(number);
        case PolicyFault::Code::TooLong:
            return Words::tr("The policy is too long for a tag of a store.");
    }
    return {};
}

QString chainText(const Chain& chain) {
    switch (chain.state) {
        case Chain::State::Intact:
            return Words::tr("The events follow each other without a gap.");
        case Chain::State::Forked:
            return Words::tr("Two people wrote at the same time; no event is missing.");
        case Chain::State::Broken:
            return Words::tr("Events were removed or altered after they were written.");
    }
    return {};
}

QString signedNumber(double value) {
    return value > 0 ? QLatin1Char('+') + compactNumber(value) : compactNumber(value);
}

QString relativeText(double share) {
    return Words::tr("%1 %", "a share").arg(signedNumber(std::round(share * 1000) / 10));
}

}  // namespace podium::views
