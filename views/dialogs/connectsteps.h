// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/connection.h"

#include <QWidget>

#include <array>

class QLabel;

namespace podium::views {

/// The words of a step of a connection's test: a sentence, and what to do next where it failed.
[[nodiscard]] QString testSentence(const session::TestResult& result);
[[nodiscard]] QString testStepName(session::TestStep step);

/// The steps of a test of a connection, one a line: an icon, its name, and a sentence as it comes.
class ConnectSteps : public QWidget {
    Q_OBJECT
public:
    explicit ConnectSteps(QWidget* parent = nullptr);

    /// All wait; the first one runs.
    void begin();
    void add(const session::TestResult& result);
    /// What has not come will not.
    void end(bool cancelled);
    /// All of it as text: what a screen reader is told, and what can be copied.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool anyFailed() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class State { Waiting, Running, Ok, Warning, Failed, Skipped };
    struct Line {
        QLabel* icon = nullptr;
        QLabel* name = nullptr;
        QLabel* words = nullptr;
        State state = State::Waiting;
    };
    static constexpr std::size_t Count = 7;
    void set(std::size_t step, State state, const QString& words);
    void paintIcons();

    std::array<Line, Count> m_lines;
};

}  // namespace podium::views
