// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/rundetails.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

class QWidget;

namespace podium::views {

class NameDialog;
class TagDialog;

/// What a person changes of the selected runs: makes decisions of it, each with what was there, and
/// shows the dialogs that are needed. Lives on the UI thread; owned by the inspector.
class RunEditor : public QObject {
    Q_OBJECT
public:
    using Runs = std::shared_ptr<const session::InspectedRuns>;

    explicit RunEditor(QWidget* window);

    void setRuns(Runs runs);
    /// MLflow changes no deleted runs, and what is gone from its store can't be changed there.
    [[nodiscard]] bool canEdit() const { return !m_editable.empty(); }
    [[nodiscard]] bool isSingle() const { return m_runs->selected == 1 && m_editable.size() == 1; }

    /// A dialog for a tag of all selected runs.
    void addTag();
    /// The same for a tag that is there, with its value.
    void editTag(const QString& key);
    /// Of all selected runs.
    void setTag(const QString& key, const QString& value);
    /// Of a single run, where a person saw `before` when the change began.
    void changeTag(const QString& key, const QString& value, const QString& before);
    void deleteTags(const QStringList& keys);
    /// A dialog for the name of a single run.
    void rename();
    void setName(const QString& name);
    /// The description of one run, "" removes it; `before` as above.
    void setNotes(base::RunNo run, const QString& markdown, const QString& before);

Q_SIGNALS:
    /// Changes of runs of one source, with words for undoing them.
    void decided(const QString& words, podium::base::SourceNo source,
                 const std::vector<podium::session::Change>& changes);

private:
    using Value = std::optional<std::string>;
    struct Step {
        base::SourceNo source;
        session::Change change;
    };
    void tell(const QString& words, const std::vector<Step>& steps);
    void setTags(const QString& words, const QStringList& keys, const Value& wanted);
    void openTagDialog(const QString& key);
    [[nodiscard]] static Value seenValue(const cache::RunDetails& details, const std::string& key,
                                         const QString& before);
    [[nodiscard]] static Value valueOf(const cache::RunDetails& details, const std::string& key);
    [[nodiscard]] static session::Place placeOf(const cache::RunDetails& details,
                                                const std::string& key);

    QWidget* m_window;
    Runs m_runs;
    std::vector<const cache::RunDetails*> m_editable;  // of m_runs
    QPointer<TagDialog> m_tagDialog;
    QPointer<NameDialog> m_nameDialog;
};

}  // namespace podium::views
