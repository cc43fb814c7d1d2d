// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/style.h"

#include "views/theme/colors.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

#include <algorithm>

namespace podium::views {

namespace {

void mark(QWidget* widget, const char* property, bool on) {
    widget->setProperty(property, on);
    widget->update();
}

QSize atLeast(const QSize& size, int width, int height) {
    return {std::max(size.width(), width), std::max(size.height(), height)};
}

int controlHeight(const QStyleOption* option) {
    const int text = option != nullptr ? option->fontMetrics.height() : 0;
    return std::max(metrics::Control, text + 10);
}

QSize toolButtonSize(const QStyleOption* option, const QSize& size) {
    const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    const bool flat = tool != nullptr && (tool->state & QStyle::State_AutoRaise) != 0;
    const bool textless = tool != nullptr &&
                          (tool->text.isEmpty() || tool->toolButtonStyle == Qt::ToolButtonIconOnly);
    int width = size.width() + (textless ? 12 : (flat ? 14 : 20));
    if (tool != nullptr && (tool->features & QStyleOptionToolButton::HasMenu) != 0 &&
        (tool->features & QStyleOptionToolButton::MenuButtonPopup) == 0) {
        width += 14;
    }
    const int height = controlHeight(option);
    return atLeast({width, size.height() + 8}, height, height);
}

QSize headerSize(const QStyleOption* option, const QSize& size) {
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (header == nullptr)
        return size;
    QFont font = strongFont(smallFont(QFont()));
    const QFontMetrics fontMetrics(font);
    const int text = fontMetrics.horizontalAdvance(header->text);
    return {text + 2 * 8 + 14, std::max(metrics::Header, fontMetrics.height() + 12)};
}

QSize menuItemSize(const QStyleOption* option, const QSize& size) {
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (item == nullptr)
        return size;
    if (item->menuItemType == QStyleOptionMenuItem::Separator)
        return {size.width(), 9};
    int width = item->fontMetrics.horizontalAdvance(item->text.section(QLatin1Char('\t'), 0, 0));
    width += 28 + 16;
    if (item->text.contains(QLatin1Char('\t')))
        width += 28;
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
        width += 20;
    return {width, std::max(metrics::Control, item->fontMetrics.height() + 10)};
}

}  // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) != nullptr ||
        qobject_cast<QComboBox*>(widget) != nullptr ||
        qobject_cast<QLineEdit*>(widget) != nullptr ||
        qobject_cast<QScrollBar*>(widget) != nullptr || qobject_cast<QTabBar*>(widget) != nullptr ||
        qobject_cast<QHeaderView*>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option,
                       const QWidget* widget) const {
    switch (metric) {
        case PM_ScrollBarExtent:
            return 10;
        case PM_ScrollBarSliderMin:
            return 28;
        case PM_ScrollView_ScrollBarSpacing:
        case PM_ScrollView_ScrollBarOverlap:
        case PM_ToolBarFrameWidth:
        case PM_MenuBarPanelWidth:
        case PM_MenuBarVMargin:
        case PM_ToolBarItemMargin:
        case PM_TabBarTabShiftVertical:
        case PM_TabBarTabShiftHorizontal:
        case PM_TabBarTabOverlap:
        case PM_TabBarBaseOverlap:
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
        case PM_DockWidgetTitleMargin:
            return 0;
        case PM_SplitterWidth:
        case PM_DockWidgetSeparatorExtent:
        case PM_MenuPanelWidth:
        case PM_DefaultFrameWidth:
        case PM_ToolBarSeparatorExtent:
            return 1;
        case PM_MenuHMargin:
        case PM_MenuVMargin:
            return metrics::Unit;
        case PM_MenuBarHMargin:
            return metrics::Unit;
        case PM_MenuBarItemSpacing:
            return 0;
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
        case PM_SmallIconSize:
        case PM_ToolBarIconSize:
        case PM_ButtonIconSize:
        case PM_TabBarIconSize:
        case PM_ListViewIconSize:
            return metrics::Icon;
        case PM_MenuButtonIndicator:
            return 18;
        case PM_TreeViewIndentation:
            return 18;
        case PM_HeaderMargin:
            return 8;
        case PM_FocusFrameHMargin:
            return 7;  // the margin of a cell is one more
        case PM_TabBarTabHSpace:
            return 16;
        case PM_ToolTipLabelFrameWidth:
            return 6;
        case PM_ToolBarItemSpacing:
        case PM_CheckBoxLabelSpacing:
        case PM_RadioButtonLabelSpacing:
        case PM_LayoutHorizontalSpacing:
        case PM_LayoutVerticalSpacing:
            return metrics::Gap;
        case PM_LayoutLeftMargin:
        case PM_LayoutRightMargin:
        case PM_LayoutTopMargin:
        case PM_LayoutBottomMargin:
            return metrics::Group;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const {
    switch (hint) {
        case SH_EtchDisabledText:
        case SH_UnderlineShortcut:
        case SH_DialogButtonBox_ButtonsHaveIcons:
        case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
        case SH_ItemView_ActivateItemOnSingleClick:
        case SH_ScrollView_FrameOnlyAroundContents:
        case SH_ComboBox_Popup:
        case SH_Menu_SpaceActivatesItem:
        case SH_TabBar_PreferNoArrows:
            return 0;
        case SH_ItemView_ShowDecorationSelected:
        case SH_MenuBar_MouseTracking:
        case SH_Menu_MouseTracking:
        case SH_ScrollBar_LeftClickAbsolutePosition:
            return 1;
        case SH_ToolTipLabel_Opacity:
            return 255;
        case SH_ToolTip_WakeUpDelay:
            return 400;
        case SH_TabBar_ElideMode:
            return Qt::ElideRight;
        case SH_TabBar_Alignment:
            return Qt::AlignLeft;
        case SH_Table_GridLineColor:
            return option != nullptr ? static_cast<int>(colors(option->palette).rowLine.rgba())
                                     : QProxyStyle::styleHint(hint, option, widget, data);
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    const int height = controlHeight(option);
    switch (type) {
        case CT_PushButton:
            return atLeast({size.width() + 24, size.height() + 8}, 64, height);
        case CT_ToolButton:
            return toolButtonSize(option, size);
        case CT_LineEdit:
        case CT_SpinBox:
        case CT_ComboBox:
            return atLeast(QProxyStyle::sizeFromContents(type, option, size, widget), 0, height);
        case CT_ItemViewItem:
            return atLeast(QProxyStyle::sizeFromContents(type, option, size, widget), 0,
                           std::max(metrics::Row, option->fontMetrics.height() + 8));
        case CT_HeaderSection:
            return headerSize(option, size);
        case CT_MenuItem:
            return menuItemSize(option, size);
        case CT_MenuBarItem:
            return size + QSize(16, 10);
        case CT_TabBarTab:
            return {size.width() + 2, std::max(metrics::Tab, size.height() + 4)};
        default:
            return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    if (!drawControlPrimitive(element, *option, *painter, widget) &&
        !drawViewPrimitive(element, *option, *painter, widget) &&
        !drawBarPrimitive(element, *option, *painter, widget)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    if (!drawButtonControl(element, *option, *painter, widget) &&
        !drawViewControl(element, *option, *painter, widget) &&
        !drawBarControl(element, *option, *painter, widget)) {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const {
    switch (control) {
        case CC_ToolButton:
            return drawToolButton(*option, *painter, widget);
        case CC_ComboBox:
            return drawComboBox(*option, *painter, widget);
        case CC_SpinBox:
            return drawSpinBox(*option, *painter, widget);
        case CC_ScrollBar:
            return drawScrollBar(*option, *painter, widget);
        default:
            return QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void setPrimary(QAbstractButton* button, bool primary) {
    mark(button, "podiumPrimary", primary);
}

void setDestructive(QAbstractButton* button, bool destructive) {
    mark(button, "podiumDestructive", destructive);
}

void setRowLines(QAbstractItemView* view, bool lines) {
    mark(view, "podiumRowLines", lines);
}

}  // namespace podium::views
