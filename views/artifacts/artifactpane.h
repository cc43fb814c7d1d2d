// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/source.h"
#include "jobs/slot.h"
#include "views/artifacts/preview.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QMenu;
class QStackedWidget;
class QTemporaryDir;
class QToolButton;

namespace podium::views {

class ElidedLabel;
class EmptyState;
class FetchPanel;
class FolderView;

/// One file with its head (name, kind, size, what can be done with it) and its preview. What a file
/// is, is recognised by a job; then the factory's preview for it is made and swapped in when it has
/// something to show. A file on a server is fetched first: by itself where it is small, else when
/// somebody asks. Lives on the UI thread.
class ArtifactPane : public QWidget {
    Q_OBJECT
public:
    ArtifactPane(jobs::JobEngine& engine, QWidget* parent);
    ~ArtifactPane() override;

    /// The files that are shown from now on; null: none.
    void setSource(std::shared_ptr<artifacts::ArtifactSource> source);
    /// Bytes up to which a file is fetched from a server as soon as it is chosen.
    void setFetchLimit(qint64 bytes) { m_mostBytes = bytes; }
    void showEntry(const artifacts::Entry& entry);
    void showNothing();
    void focusPreview();
    /// The actions on the file that is shown.
    void fillMenu(QMenu* menu);
    /// Lets a folder be chosen into which everything below `rawFolder` is copied.
    void saveAll(const std::string& rawFolder);
    void saveAllTo(const std::string& rawFolder, const QString& target);
    /// Fetches the file that is shown, however large it is.
    void fetch() { fetchUpTo(0); }
    void cancelFetch();

    [[nodiscard]] PreviewFactory& factory() { return m_factory; }
    /// The preview on the screen, or null while there is a message.
    [[nodiscard]] Preview* preview() const;
    /// The message on the screen; empty while there is a preview.
    [[nodiscard]] QString messageText() const;
    [[nodiscard]] bool canOpenOutside() const;
    /// What opens a file or folder with the desktop's program; tests put their own.
    void setOpener(std::function<void(const QUrl&)> opener) { m_opener = std::move(opener); }

    void copyPath();
    void openOutside();
    void reveal();
    void saveAs();
    /// Copies the file to a local path; what was there is replaced only when all has been written.
    void saveTo(const QString& target);
    void setSourceShown(bool source);

Q_SIGNALS:
    void fileShown(const QString& path);
    void saved(const QString& target);
    /// The person wants to see another file: its path for people.
    void fileRequested(const QString& path);
    /// The content of a file has come from its server.
    void fetched(const std::string& raw);

private:
    struct Looked {
        artifacts::FilePlace place;
        artifacts::Kind kind = artifacts::Kind::Binary;
        qint64 size = 0;
        bool executable = false;
    };

    void makeHead();
    [[nodiscard]] bool isRemote() const { return m_artifacts && m_artifacts->isRemote(); }
    [[nodiscard]] QString fullPath() const;
    void fetchUpTo(qint64 mostBytes);
    void fetchEnded(qint64 mostBytes, const base::Result<artifacts::FilePlace>& place);
    void dropFetch();
    void showPanel();
    void dropPreview();
    void showMessage(const QString& iconName, const QString& title, const QString& text);
    void showError(const base::Error& error);
    void look();
    void open();
    void swapIn(Preview* preview);
    void dropIncoming();
    void updateHead();

    jobs::JobEngine& m_engine;
    jobs::Slot<Looked> m_looking;
    PreviewFactory m_factory;
    std::function<void(const QUrl&)> m_opener;
    std::shared_ptr<artifacts::ArtifactSource> m_artifacts;
    qint64 m_mostBytes = 8'000'000;
    std::shared_ptr<base::Progress> m_fetching;  // while it is fetched
    quint64 m_fetchTicket = 0;
    std::stop_source m_fetchStop{std::nostopstate};
    std::unique_ptr<QTemporaryDir> m_outside;  // copies handed to other programs
    std::optional<artifacts::Entry> m_entry;
    std::optional<Looked> m_looked;
    QString m_facts;
    bool m_source = false;
    Preview* m_incoming = nullptr;  // made, but nothing to show yet
    QTimer m_patience;              // until "Reading" is said
    QWidget* m_head;
    QLabel* m_icon;
    ElidedLabel* m_name;
    ElidedLabel* m_about;
    QToolButton* m_sourceButton;
    QToolButton* m_copyButton;
    QToolButton* m_moreButton;
    QStackedWidget* m_stack;
    EmptyState* m_message;
    FetchPanel* m_fetchPanel;
    FolderView* m_folder;
    QString m_messageText;
};

}  // namespace podium::views
