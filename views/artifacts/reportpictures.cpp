// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/reportpictures.h"

#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace podium::views {

namespace {

struct PictureWords {
    Q_DECLARE_TR_FUNCTIONS(ReportPictures)
};

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double value) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    [[nodiscard]] bool any() const { return low <= high; }
    /// 0 to 1; the middle where all are the same.
    [[nodiscard]] double place(double value) const {
        return high > low ? (value - low) / (high - low) : 0.5;
    }
};

class Picture : public QWidget {
public:
    explicit Picture(QWidget* parent) : QWidget(parent) {
        setMinimumSize(80, 80);
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    [[nodiscard]] QRectF area() const {
        return QRectF(rect()).adjusted(metrics::Group, metrics::Group, -metrics::Group,
                                       -metrics::Group - fontMetrics().height() - metrics::Gap);
    }
    void drawScale(QPainter& painter, const QString& left, const QString& right) const {
        const QRect below(metrics::Group, height() - fontMetrics().height() - metrics::Gap,
                          width() - 2 * metrics::Group, fontMetrics().height());
        painter.setPen(colors(palette()).dim);
        painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, left);
        painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, right);
    }
    void paintGround(QPainter& painter) const { painter.fillRect(rect(), palette().base()); }
};

class HeatMap : public Picture {
public:
    HeatMap(Report::Grid grid, QWidget* parent) : Picture(parent), m_grid(std::move(grid)) {
        for (const double value : m_grid.cells)
            m_range.add(value);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintGround(painter);
        const Colors& theme = colors(palette());
        QImage image(m_grid.columns, m_grid.rows, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        for (int row = 0; row < m_grid.rows; ++row) {
            for (int column = 0; column < m_grid.columns; ++column) {
                const double value = at(row, column);
                if (std::isfinite(value))
                    image.setPixelColor(column, row,
                                        blend(theme.hover, theme.accent, m_range.place(value)));
            }
        }
        painter.drawImage(tiles(), image);
        if (m_range.any())
            drawScale(painter, PictureWords::tr("light: %1").arg(compactNumber(m_range.low)),
                      PictureWords::tr("strong: %1").arg(compactNumber(m_range.high)));
        else
            drawScale(painter, PictureWords::tr("no finite numbers"), {});
    }
    bool event(QEvent* event) override {
        if (event->type() != QEvent::ToolTip)
            return Picture::event(event);
        const auto* help = static_cast<QHelpEvent*>(event);
        const QRectF place = tiles();
        const int column =
            static_cast<int>((help->pos().x() - place.left()) / place.width() * m_grid.columns);
        const int row =
            static_cast<int>((help->pos().y() - place.top()) / place.height() * m_grid.rows);
        const bool inside =
            place.contains(help->pos()) && row < m_grid.rows && column < m_grid.columns;
        QToolTip::showText(help->globalPos(), inside ? fullNumber(at(row, column)) : QString(),
                           this);
        return true;
    }

private:
    [[nodiscard]] double at(int row, int column) const {
        return m_grid
            .cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_grid.columns) +
                   static_cast<std::size_t>(column)];
    }
    /// Square tiles where that does not leave most of the place empty.
    [[nodiscard]] QRectF tiles() const {
        const QRectF room = area();
        QSizeF size(m_grid.columns, m_grid.rows);
        size.scale(room.size(), Qt::KeepAspectRatio);
        if (size.width() < room.width() / 3 || size.height() < room.height() / 3)
            size = room.size();
        return {room.topLeft(), size};
    }

    Report::Grid m_grid;
    Range m_range;
};

