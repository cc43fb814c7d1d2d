// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/imagedecode.h"

#include "artifacts/open.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>

namespace podium::views {

using artifacts::Kind;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr int FirstSvgSide = 1600;  // pixels of the first rendering's longer side

/// Named by what the content says, so that no other decoder is tried.
QByteArray formatOf(Kind kind) {
    switch (kind) {
        case Kind::Png:
            return QByteArrayLiteral("png");
        case Kind::Jpeg:
            return QByteArrayLiteral("jpeg");
        case Kind::Gif:
            return QByteArrayLiteral("gif");
        case Kind::Webp:
            return QByteArrayLiteral("webp");
        case Kind::Bmp:
            return QByteArrayLiteral("bmp");
        default:
            return QByteArrayLiteral("tiff");
    }
}

Error tooLarge(const PreviewItem& item, qint64 size, qint64 bound) {
    return {ErrorCode::ArtifactTooLarge,
            {item.path.toStdString(), std::to_string(size), std::to_string(bound)}};
}

Error broken(const PreviewItem& item, const QString& reason) {
    return {ErrorCode::DecodeFailed, {item.path.toStdString(), reason.toStdString()}};
}

Result<DecodedImage> decodeRaster(const PreviewItem& item, QByteArray bytes) {
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, formatOf(item.kind));
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(false);
    const QSize size = reader.size();
    const qint64 pixels = qint64{std::max(0, size.width())} * std::max(0, size.height());
    // The claim of the header is checked before a single pixel is decoded.
    if (pixels > MaxImagePixels)
        return tooLarge(item, pixels * 4, MaxImagePixels * 4);
    DecodedImage decoded;
    decoded.image = reader.read();
    if (decoded.image.isNull())
        return broken(item, reader.errorString());
    decoded.size = decoded.image.size();
    return decoded;
}

Result<DecodedImage> decodeSvg(const PreviewItem& item, const QByteArray& bytes) {
    DecodedImage decoded;
    decoded.vector = harmlessSvg(bytes);
    const QSvgRenderer renderer(decoded.vector);
    if (decoded.vector.isEmpty() || !renderer.isValid())
        return broken(item, QStringLiteral("SVG"));
    decoded.size = renderer.defaultSize();
    decoded.image = renderSvg(decoded.vector, QSize(FirstSvgSide, FirstSvgSide));
    if (decoded.image.isNull())
        return broken(item, QStringLiteral("SVG"));
    return decoded;
}

}  // namespace

Result<DecodedImage> decodeImage(const PreviewItem& item, const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(DecodedImage, file);
    const qint64 bound = item.kind == Kind::Svg ? MaxSvgBytes : MaxImageBytes;
    const qint64 size = file.value()->size();
    if (size > bound)
        return tooLarge(item, size, bound);
    const auto bytes = file.value()->read(0, static_cast<std::size_t>(size));
    PODIUM_TRY(DecodedImage, bytes);
    if (stop.stop_requested())
        return base::Cancelled{};
    QByteArray content = QByteArray::fromStdString(bytes.value());
    return item.kind == Kind::Svg ? decodeSvg(item, content)
                                  : decodeRaster(item, std::move(content));
}

QImage renderSvg(const QByteArray& harmless, const QSize& pixels) {
    QSvgRenderer renderer(harmless);
    QSize size = renderer.defaultSize();
    if (!renderer.isValid() || size.isEmpty())
        size = QSize(300, 150);  // what browsers take where a drawing has no size
    size.scale(pixels, Qt::KeepAspectRatio);
    size = size.expandedTo(QSize(1, 1));
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
    return image;
}

}  // namespace podium::views
