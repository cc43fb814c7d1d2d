// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons, fields, combo and spin boxes, check boxes.
#include "views/theme/colors.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/theme/stylepaint.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

namespace podium::views {

namespace {

struct Face {
    QColor fill;
    QColor border;
};

Face buttonFace(const QStyleOption& option, const QWidget* widget) {
    const Colors& c = colors(option.palette);
    const bool on = (option.state & QStyle::State_Enabled) != 0;
    const bool hover = on && (option.state & QStyle::State_MouseOver) != 0;
    const bool down = on && (option.state & QStyle::State_Sunken) != 0;
    const bool checked = (option.state & QStyle::State_On) != 0;
    if (isMarked(widget, "podiumPrimary") && on) {
        const double shade = down ? 0.18 : (hover ? 0.09 : 0.0);
        const QColor fill = blend(c.accent, c.dark ? QColor(Qt::white) : QColor(Qt::black), shade);
        return {fill, fill};
    }
    if (checked)
        return {c.selection, blend(c.selection, c.accent, 0.35)};
    if (down)
        return {blend(c.field, c.text, 0.10), c.line};
    if (hover)
        return {blend(c.field, c.text, 0.045), blend(c.line, c.text, 0.12)};
    return {on ? c.field : c.panel, c.line};
}

void drawCheckBox(const QStyleOption& option, QPainter& p, bool round) {
    const Colors& c = colors(option.palette);
    const bool on = (option.state & QStyle::State_On) != 0;
    const bool partial = (option.state & QStyle::State_NoChange) != 0;
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const qreal radius = round ? box.height() / 2 : 4;
    if (!on && !partial) {
        const bool hover = enabled && (option.state & QStyle::State_MouseOver) != 0;
        drawBox(p, box, c.field, hover ? c.accent : blend(c.line, c.dim, 0.6), radius);
    } else {
        const QColor fill = enabled ? c.accent : blend(c.panel, c.accent, 0.4);
        drawBox(p, box, fill, fill, radius);
        if (round)
            drawBox(p, box.adjusted(4, 4, -4, -4), c.accentText, QColor(), radius);
        else
            drawCheck(p, box, partial, c.accentText);
    }
    if (showsFocus(option))
        drawFocusRing(p, QRectF(option.rect).adjusted(-1, -1, 1, 1), c.accent, radius + 2);
}

void drawField(const QStyleOption& option, QPainter& p) {
    const Colors& c = colors(option.palette);
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const bool focus = (option.state & QStyle::State_HasFocus) != 0;
    drawBox(p, option.rect, enabled ? c.field : c.panel, focus ? c.accent : c.line,
            metrics::Radius);
}

void drawLineEditPanel(const QStyleOption& option, QPainter& p) {
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    if (frame != nullptr && frame->lineWidth > 0)
        drawField(option, p);
    else
        p.fillRect(option.rect, option.palette.brush(QPalette::Base));
}

// Icon and text as one group in the middle; Fusion puts them at the edge, without a gap.
void drawIconAndText(const QStyleOption& tool, const QIcon& picture, int icon, const QString& words,
                     QPainter& p) {
    constexpr int Between = 6;
    const bool enabled = (tool.state & QStyle::State_Enabled) != 0;
    const int room = tool.rect.width() - icon - Between - 8;
    const QString text =
        tool.fontMetrics.elidedText(words, Qt::ElideRight, room, Qt::TextShowMnemonic);
    const int wide = tool.fontMetrics.size(Qt::TextShowMnemonic, text).width();
    const int left = tool.rect.left() + (tool.rect.width() - icon - Between - wide) / 2;
    const QRect iconRect(left, tool.rect.center().y() - icon / 2 + 1, icon, icon);
    const QRect textRect(left + icon + Between, tool.rect.top(), wide + 2, tool.rect.height());
    picture.paint(&p, QStyle::visualRect(tool.direction, tool.rect, iconRect), Qt::AlignCenter,
                  enabled ? QIcon::Normal : QIcon::Disabled);
    p.setPen(
        tool.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    p.drawText(QStyle::visualRect(tool.direction, tool.rect, textRect),
               Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, text);
}

// A ring around these is part of their own frame, or would lie inside it.
bool ringsItself(const QWidget* widget) {
    return qobject_cast<const QPushButton*>(widget) != nullptr ||
           qobject_cast<const QToolButton*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr;
}

}  // namespace

bool Style::drawControlPrimitive(PrimitiveElement element, const QStyleOption& option, QPainter& p,
                                 const QWidget* widget) const {
    const Colors& c = colors(option.palette);
    switch (element) {
        case PE_PanelButtonCommand: {
            const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
            const Face face = buttonFace(option, widget);
            const bool flat =
                button != nullptr && (button->features & QStyleOptionButton::Flat) != 0;
            const bool touched = (option.state & (State_MouseOver | State_Sunken | State_On)) != 0;
            if (!flat || touched)
                drawBox(p, option.rect, face.fill, flat ? QColor() : face.border, metrics::Radius);
            if (showsFocus(option))
                drawFocusRing(p, option.rect, c.accent, metrics::Radius);
            return true;
        }
        case PE_FrameDefaultButton:
            return true;
        case PE_PanelLineEdit:
            drawLineEditPanel(option, p);
            return true;
        case PE_FrameLineEdit:
            return true;
        case PE_IndicatorCheckBox:
        case PE_IndicatorItemViewItemCheck:
            drawCheckBox(option, p, false);
            return true;
        case PE_IndicatorRadioButton:
            drawCheckBox(option, p, true);
            return true;
        case PE_IndicatorArrowDown:
            drawChevron(p, option.rect, Qt::DownArrow, c.dim);
            return true;
        case PE_IndicatorArrowUp:
            drawChevron(p, option.rect, Qt::UpArrow, c.dim);
            return true;
        case PE_IndicatorArrowLeft:
            drawChevron(p, option.rect, Qt::LeftArrow, c.dim);
            return true;
        case PE_IndicatorArrowRight:
            drawChevron(p, option.rect, Qt::RightArrow, c.dim);
            return true;
        case PE_FrameFocusRect:
            if (!ringsItself(widget) && showsFocus(option))
                drawFocusRing(p, option.rect, c.accent, metrics::Unit);
            return true;
        default:
            return false;
    }
}

bool Style::drawButtonControl(ControlElement element, const QStyleOption& option, QPainter& p,
                              const QWidget* widget) const {
    if (element != CE_PushButtonLabel)
        return false;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    if (button == nullptr)
        return false;
    const Colors& c = colors(option.palette);
    QStyleOptionButton copy = *button;
    const bool enabled = (option.state & State_Enabled) != 0;
    if (enabled && isMarked(widget, "podiumPrimary"))
        copy.palette.setColor(QPalette::ButtonText, c.accentText);
    else if (enabled && isMarked(widget, "podiumDestructive"))
        copy.palette.setColor(QPalette::ButtonText, c.bad);
    if (copy.icon.isNull() || copy.text.isEmpty())
        QProxyStyle::drawControl(element, &copy, &p, widget);
    else
        drawIconAndText(copy, copy.icon, copy.iconSize.width(), copy.text, p);
    return true;
}

void Style::drawToolButton(const QStyleOptionComplex& option, QPainter& p,
                           const QWidget* widget) const {
    const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(&option);
    if (tool == nullptr)
        return;
    const Colors& c = colors(option.palette);
    const bool flat = (option.state & State_AutoRaise) != 0;
    const bool enabled = (option.state & State_Enabled) != 0;
    const bool touched =
        enabled && (option.state & (State_MouseOver | State_Sunken | State_On)) != 0;
    if (!flat || touched || (option.state & State_On) != 0) {
        const Face face = buttonFace(option, widget);
        const QColor fill =
            flat && (option.state & State_On) == 0 ? blend(c.panel, c.text, 0.07) : face.fill;
        drawBox(p, option.rect, fill, flat ? QColor() : face.border, metrics::Radius);
    }
    if (showsFocus(option))
        drawFocusRing(p, option.rect, c.accent, metrics::Radius);

    QStyleOptionToolButton label = *tool;
    const bool split = (tool->features & QStyleOptionToolButton::MenuButtonPopup) != 0;
    const bool menu = split || (tool->features & QStyleOptionToolButton::HasMenu) != 0;
    if (menu) {
        const int width = split ? pixelMetric(PM_MenuButtonIndicator, &option, widget) : 16;
        const QRect arrow = visualRect(
            option.direction, option.rect,
            QRect(option.rect.right() - width - 1, option.rect.top(), width, option.rect.height()));
        const QRect rest =
            visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -width, 0));
        label.rect = rest;
        drawChevron(p, arrow, Qt::DownArrow, enabled ? c.dim : c.line);
    }
    if (tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !tool->icon.isNull())
        drawIconAndText(label, label.icon, label.iconSize.width(), label.text, p);
    else
        drawControl(CE_ToolButtonLabel, &label, &p, widget);
}

