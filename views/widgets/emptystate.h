// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace podium::views {

/// What a view shows instead of nothing: why it is empty, and what can be done.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// `iconName` as in icons.h; may be empty, as may be the text.
    void setContent(const QString& iconName, const QString& title, const QString& text);
    /// Adds a button; the first may be the primary one. Owned by the widget.
    QPushButton* addButton(const QString& text, bool primary = false);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QHBoxLayout* m_buttons;
};

}  // namespace podium::views
