// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/notebook.h"
#include "artifacts/open.h"
#include "views/artifacts/documentpreview.h"
#include "views/artifacts/imagedecode.h"
#include "views/artifacts/markdowntext.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QSet>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextDocumentFragment>

#include <algorithm>

namespace podium::views {

using artifacts::CellOutput;
using artifacts::NotebookCell;
using base::Result;

namespace {

constexpr qsizetype MaxHtmlCharacters = 256 * 1024;
constexpr int MaxHtmlDepth = 40;
constexpr qsizetype MaxHtmlTags = 20'000;
constexpr qint64 MaxPicturePixels = 40'000'000;  // of all pictures of a document together
constexpr int MaxPictureWidth = 1000;
constexpr qsizetype MaxNotebookCharacters = 600'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::DocumentPreview)
};

std::unique_ptr<QTextDocument> emptyDocument(const QFont& font) {
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(font);
    document->setDocumentMargin(metrics::Group);
    return document;
}

bool isNameSign(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

/// A picture out of a notebook: Base64 of a raster image, or SVG. Null where it can't be shown.
QImage pictureOf(const CellOutput& output, qint64 pixelsLeft) {
    QByteArray bytes = QByteArray::fromStdString(output.content);
    if (output.mime == "image/svg+xml") {
        const QByteArray harmless = harmlessSvg(bytes);
        return harmless.isEmpty() ? QImage()
                                  : renderSvg(harmless, QSize(MaxPictureWidth, MaxPictureWidth));
    }
    bytes = QByteArray::fromBase64(bytes);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray format = output.mime == "image/jpeg"  ? "jpeg"
                              : output.mime == "image/gif" ? "gif"
                                                           : "png";
    QImageReader reader(&buffer, format);
    reader.setDecideFormatFromContent(false);
    const QSize size = reader.size();
    if (size.isEmpty() ||
        qint64{size.width()} * size.height() > std::min(pixelsLeft, MaxImagePixels))
        return {};
    const QImage image = reader.read();
    return image.width() > MaxPictureWidth
               ? image.scaledToWidth(MaxPictureWidth, Qt::SmoothTransformation)
               : image;
}

/// Writes cell after cell into a document.
class NotebookWriter {
public:
    NotebookWriter(LaidOut& laid, const QFont& font, const QPalette& palette)
        : m_laid(laid), m_cursor(laid.document.get()), m_font(font), m_theme(colors(palette)) {}

    void write(const NotebookCell& cell) {
        if (cell.kind == NotebookCell::Kind::Markdown) {
            const QString markdown = QString::fromStdString(cell.source);
            if (isCalmMarkdown(markdown)) {
                newBlock();
                QTextDocument part;
                QTextDocument::MarkdownFeatures features = QTextDocument::MarkdownDialectGitHub;
                features.setFlag(QTextDocument::MarkdownNoHTML);
                part.setMarkdown(preparedMarkdown(markdown), features);
                m_cursor.insertFragment(QTextDocumentFragment(&part));
            } else {
                text(markdown, m_theme.text, false);
            }
            return;
        }
        const bool code = cell.kind == NotebookCell::Kind::Code;
        label(code ? Words::tr("In [%1]").arg(oneLine(cell.count)) : Words::tr("Raw"));
        text(QString::fromStdString(cell.source), m_theme.text, true);
        for (const CellOutput& output : cell.outputs)
            write(output);
    }

private:
    void write(const CellOutput& output) {
        switch (output.kind) {
            case CellOutput::Kind::Text:
                text(QString::fromStdString(output.content), m_theme.dim, false);
                break;
            case CellOutput::Kind::Error:
                text(QString::fromStdString(output.content), m_theme.bad, false);
                break;
            case CellOutput::Kind::Active:
                label(Words::tr("%1 output, not run").arg(oneLine(output.mime)));
                break;
            case CellOutput::Kind::Picture: {
                const QImage image = pictureOf(output, MaxPicturePixels - m_pixels);
                if (image.isNull()) {
                    label(Words::tr("A picture that can't be shown"));
                    break;
                }
                m_pixels += qint64{image.width()} * image.height();
                const QString name = QStringLiteral("cell-%1").arg(m_laid.pictures.size());
                m_laid.pictures.insert(name, image);
                newBlock();
                QTextImageFormat format;
                format.setName(name);
                format.setWidth(image.width());
                format.setHeight(image.height());
                m_cursor.insertImage(format);
                break;
            }
        }
    }

    void newBlock() {
        QTextBlockFormat format;
        format.setTopMargin(metrics::Gap);
        if (m_first)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format, QTextCharFormat());
        m_first = false;
        m_cursor.setCharFormat(QTextCharFormat());
    }

    void label(const QString& words) {
        newBlock();
        QTextCharFormat format;
        format.setForeground(m_theme.dim);
        format.setFontPointSize(m_font.pointSizeF() * 0.9);
        m_cursor.insertText(words, format);
    }

    void text(const QString& content, const QColor& colour, bool boxed) {
        if (content.isEmpty())
            return;
        m_written += content.size();
        if (m_written > MaxNotebookCharacters) {
            m_laid.notice =
                Words::tr("Only the beginning of this notebook is shown; the source has all.");
            return;
        }
        newBlock();
        QTextBlockFormat block = m_cursor.blockFormat();
        block.setNonBreakableLines(false);
        if (boxed)
            block.setBackground(m_theme.hover);
        block.setLeftMargin(metrics::Group);
        m_cursor.setBlockFormat(block);
        QTextCharFormat format;
        format.setFont(monoFont(m_font));
        format.setForeground(colour);
        QString lines = content;
        if (lines.endsWith(u'\n'))
            lines.chop(1);
        // One block for all its lines, so that the ground is one box.
        m_cursor.insertText(lines.replace(u'\n', QChar::LineSeparator), format);
    }

    LaidOut& m_laid;
    QTextCursor m_cursor;
    QFont m_font;
    const Colors& m_theme;
    qint64 m_pixels = 0;
    qsizetype m_written = 0;
    bool m_first = true;
};

}  // namespace

