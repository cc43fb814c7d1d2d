// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/run/editmarks.h"

#include "items/cell.h"
#include "items/rundiff.h"
#include "session/tagrules.h"
#include "views/text/decisionwords.h"
#include "views/text/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::views {

using session::Decision;
using session::InspectedRuns;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Decisions)
};

bool canEdit(const cache::RunDetails& details) {
    return !details.vanished && details.run.lifecycle == domain::Lifecycle::Active;
}

void mark(KeyValueRow& row, const Decision& decision) {
    row.mark = decisionStateIcon(decision.state);
    row.markText = decisionSentence(decision);
}

}  // namespace

void markTags(KeyValueGroup& group, const InspectedRuns& runs, bool withSystem) {
    const cache::RunDetails& details = runs.runs.front();
    const session::RunEdits& edits = runs.edits->of(details.sourceNo, details.run.runId);
    for (KeyValueRow& row : group.rows) {
        row.editable = canEdit(details);
        if (const Decision* decision = edits.find(row.key.toStdString()))
            mark(row, *decision);
    }
    for (const auto& [key, decision] : edits.byKey) {
        if (decision.change.wanted || (!withSystem && items::isSystemTag(key)))
            continue;
        KeyValueRow row;
        row.key = items::toQString(key);
        row.values = {Words::tr("(deleted)")};
        row.tone = KeyValueRow::Tone::Dim;
        mark(row, decision);
        const auto at = std::ranges::lower_bound(group.rows, row.key, {}, &KeyValueRow::key);
        group.rows.insert(at, row);
    }
}

QString editsLine(const InspectedRuns& runs, QString& icon) {
    const Decision* worst = nullptr;
    int decisions = 0;
    for (const cache::RunDetails& details : runs.runs) {
        for (const auto& [key, decision] :
             runs.edits->of(details.sourceNo, details.run.runId).byKey) {
            ++decisions;
            if (worst == nullptr || decision.state > worst->state)
                worst = &decision;
        }
    }
    if (worst == nullptr)
        return {};
    icon = decisionStateIcon(worst->state);
    const QString subject = decisionSubject(worst->change.place);
    const QString subjects =
        decisions == 1 ? subject : Words::tr("%1 and %2 more").arg(subject).arg(decisions - 1);
    return Words::tr("%1: %2", "Name: waiting until the store can be reached")
        .arg(subjects, decisionSentence(*worst));
}

}  // namespace podium::views
