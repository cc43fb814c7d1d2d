// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/versionpage.h"

#include "items/cell.h"
#include "views/registry/promptview.h"
#include "views/registry/registryeditor.h"
#include "views/registry/versionfacts.h"
#include "views/run/notespage.h"
#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/keyvaluetable.h"

#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using session::ModelEntry;

namespace {

/// Stays the same when another version of the model is chosen.
qint64 modelSubject(const ModelEntry* entry) {
    if (entry == nullptr)
        return 0;
    const std::size_t name = std::hash<std::string>()(entry->model.name);
    return static_cast<qint64>((name ^ static_cast<std::size_t>(entry->sourceNo.value)) >> 1);
}

}  // namespace

VersionPage::VersionPage(base::Clock clock, RegistryEditor& editor, QWidget* parent)
    : QWidget(parent),
      m_clock(std::move(clock)),
      m_editor(editor),
      m_tabs(new QTabWidget(this)),
      m_facts(new KeyValueTable(this)),
      m_notes(new NotesPage(this)),
      m_prompt(new PromptView(this)),
      m_signature(new KeyValueTable(this)),
      m_requirements(new KeyValueTable(this)),
      m_history(new KeyValueTable(this)),
      m_modelTags(new KeyValueTable(this)),
      m_modelNotes(new NotesPage(this)) {
    setObjectName(QStringLiteral("versionPage"));
    m_tabs->setObjectName(QStringLiteral("versionTabs"));
    m_tabs->setAccessibleName(tr("About the version"));
    m_tabs->setDocumentMode(true);
    makeFacts();
    m_notes->setObjectName(QStringLiteral("versionNotes"));
    m_notes->setWords(tr("No description"), tr("What this version is has not been written down."),
                      tr("What this version is, in Markdown"));
    m_signature->setObjectName(QStringLiteral("versionSignature"));
    m_signature->setAccessibleName(tr("Signature"));
    m_requirements->setObjectName(QStringLiteral("versionRequirements"));
    m_requirements->setAccessibleName(tr("Requirements"));
    m_history->setObjectName(QStringLiteral("versionHistory"));
    m_history->setAccessibleName(tr("History"));
    m_tabs->addTab(m_prompt, tr("Text"));
    m_tabs->addTab(m_facts, tr("Overview"));
    m_tabs->addTab(m_notes, tr("Description"));
    m_tabs->addTab(m_signature, tr("Signature"));
    m_tabs->addTab(m_requirements, tr("Requirements"));
    m_tabs->addTab(m_history, tr("History"));
    makeModelTab();
    showTabs();
    connect(m_notes, &NotesPage::notesEdited, this,
            [this](qint64, const QString& markdown, const QString& before) {
                m_editor.setDescription(m_written.entry, m_written.version, markdown, before);
            });
    connect(m_modelNotes, &NotesPage::notesEdited, this,
            [this](qint64, const QString& markdown, const QString& before) {
                m_editor.setDescription(m_modelWritten.entry, 0, markdown, before);
            });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (showsFiles())
            Q_EMIT filesShown();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
}

void VersionPage::makeFacts() {
    m_facts->setObjectName(QStringLiteral("versionDetails"));
    m_facts->setAccessibleName(tr("About the version"));
    m_facts->setAddable(true);
    connect(m_facts, &KeyValueTable::linkActivated, this, &VersionPage::sourceRunRequested);
    for (const bool ofModel : {false, true}) {
        KeyValueTable* table = ofModel ? m_modelTags : m_facts;
        connect(table, &KeyValueTable::valueEdited, this,
                [this, ofModel](const QString& key, const QString& value, const QString& before) {
                    m_editor.changeTag(key, value, before, ofModel);
                });
        connect(table, &KeyValueTable::editRequested, this,
                [this, ofModel](const QString& key) { m_editor.editTag(key, ofModel); });
        connect(table, &KeyValueTable::deleteRequested, this,
                [this, ofModel](const QStringList& keys) { m_editor.deleteTags(keys, ofModel); });
        connect(table, &KeyValueTable::addRequested, this,
                [this, ofModel] { m_editor.editTag({}, ofModel); });
    }
}

