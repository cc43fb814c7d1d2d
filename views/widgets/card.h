// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace podium::views {

class ElidedLabel;

/// A panel with round corners on the window's colour, with an optional head: a title, dim words at
/// its end, and buttons.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);
    explicit Card(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Dim words at the end of the head, e.g. "step · smoothed 0.6".
    void setNote(const QString& note);
    /// A tool button or the like at the end of the head; the card owns it then.
    void addHeadWidget(QWidget* widget);
    /// What the card is for, below its head.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// The border in the accent's colour, for the card that a drag or the keyboard is on.
    void setHighlighted(bool highlighted);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    QWidget* m_head;
    QHBoxLayout* m_headLayout;
    ElidedLabel* m_title;
    ElidedLabel* m_note;
    QVBoxLayout* m_body;
    bool m_highlighted = false;
};

}  // namespace podium::views
