// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace podium::views {

/// One place of the rail: an icon over its name, with a small number where something waits.
class RailButton : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const QString& iconName, const QString& text, QWidget* parent = nullptr);

    /// 0 shows none; above 99 "99+". `words` say to a screen reader what is counted.
    void setBadge(int number, const QString& words = {});
    [[nodiscard]] int badge() const { return m_badge; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBadge(QPainter& painter, const QRect& iconRect) const;

    QString m_iconName;
    int m_badge = 0;
};

/// The column of places at the window's edge. Exactly one is checked once there is any; Up and Down
/// move between them.
class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    /// Adds a place below the others. `id` is what the signal tells; not negative.
    RailButton* addPlace(int id, const QString& iconName, const QString& text);
    [[nodiscard]] RailButton* place(int id) const;
    void setCurrent(int id);
    [[nodiscard]] int current() const;

Q_SIGNALS:
    void activated(int id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
    QVBoxLayout* m_layout;
};

}  // namespace podium::views
