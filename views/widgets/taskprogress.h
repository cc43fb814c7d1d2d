// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QWidget>

namespace podium::views {

/// A bar five pixels high; without a known total a piece of it wanders.
class TaskProgress : public QWidget {
    Q_OBJECT
public:
    explicit TaskProgress(QWidget* parent = nullptr);

    /// `total` 0: not known yet.
    void setProgress(qint64 done, qint64 total);
    [[nodiscard]] double fraction() const { return m_fraction; }

    [[nodiscard]] QSize sizeHint() const override { return {120, 5}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void animate();

    QBasicTimer m_timer;
    double m_fraction = -1;  // negative: not known
    int m_phase = 0;
};

}  // namespace podium::views
