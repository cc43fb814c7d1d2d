// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/reviewpack.h"

#include "registry/packhtml.h"

#include <algorithm>

namespace podium::registry {

using Text = PackWords::Text;

namespace {

/// Dark where the reader's system is; on paper always light, and no part is torn apart.
constexpr std::string_view Style =
    ":root{color-scheme:light dark;--line:#ccd1d6;--dim:#59636e;--bad:#a40e26;--good:#116329;"
    "--warn:#7d4e00;--back:#fff;--text:#1f2328;--head:#f3f5f7}"
    "@media (prefers-color-scheme:dark){:root{--line:#3d444d;--dim:#9198a1;--bad:#ff7b72;"
    "--good:#56d364;--warn:#e3b341;--back:#14181d;--text:#e6e9ec;--head:#1e242b}}"
    "@media print{:root{color-scheme:light;--line:#999;--dim:#444;--bad:#a40e26;--good:#116329;"
    "--warn:#7d4e00;--back:#fff;--text:#000;--head:#eee}body{font-size:10pt;margin:0}"
    "section,tr{break-inside:avoid}thead{display:table-header-group}}"
    "body{background:var(--back);color:var(--text);font:15px/1.45 system-ui,sans-serif;"
    "max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:1.75rem 0 .5rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid var(--line);padding:.3rem .6rem;text-align:start;vertical-align:top}"
    "thead th{background:var(--head)}tbody th,td{overflow-wrap:anywhere;min-width:9ch}"
    ".t{white-space:nowrap}"
    ".n{text-align:end;font-variant-numeric:tabular-nums}"
    ".bad{color:var(--bad);font-weight:600}.good{color:var(--good);font-weight:600}"
    ".warn{color:var(--warn);font-weight:600}.dim{color:var(--dim)}"
    "code,.hash{font-family:ui-monospace,monospace;font-size:.85em}.hash{overflow-wrap:anywhere}"
    ".said{white-space:pre-wrap}dl{display:grid;grid-template-columns:max-content 1fr;"
    "gap:.2rem 1rem;margin:.75rem 0}dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}";

/// Writes the parts of one pack.
class PackWriter {
public:
    PackWriter(const Review& review, const PackWords& words) : m_review(review), m_words(words) {}

    std::string run(const std::string& language, bool rightToLeft) {
        const Request& request = m_review.request;
        const std::string title = word(Text::Title) + ": " + request.model + ' ' +
                                  std::to_string(request.version) + " \u2192 " +
                                  m_words.target(request.target);
        m_html.begin(title, language, rightToLeft, Style);
        head();
        policy();
        metrics();
        texts(Text::Params, m_review.evidence.params);
        texts(Text::Packages, m_review.evidence.packages);
        signature();
        datasets();
        texts(Text::Tags, m_review.evidence.tags);
        files();
        gates();
        thread();
        audit();
        m_html.element("p", "dim", word(Text::Notice));
        return m_html.end();
    }

private:
    [[nodiscard]] std::string word(Text text) const { return m_words.text(text); }
    [[nodiscard]] std::string number(const std::optional<double>& value) const {
        return value ? m_words.number(*value) : word(Text::Missing);
    }
    [[nodiscard]] std::string held(const stores::Held& value) const {
        return value ? *value : word(Text::Missing);
    }

    void head() {
        const Request& request = m_review.request;
        m_html.open("dl");
        const auto fact = [this](Text name, const std::string& value) {
            m_html.element("dt", "", word(name));
            m_html.element("dd", "said", value);
        };
        fact(Text::Source, m_review.source);
        fact(Text::Version, request.model + ' ' + std::to_string(request.version));
        fact(Text::Target, m_words.target(request.target));
        std::string replaces;
        for (const std::int64_t version : request.replaces)
            replaces += (replaces.empty() ? "" : ", ") + std::to_string(version);
        fact(Text::Replaces, replaces.empty() ? word(Text::Missing) : replaces);
        fact(Text::Archive, word(request.archiveExisting ? Text::Yes : Text::No));
        fact(Text::Asker, request.asker);
        fact(Text::AskedAt, m_words.time(request.at));
        fact(Text::State, m_words.state(request.state, request.staleness));
        if (!request.comment.empty())
            fact(Text::Comment, request.comment);
        fact(Text::MadeAt, m_words.time(m_review.madeAt));
        fact(Text::MadeBy, m_review.madeBy);
        m_html.close("dl");
    }

