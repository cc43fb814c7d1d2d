// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/searchbinding.h"

#include "query/completion.h"
#include "query/query.h"
#include "session/runsview.h"
#include "session/viewedit.h"
#include "views/text/text.h"
#include "views/widgets/searchfield.h"

#include <algorithm>

namespace podium::app {

namespace {

/// Positions in the filter language are bytes of UTF-8, those in a line edit are UTF-16 units.
class Positions {
public:
    explicit Positions(const QString& text) : m_utf8(text.toUtf8()) {}
    [[nodiscard]] int toUtf16(std::size_t byte) const {
        const auto at = std::min(static_cast<qsizetype>(byte), m_utf8.size());
        return static_cast<int>(QString::fromUtf8(m_utf8.constData(), at).size());
    }
    [[nodiscard]] std::string_view utf8() const {
        return {m_utf8.constData(), static_cast<std::size_t>(m_utf8.size())};
    }

private:
    QByteArray m_utf8;
};

views::SpanKind spanKind(query::SpanKind kind) {
    switch (kind) {
        case query::SpanKind::Key:
            return views::SpanKind::Key;
        case query::SpanKind::Function:
            return views::SpanKind::Function;
        case query::SpanKind::Operator:
            return views::SpanKind::Operator;
        case query::SpanKind::Keyword:
            return views::SpanKind::Keyword;
        case query::SpanKind::Number:
            return views::SpanKind::Number;
        case query::SpanKind::Text:
            return views::SpanKind::Text;
        case query::SpanKind::Bracket:
        case query::SpanKind::Word:
        case query::SpanKind::Error:
            return views::SpanKind::Plain;
    }
    return views::SpanKind::Plain;
}

QString kindWords(query::CandidateKind kind) {
    switch (kind) {
        case query::CandidateKind::Key:
            return podium::app::SearchBinding::tr("name");
        case query::CandidateKind::Function:
            return podium::app::SearchBinding::tr("function");
        case query::CandidateKind::Operator:
            return podium::app::SearchBinding::tr("operator");
        case query::CandidateKind::Keyword:
            return podium::app::SearchBinding::tr("word");
        case query::CandidateKind::Value:
            return podium::app::SearchBinding::tr("value");
    }
    return {};
}

views::Completion completion(session::RunsView& runs, const QString& text, int cursor) {
    const session::ColumnNames& names = runs.names();
    const query::KeyCatalog catalog{
        names.metrics, names.params, names.tags,
        [&runs](const query::ColumnKey& key) { return runs.values(key); }};
    const Positions positions(text);
    const auto at = static_cast<std::size_t>(text.left(cursor).toUtf8().size());
    const query::Completion found = query::complete(positions.utf8(), at, catalog);
    views::Completion shown;
    shown.start = positions.toUtf16(found.begin);
    shown.length = positions.toUtf16(found.end) - shown.start;
    for (const query::Candidate& candidate : found.candidates)
        shown.items.append({QString::fromStdString(candidate.text), kindWords(candidate.kind)});
    return shown;
}

}  // namespace

SearchBinding::SearchBinding(views::SearchField& field, session::RunsView& runs, QUndoStack& undo,
                             QObject* parent)
    : QObject(parent), m_field(field), m_runs(runs), m_undo(undo) {
    field.setPlaceholderText(tr("Filter runs: words of a name, or metrics.val_loss < 0.3 AND …"));
    connect(&field, &views::SearchField::filterEdited, this, [this](const QString& text) {
        // A filter that came from elsewhere is in the field already, and was a step there.
        if (text != m_runs.filter())
            session::edit(m_undo, m_runs, session::ViewEdit::Filter, tr("filter"),
                          [&] { m_runs.setFilter(text); });
    });
    connect(&runs, &session::RunsView::valuesLoaded, &field,
            &views::SearchField::refreshCompletions);
    connect(field.edit(), &QLineEdit::textChanged, this, &SearchBinding::colour);
    connect(&runs, &session::RunsView::filterChanged, this, &SearchBinding::showFilter);
    connect(&runs, &session::RunsView::snapshotChanged, this, &SearchBinding::showCount);
    field.setWholeTest(
        [](const QString& text) { return query::parseFilter(text.toStdString()).ok(); });
    field.setCompletionProvider(
        [&runs](const QString& text, int cursor) { return completion(runs, text, cursor); });
    showFilter();
}

void SearchBinding::colour(const QString& text) {
    const Positions positions(text);
    QVector<views::Span> spans;
    for (const query::Span& span : query::tokens(positions.utf8())) {
        const int start = positions.toUtf16(span.position);
        spans.append(
            {start, positions.toUtf16(span.position + span.length) - start, spanKind(span.kind)});
    }
    m_field.setSpans(text, spans);
}

void SearchBinding::showFilter() {
    if (m_field.text() != m_runs.filter())
        m_field.setText(m_runs.filter());
    if (const std::optional<base::Error>& error = m_runs.filterError()) {
        const Positions positions(m_runs.filter());
        const auto number = [&](std::size_t index) {
            return index < error->args.size()
                       ? QString::fromStdString(error->args[index]).toULongLong()
                       : 0ULL;
        };
        const int start = positions.toUtf16(number(0));
        const int end = positions.toUtf16(number(0) + number(1));
        m_field.setFault(start, end - start, views::describe(*error));
    } else {
        m_field.clearFault();
    }
    const bool beyond = !m_runs.filterError() && !m_runs.filterIsMlflows();
    const std::optional<QString> rewritten = beyond ? m_runs.mlflowFilter() : std::nullopt;
    m_field.setNote(!beyond ? QString()
                    : rewritten
                        ? tr("In MLflow's own language: %1").arg(*rewritten)
                        : tr("MLflow itself does not understand this filter; Podium does."));
    showCount();
}

void SearchBinding::showCount() {
    const auto snapshot = m_runs.snapshot();
    if (m_runs.experiments().empty())
        m_field.setCountText({});
    else if (snapshot->matching == snapshot->total)
        m_field.setCountText(views::runCount(static_cast<qint64>(snapshot->total)));
    else
        m_field.setCountText(tr("%1 of %2")
                                 .arg(views::count(static_cast<qint64>(snapshot->matching)),
                                      views::count(static_cast<qint64>(snapshot->total))));
}

}  // namespace podium::app
