// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"

#include "views/charts/chartcsv.h"
#include "views/charts/chartparts.h"
#include "views/charts/chartrecipe.h"
#include "views/charts/paperdialog.h"
#include "views/plot/lineplot.h"
#include "views/theme/theme.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QMenu>
#include <QSaveFile>
#include <QtConcurrent>

#include <algorithm>
#include <array>

/// The part of a card that makes files of its chart.
namespace podium::views {

namespace {

constexpr double PaperScale = 300.0 / 96;

/// What became of a file that was to be written.
using Written = std::optional<base::Error>;

Written finish(QSaveFile& file, bool ok) {
    if (ok && file.commit())
        return std::nullopt;
    return base::Error{base::ErrorCode::WriteFailed,
                       {file.fileName().toStdString(), file.errorString().toStdString()}};
}

Written writeBytes(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return finish(file, ok);
}

Written writeImage(const QString& path, QImage image, double scale) {
    constexpr double DotsPerMetre = 96 / 0.0254;
    image.setDotsPerMeterX(qRound(DotsPerMetre * scale));
    image.setDotsPerMeterY(qRound(DotsPerMetre * scale));
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && image.save(&file, "PNG");
    return finish(file, ok);
}

Written writeTable(const QString& path, const QString& metric, const std::vector<PlotLine>& lines,
                   const QHash<qint64, QByteArray>& parts) {
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && writeCsv(file, metric, lines, parts);
    return finish(file, ok);
}

}  // namespace

void ChartCard::addExportActions() {
    QMenu* menu = m_menu->addMenu(icon(u"download"), tr("Export"));
    struct Kind {
        QString text;
        QString suffix;
        double scale;
    };
    const std::array<Kind, 6> kinds = {Kind{tr("PNG…"), QStringLiteral("png"), 1},
                                       Kind{tr("PNG, twice as sharp…"), QStringLiteral("png"), 2},
                                       Kind{tr("PNG, 300 dpi…"), QStringLiteral("png"), PaperScale},
                                       Kind{tr("SVG…"), QStringLiteral("svg"), 1},
                                       Kind{tr("PDF…"), QStringLiteral("pdf"), 1},
                                       Kind{tr("CSV, all points…"), QStringLiteral("csv"), 1}};
    for (const Kind& kind : kinds) {
        QAction* action = menu->addAction(kind.text);
        action->setObjectName(QStringLiteral("chartExport:%1:%2").arg(kind.suffix).arg(kind.scale));
        connect(action, &QAction::triggered, this,
                [this, suffix = kind.suffix, scale = kind.scale] { chooseFile(suffix, scale); });
    }
    addAction(m_menu, QStringLiteral("chartCopy"), tr("Copy image"), &ChartCard::copyImage)
        ->setIcon(icon(u"copy"));
}

/// A name for files of this chart, without a suffix.
QString ChartCard::fileName() const {
    QString name = m_state.metric;
    std::ranges::replace_if(
        name, [](QChar c) { return !c.isLetterOrNumber() && c != u'-' && c != u'_' && c != u'.'; },
        QChar(u'_'));
    return name.left(100);
}

void ChartCard::chooseFile(const QString& suffix, double scale) {
    auto* dialog = new QFileDialog(window(), tr("Export the chart"));
    dialog->setObjectName(QStringLiteral("chartExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->selectFile(fileName() + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, suffix, scale](const QString& path) {
        if (suffix == QLatin1String("pdf"))
            askPaper(path);
        else
            exportTo(path, scale);
    });
    dialog->open();
}

void ChartCard::askPaper(const QString& path) {
    auto* dialog = new PaperDialog(m_paper, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, path] {
        m_paper = dialog->form();
        exportTo(path, 1);
    });
    dialog->open();
}

void ChartCard::exportTo(const QString& path, double scale) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    // Painting belongs to this thread; the file, the packing of pixels and the table do not.
    std::function<Written()> work;
    if (suffix == QLatin1String("csv"))
        work = [path, metric = m_state.metric, lines = m_plot->lines(),
                parts = partNames(m_lines)] { return writeTable(path, metric, lines, parts); };
    else if (suffix == QLatin1String("svg"))
        work = [path, bytes = m_plot->svg()] { return writeBytes(path, bytes); };
    else if (suffix == QLatin1String("pdf"))
        work = [path, bytes = m_plot->pdf(m_paper)] { return writeBytes(path, bytes); };
    else
        work = [path, image = m_plot->image(scale), scale] {
            return writeImage(path, image, scale);
        };
    const QByteArray recipe = recipeText(recipeOf(m_state, m_source.runs()));
    auto all = [path, recipe, work = std::move(work)] {
        const Written error = work();
        return error ? error : writeBytes(recipePath(path), recipe);
    };
    auto* watcher = new QFutureWatcher<Written>(this);
    connect(watcher, &QFutureWatcher<Written>::finished, this, [this, watcher, path] {
        const Written error = watcher->result();
        watcher->deleteLater();
        if (error)
            Q_EMIT exportFailed(path, *error);
        else
            Q_EMIT exported(path);
    });
    watcher->setFuture(QtConcurrent::run(std::move(all)));
}

}  // namespace podium::views
