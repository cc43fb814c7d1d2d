// SPDX-License-Identifier: GPL-3.0-or-later
// The log of decisions and review packs: what is read and written there.
#include "app/window/reviewbinding.h"

#include "registry/reviewpack.h"
#include "views/registry/auditdialog.h"
#include "views/registry/packwords.h"
#include "views/registry/requestview.h"
#include "views/registry/reviewspage.h"
#include "views/shell/mainwindow.h"
#include "views/text/text.h"
#include "views/widgets/messagebar.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QSaveFile>

namespace podium::app {

using base::Result;
using registry::AuditLine;

namespace {

struct Log {
    std::vector<AuditLine> lines;
    cache::AuditCheck check;
};

Result<Log> readLog(cache::Cache& cache) {
    Result<std::vector<cache::AuditRecord>> records = cache.outbox().auditLog();
    PODIUM_TRY(Log, records);
    Result<cache::AuditCheck> check = cache.outbox().verifyAudit();
    PODIUM_TRY(Log, check);
    return Log{registry::auditLines(records.value()), check.value()};
}

Result<bool> saveFile(const QString& file, const std::string& content) {
    QSaveFile out(file);
    const auto size = static_cast<qint64>(content.size());
    const bool saved =
        out.open(QIODevice::WriteOnly) && out.write(content.data(), size) == size && out.commit();
    if (!saved)
        return base::Error{base::ErrorCode::WriteFailed,
                           {file.toStdString(), out.errorString().toStdString()}};
    return true;
}

/// A model's name as a part of a file's.
QString fileName(QString name) {
    for (QChar& c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('-') && c != QLatin1Char('_'))
            c = QLatin1Char('-');
    }
    return name.left(80);
}

}  // namespace

void ReviewBinding::showAudit() {
    if (!m_audit) {
        m_audit = new views::AuditDialog(
            [this](const std::string& location) { return sourceName(location); }, &m_parts.window);
        connect(m_audit, &views::AuditDialog::exportRequested, this, &ReviewBinding::exportAudit);
        connect(&m_parts.workspace.outbox(), &session::OutboxBook::changed, m_audit, [this] {
            if (m_audit->isVisible())
                loadAudit();
        });
    }
    loadAudit();
    m_audit->show();
    m_audit->raise();
    m_audit->activateWindow();
}

void ReviewBinding::loadAudit() {
    m_parts.engine.run<Log>(
        jobs::Pool::Compute, this,
        [&cache = m_parts.cache](std::stop_token, base::Progress&) { return readLog(cache); },
        [this](Result<Log> log) {
            if (m_audit && log.ok())
                m_audit->setLines(log.value().lines, log.value().check);
            else if (m_audit && log.failed())
                m_audit->showError(views::describe(log.error()));
        });
}

void ReviewBinding::writeFile(const QString& file, std::function<std::string()> content) {
    m_parts.engine.run<bool>(
        jobs::Pool::Compute, this,
        [file, content = std::move(content)](std::stop_token, base::Progress&) {
            return saveFile(file, content());
        },
        [this, file](Result<bool> saved) {
            if (saved.failed())
                m_parts.window.messageBar()->showError(saved.error());
            else
                m_parts.window.messageBar()->showMessage(views::MessageBar::Kind::Info,
                                                         tr("Saved %1.").arg(file));
        });
}

void ReviewBinding::exportAudit(const QString& file, const std::vector<AuditLine>& lines) {
    const bool json = file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    writeFile(file, [lines, json] {
        return json ? registry::auditJson(lines) : registry::auditCsv(lines);
    });
}

void ReviewBinding::choosePackFile() {
    const auto& review = m_page.request()->review();
    if (!review || review->loading)
        return;
    const registry::Request& request = review->entry.request;
    const QString name = QStringLiteral("review-%1-v%2.html")
                             .arg(fileName(QString::fromStdString(request.model)))
                             .arg(request.version);
    auto* dialog =
        new QFileDialog(&m_parts.window, tr("Save review pack"), QDir::home().filePath(name));
    dialog->setObjectName(QStringLiteral("packFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->setNameFilters({tr("Web page (*.html)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ReviewBinding::savePack);
    dialog->open();
}

void ReviewBinding::savePack(const QString& file) {
    const auto& review = m_page.request()->review();
    if (!review || review->loading)
        return;
    registry::Review pack;
    pack.source = sourceName(review->entry.location).toStdString();
    if (const auto model = m_book.model(review->entry.sourceNo, review->entry.request.model))
        pack.modelDescription = model->model.description;
    pack.request = review->entry.request;
    pack.policy = review->policy;
    pack.gates = review->gates;
    pack.evidence = review->evidence;
    pack.audit = review->audit;
    pack.auditCheck = review->auditCheck;
    pack.madeAt = m_parts.cache.clock()();
    pack.madeBy = review->entry.me;
    writeFile(file, [pack, language = QLocale().bcp47Name().toStdString(),
                     mirrored = QApplication::isRightToLeft()] {
        return registry::reviewPack(pack, views::packWords(), language, mirrored);
    });
}

}  // namespace podium::app
