// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figurecolumn.h"

#include <QColor>
#include <QRectF>

/// What the colours of runs mean. Private to the room.
namespace podium::views {

class ColorKey {
public:
    ColorKey(const RunSet& runs, const FigureOptions& options);

    [[nodiscard]] QColor color(std::size_t run, const Canvas& canvas) const;
    /// True if the run has no value to be coloured by.
    [[nodiscard]] bool lacking(std::size_t run) const;
    /// The colour of a value of the column.
    [[nodiscard]] QColor valueColor(double value, Scheme scheme) const;

    /// Room for the key at the right of a figure; 0 if none is needed.
    [[nodiscard]] double width(const Canvas& canvas) const;
    /// Paints the key beside an area; without its title where that stands beside it already.
    void paint(QPainter& painter, const Canvas& canvas, const QRectF& area,
               bool titled = true) const;
    /// Words for what has no colour, for a receipt.
    void addLacks(QStringList& receipt) const;
    [[nodiscard]] const std::optional<FigureColumn>& column() const { return m_column; }
    /// Many runs in one colour: marks should let others shine through.
    [[nodiscard]] bool plain() const { return m_mode == Mode::One; }

private:
    enum class Mode { Run, One, Group, Number, Category };

    struct Entry {
        QColor color;
        QString text;
    };
    [[nodiscard]] QVector<Entry> entries(const Canvas& canvas) const;
    void paintEntries(QPainter& painter, const Canvas& canvas, const QRectF& area) const;
    [[nodiscard]] QString title() const;

    const RunSet& m_runs;
    Mode m_mode = Mode::Run;
    std::optional<FigureColumn> m_column;
    analysis::Axis m_axis;
};

/// The key of a scale of numbers, such as a heat map has.
struct ScaleKey {
    const FigureColumn* column = nullptr;  // nullptr: plain numbers
    analysis::Axis axis;
    QString title;
    bool diverging = false;
};
[[nodiscard]] double scaleKeyWidth(const Canvas& canvas, const ScaleKey& key);
void paintScaleKey(QPainter& painter, const Canvas& canvas, const ScaleKey& key,
                   const QRectF& area);

}  // namespace podium::views