    void policy() {
        section(Text::Policy);
        m_html.open("dl");
        m_html.element("dt", "", word(Text::ApprovalsNeeded));
        m_html.element("dd", "", std::to_string(m_review.policy.policy.approvals));
        m_html.element("dt", "", word(Text::AuthorMayApprove));
        m_html.element("dd", "",
                       word(m_review.policy.policy.authorMayApprove ? Text::Yes : Text::No));
        m_html.close("dl");
        m_html.close("section");
    }

    void section(Text name) {
        m_html.open("section");
        m_html.element("h2", "", word(name));
    }

    /// False: a line says why nothing is compared, and the section is closed.
    template <typename Entry>
    bool begin(Text name, const Part<Entry>& part, std::size_t differing) {
        section(name);
        for (const Gap gap : {part.candidateGap, part.incumbentGap}) {
            if (gap != Gap::None)
                m_html.element("p", "dim", word(Text::NotKnown) + ' ' + m_words.gap(gap));
        }
        const bool shown = part.candidateGap == Gap::None && differing > 0;
        if (part.isComparable() && !shown)
            m_html.element("p", "dim", word(Text::NothingDiffers));
        if (shown)
            return true;
        m_html.close("section");
        return false;
    }

    void same(std::size_t count) {
        if (count > 0) {
            std::string text = word(Text::SameCount);
            if (const std::size_t at = text.find("%1"); at != std::string::npos)
                text.replace(at, 2, std::to_string(count));
            m_html.element("p", "dim", text);
        }
        m_html.close("section");
    }

    void metrics() {
        using Verdict = MetricChange::Verdict;
        const Part<MetricChange>& part = m_review.evidence.metrics;
        const auto differs = [](const MetricChange& change) {
            return change.verdict != Verdict::Same;
        };
        const auto differing =
            static_cast<std::size_t>(std::ranges::count_if(part.entries, differs));
        if (!begin(Text::Metrics, part, differing))
            return;
        m_html.tableHead(
            {word(Text::Key), word(Text::Candidate), word(Text::Incumbent), word(Text::Change)});
        for (const MetricChange& change : part.entries) {
            if (!differs(change))
                continue;
            m_html.open("tr");
            m_html.element("th", "", change.key);
            m_html.element("td", "n", number(change.candidate));
            m_html.element("td", "n", number(change.incumbent));
            const char* colour = change.verdict == Verdict::Better  ? "n good"
                                 : change.verdict == Verdict::Worse ? "n bad"
                                                                    : "n";
            const auto& asChange = m_words.change ? m_words.change : m_words.number;
            std::string delta = change.delta ? asChange(*change.delta) : std::string();
            if (change.delta && *change.delta > 0)
                delta.insert(0, "+");
            m_html.element("td", colour, delta);
            m_html.close("tr");
        }
        m_html.tableEnd();
        same(part.entries.size() - differing);
    }

    void texts(Text name, const Part<TextChange>& part) {
        const auto differing =
            static_cast<std::size_t>(std::ranges::count_if(part.entries, &TextChange::differs));
        if (!begin(name, part, differing))
            return;
        m_html.tableHead({word(Text::Key), word(Text::Candidate), word(Text::Incumbent)});
        for (const TextChange& change : part.entries) {
            if (change.differs())
                m_html.row({change.key, held(change.candidate), held(change.incumbent)});
        }
        m_html.tableEnd();
        same(part.entries.size() - differing);
    }

    void signature() {
        const Part<SignatureChange>& part = m_review.evidence.signature;
        if (!begin(Text::Signature, part, part.entries.size()))
            return;
        m_html.open("ul");
        for (const SignatureChange& change : part.entries) {
            m_html.open("li");
            if (isBreaking(change.kind))
                m_html.element("span", "bad", word(Text::Breaking) + ' ');
            m_html.text(m_words.signature(change));
            m_html.close("li");
        }
        m_html.close("ul");
        m_html.close("section");
    }

    void datasets() {
        const Part<DatasetChange>& part = m_review.evidence.datasets;
        const auto differing =
            static_cast<std::size_t>(std::ranges::count_if(part.entries, &DatasetChange::differs));
        if (!begin(Text::Datasets, part, differing))
            return;
        m_html.tableHead({word(Text::Key), word(Text::Candidate), word(Text::Incumbent)});
        for (const DatasetChange& change : part.entries) {
            const std::string context = change.context.empty() ? "" : " (" + change.context + ')';
            if (change.differs())
                m_html.row({change.name + context, held(change.candidate), held(change.incumbent)});
        }
        m_html.tableEnd();
        same(part.entries.size() - differing);
    }

