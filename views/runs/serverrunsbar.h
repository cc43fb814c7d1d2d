// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/serverruns.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace podium::views {

/// Says that an experiment has more runs than are held here, and what of them is shown.
class ServerRunsBar : public QFrame {
    Q_OBJECT
public:
    explicit ServerRunsBar(QWidget* parent = nullptr);

    void setRuns(const session::ServerRuns& runs);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void moreRequested();

private:
    QLabel* m_text;
    QPushButton* m_more;
};

}  // namespace podium::views
