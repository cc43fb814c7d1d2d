// SPDX-License-Identifier: GPL-3.0-or-later
// Words of gates, evidence, and the review pack.
#include "registry/times.h"
#include "views/text/querywords.h"
#include "views/text/reviewwords.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <string_view>

namespace podium::views {

using registry::FileChange;
using registry::Gap;
using registry::GateGap;
using registry::GateResult;
using registry::SignatureChange;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

QString gateGapText(GateGap gap, const std::string& name) {
    const QString what = oneLine(name);
    switch (gap) {
        case GateGap::None:
            return {};
        case GateGap::NoIncumbent:
            return Words::tr("there is no incumbent");
        case GateGap::Missing:
            return Words::tr("there is no %1").arg(what);
        case GateGap::RunUnknown:
            return Words::tr("the run of %1 is not here").arg(what);
        case GateGap::HistoryNeeded:
            return Words::tr("the history for %1 is not here").arg(what);
        case GateGap::SignatureUnknown:
            break;
    }
    return Words::tr("a signature is not known");
}

/// As people write it; of a comparison that failed, what is so instead.
QString signText(const std::string& comparison, bool failed) {
    struct Sign {
        std::string_view written;
        const char16_t* holds;
        const char16_t* otherwise;
    };
    constexpr std::array Signs = {Sign{">=", u"≥", u"<"}, Sign{"<=", u"≤", u">"},
                                  Sign{">", u">", u"≤"},  Sign{"<", u"<", u"≥"},
                                  Sign{"=", u"=", u"≠"},  Sign{"!=", u"≠", u"="}};
    for (const Sign& sign : Signs) {
        if (sign.written == comparison)
            return QString::fromUtf16(failed ? sign.otherwise : sign.holds);
    }
    return QString::fromStdString(comparison);
}

QString listText(const GateResult& gate) {
    QStringList parts;
    for (const registry::GateValue& value : gate.values) {
        if (value.text && value.name.starts_with("signature")) {
            parts << (*value.text == "yes" ? Words::tr("no caller would break")
                                           : Words::tr("callers would break"));
            continue;
        }
        const QString text = value.number ? compactNumber(*value.number)
                             : value.text ? oneLine(*value.text, 80)
                                          : gateGapText(value.gap, value.name);
        const bool named = value.number || value.text;
        parts << (named ? oneLine(value.name) + QStringLiteral(" = ") + text : text);
    }
    return parts.join(QStringLiteral(", "));
}

std::string utf8(const QString& text) {
    return text.toStdString();
}

QString packText(registry::PackWords::Text text) {
    using Text = registry::PackWords::Text;
    switch (text) {
        case Text::Title:
            return Words::tr("Review");
        case Text::Source:
            return Words::tr("Source");
        case Text::Version:
            return Words::tr("Version");
        case Text::Target:
            return Words::tr("Is to be in");
        case Text::Replaces:
            return Words::tr("Replaces version");
        case Text::Asker:
            return Words::tr("Asked by");
        case Text::AskedAt:
            return Words::tr("Asked at");
        case Text::State:
            return Words::tr("State");
        case Text::Archive:
            return Words::tr("Archive existing versions");
        case Text::Comment:
            return Words::tr("Comment");
        case Text::MadeAt:
            return Words::tr("This file was made at");
        case Text::MadeBy:
            return Words::tr("This file was made by");
        case Text::Policy:
            return Words::tr("Policy");
        case Text::ApprovalsNeeded:
            return Words::tr("Approvals needed");
        case Text::AuthorMayApprove:
            return Words::tr("The asker may approve");
        case Text::Yes:
            return Words::tr("yes");
        case Text::No:
            return Words::tr("no");
        case Text::Metrics:
            return Words::tr("Metrics");
        case Text::Params:
            return Words::tr("Params");
        case Text::Tags:
            return Words::tr("Tags");
        case Text::Packages:
            return Words::tr("Environment");
        case Text::Signature:
            return Words::tr("Signature");
        case Text::Datasets:
            return Words::tr("Datasets");
        case Text::Files:
            return Words::tr("Artifacts");
        case Text::Gates:
            return Words::tr("Gates");
        case Text::Thread:
            return Words::tr("What was said");
        case Text::Audit:
            return Words::tr("Log of this machine");
        case Text::Key:
            return Words::tr("Name");
        case Text::Candidate:
            return Words::tr("Candidate");
        case Text::Incumbent:
            return Words::tr("Incumbent");
        case Text::Change:
            return Words::tr("Change");
        case Text::Outcome:
            return Words::tr("Outcome");
        case Text::Values:
            return Words::tr("Values");
        case Text::When:
            return Words::tr("When");
        case Text::Who:
            return Words::tr("Who");
        case Text::What:
            return Words::tr("What");
        case Text::From:
            return Words::tr("From");
        case Text::To:
            return Words::tr("To");
        case Text::Hash:
            return Words::tr("Hash");
        case Text::Breaking:
            return Words::tr("Breaking:");
        case Text::SameCount:
            return Words::tr("The same in both: %1");
        case Text::Missing:
            return QStringLiteral("–");
        case Text::NothingDiffers:
            return Words::tr("Nothing differs.");
        case Text::NoGates:
            return Words::tr("The policy has no gates.");
        case Text::NoAudit:
            return Words::tr("Nothing about this version was decided on this machine.");
        case Text::NotKnown:
            return Words::tr("Not known:");
        case Text::ChainIntact:
            return chainText(registry::Chain::State::Intact);
        case Text::ChainForked:
            return chainText(registry::Chain::State::Forked);
        case Text::ChainBroken:
            return chainText(registry::Chain::State::Broken);
        case Text::AuditIntact:
            return Words::tr("The log is as it was written.");
        case Text::AuditBroken:
            return Words::tr("Lines of the log were removed or altered.");
        case Text::Notice:
            break;
    }
    return Words::tr(
        "Requests and decisions are tags in the registry. Everybody who may write there can change "
        "them: this is a record of what was said, no proof of it.");
}

}  // namespace

