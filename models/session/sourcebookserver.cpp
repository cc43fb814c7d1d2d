// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sourceentry.h"

#include "http/databricks.h"
#include "http/url.h"
#include "stores/kinds/kinds.h"
#include "sync/keepoffline.h"

#include <QPointer>

#include <algorithm>

/// The part of the book for sources over a network: how they are opened, taken offline and tried
/// again, and what becomes of them in the cache.
namespace podium::session {

using base::Result;
using base::SourceNo;

namespace {

QString hostOf(const QString& location) {
    const qsizetype scheme = location.indexOf(QStringLiteral("://"));
    return scheme >= 0 ? location.mid(scheme + 3) : location;
}

}  // namespace

StoreOpener SourceBook::opener() const {
    if (m_access.open)
        return m_access.open;
    return [client = m_access.client, environment = m_access.environment](
               const std::string& location, const ConnectionSettings& settings,
               const std::optional<http::Credentials>& credentials) {
        stores::OpenContext context;
        context.client = client.get();
        context.environment = environment;
        context.settings = settings;
        context.credentials = credentials;
        return stores::openStore(location, context);
    };
}

/// An address as it was typed, dropped or given on the command line. A login in it goes into the
/// vault, never into anything that is written down.
void SourceBook::openAddress(const QString& address) {
    const Result<std::string> location = stores::networkLocation(address.toStdString());
    if (!location.ok()) {
        if (location.failed())
            Q_EMIT failed(address, location.error());
        return;
    }
    const QString place = QString::fromStdString(location.value());
    const Result<http::Url> url = http::Url::parse(address.toStdString());
    if (url.ok() && url.value().hasUserinfo()) {
        ConnectionRequest request;
        request.location = place;
        request.settings.auth = ConnectionSettings::Auth::Basic;
        request.settings.user = url.value().user();
        request.secret = url.value().password();
        connectTo(request);
        return;
    }
    if (entry(place) != nullptr) {
        sync(place);
        Q_EMIT opened(place);
        return;
    }
    addEntry(place);
    info(place)->title = hostOf(place);
    startServer(place);
}

void SourceBook::connectTo(const ConnectionRequest& request) {
    const Result<std::string> place = stores::networkLocation(request.location.toStdString());
    if (!place.ok()) {
        if (place.failed())
            Q_EMIT failed(request.location, place.error());
        return;
    }
    const QString location = QString::fromStdString(place.value());
    Entry* work = entry(location);
    if (work == nullptr)
        work = addEntry(location);
    else
        release(*work);
    SourceInfo& source = *info(location);
    source.settings = request.settings;
    source.settings.readOnly = source.readOnly;
    source.title = request.settings.title.empty() ? hostOf(location)
                                                  : QString::fromStdString(request.settings.title);
    source.state = SourceState::Opening;
    source.error = {};
    const std::optional<SecretKind> kind = secretKind(request.settings);
    if (m_access.vault != nullptr && kind && !request.secret.empty()) {
        m_access.vault->store(location, *kind, request.secret, this,
                              [this, location](const Result<void>& kept) {
                                  if (kept.failed())
                                      Q_EMIT secretNotKept(location, kept.error());
                              });
    }
    const std::string storeKind = http::isDatabricksUri(place.value()) ? "databricks" : "rest";
    using Written = base::SourceNo;
    auto job = [&cache = m_cache, location = place.value(), title = source.title.toStdString(),
                settings = source.settings.toJson(),
                storeKind](std::stop_token, base::Progress&) -> Result<Written> {
        Written number;
        const Result<void> written = cache.writer().run([&](cache::Writer& writer) {
            const Result<SourceNo> added =
                writer.addSource(storeKind, location, {}, title, cache.clock()());
            PODIUM_TRY(void, added);
            number = added.value();
            PODIUM_TRY(void, writer.setSettings(number, settings));
            PODIUM_TRY(void, writer.setOffline(number, false));
            return writer.setTitle(number, title);
        });
        PODIUM_TRY(Written, written);
        return number;
    };
    const quint64 opening = ++work->opening;
    m_engine.run<Written>(
        jobs::Pool::Long, this, std::move(job),
        [this, location, opening, secret = request.secret](const Result<Written>& written) {
            Entry* still = entry(location);
            if (still == nullptr || still->opening != opening)
                return;
            if (written.failed()) {
                broken(location, written.error());
                return;
            }
            info(location)->sourceNo = written.value();
            Q_EMIT opened(location);
            if (secret.empty())
                startServer(location);
            else
                openServer(location, secret);
        });
    emitChangedSoon();
}

/// Shows what the cache has, then asks the vault and opens the store, unless it is offline on
/// purpose.
void SourceBook::startServer(const QString& location) {
    Entry* work = entry(location);
    if (work == nullptr)
        return;
    const quint64 opening = ++work->opening;
    auto job = [&cache = m_cache, location](std::stop_token, base::Progress&) {
        return Listing::load(cache, location.toStdString());
    };
    m_engine.run<Listing>(
        jobs::Pool::Compute, this, std::move(job),
        [this, location, opening](Result<Listing> result) {
            Entry* still = entry(location);
            SourceInfo* source = info(location);
            if (still == nullptr || still->opening != opening || !result.ok())
                return;
            const bool paused = result.value().source && result.value().source->offline;
            const bool isNew = !source->sourceNo.valid();
            apply(*source, std::move(result).value());
            if (isNew || paused) {
                Q_EMIT opened(location);
                if (source->sourceNo.valid())
                    Q_EMIT dataChanged(source->sourceNo);
            }
            if (paused)
                source->state = SourceState::Paused;
            emitChangedSoon();
            if (paused)
                return;
            const std::optional<SecretKind> kind = secretKind(source->settings);
            if (m_access.vault == nullptr || !kind) {
                openServer(location, {});
                return;
            }
            m_access.vault->read(location, *kind, this,
                                 [this, location, opening](const Result<Secret>& secret) {
                                     const Entry* asked = entry(location);
                                     if (asked == nullptr || asked->opening != opening)
                                         return;
                                     if (secret.failed())
                                         Q_EMIT secretNotKept(location, secret.error());
                                     openServer(location, secret.ok() ? secret.value() : Secret());
                                 });
        });
}

void SourceBook::openServer(const QString& location, const Secret& secret) {
    Entry* work = entry(location);
    const SourceInfo* source = find(location);
    if (work == nullptr || source == nullptr)
        return;
    if (secretKind(source->settings) && secret.empty()) {
        // Somebody has to say who asks; the server need not be asked for that.
        const std::string host = hostOf(location).section(u'/', 0, 0).toStdString();
        broken(location, base::Error{base::ErrorCode::LoginNeeded, {host}});
        return;
    }
    const quint64 opening = ++work->opening;
    auto job = [open = opener(), location = location.toStdString(), settings = source->settings,
                credentials = credentialsOf(source->settings, secret)](
                   std::stop_token, base::Progress&) -> Result<SharedStore> {
        Result<std::unique_ptr<stores::Store>> store = open(location, settings, credentials);
        PODIUM_TRY(SharedStore, store);
        return SharedStore(std::move(store).value());
    };
    m_engine.run<SharedStore>(jobs::Pool::Long, this, std::move(job),
                              [this, location, opening](const Result<SharedStore>& store) {
                                  Entry* still = entry(location);
                                  SourceInfo* shown = info(location);
                                  if (still == nullptr || still->opening != opening)
                                      return;
                                  if (store.failed()) {
                                      broken(location, store.error());
                                  } else if (store.ok()) {
                                      still->store = store.value();
                                      shown->kind =
                                          QString::fromStdString(still->store->info().kind);
                                      startSync(location, false, {});
                                  }
                              });
}

/// Nothing more is asked through what was opened.
void SourceBook::release(Entry& work) {
    ++work.opening;
    work.attempts = 0;
    work.retry.stop();
    work.syncStop.request_stop();
    work.followStop.request_stop();
    work.watch = {};
    work.store.reset();
}

/// The source does not answer as it should. What goes by itself is tried again, and told once.
void SourceBook::broken(const QString& location, const base::Error& error) {
    Entry* work = entry(location);
    SourceInfo* source = info(location);
    if (work == nullptr || source == nullptr)
        return;
    const bool first = work->attempts == 0;
    source->error = error;
    source->retryAt.reset();
    source->state = isLogin(error.code)        ? SourceState::LoginNeeded
                    : source->sourceNo.valid() ? SourceState::Offline
                                               : SourceState::Failed;
    if (source->isServer() && isPassing(error.code))
        retryLater(*work, *source);
    emitChangedSoon();
    if (first)
        Q_EMIT failed(location, error);
}

void SourceBook::retryLater(Entry& work, SourceInfo& source) {
    if (m_retryDelays.empty())
        return;
    const int delay = m_retryDelays[std::min(work.attempts, m_retryDelays.size() - 1)];
    ++work.attempts;
    source.retryAt = m_cache.clock()() + delay;
    work.retry.start(delay);
}

void SourceBook::setPaused(const QString& location, bool paused) {
    Entry* work = entry(location);
    SourceInfo* source = info(location);
    if (work == nullptr || source == nullptr || (source->state == SourceState::Paused) == paused)
        return;
    release(*work);
    source->error = {};
    source->retryAt.reset();
    source->state = paused ? SourceState::Paused : SourceState::Opening;
    const SourceNo number = source->sourceNo;
    emitChangedSoon();
    if (!number.valid()) {
        startOpen(location);
        return;
    }
    auto job = [&cache = m_cache, number, paused](std::stop_token, base::Progress&) {
        return cache.writer().run(
            [number, paused](cache::Writer& writer) { return writer.setOffline(number, paused); });
    };
    m_engine.run<void>(jobs::Pool::Long, this, std::move(job),
                       [this, location, paused](const Result<void>& written) {
                           if (written.failed())
                               Q_EMIT failed(location, written.error());
                           const SourceInfo* now = find(location);
                           // Somebody may have thought otherwise meanwhile.
                           if (!paused && now != nullptr && now->state == SourceState::Opening)
                               startOpen(location);
                       });
}

void SourceBook::setReadOnly(const QString& location, bool readOnly) {
    SourceInfo* source = info(location);
    if (source == nullptr || source->readOnly == readOnly)
        return;
    source->readOnly = source->settings.readOnly = readOnly;
    emitChangedSoon();
    if (!source->sourceNo.valid())
        return;
    auto job = [&cache = m_cache, number = source->sourceNo, settings = source->settings.toJson()](
                   std::stop_token, base::Progress&) {
        return cache.writer().run([number, &settings](cache::Writer& writer) {
            return writer.setSettings(number, settings);
        });
    };
    m_engine.run<void>(jobs::Pool::Long, this, std::move(job),
                       [this, location](const Result<void>& written) {
                           if (written.failed())
                               Q_EMIT failed(location, written.error());
                           reload(location);
                       });
}

void SourceBook::remove(const QString& location, bool cache) {
    const SourceInfo* source = find(location);
    if (source == nullptr)
        return;
    const SourceNo number = source->sourceNo;
    if (m_access.vault != nullptr)
        m_access.vault->remove(location);
    close(location);
    if (!cache || !number.valid())
        return;
    auto job = [&store = m_cache, number](std::stop_token, base::Progress&) {
        return store.blobs().removeSource(number);
    };
    m_engine.runShown<void>(jobs::Pool::Long, tr("Remove what is kept of %1").arg(location), this,
                            std::move(job), [this, location](const Result<void>& removed) {
                                if (removed.failed())
                                    Q_EMIT failed(location, removed.error());
                            });
}

void SourceBook::measure(const QString& location, QObject* context,
                         std::function<void(Result<SourceSize>)> done) {
    auto job = [&cache = m_cache, location = location.toStdString()](
                   std::stop_token stop, base::Progress&) -> Result<SourceSize> {
        Result<Listing> listing = Listing::load(cache, location);
        PODIUM_TRY(SourceSize, listing);
        Result<cache::Reader> reader = cache.reader();
        PODIUM_TRY(SourceSize, reader);
        SourceSize size;
        for (const cache::ExperimentRow& row : listing.value().experiments) {
            if (stop.stop_requested())
                return base::Cancelled{};
            const Result<sync::OfflineHeld> held =
                sync::heldOffline(reader.value(), row.experimentNo);
            PODIUM_TRY(SourceSize, held);
            size.runs += row.runs;
            size.historyBytes += held.value().historyBytes;
            size.artifactBytes += held.value().artifactBytes;
        }
        return size;
    };
    m_engine.run<SourceSize>(jobs::Pool::Compute, context, std::move(job), std::move(done));
}

void SourceBook::setKept(const QString& location, const cache::Kept& kept) {
    const SourceInfo* source = find(location);
    if (source == nullptr || !source->sourceNo.valid())
        return;
    auto job = [&cache = m_cache, number = source->sourceNo, kept](std::stop_token,
                                                                   base::Progress&) {
        return cache.writer().run(
            [number, &kept](cache::Writer& writer) { return writer.setKept(number, kept); });
    };
    m_engine.run<void>(jobs::Pool::Long, this, std::move(job),
                       [this, location](const Result<void>& written) {
                           if (written.failed())
                               Q_EMIT failed(location, written.error());
                           else
                               Q_EMIT keptChanged(location);
                           reload(location);
                       });
}

std::shared_ptr<stores::Store> SourceBook::store(SourceNo number) const {
    const SourceInfo* source = find(number);
    if (source == nullptr || !source->isReachable())
        return nullptr;
    const auto it = std::ranges::find_if(m_entries, [&](const std::unique_ptr<Entry>& work) {
        return work->location == source->location;
    });
    return it != m_entries.end() ? (*it)->store : nullptr;
}

}  // namespace podium::session
