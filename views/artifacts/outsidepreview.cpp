// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/outsidepreview.h"

#include "views/widgets/emptystate.h"

#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace podium::views {

OutsidePreview::OutsidePreview(jobs::JobEngine&, QWidget* parent)
    : Preview(parent), m_state(new EmptyState(this)) {
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_state);
    QPushButton* open = m_state->addButton(tr("Open with Another Program"), true);
    open->setObjectName(QStringLiteral("openOutside"));
    connect(open, &QPushButton::clicked, this, &Preview::outsideRequested);
    setFocusProxy(open);
}

void OutsidePreview::load(const PreviewItem& item) {
    const bool audio = item.kind == artifacts::Kind::Audio;
    m_state->setContent(QStringLiteral("file"), kindName(item.kind),
                        audio ? tr("Sound is not played here.") : tr("Films are not played here."));
    // Never before load() has returned: whoever asked may still be making room for it.
    QTimer::singleShot(0, this, &Preview::shown);
}

}  // namespace podium::views
