// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/run/runeditor.h"

#include "items/cell.h"
#include "session/tagrules.h"
#include "views/run/editdialogs.h"
#include "views/run/runfacts.h"
#include "views/text/text.h"
#include "views/text/words.h"

#include <QWidget>

#include <algorithm>
#include <map>

namespace podium::views {

using session::Change;
using session::Place;
using session::PlaceKind;

namespace {

constexpr const char* NameTag = "mlflow.runName";

}  // namespace

RunEditor::RunEditor(QWidget* window)
    : QObject(window), m_window(window), m_runs(std::make_shared<session::InspectedRuns>()) {}

void RunEditor::setRuns(Runs runs) {
    m_runs = std::move(runs);
    m_editable.clear();
    for (const cache::RunDetails& details : m_runs->runs) {
        if (!details.vanished && details.run.lifecycle == domain::Lifecycle::Active)
            m_editable.push_back(&details);
    }
}

RunEditor::Value RunEditor::valueOf(const cache::RunDetails& details, const std::string& key) {
    if (key == NameTag && !details.run.runName.empty())
        return details.run.runName;
    const std::string* value = domain::find(details.run.tags, key);
    return value != nullptr ? Value(*value) : Value();
}

/// MLflow's tag of a run's name is its name.
Place RunEditor::placeOf(const cache::RunDetails& details, const std::string& key) {
    if (key == NameTag)
        return {PlaceKind::RunName, details.run.runId, {}, details.run.folder};
    return {PlaceKind::RunTag, details.run.runId, key, details.run.folder};
}

void RunEditor::tell(const QString& words, const std::vector<Step>& steps) {
    std::map<base::SourceNo, std::vector<Change>> bySource;
    for (const Step& step : steps) {
        if (step.change.wanted != step.change.basis)
            bySource[step.source].push_back(step.change);
    }
    for (const auto& [source, changes] : bySource)
        Q_EMIT decided(words, source, changes);
}

void RunEditor::setTags(const QString& words, const QStringList& keys, const Value& wanted) {
    std::vector<Step> steps;
    for (const cache::RunDetails* details : m_editable) {
        for (const QString& key : keys) {
            const std::string name = key.toStdString();
            // A run can't be without a name.
            if (wanted || name != NameTag)
                steps.push_back({details->sourceNo,
                                 {placeOf(*details, name), wanted, valueOf(*details, name)}});
        }
    }
    tell(words, steps);
}

void RunEditor::addTag() {
    if (canEdit())
        openTagDialog({});
}

void RunEditor::editTag(const QString& key) {
    if (canEdit())
        openTagDialog(key);
}

void RunEditor::openTagDialog(const QString& key) {
    delete m_tagDialog;
    TagSubject subject;
    subject.runs = static_cast<int>(m_editable.size());
    subject.selected = static_cast<int>(m_runs->selected);
    subject.name = runTitle(*m_editable.front());
    for (const cache::RunDetails* details : m_editable) {
        for (const domain::Tag& tag : details->run.tags)
            ++subject.known[items::toQString(tag.key)];
    }
    m_tagDialog = new TagDialog(subject, m_window);
    if (!key.isEmpty()) {
        const Value value = valueOf(*m_editable.front(), key.toStdString());
        m_tagDialog->edit(key, items::toQString(value.value_or("")));
    }
    if (!key.isEmpty() && isSingle()) {
        const QString before =
            items::toQString(valueOf(*m_editable.front(), key.toStdString()).value_or(""));
        connect(m_tagDialog, &TagDialog::tagEntered, this,
                [this, before](const QString& name, const QString& value) {
                    changeTag(name, value, before);
                });
    } else {
        connect(m_tagDialog, &TagDialog::tagEntered, this, &RunEditor::setTag);
    }
    m_tagDialog->open();
}

void RunEditor::setTag(const QString& key, const QString& value) {
    setTags(tr("tag %1").arg(key), {key}, value.toStdString());
}

void RunEditor::deleteTags(const QStringList& keys) {
    if (!keys.isEmpty())
        setTags(settlePlural(tr("deletion of %n tag(s)", nullptr, static_cast<int>(keys.size())),
                             keys.size()),
                keys, {});
}

void RunEditor::rename() {
    if (!isSingle())
        return;
    delete m_nameDialog;
    m_nameDialog = new NameDialog(runTitle(*m_editable.front()), m_window);
    connect(m_nameDialog, &NameDialog::nameEntered, this, &RunEditor::setName);
    m_nameDialog->open();
}

void RunEditor::setName(const QString& name) {
    if (isSingle())
        setTags(tr("name of a run"), {QString::fromLatin1(NameTag)}, name.toStdString());
}

/// No text and an empty one look the same.
RunEditor::Value RunEditor::seenValue(const cache::RunDetails& details, const std::string& key,
                                      const QString& before) {
    return before.isEmpty() && !valueOf(details, key) ? Value() : Value(before.toStdString());
}

void RunEditor::changeTag(const QString& key, const QString& value, const QString& before) {
    if (!isSingle())
        return;
    const cache::RunDetails& details = *m_editable.front();
    const std::string name = key.toStdString();
    tell(tr("tag %1").arg(key),
         {{details.sourceNo,
           {placeOf(details, name), value.toStdString(), seenValue(details, name, before)}}});
}

void RunEditor::setNotes(base::RunNo run, const QString& markdown, const QString& before) {
    const auto found = std::ranges::find(m_editable, run, &cache::RunDetails::runNo);
    if (found == m_editable.end())
        return;
    const cache::RunDetails& details = **found;
    const Value wanted = markdown.isEmpty() ? Value() : Value(markdown.toStdString());
    tell(tr("description of a run"), {{details.sourceNo,
                                       {placeOf(details, session::NoteTag), wanted,
                                        seenValue(details, session::NoteTag, before)}}});
}

}  // namespace podium::views
