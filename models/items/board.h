// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/edits.h"
#include "session/registrybook.h"

#include <QAbstractListModel>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace podium::items {

/// By what the lanes of a board are told apart.
struct BoardBy {
    enum class Kind { Stage, Alias, Tag };
    Kind kind = Kind::Stage;
    std::string tag;                 // the key, by a tag
    std::vector<std::string> lanes;  // values that have a lane though no version has them, in order

    friend bool operator==(const BoardBy&, const BoardBy&) = default;
};

/// A column of a board: the versions that have a stage, an alias or a value of a tag.
struct BoardLane {
    std::string value;
    bool rest = false;                  // the lane of those that have none
    std::vector<std::size_t> versions;  // into the entry's versions, newest first
};

/// The lanes of a model. By stage: MLflow's four in their order, then unknown ones. By alias or
/// tag: first the rest, then `by.lanes`, then others by name. A version is in the lane of each of
/// its aliases.
[[nodiscard]] std::vector<BoardLane> boardLanes(const session::ModelEntry& entry,
                                                const BoardBy& by);

/// MLflow's stages in the order of a version's life.
[[nodiscard]] const std::vector<std::string>& registryStages();

/// Whether a decision is about a version: its own places, an alias that goes to it or leaves it, or
/// a stage that archives it.
[[nodiscard]] bool isAbout(const session::Decision& decision, std::int64_t version);
/// The state that a person should know most of among those of a version; nothing if there is none.
[[nodiscard]] std::optional<session::DecisionState> pendingState(const session::ModelEntry& entry,
                                                                 std::int64_t version);

/// The decision about a version that a person should know most of: of those in the worst state
/// rather a change than an event of a request, and the newest. nullptr if there is none.
[[nodiscard]] const session::Decision* shownDecision(const session::ModelEntry& entry,
                                                     std::int64_t version);
/// Whether it adds an event of a request (registry/event.h).
[[nodiscard]] bool isRequestEvent(const session::Decision& decision);

/// A metric of the source runs, by run.
struct SourceMetric {
    std::string key;  // "" for none
    std::map<base::RunNo, double> values;

    [[nodiscard]] std::optional<double> of(base::RunNo run) const {
        const auto found = values.find(run);
        return found != values.end() ? std::optional(found->second) : std::nullopt;
    }
};

/// The cards of one lane. Lives on the UI thread. Roles: RawValue (the version's number), Edited,
/// and the text for a screen reader as DisplayRole, which a view makes.
class LaneModel : public QAbstractListModel {
    Q_OBJECT
public:
    using Entry = std::shared_ptr<const session::ModelEntry>;
    using Formatter = std::function<QString(const LaneModel&, const session::ModelEntry::Version&)>;

    using QAbstractListModel::QAbstractListModel;

    /// Indexes follow their versions.
    void setLane(Entry entry, BoardLane lane);
    void setMetric(SourceMetric metric);
    void setFormatter(Formatter formatter) { m_formatter = std::move(formatter); }

    [[nodiscard]] const Entry& entry() const { return m_entry; }
    [[nodiscard]] const BoardLane& lane() const { return m_lane; }
    [[nodiscard]] const SourceMetric& metric() const { return m_metric; }
    [[nodiscard]] const session::ModelEntry::Version& version(int row) const;
    /// -1 if the lane has no such version.
    [[nodiscard]] int rowOf(std::int64_t version) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;

    /// What a dragged card is: source number, name and version, each on a line.
    static QString mimeType() { return QStringLiteral("application/x-podium-version"); }

private:
    Entry m_entry;
    BoardLane m_lane;
    SourceMetric m_metric;
    Formatter m_formatter;
};

}  // namespace podium::items
