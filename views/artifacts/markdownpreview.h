// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/artifacts/documentpreview.h"

namespace podium::views {

/// A Markdown file, rendered: pictures from the artifact folder alone, HTML in it left out. A
/// document that would keep the layout busy is shown as its source.
class MarkdownPreview : public DocumentPreview {
    Q_OBJECT
public:
    MarkdownPreview(jobs::JobEngine& engine, QWidget* parent);
};

/// Its maker.
[[nodiscard]] base::Result<LaidOut> layOutMarkdown(const PreviewItem& item, const QFont& font,
                                                   const QPalette& palette,
                                                   const std::stop_token& stop);

}  // namespace podium::views
