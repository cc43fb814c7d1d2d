// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"

#include "views/charts/cardfiles.h"
#include "views/charts/chartcsv.h"
#include "views/charts/chartparts.h"
#include "views/charts/chartrecipe.h"
#include "views/plot/lineplot.h"
#include "views/theme/theme.h"

#include <QFileInfo>
#include <QMenu>

#include <functional>

/// The part of a card that makes files of its chart.
namespace podium::views {

void ChartCard::addExportActions() {
    addExportMenu(m_menu, this,
                  [this](const QString& suffix, double scale) { chooseFile(suffix, scale); });
    addAction(m_menu, QStringLiteral("chartCopy"), tr("Copy image"), &ChartCard::copyImage)
        ->setIcon(icon(u"copy"));
}

QString ChartCard::fileName() const {
    return fileNameOf(m_state.metric);
}

QJsonObject ChartCard::json() const {
    return toJson(m_state);
}

void ChartCard::exportTo(const QString& path, double scale) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    // Painting belongs to this thread; the file, the packing of pixels and the table do not.
    std::function<Written()> work;
    if (suffix == QLatin1String("csv"))
        work = [path, metric = m_state.metric, lines = m_plot->lines(),
                parts = partNames(m_lines)] {
            return writeWith(
                path, [&](QIODevice& device) { return writeCsv(device, metric, lines, parts); });
        };
    else if (suffix == QLatin1String("svg"))
        work = [path, bytes = m_plot->svg()] { return writeBytes(path, bytes); };
    else if (suffix == QLatin1String("pdf"))
        work = [path, bytes = m_plot->pdf(paper())] { return writeBytes(path, bytes); };
    else
        work = [path, image = m_plot->image(scale), scale] {
            return writeImage(path, image, scale);
        };
    writeWithRecipe(path, recipeText(recipeOf(m_state, m_source.runs())), std::move(work));
}

}  // namespace podium::views
