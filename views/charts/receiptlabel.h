// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/elidedlabel.h"

namespace podium::views {

/// The words below a chart; a click or Enter asks for the proof of what they say.
class ReceiptLabel : public ElidedLabel {
    Q_OBJECT
public:
    explicit ReceiptLabel(QWidget* parent = nullptr);

    /// Whether there is anything to prove.
    void setProvable(bool provable);

Q_SIGNALS:
    void proofWanted();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_provable = false;
};

}  // namespace podium::views
