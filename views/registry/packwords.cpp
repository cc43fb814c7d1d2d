// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/packwords.h"

#include "registry/times.h"
#include "views/registry/reviewwords.h"
#include "views/text/text.h"

#include <QCoreApplication>

#include <map>

namespace podium::views {

using registry::PackWords;
using Text = PackWords::Text;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReviewPack)
};

std::map<Text, QString> headWords() {
    return {{Text::Title, Words::tr("Review")},
            {Text::Source, Words::tr("Store")},
            {Text::Version, Words::tr("Version")},
            {Text::Target, Words::tr("Goes to")},
            {Text::Replaces, Words::tr("Replaces")},
            {Text::Asker, Words::tr("Asked by")},
            {Text::AskedAt, Words::tr("Asked")},
            {Text::State, Words::tr("State")},
            {Text::Archive, Words::tr("Archives what is there")},
            {Text::Comment, Words::tr("Comment")},
            {Text::MadeAt, Words::tr("Made")},
            {Text::MadeBy, Words::tr("Made by")},
            {Text::Policy, Words::tr("Policy")},
            {Text::ApprovalsNeeded, Words::tr("Approvals needed")},
            {Text::AuthorMayApprove, Words::tr("Who asks may approve")},
            {Text::Yes, Words::tr("yes")},
            {Text::No, Words::tr("no")}};
}

std::map<Text, QString> partWords() {
    return {{Text::Metrics, Words::tr("Metrics")},
            {Text::Params, Words::tr("Params")},
            {Text::Tags, Words::tr("Tags")},
            {Text::Packages, Words::tr("Requirements")},
            {Text::Signature, Words::tr("Signature")},
            {Text::Datasets, Words::tr("Datasets")},
            {Text::Files, Words::tr("Files")},
            {Text::Gates, Words::tr("Gates")},
            {Text::Thread, Words::tr("What was said")},
            {Text::Audit, Words::tr("Decided on this machine")},
            {Text::Key, Words::tr("Name")},
            {Text::Candidate, Words::tr("Candidate")},
            {Text::Incumbent, Words::tr("In its place now")},
            {Text::Change, Words::tr("Change")},
            {Text::Outcome, Words::tr("Outcome")},
            {Text::Values, Words::tr("Values")},
            {Text::When, Words::tr("When")},
            {Text::Who, Words::tr("Who")},
            {Text::What, Words::tr("What")},
            {Text::From, Words::tr("From")},
            {Text::To, Words::tr("To")},
            {Text::Hash, Words::tr("Hash")}};
}

std::map<Text, QString> stateWords() {
    return {
        {Text::Breaking, Words::tr("breaking")},
        {Text::SameCount, Words::tr("The same in both: %1")},
        {Text::Missing, Words::tr("none")},
        {Text::NothingDiffers, Words::tr("Nothing differs.")},
        {Text::NoGates, Words::tr("The model's policy has no gates.")},
        {Text::NoAudit, Words::tr("Nothing was decided on this machine.")},
        {Text::NotKnown, Words::tr("Not known")},
        {Text::ChainIntact, Words::tr("The events follow each other without a gap.")},
        {Text::ChainForked, Words::tr("Two people wrote at the same time; no event is missing.")},
        {Text::ChainBroken, Words::tr("Events were removed or altered after they were written.")},
        {Text::AuditIntact, Words::tr("The log is as it was written.")},
        {Text::AuditBroken, Words::tr("Lines of the log were altered or removed.")},
        {Text::Notice,
         Words::tr("An open store records decisions as tags and enforces nothing: this is a "
                   "log, no proof.")}};
}

QString fileText(registry::FileChange::Kind kind) {
    using Kind = registry::FileChange::Kind;
    switch (kind) {
        case Kind::Same:
            return Words::tr("same");
        case Kind::Added:
            return Words::tr("added");
        case Kind::Removed:
            return Words::tr("removed");
        case Kind::Changed:
            return Words::tr("changed");
        case Kind::Unknown:
            return Words::tr("of unknown content");
    }
    return {};
}

}  // namespace

PackWords packWords() {
    std::map<Text, QString> texts = headWords();
    texts.merge(partWords());
    texts.merge(stateWords());
    PackWords words;
    words.text = [texts = std::move(texts)](Text text) {
        const auto found = texts.find(text);
        return found != texts.end() ? found->second.toStdString() : std::string();
    };
    // Whoever reads it may live elsewhere, and check the numbers.
    words.time = registry::isoTime;
    words.number = [](double number) { return fullNumber(number).toStdString(); };
    words.change = [](double number) { return compactNumber(number).toStdString(); };
    words.state = [](registry::RequestState state, registry::Staleness staleness) {
        registry::Request request;
        request.staleness = staleness;
        const QString why = stalenessText(request);
        return (why.isEmpty() ? requestStateText(state) : why).toStdString();
    };
    words.action = [](registry::Action action) {
        registry::Event event;
        event.action = action;
        return eventText(event).toStdString();
    };
    words.target = [](const registry::Target& to) { return targetText(to).toStdString(); };
    words.gap = [](registry::Gap gap) { return gapText(gap).toStdString(); };
    words.gateOutcome = [](const registry::GateResult& gate) {
        return gateOutcomeText(gate.outcome).toStdString();
    };
    words.gateValues = [](const registry::GateResult& gate) {
        return gateValuesText(gate).toStdString();
    };
    words.signature = [](const registry::SignatureChange& change) {
        return signatureChangeText(change).toStdString();
    };
    words.file = [](registry::FileChange::Kind kind) { return fileText(kind).toStdString(); };
    return words;
}

}  // namespace podium::views
