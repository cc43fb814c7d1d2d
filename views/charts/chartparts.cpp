// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartparts.h"

#include "views/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::views {

using Part = ChartLine::Part;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::ChartCard)
};

struct Parts {
    int all = 0;
    int sampled = 0;
    int latest = 0;    // the latest value alone, of a source that can be asked
    int offline = 0;   // the same, of one that can't
    int fetching = 0;  //
    int outdated = 0;
    quint64 unpaired = 0;
    std::optional<base::Millis> oldest;
    std::optional<base::Error> failure;
};

Parts partsOf(const QVector<ChartLine>& lines) {
    Parts parts;
    for (const ChartLine& line : lines) {
        ++parts.all;
        parts.sampled += line.part == Part::Sampled ? 1 : 0;
        parts.fetching += line.fetching ? 1 : 0;
        const bool lonely = line.part == Part::LatestOnly && !line.fetching;
        parts.offline += lonely && line.offline ? 1 : 0;
        parts.latest += lonely && !line.offline ? 1 : 0;
        parts.outdated += line.outdated ? 1 : 0;
        parts.unpaired += line.unpaired;
        if (line.asOf && (!parts.oldest || *line.asOf < *parts.oldest))
            parts.oldest = line.asOf;
        if (line.failure && !parts.failure)
            parts.failure = line.failure;
    }
    return parts;
}

/// "sampled …" where it is so of all lines, "3 of 12 lines: sampled …" otherwise.
QString ofLines(int some, int all, const QString& words) {
    return some == all ? words
                       : Words::tr("%1 of %2 lines: %3").arg(count(some), count(all), words);
}

}  // namespace

QStringList partWords(const QVector<ChartLine>& lines, base::Millis now) {
    const Parts parts = partsOf(lines);
    QStringList words;
    if (parts.sampled > 0)
        words << ofLines(parts.sampled, parts.all,
                         Words::tr("sampled by the server, not all points"));
    if (parts.fetching > 0)
        words << Words::tr("fetching %1 of %2 histories…")
                     .arg(count(parts.fetching), count(parts.all));
    if (parts.offline > 0)
        words << ofLines(parts.offline, parts.all,
                         Words::tr("only the latest value is here (offline)"));
    if (parts.latest > 0)
        words << ofLines(parts.latest, parts.all, Words::tr("only the latest value is here"));
    if (parts.unpaired > 0)
        words << Words::tr("%1 without all of the metrics")
                     .arg(pointCount(static_cast<qint64>(parts.unpaired)));
    if (parts.failure)
        words
            << Words::tr("the rest could not be fetched: %1").arg(errorTitle(parts.failure->code));
    if (parts.oldest)
        words << Words::tr("as of %1").arg(ago(*parts.oldest, now));
    return words;
}

QHash<qint64, QByteArray> partNames(const QVector<ChartLine>& lines) {
    const bool whole = std::ranges::all_of(
        lines, [](const ChartLine& line) { return line.part == Part::Whole && !line.outdated; });
    QHash<qint64, QByteArray> names;
    if (whole)
        return names;
    for (const ChartLine& line : lines) {
        QByteArray name = QByteArrayLiteral("all");
        if (line.part == Part::Sampled)
            name = QByteArrayLiteral("sampled by the server");
        else if (line.part == Part::LatestOnly)
            name = QByteArrayLiteral("latest value only");
        else if (line.outdated)
            name = QByteArrayLiteral("without the latest");
        names.insert(line.runNo, name);
    }
    return names;
}

}  // namespace podium::views
