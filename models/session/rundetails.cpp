// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rundetails.h"

#include "session/relinks.h"

namespace podium::session {

using base::Result;

namespace {

using Inspected = std::shared_ptr<const InspectedRuns>;

Result<Inspected> load(cache::Cache& cache, const std::vector<base::RunNo>& wanted,
                       const OpenStores& stores, const SharedEdits& edits,
                       const std::stop_token& stop) {
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(Inspected, reader);
    auto inspected = std::make_shared<InspectedRuns>();
    inspected->selected = wanted.size();
    inspected->edits = edits;
    for (const base::RunNo number : wanted) {
        if (stop.stop_requested())
            return base::Cancelled{};
        if (inspected->runs.size() == RunInspector::MostLoaded)
            break;
        Result<std::optional<cache::RunDetails>> details = reader.value().run(number);
        PODIUM_TRY(Inspected, details);
        if (!details.value())
            continue;
        edits->apply(*details.value());
        inspected->runs.push_back(std::move(*details.value()));
    }
    if (!inspected->runs.empty())
        inspected->artifacts =
            placeOf(inspected->runs.front(), reader.value(), stores, relinkFile(cache));
    return Inspected(std::move(inspected));
}

}  // namespace

RunInspector::RunInspector(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent)
    : QObject(parent),
      m_cache(cache),
      m_slot(engine, this),
      m_current(std::make_shared<const InspectedRuns>()) {}

void RunInspector::setRuns(const std::vector<base::RunNo>& runs) {
    if (runs == m_runs)
        return;
    m_runs = runs;
    reload();
}

void RunInspector::setEdits(SharedEdits edits) {
    if (edits == m_edits)
        return;
    m_edits = std::move(edits);
    reload();
}

void RunInspector::reload() {
    m_slot.start([&cache = m_cache, runs = m_runs, stores = m_stores(), edits = m_edits](
                     std::stop_token stop,
                     base::Progress&) { return load(cache, runs, stores, edits, stop); },
                 [this](Result<Inspected> result) {
                     if (result.failed()) {
                         Q_EMIT failed(result.error());
                         return;
                     }
                     m_current = std::move(result).value();
                     Q_EMIT changed();
                 });
}

}  // namespace podium::session
