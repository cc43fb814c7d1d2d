// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/entries.h"

#include "series/packed.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace podium::fuzz {

namespace {

using Points = std::vector<domain::MetricPoint>;

void demand(bool holds, const char* rule) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", rule);
    std::abort();
}

bool same(const Points& a, const Points& b) {
    return std::ranges::equal(a, b, [](const auto& x, const auto& y) {
        return std::bit_cast<std::uint64_t>(x.value) == std::bit_cast<std::uint64_t>(y.value) &&
               x.step == y.step && x.timestamp == y.timestamp;
    });
}

/// The bytes as points, and those of them that repeat the one before with small changes.
Points pointsOf(const std::uint8_t* data, std::size_t size) {
    Points points;
    domain::MetricPoint last{0, 0, 0};
    while (size > 0) {
        const std::size_t take = std::min<std::size_t>(size, data[0] % 3 == 0 ? 25 : 3);
        if (take == 25) {
            std::memcpy(&last.value, data + 1, 8);
            std::memcpy(&last.timestamp, data + 9, 8);
            std::memcpy(&last.step, data + 17, 8);
        } else if (take > 1) {
            last.value += data[1] / 100.0;
            last.step = static_cast<std::int64_t>(static_cast<std::uint64_t>(last.step) + data[0]);
        }
        points.push_back(last);
        data += take;
        size -= take;
    }
    return points;
}

}  // namespace

void packed(const std::uint8_t* data, std::size_t size) {
    const std::string_view blob(reinterpret_cast<const char*>(data), size);
    const auto read = series::unpack(blob);
    demand(series::unpackColumns(blob).ok() == read.ok(), "both readers accept the same");
    const auto blocks = series::overview(blob);
    // Where the heads alone are read, a wrong place of an exception goes unseen.
    demand(blocks.ok() || !read.ok(), "what can be read has an overview");
    if (read.ok()) {
        demand(blocks.value().size() ==
                   (read.value().size() + series::ChunkPoints - 1) / series::ChunkPoints,
               "a block for every chunk");
        demand(same(series::unpack(series::pack(read.value())).value(), read.value()),
               "what was read is written and read the same");
    }
    const Points points = pointsOf(data, size);
    demand(same(series::unpack(series::pack(points)).value(), points), "nothing is lost");
}

}  // namespace podium::fuzz
