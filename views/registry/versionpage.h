// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "session/registrybook.h"
#include "session/versionfiles.h"

#include <QWidget>

#include <memory>

class QTabWidget;

namespace podium::views {

class EmptyState;
class KeyValueTable;
class NotesPage;
class PromptView;
class RegistryEditor;

/// What is known of one version of a registered model, and of the model itself: facts and tags,
/// description, signature, requirements, files or a prompt's text, where it was seen. Lives on the
/// UI thread.
class VersionPage : public QWidget {
    Q_OBJECT
public:
    using Entry = std::shared_ptr<const session::ModelEntry>;

    VersionPage(base::Clock clock, RegistryEditor& editor, QWidget* parent = nullptr);

    /// nullptr or 0: none.
    void setVersion(Entry entry, std::int64_t version);
    /// nullptr while they are looked at.
    void setFiles(std::shared_ptr<const session::VersionFiles> files);
    /// The artifact browser, which the composition fills.
    void setFilesView(QWidget* view);
    void editDescription();
    /// The tab of the files is in sight: time to fill its view.
    [[nodiscard]] bool showsFiles() const;

Q_SIGNALS:
    void sourceRunRequested();
    void filesShown();

private:
    struct Place {
        Entry entry;
        std::int64_t version = 0;
    };
    void makeFacts();
    void makeModelTab();
    void showTabs();
    void showNotes();
    void showFacts();
    void showFiles();
    [[nodiscard]] const session::ModelEntry::Version* version() const;

    base::Clock m_clock;
    RegistryEditor& m_editor;
    Place m_place;
    Place m_written;       // what the description that is being written is of
    Place m_modelWritten;  // the same of the model's
    qint64 m_subject = 0;  // goes up with each version that is shown
    std::shared_ptr<const session::VersionFiles> m_files;
    QTabWidget* m_tabs;
    KeyValueTable* m_facts;
    NotesPage* m_notes;
    PromptView* m_prompt;
    KeyValueTable* m_signature;
    KeyValueTable* m_requirements;
    KeyValueTable* m_history;
    KeyValueTable* m_modelTags;
    NotesPage* m_modelNotes;
    QWidget* m_filesView = nullptr;
};

}  // namespace podium::views
