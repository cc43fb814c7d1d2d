// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/runchartcard.h"

#include "views/charts/cardfiles.h"
#include "views/charts/chartrecipe.h"
#include "views/charts/figuredefaults.h"
#include "views/charts/figurejson.h"
#include "views/charts/figuretable.h"
#include "views/charts/markedfilter.h"
#include "views/charts/paperdialog.h"
#include "views/charts/receiptlabel.h"
#include "views/figure/figureexport.h"
#include "views/figure/runplot.h"
#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int LeastHeight = 240;
constexpr std::size_t MostParams = 300;

}  // namespace

RunChartCard::RunChartCard(RunChartSource& source, const FigureOptions& options, QWidget* parent)
    : GridCard(figureTitle(options), parent),
      m_source(source),
      m_options(options),
      m_plot(new RunPlot(this)),
      m_marks(new QWidget(this)),
      m_receipt(new ReceiptLabel(this)),
      m_menuButton(new QToolButton(this)),
      m_menu(new QMenu(this)) {
    const QString kind = kindName(options.kind);
    setObjectName(QStringLiteral("runChartCard:") + kind);
    setMinimumHeight(LeastHeight);
    m_plot->setObjectName(QStringLiteral("runChart:") + kind);
    m_receipt->setObjectName(QStringLiteral("runChartReceipt:") + kind);
    m_receipt->setFont(smallFont(font()));
    m_receipt->setContentsMargins(10, 0, 10, 6);
    m_menuButton->setObjectName(QStringLiteral("runChartMenu:") + kind);
    m_menuButton->setToolTip(tr("Chart options"));
    m_menuButton->setIcon(icon(u"ellipsis"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    connect(m_menuButton, &QToolButton::clicked, this, [this] {
        menu()->popup(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height())));
    });
    addHeadWidget(m_menuButton);
    setTabOrder(m_menuButton, m_plot);
    body()->addWidget(m_plot, 1);
    makeMarks();
    body()->addWidget(m_marks);
    body()->addWidget(m_receipt);

    connect(m_plot, &RunPlot::rendered, this, &RunChartCard::updateTexts);
    connect(m_plot, &RunPlot::runsClicked, this, &RunChartCard::runsClicked);
    connect(m_plot, &RunPlot::runHovered, this, &RunChartCard::hoveredRun);
    connect(m_plot, &RunPlot::optionsEdited, this, [this](const FigureOptions& edited, bool done) {
        m_options = edited;
        m_plot->setOptions(edited);
        updateMarks();
        if (done)
            Q_EMIT stateChanged();
    });
    connect(&source, &RunChartSource::runsChanged, this, &RunChartCard::refresh);
    connect(&source, &RunChartSource::selectedChanged, this,
            [this] { m_plot->setSelected(m_source.selected()); });
    connect(&source, &RunChartSource::failed, this, [this](const base::Error& error) {
        m_failure = describe(error);
        updateTexts();
    });
    m_plot->setOptions(shownOptions());
    m_plot->setSelected(m_source.selected());
    refresh();
    updateTexts();
}

void RunChartCard::makeMarks() {
    auto* layout = new QHBoxLayout(m_marks);
    layout->setContentsMargins(10, 0, 8, 2);
    layout->setSpacing(metrics::Unit);
    m_marksText = new ElidedLabel(m_marks);
    m_marksText->setObjectName(QStringLiteral("runChartMarks"));
    m_marksText->setElideMode(Qt::ElideMiddle);
    m_marksText->setFont(smallFont(font()));
    layout->addWidget(m_marksText, 1);
    const auto add = [&](const QString& name, const QString& text, const QString& tip, auto act) {
        auto* button = new QPushButton(text, m_marks);
        button->setObjectName(name);
        button->setAccessibleName(tip);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, act);
        layout->addWidget(button);
        return button;
    };
    m_filterButton = add(QStringLiteral("runChartFilter"), tr("Filter"),
                         tr("Filter the table by what is marked"),
                         [this] { Q_EMIT filterRequested(markedFilter()); });
    add(QStringLiteral("runChartSelect"), tr("Select"), tr("Select the marked runs"),
        [this] { selectMarked(); });
    add(QStringLiteral("runChartUnmark"), tr("Clear"), tr("Take all marks away"),
        [this] { unmark(); });
    m_marks->hide();
}

std::vector<query::ColumnKey> RunChartCard::wantedColumns() const {
    return columnsOf(shownOptions());
}

/// Importance looks at all params there are: whatever was set for a run may matter.
FigureOptions RunChartCard::shownOptions() const {
    FigureOptions options = m_options;
    if (options.kind != FigureKind::Importance || !options.axes.empty())
        return options;
    for (const query::ColumnKey& key : m_source.columns()) {
        if (key.kind == query::ColumnKind::Param && options.axes.size() < MostParams)
            options.axes.push_back({key, false, false, {}, {}});
    }
    return options;
}

bool RunChartCard::loaded() const {
    const query::Frame& frame = *m_source.runs()->frame;
    return std::ranges::all_of(wantedColumns(),
                               [&](const query::ColumnKey& key) { return frame.has(key); });
}

