// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sourcerunmetrics.h"
#include "session/versionfiles.h"
#include "session/workspace.h"
#include "views/registry/decisiondialog.h"

#include <QObject>

#include <tuple>

namespace podium::views {
class ArtifactBrowser;
class MainWindow;
class ModelsPage;
}  // namespace podium::views

namespace podium::app {

/// What the registry shares with its pages.
struct RegistryParts {
    views::MainWindow& window;
    views::ModelsPage& models;
    views::ArtifactBrowser& files;  // of a version
    session::Workspace& workspace;
    cache::Cache& cache;
    jobs::JobEngine& engine;
    http::Environment environment;
};

/// Joins the models page to the registry, its decisions to the outbox and its actions to the menus.
/// Lives as long as the window, on the UI thread.
class RegistryBinding : public QObject {
    Q_OBJECT
public:
    explicit RegistryBinding(const RegistryParts& parts);

    /// What a dialog says of the store of a source.
    [[nodiscard]] views::StoreWords storeWords(base::SourceNo source) const;

private:
    void wireModels();
    void wireActions();
    void updateActions();
    void loadMetrics();
    void loadFiles();
    void showFiles();

    RegistryParts m_parts;
    session::SourceRunMetrics m_metrics;
    session::VersionFilesLoader m_files;
    using VersionKey = std::tuple<base::SourceNo, std::string, std::int64_t, std::string>;
    VersionKey m_version;  // whose files are known or looked at
    bool m_filesShown = false;
};

}  // namespace podium::app
