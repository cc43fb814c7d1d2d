// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/source.h"
#include "jobs/jobengine.h"

#include <QAbstractItemModel>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace podium::views {

/// The files and folders of one owner of artifacts. A folder is listed by a job when a view asks
/// for it; nothing is read on the UI thread, where it lives.
class ArtifactTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, SizeColumn, ColumnCount };

    ArtifactTreeModel(jobs::JobEngine& engine, QObject* parent);
    ~ArtifactTreeModel() override;

    /// Shows other artifacts and lists their root at once; null shows nothing.
    void setSource(std::shared_ptr<artifacts::ArtifactSource> source);
    /// The same for a folder of this machine; an empty path shows nothing.
    void setRoot(const std::filesystem::path& root);
    /// When a server last listed what is shown and why it could not be asked now; nothing where all
    /// is as it is now.
    [[nodiscard]] const std::optional<base::Millis>& listedAt() const { return m_listedAt; }
    [[nodiscard]] const std::optional<base::Error>& staleReason() const { return m_reason; }
    /// A file has come from its server.
    void setHere(const std::string& raw);
    /// Null for an invalid index.
    [[nodiscard]] const artifacts::Entry* entry(const QModelIndex& index) const;
    /// The index of a path if all its folders have been listed; otherwise that of the deepest known
    /// folder on the way.
    [[nodiscard]] QModelIndex nearest(const QString& path) const;
    /// True when the folder has been listed (the root for an invalid index).
    [[nodiscard]] bool isListed(const QModelIndex& folder) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    /// A folder ("" is the root) has been listed and its rows are there.
    void listed(const QString& folder);
    void rootFailed(const podium::base::Error& error);

private:
    struct Node {
        artifacts::Entry entry;
        Node* parent = nullptr;
        int row = 0;
        enum class State { Unread, Reading, Read } state = State::Unread;
        std::vector<std::unique_ptr<Node>> children;
    };

    [[nodiscard]] Node* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] Node* find(const std::string& raw, bool folder) const;
    [[nodiscard]] QModelIndex indexOf(const Node* node) const;
    [[nodiscard]] QVariant decoration(const Node& node) const;
    [[nodiscard]] QString toolTip(const artifacts::Entry& entry) const;
    void read(Node* node);
    void take(const std::string& raw, base::Result<artifacts::Listing> listing);

    jobs::JobEngine& m_engine;
    std::shared_ptr<artifacts::ArtifactSource> m_source;
    std::optional<base::Millis> m_listedAt;
    std::optional<base::Error> m_reason;
    std::unique_ptr<Node> m_top;
    quint64 m_generation = 0;  // of the root; late listings of another one are dropped
    std::vector<std::stop_source> m_running;
};

}  // namespace podium::views
