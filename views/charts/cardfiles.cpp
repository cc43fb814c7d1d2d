// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/cardfiles.h"

#include "views/charts/chartcard.h"
#include "views/theme/icons.h"

#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace podium::views {

namespace {

constexpr double PaperScale = 300.0 / 96;

Written finish(QSaveFile& file, bool ok) {
    if (ok && file.commit())
        return std::nullopt;
    return base::Error{base::ErrorCode::WriteFailed,
                       {file.fileName().toStdString(), file.errorString().toStdString()}};
}

}  // namespace

Written writeBytes(const QString& path, const QByteArray& bytes) {
    return writeWith(path, [&](QIODevice& device) { return device.write(bytes) == bytes.size(); });
}

Written writeImage(const QString& path, QImage image, double scale) {
    constexpr double DotsPerMetre = 96 / 0.0254;
    image.setDotsPerMeterX(qRound(DotsPerMetre * scale));
    image.setDotsPerMeterY(qRound(DotsPerMetre * scale));
    return writeWith(path, [&](QIODevice& device) { return image.save(&device, "PNG"); });
}

Written writeWith(const QString& path, const std::function<bool(QIODevice&)>& write) {
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && write(file);
    return finish(file, ok);
}

QString fileNameOf(QString title) {
    std::ranges::replace_if(
        title, [](QChar c) { return !c.isLetterOrNumber() && c != u'-' && c != u'_' && c != u'.'; },
        QChar(u'_'));
    return title.left(100);
}

void addExportMenu(QMenu* menu, QObject* context,
                   const std::function<void(const QString& suffix, double scale)>& chosen) {
    QMenu* exports = menu->addMenu(icon(u"download"), ChartCard::tr("Export"));
    struct Kind {
        QString text;
        QString suffix;
        double scale;
    };
    const std::array<Kind, 6> kinds = {
        Kind{ChartCard::tr("PNG…"), QStringLiteral("png"), 1},
        Kind{ChartCard::tr("PNG, twice as sharp…"), QStringLiteral("png"), 2},
        Kind{ChartCard::tr("PNG, 300 dpi…"), QStringLiteral("png"), PaperScale},
        Kind{ChartCard::tr("SVG…"), QStringLiteral("svg"), 1},
        Kind{ChartCard::tr("PDF…"), QStringLiteral("pdf"), 1},
        Kind{ChartCard::tr("CSV, all points…"), QStringLiteral("csv"), 1}};
    for (const Kind& kind : kinds) {
        QAction* action = exports->addAction(kind.text);
        action->setObjectName(QStringLiteral("chartExport:%1:%2").arg(kind.suffix).arg(kind.scale));
        QObject::connect(
            action, &QAction::triggered, context,
            [chosen, suffix = kind.suffix, scale = kind.scale] { chosen(suffix, scale); });
    }
}

void askForFile(QWidget* parent, const QString& name, const QString& suffix,
                const std::function<void(const QString& path)>& chosen) {
    auto* dialog = new QFileDialog(parent->window(), ChartCard::tr("Export the chart"));
    dialog->setObjectName(QStringLiteral("chartExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(ChartCard::tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->selectFile(name + QLatin1Char('.') + suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

}  // namespace podium::views
