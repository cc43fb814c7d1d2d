// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/markdownpreview.h"

#include "artifacts/encoding.h"
#include "artifacts/open.h"
#include "views/artifacts/imagedecode.h"
#include "views/artifacts/markdowntext.h"
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

#include <algorithm>

namespace podium::views {

using base::Result;

namespace {

constexpr std::size_t MaxMarkdownBytes = 4 * MaxMarkdownCharacters;  // four bytes of UTF-8 each
constexpr int MaxPictureWidth = 1200;
constexpr std::int64_t MaxPictureFetch = 8'000'000;  // bytes of a picture on a server
constexpr qint64 MaxPicturePixels = 40'000'000;      // of all pictures of a document together

/// The path below the root of a picture that a document in `folder` names; empty if it is not a
/// plain relative path.
std::string picturePath(const QString& reference, const std::string& folder) {
    const QUrl url(reference, QUrl::TolerantMode);
    if (!url.scheme().isEmpty() || !url.host().isEmpty() || reference.startsWith(u'/'))
        return {};
    std::string path = url.path(QUrl::FullyDecoded).toStdString();
    while (path.starts_with("./"))
        path.erase(0, 2);
    return folder.empty() ? path : folder + '/' + path;
}

/// Room between the parts, which Qt's reader leaves out.
void polish(QTextDocument& document, const QColor& line) {
    document.setIndentWidth(20);
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        const bool code = format.nonBreakableLines();
        if (!cursor.currentTable() && !block.textList() && !code)
            format.setBottomMargin(metrics::Gap);
        if (format.headingLevel() > 0)
            format.setTopMargin(metrics::Gap);
        if (code)
            format.setLeftMargin(metrics::Group);
        cursor.setBlockFormat(format);
    }
    cursor.endEditBlock();
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorder(1);
            format.setBorderCollapse(true);
            format.setBorderBrush(line);
            format.setCellPadding(metrics::Unit);
            format.setBottomMargin(metrics::Gap);
            table->setFormat(format);
        }
    }
}

QImage pictureAt(const PreviewItem& item, const std::string& path, const std::stop_token& stop) {
    PreviewItem picture = item;
    picture.raw = path;
    if (item.source && item.source->isRemote()) {
        base::Progress progress;
        const auto fetched = item.source->fetch(path, MaxPictureFetch, progress, stop);
        if (!fetched.ok())
            return {};
        picture.root = fetched.value().root;
        picture.raw = fetched.value().raw;
    }
    const auto file = artifacts::File::open(picture.root, picture.raw);
    if (!file.ok())
        return {};
    const auto head = file.value()->read(0, artifacts::RecogniseBytes);
    if (!head.ok())
        return {};
    picture.kind = artifacts::recognise(head.value(), path, file.value()->size());
    if (!artifacts::isRasterImage(picture.kind) && picture.kind != artifacts::Kind::Svg)
        return {};
    const auto decoded = decodeImage(picture, stop);
    if (!decoded.ok())
        return {};
    const QImage& image = decoded.value().image;
    const int width = std::min(MaxPictureWidth, decoded.value().size.width());
    return image.width() > width ? image.scaledToWidth(width, Qt::SmoothTransformation) : image;
}

}  // namespace

Result<LaidOut> layOutMarkdown(const PreviewItem& item, const QFont& font, const QPalette& palette,
                               const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(LaidOut, file);
    const auto text = artifacts::openText(file.value());
    PODIUM_TRY(LaidOut, text);
    const auto bytes = text.value().bytes->read(text.value().start, MaxMarkdownBytes + 1);
    PODIUM_TRY(LaidOut, bytes);
    const QString markdown =
        QString::fromStdString(artifacts::decoded(bytes.value(), text.value().encoding));
    LaidOut rendered;
    if (bytes.value().size() > MaxMarkdownBytes || !isCalmMarkdown(markdown))
        return rendered;
    const std::size_t slash = item.artifact.rfind('/');
    const std::string folder =
        slash == std::string::npos ? std::string() : item.artifact.substr(0, slash);
    qint64 pixels = 0;
    for (const QString& name : picturesOf(markdown)) {
        if (stop.stop_requested())
            return base::Cancelled{};
        const QImage picture =
            pixels < MaxPicturePixels ? pictureAt(item, picturePath(name, folder), stop) : QImage();
        pixels += qint64{picture.width()} * picture.height();
        if (!picture.isNull())
            rendered.pictures.insert(QUrl(name).toString(), picture);
    }
    rendered.document = std::make_unique<QTextDocument>();
    rendered.document->setUndoRedoEnabled(false);
    rendered.document->setDefaultFont(font);
    rendered.document->setDocumentMargin(metrics::Group);
    QTextDocument::MarkdownFeatures features = QTextDocument::MarkdownDialectGitHub;
    features.setFlag(QTextDocument::MarkdownNoHTML);
    rendered.document->setMarkdown(preparedMarkdown(markdown), features);
    polish(*rendered.document, colors(palette).line);
    rendered.document->moveToThread(QCoreApplication::instance()->thread());
    return rendered;
}

MarkdownPreview::MarkdownPreview(jobs::JobEngine& engine, QWidget* parent)
    : DocumentPreview(layOutMarkdown, engine, parent, QStringLiteral("markdown")) {}

}  // namespace podium::views