QString gapText(Gap gap) {
    switch (gap) {
        case Gap::None:
            return {};
        case Gap::NoRun:
            return Words::tr("the version names no run");
        case Gap::RunNotRead:
            return Words::tr("its run is not here");
        case Gap::FilesNotHere:
            return Words::tr("its files are on the server and were not fetched");
        case Gap::FilesGone:
            return Words::tr("its files are not where they should be");
        case Gap::NoFile:
            return Words::tr("the model has no such file");
        case Gap::NoIncumbent:
            break;
    }
    return Words::tr("there is no version to compare with");
}

QString gateOutcomeText(GateResult::Outcome outcome) {
    switch (outcome) {
        case GateResult::Outcome::Pass:
            return Words::tr("passed");
        case GateResult::Outcome::Fail:
            return Words::tr("failed");
        case GateResult::Outcome::Unknown:
            return Words::tr("unknown");
        case GateResult::Outcome::Faulty:
            break;
    }
    return Words::tr("can't be read");
}

QString gateValuesText(const GateResult& gate) {
    if (gate.error && gate.error->args.size() > 2) {
        const QString why = queryWords(gate.error->args[2]);
        return gate.error->code == base::ErrorCode::QuerySyntax ? Words::tr("expected %1").arg(why)
                                                                : why;
    }
    if (gate.outcome == GateResult::Outcome::Unknown)
        return gateGapText(gate.gap, gate.gapName);
    // NaN is neither less nor greater.
    if (gate.left && gate.right && !std::isnan(*gate.left) && !std::isnan(*gate.right))
        return compactNumber(*gate.left) + QLatin1Char(' ') +
               signText(gate.comparison, gate.outcome == GateResult::Outcome::Fail) +
               QLatin1Char(' ') + compactNumber(*gate.right);
    return listText(gate);
}

QString signatureChangeText(const SignatureChange& change) {
    using Kind = SignatureChange::Kind;
    const QString column = oneLine(change.column);
    const QString before = oneLine(change.before);
    const QString after = oneLine(change.after);
    switch (change.kind) {
        case Kind::InputRemoved:
            return Words::tr("input %1 is gone (was %2)").arg(column, before);
        case Kind::InputAdded:
            return Words::tr("new input %1 (%2), which has to be given").arg(column, after);
        case Kind::OptionalInputAdded:
            return Words::tr("new input %1 (%2), which may be left out").arg(column, after);
        case Kind::InputRetyped:
            return Words::tr("input %1: %2 became %3").arg(column, before, after);
        case Kind::InputWidened:
            return Words::tr("input %1: %2 became %3, which takes both").arg(column, before, after);
        case Kind::InputNowRequired:
            return Words::tr("input %1 has to be given now").arg(column);
        case Kind::InputNowOptional:
            return Words::tr("input %1 may be left out now").arg(column);
        case Kind::InputsReordered:
            return Words::tr("the inputs are in another order");
        case Kind::OutputRemoved:
            return Words::tr("output %1 is gone (was %2)").arg(column, before);
        case Kind::OutputAdded:
            return Words::tr("new output %1 (%2)").arg(column, after);
        case Kind::OutputRetyped:
            return Words::tr("output %1: %2 became %3").arg(column, before, after);
        case Kind::ParamRemoved:
            return Words::tr("param %1 is gone (was %2)").arg(column, before);
        case Kind::ParamAdded:
            return Words::tr("new param %1 (%2)").arg(column, after);
        case Kind::ParamRetyped:
            return Words::tr("param %1: %2 became %3").arg(column, before, after);
        case Kind::ParamDefault:
            return Words::tr("param %1: the default %2 became %3").arg(column, before, after);
        case Kind::SignatureRemoved:
            return Words::tr("the candidate has no signature");
        case Kind::SignatureAdded:
            break;
    }
    return Words::tr("the incumbent has no signature");
}

QString fileChangeText(FileChange::Kind kind) {
    switch (kind) {
        case FileChange::Kind::Same:
            return Words::tr("same");
        case FileChange::Kind::Added:
            return Words::tr("added");
        case FileChange::Kind::Removed:
            return Words::tr("removed");
        case FileChange::Kind::Changed:
            return Words::tr("changed");
        case FileChange::Kind::Unknown:
            break;
    }
    return Words::tr("not known");
}

registry::PackWords packWords() {
    registry::PackWords words;
    words.text = [](registry::PackWords::Text text) { return utf8(packText(text)); };
    words.time = registry::isoTime;
    words.number = [](double value) { return utf8(fullNumber(value)); };
    words.change = [](double value) { return utf8(compactNumber(value)); };
    words.state = [](registry::RequestState state, registry::Staleness staleness) {
        return utf8(requestStateText(state, staleness));
    };
    words.action = [](registry::Action action) { return utf8(actionText(action)); };
    words.target = [](const registry::Target& target) { return utf8(targetText(target)); };
    words.gap = [](Gap gap) { return utf8(gapText(gap)); };
    words.gateOutcome = [](const GateResult& gate) { return utf8(gateOutcomeText(gate.outcome)); };
    words.gateValues = [](const GateResult& gate) { return utf8(gateValuesText(gate)); };
    words.signature = [](const SignatureChange& change) {
        return utf8(signatureChangeText(change));
    };
    words.file = [](FileChange::Kind kind) { return utf8(fileChangeText(kind)); };
    return words;
}

}  // namespace podium::views
