// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/documentpreview.h"

#include "views/artifacts/sealedbrowser.h"
#include "views/artifacts/textpreview.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QTextDocument>
#include <QVBoxLayout>

namespace podium::views {

using base::Result;

DocumentPreview::DocumentPreview(Maker maker, jobs::JobEngine& engine, QWidget* parent,
                                 const QString& name)
    : Preview(parent),
      m_engine(engine),
      m_maker(maker),
      m_laying(engine, this),
      m_browser(new SealedBrowser(this)),
      m_notice(new QLabel(this)) {
    m_browser->setObjectName(name + QStringLiteral("View"));
    m_browser->setAccessibleName(tr("Document"));
    m_browser->setFrameShape(QFrame::NoFrame);
    m_notice->setObjectName(name + QStringLiteral("Notice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setMargin(metrics::Gap);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->hide();
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_notice);
    box->addWidget(m_browser);
    setFocusProxy(m_browser);
    // A link is shown where it leads; whoever wants to go there copies it.
    connect(m_browser, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.hasFragment() && link.path().isEmpty() && link.host().isEmpty())
            m_browser->scrollToAnchor(link.fragment());
        else
            showNotice(tr("Link to %1").arg(link.toDisplayString()));
    });
}

void DocumentPreview::load(const PreviewItem& item) {
    m_item = item;
    m_browser->setAccessibleName(tr("Document %1").arg(item.path));
    m_laying.start(
        [item, maker = m_maker, font = m_browser->font(), colours = palette()](
            std::stop_token stop, base::Progress&) -> Result<std::shared_ptr<LaidOut>> {
            auto laid = maker(item, font, colours, stop);
            if (!laid.ok())
                return laid.as<std::shared_ptr<LaidOut>>();
            return std::make_shared<LaidOut>(std::move(laid).value());
        },
        [this](Result<std::shared_ptr<LaidOut>> laid) {
            if (laid.failed())
                Q_EMIT failed(withPath(laid.error(), m_item.path));
            else if (laid.value()->document)
                show(std::move(*laid.value()));
            else
                showSource();
        });
}

void DocumentPreview::changeEvent(QEvent* event) {
    Preview::changeEvent(event);
    // Links and lines have their colours from the palette with which they were laid out.
    if (event->type() == QEvent::PaletteChange && !m_item.raw.empty() && m_browser->isVisible())
        load(m_item);
}

void DocumentPreview::show(LaidOut laid) {
    m_browser->setPictures(laid.pictures);
    QTextDocument* document = laid.document.release();
    document->setParent(m_browser);
    m_browser->setDocument(document);
    if (!laid.notice.isEmpty())
        showNotice(laid.notice);
    if (!laid.summary.isEmpty())
        Q_EMIT factsChanged(laid.summary);
    Q_EMIT shown();
}

void DocumentPreview::showSource() {
    showNotice(tr("This document is too big or too deep to be laid out; this is its source."));
    auto* source = new TextPreview(m_engine, this);
    m_browser->hide();
    layout()->addWidget(source);
    setFocusProxy(source);
    connect(source, &Preview::shown, this, &Preview::shown);
    connect(source, &Preview::failed, this, &Preview::failed);
    source->load(m_item);
}

void DocumentPreview::showNotice(const QString& text) {
    m_notice->setText(text);
    m_notice->show();
}

}  // namespace podium::views
