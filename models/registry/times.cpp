// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/times.h"

#include <chrono>
#include <string_view>

namespace podium::registry {

namespace {

/// Letters of the format stand for digits of year, Month, day, hour, minute, second, milLisecond.
std::string formatted(base::Millis at, std::string_view format) {
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(at)};
    const auto days = floor<std::chrono::days>(time);
    const year_month_day day(days);
    const hh_mm_ss clock(time - days);
    std::string text(format);
    const auto put = [&text](char letter, std::int64_t number) {
        for (std::size_t i = text.size(); i-- > 0;) {
            if (text[i] != letter)
                continue;
            text[i] = static_cast<char>('0' + number % 10);
            number /= 10;
        }
    };
    put('y', static_cast<int>(day.year()));
    put('M', static_cast<unsigned>(day.month()));
    put('d', static_cast<unsigned>(day.day()));
    put('h', clock.hours().count());
    put('m', clock.minutes().count());
    put('s', clock.seconds().count());
    put('L', clock.subseconds().count());
    return text;
}

}  // namespace

std::string isoTime(base::Millis at) {
    return formatted(at, "yyyy-MM-ddThh:mm:ss.LLLZ");
}

std::string compactTime(base::Millis at) {
    return formatted(at, "yyyyMMddThhmmssLLLZ");
}

}  // namespace podium::registry
