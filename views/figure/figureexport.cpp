// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/figureexport.h"

#include "items/cell.h"

#include <QBuffer>
#include <QFontInfo>
#include <QIODevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace podium::views {

namespace {

constexpr double MmPerPoint = 25.4 / 72;
constexpr qsizetype FlushAt = 1 << 20;

QByteArray csvText(const QString& text) {
    QByteArray utf8 = text.toUtf8();
    const bool plain = std::ranges::none_of(
        utf8, [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
    if (plain)
        return utf8;
    utf8.replace("\"", "\"\"");
    return '"' + utf8 + '"';
}

QByteArray csvCell(const QVariant& value) {
    switch (value.typeId()) {
        case QMetaType::Double: {
            const double number = value.toDouble();
            if (std::isnan(number))
                return QByteArrayLiteral("nan");
            if (std::isinf(number))
                return number > 0 ? QByteArrayLiteral("inf") : QByteArrayLiteral("-inf");
            return QByteArray::fromStdString(items::numberText(number));
        }
        case QMetaType::Bool:
            return value.toBool() ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
        default:
            return csvText(value.toString());
    }
}

}  // namespace

QImage figureImage(const Figure& figure, const Canvas& canvas, double scale) {
    QImage image((canvas.size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(canvas.colors().panel);
    QPainter painter(&image);
    if (figure.emptyText().isEmpty())
        figure.paint(painter, canvas);
    return image;
}

QByteArray figureSvg(const Figure& figure, const Canvas& canvas, const QString& title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(canvas.size.toSize());
    generator.setViewBox(QRectF(QPointF(), canvas.size));
    generator.setTitle(title);
    QPainter painter(&generator);
    painter.fillRect(QRectF(QPointF(), canvas.size), canvas.colors().panel);
    if (figure.emptyText().isEmpty())
        figure.paint(painter, canvas);
    painter.end();
    return bytes;
}

QByteArray figurePdf(const Figure& figure, Canvas canvas, const PaperForm& form,
                     const QString& title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QSizeF(form.widthMm, form.heightMm), QPageSize::Millimeter, {},
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(title);
    // The figure is laid out at the size at which its text has the wanted points.
    const double textPixels = QFontInfo(canvas.font).pixelSize();
    const double pixelPoints = form.fontPoints / std::max(textPixels, 1.0);
    canvas.size = QSizeF(form.widthMm, form.heightMm) / (pixelPoints * MmPerPoint);
    canvas.line = form.linePoints / pixelPoints;
    canvas.scheme = Scheme::Light;
    canvas.quick = false;
    canvas.selected.clear();
    // A font of so many pixels: points would be those of the writer's own resolution.
    canvas.font.setPixelSize(std::max(1, qRound(textPixels)));
    QPainter painter(&writer);
    painter.scale(writer.width() / canvas.size.width(), writer.height() / canvas.size.height());
    if (figure.emptyText().isEmpty())
        figure.paint(painter, canvas);
    painter.end();
    return bytes;
}

bool writeFigureCsv(QIODevice& device, const Figure& figure) {
    const QStringList heads = figure.heads();
    QByteArray out;
    for (qsizetype i = 0; i < heads.size(); ++i)
        out += (i > 0 ? "," : "") + csvText(heads[i]);
    out += "\r\n";
    for (int row = 0; row < figure.rowCount(); ++row) {
        for (int column = 0; column < heads.size(); ++column)
            out += (column > 0 ? "," : "") + csvCell(figure.cell(row, column));
        out += "\r\n";
        if (out.size() < FlushAt)
            continue;
        if (device.write(out) != out.size())
            return false;
        out.clear();
    }
    return device.write(out) == out.size();
}

}  // namespace podium::views
