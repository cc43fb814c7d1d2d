// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/log.h"
#include "base/utf8.h"

#include <chrono>
#include <mutex>

namespace podium::base {

namespace {

struct Sink {
    std::mutex mutex;
    std::function<void(LogLevel, std::string_view)> write;
};

Sink& sink() {
    static Sink instance;
    return instance;
}

/// Length of the well-formed sequence that starts at `at`, or 0.
std::size_t sequenceLength(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(at);
    if (first < 0x80U)
        return 1;
    if (first >= 0xC2U && first <= 0xDFU)
        return follows(at + 1) ? 2 : 0;
    if (first >= 0xE0U && first <= 0xEFU) {
        const unsigned second = byte(at + 1);
        const bool overlong = first == 0xE0U && second < 0xA0U;
        const bool surrogate = first == 0xEDU && second > 0x9FU;
        return follows(at + 1) && follows(at + 2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0U && first <= 0xF4U) {
        const unsigned second = byte(at + 1);
        const bool overlong = first == 0xF0U && second < 0x90U;
        const bool tooBig = first == 0xF4U && second > 0x8FU;
        return follows(at + 1) && follows(at + 2) && follows(at + 3) && !overlong && !tooBig ? 4
                                                                                             : 0;
    }
    return 0;
}

}  // namespace

Clock systemClock() {
    return [] {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    };
}

void setLogSink(std::function<void(LogLevel, std::string_view)> write) {
    const std::lock_guard lock(sink().mutex);
    sink().write = std::move(write);
}

void log(LogLevel level, std::string_view line) {
    const std::lock_guard lock(sink().mutex);
    if (sink().write)
        sink().write(level, line);
}

bool isUtf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = sequenceLength(bytes, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::string toUtf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = sequenceLength(bytes, at);
        if (length == 0) {
            text += "\xEF\xBF\xBD";
            ++at;
        } else {
            text.append(bytes, at, length);
            at += length;
        }
    }
    return text;
}

}  // namespace podium::base
