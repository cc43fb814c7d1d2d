// SPDX-License-Identifier: GPL-3.0-or-later
// Views from files and to files, to be sent to somebody.
#include "app/window/viewbinding.h"
#include "session/workspace.h"
#include "views/charts/chartstate.h"
#include "views/charts/figurejson.h"
#include "views/runs/viewwords.h"
#include "views/shell/mainwindow.h"
#include "views/text/text.h"
#include "views/widgets/messagebar.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace podium::app {

using base::Error;
using base::ErrorCode;
using base::Result;
using session::ReadView;
using session::SavedView;
using views::MessageBar;

namespace {

constexpr QLatin1String Suffix(".podium-view.json");

Result<ReadView> readView(const QString& path, const QStringList& chartKeys) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::PathNotReadable,
                     {path.toStdString(), file.errorString().toStdString()}};
    // One byte more than is taken, so that what is too large is seen to be.
    return session::viewFromText(file.read(session::MostViewBytes + 1), chartKeys);
}

}  // namespace

void ViewBinding::chooseImport() {
    auto* dialog = new QFileDialog(&m_parts.window, tr("Import a view"));
    dialog->setObjectName(QStringLiteral("importViewDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Views (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &ViewBinding::importFiles);
    dialog->open();
}

void ViewBinding::importFiles(const QStringList& files) {
    m_parts.window.messageBar()->hide();
    for (const QString& path : files) {
        m_parts.engine.run<ReadView>(
            jobs::Pool::Long, this,
            [path, keys = views::chartKeys() + views::figureKeys()](
                std::stop_token, base::Progress&) { return readView(path, keys); },
            [this, path](Result<ReadView> read) {
                if (read.ok() && read.value().refused)
                    m_parts.window.messageBar()->showMessage(
                        MessageBar::Kind::Error,
                        views::describeRefusal(path, read.value().notes.front()));
                else if (read.ok())
                    take(read.value(), path);
                else if (read.failed())
                    m_parts.window.messageBar()->showError(read.error());
            });
    }
}

void ViewBinding::take(const ReadView& read, const QString& path) {
    SavedView view = read.view;
    if (view.name.isEmpty())
        view.name = session::cleanViewName(QFileInfo(path).baseName());
    const std::vector<session::ViewExperiment> shown = experiments();
    // It becomes one of what is looked at; without that it waits for its own experiments, wherever
    // they are read.
    if (!shown.empty())
        view.experiments = shown;
    for (session::ViewExperiment& one : view.experiments) {
        if (shown.empty())
            one.source.clear();
    }
    view.name = m_book.freeName(view.name, view.experiments);
    const QString file = m_book.freeFile(view.name);
    m_book.put(file, view);
    if (!shown.empty())
        switchTo(file);
    const QString done =
        shown.empty()
            ? tr("The view “%1” is there as soon as its experiment is shown.").arg(view.name)
            : tr("The view “%1” was imported.").arg(view.name);
    const QString notes = views::describe(read.notes);
    QStringList details;
    for (const session::ViewNote& note : read.notes)
        details.append(views::describe(note));
    m_parts.window.messageBar()->showMessage(
        read.notes.empty() ? MessageBar::Kind::Info : MessageBar::Kind::Warning,
        notes.isEmpty() ? done : QString(done + u' ' + notes), details.join(u'\n'));
}

void ViewBinding::chooseExport() {
    const session::ViewBook::Entry* entry = current();
    const QString name = entry != nullptr ? entry->file.section(u'.', 0, 0) : tr("view");
    auto* dialog = new QFileDialog(&m_parts.window, tr("Export the view"));
    dialog->setObjectName(QStringLiteral("exportViewDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Views (*.json)"));
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(name + Suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &ViewBinding::exportTo);
    dialog->open();
}

void ViewBinding::exportTo(const QString& path) {
    const session::ViewBook::Entry* entry = current();
    SavedView view = captured(entry != nullptr ? &entry->view : nullptr);
    view.name = entry != nullptr ? entry->view.name : tr("View");
    view.chosen = m_parts.workspace.marker().selectedIds();
    // Where a store lies on this machine is nobody else's business, and no use to them.
    for (session::ViewExperiment& one : view.experiments)
        one.source.clear();
    m_parts.engine.run<bool>(
        jobs::Pool::Long, this,
        [path, text = session::viewText(view)](std::stop_token, base::Progress&) -> Result<bool> {
            QSaveFile file(path);
            if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
                return true;
            return Error{ErrorCode::WriteFailed,
                         {path.toStdString(), file.errorString().toStdString()}};
        },
        [this, path](Result<bool> written) {
            if (written.ok())
                m_parts.window.messageBar()->showMessage(
                    MessageBar::Kind::Info,
                    tr("The view was written to %1.").arg(views::oneLine(path.toStdString())));
            else if (written.failed())
                m_parts.window.messageBar()->showError(written.error());
        });
}

}  // namespace podium::app
