// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/edits.h"
#include "session/registryedits.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace podium::views {

/// Where a change goes, as far as a person has to know.
struct StoreWords {
    QString title;
    QString
        note;  // that it is read-only or can't be reached, and what happens then; "" for neither
    bool warns = false;
    std::string kind = {};  // "filestore" ...: what exactly is written follows from these two
    std::string location = {};
};

/// The version that is decided about.
struct VersionSubject {
    std::shared_ptr<const session::ModelEntry> entry;
    std::int64_t version = 0;
    StoreWords store;

    [[nodiscard]] const session::ModelEntry::Version* find() const;
};

/// A change of the registry before it is made: what exactly is written where, and in what state the
/// store is. Deletes itself when closed.
class DecisionDialog : public QDialog {
    Q_OBJECT
public:
    enum class Kind {
        Stage,  // move the version to a stage
        Alias,  // let an alias point to it
        Ask,    // ask others for one of the two
    };

    DecisionDialog(Kind kind, VersionSubject subject, QWidget* parent);

    void setStage(const QString& stage);
    void setAlias(const QString& alias);
    void setComment(const QString& comment);
    [[nodiscard]] const std::vector<session::Change>& changes() const { return m_changes; }

Q_SIGNALS:
    /// `words` are for undoing it.
    void decided(const QString& words, const std::vector<podium::session::Change>& changes);
    /// Of Kind::Ask: `stage` or `alias`, the other is "".
    void asked(const QString& stage, const QString& alias, bool archiveExisting,
               const QString& comment);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeFields(QVBoxLayout* layout);
    void makeFoot(QVBoxLayout* layout);
    void check();
    void grow();
    void accept() override;
    [[nodiscard]] QString stage() const;
    [[nodiscard]] QString alias() const;
    [[nodiscard]] QString fault() const;
    [[nodiscard]] std::vector<std::int64_t> othersIn(const std::string& stage) const;
    [[nodiscard]] std::vector<session::Change> made() const;

    Kind m_kind;
    VersionSubject m_subject;
    std::vector<session::Change> m_changes;
    QComboBox* m_what = nullptr;  // of Kind::Ask: stage or alias
    QComboBox* m_stage;
    QComboBox* m_alias;
    QLabel* m_stageLabel;
    QLabel* m_aliasLabel;
    QCheckBox* m_archive;
    QLineEdit* m_comment;
    QLabel* m_preview;
    QLabel* m_note;
    QLabel* m_store;
    QPushButton* m_ok;
};

/// "version 5, version 3"
[[nodiscard]] QString versionNames(const std::vector<std::int64_t>& versions);
/// What is wrong with an alias; "" if MLflow takes it.
[[nodiscard]] QString aliasFault(const QString& alias);
/// What changes will do to files, rows or a server, one line for each thing; nothing where that is
/// not known.
[[nodiscard]] QStringList writeLines(const std::vector<session::Change>& changes,
                                     const StoreWords& store);
/// What a change does, one line for each thing that it touches: "version 7: stage Staging →
/// Production".
[[nodiscard]] QStringList changeLines(const std::vector<session::Change>& changes);

}  // namespace podium::views
