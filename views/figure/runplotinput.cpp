// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/figurerenderer.h"
#include "views/figure/runplot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

/// What pointer and keys do to a figure.
namespace podium::views {

namespace {

constexpr double ClickDistance = 4;
constexpr double WheelStep = 1.2;
constexpr double KeyZoom = 1.4;
constexpr double RowsPerNotch = 3;

}  // namespace

void RunPlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_hit.reset();
    request();
}

void RunPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange ||
        type == QEvent::StyleChange || type == QEvent::LanguageChange) {
        m_hit.reset();
        request();
    }
}

void RunPlot::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (m_figure == nullptr || notches == 0) {
        QWidget::wheelEvent(event);
        return;
    }
    const bool onlyX = event->modifiers().testFlag(Qt::ControlModifier);
    const bool onlyY = event->modifiers().testFlag(Qt::ShiftModifier);
    std::optional<FigureView> view = m_figure->scrolled(canvas(), -notches * RowsPerNotch);
    if (!view)
        view = m_figure->zoomed(canvas(), event->position(), std::pow(WheelStep, -notches), !onlyY,
                                !onlyX);
    // What this figure has no use for moves the page of charts.
    if (!view || *view == m_view) {
        event->ignore();
        return;
    }
    setView(view, true);
    event->accept();
}

void RunPlot::mousePressEvent(QMouseEvent* event) {
    const bool left = event->button() == Qt::LeftButton;
    if (m_figure == nullptr || (!left && event->button() != Qt::MiddleButton)) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_pressed = event->position();
    m_pointer = m_pressed;
    m_pressedView = m_view;
    if (!left || event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_drag = Drag::Pan;
    } else if (const auto grip = m_figure->gripAt(canvas(), m_pressed)) {
        m_drag = Drag::Grip;
        m_grip = *grip;
        m_gripped = m_figure;
    } else {
        m_drag = Drag::Box;
    }
}

void RunPlot::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->position();
    if (m_figure == nullptr)
        return;
    const QPointF way = m_pointer - m_pressed;
    switch (m_drag) {
        case Drag::Pan: {
            Canvas canvas = this->canvas();
            canvas.view = m_pressedView;
            setView(m_figure->panned(canvas, way), true);
            break;
        }
        case Drag::Grip:
            if (way.manhattanLength() >= ClickDistance)
                Q_EMIT optionsEdited(
                    m_gripped->dragged(canvas(), m_grip, m_pressed, m_pointer, false), false);
            break;
        case Drag::Box:
            if (m_figure->choosesByBox()) {
                setHit(std::nullopt, true);
                update();
            }
            break;
        case Drag::None:
            setHit(m_figure->hitAt(canvas(), m_pointer), true);
            updateCursor(m_pointer);
            break;
    }
}

void RunPlot::mouseReleaseEvent(QMouseEvent* event) {
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_pointer = event->position();
    update();
    if (m_figure == nullptr)
        return;
    const bool click = (m_pointer - m_pressed).manhattanLength() < ClickDistance;
    if (drag == Drag::Grip) {
        // A click on an axis takes the marks there away.
        Q_EMIT optionsEdited(m_gripped->dragged(canvas(), m_grip, m_pressed, m_pointer, true),
                             true);
        m_gripped.reset();
    } else if (drag == Drag::Box && click) {
        if (const auto hit = m_figure->hitAt(canvas(), m_pointer))
            choose(hit->runs);
    } else if (drag == Drag::Box && m_figure->choosesByBox()) {
        choose(m_figure->runsIn(canvas(), QRectF(m_pressed, m_pointer).normalized()));
    }
    updateCursor(m_pointer);
}

void RunPlot::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        resetView();
}

void RunPlot::leaveEvent(QEvent* event) {
    if (m_drag == Drag::None)
        setHit(std::nullopt, true);
    QWidget::leaveEvent(event);
}

void RunPlot::updateCursor(const QPointF& position) {
    const auto grip = m_figure->gripAt(canvas(), position);
    if (grip)
        setCursor(grip->title ? Qt::SizeHorCursor : Qt::SplitVCursor);
    else
        setCursor(m_hit && !m_hit->runs.empty() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

bool RunPlot::event(QEvent* event) {
    // Taken here before a window's shortcut for it can be.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Home ||
            key == Qt::Key_Space) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void RunPlot::keyPressEvent(QKeyEvent* event) {
    if (m_figure == nullptr) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto scrolled = [&](double rows) {
        const auto view = m_figure->scrolled(canvas(), rows);
        setView(view, true);
        return view.has_value();
    };
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Up:
            setHit(m_figure->neighbour(canvas(), m_hit, -1), true);
            return;
        case Qt::Key_Right:
        case Qt::Key_Down:
            setHit(m_figure->neighbour(canvas(), m_hit, 1), true);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (m_hit)
                choose(m_hit->runs);
            return;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoomBy(1 / KeyZoom);
            return;
        case Qt::Key_Minus:
            zoomBy(KeyZoom);
            return;
        case Qt::Key_Home:
            resetView();
            return;
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (scrolled(event->key() == Qt::Key_PageDown ? 10 : -10))
                return;
            break;
        case Qt::Key_Escape:
            if (!m_hit)
                break;
            setHit(std::nullopt, true);
            return;
        default:
            break;
    }
    QWidget::keyPressEvent(event);
}

void RunPlot::focusInEvent(QFocusEvent* event) {
    const Qt::FocusReason reason = event->reason();
    m_focused = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                reason == Qt::ShortcutFocusReason;
    update();
    QWidget::focusInEvent(event);
}

void RunPlot::focusOutEvent(QFocusEvent* event) {
    m_focused = false;
    update();
    QWidget::focusOutEvent(event);
}

}  // namespace podium::views
