// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "session/sourcebook.h"
#include "views/widgets/card.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace podium::views {

class ElidedLabel;

/// One open source on the page of sources.
class SourceCard : public Card {
    Q_OBJECT
public:
    explicit SourceCard(QWidget* parent = nullptr);

    void setSource(const session::SourceInfo& source, base::Millis now);
    [[nodiscard]] QString location() const { return m_location; }

Q_SIGNALS:
    void syncRequested(const QString& location, bool full);
    void cancelRequested(const QString& location);
    void closeRequested(const QString& location);
    void problemsRequested(const QString& location);
    void pauseRequested(const QString& location, bool paused);
    void connectionRequested(const QString& location);
    void removeRequested(const QString& location);

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintIcon();
    QPushButton* addButton(const QString& name, const QString& text);

    QString m_location;
    session::SourceState m_state = session::SourceState::Opening;
    ElidedLabel* m_path;
    QLabel* m_facts;
    QLabel* m_error;
    QProgressBar* m_progress;
    QPushButton* m_sync;
    QPushButton* m_full;
    QPushButton* m_cancel;
    QPushButton* m_problems;
    QPushButton* m_reveal;
    QPushButton* m_pause;
    QPushButton* m_connection;
    QPushButton* m_remove;
    QPushButton* m_close;
    QLabel* m_icon;
    QLabel* m_insecure;
    bool m_paused = false;
};

}  // namespace podium::views
