// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/colorkey.h"
#include "views/figure/figurecolumn.h"

#include <QCoreApplication>
#include <QRectF>

#include <memory>
#include <vector>

namespace podium::views {

/// A line for each run over parallel axes; marks on the axes leave runs out. Private to the room.
class ParallelFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Figure)
public:
    /// Columns and places of the previous one are used again if it shows the same runs.
    ParallelFigure(std::shared_ptr<const RunSet> set, const FigureOptions& wanted,
                   const ParallelFigure* previous);

    [[nodiscard]] std::vector<std::uint32_t> marked() const override { return m_marked; }
    void paint(QPainter& painter, const Canvas& canvas) const override;
    void paintHit(QPainter& painter, const Canvas& canvas, const FigureHit& hit) const override;
    [[nodiscard]] std::optional<FigureHit> hitAt(const Canvas& canvas,
                                                 const QPointF& position) const override;
    [[nodiscard]] std::optional<FigureHit> hitOf(const Canvas& canvas,
                                                 std::uint32_t run) const override;
    [[nodiscard]] std::optional<FigureHit> neighbour(const Canvas& canvas,
                                                     const std::optional<FigureHit>& from,
                                                     int by) const override;
    [[nodiscard]] std::optional<FigureGrip> gripAt(const Canvas& canvas,
                                                   const QPointF& position) const override;
    [[nodiscard]] FigureOptions dragged(const Canvas& canvas, const FigureGrip& grip,
                                        const QPointF& from, const QPointF& to,
                                        bool done) const override;
    [[nodiscard]] QStringList heads() const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QVariant cell(int row, int column) const override;

private:
    struct AxisData {
        std::shared_ptr<const FigureColumn> column;
        bool logarithmic = false;
        bool reversed = false;
        analysis::Axis axis;
        std::vector<double> steps;  // the different numbers, if they are few
        std::vector<float> places;  // of the runs, 0 to 1; below 0: no value
    };
    struct Places {
        QRectF titles;
        QRectF area;
        double foot = 0;  // height below the area
    };

    [[nodiscard]] AxisData makeAxis(const FigureAxis& wanted, const ParallelFigure* previous) const;
    void spreadCategories(AxisData& data) const;
    static void findSteps(AxisData& data);
    void findMarked();
    void describe();
    [[nodiscard]] Places layout(const Canvas& canvas) const;
    [[nodiscard]] QVector<AxisMark> marksOf(const AxisData& axis, double height, double line) const;
    [[nodiscard]] double axisX(const Places& places, std::size_t axis) const;
    [[nodiscard]] double pixelY(const Places& places, float place) const;
    [[nodiscard]] FigureHit hitFor(const Canvas& canvas, std::uint32_t run) const;
    [[nodiscard]] FigureOptions moved(const Places& places, std::size_t axis,
                                      const QPointF& to) const;
    [[nodiscard]] FigureOptions brushed(const Places& places, std::size_t index,
                                        const QPointF& from, const QPointF& to, bool done) const;

    // parallelpaint.cpp
    struct Pass;
    [[nodiscard]] Pass linesOf(const Canvas& canvas) const;
    void paintRaster(QPainter& painter, const Canvas& canvas, const Places& places) const;
    void paintVectors(QPainter& painter, const Canvas& canvas, const Places& places) const;
    [[nodiscard]] QPolygonF lineOf(const Places& places, std::size_t run) const;
    void paintAxes(QPainter& painter, const Canvas& canvas, const Places& places) const;
    void paintLabels(QPainter& painter, const Canvas& canvas, const Places& places,
                     std::size_t axis) const;
    void paintMarks(QPainter& painter, const Canvas& canvas, const Places& places,
                    std::size_t axis) const;

    ColorKey m_colors;
    std::vector<AxisData> m_axes;
    query::Bitmap m_inside;               // runs within the marks; all if there are none
    std::vector<std::uint32_t> m_marked;  // the same where there are marks
    bool m_anyMarks = false;
    bool m_foot = false;  // a run lacks a value
};

}  // namespace podium::views
