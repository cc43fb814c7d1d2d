// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/artifacts/artifactpane.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>

namespace podium::tests {

/// A pane over a folder that goes with it; a preview is ready when the pane shows it or a message.
class PreviewBench {
public:
    PreviewBench() : m_window(std::make_unique<QWidget>()) {
        m_window->resize(700, 500);
        m_pane = new views::ArtifactPane(m_engine, m_window.get());
        m_pane->resize(700, 500);
        m_pane->setSource(std::make_shared<artifacts::LocalArtifacts>(root()));
        m_window->show();
    }
    [[nodiscard]] std::filesystem::path root() const { return m_dir.path().toStdString(); }
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }

    void put(const QString& name, const QByteArray& content) {
        const std::filesystem::path full = root() / name.toStdString();
        std::filesystem::create_directories(full.parent_path());
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
    }
    /// False where neither a preview nor a message came in time.
    bool open(const QString& name, int milliseconds = 20'000) {
        artifacts::Entry entry;
        entry.raw = entry.path = name.toStdString();
        entry.name = entry.path.substr(entry.path.rfind('/') + 1);
        QSignalSpy shown(m_pane, &views::ArtifactPane::fileShown);
        m_pane->showEntry(entry);
        return QTest::qWaitFor(
            [&] {
                return !shown.isEmpty() || message().contains(QStringLiteral("This file c")) ||
                       message().contains(QStringLiteral("gone"));
            },
            milliseconds);
    }
    bool show(const QString& name, const QByteArray& content) {
        put(name, content);
        return open(name);
    }
    [[nodiscard]] QString kind() const {
        const views::Preview* preview = m_pane->preview();
        return preview ? QString::fromLatin1(preview->metaObject()->className()).section(u':', -1)
                       : QStringLiteral("message");
    }
    [[nodiscard]] QString message() const { return m_pane->messageText(); }
    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name) const {
        return m_pane->findChild<Widget*>(QString::fromLatin1(name));
    }
    [[nodiscard]] views::ArtifactPane& pane() { return *m_pane; }

private:
    QTemporaryDir m_dir;
    jobs::JobEngine m_engine;
    std::unique_ptr<QWidget> m_window;
    views::ArtifactPane* m_pane;
};

}  // namespace podium::tests
