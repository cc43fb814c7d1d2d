// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QAbstractButton;
class QAbstractItemView;

namespace podium::views {

/// Fusion with quiet borders, rounded controls of one height, flat headers, thin scroll bars and an
/// accent-coloured focus ring. All colours come from the palette in use. Owned by QApplication; of
/// the UI thread. The painting is spread over stylecontrols.cpp (buttons, fields, check boxes),
/// styleviews.cpp (headers, rows, scroll bars) and stylebars.cpp (menus, tabs, bars).
class Style : public QProxyStyle {
    Q_OBJECT
public:
    Style();

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;

    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                         SubControl subControl, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;

private:
    // Each returns false for what it does not paint.
    bool drawControlPrimitive(PrimitiveElement element, const QStyleOption& option, QPainter& p,
                              const QWidget* widget) const;
    bool drawViewPrimitive(PrimitiveElement element, const QStyleOption& option, QPainter& p,
                           const QWidget* widget) const;
    bool drawBarPrimitive(PrimitiveElement element, const QStyleOption& option, QPainter& p,
                          const QWidget* widget) const;
    bool drawButtonControl(ControlElement element, const QStyleOption& option, QPainter& p,
                           const QWidget* widget) const;
    bool drawViewControl(ControlElement element, const QStyleOption& option, QPainter& p,
                         const QWidget* widget) const;
    bool drawBarControl(ControlElement element, const QStyleOption& option, QPainter& p,
                        const QWidget* widget) const;

    void drawToolButton(const QStyleOptionComplex& option, QPainter& p,
                        const QWidget* widget) const;
    void drawComboBox(const QStyleOptionComplex& option, QPainter& p, const QWidget* widget) const;
    void drawSpinBox(const QStyleOptionComplex& option, QPainter& p, const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionComplex& option, QPainter& p, const QWidget* widget) const;
};

/// The one button of a group that does what the person came for: filled with the accent.
void setPrimary(QAbstractButton* button, bool primary = true);

/// A button whose work cannot be taken back: its text is in the colour of bad.
void setDestructive(QAbstractButton* button, bool destructive = true);

/// Faint lines between the rows of a table.
void setRowLines(QAbstractItemView* view, bool lines = true);

}  // namespace podium::views
