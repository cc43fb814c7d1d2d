// SPDX-License-Identifier: GPL-3.0-or-later
// Headers, rows of trees and tables, scroll bars, frames.
#include "views/theme/colors.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/theme/stylepaint.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>

#include <algorithm>

namespace podium::views {

namespace {

void drawRow(const QStyleOptionViewItem& option, QPainter& p, const QWidget* widget) {
    const Colors& c = colors(option.palette);
    if ((option.state & QStyle::State_Selected) != 0)
        p.fillRect(option.rect, c.selection);
    else if ((option.features & QStyleOptionViewItem::Alternate) != 0)
        p.fillRect(option.rect, option.palette.brush(QPalette::AlternateBase));
    if (isMarked(widget, "podiumRowLines")) {
        const QRect line(option.rect.left(), option.rect.bottom(), option.rect.width(), 1);
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        p.fillRect(line, selected ? blend(c.selection, c.panel, 0.5) : c.rowLine);
    }
}

void drawItem(const QStyleOptionViewItem& option, QPainter& p, const QWidget* widget) {
    const Colors& c = colors(option.palette);
    const int line = isMarked(widget, "podiumRowLines") ? 1 : 0;
    const QRect rect = option.rect.adjusted(0, 0, 0, -line);
    if ((option.state & QStyle::State_Selected) != 0)
        p.fillRect(rect, c.selection);
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        p.fillRect(rect, option.backgroundBrush);
    else if ((option.state & QStyle::State_MouseOver) != 0 &&
             (option.state & QStyle::State_Enabled) != 0)
        p.fillRect(rect, c.hover);
}

void drawHeaderLabel(const QStyleOptionHeader& header, QPainter& p) {
    const Colors& c = colors(header.palette);
    p.save();
    p.setFont(strongFont(smallFont(QFont())));
    const bool sorted = header.sortIndicator != QStyleOptionHeader::None;
    p.setPen(sorted ? c.text : c.dim);
    const QFontMetrics fontMetrics = p.fontMetrics();
    QRect rect = header.rect.adjusted(8, 0, -8, 0);
    const int arrow = sorted ? 12 : 0;
    const QString text = fontMetrics.elidedText(header.text, Qt::ElideRight, rect.width() - arrow);
    const int width = fontMetrics.horizontalAdvance(text);
    const Qt::Alignment alignment = QStyle::visualAlignment(header.direction, header.textAlignment);
    int x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() + 1 - width - arrow;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - (width + arrow) / 2;
    p.drawText(QRect(x, rect.top(), width + 1, rect.height()), Qt::AlignVCenter, text);
    if (sorted) {
        const bool up = header.sortIndicator == QStyleOptionHeader::SortDown;
        drawChevron(p, QRectF(x + width + 4, rect.top(), 8, rect.height()),
                    up ? Qt::UpArrow : Qt::DownArrow, c.accent);
    }
    p.restore();
}

// The colour of what a scroll bar stands beside.
QColor besideScrollBar(const QStyleOption& option, const QWidget* widget) {
    for (const QWidget* w = widget; w != nullptr; w = w->parentWidget()) {
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(w)) {
            const QWidget* viewport = area->viewport();
            return viewport->palette().color(viewport->backgroundRole());
        }
    }
    return option.palette.color(QPalette::Base);
}

void drawFrame(const QStyleOption& option, QPainter& p) {
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    const QColor line = colors(option.palette).line;
    const QRect r = option.rect;
    if (frame != nullptr && frame->frameShape == QFrame::HLine)
        p.fillRect(QRect(r.left(), r.center().y(), r.width(), 1), line);
    else if (frame != nullptr && frame->frameShape == QFrame::VLine)
        p.fillRect(QRect(r.center().x(), r.top(), 1, r.height()), line);
    else if (frame == nullptr || frame->frameShape != QFrame::NoFrame)
        drawBox(p, r, QColor(), line, 0);
}

}  // namespace

