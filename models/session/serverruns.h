// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/runsview.h"
#include "session/sourcebook.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace podium::session {

/// The column and direction as MLflow's order_by writes them; nothing where it has no words for it.
[[nodiscard]] std::optional<std::string> orderText(const query::OrderKey& key);

/// Experiments with more runs than are held here: their server is asked what the filter and the
/// order mean, page by page, and its answer joins the runs that are held. Lives on the UI thread.
class ServerRuns : public QObject {
    Q_OBJECT
public:
    enum class State {
        None,      // all runs of what is shown are held
        Held,      // what is shown are held runs: nothing was asked for
        Asking,    //
        Answered,  // the server's answer, as far as it was read, is among what is shown
        OnlyHere,  // MLflow has no words for this filter: it sees the held runs alone
        Away,      // the server can't be asked: what is shown are held runs
        Failed,    // error()
    };
    using StoreOf = std::function<std::shared_ptr<stores::Store>(base::SourceNo)>;

    ServerRuns(cache::Cache& cache, jobs::JobEngine& engine, RunsView& view, StoreOf storeOf,
               QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    /// Runs held of the shown experiments that are cut.
    [[nodiscard]] std::int64_t held() const { return m_held; }
    /// Runs that the server has answered with so far.
    [[nodiscard]] std::int64_t answered() const { return m_answered; }
    [[nodiscard]] bool hasMore() const { return m_state == State::Answered && !m_token.empty(); }
    [[nodiscard]] const std::optional<base::Error>& error() const { return m_error; }

    /// Reads the next page; nothing if there is none or one is on its way.
    void fetchMore();
    /// Looks again: a source came back, or went.
    void refresh();

Q_SIGNALS:
    void changed();
    /// The cache has more runs of this source.
    void dataChanged(podium::base::SourceNo source);

private:
    struct Question {
        std::vector<std::int64_t> experiments;
        std::string filter;
        std::vector<std::string> orderBy;
        bool deleted = false;
        friend bool operator==(const Question&, const Question&) = default;
    };
    struct Page {
        std::int64_t runs = 0;
        std::string token;
    };
    void look();
    void ask(const std::string& token);
    void setState(State state);

    cache::Cache& m_cache;
    RunsView& m_view;
    StoreOf m_storeOf;
    jobs::Slot<Page> m_slot;
    QTimer m_soon;
    State m_state = State::None;
    std::optional<Question> m_question;
    const cache::ExperimentRow* cutRow() const;
    std::int64_t m_held = 0;
    std::int64_t m_answered = 0;
    std::string m_token;
    std::optional<base::Error> m_error;
};

}  // namespace podium::session
