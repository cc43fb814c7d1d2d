// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace podium::views {

/// Somebody else's Markdown, read-only: no HTML in it is taken as HTML, nothing is loaded for it
/// (no picture, no style), and a link opens in the browser only if it is http or https and after it
/// was clicked.
class NotesView : public QTextBrowser {
    Q_OBJECT
public:
    explicit NotesView(QWidget* parent = nullptr);

    void setNotes(const QString& markdown);
    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    QString m_markdown;
};

}  // namespace podium::views
