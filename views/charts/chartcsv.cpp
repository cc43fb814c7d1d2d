// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcsv.h"

#include <QByteArray>
#include <QIODevice>

#include <array>
#include <charconv>
#include <cmath>

namespace podium::views {

namespace {

constexpr qsizetype FlushAt = 1 << 20;

QByteArray quoted(const QString& text) {
    QByteArray utf8 = text.toUtf8();
    const bool plain = utf8.indexOf(',') < 0 && utf8.indexOf('"') < 0 && utf8.indexOf('\n') < 0 &&
                       utf8.indexOf('\r') < 0;
    if (plain)
        return utf8;
    utf8.replace("\"", "\"\"");
    return '"' + utf8 + '"';
}

QByteArray number(double value) {
    if (std::isnan(value))
        return QByteArrayLiteral("nan");
    if (std::isinf(value))
        return value > 0 ? QByteArrayLiteral("inf") : QByteArrayLiteral("-inf");
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return QByteArray(buffer.data(), end.ptr - buffer.data());
}

}  // namespace

bool writeCsv(QIODevice& device, const QString& metric, const std::vector<PlotLine>& lines,
              const QHash<qint64, QByteArray>& parts) {
    QByteArray out = parts.isEmpty()
                         ? QByteArrayLiteral("run,metric,step,timestamp,value\r\n")
                         : QByteArrayLiteral("run,metric,step,timestamp,value,points\r\n");
    const QByteArray key = quoted(metric);
    for (const PlotLine& line : lines) {
        if (line.series == nullptr)
            continue;
        const QByteArray end =
            parts.isEmpty()
                ? QByteArrayLiteral("\r\n")
                : QByteArray(',' + parts.value(line.id, QByteArrayLiteral("all")) + "\r\n");
        const QByteArray head = quoted(line.name) + ',' + key + ',';
        for (std::size_t i = 0; i < line.series->size(); ++i) {
            const domain::MetricPoint point = line.series->point(i);
            out += head + QByteArray::number(qint64{point.step}) + ',' +
                   QByteArray::number(qint64{point.timestamp}) + ',' + number(point.value) + end;
            if (out.size() < FlushAt)
                continue;
            if (device.write(out) != out.size())
                return false;
            out.clear();
        }
    }
    return device.write(out) == out.size();
}

}  // namespace podium::views
