// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/pdfpreview.h"

#include "artifacts/open.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QBuffer>
#include <QHBoxLayout>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using base::Error;
using base::ErrorCode;
using base::Result;

PdfPreview::PdfPreview(jobs::JobEngine& engine, QWidget* parent)
    : Preview(parent),
      m_reading(engine, this),
      m_buffer(new QBuffer(&m_bytes, this)),
      m_document(new QPdfDocument(this)),
      m_view(new QPdfView(this)) {
    m_view->setObjectName(QStringLiteral("pdfView"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_view, 1);
    box->addWidget(makeBar());
    setFocusProxy(m_view);
}

PdfPreview::~PdfPreview() {
    m_view->setDocument(nullptr);
    m_document->close();
}

QWidget* PdfPreview::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::Gap, metrics::Unit, metrics::Gap, metrics::Unit);
    row->setSpacing(metrics::Unit);
    m_page = new QLabel(bar);
    m_page->setObjectName(QStringLiteral("pdfPage"));
    m_page->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_page, 1);
    const auto button = [&](const char16_t* iconName, const QString& text, const QString& name) {
        auto* made = new QToolButton(bar);
        made->setAutoRaise(true);
        made->setIcon(icon(iconName));
        made->setToolTip(text);
        made->setAccessibleName(text);
        made->setObjectName(name);
        row->addWidget(made);
        return made;
    };
    connect(button(u"zoom-out", tr("Zoom out"), QStringLiteral("pdfZoomOut")),
            &QToolButton::clicked, this, [this] { zoomBy(0.8); });
    connect(button(u"zoom-in", tr("Zoom in"), QStringLiteral("pdfZoomIn")), &QToolButton::clicked,
            this, [this] { zoomBy(1.25); });
    connect(button(u"maximize-2", tr("Fit to width"), QStringLiteral("pdfFit")),
            &QToolButton::clicked, this,
            [this] { m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth); });
    return bar;
}

void PdfPreview::zoomBy(double factor) {
    m_view->setZoomMode(QPdfView::ZoomMode::Custom);
    m_view->setZoomFactor(std::clamp(m_view->zoomFactor() * factor, 0.1, 8.0));
}

void PdfPreview::load(const PreviewItem& item) {
    m_view->setAccessibleName(tr("Document %1").arg(item.path));
    m_path = item.path;
    m_reading.start(
        [item](std::stop_token, base::Progress&) -> Result<QByteArray> {
            const auto file = artifacts::File::open(item.root, item.raw);
            PODIUM_TRY(QByteArray, file);
            const std::int64_t size = file.value()->size();
            if (size > MostBytes)
                return Error{
                    ErrorCode::ArtifactTooLarge,
                    {item.path.toStdString(), std::to_string(size), std::to_string(MostBytes)}};
            const auto bytes = file.value()->read(0, static_cast<std::size_t>(size));
            PODIUM_TRY(QByteArray, bytes);
            return QByteArray::fromStdString(bytes.value());
        },
        [this](Result<QByteArray> bytes) {
            if (bytes.failed())
                Q_EMIT failed(bytes.error());
            else
                show(bytes.value());
        });
}

void PdfPreview::show(const QByteArray& bytes) {
    m_bytes = bytes;
    m_buffer->open(QIODevice::ReadOnly);
    m_document->load(m_buffer);
    const QPdfDocument::Error error = m_document->error();
    if (m_document->status() != QPdfDocument::Status::Ready || m_document->pageCount() == 0) {
        const bool locked = error == QPdfDocument::Error::IncorrectPassword;
        Q_EMIT failed(Error{ErrorCode::DecodeFailed,
                            {m_path.toStdString(),
                             (locked ? tr("it asks for a password") : tr("the document is broken"))
                                 .toStdString()}});
        return;
    }
    m_view->setDocument(m_document);
    const int pages = m_document->pageCount();
    const auto tell = [this, pages](int page) {
        m_page->setText(tr("Page %1 of %2").arg(count(page + 1), count(pages)));
    };
    connect(m_view->pageNavigator(), &QPdfPageNavigator::currentPageChanged, this, tell);
    tell(0);
    Q_EMIT factsChanged(pages == 1 ? tr("1 page") : tr("%1 pages").arg(count(pages)));
    Q_EMIT shown();
}

}  // namespace podium::views
