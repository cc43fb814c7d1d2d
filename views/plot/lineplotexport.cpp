// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/lineplotprivate.h"

#include "views/theme/theme.h"

#include <QBuffer>
#include <QFontInfo>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace podium::views {

namespace {

constexpr double MmPerPoint = 25.4 / 72;

/// Puts other things aside while the canvas is drawn for paper, and back.
class FrameSwap {
public:
    FrameSwap(LineLayer* layer, LaneLayer* lane, std::shared_ptr<const Frame> now,
              std::shared_ptr<const Frame> after)
        : m_layer(layer), m_lane(lane), m_after(std::move(after)) {
        m_layer->setFrame(now);
        m_lane->setFrame(now);
    }
    ~FrameSwap() {
        m_layer->setFrame(m_after);
        m_lane->setFrame(m_after);
    }
    FrameSwap(const FrameSwap&) = delete;
    FrameSwap& operator=(const FrameSwap&) = delete;

private:
    LineLayer* m_layer;
    LaneLayer* m_lane;
    std::shared_ptr<const Frame> m_after;
};

}  // namespace

QImage LinePlot::image(double scale) const {
    const QSize size = (QSizeF(d->area().size()) * scale).toSize();
    FrameRequest request = d->frameRequest(size, scale);
    request.hovered.reset();
    const auto frame = makeFrame(request, {});
    const FrameSwap swap(d->layer, d->lane, frame, d->frame);
    QImage image((QSizeF(this->size()) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(d->canvas->palette().color(QPalette::Base));
    QCPPainter painter(&image);
    painter.setMode(QCPPainter::pmNoCaching);
    d->canvas->toPainter(&painter, width(), height());
    return image;
}

QByteArray LinePlot::svg() const {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size());
    generator.setViewBox(rect());
    generator.setTitle(accessibleName());
    {
        QCPPainter painter(&generator);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        d->canvas->toPainter(&painter, width(), height());
    }
    return bytes;
}

QByteArray LinePlot::pdf(const PaperForm& form) const {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QSizeF(form.widthMm, form.heightMm), QPageSize::Millimeter, {},
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(accessibleName());
    // The chart is laid out at the size at which its text has the wanted points.
    const double textPixels = QFontInfo(smallFont(font())).pixelSize();
    const double pixelPoints = form.fontPoints / std::max(textPixels, 1.0);
    const double pixelMm = pixelPoints * MmPerPoint;
    const int width = std::max(1, qRound(form.widthMm / pixelMm));
    const int height = std::max(1, qRound(form.heightMm / pixelMm));
    d->layer->setPaperLine(form.linePoints / pixelPoints);
    d->onPaper = true;
    {
        QCPPainter painter(&writer);
        painter.scale(writer.width() / static_cast<double>(width),
                      writer.height() / static_cast<double>(height));
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        d->canvas->toPainter(&painter, width, height);
    }
    d->layer->setPaperLine(0);
    // Back to the layout of the screen.
    d->canvas->replot(QCustomPlot::rpImmediateRefresh);
    d->onPaper = false;
    return bytes;
}

}  // namespace podium::views
