// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace podium::views {

/// The place where the next chart will stand: a dashed outline with a plus.
class AddChartButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit AddChartButton(QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
};

}  // namespace podium::views
