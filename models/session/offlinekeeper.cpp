// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/offlinekeeper.h"

#include <QPointer>

#include <algorithm>

namespace podium::session {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::RunNo;

OfflineKeeper::OfflineKeeper(cache::Cache& cache, jobs::JobEngine& engine, SourceBook& book,
                             std::shared_ptr<artifacts::RemoteArtifacts> artifacts, QObject* parent)
    : QObject(parent),
      m_cache(cache),
      m_engine(engine),
      m_book(book),
      m_artifacts(std::move(artifacts)) {
    connect(&book, &SourceBook::synced, this, &OfflineKeeper::bringHere);
    connect(&book, &SourceBook::keptChanged, this, &OfflineKeeper::bringHere);
}

std::shared_ptr<OfflineFiles> OfflineKeeper::files(const SourceInfo& source) const {
    artifacts::RemoteOwner owner;
    owner.source = source.sourceNo;
    owner.location = source.location.toStdString();
    owner.store = m_book.store(source.sourceNo);
    return std::make_shared<OfflineFiles>(*m_artifacts, std::move(owner));
}

std::stop_source OfflineKeeper::estimate(const QString& location, const cache::Kept& kept,
                                         QObject* context,
                                         std::function<void(Result<sync::OfflineSize>)> done) {
    using Size = sync::OfflineSize;
    const SourceInfo* source = m_book.find(location);
    const bool askable = source != nullptr && m_book.store(source->sourceNo) != nullptr;
    auto job = [&cache = m_cache, askable, kept, place = location.toStdString(),
                number = source != nullptr ? source->sourceNo : base::SourceNo{},
                files = askable ? files(*source) : nullptr, keep = m_artifacts](
                   std::stop_token stop, base::Progress& progress) -> Result<Size> {
        if (!askable)
            return Error{ErrorCode::OfflineMode, {place}};
        return sync::estimateOffline(*files, cache, number, kept, progress, stop);
    };
    return m_engine.run<Size>(jobs::Pool::Long, context, std::move(job), std::move(done));
}

void OfflineKeeper::keep(const QString& location, const cache::Kept& kept) {
    const SourceInfo* source = m_book.find(location);
    if (source == nullptr)
        return;
    const auto before = std::ranges::find_if(source->kept, [&](const cache::Kept& one) {
        return one.experimentId == kept.experimentId && one.runId == kept.runId;
    });
    const bool had = before != source->kept.end() && before->histories;
    m_book.setKept(location, kept);
    if (had && !kept.histories)
        dropHistories(location, kept);
}

/// Histories that are not kept any more are here for nothing, unless somebody looks at them again.
void OfflineKeeper::dropHistories(const QString& location, const cache::Kept& kept) {
    const SourceInfo* source = m_book.find(location);
    const auto row = std::ranges::find_if(source->experiments, [&](const auto& experiment) {
        return experiment.experiment.experimentId == kept.experimentId;
    });
    if (row == source->experiments.end())
        return;
    auto job = [&cache = m_cache, number = row->experimentNo, source = source->sourceNo,
                runId = kept.runId](std::stop_token stop, base::Progress&) -> Result<void> {
        Result<cache::Reader> reader = cache.reader();
        PODIUM_TRY(void, reader);
        std::vector<RunNo> runs;
        if (runId.empty()) {
            PODIUM_TRY(void, reader.value().runs(number, stop, [&](const cache::RunRow& run) {
                runs.push_back(run.runNo);
            }));
        } else {
            Result<std::vector<RunNo>> found = reader.value().findRun(source, runId);
            PODIUM_TRY(void, found);
            runs = std::move(found).value();
        }
        return cache.writer().run(
            [&runs](cache::Writer& writer) { return writer.dropHistories(runs); });
    };
    m_engine.run<void>(jobs::Pool::Long, this, std::move(job),
                       [this, location, number = source->sourceNo](const Result<void>& dropped) {
                           if (dropped.failed())
                               Q_EMIT failed(location, dropped.error());
                           else
                               Q_EMIT m_book.dataChanged(number);
                       });
}

void OfflineKeeper::bringHere(const QString& location) {
    const SourceInfo* source = m_book.find(location);
    if (source == nullptr || m_book.store(source->sourceNo) == nullptr)
        return;
    if (m_running.contains(location)) {
        m_again.insert(location);
        return;
    }
    using Report = sync::OfflineReport;
    m_running.insert(location);
    auto job = [&cache = m_cache, number = source->sourceNo, store = m_book.store(source->sourceNo),
                files = files(*source), keep = m_artifacts](
                   std::stop_token stop, base::Progress& progress) -> Result<Report> {
        Result<cache::Reader> reader = cache.reader();
        PODIUM_TRY(Report, reader);
        const Result<std::vector<cache::Kept>> kept = reader.value().kept(number);
        PODIUM_TRY(Report, kept);
        if (kept.value().empty())
            return Report{};
        return sync::keepOffline(store->remote(), *files, cache, number, progress, stop);
    };
    auto done = [this, location, number = source->sourceNo](const Result<Report>& report) {
        m_running.erase(location);
        if (report.failed())
            Q_EMIT failed(location, report.error());
        else if (report.ok() && !report.value().errors.empty())
            Q_EMIT failed(location, report.value().errors.front());
        if (report.ok() && report.value().histories > 0)
            Q_EMIT m_book.dataChanged(number);
        Q_EMIT finished(location);
        if (m_again.erase(location) > 0)
            bringHere(location);
    };
    if (source->kept.empty())
        m_engine.run<Report>(jobs::Pool::Long, this, std::move(job), std::move(done));
    else
        m_engine.runShown<Report>(jobs::Pool::Long, tr("Keep %1 offline").arg(source->title), this,
                                  std::move(job), std::move(done));
}

}  // namespace podium::session
