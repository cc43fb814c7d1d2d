// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/artifacts/artifactpane.h"

#include <QString>
#include <QWidget>

#include <filesystem>
#include <memory>

class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace podium::views {

class ArtifactTreeModel;
class EmptyState;
class MessageBar;

/// Where the artifacts of a run or model are.
struct ArtifactRoot {
    QString title;                 // whose artifacts they are, for screen readers
    std::filesystem::path folder;  // of this machine; not looked at if there is a source
    std::shared_ptr<artifacts::ArtifactSource> source = nullptr;
};

/// The artifacts of one run: a tree of files and a preview of the chosen one, below each other in a
/// narrow place, side by side in a wide one. Lives on the UI thread.
class ArtifactBrowser : public QWidget {
    Q_OBJECT
public:
    explicit ArtifactBrowser(jobs::JobEngine& engine, QWidget* parent = nullptr);

    /// Shows another folder. The file that was open is opened again if the new folder has one of
    /// the same path: so the same file of several runs is looked at one after the other.
    void setRoot(const ArtifactRoot& root);
    /// Asks the server again for everything that is shown.
    void relist();
    /// The run has no artifacts at all.
    void setNothingLogged();
    /// The artifacts can't be shown; `reason` says why in whole sentences.
    void setUnavailable(const QString& reason);
    /// No run is chosen.
    void clear();

    /// Opens a file or folder by its path below the root, as soon as it is listed.
    void openPath(const QString& path);
    [[nodiscard]] QString currentPath() const;
    [[nodiscard]] ArtifactPane& pane() { return *m_pane; }

Q_SIGNALS:
    /// A file's preview is on the screen.
    void fileShown(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTree();
    void showMessage(const QString& iconName, const QString& title, const QString& text);
    void rootListed();
    void rootFailed(const base::Error& error);
    void showAge();
    void openCurrent();
    void seekWanted();
    void choose(const QModelIndex& index);
    void showMenu(const QPoint& point);

    ArtifactTreeModel* m_model;
    QTreeView* m_tree;
    ArtifactPane* m_pane;
    QSplitter* m_splitter;
    QStackedWidget* m_stack;
    EmptyState* m_message;
    MessageBar* m_age;  // what is shown is not of now
    QPushButton* m_again;
    std::shared_ptr<artifacts::ArtifactSource> m_source;
    QTimer m_patience;  // until "Listing" is said
    QString m_wanted;   // the path to open when it is listed
    bool m_arranged = false;
};

}  // namespace podium::views
