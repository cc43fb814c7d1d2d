// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/ticks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace podium::views {

namespace {

constexpr qint64 Second = 1000;
constexpr qint64 Minute = 60 * Second;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;
constexpr int MostTicks = 200;

struct TickWords {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Ticks)
};

/// The round step (1, 2 or 5 times a power of ten) that gives about `wanted` ticks.
double roundStep(double span, int wanted) {
    const double raw = span / std::max(wanted, 1);
    const double power = std::pow(10, std::floor(std::log10(raw)));
    const double share = raw / power;
    return power * (share < 1.42 ? 1 : share < 3.17 ? 2 : share < 7.08 ? 5 : 10);
}

QString plain(double value, int decimals) {
    QString text = QString::number(value, 'f', decimals);
    if (text.startsWith(QLatin1Char('-')))
        text[0] = QChar(0x2212);
    return text;
}

QString scientific(double value, int digits) {
    QString text = QString::number(value, 'e', digits);
    const qsizetype e = text.indexOf(QLatin1Char('e'));
    return plain(text.left(e).toDouble(), digits) + QLatin1Char('e') +
           QString::number(text.mid(e + 1).toInt());
}

/// All labels of an axis get the same form, from its step and its largest number.
class NumberForm {
public:
    NumberForm(double largest, double step) {
        const double exponent = std::floor(std::log10(step) + 1e-9);
        if (largest >= 1e12 || largest < 1e-4) {
            m_scientific = true;
            const double top = std::floor(std::log10(std::max(largest, 1e-300)) + 1e-9);
            m_decimals = static_cast<int>(std::clamp(top - exponent, 0.0, 15.0));
            return;
        }
        if (largest >= 1e9 && step >= 1e6)
            setUnit(1e9, QLatin1Char('B'), exponent - 9);
        else if (largest >= 1e6 && step >= 1e3)
            setUnit(1e6, QLatin1Char('M'), exponent - 6);
        else if (largest >= 1e4 && step >= 10)
            setUnit(1e3, QLatin1Char('k'), exponent - 3);
        else
            m_decimals = decimals(exponent);
    }

    [[nodiscard]] QString label(double value) const {
        if (value == 0 && (m_scientific || !m_unit.isNull()))
            return QStringLiteral("0");
        if (m_scientific)
            return scientific(value, m_decimals);
        const QString digits = plain(value / m_divisor, m_decimals);
        return m_unit.isNull() ? digits : digits + m_unit;
    }

private:
    static int decimals(double exponent) {
        return static_cast<int>(std::clamp(-exponent, 0.0, 17.0));
    }
    void setUnit(double divisor, QChar unit, double exponent) {
        m_divisor = divisor;
        m_unit = unit;
        m_decimals = decimals(exponent);
    }

    double m_divisor = 1;
    QChar m_unit;
    int m_decimals = 0;
    bool m_scientific = false;
};

Ticks evenTicks(const series::Range& range, double step) {
    Ticks ticks;
    const double largest = std::max(std::abs(range.low), std::abs(range.high));
    const NumberForm form(largest, step);
    const double slack = (range.high - range.low) * 1e-9;
    const double first = std::ceil((range.low - slack) / step);
    for (int i = 0; i < MostTicks; ++i) {
        const double at = (first + i) * step;
        if (at > range.high + slack)
            break;
        ticks.push_back({at, form.label(at)});
    }
    return ticks;
}

template <std::size_t N>
qint64 unitStep(double span, int wanted, const std::array<qint64, N>& steps) {
    const double raw = span / std::max(wanted, 1);
    const auto found = std::ranges::find_if(
        steps, [raw](qint64 step) { return static_cast<double>(step) >= raw * 0.75; });
    return found == steps.end() ? 0 : *found;
}

