// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/text.h"
#include "views/text/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace podium::views {

namespace {

constexpr QChar NarrowSpace(0x202f);
constexpr QChar Minus(0x2212);

// Digits of `value` with `precision` significant ones, without zeros at the end, then "e6" or "e-4"
// without plus or leading zeros.
QString scientific(double value, int precision) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::scientific, precision - 1);
    const QString all = QString::fromLatin1(buffer.data(), end.ptr - buffer.data());
    const qsizetype e = all.indexOf(QLatin1Char('e'));
    QString digits = all.left(e);
    if (digits.contains(QLatin1Char('.'))) {
        while (digits.endsWith(QLatin1Char('0')))
            digits.chop(1);
        if (digits.endsWith(QLatin1Char('.')))
            digits.chop(1);
    }
    return digits + QLatin1Char('e') + QString::number(all.mid(e + 1).toInt());
}

QString fixed(double value, int decimals) {
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(QLatin1Char('.'))) {
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(QLatin1Char('.')))
            text.chop(1);
    }
    return text;
}

QString unsignedCompact(double value) {
    if (value == 0)
        return QStringLiteral("0");
    if (value < 0.00995 || value >= 999999.5)
        return scientific(value, 4);
    if (value == std::floor(value))
        return count(static_cast<qint64>(value));
    if (value >= 9999.95)
        return count(static_cast<qint64>(std::llround(value)));
    // Four digits from the first that is not zero on.
    const int whole = static_cast<int>(std::floor(std::log10(value))) + 1;
    return fixed(value, std::clamp(4 - whole, 0, 5));
}

class Counts {
    Q_DECLARE_TR_FUNCTIONS(Counts)
public:
    static int plural(qint64 n) {
        return static_cast<int>(std::min<qint64>(n, std::numeric_limits<int>::max()));
    }
    static QString settle(const QString& text, qint64 n) {
        return settlePlural(text, n).arg(count(n));
    }
    static QString runs(qint64 n) { return settle(tr("%1 run(s)", nullptr, plural(n)), n); }
    static QString points(qint64 n) { return settle(tr("%1 point(s)", nullptr, plural(n)), n); }
    static QString files(qint64 n) { return settle(tr("%1 file(s)", nullptr, plural(n)), n); }
    static QString versions(qint64 n) { return settle(tr("%1 version(s)", nullptr, plural(n)), n); }
    static QString problems(qint64 n) { return settle(tr("%1 problem(s)", nullptr, plural(n)), n); }
    static QString experiments(qint64 n) {
        return settle(tr("%1 experiment(s)", nullptr, plural(n)), n);
    }
};

}  // namespace

QString compactNumber(double value) {
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : Minus + QStringLiteral("∞");
    const QString text = unsignedCompact(std::abs(value));
    const bool negative = value < 0;
    return negative ? Minus + text : text;
}

QString fullNumber(double value) {
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("Infinity") : QStringLiteral("-Infinity");
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return QString::fromLatin1(buffer.data(), end.ptr - buffer.data());
}

QString count(qint64 n) {
    QString text = QString::number(n);
    const qsizetype first = n < 0 ? 1 : 0;
    for (qsizetype at = text.size() - 3; at > first; at -= 3)
        text.insert(at, NarrowSpace);
    return text;
}

QString runCount(qint64 n) {
    return Counts::runs(n);
}
QString pointCount(qint64 n) {
    return Counts::points(n);
}
QString fileCount(qint64 n) {
    return Counts::files(n);
}
QString versionCount(qint64 n) {
    return Counts::versions(n);
}
QString problemCount(qint64 n) {
    return Counts::problems(n);
}
QString experimentCount(qint64 n) {
    return Counts::experiments(n);
}

QString bytes(qint64 n) {
    constexpr std::array Units = {"kB", "MB", "GB", "TB", "PB", "EB"};
    if (n < 1000)
        return QStringLiteral("%1 B").arg(n);
    double value = static_cast<double>(n) / 1000;
    std::size_t unit = 0;
    while (value >= 999.95 && unit + 1 < Units.size()) {
        value /= 1000;
        ++unit;
    }
    return QString::number(value, 'f', value < 99.95 ? 1 : 0) + QLatin1Char(' ') +
           QLatin1String(Units[unit]);
}

}  // namespace podium::views