class LinePicture : public Picture {
public:
    LinePicture(Report::Line line, QWidget* parent) : Picture(parent), m_line(std::move(line)) {
        for (std::size_t i = 0; i < m_line.low.size(); ++i) {
            m_range.add(m_line.low[i]);
            m_range.add(m_line.high[i]);
        }
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintGround(painter);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colors(palette()).accent, 1));
        const QRectF room = area();
        const auto count = static_cast<double>(std::max<std::size_t>(1, m_line.low.size() - 1));
        const auto y = [&](double value) {
            return room.bottom() - m_range.place(value) * room.height();
        };
        QPointF before;
        bool hasBefore = false;
        for (std::size_t i = 0; i < m_line.low.size(); ++i) {
            if (!std::isfinite(m_line.low[i])) {
                hasBefore = false;
                continue;
            }
            const double x = room.left() + static_cast<double>(i) / count * room.width();
            const QPointF here(x, y((m_line.low[i] + m_line.high[i]) / 2));
            painter.drawLine(QPointF(x, y(m_line.low[i])), QPointF(x, y(m_line.high[i])));
            if (hasBefore)
                painter.drawLine(before, here);
            else
                painter.drawEllipse(here, 1.5, 1.5);
            before = here;
            hasBefore = true;
        }
        if (m_range.any())
            drawScale(painter, PictureWords::tr("from %1").arg(compactNumber(m_range.low)),
                      PictureWords::tr("to %1").arg(compactNumber(m_range.high)));
        else
            drawScale(painter, PictureWords::tr("no finite numbers"), {});
    }

private:
    Report::Line m_line;
    Range m_range;
};

class Outline : public Picture {
public:
    Outline(Report::Shapes shapes, QWidget* parent)
        : Picture(parent), m_shapes(std::move(shapes)) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintGround(painter);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF room = area();
        const QRectF& bounds = m_shapes.bounds;
        // A degree of longitude is shorter away from the equator, if these are degrees at all.
        const double middle = std::clamp(bounds.center().y(), -80.0, 80.0);
        const bool degrees = std::abs(bounds.left()) <= 360 && std::abs(bounds.right()) <= 360 &&
                             std::abs(bounds.top()) <= 90 && std::abs(bounds.bottom()) <= 90;
        constexpr double Radian = 3.14159265358979323846 / 180;
        const double squeeze = degrees ? std::cos(middle * Radian) : 1;
        const double width = std::max(bounds.width() * squeeze, 1e-12);
        const double height = std::max(bounds.height(), 1e-12);
        const double scale = std::min(room.width() / width, room.height() / height);
        const auto place = [&](const QPointF& point) {
            return QPointF(room.center().x() + (point.x() - bounds.center().x()) * squeeze * scale,
                           room.center().y() - (point.y() - bounds.center().y()) * scale);
        };
        painter.setPen(QPen(colors(palette()).accent, 1));
        for (const std::vector<QPointF>& line : m_shapes.lines) {
            QPolygonF drawn;
            for (const QPointF& point : line)
                drawn << place(point);
            painter.drawPolyline(drawn);
        }
        painter.setBrush(colors(palette()).accent);
        for (const QPointF& point : m_shapes.points)
            painter.drawEllipse(place(point), 2.5, 2.5);
        drawScale(
            painter,
            QStringLiteral("%1, %2").arg(compactNumber(bounds.left()), compactNumber(bounds.top())),
            QStringLiteral("%1, %2").arg(compactNumber(bounds.right()),
                                         compactNumber(bounds.bottom())));
    }

private:
    Report::Shapes m_shapes;
};

template <typename Made, typename Content>
QWidget* made(const Content& content, const char* objectName, QWidget* parent) {
    auto* picture = new Made(content, parent);
    picture->setObjectName(QString::fromLatin1(objectName));
    picture->setAccessibleName(content.title);
    return picture;
}

}  // namespace

QWidget* makeHeatMap(const Report::Grid& grid, QWidget* parent) {
    return made<HeatMap>(grid, "reportHeatMap", parent);
}

QWidget* makeLinePicture(const Report::Line& line, QWidget* parent) {
    return made<LinePicture>(line, "reportLine", parent);
}

QWidget* makeOutline(const Report::Shapes& shapes, QWidget* parent) {
    return made<Outline>(shapes, "reportOutline", parent);
}

}  // namespace podium::views
