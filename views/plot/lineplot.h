// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/range.h"
#include "series/verify.h"
#include "views/plot/plotline.h"

#include <QByteArray>
#include <QImage>
#include <QPointF>
#include <QRect>
#include <QVector>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QThreadPool;

namespace podium::views {

/// What a plot shows, for the line of words below it.
struct PlotReceipt {
    series::Counts counts;       // of all lines
    std::uint64_t inView = 0;    // points within the x range
    bool exact = true;           // false only while the view moves
    std::uint64_t outside = 0;   // in view but beyond a y axis that leaves outliers out
    std::uint64_t unplaced = 0;  // have no place on the x axis
    std::uint32_t bands = 0;     // groups shown instead of their lines
};

/// A line or group as a legend names it.
struct PlotLegendEntry {
    qint64 id = 0;
    QString name;
    QColor color;
};

/// How a chart stands on paper.
struct PaperForm {
    double widthMm = 160;
    double heightMm = 100;
    double fontPoints = 8;
    double linePoints = 0.8;  // width of the lines

    friend bool operator==(const PaperForm&, const PaperForm&) = default;
};

/// Many lines over one x axis. Wheel zooms at the pointer (Ctrl: only x, Shift: only y), a drag
/// zooms into a box, a drag with the middle button, Shift or Space pans, a double click shows all,
/// Backspace and the mouse's back button undo a zoom; arrows pan, + and - zoom, Home shows all.
/// The lines are drawn on the given pool; the widget, on the UI thread, only shows the newest
/// picture.
class LinePlot : public QWidget {
    Q_OBJECT
public:
    explicit LinePlot(QWidget* parent = nullptr);
    LinePlot(QThreadPool& pool, QWidget* parent);
    ~LinePlot() override;

    void setLines(std::vector<PlotLine> lines);
    [[nodiscard]] const std::vector<PlotLine>& lines() const;
    void setOptions(const PlotOptions& options);
    [[nodiscard]] const PlotOptions& options() const;

    [[nodiscard]] series::Range xRange() const;
    [[nodiscard]] series::Range yRange() const;
    /// Shows a stretch of the x axis because another plot does; y follows the data. Emits nothing.
    void setXRange(const series::Range& range);
    /// True if something else than all data is shown.
    [[nodiscard]] bool isZoomed() const;
    void resetZoom();
    void undoZoom();
    void zoomBy(double factor);

    /// Where data is drawn, in pixels of the widget.
    [[nodiscard]] QRect plotArea() const;
    /// The pixel of a place in data, with fractions.
    [[nodiscard]] QPointF pixelAt(double x, double y) const;

    /// Marks a place because the pointer is there in another plot.
    void setLinkedCursor(std::optional<double> x);
    /// Makes a line stand out because it is pointed at elsewhere; 0 is none.
    void setHovered(qint64 id);
    [[nodiscard]] qint64 hovered() const;

    /// What a legend says: the groups, or else the lines, each once.
    [[nodiscard]] std::vector<PlotLegendEntry> legend() const;
    /// The lines behind an id: those of a group, or the one itself.
    [[nodiscard]] QVector<qint64> idsOf(qint64 id) const;

    [[nodiscard]] PlotReceipt receipt() const;
    /// True if the newest exact picture is on the screen.
    [[nodiscard]] bool isSettled() const;
    /// Looks at every single point of what is shown, without pyramid or search, and compares; told
    /// by verified().
    void verify();

    /// The chart as a picture of `scale` device pixels per pixel, drawn exactly at that size.
    [[nodiscard]] QImage image(double scale) const;
    /// The chart as vectors; of the widget's size, or in the form of a page.
    [[nodiscard]] QByteArray svg() const;
    [[nodiscard]] QByteArray pdf(const PaperForm& form) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Negative: the band of a group, see idsOf().
    void lineClicked(qint64 id);
    /// The pointer is at a line; 0: at none any more.
    void lineHovered(qint64 id);
    /// A person has moved or zoomed along x.
    void xRangeChanged(double low, double high);
    /// A person wants to see all again.
    void xRangeReset();
    void cursorMoved(double x);
    void cursorLeft();
    /// A new picture is shown; the receipt may have changed.
    void rendered();
    void verified(const podium::series::Verified& result);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace podium::views