void VersionPage::makeModelTab() {
    auto* page = new QSplitter(this);
    page->setObjectName(QStringLiteral("modelTab"));
    page->setChildrenCollapsible(false);
    m_modelNotes->setObjectName(QStringLiteral("modelNotes"));
    m_modelNotes->setWords(tr("No description"),
                           tr("What this model is has not been written down."),
                           tr("What this model is, in Markdown"));
    m_modelTags->setObjectName(QStringLiteral("modelTags"));
    m_modelTags->setAccessibleName(tr("Tags of the model"));
    m_modelTags->setAddable(true);
    page->addWidget(m_modelNotes);
    page->addWidget(m_modelTags);
    page->setSizes({400, 300});
    m_tabs->addTab(page, tr("Model"));
}

const ModelEntry::Version* VersionPage::version() const {
    return VersionSubject{m_place.entry, m_place.version, {}}.find();
}

void VersionPage::setVersion(Entry entry, std::int64_t number) {
    const bool other = !m_place.entry || !entry || m_place.version != number ||
                       m_place.entry->sourceNo != entry->sourceNo ||
                       m_place.entry->model.name != entry->model.name;
    if (other)
        ++m_subject;
    // What is being written is saved while it is still known what it is of.
    m_notes->leave(m_subject);
    m_modelNotes->leave(modelSubject(entry.get()));
    m_place = {std::move(entry), number};
    m_written = m_place;
    m_modelWritten = m_place;
    if (other)
        m_files = nullptr;
    m_tabs->setEnabled(m_place.entry != nullptr);
    showTabs();
    m_prompt->setVersion(m_place.entry, m_place.version);
    showFacts();
    showNotes();
    showFiles();
}

/// A prompt is a text and has no files.
void VersionPage::showTabs() {
    const bool prompt = m_place.entry && m_place.entry->model.isPrompt();
    const int text = m_tabs->indexOf(m_prompt);
    if (prompt && !m_tabs->isTabVisible(text)) {
        m_tabs->setTabVisible(text, true);
        m_tabs->setCurrentIndex(text);
    }
    for (QWidget* tab :
         {static_cast<QWidget*>(m_signature), static_cast<QWidget*>(m_requirements), m_filesView}) {
        if (tab != nullptr)
            m_tabs->setTabVisible(m_tabs->indexOf(tab), !prompt);
    }
    m_tabs->setTabVisible(text, prompt);
}

void VersionPage::showFacts() {
    const ModelEntry::Version* here = version();
    m_facts->setGroups(here != nullptr ? versionGroups(*m_place.entry, *here, m_clock(), true)
                                       : QVector<KeyValueGroup>());
    m_modelTags->setGroups(m_place.entry
                               ? QVector<KeyValueGroup>{tagGroup(m_place.entry->model.tags, true)}
                               : QVector<KeyValueGroup>());
}

void VersionPage::showNotes() {
    const ModelEntry::Version* here = version();
    m_notes->setNotes(m_subject,
                      here != nullptr ? items::toQString(here->version.description) : QString(),
                      here != nullptr);
    m_modelNotes->setNotes(
        modelSubject(m_place.entry.get()),
        m_place.entry ? items::toQString(m_place.entry->model.description) : QString(),
        m_place.entry != nullptr);
}

void VersionPage::setFiles(std::shared_ptr<const session::VersionFiles> files) {
    m_files = std::move(files);
    showFiles();
    if (showsFiles())
        Q_EMIT filesShown();
}

void VersionPage::showFiles() {
    m_signature->setColumnTitles({tr("Name"), tr("Type")});
    m_signature->setGroups(signatureGroups(m_files.get()));
    m_requirements->setColumnTitles({tr("Package"), tr("Version")});
    m_requirements->setGroups(requirementGroups(m_files.get()));
    m_history->setGroups(historyGroups(m_files.get(), m_clock()));
}

void VersionPage::setFilesView(QWidget* view) {
    m_filesView = view;
    m_tabs->insertTab(m_tabs->indexOf(m_requirements) + 1, view, tr("Files"));
}

bool VersionPage::showsFiles() const {
    return m_filesView != nullptr && m_tabs->currentWidget() == m_filesView;
}

void VersionPage::editDescription() {
    if (version() == nullptr)
        return;
    m_tabs->setCurrentWidget(m_notes);
    m_notes->edit();
}

}  // namespace podium::views
