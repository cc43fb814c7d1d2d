// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/slot.h"
#include "views/artifacts/imagedecode.h"
#include "views/artifacts/preview.h"

class QLabel;

namespace podium::views {

class ImageView;

/// A raster image or a drawing, decoded by a job.
class ImagePreview : public Preview {
    Q_OBJECT
public:
    ImagePreview(jobs::JobEngine& engine, QWidget* parent);
    void load(const PreviewItem& item) override;

private:
    QWidget* makeBar();
    void show(const DecodedImage& decoded);
    void showZoom(double zoom);

    jobs::Slot<DecodedImage> m_decoding;
    jobs::Slot<QImage> m_rendering;
    ImageView* m_view;
    QLabel* m_zoomLabel = nullptr;
    QLabel* m_pixelLabel = nullptr;
    QByteArray m_vector;
    QSize m_size;
    int m_renderedSide = 0;
};

}  // namespace podium::views
