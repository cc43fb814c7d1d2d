// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/sealedbrowser.h"

namespace podium::views {

SealedBrowser::SealedBrowser(QWidget* parent) : QTextBrowser(parent) {
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
}

QVariant SealedBrowser::loadResource(int type, const QUrl& name) {
    const auto it = m_pictures.constFind(name.toString());
    const bool known = type == QTextDocument::ImageResource && it != m_pictures.constEnd();
    return known ? QVariant(*it) : QVariant();
}

void SealedBrowser::doSetSource(const QUrl&, QTextDocument::ResourceType) {}

}  // namespace podium::views
