// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/decide.h"
#include "app/cli/interrupt.h"
#include "app/cli/jsonwriter.h"
#include "app/cli/network.h"
#include "app/cli/options.h"
#include "app/cli/words.h"
#include "sync/replay.h"
#include "views/text/decisionwords.h"
#include "views/text/text.h"

#include <algorithm>
#include <set>

namespace podium::app {

using base::Error;
using base::ErrorCode;
using base::Result;
using sync::Decision;
using sync::DecisionState;

namespace {

/// The outbox of a cache and the way to the stores that it is for.
class Desk {
public:
    explicit Desk(const Options& options) : m_network(options) {}

    Result<void> open(const Options& options) {
        Result<std::unique_ptr<cache::Cache>> opened =
            cache::Cache::open(options.cacheFile(), base::systemClock());
        PODIUM_TRY(void, opened);
        m_cache = std::move(opened).value();
        if (options.source().isEmpty())
            return {};
        const std::string source = options.source().toStdString();
        Result<std::unique_ptr<stores::Store>> store = storeAt(source);
        if (store.ok())
            m_location = store.value()->info().location;
        else
            m_location = source;  // what can't be opened now may well have something waiting
        return {};
    }

    [[nodiscard]] std::stop_token stop() const { return m_interrupt.token(); }
    [[nodiscard]] cache::Outbox& outbox() { return m_cache->outbox(); }
    Result<std::vector<Decision>> decisions() {
        return sync::openDecisions(m_cache->outbox(), m_location);
    }

    /// What waits, what was refused and what is only here goes out, store by store.
    Result<void> retry() {
        const Result<std::vector<Decision>> open = decisions();
        PODIUM_TRY(void, open);
        std::set<std::string> locations;
        for (const Decision& decision : open.value()) {
            if (decision.state == DecisionState::Conflict)
                continue;
            locations.insert(decision.location);
            if (decision.state != DecisionState::Waiting)
                PODIUM_TRY(void,
                           outbox().decideAgain(decision.entryNo, sync::basisOf(decision.change)));
        }
        for (const std::string& location : locations)
            PODIUM_TRY(void, retryAt(location));
        return {};
    }

private:
    Result<std::optional<cache::SourceRow>> rowAt(const std::string& location) {
        using Row = std::optional<cache::SourceRow>;
        Result<cache::Reader> reader = m_cache->reader();
        PODIUM_TRY(Row, reader);
        return reader.value().sourceAt(location);
    }

    Result<std::unique_ptr<stores::Store>> storeAt(const std::string& source) {
        using Opened = std::unique_ptr<stores::Store>;
        stores::OpenContext context;
        if (stores::isNetworkSource(source)) {
            const Result<std::string> location = stores::networkLocation(source);
            PODIUM_TRY(Opened, location);
            const Result<std::optional<cache::SourceRow>> row = rowAt(location.value());
            PODIUM_TRY(Opened, row);
            context = m_network.context(row.value() ? row.value()->settings : std::string());
        }
        return stores::openStore(source, context);
    }

    /// A store that can't be opened is told, and the others go on.
    Result<void> retryAt(const std::string& location) {
        const Result<std::optional<cache::SourceRow>> row = rowAt(location);
        PODIUM_TRY(void, row);
        if (row.value() && stores::ConnectionSettings::fromJson(row.value()->settings).readOnly) {
            complain(Error{ErrorCode::StoreReadOnly, {location, ""}});
            return {};
        }
        const Result<std::unique_ptr<stores::Store>> store = storeAt(location);
        if (!store.ok()) {
            complain(store.error());
            return {};
        }
        const Result<std::vector<Decision>> done =
            sync::replay(m_cache->outbox(), location, *store.value(), stop());
        PODIUM_TRY(void, done);
        return {};
    }

