// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/comparepage.h"
#include "views/compare/comparewords.h"
#include "views/widgets/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QSaveFile>
#include <QtConcurrent>

#include <optional>

/// The part of the page that makes files and texts of what it shows.
namespace podium::views {

namespace {

bool isHtml(const QString& file) {
    return file.endsWith(QLatin1String(".html"), Qt::CaseInsensitive) ||
           file.endsWith(QLatin1String(".htm"), Qt::CaseInsensitive);
}

}  // namespace

void ComparePage::exportReport() {
    if (m_shown->runs.size() < 2)
        return;
    auto* dialog = new QFileDialog(this, tr("Save the comparison"));
    dialog->setObjectName(QStringLiteral("compareSaveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("HTML (*.html)"), tr("Markdown (*.md)")});
    dialog->setDefaultSuffix(QStringLiteral("html"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("*.md")) ? QStringLiteral("md")
                                                                        : QStringLiteral("html"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ComparePage::writeReport);
    dialog->open();
}

/// Thousands of differences are made into a file by another thread.
void ComparePage::writeReport(const QString& file) {
    using Written = std::optional<base::Error>;
    auto* watcher = new QFutureWatcher<Written>(this);
    connect(watcher, &QFutureWatcher<Written>::finished, this, [this, watcher, file] {
        watcher->deleteLater();
        if (const Written error = watcher->result())
            m_messages->showError(*error);
        else
            m_messages->showMessage(MessageBar::Kind::Info, tr("Saved as %1").arg(file));
    });
    watcher->setFuture(
        QtConcurrent::run([file, comparison = m_model->comparison(), words = reportWords(titles()),
                           mirrored = layoutDirection() == Qt::RightToLeft]() -> Written {
            const QByteArray bytes = QByteArray::fromStdString(
                isHtml(file) ? items::htmlReport(*comparison, words, mirrored)
                             : items::markdownReport(*comparison, words));
            QSaveFile out(file);
            if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit())
                return std::nullopt;
            return base::Error{base::ErrorCode::WriteFailed,
                               {file.toStdString(), out.errorString().toStdString()}};
        }));
}

void ComparePage::copyMarkdown() {
    QApplication::clipboard()->setText(QString::fromStdString(
        items::markdownReport(*m_model->comparison(), reportWords(titles()))));
}

void ComparePage::copyTable() {
    QApplication::clipboard()->setText(
        QString::fromStdString(items::tsvReport(*m_model->comparison(), reportWords(titles()))));
}

}  // namespace podium::views
