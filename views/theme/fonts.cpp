// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/fonts.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <array>
#include <deque>
#include <span>

namespace podium::views {

namespace {

QFont scaled(QFont font, double factor) {
    if (font.pointSizeF() > 0)
        font.setPointSizeF(std::max(6.5, font.pointSizeF() * factor));
    else
        font.setPixelSize(std::max(9, qRound(font.pixelSize() * factor)));
    return font;
}

/// Widths of single characters of a font, looked up once: every cell of a table asks for them.
struct CharacterWidths {
    explicit CharacterWidths(const QFontMetrics& of) : metrics(of) {
        for (std::size_t i = 0; i < ascii.size(); ++i)
            ascii[i] = metrics.horizontalAdvance(QChar(static_cast<char16_t>(i)));
        const auto digits = std::span(ascii).subspan('0', 10);
        digit = *std::ranges::max_element(digits);
        tabular = std::ranges::all_of(digits, [this](int width) { return width == digit; });
    }

    [[nodiscard]] int width(QChar c) const {
        return c.unicode() < ascii.size() ? ascii[c.unicode()] : metrics.horizontalAdvance(c);
    }
    [[nodiscard]] int width(const QString& number) const {
        int sum = 0;
        for (const QChar c : number)
            sum += c.isDigit() ? digit : width(c);
        return sum;
    }

    QFontMetrics metrics;
    std::array<int, 128> ascii{};
    int digit = 0;
    bool tabular = true;
};

const CharacterWidths& widthsOf(const QFontMetrics& metrics) {
    constexpr std::size_t Kept = 8;
    thread_local std::deque<CharacterWidths> known;
    const auto found = std::ranges::find(known, metrics, &CharacterWidths::metrics);
    if (found != known.end())
        return *found;
    if (known.size() == Kept)
        known.pop_back();
    return known.emplace_front(metrics);
}

int baseline(const QFontMetrics& metrics, const QRect& rect) {
    return rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
}

int leftOf(const QRect& rect, int width, Qt::Alignment alignment) {
    if (alignment & Qt::AlignRight)
        return rect.right() + 1 - width;
    if (alignment & Qt::AlignHCenter)
        return rect.left() + (rect.width() - width) / 2;
    return rect.left();
}

}  // namespace

QFont smallFont(const QFont& base) {
    return scaled(base, 0.92);
}

QFont strongFont(const QFont& base) {
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont titleFont(const QFont& base) {
    QFont font = scaled(base, 1.5);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont sectionFont(const QFont& base) {
    QFont font = scaled(base, 0.85);
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    return font;
}

QFont monoFont(const QFont& base) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF());
    else
        font.setPixelSize(base.pixelSize());
    return font;
}

int numberWidth(const QFontMetrics& metrics, const QString& text) {
    return widthsOf(metrics).width(text);
}

void drawLine(QPainter& painter, const QFontMetrics& metrics, const QRect& rect,
              const QString& text, Qt::Alignment alignment) {
    const int width = metrics.horizontalAdvance(text);
    if (width <= rect.width()) {
        painter.drawText(leftOf(rect, width, alignment), baseline(metrics, rect), text);
        return;
    }
    const QString elided = metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(leftOf(rect, metrics.horizontalAdvance(elided), alignment),
                     baseline(metrics, rect), elided);
}

void drawNumber(QPainter& painter, const QRect& rect, const QString& text,
                Qt::Alignment alignment) {
    drawNumber(painter, painter.fontMetrics(), rect, text, alignment);
}

void drawNumber(QPainter& painter, const QFontMetrics& metrics, const QRect& rect,
                const QString& text, Qt::Alignment alignment) {
    const CharacterWidths& widths = widthsOf(metrics);
    const int width = widths.width(text);
    if (width > rect.width()) {
        drawLine(painter, metrics, rect, text, alignment);
        return;
    }
    int x = leftOf(rect, width, alignment);
    const int y = baseline(metrics, rect);
    if (widths.tabular) {
        painter.drawText(x, y, text);
        return;
    }
    for (const QChar c : text) {
        const int advance = widths.width(c);
        const int cell = c.isDigit() ? widths.digit : advance;
        painter.drawText(x + (cell - advance) / 2, y, QString(c));
        x += cell;
    }
}

}  // namespace podium::views
