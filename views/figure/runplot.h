// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figure.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTimer>
#include <QVector>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QThreadPool;

namespace podium::views {

class FigureRenderer;
struct FigurePicture;

/// Shows a figure of runs. Pointing tells what is there, a click chooses its runs, a drag over
/// points chooses those in the box; an axis of parallel coordinates is marked by a drag along it
/// and moved by its title. Wheel zooms at the pointer (Ctrl: only x, Shift: only y) or scrolls
/// rows, a drag with the middle button or Shift pans, a double click shows all; left and right go
/// from mark to mark, Enter chooses, + and - zoom, Home shows all. What takes time is done on the
/// pool; the UI thread shows the newest picture.
class RunPlot : public QWidget {
    Q_OBJECT
public:
    explicit RunPlot(QWidget* parent = nullptr);
    RunPlot(QThreadPool& pool, QWidget* parent);
    ~RunPlot() override;

    void setRuns(std::shared_ptr<const RunSet> runs);
    void setOptions(const FigureOptions& options);
    /// Words instead of a figure, while there is none to be made; "": there is one.
    void setMessage(const QString& message);
    /// Runs that stand out.
    void setSelected(const QVector<qint64>& runs);
    /// Makes a run stand out because it is pointed at elsewhere; 0 is none.
    void setHovered(qint64 runNo);

    /// What is on the screen; null before the first picture.
    [[nodiscard]] std::shared_ptr<const Figure> figure() const { return m_figure; }
    /// True if the newest picture is shown.
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] const std::optional<FigureHit>& hit() const { return m_hit; }
    /// On what it is painted now.
    [[nodiscard]] Canvas canvas() const;

    [[nodiscard]] bool isZoomed() const { return m_view != FigureView(); }
    void resetView();
    void zoomBy(double factor);

    [[nodiscard]] QSize sizeHint() const override { return {360, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    /// A new picture is shown; receipt and description may have changed.
    void rendered();
    void runsClicked(const QVector<qint64>& runs);
    /// 0: at none any more.
    void runHovered(qint64 runNo);
    /// A person marked or moved an axis; `done` once it is let go.
    void optionsEdited(const podium::views::FigureOptions& options, bool done);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Drag { None, Box, Pan, Grip };

    void request(bool quick = false);
    void show(const FigurePicture& picture);
    void setView(const std::optional<FigureView>& view, bool quick);
    void setHit(std::optional<FigureHit> hit, bool tell);
    void flagSelected();
    void choose(const std::vector<std::uint32_t>& runs);
    void updateCursor(const QPointF& position);

    FigureRenderer* m_renderer;
    std::shared_ptr<const RunSet> m_runs;
    FigureOptions m_options;
    FigureView m_view;
    QVector<qint64> m_selected;
    std::vector<std::uint8_t> m_flags;  // for each run of m_runs: selected; empty: none is
    QString m_message;
    std::shared_ptr<const Figure> m_figure;
    QImage m_image;
    Canvas m_painted;  // that of the picture
    std::optional<FigureHit> m_hit;
    qint64 m_told = 0;       // the run that runHovered() told last
    qint64 m_elsewhere = 0;  // pointed at in another view
    quint64 m_wanted = 0;
    quint64 m_shown = 0;
    QTimer m_rest;  // after a movement: time for an exact picture
    Drag m_drag = Drag::None;
    FigureGrip m_grip;
    std::shared_ptr<const Figure> m_gripped;  // as it was when the drag began
    QPointF m_pressed;
    QPointF m_pointer;
    FigureView m_pressedView;
    bool m_focused = false;
};

}  // namespace podium::views
