// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/run/notesview.h"

#include <QDesktopServices>
#include <QEvent>
#include <QTextDocument>

namespace podium::views {

namespace {

/// Notes are written by people; more than this is something else, and laying it out takes seconds.
constexpr qsizetype LongestNotes = 200'000;
constexpr int PageMargin = 12;

}  // namespace

NotesView::NotesView(QWidget* parent) : QTextBrowser(parent) {
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(PageMargin);
    connect(this, &QTextBrowser::anchorClicked, this, [](const QUrl& url) {
        if (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"))
            QDesktopServices::openUrl(url);
    });
}

void NotesView::setNotes(const QString& markdown) {
    if (markdown == m_markdown)
        return;
    m_markdown = markdown;
    QTextDocument::MarkdownFeatures features(QTextDocument::MarkdownDialectGitHub);
    features |= QTextDocument::MarkdownNoHTML;
    document()->setMarkdown(markdown.left(LongestNotes), features);
}

QVariant NotesView::loadResource(int, const QUrl&) {
    return {};
}

void NotesView::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_markdown.isEmpty()) {
        // Colours of links are set when the text is read.
        const QString markdown = m_markdown;
        m_markdown.clear();
        setNotes(markdown);
    }
}

}  // namespace podium::views