    InterruptWatch m_interrupt;  // first: its signals are blocked before a thread starts
    Network m_network;
    std::unique_ptr<cache::Cache> m_cache;
    std::string m_location;
};

std::string stateName(DecisionState state) {
    switch (state) {
        case DecisionState::Written:
            return "applied";
        case DecisionState::Writing:
        case DecisionState::Waiting:
            return "waiting";
        case DecisionState::LocalOnly:
            return "local";
        case DecisionState::Failed:
            return "failed";
        case DecisionState::Conflict:
            return "conflict";
    }
    return {};
}

void heldAs(JsonWriter& json, const char* key, const stores::Held& held) {
    json.key(key);
    if (held)
        json.value(*held);
    else
        json.null();
}

std::string asJson(const std::vector<Decision>& decisions) {
    JsonWriter json;
    json.beginArray();
    for (const Decision& decision : decisions) {
        const stores::Change& change = decision.change;
        json.beginObject();
        json.key("entry").value(decision.entryNo);
        json.key("location").value(decision.location);
        json.key("state").value(stateName(decision.state));
        json.key("change").value(views::decisionLine(change).toStdString());
        json.key("owner").value(change.place.owner);
        json.key("version").value(change.place.version);
        json.key("key").value(change.place.key);
        heldAs(json, "from", change.basis);
        heldAs(json, "to", change.wanted);
        heldAs(json, "found", decision.found);
        heldAs(
            json, "error",
            decision.error ? stores::Held(base::codeName(decision.error->code)) : stores::Held());
        json.endObject();
    }
    json.endArray();
    return json.take() + "\n";
}

QString asText(const std::vector<Decision>& decisions) {
    if (decisions.empty())
        return CommandLine::tr("Nothing is waiting.") + QLatin1Char('\n');
    QString text;
    for (const Decision& decision : decisions)
        text += QStringLiteral("%1  %2  %3\n     %4\n     %5\n")
                    .arg(decision.entryNo, 3)
                    .arg(views::decisionStateText(decision.state),
                         views::decisionLine(decision.change), views::oneLine(decision.location),
                         views::decisionSentence(decision, sync::blockerOf(decision, decisions)));
    return text;
}

/// The worst of what is left.
int codeOf(const std::vector<Decision>& decisions) {
    int code = ExitDone;
    DecisionState worst = DecisionState::Written;
    for (const Decision& decision : decisions) {
        if (decision.state >= worst) {
            worst = decision.state;
            code = exitCodeOf(worst);
        }
    }
    return code;
}

int ended(const Result<void>& result) {
    if (result.cancelled()) {
        complain(CommandLine::tr("Stopped. What did not arrive waits in the outbox."));
        return ExitCancelled;
    }
    complain(result.error());
    return ExitSource;
}

/// Takes one decision back, unless it is at its end or just being written.
std::optional<int> discard(Desk& desk, const QString& number) {
    bool isNumber = false;
    const qlonglong entryNo = number.toLongLong(&isNumber);
    const Result<std::vector<Decision>> open = desk.decisions();
    if (!open.ok())
        return ended(open.as<void>());
    if (!isNumber ||
        std::ranges::count(open.value(), std::int64_t{entryNo}, &Decision::entryNo) == 0) {
        complain(CommandLine::tr("There is no number %1 in the outbox.").arg(number));
        return ExitUsage;
    }
    const auto claim = desk.outbox().claim(entryNo);
    if (!claim) {
        complain(CommandLine::tr("Number %1 is just being written.").arg(number));
        return ExitWaiting;
    }
    const Result<void> settled = desk.outbox().settle(entryNo, "withdrawn", "");
    return settled.ok() ? std::nullopt : std::optional(ended(settled));
}

}  // namespace

int outboxCommand(const QStringList& arguments) {
    Options options(
        QStringLiteral("outbox"),
        CommandLine::tr("Lists the changes that have not arrived in their stores: all, or those of "
                        "a source."),
        Options::Source::Optional);
    options.addFlag(QStringLiteral("retry"),
                    CommandLine::tr("Bring them to their stores first, but for conflicts."));
    options.addValue(QStringLiteral("discard"), QStringLiteral("NUMBER"),
                     CommandLine::tr("Take this one back first: what the store holds counts."));
    options.addFlag(QStringLiteral("json"), CommandLine::tr("Print the list as JSON."));
    if (const auto code = options.read(arguments))
        return *code;
    Desk desk(options);
    if (const Result<void> opened = desk.open(options); !opened.ok())
        return ended(opened);
    if (const QString number = options.value(QStringLiteral("discard")); !number.isEmpty()) {
        if (const auto code = discard(desk, number))
            return *code;
    }
    if (options.has(QStringLiteral("retry"))) {
        if (const Result<void> retried = desk.retry(); !retried.ok())
            return ended(retried);
    }
    const Result<std::vector<Decision>> left = desk.decisions();
    if (!left.ok())
        return ended(left.as<void>());
    Output output;
    output.write(options.has(QStringLiteral("json")) ? asJson(left.value())
                                                     : asText(left.value()).toStdString());
    if (const auto error = output.finish()) {
        complain(*error);
        return ExitSource;
    }
    return codeOf(left.value());
}

}  // namespace podium::app
