// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLineEdit>
#include <QVector>

namespace podium::views {

/// What a stretch of a filter is; each kind has its colour.
enum class SpanKind { Key, Function, Keyword, Operator, Text, Number, Plain };

/// A stretch of the text, in UTF-16 units.
struct Span {
    int start = 0;
    int length = 0;
    SpanKind kind = SpanKind::Plain;

    friend bool operator==(const Span&, const Span&) = default;
};

/// One line of monospace text in colours, with a wavy line under a fault. QLineEdit has no formats
/// of its own; they go in as those of an input method, the one way there is.
class FilterEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterEdit(QWidget* parent = nullptr);

    void setSpans(const QVector<Span>& spans);
    /// Underlines [start, start + length); a length of 0 marks the character at or before start. A
    /// negative start clears it.
    void setFault(int start, int length);
    [[nodiscard]] bool hasFault() const { return m_faultStart >= 0; }

    /// Where a completion that begins at a character should stand, in this widget's coordinates.
    [[nodiscard]] int xOf(int position) const;

protected:
    void inputMethodEvent(QInputMethodEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyFormats();
    void shift(const QString& text);

    QVector<Span> m_spans;
    QString m_formatted;
    int m_faultStart = -1;
    int m_faultLength = 0;
    bool m_composing = false;
};

}  // namespace podium::views
