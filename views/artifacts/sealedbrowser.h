// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QTextBrowser>

namespace podium::views {

/// Shows a document with the pictures it was given: nothing else is ever loaded, whatever the
/// document asks for, and no link is followed.
class SealedBrowser : public QTextBrowser {
    Q_OBJECT
public:
    explicit SealedBrowser(QWidget* parent = nullptr);
    /// All the pictures that the document may show, by the name it gives them.
    void setPictures(const QHash<QString, QImage>& pictures) { m_pictures = pictures; }
    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override;

private:
    QHash<QString, QImage> m_pictures;
};

}  // namespace podium::views
