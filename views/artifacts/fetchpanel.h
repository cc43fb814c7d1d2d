// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/progress.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QProgressBar;
class QPushButton;

namespace podium::views {

class EmptyState;

/// Stands where a preview will be while its file is still on a server: offers to fetch it, shows
/// how far that is, says why it failed. Lives on the UI thread, owned by the pane.
class FetchPanel : public QWidget {
    Q_OBJECT
public:
    explicit FetchPanel(QWidget* parent = nullptr);

    /// The file is large (bytes, or less than 0 where that is not known): it is fetched when asked.
    void showOffer(const QString& name, qint64 size);
    void showRunning(const QString& name, std::shared_ptr<const base::Progress> progress);
    void showStopped(const QString& name);
    void showFailed(const base::Error& error);
    /// Stops looking at the progress.
    void rest();

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void fetchRequested();
    void cancelRequested();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void show(const QString& iconName, const QString& title, const QString& text,
              const QString& button);
    void tick();

    EmptyState* m_words;
    QProgressBar* m_bar;
    QPushButton* m_fetch;
    QPushButton* m_cancel;
    QTimer m_timer;
    QString m_title;
    QString m_text;
    std::shared_ptr<const base::Progress> m_progress;
};

}  // namespace podium::views
