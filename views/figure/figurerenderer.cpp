// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/figurerenderer.h"

#include <QPainter>
#include <QtConcurrent>

namespace podium::views {

FigurePicture makePicture(const FigureRequest& request, std::stop_token stop) {
    FigurePicture picture{request.previous, {}, request.canvas, request.serial};
    const bool same = picture.figure != nullptr && picture.figure->runSet() == request.runs &&
                      picture.figure->options() == request.options;
    if (!same)
        picture.figure = makeFigure(request.runs, request.options, stop, request.previous);
    if (picture.figure == nullptr || request.canvas.size.isEmpty())
        return picture;
    picture.image =
        QImage((request.canvas.size * request.ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    picture.image.setDevicePixelRatio(request.ratio);
    picture.image.fill(request.canvas.colors().panel);
    if (picture.figure->emptyText().isEmpty()) {
        QPainter painter(&picture.image);
        picture.figure->paint(painter, request.canvas);
    }
    return picture;
}

FigureRenderer::FigureRenderer(QThreadPool& pool, QObject* parent) : QObject(parent), m_pool(pool) {
    connect(&m_watcher, &QFutureWatcher<FigurePicture>::finished, this, &FigureRenderer::finished);
}

FigureRenderer::~FigureRenderer() {
    m_stop.request_stop();
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void FigureRenderer::request(FigureRequest request) {
    if (!m_running) {
        start(std::move(request));
        return;
    }
    // What takes long is stopped if its answer is of no use any more; a picture alone never is, so
    // that something that moves is never without pictures.
    const bool other =
        request.runs != m_current.runs || request.options.kind != m_current.options.kind;
    if (other)
        m_stop.request_stop();
    m_next = std::move(request);
}

void FigureRenderer::start(FigureRequest request) {
    m_running = true;
    m_current = request;
    m_stop = std::stop_source();
    m_watcher.setFuture(
        QtConcurrent::run(&m_pool, [request = std::move(request), stop = m_stop.get_token()] {
            return makePicture(request, stop);
        }));
}

void FigureRenderer::finished() {
    m_running = false;
    const FigurePicture picture = m_watcher.result();
    if (m_next) {
        FigureRequest next = *std::exchange(m_next, std::nullopt);
        if (picture.figure != nullptr)
            next.previous = picture.figure;
        start(std::move(next));
    }
    if (picture.figure != nullptr)
        Q_EMIT ready(picture);
}

}  // namespace podium::views
