// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/registry/decisiondialog.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace podium::views {

class TagDialog;

/// What a person changes of a registered model and its versions: makes decisions of it, each with
/// what was there, and shows the dialogs that are needed. Lives on the UI thread; owned by the
/// models page.
class RegistryEditor : public QObject {
    Q_OBJECT
public:
    using Entry = std::shared_ptr<const session::ModelEntry>;

    explicit RegistryEditor(QWidget* window);

    void setEntry(Entry entry);
    void setVersion(std::int64_t version) { m_version = version; }
    /// Tells what a dialog says of the store.
    void setStores(std::function<StoreWords(base::SourceNo)> stores) {
        m_stores = std::move(stores);
    }
    [[nodiscard]] bool hasVersion() const { return m_entry != nullptr && m_version > 0; }

    /// Dialogs about the current version.
    void moveToStage(const QString& stage = {});
    void setAlias(const QString& alias = {});
    void ask();
    /// The same with what was typed already.
    void askAgain(const QString& stage, const QString& comment);
    /// `key` "": a new one.
    void editTag(const QString& key, bool ofModel);

    /// At once, of the current version or its model.
    void removeAlias(const QString& alias);
    void setTag(const QString& key, const QString& value, bool ofModel);
    void changeTag(const QString& key, const QString& value, const QString& before, bool ofModel);
    void deleteTags(const QStringList& keys, bool ofModel);
    /// "" removes it; `before` is what stood there when the writing began.
    void setDescription(const Entry& entry, std::int64_t version, const QString& markdown,
                        const QString& before);

Q_SIGNALS:
    /// Changes of one source, with words for undoing them.
    void decided(const QString& words, podium::base::SourceNo source,
                 const std::vector<podium::session::Change>& changes);
    /// The promotion of a version is to be asked for; as in DecisionDialog.
    void asked(podium::base::SourceNo source, const QString& model, qint64 version,
               const QString& stage, const QString& alias, bool archiveExisting,
               const QString& comment);

private:
    DecisionDialog* open(DecisionDialog::Kind kind);
    [[nodiscard]] const std::vector<domain::Tag>* tags(bool ofModel) const;
    [[nodiscard]] session::Place tagPlace(const QString& key, bool ofModel) const;
    void tell(const QString& words, std::vector<session::Change> changes);

    QWidget* m_window;
    Entry m_entry;
    std::int64_t m_version = 0;
    std::function<StoreWords(base::SourceNo)> m_stores;
    QPointer<DecisionDialog> m_dialog;
    QPointer<TagDialog> m_tagDialog;
};

}  // namespace podium::views
