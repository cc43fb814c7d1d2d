// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/serverruns.h"

#include "query/names.h"
#include "stores/remote.h"
#include "sync/addruns.h"

#include <algorithm>
#include <array>
#include <utility>

namespace podium::session {

using base::Result;

namespace {

/// While somebody types or clicks through orders nothing is asked.
constexpr int SoonMs = 300;
constexpr int PageSize = 200;
/// The newest runs are those that are held.
const std::vector<std::string> NewestFirst = {"attributes.start_time DESC"};

}  // namespace

std::optional<std::string> orderText(const query::OrderKey& key) {
    const query::ColumnKey& column = key.column;
    const bool quotable = column.key.find('`') == std::string::npos;
    std::string name;
    if (column.kind == query::ColumnKind::Attribute) {
        constexpr std::array Known = {query::Attribute::RunId, query::Attribute::RunName,
                                      query::Attribute::Status, query::Attribute::StartTime,
                                      query::Attribute::EndTime};
        if (std::ranges::find(Known, column.attribute) == Known.end())
            return std::nullopt;
        name = "attributes." + std::string(query::attributeName(column.attribute));
    } else if (column.kind == query::ColumnKind::Metric && quotable &&
               column.reduction == query::Reduction::Last) {
        name = "metrics.`" + column.key + '`';
    } else if (column.kind == query::ColumnKind::Param && quotable) {
        name = "params.`" + column.key + '`';
    } else if (column.kind == query::ColumnKind::Tag && quotable) {
        name = "tags.`" + column.key + '`';
    } else {
        return std::nullopt;
    }
    return name + (key.descending ? " DESC" : " ASC");
}

ServerRuns::ServerRuns(cache::Cache& cache, jobs::JobEngine& engine, RunsView& view,
                       StoreOf storeOf, QObject* parent)
    : QObject(parent),
      m_cache(cache),
      m_view(view),
      m_storeOf(std::move(storeOf)),
      m_slot(engine, this) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &ServerRuns::look);
    const auto soon = [this] { m_soon.start(); };
    connect(&view, &RunsView::filterChanged, this, soon);
    connect(&view, &RunsView::snapshotChanged, this, soon);
}

const cache::ExperimentRow* ServerRuns::cutRow() const {
    const auto it = std::ranges::find_if(m_view.experiments(),
                                         [](const auto& row) { return row.cut.has_value(); });
    return it != m_view.experiments().end() ? &*it : nullptr;
}

void ServerRuns::setState(State state) {
    m_state = state;
    Q_EMIT changed();
}

void ServerRuns::refresh() {
    m_soon.start();
}

/// Asks anew if the question is another one.
void ServerRuns::look() {
    const cache::ExperimentRow* row = cutRow();
    if (row == nullptr) {
        m_slot.cancel();
        m_question.reset();
        if (m_state != State::None)
            setState(State::None);
        return;
    }
    m_held = row->cut.value_or(0);
    Question question;
    question.experiments.push_back(row->experimentNo.value);
    question.deleted = m_view.viewType() == ViewType::DeletedOnly;
    std::optional<QString> filter = m_view.mlflowFilter();
    if (m_view.filter().trimmed().isEmpty())
        filter = QString();
    question.filter = filter ? filter->toStdString() : std::string("?");
    for (const query::OrderKey& key : m_view.order()) {
        if (const std::optional<std::string> text = orderText(key))
            question.orderBy.push_back(*text);
    }
    const bool away = m_storeOf(row->sourceNo) == nullptr;
    const bool settled = m_state != State::Away && m_state != State::None;
    if (question == m_question && settled && !away)
        return;
    m_slot.cancel();
    m_question = question;
    m_token.clear();
    m_answered = 0;
    m_error.reset();
    if (away)
        setState(State::Away);
    else if (!filter)
        setState(State::OnlyHere);
    else if (filter->isEmpty() && (question.orderBy.empty() || question.orderBy == NewestFirst))
        setState(State::Held);
    else
        ask({});
}

void ServerRuns::fetchMore() {
    if (hasMore())
        ask(m_token);
}

void ServerRuns::ask(const std::string& token) {
    const cache::ExperimentRow* row = cutRow();
    const std::shared_ptr<stores::Store> store =
        row != nullptr ? m_storeOf(row->sourceNo) : nullptr;
    if (!store || store->remote() == nullptr) {
        setState(State::Away);
        return;
    }
    stores::RunSearch search;
    search.experimentIds = {row->experiment.experimentId};
    search.filter = m_question->filter;
    search.orderBy = m_question->orderBy;
    search.deleted = m_question->deleted;
    search.pageSize = PageSize;
    search.pageToken = token;
    setState(State::Asking);
    auto job = [&cache = m_cache, store, search, source = row->sourceNo,
                experiment = row->experiment](std::stop_token stop,
                                              base::Progress&) -> Result<Page> {
        Result<stores::RunPage> page = store->remote()->searchRuns(search, stop);
        PODIUM_TRY(Page, page);
        const Result<std::int64_t> added =
            sync::addRuns(cache, source, experiment, std::move(page.value().runs), stop);
        PODIUM_TRY(Page, added);
        return Page{added.value(), page.value().nextPageToken};
    };
    m_slot.start(std::move(job), [this, source = row->sourceNo](const Result<Page>& page) {
        if (page.failed()) {
            m_error = page.error();
            setState(State::Failed);
            return;
        }
        m_answered += page.value().runs;
        m_token = page.value().token;
        setState(State::Answered);
        if (page.value().runs > 0)
            Q_EMIT dataChanged(source);
    });
}

}  // namespace podium::session