QString clockLabel(const QDateTime& time, qint64 step) {
    const QLocale locale;
    if (step < Second)
        return time.toString(QStringLiteral("HH:mm:ss.zzz"));
    if (step < Minute)
        return time.toString(QStringLiteral("HH:mm:ss"));
    if (step < Day && !(time.time() == QTime(0, 0)))
        return time.toString(QStringLiteral("HH:mm"));
    return locale.toString(time.date(), TickWords::tr("d MMM", "a date on an axis, without year"));
}

/// Ticks at the first of months or years.
Ticks monthTicks(const series::Range& range, int wanted) {
    constexpr double Month = 30.44 * static_cast<double>(Day);
    constexpr std::array<int, 9> Steps = {1, 2, 3, 6, 12, 24, 60, 120, 600};
    const double raw = (range.high - range.low) / Month / std::max(wanted, 1);
    const auto found = std::ranges::find_if(Steps, [raw](int step) { return step >= raw * 0.75; });
    if (found == Steps.end())
        return {};
    QDate date = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(range.low)).date();
    date = QDate(date.year(), *found >= 12 ? 1 : date.month(), 1);
    Ticks ticks;
    for (int i = 0; i < MostTicks && date.isValid(); ++i, date = date.addMonths(*found)) {
        const double at = static_cast<double>(date.startOfDay().toMSecsSinceEpoch());
        if (at > range.high)
            break;
        if (at >= range.low) {
            const QString format = *found >= 12 ? QStringLiteral("yyyy")
                                                : TickWords::tr("MMM yyyy", "a month on an axis");
            ticks.push_back({at, QLocale().toString(date, format)});
        }
    }
    return ticks;
}

QString durationLabel(qint64 ms, qint64 step) {
    if (ms == 0)
        return QStringLiteral("0");
    const bool negative = ms < 0;
    const qint64 size = negative ? -ms : ms;
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    QString text;
    if (step < Second)
        text = TickWords::tr("%1 s").arg(static_cast<double>(size) / 1000, 0, 'f',
                                         step < 10    ? 3
                                         : step < 100 ? 2
                                                      : 1);
    else if (step < Minute && size < Hour)
        text = size < Minute
                   ? TickWords::tr("%1 s").arg(size / Second)
                   : TickWords::tr("%1:%2 min").arg(size / Minute).arg(two(size % Minute / Second));
    else if (step < Minute)
        text = TickWords::tr("%1:%2:%3 h")
                   .arg(size / Hour)
                   .arg(two(size % Hour / Minute), two(size % Minute / Second));
    else if (size < Hour)
        text = TickWords::tr("%1 min").arg(size / Minute);
    else if (step < Hour)
        text = TickWords::tr("%1:%2 h").arg(size / Hour).arg(two(size % Hour / Minute));
    else if (step < Day && size < 2 * Day)
        text = TickWords::tr("%1 h").arg(size / Hour);
    else if (size % Day == 0)
        text = TickWords::tr("%1 d").arg(size / Day);
    else
        text = TickWords::tr("%1 d %2 h").arg(size / Day).arg(size % Day / Hour);
    return negative ? QChar(0x2212) + text : text;
}

}  // namespace

Ticks numberTicks(const series::Range& range, int wanted) {
    if (!series::valid(range))
        return {};
    return evenTicks(range, roundStep(range.high - range.low, wanted));
}

Ticks stepTicks(const series::Range& range, int wanted) {
    if (!series::valid(range))
        return {};
    return evenTicks(range, std::max(1.0, roundStep(range.high - range.low, wanted)));
}

Ticks logTicks(const series::Range& range, int wanted) {
    if (!series::valid(range, true))
        return {};
    const double low = std::log10(range.low);
    const double high = std::log10(range.high);
    if (high - low < 1)
        return numberTicks(range, wanted);
    const int every = std::max(1, static_cast<int>(std::ceil((high - low) / std::max(wanted, 1))));
    const bool between = every == 1 && (high - low) * 3 <= wanted * 1.5;
    Ticks ticks;
    const int first = static_cast<int>(std::floor(low));
    const int last = static_cast<int>(std::ceil(high));
    for (int power = first; power <= last; ++power) {
        if (power % every != 0)
            continue;
        for (const double digit : {1.0, 2.0, 5.0}) {
            const double at = digit * std::pow(10, power);
            if ((digit != 1 && !between) || at < range.low * (1 - 1e-9) ||
                at > range.high * (1 + 1e-9))
                continue;
            const bool near = power >= -3 && power < 4;
            ticks.push_back({at, near ? plain(at, std::max(0, -power)) : scientific(at, 0)});
        }
    }
    return ticks;
}

