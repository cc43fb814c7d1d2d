// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/slot.h"
#include "views/artifacts/preview.h"

#include <QHash>
#include <QImage>
#include <QTextBrowser>

#include <memory>

class QLabel;

namespace podium::views {

/// Shows a document with the pictures it was given: nothing else is ever loaded, whatever the
/// document asks for, and no link is followed.
class SealedBrowser : public QTextBrowser {
    Q_OBJECT
public:
    explicit SealedBrowser(QWidget* parent = nullptr);
    /// All the pictures that the document may show, by the name it gives them.
    void setPictures(const QHash<QString, QImage>& pictures) { m_pictures = pictures; }
    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override;

private:
    QHash<QString, QImage> m_pictures;
};

/// A Markdown file, rendered: pictures from the artifact folder alone, HTML in it left out. A
/// document that would keep the layout busy is shown as its source.
class MarkdownPreview : public Preview {
    Q_OBJECT
public:
    MarkdownPreview(jobs::JobEngine& engine, QWidget* parent);
    void load(const PreviewItem& item) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Rendered {
        std::unique_ptr<QTextDocument> document;  // null if it is to be shown as source
        QHash<QString, QImage> pictures;
    };
    static base::Result<Rendered> render(const PreviewItem& item, const QFont& font,
                                         const QColor& line, const std::stop_token& stop);
    void show(Rendered rendered);
    void showSource();
    void showNotice(const QString& text);

    jobs::JobEngine& m_engine;
    jobs::Slot<Rendered> m_rendering;
    PreviewItem m_item;
    SealedBrowser* m_browser;
    QLabel* m_notice;
};

}  // namespace podium::views
