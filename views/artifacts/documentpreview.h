// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/slot.h"
#include "views/artifacts/preview.h"

#include <QHash>
#include <QImage>

#include <memory>

class QLabel;
class QTextDocument;

namespace podium::views {

class SealedBrowser;

/// A document that was laid out by a worker.
struct LaidOut {
    std::unique_ptr<QTextDocument> document;  // null if it is to be shown as its source
    QHash<QString, QImage> pictures;
    QString notice;
    QString summary;
};

/// HTML and notebooks as documents: no script, no network, no plugin, no link followed; pictures
/// only out of the document itself. What would keep the layout busy is shown as its source.
class DocumentPreview : public Preview {
    Q_OBJECT
public:
    using Maker = base::Result<LaidOut> (*)(const PreviewItem& item, const QFont& font,
                                            const QPalette& palette, const std::stop_token& stop);
    /// `name` begins the names of its parts, "documentView" and "documentNotice".
    DocumentPreview(Maker maker, jobs::JobEngine& engine, QWidget* parent,
                    const QString& name = QStringLiteral("document"));
    void load(const PreviewItem& item) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void show(LaidOut laid);
    void showSource();
    void showNotice(const QString& text);

    jobs::JobEngine& m_engine;
    Maker m_maker;
    jobs::Slot<std::shared_ptr<LaidOut>> m_laying;
    PreviewItem m_item;
    SealedBrowser* m_browser;
    QLabel* m_notice;
};

/// Makers for workers.
[[nodiscard]] base::Result<LaidOut> layOutHtml(const PreviewItem& item, const QFont& font,
                                               const QPalette& palette,
                                               const std::stop_token& stop);
[[nodiscard]] base::Result<LaidOut> layOutNotebook(const PreviewItem& item, const QFont& font,
                                                   const QPalette& palette,
                                                   const std::stop_token& stop);

/// True if Qt's reader of HTML is through with it quickly: small, and not nested deep.
[[nodiscard]] bool isCalmHtml(const QString& html);

/// The HTML without scripts, style sheets, frames and objects: what Qt would show as text, or try
/// to load.
[[nodiscard]] QString harmlessHtml(const QString& html);

}  // namespace podium::views
