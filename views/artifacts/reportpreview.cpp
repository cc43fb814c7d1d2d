// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/reportpreview.h"

#include <QVBoxLayout>

namespace podium::views {

using base::Result;

ReportPreview::ReportPreview(Maker maker, jobs::JobEngine& engine, QWidget* parent)
    : Preview(parent), m_maker(maker), m_reading(engine, this), m_view(new ReportView(this)) {
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_view);
    setFocusProxy(m_view);
}

void ReportPreview::load(const PreviewItem& item) {
    m_reading.start(
        [item, maker = m_maker](std::stop_token stop,
                                base::Progress&) -> Result<std::shared_ptr<Report>> {
            auto report = maker(item, stop);
            if (!report.ok())
                return report.as<std::shared_ptr<Report>>();
            return std::make_shared<Report>(std::move(report).value());
        },
        [this, path = item.path](Result<std::shared_ptr<Report>> report) {
            if (report.failed()) {
                Q_EMIT failed(withPath(report.error(), path));
                return;
            }
            m_view->resize(size());
            m_view->setReport(*report.value());
            if (!report.value()->summary.isEmpty())
                Q_EMIT factsChanged(report.value()->summary);
            Q_EMIT shown();
        });
}

}  // namespace podium::views
