// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard.h"

#include "views/charts/chartcsv.h"
#include "views/plot/lineplot.h"
#include "views/text/text.h"
#include "views/text/words.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"

#include <QContextMenuEvent>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QHash>
#include <QMenu>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace podium::views {

namespace {

constexpr double PdfWidthMm = 160;
constexpr int LeastHeight = 220;

/// Tickets of all cards differ, so that a source may use them as keys.
quint64 nextTicket(const void* card, quint64 last) {
    return last == 0 ? reinterpret_cast<quintptr>(card) << 16 : last + 1;
}

QString xWords(series::XKind kind) {
    switch (kind) {
        case series::XKind::Step:
            return ChartCard::tr("step");
        case series::XKind::WallTime:
            return ChartCard::tr("wall time");
        case series::XKind::RelativeTime:
            return ChartCard::tr("relative time");
    }
    return {};
}

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

Written writeTable(const QString& path, const QString& metric, const std::vector<PlotLine>& lines) {
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && writeCsv(file, metric, lines);
    return finish(file, ok);
}

}  // namespace

ChartCard::ChartCard(ChartSource& source, const ChartState& state, QWidget* parent)
    : Card(oneLine(state.metric.toStdString()), parent),
      m_source(source),
      m_state(state),
      m_plot(new LinePlot(this)),
      m_receipt(new ElidedLabel(this)),
      m_menuButton(new QToolButton(this)),
      m_menu(new QMenu(this)) {
    setObjectName(QStringLiteral("chartCard:") + state.metric);
    setMinimumHeight(LeastHeight);
    m_plot->setObjectName(QStringLiteral("chart:") + state.metric);
    m_plot->setAccessibleName(tr("Chart of %1").arg(state.metric));
    m_plot->setOptions(state.options);
    m_receipt->setObjectName(QStringLiteral("receipt:") + state.metric);
    m_receipt->setDim(true);
    m_receipt->setFont(smallFont(font()));
    m_receipt->setContentsMargins(10, 0, 10, 6);
    body()->addWidget(m_plot, 1);
    body()->addWidget(m_receipt);
    buildMenu();

    connect(m_plot, &LinePlot::rendered, this, &ChartCard::updateReceipt);
    connect(&source, &ChartSource::runsChanged, this, &ChartCard::reload);
    connect(&source, &ChartSource::loaded, this,
            [this](const QString&, quint64 ticket, const QVector<ChartLine>& lines) {
                if (ticket == m_ticket)
                    take(lines);
            });
    connect(&source, &ChartSource::failed, this,
            [this](const QString&, quint64 ticket, const base::Error& error) {
                if (ticket == m_ticket)
                    showFailure(error);
            });
    updateNote();
    reload();
}

void ChartCard::setOptions(const PlotOptions& options) {
    if (options == m_state.options)
        return;
    m_state.options = options;
    m_plot->setOptions(options);
    updateNote();
    updateReceipt();
    syncMenu();
    Q_EMIT stateChanged();
}

void ChartCard::reload() {
    m_ticket = nextTicket(this, m_ticket);
    m_loading = true;
    m_source.request(m_state.metric, m_ticket);
    updateReceipt();
}

void ChartCard::take(const QVector<ChartLine>& lines) {
    m_loading = false;
    m_failure.clear();
    const QVector<ChartRun> runs = m_source.runs();
    QHash<qint64, const ChartRun*> byNo;
    for (const ChartRun& run : runs)
        byNo.insert(run.runNo, &run);
    std::vector<PlotLine> plotted;
    for (const ChartLine& line : lines) {
        const ChartRun* run = byNo.value(line.runNo);
        if (run != nullptr && line.series != nullptr && !line.series->empty())
            plotted.push_back({run->runNo, run->name, run->color, line.series, run->emphasised});
    }
    m_plot->setLines(std::move(plotted));
    updateReceipt();
}

void ChartCard::showFailure(const base::Error& error) {
    m_loading = false;
    m_failure = describe(error);
    m_plot->setLines({});
    updateReceipt();
}

