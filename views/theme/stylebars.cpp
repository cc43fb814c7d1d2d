// SPDX-License-Identifier: GPL-3.0-or-later
// Menus, tab bars, tool and status bars, progress, tool tips.
#include "views/theme/colors.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/theme/stylepaint.h"

#include <QPainter>
#include <QStyleOption>
#include <QTabBar>
#include <QToolBar>

#include <algorithm>

namespace podium::views {

namespace {

void drawMenuItem(const QStyleOptionMenuItem& item, QPainter& p) {
    const Colors& c = colors(item.palette);
    const QRect r = item.rect;
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        p.fillRect(QRect(r.left() + 8, r.center().y(), r.width() - 16, 1), c.line);
        return;
    }
    const bool enabled = (item.state & QStyle::State_Enabled) != 0;
    const bool selected = (item.state & QStyle::State_Selected) != 0;
    if (selected && enabled)
        drawBox(p, r, c.selection, QColor(), 4);
    else if (selected)
        drawBox(p, r, QColor(), c.line, 4);
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(item.direction, r, QRect(x, r.top(), width, r.height()));
    };
    const QColor ink = enabled ? c.text : item.palette.color(QPalette::Disabled, QPalette::Text);
    if (item.checkType != QStyleOptionMenuItem::NotCheckable && item.checked)
        drawCheck(p, place(r.left() + 6, 16), false, enabled ? c.accent : ink);
    else if (!item.icon.isNull())
        item.icon.paint(&p, place(r.left() + 6, 16), Qt::AlignCenter,
                        enabled ? QIcon::Normal : QIcon::Disabled);
    p.save();
    p.setFont(item.font);
    p.setPen(ink);
    const int flags = Qt::AlignVCenter | Qt::TextHideMnemonic | Qt::TextSingleLine;
    const auto left = static_cast<int>(QStyle::visualAlignment(item.direction, Qt::AlignLeft));
    const auto right = static_cast<int>(QStyle::visualAlignment(item.direction, Qt::AlignRight));
    p.drawText(place(r.left() + 28, r.width() - 28 - 12), flags | left,
               item.text.section(QLatin1Char('\t'), 0, 0));
    p.setPen(enabled ? c.dim : ink);
    p.drawText(place(r.left() + 28, r.width() - 28 - 12), flags | right,
               item.text.section(QLatin1Char('\t'), 1));
    p.restore();
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        drawChevron(p, place(r.right() - 18, 12),
                    item.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow, c.dim);
    }
}

void drawMenuBarItem(const QStyleOptionMenuItem& item, QPainter& p) {
    const Colors& c = colors(item.palette);
    p.fillRect(item.rect, c.panel);
    p.fillRect(QRect(item.rect.left(), item.rect.bottom(), item.rect.width(), 1), c.line);
    const bool open =
        (item.state & QStyle::State_Sunken) != 0 || (item.state & QStyle::State_Selected) != 0;
    if (open && (item.state & QStyle::State_Enabled) != 0)
        drawBox(p, item.rect.adjusted(0, 2, 0, -3), blend(c.panel, c.text, 0.08), QColor(), 4);
    p.setPen((item.state & QStyle::State_Enabled) != 0 ? c.text : c.dim);
    p.drawText(item.rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, item.text);
}

// The edge of a tab bar that touches its page.
QRect tabEdge(const QStyleOptionTab& tab, int thickness) {
    const QRect r = tab.rect;
    switch (tab.shape) {
        case QTabBar::RoundedSouth:
        case QTabBar::TriangularSouth:
            return {r.left(), r.top(), r.width(), thickness};
        case QTabBar::RoundedWest:
        case QTabBar::TriangularWest:
            return {r.right() - thickness + 1, r.top(), thickness, r.height()};
        case QTabBar::RoundedEast:
        case QTabBar::TriangularEast:
            return {r.left(), r.top(), thickness, r.height()};
        default:
            return {r.left(), r.bottom() - thickness + 1, r.width(), thickness};
    }
}

void drawTabShape(const QStyleOptionTab& tab, QPainter& p) {
    const Colors& c = colors(tab.palette);
    const bool selected = (tab.state & QStyle::State_Selected) != 0;
    const bool hover = (tab.state & QStyle::State_MouseOver) != 0;
    if (selected)
        p.fillRect(tabEdge(tab, 2), c.accent);
    else if (hover)
        p.fillRect(tabEdge(tab, 2), c.scroller);
    if (showsFocus(tab) && selected)
        drawFocusRing(p, tab.rect.adjusted(2, 4, -2, -4), c.accent, 4);
}

void drawProgress(const QStyleOptionProgressBar& bar, QPainter& p, bool groove) {
    const Colors& c = colors(bar.palette);
    const int height = std::min(5, bar.rect.height());
    QRectF track = bar.rect;
    track.setTop(bar.rect.top() + (bar.rect.height() - height) / 2.0);
    track.setHeight(height);
    if (groove) {
        drawBox(p, track, c.line, QColor(), height / 2.0);
        return;
    }
    QRectF filled = track;
    const qint64 range = qint64{bar.maximum} - bar.minimum;
    if (range <= 0) {
        filled = track.adjusted(track.width() / 3, 0, -track.width() / 3, 0);
    } else {
        const double part = std::clamp(
            static_cast<double>(qint64{bar.progress} - bar.minimum) / static_cast<double>(range),
            0.0, 1.0);
        filled.setWidth(track.width() * part);
        if (bar.direction == Qt::RightToLeft)
            filled.moveRight(track.right());
    }
    if (filled.width() > 0)
        drawBox(p, filled, c.accent, QColor(), height / 2.0);
}

