// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/imagepreview.h"

#include "views/artifacts/imageview.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using base::Result;

namespace {

constexpr int GreatestSvgSide = 4096;

}  // namespace

ImagePreview::ImagePreview(jobs::JobEngine& engine, QWidget* parent)
    : Preview(parent),
      m_decoding(engine, this),
      m_rendering(engine, this),
      m_view(new ImageView(this)) {
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_view, 1);
    box->addWidget(makeBar());
    setFocusProxy(m_view);
    connect(m_view, &ImageView::zoomChanged, this, &ImagePreview::showZoom);
    connect(m_view, &ImageView::pixelHovered, m_pixelLabel, &QLabel::setText);
}

QWidget* ImagePreview::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::Gap, metrics::Unit, metrics::Gap, metrics::Unit);
    row->setSpacing(metrics::Unit);
    m_pixelLabel = new QLabel(bar);
    m_pixelLabel->setObjectName(QStringLiteral("imagePixel"));
    m_pixelLabel->setForegroundRole(QPalette::PlaceholderText);
    m_pixelLabel->setMinimumWidth(1);
    m_zoomLabel = new QLabel(bar);
    m_zoomLabel->setObjectName(QStringLiteral("imageZoom"));
    m_zoomLabel->setForegroundRole(QPalette::PlaceholderText);
    const auto button = [&](const char16_t* iconName, const QString& text, const QString& name) {
        auto* made = new QToolButton(bar);
        made->setAutoRaise(true);
        made->setIcon(icon(iconName));
        made->setToolTip(text);
        made->setAccessibleName(text);
        made->setObjectName(name);
        return made;
    };
    auto* smaller = button(u"zoom-out", tr("Zoom out (−)"), QStringLiteral("imageZoomOut"));
    auto* larger = button(u"zoom-in", tr("Zoom in (+)"), QStringLiteral("imageZoomIn"));
    auto* fit = button(u"maximize-2", tr("Fit (0)"), QStringLiteral("imageFit"));
    row->addWidget(m_pixelLabel, 1);
    row->addWidget(m_zoomLabel);
    for (QToolButton* made : {smaller, larger, fit})
        row->addWidget(made);
    connect(smaller, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(0.8); });
    connect(larger, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(1.25); });
    connect(fit, &QToolButton::clicked, m_view, &ImageView::setFit);
    return bar;
}

void ImagePreview::load(const PreviewItem& item) {
    m_view->setAccessibleName(tr("Image %1").arg(item.path));
    m_decoding.start(
        [item](std::stop_token stop, base::Progress&) { return decodeImage(item, stop); },
        [this](Result<DecodedImage> decoded) {
            if (decoded.failed())
                Q_EMIT failed(decoded.error());
            else
                show(decoded.value());
        });
}

void ImagePreview::show(const DecodedImage& decoded) {
    m_vector = decoded.vector;
    m_size = decoded.size;
    m_renderedSide = std::max(decoded.image.width(), decoded.image.height());
    m_view->setImage(decoded.image, decoded.size);
    QString facts = tr("%1 × %2 pixels").arg(count(m_size.width()), count(m_size.height()));
    if (m_vector.isEmpty() && decoded.image.hasAlphaChannel())
        facts += tr(", with transparency");
    Q_EMIT factsChanged(facts);
    Q_EMIT shown();
}

void ImagePreview::showZoom(double zoom) {
    m_zoomLabel->setText(tr("%1 %").arg(qRound(zoom * 100)));
    if (m_vector.isEmpty())
        return;
    // A drawing is rendered anew when it is shown larger than it was rendered.
    const double side = std::max(m_size.width(), m_size.height()) * zoom * devicePixelRatioF();
    const int wanted = std::min(GreatestSvgSide, static_cast<int>(side));
    if (wanted <= m_renderedSide)
        return;
    m_rendering.start(
        [svg = m_vector, wanted](std::stop_token, base::Progress&) -> Result<QImage> {
            return renderSvg(svg, QSize(wanted, wanted));
        },
        [this, wanted](Result<QImage> image) {
            if (image.ok() && !image.value().isNull()) {
                m_renderedSide = wanted;
                m_view->refineImage(image.value());
            }
        });
}

}  // namespace podium::views
