// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/chartfiles.h"

#include "jobs/jobengine.h"
#include "session/workspace.h"
#include "views/charts/chartgrid.h"
#include "views/charts/chartrecipe.h"
#include "views/runs/runtable.h"
#include "views/shell/mainwindow.h"
#include "views/text/text.h"
#include "views/widgets/messagebar.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>

#include <set>

namespace podium::app {

using base::Result;
using base::RunNo;
using views::ChartRecipe;

namespace {

struct FileWords {
    Q_DECLARE_TR_FUNCTIONS(ChartFiles)
};

QFileDialog* askFor(QWidget* window, const QString& name, const QString& title) {
    auto* dialog = new QFileDialog(window, title);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

Result<ChartRecipe> readRecipe(const QString& path) {
    constexpr qint64 Most = 32 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::PathNotReadable,
                           {path.toStdString(), file.errorString().toStdString()}};
    Result<ChartRecipe> recipe = views::recipeFromText(file.read(Most));
    if (!recipe.failed())
        return recipe;
    base::Error error = recipe.error();
    error.args.front() = path.toStdString();
    return error;
}

void showRecipe(const ChartFiles& files, const ChartRecipe& recipe) {
    files.charts.addRecipe(recipe);
    std::set<std::string> wanted;
    for (const QString& id : recipe.runIds)
        wanted.insert(id.toStdString());
    const query::Frame& frame = *files.workspace.runs().snapshot()->table.frame;
    const query::ColumnKey idKey = query::attributeColumn(query::Attribute::RunId);
    std::vector<RunNo> found;
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        if (wanted.erase(std::string(frame.text(idKey, row))) > 0)
            found.push_back(frame.runs()[row]);
    }
    // A chart of runs shows what the table shows; one of a metric, what is selected.
    if (!found.empty() && !recipe.figure)
        files.table.selectRuns(found);
    if (!wanted.empty())
        files.window.messageBar()->showMessage(
            views::MessageBar::Kind::Warning,
            FileWords::tr("%1 of the chart's %2 are not in this table. They come from: %3")
                .arg(views::count(static_cast<qint64>(wanted.size())),
                     views::runCount(recipe.runIds.size()),
                     recipe.sources.join(QStringLiteral(", "))));
}

}  // namespace

void exportAllCharts(const ChartFiles& files) {
    QFileDialog* dialog = askFor(&files.window, QStringLiteral("exportAllChartsDialog"),
                                 FileWords::tr("Folder for the charts"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, &files.charts,
                     [charts = &files.charts](const QString& folder) {
                         charts->exportAll(folder, QStringLiteral("pdf"), 1);
                     });
    dialog->open();
}

void openChartRecipe(const ChartFiles& files) {
    QFileDialog* dialog = askFor(&files.window, QStringLiteral("openChartRecipeDialog"),
                                 FileWords::tr("Open the recipe of a chart"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(FileWords::tr("Recipes of charts (*.podium.json)"));
    QObject::connect(dialog, &QFileDialog::fileSelected, &files.charts,
                     [files](const QString& path) {
                         files.engine.run<ChartRecipe>(
                             jobs::Pool::Long, &files.charts,
                             [path](std::stop_token, base::Progress&) { return readRecipe(path); },
                             [files](Result<ChartRecipe> recipe) {
                                 if (recipe.ok())
                                     showRecipe(files, recipe.value());
                                 else if (recipe.failed())
                                     files.window.messageBar()->showError(recipe.error());
                             });
                     });
    dialog->open();
}

}  // namespace podium::app
