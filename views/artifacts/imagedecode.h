// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/artifacts/preview.h"

#include "base/result.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <stop_token>

/// Decoders of images for workers: bounded in bytes read, pixels and memory.
namespace podium::views {

inline constexpr qint64 MaxImageBytes = qint64{128} * 1024 * 1024;  // of the file
/// 128 MB decoded, where QImageReader has its own limit too.
inline constexpr qint64 MaxImagePixels = qint64{32} * 1000 * 1000;
inline constexpr qint64 MaxSvgBytes = qint64{8} * 1024 * 1024;

struct DecodedImage {
    QImage image;
    QSize size;         // of the picture in the file; `image` may be smaller or sharper
    QByteArray vector;  // the drawing without its outside references, to be rendered again
};

/// Reads and decodes a raster image or a drawing. Errors: those of opening, ArtifactTooLarge (bytes
/// of the file, or bytes that its pixels would take), DecodeFailed.
[[nodiscard]] base::Result<DecodedImage> decodeImage(const PreviewItem& item,
                                                     const std::stop_token& stop);

/// The drawing without scripts, style sheets, foreign objects, external entities, and references to
/// anything but itself: what is left can neither read a file nor reach the network. Empty if it is
/// no well-formed XML, nests too deep or repeats itself (`use`) beyond all bounds.
[[nodiscard]] QByteArray harmlessSvg(const QByteArray& svg);

/// Renders a harmless drawing so that it fits into `pixels`; a null image if it can't be.
[[nodiscard]] QImage renderSvg(const QByteArray& harmless, const QSize& pixels);

}  // namespace podium::views
