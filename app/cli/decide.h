// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "app/cli/sourcereader.h"
#include "sync/decision.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace podium::app {

/// What becomes of a decision, as an exit code: ExitDone for what is written or on its way.
[[nodiscard]] int exitCodeOf(sync::DecisionState state);

/// A decision about one registered model on the command line: what it is decided on is read, shown
/// or recorded in the outbox, and brought to the store.
class Decider {
public:
    /// Adds --dry-run, --expect and --queue.
    static void addOptions(Options& options, const QString& expected);

    Decider(const Options& options, std::string model);
    /// Nothing if the source could be read and has the model; otherwise the exit code, and the
    /// reason was told.
    [[nodiscard]] std::optional<int> failure() const { return m_failure; }

    [[nodiscard]] const domain::RegisteredModel& model() const { return m_model; }
    [[nodiscard]] const std::vector<domain::ModelVersion>& versions() const { return m_versions; }
    /// Nothing, and told, if the model has no such version.
    [[nodiscard]] const domain::ModelVersion* version(const QString& number) const;

    /// Decides: `change.basis` is what was read, and becomes what --expect says. Gives the exit
    /// code.
    [[nodiscard]] int decide(stores::Change change);

private:
    [[nodiscard]] std::optional<int> find(const std::string& name);
    [[nodiscard]] int preview(const stores::Change& change, bool conflict);
    [[nodiscard]] int record(const stores::Change& change);
    [[nodiscard]] int tell(const sync::Decision& decision) const;

    const Options& m_options;
    SourceReader m_source;
    domain::RegisteredModel m_model;
    std::vector<domain::ModelVersion> m_versions;
    std::optional<int> m_failure;
};

}  // namespace podium::app
