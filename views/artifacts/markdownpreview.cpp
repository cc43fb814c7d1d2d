// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/markdownpreview.h"

#include "artifacts/encoding.h"
#include "artifacts/open.h"
#include "views/artifacts/imagedecode.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using base::Result;

namespace {

constexpr std::size_t MaxMarkdownBytes = 512 * 1024;
constexpr int MaxPictures = 50;
constexpr int MaxPictureWidth = 1200;
constexpr int MaxNesting = 24;  // quotes and lists in each other; Qt lays them out recursively

/// Quotes nested without end are cut, so that no document can exhaust the layout.
QString withBoundedNesting(const QString& markdown) {
    static const QRegularExpression quotes(
        QStringLiteral("^((?:[ \\t]{0,3}>){%1})(?:[ \\t]{0,3}>)+").arg(MaxNesting),
        QRegularExpression::MultilineOption);
    static const QRegularExpression indent(QStringLiteral("^[ \\t]{120,}"),
                                           QRegularExpression::MultilineOption);
    static const QRegularExpression bullets(
        QStringLiteral("^((?:[ \\t]*[-+*][ \\t]+){%1})(?:[-+*][ \\t]+)+").arg(MaxNesting),
        QRegularExpression::MultilineOption);
    QString bounded = markdown;
    bounded.replace(quotes, QStringLiteral("\\1"));
    bounded.replace(bullets, QStringLiteral("\\1"));
    return bounded.replace(indent, QString(60, u' '));
}

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

/// The names of the pictures a document asks for, at most MaxPictures.
QStringList picturesOf(const QString& markdown) {
    static const QRegularExpression image(
        QStringLiteral("!\\[[^\\]\\n]{0,500}\\]\\(\\s*<?([^)>\\s]{1,1000})"));
    QStringList names;
    auto matches = image.globalMatch(markdown);
    while (matches.hasNext() && names.size() < MaxPictures)
        names.append(matches.next().captured(1));
    return names;
}

QImage pictureAt(const PreviewItem& item, const std::string& path, const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, path);
    if (!file.ok())
        return {};
    const auto head = file.value()->read(0, artifacts::RecogniseBytes);
    if (!head.ok())
        return {};
    PreviewItem picture = item;
    picture.raw = path;
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

MarkdownPreview::MarkdownPreview(jobs::JobEngine& engine, QWidget* parent)
    : Preview(parent),
      m_reading(engine, this),
      m_browser(new SealedBrowser(this)),
      m_notice(new QLabel(this)) {
    m_browser->setObjectName(QStringLiteral("markdownView"));
    m_browser->setAccessibleName(tr("Markdown document"));
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->document()->setDocumentMargin(metrics::Group);
    m_notice->setObjectName(QStringLiteral("markdownNotice"));
    m_notice->setWordWrap(true);
    m_notice->setMargin(metrics::Gap);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->hide();
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_notice);
    box->addWidget(m_browser);
    setFocusProxy(m_browser);
    // A link is shown where it leads; whoever wants to go there copies it.
    connect(m_browser, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.hasFragment() && link.path().isEmpty() && link.host().isEmpty()) {
            m_browser->scrollToAnchor(link.fragment());
            return;
        }
        m_notice->setTextFormat(Qt::PlainText);
        m_notice->setText(tr("Link to %1").arg(link.toDisplayString()));
        m_notice->show();
    });
}

Result<MarkdownPreview::Document> MarkdownPreview::read(const PreviewItem& item,
                                                        const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(Document, file);
    const auto text = artifacts::openText(file.value());
    PODIUM_TRY(Document, text);
    const auto bytes = text.value().bytes->read(text.value().start, MaxMarkdownBytes);
    PODIUM_TRY(Document, bytes);
    Document document;
    document.truncated =
        text.value().bytes->size() - text.value().start > static_cast<qint64>(MaxMarkdownBytes);
    document.markdown = withBoundedNesting(
        QString::fromStdString(artifacts::decoded(bytes.value(), text.value().encoding)));
    const std::size_t slash = item.raw.rfind('/');
    const std::string folder =
        slash == std::string::npos ? std::string() : item.raw.substr(0, slash);
    for (const QString& name : picturesOf(document.markdown)) {
        if (stop.stop_requested())
            return base::Cancelled{};
        const QImage picture = pictureAt(item, picturePath(name, folder), stop);
        if (!picture.isNull())
            document.pictures.insert(QUrl(name).toString(), picture);
    }
    return document;
}

void MarkdownPreview::load(const PreviewItem& item) {
    m_browser->setAccessibleName(tr("Markdown document %1").arg(item.path));
    m_reading.start([item](std::stop_token stop, base::Progress&) { return read(item, stop); },
                    [this](Result<Document> document) {
                        if (document.failed())
                            Q_EMIT failed(document.error());
                        else
                            show(document.value());
                    });
}

void MarkdownPreview::show(const Document& document) {
    m_browser->setPictures(document.pictures);
    QTextDocument::MarkdownFeatures features = QTextDocument::MarkdownDialectGitHub;
    features.setFlag(QTextDocument::MarkdownNoHTML);
    m_browser->document()->setMarkdown(document.markdown, features);
    if (document.truncated) {
        m_notice->setText(tr("Only the beginning of this big file is shown."));
        m_notice->show();
    }
    Q_EMIT shown();
}

}  // namespace podium::views
