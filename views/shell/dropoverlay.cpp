// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/dropoverlay.h"

#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QUrl>

#include <algorithm>
#include <array>

namespace podium::views {

namespace {

bool endsWithAny(const QString& name, std::initializer_list<QLatin1String> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](QLatin1String ending) {
        return name.endsWith(ending, Qt::CaseInsensitive);
    });
}

bool isAddress(const QString& text) {
    static constexpr std::array Schemes = {"http://", "https://", "sqlite:///", "databricks://",
                                           "file://"};
    return text.size() < 4096 && std::any_of(Schemes.begin(), Schemes.end(), [&](const char* s) {
               return text.startsWith(QLatin1String(s));
           });
}

class Drops {
    Q_DECLARE_TR_FUNCTIONS(Drops)
public:
    static QString one(const QString& source) {
        const QString name = QFileInfo(source).fileName();
        const QString shown = name.isEmpty() ? source : name;
        if (source.startsWith(QLatin1String("http")))
            return tr("Connect to %1").arg(source);
        if (endsWithAny(
                name, {QLatin1String(".db"), QLatin1String(".sqlite"), QLatin1String(".sqlite3")}))
            return tr("Open the database %1").arg(shown);
        if (isViewFile(source))
            return tr("Import the view %1").arg(shown);
        if (endsWithAny(name, {QLatin1String(".zip"), QLatin1String(".tar.gz"),
                               QLatin1String(".tgz"), QLatin1String(".tar")}))
            return tr("Open the archive %1").arg(shown);
        return tr("Open %1").arg(shown);
    }
    static QString many(qsizetype n) { return tr("Open these %1 as sources").arg(n); }
};

}  // namespace

bool isViewFile(const QString& source) {
    return source.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) && !isAddress(source);
}

QStringList droppedSources(const QMimeData& data) {
    QStringList sources;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        const QString source = url.isLocalFile() ? url.toLocalFile() : url.toString();
        if (!source.isEmpty() && !sources.contains(source))
            sources.append(source);
    }
    if (urls.isEmpty() && data.hasText() && isAddress(data.text().trimmed()))
        sources.append(data.text().trimmed());
    return sources;
}

QString describeDrop(const QStringList& sources) {
    return sources.size() == 1 ? Drops::one(sources.constFirst()) : Drops::many(sources.size());
}

DropOverlay::DropOverlay(QWidget* window) : QWidget(window) {
    setObjectName(QStringLiteral("dropOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void DropOverlay::appear(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    setGeometry(parentWidget()->rect());
    show();
    raise();
    update();
}

void DropOverlay::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& c = colors(palette());
    QColor veil = c.window;
    veil.setAlpha(225);
    painter.fillRect(rect(), veil);
    QPen pen(c.accent, 2, Qt::DashLine);
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(12, 12, -12, -12), 12, 12);

    painter.setFont(titleFont(font()));
    const int line = painter.fontMetrics().height();
    const QRect text(40, height() / 2 - line / 2 + 20, width() - 80, line + 4);
    painter.drawPixmap(width() / 2 - 24, text.top() - 68,
                       iconPixmap(u"folder-open", c.accent, 48, devicePixelRatioF()));
    painter.setPen(c.text);
    painter.drawText(text, Qt::AlignCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideMiddle, text.width()));
}

}  // namespace podium::views