void Style::drawComboBox(const QStyleOptionComplex& option, QPainter& p,
                         const QWidget* widget) const {
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(&option);
    const Colors& c = colors(option.palette);
    if (combo != nullptr && combo->editable) {
        drawField(option, p);
    } else {
        const Face face = buttonFace(option, widget);
        drawBox(p, option.rect, face.fill, face.border, metrics::Radius);
        if (showsFocus(option))
            drawFocusRing(p, option.rect, c.accent, metrics::Radius);
    }
    const QRect arrow = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    const bool enabled = (option.state & State_Enabled) != 0;
    drawChevron(p, arrow, Qt::DownArrow, enabled ? c.dim : c.line);
}

void Style::drawSpinBox(const QStyleOptionComplex& option, QPainter& p,
                        const QWidget* widget) const {
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(&option);
    if (spin == nullptr)
        return;
    const Colors& c = colors(option.palette);
    if (spin->frame)
        drawField(option, p);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](SubControl which, Qt::ArrowType type, bool possible) {
        const QRect rect = subControlRect(CC_SpinBox, &option, which, widget);
        const bool hover = (option.activeSubControls & which) != 0;
        drawChevron(p, rect, type, !possible ? c.line : (hover ? c.text : c.dim));
    };
    arrow(SC_SpinBoxUp, Qt::UpArrow, (spin->stepEnabled & QAbstractSpinBox::StepUpEnabled) != 0);
    arrow(SC_SpinBoxDown, Qt::DownArrow,
          (spin->stepEnabled & QAbstractSpinBox::StepDownEnabled) != 0);
}

}  // namespace podium::views
