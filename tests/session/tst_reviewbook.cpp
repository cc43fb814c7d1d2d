// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reviewbook.h"
#include "session/workspace.h"
#include "tests/support/fixtures.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace podium;
using registry::Action;
using registry::DraftFault;
using registry::Effect;
using registry::RequestState;
using session::DecisionState;
using session::PlaceKind;

namespace {

namespace fs = std::filesystem;

constexpr const char* Model = "resnet-classifier";

/// A store that MLflow made, with this program over it. Version 2 of the model is in Production,
/// 3 and 4 are in Staging.
class Lab {
public:
    Lab()
        : m_cache(cache::Cache::open(m_dir.filePath(QStringLiteral("c.db")).toStdString(),
                                     base::systemClock())
                      .value()),
          m_settings(m_dir.filePath(QStringLiteral("s.ini"))),
          m_workspace(*m_cache, m_engine, m_settings),
          m_book(*m_cache, m_engine, m_workspace.registry(), m_workspace.outbox(),
                 m_workspace.sources(), http::Environment::of({}, m_dir.path().toStdString())) {
        m_workspace.sources().setFollowLive(false);
        QObject::connect(&m_book, &session::ReviewBook::inboxChanged, &m_book,
                         [this] { m_known = m_book.model(source(), Model) != nullptr; });
        m_workspace.openSource(location());
    }
    [[nodiscard]] QString location() const {
        return QString::fromStdString(m_fixture.mlruns().string());
    }
    [[nodiscard]] session::Workspace& workspace() { return m_workspace; }
    [[nodiscard]] session::ReviewBook& book() { return m_book; }
    [[nodiscard]] base::SourceNo source() {
        const session::SourceInfo* info = m_workspace.sources().find(location());
        return info != nullptr ? info->sourceNo : base::SourceNo{};
    }
    [[nodiscard]] bool isRead() {
        return m_known &&
               m_workspace.sources().find(location())->state == session::SourceState::Synced;
    }
    DraftFault ask(std::int64_t version) {
        return m_book.ask(source(), Model, version, {registry::Target::Kind::Stage, "Production"},
                          true, "better");
    }
    /// Selects the request, and tells whether its evidence is there.
    [[nodiscard]] bool isReady() {
        if (!m_book.inbox()->empty())
            m_book.select(session::keyOf(m_book.inbox()->front()));
        return m_book.current() != nullptr && !m_book.current()->loading;
    }
    [[nodiscard]] RequestState state() const {
        return m_book.inbox()->empty() ? RequestState::Open : m_book.inbox()->front().request.state;
    }
    [[nodiscard]] std::string stage(std::int64_t version) const {
        std::ifstream meta(folder(version) / "meta.yaml");
        for (std::string line; std::getline(meta, line);) {
            if (line.starts_with("current_stage: "))
                return line.substr(15);
        }
        return {};
    }
    void setStage(std::int64_t version, const std::string& stage) const {
        std::ifstream in(folder(version) / "meta.yaml");
        std::string text;
        for (std::string line; std::getline(in, line);)
            text += (line.starts_with("current_stage: ") ? "current_stage: " + stage : line) + '\n';
        in.close();
        std::ofstream(folder(version) / "meta.yaml") << text;
    }
    /// The events in the store, oldest first: "bob approve".
    [[nodiscard]] QStringList said(std::int64_t version) const {
        std::vector<domain::Tag> tags;
        if (fs::exists(folder(version) / "tags")) {
            for (const auto& entry : fs::directory_iterator(folder(version) / "tags")) {
                std::ifstream file(entry.path());
                tags.push_back(
                    {entry.path().filename().string(), {std::istreambuf_iterator<char>(file), {}}});
            }
        }
        QStringList all;
        for (const registry::Event& event : registry::eventsOf(tags)) {
            std::string words = event.who + ' ' + event.actionText;
            if (event.action == Action::Applied)
                words += ' ' + std::string(registry::effectName(event.effect));
            all.append(QString::fromStdString(words));
        }
        return all;
    }
    [[nodiscard]] const session::Decision* promotion() {
        const auto& decisions = m_workspace.outbox().decisions();
        const auto found = std::ranges::find_if(decisions, [](const session::Decision& one) {
            return one.change.place.kind == PlaceKind::VersionStage;
        });
        return found != decisions.end() ? &*found : nullptr;
    }

private:
    [[nodiscard]] fs::path folder(std::int64_t version) const {
        return m_fixture.mlruns() / "models" / Model / ("version-" + std::to_string(version));
    }

    tests::Fixture m_fixture{QStringLiteral("filestore-2.17")};
    QTemporaryDir m_dir;
    std::unique_ptr<cache::Cache> m_cache;
    jobs::JobEngine m_engine;
    session::Settings m_settings;
    session::Workspace m_workspace;
    session::ReviewBook m_book;
    bool m_known = false;  // the inbox has looked at the model
};

}  // namespace

