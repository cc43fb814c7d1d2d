// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/slot.h"
#include "views/artifacts/preview.h"

#include <QByteArray>

class QBuffer;
class QLabel;
class QPdfDocument;
class QPdfView;

namespace podium::views {

/// A PDF document, page below page. Its links, scripts and forms do nothing: Qt PDF alone draws
/// pages.
class PdfPreview : public Preview {
    Q_OBJECT
public:
    PdfPreview(jobs::JobEngine& engine, QWidget* parent);
    ~PdfPreview() override;
    void load(const PreviewItem& item) override;
    static constexpr qint64 MostBytes = qint64{64} << 20;

private:
    void show(const QByteArray& bytes);
    QWidget* makeBar();
    void zoomBy(double factor);

    jobs::Slot<QByteArray> m_reading;
    QString m_path;
    QByteArray m_bytes;
    QBuffer* m_buffer;
    QPdfDocument* m_document;
    QPdfView* m_view;
    QLabel* m_page = nullptr;
};

}  // namespace podium::views