bool Style::drawViewPrimitive(PrimitiveElement element, const QStyleOption& option, QPainter& p,
                              const QWidget* widget) const {
    const Colors& c = colors(option.palette);
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option);
    switch (element) {
        case PE_PanelItemViewRow:
            if (item != nullptr)
                drawRow(*item, p, widget);
            return true;
        case PE_PanelItemViewItem:
            if (item != nullptr)
                drawItem(*item, p, widget);
            return true;
        case PE_IndicatorBranch:
            if ((option.state & State_Children) != 0) {
                const bool open = (option.state & State_Open) != 0;
                const bool mirrored = option.direction == Qt::RightToLeft;
                const auto closed = mirrored ? Qt::LeftArrow : Qt::RightArrow;
                const bool hover = (option.state & State_MouseOver) != 0;
                drawChevron(p, option.rect, open ? Qt::DownArrow : closed, hover ? c.text : c.dim);
            }
            return true;
        case PE_IndicatorHeaderArrow:
            return true;
        case PE_PanelScrollAreaCorner:
            p.fillRect(option.rect, besideScrollBar(option, widget));
            return true;
        case PE_IndicatorItemViewItemDrop:
            p.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 2),
                       c.accent);
            return true;
        case PE_Frame:
        case PE_FrameWindow:
            drawFrame(option, p);
            return true;
        default:
            return false;
    }
}

bool Style::drawViewControl(ControlElement element, const QStyleOption& option, QPainter& p,
                            const QWidget* widget) const {
    const Colors& c = colors(option.palette);
    switch (element) {
        case CE_HeaderSection:
        case CE_HeaderEmptyArea: {
            const bool hover = element == CE_HeaderSection && (option.state & State_MouseOver) != 0;
            p.fillRect(option.rect, hover ? c.hover : c.panel);
            p.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                       c.line);
            return true;
        }
        // Whole, because the common style asks itself, not its proxy, where the label goes.
        case CE_Header: {
            drawControl(CE_HeaderSection, &option, &p, widget);
            if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option))
                drawHeaderLabel(*header, p);
            return true;
        }
        case CE_HeaderLabel:
            if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option))
                drawHeaderLabel(*header, p);
            return true;
        case CE_ItemViewItem: {
            const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option);
            if (item == nullptr)
                return false;
            // A colour that the model gives a text keeps its meaning in a selected row.
            QStyleOptionViewItem copy = *item;
            for (const auto group : {QPalette::Active, QPalette::Inactive}) {
                copy.palette.setBrush(group, QPalette::HighlightedText,
                                      copy.palette.brush(group, QPalette::Text));
            }
            QProxyStyle::drawControl(element, &copy, &p, widget);
            return true;
        }
        case CE_ShapedFrame:
            drawFrame(option, p);
            return true;
        default:
            return false;
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl subControl, const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || bar == nullptr)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const bool flat = bar->orientation == Qt::Horizontal;
    const int length = flat ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64{bar->maximum} - bar->minimum;
    int slider = length;
    if (range > 0) {
        slider = static_cast<int>(qint64{bar->pageStep} * length / (range + bar->pageStep));
        slider = std::clamp(slider, std::min(28, length), length);
    }
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - slider, bar->upsideDown);
    const auto part = [&](int from, int to) {
        const QRect r = bar->rect;
        const QRect rect = flat ? QRect(r.left() + from, r.top(), to - from, r.height())
                                : QRect(r.left(), r.top() + from, r.width(), to - from);
        return visualRect(bar->direction, r, rect);
    };
    switch (subControl) {
        case SC_ScrollBarSlider:
            return part(start, start + slider);
        case SC_ScrollBarSubPage:
            return part(0, start);
        case SC_ScrollBarAddPage:
            return part(start + slider, length);
        case SC_ScrollBarGroove:
            return part(0, length);
        default:
            return {};
    }
}

void Style::drawScrollBar(const QStyleOptionComplex& option, QPainter& p,
                          const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(&option);
    const Colors& c = colors(option.palette);
    p.fillRect(option.rect, besideScrollBar(option, widget));
    if (bar == nullptr || bar->maximum <= bar->minimum)
        return;
    const bool flat = bar->orientation == Qt::Horizontal;
    const bool hover = (option.state & (State_MouseOver | State_Sunken)) != 0;
    const qreal inset = hover ? 1.5 : 2.5;
    const QRectF slider = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const QRectF pill =
        flat ? slider.adjusted(2, inset, -2, -inset) : slider.adjusted(inset, 2, -inset, -2);
    const QColor color = hover ? blend(c.scroller, c.dim, 0.5) : c.scroller;
    drawBox(p, pill, color, QColor(), std::min(pill.width(), pill.height()) / 2);
}

}  // namespace podium::views
