// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/times.h"

#include "query/casefold.h"
#include "query/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>

namespace podium::query {

namespace {

using namespace std::string_view_literals;

constexpr std::int64_t Second = 1000;
constexpr std::int64_t Minute = 60 * Second;
constexpr std::int64_t Hour = 60 * Minute;
constexpr std::int64_t Day = 24 * Hour;

struct Unit {
    std::string_view name;
    std::int64_t size;
};

constexpr std::array Units{
    Unit{"ms"sv, 1},           Unit{"s"sv, Second},       Unit{"sec"sv, Second},
    Unit{"secs"sv, Second},    Unit{"second"sv, Second},  Unit{"seconds"sv, Second},
    Unit{"m"sv, Minute},       Unit{"min"sv, Minute},     Unit{"mins"sv, Minute},
    Unit{"minute"sv, Minute},  Unit{"minutes"sv, Minute}, Unit{"h"sv, Hour},
    Unit{"hr"sv, Hour},        Unit{"hrs"sv, Hour},       Unit{"hour"sv, Hour},
    Unit{"hours"sv, Hour},     Unit{"d"sv, Day},          Unit{"day"sv, Day},
    Unit{"days"sv, Day},       Unit{"w"sv, 7 * Day},      Unit{"week"sv, 7 * Day},
    Unit{"weeks"sv, 7 * Day},  Unit{"month"sv, 30 * Day}, Unit{"months"sv, 30 * Day},
    Unit{"year"sv, 365 * Day}, Unit{"years"sv, 365 * Day}};

/// Takes fields of digits off the front of a text.
class Fields {
public:
    explicit Fields(std::string_view text) : m_text(text) {}

    /// Exactly `digits` digits.
    bool number(std::size_t digits, int& value) {
        if (m_text.size() < digits)
            return false;
        const char* end = m_text.data() + digits;
        const auto read = std::from_chars(m_text.data(), end, value);
        const bool good = read.ec == std::errc() && read.ptr == end && m_text.front() != '-';
        m_text.remove_prefix(digits);
        return good;
    }

    bool take(char c) {
        if (m_text.empty() || m_text.front() != c)
            return false;
        m_text.remove_prefix(1);
        return true;
    }

    [[nodiscard]] std::string_view rest() const { return m_text; }

private:
    std::string_view m_text;
};

struct Moment {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, milli = 0;
    std::int64_t length = Day;
};

bool readClock(Fields& fields, Moment& moment) {
    if (!fields.number(2, moment.hour) || !fields.take(':') || !fields.number(2, moment.minute))
        return false;
    moment.length = Minute;
    if (fields.take(':')) {
        if (!fields.number(2, moment.second))
            return false;
        moment.length = Second;
        if (fields.take('.')) {
            if (!fields.number(3, moment.milli))
                return false;
            moment.length = 1;
        }
    }
    return moment.hour < 24 && moment.minute < 60 && moment.second < 60;
}

/// Minutes east of Greenwich; nothing if there is no zone, false in `good` if it can't be read.
std::optional<int> readZone(Fields& fields, bool& good) {
    if (fields.rest().empty())
        return std::nullopt;
    if (fields.take('Z') || fields.take('z'))
        return 0;
    const int sign = fields.take('-') ? -1 : 1;
    if (sign == 1 && !fields.take('+'))
        good = false;
    int hours = 0;
    int minutes = 0;
    good = good && fields.number(2, hours);
    fields.take(':');
    good = good && fields.number(2, minutes) && hours < 24 && minutes < 60;
    return sign * (hours * 60 + minutes);
}

/// The moment in this computer's zone.
base::Millis localTime(const Moment& moment) {
    std::tm parts{};
    parts.tm_year = moment.year - 1900;
    parts.tm_mon = moment.month - 1;
    parts.tm_mday = moment.day;
    parts.tm_hour = moment.hour;
    parts.tm_min = moment.minute;
    parts.tm_sec = moment.second;
    parts.tm_isdst = -1;
    return std::int64_t{std::mktime(&parts)} * Second + moment.milli;
}

base::Millis utcTime(const Moment& moment) {
    using namespace std::chrono;
    const sys_days days = year(moment.year) / month(static_cast<unsigned>(moment.month)) /
                          day(static_cast<unsigned>(moment.day));
    return days.time_since_epoch().count() * Day + moment.hour * Hour + moment.minute * Minute +
           moment.second * Second + moment.milli;
}

/// The day that lies `back` days before the one of `now`, in this computer's zone.
TimeSpan dayBefore(base::Millis now, int back) {
    const auto seconds = static_cast<std::time_t>(now / Second);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    Moment moment;
    moment.year = parts.tm_year + 1900;
    moment.month = parts.tm_mon + 1;
    moment.day = parts.tm_mday - back;
    const base::Millis begin = localTime(moment);
    ++moment.day;
    return {begin, localTime(moment)};
}

}  // namespace

std::optional<TimeSpan> readTime(std::string_view text) {
    using namespace std::chrono;
    Fields fields(trimmed(text));
    Moment moment;
    if (!fields.number(4, moment.year) || !fields.take('-') || !fields.number(2, moment.month) ||
        !fields.take('-') || !fields.number(2, moment.day))
        return std::nullopt;
    const bool exists = (year(moment.year) / month(static_cast<unsigned>(moment.month)) /
                         day(static_cast<unsigned>(moment.day)))
                            .ok();
    if (!exists || ((fields.take(' ') || fields.take('T')) && !readClock(fields, moment)))
        return std::nullopt;
    bool good = true;
    const std::optional<int> zone = readZone(fields, good);
    if (!good || !fields.rest().empty())
        return std::nullopt;
    if (zone) {
        const base::Millis begin = utcTime(moment) - *zone * Minute;
        return TimeSpan{begin, begin + moment.length};
    }
    const base::Millis begin = localTime(moment);
    if (moment.length != Day)
        return TimeSpan{begin, begin + moment.length};
    // A day has 23 or 25 hours when the clocks change.
    ++moment.day;
    return TimeSpan{begin, localTime(moment)};
}

std::optional<TimeSpan> namedTime(std::string_view word, base::Millis now) {
    const std::string folded = foldCase(word);
    if (folded == "now")
        return TimeSpan{now, now + 1};
    if (folded == "today")
        return dayBefore(now, 0);
    if (folded == "yesterday")
        return dayBefore(now, 1);
    return std::nullopt;
}

std::optional<double> durationUnit(std::string_view word) {
    const std::string folded = foldCase(word);
    const auto* found = std::find_if(Units.begin(), Units.end(),
                                     [&](const Unit& unit) { return unit.name == folded; });
    return found == Units.end() ? std::nullopt : std::optional(static_cast<double>(found->size));
}

std::optional<double> readDuration(std::string_view text) {
    double sum = 0;
    if (text.empty())
        return std::nullopt;
    while (!text.empty()) {
        const std::size_t letters = std::min(text.find_first_not_of("0123456789."), text.size());
        const std::size_t end = std::min(text.find_first_of("0123456789.", letters), text.size());
        const std::optional<Number> number = readNumber(text.substr(0, letters));
        const std::optional<double> unit = durationUnit(text.substr(letters, end - letters));
        if (!number || !unit)
            return std::nullopt;
        sum += number->value * *unit;
        text.remove_prefix(end);
    }
    return sum;
}

}  // namespace podium::query
