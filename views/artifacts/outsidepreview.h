// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/artifacts/preview.h"

namespace podium::views {

class EmptyState;

/// A file that Podium has no way to show (audio, video): says what it is and offers another
/// program.
class OutsidePreview : public Preview {
    Q_OBJECT
public:
    OutsidePreview(jobs::JobEngine& engine, QWidget* parent);
    void load(const PreviewItem& item) override;

private:
    EmptyState* m_state;
};

}  // namespace podium::views
