// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/slot.h"
#include "views/artifacts/preview.h"
#include "views/artifacts/report.h"

namespace podium::views {

/// A file as facts, tables and pictures of what a decoder found in it.
class ReportPreview : public Preview {
    Q_OBJECT
public:
    using Maker = base::Result<Report> (*)(const PreviewItem& item, const std::stop_token& stop);
    ReportPreview(Maker maker, jobs::JobEngine& engine, QWidget* parent);
    void load(const PreviewItem& item) override;

private:
    Maker m_maker;
    jobs::Slot<std::shared_ptr<Report>> m_reading;
    ReportView* m_view;
};

/// The makers, for workers. Errors: those of opening and of the decoder.
[[nodiscard]] base::Result<Report> reportArray(const PreviewItem& item,
                                               const std::stop_token& stop);
[[nodiscard]] base::Result<Report> reportArrays(const PreviewItem& item,
                                                const std::stop_token& stop);
[[nodiscard]] base::Result<Report> reportLayers(const PreviewItem& item,
                                                const std::stop_token& stop);
[[nodiscard]] base::Result<Report> reportPickle(const PreviewItem& item,
                                                const std::stop_token& stop);
[[nodiscard]] base::Result<Report> reportModel(const PreviewItem& item,
                                               const std::stop_token& stop);
[[nodiscard]] base::Result<Report> reportEnvironment(const PreviewItem& item,
                                                     const std::stop_token& stop);
[[nodiscard]] base::Result<Report> reportProject(const PreviewItem& item,
                                                 const std::stop_token& stop);
[[nodiscard]] base::Result<Report> reportJsonTable(const PreviewItem& item,
                                                   const std::stop_token& stop);
[[nodiscard]] base::Result<Report> reportDatabase(const PreviewItem& item,
                                                  const std::stop_token& stop);
[[nodiscard]] base::Result<Report> reportMap(const PreviewItem& item, const std::stop_token& stop);

}  // namespace podium::views
