// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "registry/request.h"

#include <QWidget>

class QVBoxLayout;

namespace podium::views {

/// What was said about a request, oldest first: who, when, what, and the words. Of the UI thread.
class ThreadView : public QWidget {
    Q_OBJECT
public:
    explicit ThreadView(QWidget* parent = nullptr);

    void setThread(const std::vector<registry::Event>& events, base::Millis now);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    std::vector<registry::Event> m_events;
    base::Millis m_now = 0;
    QVBoxLayout* m_layout;
    QWidget* m_lines = nullptr;
};

}  // namespace podium::views
