// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/decide.h"

#include "app/cli/console.h"
#include "app/cli/words.h"
#include "session/changepreview.h"
#include "stores/rest/connectionsettings.h"
#include "sync/replay.h"
#include "views/text/decisionwords.h"
#include "views/text/text.h"

#include <algorithm>

namespace podium::app {

using base::Error;
using base::ErrorCode;
using base::Result;
using stores::Change;
using stores::Held;
using sync::Decision;
using sync::DecisionState;

namespace {

int print(const QString& line) {
    Output output;
    output.write(line.toStdString() + '\n');
    if (const auto error = output.finish()) {
        complain(*error);
        return ExitSource;
    }
    return ExitDone;
}

}  // namespace

int exitCodeOf(DecisionState state) {
    switch (state) {
        case DecisionState::Written:
        case DecisionState::Writing:
            return ExitDone;
        case DecisionState::Waiting:
            return ExitWaiting;
        case DecisionState::LocalOnly:
        case DecisionState::Failed:
            return ExitRefused;
        case DecisionState::Conflict:
            return ExitConflict;
    }
    return ExitRefused;
}

void Decider::addOptions(Options& options, const QString& expected) {
    options.addValue(QStringLiteral("expect"), expected,
                     CommandLine::tr("Only if the store holds this; \"\" for nothing. Without it, "
                                     "only if it still holds what was read just before."));
    options.addFlag(QStringLiteral("dry-run"),
                    CommandLine::tr("Print what would be written where, and write nothing."));
    options.addFlag(QStringLiteral("queue"),
                    CommandLine::tr("Only put it into the outbox: it goes to the store from the "
                                    "window, or by podium outbox --retry."));
}

Decider::Decider(const Options& options, std::string model)
    : m_options(options), m_source(options, model) {
    m_failure = m_source.failure() ? m_source.failure() : find(model);
}

std::optional<int> Decider::find(const std::string& name) {
    const base::SourceNo source = m_source.source().sourceNo;
    Result<std::vector<domain::RegisteredModel>> models =
        m_source.reader().registeredModels(source);
    if (!models.ok())
        return m_source.ended(models);
    const auto found = std::ranges::find(models.value(), name, &domain::RegisteredModel::name);
    if (found == models.value().end()) {
        complain(CommandLine::tr("There is no registered model %1.").arg(views::oneLine(name)));
        return ExitUsage;
    }
    m_model = std::move(*found);
    Result<std::vector<domain::ModelVersion>> versions =
        m_source.reader().modelVersions(source, name);
    if (!versions.ok())
        return m_source.ended(versions);
    m_versions = std::move(versions).value();
    return std::nullopt;
}

const domain::ModelVersion* Decider::version(const QString& number) const {
    bool isNumber = false;
    const qlonglong wanted = number.toLongLong(&isNumber);
    const auto found =
        std::ranges::find(m_versions, std::int64_t{wanted}, &domain::ModelVersion::version);
    if (isNumber && found != m_versions.end())
        return &*found;
    complain(
        CommandLine::tr("There is no version %1 of %2.").arg(number, views::oneLine(m_model.name)));
    return nullptr;
}

int Decider::decide(Change change) {
    const Held now = change.basis;
    if (m_options.has(QStringLiteral("expect"))) {
        const std::string expected = m_options.value(QStringLiteral("expect")).toStdString();
        change.basis = expected.empty() ? Held() : Held(expected);
    }
    if (m_options.has(QStringLiteral("dry-run")))
        return preview(change, change.basis != now && change.wanted != now);
    const bool archives = change.archiveExisting && !change.archived.empty();
    if (change.wanted == now && !archives)
        return print(CommandLine::tr("It is so already: %1.").arg(views::decisionLine(change)));
    return record(change);
}

int Decider::preview(const Change& change, bool conflict) {
    const stores::StoreInfo info = m_source.store().info();
    QString text = views::decisionLine(change) + u'\n';
    for (const QString& line :
         views::previewText(session::changePreview(change, info.kind, info.location)))
        text += QStringLiteral("  ") + line + u'\n';
    text.chop(1);
    const int printed = print(text);
    if (printed != ExitDone || !conflict)
        return printed;
    complain(CommandLine::tr("The store holds something else than what is expected."));
    return ExitConflict;
}

int Decider::record(const Change& change) {
    const std::string location = m_source.store().info().location;
    if (stores::ConnectionSettings::fromJson(m_source.source().settings).readOnly) {
        complain(Error{ErrorCode::StoreReadOnly, {location, ""}});
        return ExitRefused;
    }
    cache::Outbox& outbox = m_source.outbox();
    const Result<std::int64_t> added =
        outbox.add(location, sync::intentOf(change), sync::basisOf(change));
    if (!added.ok())
        return m_source.ended(added);
    Result<std::vector<Decision>> open = sync::openDecisions(outbox, location);
    if (!open.ok())
        return m_source.ended(open);
    const auto mine = std::ranges::find(open.value(), added.value(), &Decision::entryNo);
    // Somebody else's window may have brought it there already.
    if (mine == open.value().end())
        return print(views::decisionLine(change));
    const Decision* blocker = sync::blockerOf(*mine, open.value());
    if (blocker != nullptr || m_options.has(QStringLiteral("queue"))) {
        const int printed = print(CommandLine::tr("Number %1 in the outbox: %2")
                                      .arg(mine->entryNo)
                                      .arg(views::decisionLine(change)));
        if (blocker == nullptr || printed != ExitDone)
            return printed;
        complain(CommandLine::tr("It waits for number %1: %2.")
                     .arg(blocker->entryNo)
                     .arg(views::decisionLine(blocker->change)));
        return ExitWaiting;
    }
    const Result<Decision> done = sync::deliver(outbox, *mine, m_source.store(), m_source.stop());
    return done.ok() ? tell(done.value()) : m_source.ended(done);
}

int Decider::tell(const Decision& decision) const {
    const QString line = views::decisionLine(decision.change);
    if (decision.state == DecisionState::Written)
        return print(line);
    complain(QStringLiteral("%1: %2").arg(line, views::decisionSentence(decision)));
    complain(
        CommandLine::tr("It is number %1 in the outbox: see podium outbox.").arg(decision.entryNo));
    return exitCodeOf(decision.state);
}

}  // namespace podium::app
