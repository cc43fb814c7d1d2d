// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace podium::views {

/// A label of one line that is cut with "…" where it does not fit, and does not ask for room.
class ElidedText : public QLabel {
    Q_OBJECT
public:
    ElidedText(Qt::TextElideMode mode, QWidget* parent);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_mode;
};

}  // namespace podium::views
