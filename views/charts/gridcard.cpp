// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/gridcard.h"

#include "views/charts/chartrecipe.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace podium::views {

void GridCard::chooseFile(const QString& suffix, double scale) {
    askForFile(this, fileName(), suffix, [this, suffix, scale](const QString& path) {
        if (suffix == QLatin1String("pdf"))
            askPaper(path);
        else
            exportTo(path, scale);
    });
}

void GridCard::askPaper(const QString& path) {
    auto* dialog = new PaperDialog(m_paper, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, path] {
        m_paper = dialog->form();
        exportTo(path, 1);
    });
    dialog->open();
}

void GridCard::writeWithRecipe(const QString& path, const QByteArray& recipe,
                               std::function<Written()> work) {
    auto* watcher = new QFutureWatcher<Written>(this);
    connect(watcher, &QFutureWatcher<Written>::finished, this, [this, watcher, path] {
        const Written error = watcher->result();
        watcher->deleteLater();
        if (error)
            Q_EMIT exportFailed(path, *error);
        else
            Q_EMIT exported(path);
    });
    watcher->setFuture(QtConcurrent::run([path, recipe, work = std::move(work)] {
        const Written error = work();
        return error ? error : writeBytes(recipePath(path), recipe);
    }));
}

}  // namespace podium::views