Ticks exponentTicks(const series::Range& range, int wanted) {
    constexpr double Most = 300;  // powers of ten that a double holds
    Ticks ticks = logTicks({std::pow(10, std::clamp(range.low, -Most, Most)),
                            std::pow(10, std::clamp(range.high, -Most, Most))},
                           wanted);
    for (Tick& tick : ticks)
        tick.at = std::log10(tick.at);
    return ticks;
}

Ticks timeTicks(const series::Range& range, int wanted) {
    constexpr double Bound = 8e15;  // what a QDateTime can hold with room to spare
    if (!series::valid(range) || range.low < -Bound || range.high > Bound)
        return numberTicks(range, wanted);
    constexpr std::array<qint64, 27> Steps = {
        1,           2,        5,          10,         20,          50,          100,
        200,         500,      Second,     2 * Second, 5 * Second,  10 * Second, 15 * Second,
        30 * Second, Minute,   2 * Minute, 5 * Minute, 10 * Minute, 15 * Minute, 30 * Minute,
        Hour,        2 * Hour, 3 * Hour,   6 * Hour,   12 * Hour,   Day};
    const double span = range.high - range.low;
    qint64 step = unitStep(span, wanted, Steps);
    if (step == 0) {
        const double days = span / static_cast<double>(Day) / std::max(wanted, 1);
        if (days > 21)
            return monthTicks(range, wanted);
        step = (days < 2.5 ? 2 : days < 10 ? 7 : 14) * Day;
    }
    // Round in local time: the offset of the range's beginning is good for all of it but a change
    // of summer time, where labels still tell the truth.
    const auto low = static_cast<qint64>(std::floor(range.low));
    const qint64 offset = QDateTime::fromMSecsSinceEpoch(low).offsetFromUtc() * Second;
    qint64 at = (low + offset) / step * step - offset;
    Ticks ticks;
    for (int i = 0; i < MostTicks && static_cast<double>(at) <= range.high; ++i, at += step) {
        if (static_cast<double>(at) >= range.low)
            ticks.push_back(
                {static_cast<double>(at), clockLabel(QDateTime::fromMSecsSinceEpoch(at), step)});
    }
    return ticks;
}

Ticks durationTicks(const series::Range& range, int wanted) {
    constexpr std::array<qint64, 32> Steps = {
        1,           2,        5,          10,         20,          50,          100,
        200,         500,      Second,     2 * Second, 5 * Second,  10 * Second, 15 * Second,
        30 * Second, Minute,   2 * Minute, 5 * Minute, 10 * Minute, 15 * Minute, 30 * Minute,
        Hour,        2 * Hour, 3 * Hour,   6 * Hour,   12 * Hour,   Day,         2 * Day,
        5 * Day,     10 * Day, 20 * Day,   50 * Day};
    constexpr double Bound = 1e13;
    if (!series::valid(range) || range.low < -Bound || range.high > Bound)
        return numberTicks(range, wanted);
    const qint64 known = unitStep(range.high - range.low, wanted, Steps);
    const qint64 step =
        known != 0 ? known
                   : static_cast<qint64>(roundStep((range.high - range.low) / Day, wanted)) * Day;
    auto at = static_cast<qint64>(std::ceil(range.low / static_cast<double>(step))) * step;
    Ticks ticks;
    for (int i = 0; i < MostTicks && static_cast<double>(at) <= range.high; ++i, at += step)
        ticks.push_back({static_cast<double>(at), durationLabel(at, step)});
    return ticks;
}

}  // namespace podium::views