void RunChartCard::refresh() {
    // What was shown stays until all of what is to be shown is here.
    if (loaded()) {
        m_failure.clear();
        m_plot->setMessage({});
        m_plot->setOptions(shownOptions());
        m_plot->setRuns(m_source.runs());
    } else if (m_plot->figure() == nullptr || m_plot->figure()->runs().size() == 0) {
        m_plot->setMessage(tr("Loading…"));
    }
    updateMarks();
}

void RunChartCard::setOptions(const FigureOptions& options) {
    if (options == m_options)
        return;
    m_options = options;
    if (loaded())
        m_plot->setOptions(shownOptions());
    Q_EMIT stateChanged();
    if (!loaded())
        m_plot->setMessage(tr("Loading…"));
    refresh();
    updateTexts();
}

void RunChartCard::edit(const Change& change) {
    FigureOptions options = m_options;
    change(options);
    setOptions(options);
}

void RunChartCard::unmark() {
    edit([](FigureOptions& options) {
        for (FigureAxis& axis : options.axes) {
            axis.ranges.clear();
            axis.categories.clear();
        }
    });
}

void RunChartCard::selectMarked() {
    const std::shared_ptr<const Figure> figure = m_plot->figure();
    if (figure == nullptr)
        return;
    QVector<qint64> runs;
    for (const std::uint32_t run : figure->marked())
        runs.append(figure->runs().runNo(run));
    if (!runs.isEmpty())
        Q_EMIT runsClicked(runs);
}

QString RunChartCard::markedFilter() const {
    return views::markedFilter(m_options);
}

void RunChartCard::updateMarks() {
    const QString words = markedWords(m_options);
    m_marks->setVisible(!words.isEmpty());
    m_marksText->setText(words);
    m_filterButton->setEnabled(!markedFilter().isEmpty());
}

void RunChartCard::updateTexts() {
    const QString title = figureTitle(m_options);
    setTitle(title);
    m_menuButton->setAccessibleName(tr("Chart options of %1").arg(title));
    m_plot->setAccessibleName(tr("%1: %2").arg(kindTitle(m_options.kind), title));
    m_receipt->setText(receiptText());
    const std::shared_ptr<const Figure> figure = m_plot->figure();
    QStringList words;
    if (figure != nullptr)
        words << figure->emptyText() << figure->description();
    words << receiptText();
    words.removeAll(QString());
    m_plot->setAccessibleDescription(words.join(QLatin1String("; ")));
}

QString RunChartCard::receiptText() const {
    if (!m_failure.isEmpty())
        return m_failure;
    const std::shared_ptr<const Figure> figure = m_plot->figure();
    if (figure == nullptr)
        return tr("Loading…");
    QStringList parts = figure->receipt();
    if (figure->runs().hidden > 0)
        parts << tr("%1 hidden").arg(count(static_cast<qint64>(figure->runs().hidden)));
    return parts.join(QStringLiteral(" · "));
}

QJsonObject RunChartCard::json() const {
    return toJson(m_options);
}

QString RunChartCard::fileName() const {
    return fileNameOf(figureTitle(m_options));
}

void RunChartCard::setHoveredRun(qint64 runNo) {
    m_plot->setHovered(runNo);
}

void RunChartCard::resetZoom() {
    m_plot->resetView();
}

void RunChartCard::showTable() {
    if (m_plot->figure() == nullptr)
        return;
    auto* dialog = new FigureTable(figureTitle(m_options), m_plot->figure(), window());
    dialog->show();
}

void RunChartCard::copyImage() {
    if (m_plot->figure() == nullptr)
        return;
    Canvas canvas = m_plot->canvas();
    canvas.selected.clear();
    QApplication::clipboard()->setImage(figureImage(*m_plot->figure(), canvas, 2));
}

void RunChartCard::exportTo(const QString& path, double scale) {
    const std::shared_ptr<const Figure> figure = m_plot->figure();
    if (figure == nullptr) {
        Q_EMIT exportFailed(path,
                            {base::ErrorCode::WriteFailed,
                             {path.toStdString(), tr("the chart is not drawn yet").toStdString()}});
        return;
    }
    Canvas canvas = m_plot->canvas();
    canvas.selected.clear();
    const QString suffix = QFileInfo(path).suffix().toLower();
    // A figure can be painted anywhere: none of this needs this thread.
    const auto work = [=, form = paper(), title = figureTitle(m_options)]() -> Written {
        if (suffix == QLatin1String("csv"))
            return writeWith(path,
                             [&](QIODevice& device) { return writeFigureCsv(device, *figure); });
        if (suffix == QLatin1String("svg"))
            return writeBytes(path, figureSvg(*figure, canvas, title));
        if (suffix == QLatin1String("pdf"))
            return writeBytes(path, figurePdf(*figure, canvas, form, title));
        return writeImage(path, figureImage(*figure, canvas, scale), scale);
    };
    writeWithRecipe(path, recipeText(recipeOf(m_options, figure->runs())), work);
}

void RunChartCard::contextMenuEvent(QContextMenuEvent* event) {
    menu()->popup(event->globalPos());
    event->accept();
}

void RunChartCard::changeEvent(QEvent* event) {
    GridCard::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_receipt != nullptr) {
        m_receipt->setFont(smallFont(font()));
        m_marksText->setFont(smallFont(font()));
    }
}

}  // namespace podium::views
