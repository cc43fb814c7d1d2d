// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/icons.h"

#include "views/theme/colors.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace podium::views {

namespace {

QString pathOf(QStringView name) {
    return QStringLiteral(":/icons/") + name.toString() + QStringLiteral(".svg");
}

QByteArray tinted(QByteArray svg, const QColor& color) {
    svg.replace("currentColor", color.name().toLatin1());
    // Lucide's strokes are made for 24 px; at 16 to 20 px a lighter one sits better beside text.
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.8\"");
    return svg;
}

QPixmap render(const QString& name, const QColor& color, const QSize& pixels) {
    const QString key = QStringLiteral("podium/%1/%2/%3x%4")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer renderer(tinted(file.readAll(), color));
    if (!renderer.isValid())
        return {};
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(pixels)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Paints one SVG in the palette's colours; a value, owned by its QIcon, of the UI thread.
class PaletteIconEngine : public QIconEngine {
public:
    PaletteIconEngine(QString name, QPalette::ColorRole role, std::optional<QColor> color = {})
        : m_name(std::move(name)), m_role(role), m_color(std::move(color)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode,
               QIcon::State state) override {
        const qreal ratio =
            painter->device() != nullptr ? painter->device()->devicePixelRatio() : 1;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1);
    }

    // In Qt 6.4 `size` is already in pixels; QIcon sets the ratio of what it gets.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/,
                         qreal /*ratio*/) override {
        return render(m_name, colorFor(mode), size);
    }

    QSize actualSize(const QSize& size, QIcon::Mode /*mode*/, QIcon::State /*state*/) override {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }

    [[nodiscard]] QIconEngine* clone() const override {
        return new PaletteIconEngine(m_name, m_role, m_color);
    }
    [[nodiscard]] QString key() const override { return QStringLiteral("podium"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return !hasIcon(m_name); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (m_color)
            return *m_color;
        return palette.color(QPalette::Active,
                             mode == QIcon::Selected ? QPalette::HighlightedText : m_role);
    }

    QString m_name;
    QPalette::ColorRole m_role;
    std::optional<QColor> m_color;
};

}  // namespace

QIcon icon(QStringView name) {
    return hasIcon(name) ? QIcon(new PaletteIconEngine(name.toString(), QPalette::WindowText))
                         : QIcon();
}

QIcon dimIcon(QStringView name) {
    return hasIcon(name) ? QIcon(new PaletteIconEngine(name.toString(), QPalette::PlaceholderText))
                         : QIcon();
}

QIcon icon(QStringView name, const QColor& color) {
    return hasIcon(name)
               ? QIcon(new PaletteIconEngine(name.toString(), QPalette::WindowText, color))
               : QIcon();
}

QPixmap iconPixmap(QStringView name, const QColor& color, int size, qreal ratio) {
    const int side = qRound(size * ratio);
    QPixmap pixmap = render(name.toString(), color, QSize(side, side));
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

bool hasIcon(QStringView name) {
    return QFile::exists(pathOf(name));
}

}  // namespace podium::views