    void files() {
        const Part<FileChange>& part = m_review.evidence.files;
        const auto differs = [](const FileChange& change) {
            return change.kind != FileChange::Kind::Same;
        };
        const auto differing =
            static_cast<std::size_t>(std::ranges::count_if(part.entries, differs));
        if (!begin(Text::Files, part, differing))
            return;
        m_html.tableHead({word(Text::Key), word(Text::Change)});
        for (const FileChange& change : part.entries) {
            if (differs(change))
                m_html.row({change.path, m_words.file(change.kind)});
        }
        m_html.tableEnd();
        same(part.entries.size() - differing);
    }

    void gates() {
        using Outcome = GateResult::Outcome;
        section(Text::Gates);
        if (m_review.gates.empty()) {
            m_html.element("p", "dim", word(Text::NoGates));
        } else {
            m_html.tableHead({word(Text::Outcome), word(Text::Gates), word(Text::Values)});
            for (const GateResult& gate : m_review.gates) {
                const char* colour = gate.outcome == Outcome::Pass   ? "good"
                                     : gate.outcome == Outcome::Fail ? "bad"
                                                                     : "warn";
                m_html.open("tr");
                m_html.element("td", colour, m_words.gateOutcome(gate));
                m_html.open("td");
                m_html.element("code", "", gate.rule.text);
                m_html.close("td");
                m_html.element("td", "", m_words.gateValues(gate));
                m_html.close("tr");
            }
            m_html.tableEnd();
        }
        m_html.close("section");
    }

    void thread() {
        section(Text::Thread);
        const Chain::State chain = m_review.request.chain.state;
        if (!m_review.request.native) {
            const bool broken = chain == Chain::State::Broken;
            m_html.element("p", broken ? "bad" : "dim",
                           word(broken                          ? Text::ChainBroken
                                : chain == Chain::State::Forked ? Text::ChainForked
                                                                : Text::ChainIntact));
        }
        m_html.tableHead({word(Text::When), word(Text::Who), word(Text::What), word(Text::Comment),
                          word(Text::Hash)});
        for (const Event& event : m_review.request.thread) {
            m_html.open("tr");
            m_html.element("td", "t", m_words.time(event.at));
            m_html.element("td", "", event.who);
            const bool known =
                event.reading == Reading::Whole || event.reading == Reading::PartlyKnown;
            m_html.element("td", "", known ? m_words.action(event.action) : event.actionText);
            m_html.element("td", "said", known ? event.comment : event.value);
            m_html.element("td", "hash", event.hash);
            m_html.close("tr");
        }
        m_html.tableEnd();
        m_html.close("section");
    }

    void audit() {
        section(Text::Audit);
        if (m_review.audit.empty()) {
            m_html.element("p", "dim", word(Text::NoAudit));
        } else {
            const bool intact = m_review.auditCheck.intact();
            m_html.element("p", intact ? "dim" : "bad",
                           word(intact ? Text::AuditIntact : Text::AuditBroken));
            m_html.tableHead({word(Text::When), word(Text::Who), word(Text::What), word(Text::From),
                              word(Text::To), word(Text::Outcome), word(Text::Hash)});
            for (const AuditLine& line : m_review.audit) {
                m_html.open("tr");
                m_html.element("td", "t", m_words.time(line.record.at));
                m_html.element("td", "", line.who);
                m_html.element("td", "", line.what + (line.key.empty() ? "" : ' ' + line.key));
                m_html.element("td", "said", held(line.from));
                m_html.element("td", "said", held(line.to));
                m_html.element("td", "",
                               line.state + (line.error.empty() ? "" : " (" + line.error + ')'));
                m_html.element("td", "hash", line.record.hash);
                m_html.close("tr");
            }
            m_html.tableEnd();
        }
        m_html.close("section");
    }

    const Review& m_review;
    const PackWords& m_words;
    PackHtml m_html;
};

}  // namespace

std::string reviewPack(const Review& review, const PackWords& words, const std::string& language,
                       bool rightToLeft) {
    return PackWriter(review, words).run(language, rightToLeft);
}

}  // namespace podium::registry