void drawToolBar(const QStyleOption& option, QPainter& p) {
    const Colors& c = colors(option.palette);
    const QRect r = option.rect;
    p.fillRect(r, c.panel);
    const auto* bar = qstyleoption_cast<const QStyleOptionToolBar*>(&option);
    const auto area = bar != nullptr ? bar->toolBarArea : Qt::TopToolBarArea;
    if (area == Qt::LeftToolBarArea)
        p.fillRect(QRect(r.right(), r.top(), 1, r.height()), c.line);
    else if (area == Qt::RightToolBarArea)
        p.fillRect(QRect(r.left(), r.top(), 1, r.height()), c.line);
    else
        p.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), c.line);
}

}  // namespace

bool Style::drawBarPrimitive(PrimitiveElement element, const QStyleOption& option, QPainter& p,
                             const QWidget* widget) const {
    const Colors& c = colors(option.palette);
    switch (element) {
        case PE_PanelMenu:
            p.fillRect(option.rect, option.palette.color(QPalette::ToolTipBase));
            return true;
        case PE_FrameMenu:
            drawBox(p, option.rect, QColor(), c.line, 0);
            return true;
        case PE_PanelMenuBar:
        case PE_FrameStatusBarItem:
        case PE_IndicatorToolBarHandle:
        case PE_FrameDockWidget:
            return true;
        case PE_PanelStatusBar:
            p.fillRect(option.rect, c.panel);
            p.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                       c.line);
            return true;
        case PE_PanelToolBar:
            drawToolBar(option, p);
            return true;
        case PE_FrameTabBarBase:
            if (const auto* base = qstyleoption_cast<const QStyleOptionTabBarBase*>(&option)) {
                const QRect r = base->rect;
                p.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), c.line);
            }
            return true;
        case PE_FrameTabWidget:
            p.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                       c.line);
            return true;
        case PE_PanelTipLabel:
            drawBox(p, option.rect, option.palette.color(QPalette::ToolTipBase), c.line, 0);
            return true;
        case PE_IndicatorDockWidgetResizeHandle:
            p.fillRect(option.rect, c.line);
            return true;
        case PE_IndicatorTabClose: {
            const QRectF box = QRectF(option.rect).adjusted(4, 4, -4, -4);
            p.save();
            p.setRenderHint(QPainter::Antialiasing);
            const bool hover = (option.state & State_MouseOver) != 0;
            p.setPen(QPen(hover ? c.text : c.dim, 1.4, Qt::SolidLine, Qt::RoundCap));
            p.drawLine(box.topLeft(), box.bottomRight());
            p.drawLine(box.topRight(), box.bottomLeft());
            p.restore();
            return true;
        }
        default:
            static_cast<void>(widget);
            return false;
    }
}

bool Style::drawBarControl(ControlElement element, const QStyleOption& option, QPainter& p,
                           const QWidget* widget) const {
    const Colors& c = colors(option.palette);
    switch (element) {
        case CE_MenuItem:
            if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option))
                drawMenuItem(*item, p);
            return true;
        case CE_MenuEmptyArea:
            return true;
        case CE_MenuBarItem:
            if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option))
                drawMenuBarItem(*item, p);
            return true;
        case CE_MenuBarEmptyArea:
            p.fillRect(option.rect, c.panel);
            p.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                       c.line);
            return true;
        case CE_TabBarTabShape:
            if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(&option))
                drawTabShape(*tab, p);
            return true;
        case CE_TabBarTabLabel: {
            const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(&option);
            if (tab == nullptr)
                return false;
            QStyleOptionTab copy = *tab;
            const bool selected = (tab->state & State_Selected) != 0;
            const bool hover = (tab->state & State_MouseOver) != 0;
            copy.palette.setColor(QPalette::WindowText,
                                  selected ? c.accent : (hover ? c.text : c.dim));
            copy.state &= ~State(State_HasFocus);
            QProxyStyle::drawControl(element, &copy, &p, widget);
            return true;
        }
        case CE_ProgressBarGroove:
        case CE_ProgressBarContents:
            if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(&option))
                drawProgress(*bar, p, element == CE_ProgressBarGroove);
            return true;
        case CE_Splitter:
            p.fillRect(option.rect, c.line);
            return true;
        case CE_ToolBar:
            drawToolBar(option, p);
            return true;
        case CE_SizeGrip:
            return true;
        default:
            return false;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option,
                            const QWidget* widget) const {
    switch (element) {
        case SE_ProgressBarGroove:
        case SE_ProgressBarContents:
            return option->rect;
        case SE_LineEditContents: {
            const QRect rect = QProxyStyle::subElementRect(element, option, widget);
            const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            return frame != nullptr && frame->lineWidth > 0 ? rect.adjusted(5, 0, -5, 0) : rect;
        }
        default:
            return QProxyStyle::subElementRect(element, option, widget);
    }
}

}  // namespace podium::views
