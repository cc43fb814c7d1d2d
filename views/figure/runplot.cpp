// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/runplot.h"

#include "views/figure/figurerenderer.h"
#include "views/figure/hitlabel.h"
#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QSet>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int RestMs = 150;

}  // namespace

RunPlot::RunPlot(QWidget* parent) : RunPlot(*QThreadPool::globalInstance(), parent) {}

RunPlot::RunPlot(QThreadPool& pool, QWidget* parent)
    : QWidget(parent),
      m_renderer(new FigureRenderer(pool, this)),
      m_runs(std::make_shared<const RunSet>()) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { request(); });
    connect(m_renderer, &FigureRenderer::ready, this, &RunPlot::show);
}

RunPlot::~RunPlot() = default;

void RunPlot::setRuns(std::shared_ptr<const RunSet> runs) {
    if (runs == m_runs)
        return;
    m_runs = std::move(runs);
    flagSelected();
    request();
}

void RunPlot::setOptions(const FigureOptions& options) {
    if (options == m_options && m_wanted != 0)
        return;
    // Another column has another range.
    if (options.x != m_options.x || options.y != m_options.y || options.logX != m_options.logX ||
        options.logY != m_options.logY || options.kind != m_options.kind)
        m_view = {};
    m_options = options;
    request(m_drag == Drag::Grip);
}

void RunPlot::setMessage(const QString& message) {
    if (message == m_message)
        return;
    m_message = message;
    update();
}

void RunPlot::setSelected(const QVector<qint64>& runs) {
    if (runs == m_selected)
        return;
    m_selected = runs;
    flagSelected();
    request();
}

void RunPlot::setHovered(qint64 runNo) {
    m_elsewhere = runNo;
    if (underMouse() || m_drag != Drag::None)
        return;
    std::optional<FigureHit> hit;
    if (runNo != 0 && m_figure != nullptr) {
        const RunSet& runs = m_figure->runs();
        for (std::size_t run = 0; run < runs.size() && !hit; ++run) {
            if (runs.runNo(run) == runNo)
                hit = m_figure->hitOf(canvas(), static_cast<std::uint32_t>(run));
        }
    }
    setHit(std::move(hit), false);
}

bool RunPlot::isSettled() const {
    return m_shown == m_wanted && m_shown != 0 && !m_rest.isActive();
}

Canvas RunPlot::canvas() const {
    Canvas canvas;
    canvas.size = size();
    canvas.font = smallFont(font());
    canvas.scheme = schemeOf(palette());
    canvas.view = m_view;
    canvas.selected = m_flags;
    return canvas;
}

void RunPlot::flagSelected() {
    m_flags.clear();
    if (m_selected.isEmpty())
        return;
    const QSet<qint64> selected(m_selected.begin(), m_selected.end());
    m_flags.assign(m_runs->size(), 0);
    for (std::size_t run = 0; run < m_runs->size(); ++run)
        m_flags[run] = selected.contains(m_runs->runNo(run)) ? 1 : 0;
}

void RunPlot::request(bool quick) {
    if (quick)
        m_rest.start();
    FigureRequest request{m_runs, m_options, canvas(), devicePixelRatioF(), ++m_wanted, m_figure};
    request.canvas.quick = quick;
    m_renderer->request(std::move(request));
}

void RunPlot::show(const FigurePicture& picture) {
    const bool other = picture.figure != m_figure;
    m_figure = picture.figure;
    m_image = picture.image;
    m_painted = picture.canvas;
    m_shown = picture.serial;
    if (m_hit && m_drag == Drag::None) {
        // What was pointed at may be elsewhere now, or not there any more.
        m_hit = other || m_hit->runs.empty() ? std::nullopt
                                             : m_figure->hitOf(canvas(), m_hit->runs.front());
    }
    update();
    Q_EMIT rendered();
}

void RunPlot::setHit(std::optional<FigureHit> hit, bool tell) {
    const bool same = hit.has_value() == m_hit.has_value() &&
                      (!hit || (hit->part == m_hit->part && hit->at == m_hit->at));
    m_hit = std::move(hit);
    if (!same)
        update();
    if (!tell || m_figure == nullptr)
        return;
    const bool one = m_hit && m_hit->runs.size() == 1;
    const qint64 run = one ? m_figure->runs().runNo(m_hit->runs.front()) : 0;
    if (run != m_told) {
        m_told = run;
        Q_EMIT runHovered(run);
    }
}

void RunPlot::choose(const std::vector<std::uint32_t>& runs) {
    if (m_figure == nullptr || runs.empty())
        return;
    QVector<qint64> numbers;
    for (const std::uint32_t run : runs)
        numbers.append(m_figure->runs().runNo(run));
    Q_EMIT runsClicked(numbers);
}

void RunPlot::setView(const std::optional<FigureView>& view, bool quick) {
    if (!view || *view == m_view)
        return;
    m_view = *view;
    m_hit.reset();
    request(quick);
}

void RunPlot::resetView() {
    setView(FigureView(), false);
}

void RunPlot::zoomBy(double factor) {
    if (m_figure != nullptr)
        setView(m_figure->zoomed(canvas(), QRectF(rect()).center(), factor, true, true), true);
}

void RunPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colors& theme = colors(palette());
    painter.fillRect(rect(), theme.panel);
    QString words = m_message;
    if (words.isEmpty() && m_figure != nullptr)
        words = m_figure->emptyText();
    if (!words.isEmpty()) {
        painter.setPen(theme.dim);
        painter.drawText(rect().adjusted(24, 12, -24, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         words);
    } else if (!m_image.isNull()) {
        painter.drawImage(0, 0, m_image);
        if (m_hit && m_figure != nullptr) {
            painter.save();
            m_figure->paintHit(painter, canvas(), *m_hit);
            painter.restore();
        }
    }
    if (m_drag == Drag::Box && (m_pointer - m_pressed).manhattanLength() > 3) {
        QColor fill = theme.accent;
        fill.setAlphaF(0.12F);
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(fill);
        painter.drawRect(QRectF(m_pressed, m_pointer).normalized());
    }
    if (m_focused)
        drawFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), theme.accent, 5);
    if (words.isEmpty() && m_hit && !m_hit->title.isEmpty())
        paintHitLabel(painter, *this, *m_hit);
}

}  // namespace podium::views
