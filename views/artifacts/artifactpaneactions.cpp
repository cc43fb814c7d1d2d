// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/artifactpane.h"
#include "views/artifacts/fileactions.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QTemporaryDir>

/// What can be done with the file that is shown.
namespace podium::views {

using base::Result;

/// Where it lies on this machine; for a file on a server its path among the artifacts.
QString ArtifactPane::fullPath() const {
    if (!m_entry)
        return {};
    if (isRemote() || !m_artifacts)
        return QString::fromStdString(m_entry->path);
    return QFile::decodeName((m_artifacts->root() / m_entry->raw).c_str());
}

bool ArtifactPane::canOpenOutside() const {
    return m_entry && !m_entry->problem && m_looked && !m_looked->executable &&
           !isActiveFile(m_entry->raw);
}

void ArtifactPane::fillMenu(QMenu* menu) {
    if (!m_entry)
        return;
    const bool isFile = !m_entry->isFolder && !m_entry->problem;
    menu->addAction(icon(u"copy"), tr("Copy path"), this, &ArtifactPane::copyPath);
    QAction* outside = menu->addAction(icon(u"external-link"), tr("Open with another program"),
                                       this, &ArtifactPane::openOutside);
    outside->setEnabled(canOpenOutside());
    if (isFile && m_looked && !canOpenOutside())
        outside->setText(tr("Open with another program (not for programs)"));
    if (!isRemote())
        menu->addAction(icon(u"folder-open"), tr("Show in the file manager"), this,
                        &ArtifactPane::reveal);
    if (m_entry->isFolder && !m_entry->isLink && !m_entry->problem)
        menu->addAction(icon(u"save"), tr("Save all in this folder …"), this,
                        [this, raw = m_entry->raw] { saveAll(raw); });
    QAction* save =
        menu->addAction(icon(u"save"), tr("Save a copy …"), this, &ArtifactPane::saveAs);
    save->setEnabled(isFile);
}

void ArtifactPane::copyPath() {
    QGuiApplication::clipboard()->setText(fullPath());
}

void ArtifactPane::openOutside() {
    if (!canOpenOutside())
        return;
    if (!isRemote()) {
        m_opener(QUrl::fromLocalFile(fullPath()));
        return;
    }
    // Another program gets a copy under the file's own name: what it does to it must not reach the
    // cache.
    if (!m_outside)
        m_outside = std::make_unique<QTemporaryDir>();
    const QString folder = m_outside->filePath(QString::number(qHash(m_entry->path), 16));
    const QString target = folder + u'/' + QString::fromStdString(m_entry->name);
    m_engine.run<bool>(
        jobs::Pool::Long, this,
        [place = m_looked->place, folder, target](std::stop_token stop,
                                                  base::Progress& progress) -> Result<bool> {
            QDir().mkpath(folder);
            return copyArtifact(place.root, place.raw, target, stop, progress);
        },
        [this, target](Result<bool> copied) {
            if (copied.ok())
                m_opener(QUrl::fromLocalFile(target));
            else if (copied.failed())
                showError(copied.error());
        });
}

void ArtifactPane::reveal() {
    if (!m_entry || isRemote())
        return;
    const std::filesystem::path path = m_artifacts->root() / m_entry->raw;
    m_opener(QUrl::fromLocalFile(
        QFile::decodeName((m_entry->isFolder ? path : path.parent_path()).c_str())));
}

void ArtifactPane::saveAs() {
    if (!m_entry || m_entry->isFolder || m_entry->problem)
        return;
    auto* dialog = new QFileDialog(this, tr("Save a copy"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(oneLine(m_entry->name));
    connect(dialog, &QFileDialog::fileSelected, this, &ArtifactPane::saveTo);
    dialog->open();
}

void ArtifactPane::saveTo(const QString& target) {
    if (!m_entry)
        return;
    m_engine.runShown<bool>(
        jobs::Pool::Long, tr("Save %1").arg(oneLine(m_entry->name)), this,
        [source = m_artifacts, raw = m_entry->raw, target](
            std::stop_token stop, base::Progress& progress) -> Result<bool> {
            const auto place = source->fetch(raw, 0, progress, stop);
            PODIUM_TRY(bool, place);
            return copyArtifact(place.value().root, place.value().raw, target, stop, progress);
        },
        [this, target](Result<bool> copied) {
            if (copied.ok())
                Q_EMIT saved(target);
            else if (copied.failed())
                showError(copied.error());
        });
}

void ArtifactPane::saveAll(const std::string& rawFolder) {
    auto* dialog = new QFileDialog(this, tr("Save all into a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, rawFolder](const QString& target) { saveAllTo(rawFolder, target); });
    dialog->open();
}

void ArtifactPane::saveAllTo(const std::string& rawFolder, const QString& target) {
    if (!m_artifacts)
        return;
    const QString name = rawFolder.empty() ? tr("all artifacts") : oneLine(rawFolder);
    m_engine.runShown<SavedTree>(
        jobs::Pool::Long, tr("Save %1").arg(name), this,
        [source = m_artifacts, rawFolder, target](std::stop_token stop, base::Progress& progress) {
            return saveTree(*source, rawFolder, target, stop, progress);
        },
        [this, target](Result<SavedTree> result) {
            if (result.cancelled())
                return;
            if (result.failed())
                showError(result.error());
            else if (result.value().failure)
                showError(*result.value().failure);
            else
                Q_EMIT saved(target);
        });
}

}  // namespace podium::views
