// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/filteredit.h"

#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QTextCharFormat>

#include <algorithm>

namespace podium::views {

namespace {

QColor colorOf(SpanKind kind, const Colors& c) {
    switch (kind) {
        case SpanKind::Key:
        case SpanKind::Function:
            return c.accent;
        case SpanKind::Keyword:
            return c.dim;
        case SpanKind::Text:
            return c.ok;
        case SpanKind::Operator:
        case SpanKind::Number:
        case SpanKind::Plain:
            break;
    }
    return c.text;
}

int commonPrefix(const QString& a, const QString& b) {
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<int>(end - a.begin());
}

}  // namespace

FilterEdit::FilterEdit(QWidget* parent) : QLineEdit(parent) {
    setFrame(false);
    setFont(monoFont(font()));
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::shift);
}

void FilterEdit::setSpans(const QVector<Span>& spans) {
    m_spans = spans;
    applyFormats();
}

void FilterEdit::setFault(int start, int length) {
    m_faultStart = start;
    m_faultLength = length;
    applyFormats();
}

int FilterEdit::xOf(int position) const {
    const int cursor = cursorPosition();
    const QFontMetrics metrics = fontMetrics();
    const int shiftFromCursor = metrics.horizontalAdvance(text().left(position)) -
                                metrics.horizontalAdvance(text().left(cursor));
    return cursorRect().center().x() + shiftFromCursor;
}

void FilterEdit::inputMethodEvent(QInputMethodEvent* event) {
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
    if (!m_composing)
        applyFormats();
}

void FilterEdit::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyFormats();
}

// The new colours come only after the parser has run; until then the old ones move with the text.
void FilterEdit::shift(const QString& text) {
    const int at = commonPrefix(m_formatted, text);
    const int delta = static_cast<int>(text.size() - m_formatted.size());
    for (Span& span : m_spans) {
        if (span.start >= at)
            span.start = std::max(at, span.start + delta);
        else if (span.start + span.length >= at)
            span.length = std::max(0, span.length + delta);
    }
    m_faultStart = -1;
    applyFormats();
}

void FilterEdit::applyFormats() {
    m_formatted = text();
    if (m_composing)
        return;
    const Colors& c = colors(palette());
    const int size = static_cast<int>(m_formatted.size());
    QList<QInputMethodEvent::Attribute> attributes;
    const auto add = [&](int start, int length, const QTextCharFormat& format) {
        const int from = std::clamp(start, 0, size);
        const int end = std::clamp(start + length, from, size);
        if (end > from) {
            attributes.append(QInputMethodEvent::Attribute(
                QInputMethodEvent::TextFormat, from - cursorPosition(), end - from, format));
        }
    };
    for (const Span& span : m_spans) {
        QTextCharFormat format;
        format.setForeground(colorOf(span.kind, c));
        add(span.start, span.length, format);
    }
    if (m_faultStart >= 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(c.bad);
        const int start = m_faultLength > 0 ? m_faultStart : std::min(m_faultStart, size - 1);
        add(start, std::max(1, m_faultLength), format);
    }
    QInputMethodEvent event(QString(), attributes);
    QLineEdit::inputMethodEvent(&event);
}

}  // namespace podium::views