/// Requests on their way into a store and back: what is said, by whom, in which order.
class TestReviewBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsAnsweredBySomebodyElse();
    void theLastApprovalMakesTheChange();
    void whatIsTakenBackIsNotNotedAsDone();
    void whatCannotBeSaidIsTold();
};

void TestReviewBook::aRequestIsAnsweredBySomebodyElse() {
    Lab lab;
    lab.book().setName("ann");
    QTRY_VERIFY_WITH_TIMEOUT(lab.isRead(), 20000);
    QSignalSpy came(&lab.book(), &session::ReviewBook::requestCame);
    QCOMPARE(lab.ask(4), DraftFault::None);
    QTRY_COMPARE(lab.said(4), QStringList{QStringLiteral("ann request")});
    QTRY_VERIFY(lab.isReady());
    QVERIFY(!lab.book().current()->judgement.mayApprove);
    QCOMPARE(lab.book().waitingForMe(), 0);
    lab.book().setName("bob");
    QTRY_COMPARE(lab.book().waitingForMe(), 1);
    QCOMPARE(came.count(), 1);
    QTRY_VERIFY(lab.isReady() && lab.book().current()->judgement.mayReject);
    // What the version in its place now is compared with.
    QCOMPARE(lab.book().current()->evidence.incumbent, std::optional<std::int64_t>(2));
    QCOMPARE(lab.book().say(Action::Reject, "not yet"), DraftFault::None);
    QTRY_COMPARE(lab.said(4),
                 (QStringList{QStringLiteral("ann request"), QStringLiteral("bob reject")}));
    QTRY_COMPARE(lab.state(), RequestState::Rejected);
    QCOMPARE(lab.stage(4), std::string("Staging"));
}

void TestReviewBook::theLastApprovalMakesTheChange() {
    Lab lab;
    lab.book().setName("ann");
    QTRY_VERIFY_WITH_TIMEOUT(lab.isRead(), 20000);
    QCOMPARE(lab.ask(4), DraftFault::None);
    lab.book().setName("bob");
    QTRY_VERIFY(lab.isReady() && lab.book().current()->judgement.isLastApproval);
    QCOMPARE(lab.book().say(Action::Approve, "good"), DraftFault::None);
    QTRY_COMPARE(lab.stage(4), std::string("Production"));
    QTRY_COMPARE(lab.stage(2), std::string("Archived"));
    QTRY_COMPARE(lab.said(4),
                 (QStringList{QStringLiteral("ann request"), QStringLiteral("bob approve"),
                              QStringLiteral("bob applied written")}));
    QTRY_COMPARE(lab.state(), RequestState::Applied);
    QTRY_VERIFY(lab.workspace().outbox().decisions().empty());
    QCOMPARE(lab.book().inbox()->front().request.chain.state, registry::Chain::State::Intact);
}

void TestReviewBook::whatIsTakenBackIsNotNotedAsDone() {
    Lab lab;
    lab.book().setName("ann");
    QTRY_VERIFY_WITH_TIMEOUT(lab.isRead(), 20000);
    QCOMPARE(lab.ask(4), DraftFault::None);
    QTRY_COMPARE(lab.said(4).size(), 1);
    lab.book().setName("bob");
    QTRY_VERIFY(lab.isReady() && lab.book().current()->judgement.isLastApproval);
    // Somebody else is faster, and nothing has been read since.
    lab.setStage(4, "Archived");
    QCOMPARE(lab.book().say(Action::Approve, ""), DraftFault::None);
    QTRY_VERIFY(lab.promotion() != nullptr && lab.promotion()->state == DecisionState::Conflict);
    QCOMPARE(lab.said(4),
             (QStringList{QStringLiteral("ann request"), QStringLiteral("bob approve")}));
    lab.book().discard(lab.promotion()->entryNo);
    QTRY_COMPARE(lab.said(4),
                 (QStringList{QStringLiteral("ann request"), QStringLiteral("bob approve"),
                              QStringLiteral("bob applied conflict")}));
    QTRY_VERIFY(lab.workspace().outbox().decisions().empty());
    QCOMPARE(lab.stage(4), std::string("Archived"));
    QCOMPARE(lab.stage(2), std::string("Production"));
}

void TestReviewBook::whatCannotBeSaidIsTold() {
    Lab lab;
    QTRY_VERIFY_WITH_TIMEOUT(lab.isRead(), 20000);
    QCOMPARE(lab.book().say(Action::Comment, "hello"), DraftFault::NoRequest);
    QCOMPARE(lab.ask(99), DraftFault::NoTarget);
    QVERIFY(lab.book().current() == nullptr);
}

QTEST_GUILESS_MAIN(TestReviewBook)
#include "tst_reviewbook.moc"
