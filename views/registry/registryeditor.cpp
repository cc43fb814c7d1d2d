// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/registryeditor.h"

#include "items/board.h"
#include "items/cell.h"
#include "views/run/editdialogs.h"
#include "views/text/text.h"
#include "views/text/words.h"

#include <algorithm>

namespace podium::views {

using session::Change;
using session::Place;
using session::PlaceKind;
using stores::Held;

namespace {

Held valueOf(const std::vector<domain::Tag>& tags, const QString& key) {
    const std::string* value = domain::find(tags, key.toStdString());
    return value != nullptr ? Held(*value) : Held();
}

}  // namespace

RegistryEditor::RegistryEditor(QWidget* window) : QObject(window), m_window(window) {}

void RegistryEditor::setEntry(Entry entry) {
    m_entry = std::move(entry);
}

DecisionDialog* RegistryEditor::open(DecisionDialog::Kind kind) {
    delete m_dialog;
    if (!hasVersion())
        return nullptr;
    StoreWords store{m_entry->sourceTitle, {}, false};
    if (m_stores)
        store = m_stores(m_entry->sourceNo);
    m_dialog = new DecisionDialog(kind, {m_entry, m_version, store}, m_window);
    connect(m_dialog, &DecisionDialog::decided, this,
            [this, source = m_entry->sourceNo](const QString& words,
                                               const std::vector<Change>& changes) {
                Q_EMIT decided(words, source, changes);
            });
    connect(m_dialog, &DecisionDialog::asked, this,
            [this, entry = m_entry, version = m_version](const QString& stage, const QString& alias,
                                                         bool archive, const QString& comment) {
                Q_EMIT asked(entry->sourceNo, items::toQString(entry->model.name), version, stage,
                             alias, archive, comment);
            });
    m_dialog->open();
    return m_dialog;
}

void RegistryEditor::moveToStage(const QString& stage) {
    if (m_entry && m_entry->model.isPrompt())
        return;  // they have no stages
    DecisionDialog* dialog = open(DecisionDialog::Kind::Stage);
    if (dialog == nullptr)
        return;
    if (!stage.isEmpty()) {
        dialog->setStage(stage);
        return;
    }
    // The stage after the one it is in is what most people come for.
    const auto& stages = items::registryStages();
    const auto* version = VersionSubject{m_entry, m_version, {}}.find();
    const auto at = std::ranges::find(stages, version != nullptr ? version->version.stage : "");
    const auto next =
        at == stages.end() || std::next(at) == stages.end() ? stages.begin() + 1 : std::next(at);
    dialog->setStage(items::toQString(*next));
}

void RegistryEditor::setAlias(const QString& alias) {
    if (DecisionDialog* dialog = open(DecisionDialog::Kind::Alias))
        dialog->setAlias(alias);
}

void RegistryEditor::ask() {
    DecisionDialog* dialog = open(DecisionDialog::Kind::Ask);
    if (dialog == nullptr)
        return;
    const auto* version = VersionSubject{m_entry, m_version, {}}.find();
    const bool there = version != nullptr && version->version.stage == "Production";
    dialog->setStage(there ? QStringLiteral("Staging") : QStringLiteral("Production"));
}

void RegistryEditor::askAgain(const QString& stage, const QString& comment) {
    DecisionDialog* dialog = open(DecisionDialog::Kind::Ask);
    if (dialog == nullptr)
        return;
    dialog->setStage(stage);
    dialog->setComment(comment);
}

void RegistryEditor::tell(const QString& words, std::vector<Change> changes) {
    std::erase_if(changes, [](const Change& one) { return one.wanted == one.basis; });
    if (m_entry && !changes.empty())
        Q_EMIT decided(words, m_entry->sourceNo, changes);
}

void RegistryEditor::removeAlias(const QString& alias) {
    if (!m_entry)
        return;
    const std::string name = alias.toStdString();
    const auto& aliases = m_entry->model.aliases;
    const auto found = std::ranges::find(aliases, name, &domain::Alias::alias);
    if (found != aliases.end())
        tell(tr("removal of alias @%1").arg(alias),
             {{{PlaceKind::ModelAlias, m_entry->model.name, name, {}, 0},
               {},
               std::to_string(found->version)}});
}

const std::vector<domain::Tag>* RegistryEditor::tags(bool ofModel) const {
    if (!m_entry)
        return nullptr;
    if (ofModel)
        return &m_entry->model.tags;
    const auto* version = VersionSubject{m_entry, m_version, {}}.find();
    return version != nullptr ? &version->version.tags : nullptr;
}

Place RegistryEditor::tagPlace(const QString& key, bool ofModel) const {
    return ofModel
               ? Place{PlaceKind::ModelTag, m_entry->model.name, key.toStdString(), {}, 0}
               : Place{
                     PlaceKind::VersionTag, m_entry->model.name, key.toStdString(), {}, m_version};
}

void RegistryEditor::editTag(const QString& key, bool ofModel) {
    const std::vector<domain::Tag>* known = tags(ofModel);
    if (known == nullptr)
        return;
    delete m_tagDialog;
    TagSubject subject;
    const QString name = oneLine(m_entry->model.name, 60);
    subject.words = ofModel ? tr("The tag goes to the model “%1”.").arg(name)
                            : tr("The tag goes to version %1 of “%2”.").arg(m_version).arg(name);
    for (const domain::Tag& tag : *known)
        subject.known[items::toQString(tag.key)] = 1;
    m_tagDialog = new TagDialog(subject, m_window);
    const Held before = valueOf(*known, key);
    if (!key.isEmpty())
        m_tagDialog->edit(key, items::toQString(before.value_or("")));
    connect(m_tagDialog, &TagDialog::tagEntered, this,
            [this, ofModel](const QString& entered, const QString& value) {
                setTag(entered, value, ofModel);
            });
    m_tagDialog->open();
}

void RegistryEditor::setTag(const QString& key, const QString& value, bool ofModel) {
    if (const std::vector<domain::Tag>* known = tags(ofModel))
        tell(tr("tag %1").arg(key),
             {{tagPlace(key, ofModel), value.toStdString(), valueOf(*known, key)}});
}

void RegistryEditor::changeTag(const QString& key, const QString& value, const QString& before,
                               bool ofModel) {
    if (tags(ofModel) != nullptr)
        tell(tr("tag %1").arg(key),
             {{tagPlace(key, ofModel), value.toStdString(), before.toStdString()}});
}

void RegistryEditor::deleteTags(const QStringList& keys, bool ofModel) {
    const std::vector<domain::Tag>* known = tags(ofModel);
    if (known == nullptr || keys.isEmpty())
        return;
    std::vector<Change> changes;
    for (const QString& key : keys)
        changes.push_back({tagPlace(key, ofModel), {}, valueOf(*known, key)});
    tell(settlePlural(tr("deletion of %n tag(s)", nullptr, static_cast<int>(keys.size())),
                      keys.size()),
         std::move(changes));
}

void RegistryEditor::setDescription(const Entry& entry, std::int64_t version,
                                    const QString& markdown, const QString& before) {
    if (!entry)
        return;
    Change change;
    change.place = {version > 0 ? PlaceKind::VersionDescription : PlaceKind::ModelDescription,
                    entry->model.name,
                    {},
                    {},
                    version};
    change.wanted = markdown.toStdString();
    change.basis = before.toStdString();
    if (change.wanted != change.basis)
        Q_EMIT decided(tr("description of %1").arg(oneLine(entry->model.name, 60)), entry->sourceNo,
                       {change});
}

}  // namespace podium::views