bool isCalmHtml(const QString& html) {
    if (html.size() > MaxHtmlCharacters)
        return false;
    // Elements that never hold another; anything else may be left open, and then counts.
    static const QSet<QString> Void = {u"br"_qs,    u"img"_qs, u"hr"_qs,    u"meta"_qs, u"link"_qs,
                                       u"input"_qs, u"col"_qs, u"base"_qs,  u"wbr"_qs,  u"area"_qs,
                                       u"p"_qs,     u"li"_qs,  u"td"_qs,    u"th"_qs,   u"tr"_qs,
                                       u"dd"_qs,    u"dt"_qs,  u"option"_qs};
    int depth = 0;
    qsizetype tags = 0;
    for (qsizetype at = html.indexOf(u'<'); at >= 0; at = html.indexOf(u'<', at + 1)) {
        const bool closing = at + 1 < html.size() && html[at + 1] == u'/';
        qsizetype end = at + (closing ? 2 : 1);
        const qsizetype begin = end;
        while (end < html.size() && isNameSign(html[end]))
            ++end;
        const QString name = html.mid(begin, end - begin).toLower();
        if (name.isEmpty() || Void.contains(name))
            continue;
        depth = std::max(0, depth + (closing ? -1 : 1));
        if (depth > MaxHtmlDepth || ++tags > MaxHtmlTags)
            return false;
    }
    return true;
}

QString harmlessHtml(const QString& html) {
    static const QStringList Dropped = {u"script"_qs,   u"style"_qs,   u"iframe"_qs, u"object"_qs,
                                        u"embed"_qs,    u"applet"_qs,  u"svg"_qs,    u"link"_qs,
                                        u"noscript"_qs, u"template"_qs};
    QString out;
    out.reserve(html.size());
    qsizetype at = 0;
    while (at < html.size()) {
        const qsizetype open = html.indexOf(u'<', at);
        if (open < 0)
            break;
        qsizetype end = open + 1;
        while (end < html.size() && isNameSign(html[end]))
            ++end;
        const QString name = html.mid(open + 1, end - open - 1).toLower();
        if (!Dropped.contains(name)) {
            out += QStringView(html).mid(at, open + 1 - at);
            at = open + 1;
            continue;
        }
        out += QStringView(html).mid(at, open - at);
        // What is never closed goes on to the end, as browsers see it; two have no end at all.
        const bool single = name == u"link" || name == u"embed";
        const qsizetype close = single ? end : html.indexOf(u"</" + name, end, Qt::CaseInsensitive);
        const qsizetype behind = close < 0 ? -1 : html.indexOf(u'>', close);
        at = behind < 0 ? html.size() : behind + 1;
    }
    out += QStringView(html).mid(at);
    return out;
}

Result<LaidOut> layOutHtml(const PreviewItem& item, const QFont& font, const QPalette&,
                           const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(LaidOut, file);
    const auto text = artifacts::openText(file.value());
    PODIUM_TRY(LaidOut, text);
    const auto bytes = text.value().bytes->read(text.value().start, MaxImageBytes / 16);
    PODIUM_TRY(LaidOut, bytes);
    // What Plotly and others write is mostly script, so that what is left may be small.
    const QString whole =
        QString::fromStdString(artifacts::decoded(bytes.value(), text.value().encoding));
    const QString html = harmlessHtml(whole);
    LaidOut laid;
    if (!isCalmHtml(html) || stop.stop_requested())
        return laid;
    laid.document = emptyDocument(font);
    laid.document->setHtml(html);
    if (whole.contains(u"<script"_qs, Qt::CaseInsensitive))
        laid.notice =
            laid.document->toPlainText().trimmed().isEmpty()
                ? Words::tr(
                      "This page is drawn by a script, and scripts are never run here. Open "
                      "it with another program to see it.")
                : Words::tr("The scripts of this page are not run.");
    laid.document->moveToThread(QCoreApplication::instance()->thread());
    return laid;
}

Result<LaidOut> layOutNotebook(const PreviewItem& item, const QFont& font, const QPalette& palette,
                               const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(LaidOut, file);
    const auto text = artifacts::openText(file.value());
    PODIUM_TRY(LaidOut, text);
    const auto read = artifacts::readNotebook(text.value(), stop);
    PODIUM_TRY(LaidOut, read);
    LaidOut laid;
    laid.document = emptyDocument(font);
    NotebookWriter writer(laid, font, palette);
    for (const NotebookCell& cell : read.value().cells) {
        if (stop.stop_requested())
            return base::Cancelled{};
        writer.write(cell);
    }
    if (read.value().cut && laid.notice.isEmpty())
        laid.notice = Words::tr("Only a part of this notebook is shown; the source has all.");
    laid.summary =
        read.value().cells.size() == 1
            ? Words::tr("1 cell")
            : Words::tr("%1 cells").arg(count(static_cast<qint64>(read.value().cells.size())));
    if (!read.value().language.empty())
        laid.summary += QStringLiteral(" · ") + oneLine(read.value().language);
    laid.document->moveToThread(QCoreApplication::instance()->thread());
    return laid;
}

}  // namespace podium::views