void ChartCard::updateNote() {
    const PlotOptions& options = m_state.options;
    QStringList parts{xWords(options.x)};
    parts << (options.smoothing > 0
                  ? tr("smoothed %1").arg(QString::number(options.smoothing, 'g', 3))
                  : tr("not smoothed"));
    parts << (options.logY ? tr("log") : tr("log off"));
    setNote(parts.join(QStringLiteral(" · ")));
}

QString ChartCard::receiptText() const {
    return m_receipt->text();
}

void ChartCard::updateReceipt() {
    if (!m_failure.isEmpty()) {
        m_receipt->setText(m_failure);
        return;
    }
    const PlotReceipt receipt = m_plot->receipt();
    if (m_plot->lines().empty() || receipt.counts.all == 0) {
        m_receipt->setText(m_loading ? tr("Loading…")
                                     : tr("None of the shown runs has this metric"));
        updateDescription();
        return;
    }
    const series::Counts& counts = receipt.counts;
    const auto drawn = static_cast<qint64>(counts.drawn());
    const auto inView = static_cast<qint64>(receipt.inView);
    const QString exact = receipt.exact ? tr("extremes exact") : tr("drawing…");
    QStringList parts;
    parts << (inView == drawn
                  ? tr("%1, all seen, %2").arg(pointCount(drawn), exact)
                  : tr("%1 of %2 in view, %3").arg(count(inView), pointCount(drawn), exact));
    if (counts.nan > 0)
        parts << tr("%1 NaN").arg(count(static_cast<qint64>(counts.nan)));
    if (counts.plusInfinity > 0)
        parts << tr("%1 +∞").arg(count(static_cast<qint64>(counts.plusInfinity)));
    if (counts.minusInfinity > 0)
        parts << tr("%1 −∞").arg(count(static_cast<qint64>(counts.minusInfinity)));
    if (counts.notPositive > 0)
        parts << tr("%1 not above zero, not on a logarithmic axis")
                     .arg(count(static_cast<qint64>(counts.notPositive)));
    m_receipt->setText(parts.join(QStringLiteral(" · ")));
    updateDescription();
}

void ChartCard::updateDescription() {
    const series::Range x = m_plot->xRange();
    const series::Range y = m_plot->yRange();
    const auto lines = static_cast<qint64>(m_plot->lines().size());
    QString span = tr("from %1 to %2").arg(compactNumber(x.low), compactNumber(x.high));
    if (m_state.options.x == series::XKind::WallTime)
        span =
            tr("from %1 to %2")
                .arg(timestamp(static_cast<qint64>(x.low)), timestamp(static_cast<qint64>(x.high)));
    else if (m_state.options.x == series::XKind::RelativeTime)
        span = tr("over %1").arg(duration(static_cast<qint64>(x.high - x.low)));
    m_plot->setAccessibleDescription(
        lines == 0 ? m_receipt->text()
                   : tr("%1 by %2 %3; %4; values shown from %5 to %6; %7")
                         .arg(m_state.metric, xWords(m_state.options.x), span, runCount(lines),
                              compactNumber(y.low), compactNumber(y.high), m_receipt->text()));
}

void ChartCard::exportTo(const QString& path, double scale) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    // Painting belongs to this thread; the file, the packing of pixels and the table do not.
    std::function<Written()> work;
    if (suffix == QLatin1String("csv"))
        work = [path, metric = m_state.metric, lines = m_plot->lines()] {
            return writeTable(path, metric, lines);
        };
    else if (suffix == QLatin1String("svg"))
        work = [path, bytes = m_plot->svg()] { return writeBytes(path, bytes); };
    else if (suffix == QLatin1String("pdf"))
        work = [path, bytes = m_plot->pdf(PdfWidthMm)] { return writeBytes(path, bytes); };
    else
        work = [path, image = m_plot->image(scale), scale] {
            return writeImage(path, image, scale);
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
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

void ChartCard::contextMenuEvent(QContextMenuEvent* event) {
    syncMenu();
    m_menu->popup(event->globalPos());
    event->accept();
}

void ChartCard::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_receipt != nullptr)
        m_receipt->setFont(smallFont(font()));
}

}  // namespace podium::views
