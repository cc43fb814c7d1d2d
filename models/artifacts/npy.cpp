// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/npy.h"

#include "artifacts/encoding.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace podium::artifacts {

using base::Result;

namespace {

constexpr double Missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t Block = std::int64_t{1} << 20;
constexpr std::int64_t MostFirst = 100;
constexpr std::size_t LongestText = 200;

std::uint64_t unsignedAt(const char* at, std::size_t width, bool bigEndian) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        const std::size_t from = bigEndian ? i : width - 1 - i;
        value = value << 8U | static_cast<unsigned char>(at[from]);
    }
    return value;
}

/// IEEE 754 half precision.
double half(std::uint64_t bits) {
    const auto exponent = static_cast<int>(bits >> 10U & 0x1FU);
    const auto fraction = static_cast<double>(bits & 0x3FFU);
    double value = 0;
    if (exponent == 31)
        value = fraction == 0 ? std::numeric_limits<double>::infinity() : Missing;
    else
        value =
            exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(fraction + 1024, exponent - 25);
    return (bits & 0x8000U) != 0 ? -value : value;
}

double realAt(const char* at, std::size_t width, bool bigEndian) {
    const std::uint64_t bits = unsignedAt(at, std::min<std::size_t>(width, 8), bigEndian);
    if (width == 2)
        return half(bits);
    return width == 4 ? static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                      : std::bit_cast<double>(bits);
}

bool isNumeric(const NpyHeader& header) {
    const std::size_t size = header.itemSize;
    switch (header.kind) {
        case 'b':
            return size == 1;
        case 'i':
        case 'u':
            return size == 1 || size == 2 || size == 4 || size == 8;
        case 'f':
            return size == 2 || size == 4 || size == 8;
        case 'c':
            return size == 8 || size == 16;
        default:
            return false;
    }
}

double numberAt(const char* at, const NpyHeader& header) {
    const std::size_t size = header.itemSize;
    if (header.kind == 'f')
        return realAt(at, size, header.bigEndian);
    if (header.kind == 'c')
        return std::hypot(realAt(at, size / 2, header.bigEndian),
                          realAt(at + size / 2, size / 2, header.bigEndian));
    const std::uint64_t bits = unsignedAt(at, size, header.bigEndian);
    if (header.kind != 'i')
        return static_cast<double>(bits);
    const auto shift = static_cast<unsigned>(64 - 8 * size);
    return static_cast<double>(static_cast<std::int64_t>(bits << shift) >> shift);
}

std::string numberText(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string valueText(const char* at, const NpyHeader& header) {
    if (header.kind == 'b')
        return *at != 0 ? "True" : "False";
    if (header.kind == 'f')
        return numberText(realAt(at, header.itemSize, header.bigEndian));
    if (header.kind == 'c') {
        const std::size_t part = header.itemSize / 2;
        const double imaginary = realAt(at + part, part, header.bigEndian);
        return numberText(realAt(at, part, header.bigEndian)) + (imaginary < 0 ? "" : "+") +
               numberText(imaginary) + "j";
    }
    if (header.kind == 'S') {
        const std::string_view text(at, std::min(header.itemSize, LongestText));
        return base::toUtf8(text.substr(0, std::min(text.find('\0'), text.size())));
    }
    if (header.kind == 'U') {
        std::string units;  // UTF-32 as UTF-16, which is decoded with its faults
        for (std::size_t i = 0; i + 4 <= std::min(header.itemSize, 4 * LongestText); i += 4) {
            const std::uint64_t code = unsignedAt(at + i, 4, header.bigEndian);
            if (code == 0)
                break;
            const bool pair = code > 0xFFFF && code <= 0x10FFFF;
            const std::uint64_t first =
                pair ? 0xD800 + ((code - 0x10000) >> 10U) : (code > 0xFFFF ? 0xFFFD : code);
            units += {static_cast<char>(first & 0xFFU), static_cast<char>(first >> 8U)};
            const std::uint64_t second = 0xDC00 + ((code - 0x10000) & 0x3FFU);
            if (pair)
                units += {static_cast<char>(second & 0xFFU), static_cast<char>(second >> 8U)};
        }
        return decoded(units, Encoding::Utf16Le);
    }
    const std::uint64_t bits = unsignedAt(at, header.itemSize, header.bigEndian);
    if (header.kind == 'u')
        return std::to_string(bits);
    const auto shift = static_cast<unsigned>(64 - 8 * header.itemSize);
    return std::to_string(static_cast<std::int64_t>(bits << shift) >> shift);
}

/// Puts values, as they come in the order of the file, into the picture.
class Picture {
public:
    explicit Picture(ArrayFacts& facts) : m_facts(facts) {
        const NpyHeader& header = facts.header;
        const std::size_t dimensions = header.shape.size();
        if (dimensions == 1 && header.count > 0) {
            m_columns = header.count;
            m_facts.low.assign(side(header.count), Missing);
            m_facts.high = m_facts.low;
            return;
        }
        // The first slice of an array in Fortran's order is spread over the whole file.
        if (dimensions < 2 || header.count == 0 || (header.fortran && dimensions > 2))
            return;
        m_rows = header.shape[dimensions - 2];
        m_columns = header.shape[dimensions - 1];
        m_facts.ofSlice = dimensions > 2 && header.count > m_rows * m_columns;
        m_facts.cellRows = static_cast<std::int64_t>(side(m_rows));
        m_facts.cellColumns = static_cast<std::int64_t>(side(m_columns));
        m_facts.cells.assign(static_cast<std::size_t>(m_facts.cellRows * m_facts.cellColumns), 0);
        m_counts.assign(m_facts.cells.size(), 0);
    }

    void add(std::int64_t index, double value) {
        if (!std::isfinite(value))
            return;
        if (!m_facts.low.empty()) {
            const std::size_t at =
                place(index, m_columns, static_cast<std::int64_t>(m_facts.low.size()));
            m_facts.low[at] = std::fmin(m_facts.low[at], value);
            m_facts.high[at] = std::fmax(m_facts.high[at], value);
        } else if (!m_facts.cells.empty() && index < m_rows * m_columns) {
            const bool fortran = m_facts.header.fortran;
            const std::int64_t row = fortran ? index % m_rows : index / m_columns;
            const std::int64_t column = fortran ? index / m_rows : index % m_columns;
            const std::size_t at = place(row, m_rows, m_facts.cellRows) *
                                       static_cast<std::size_t>(m_facts.cellColumns) +
                                   place(column, m_columns, m_facts.cellColumns);
            ++m_counts[at];
            m_facts.cells[at] += (value - m_facts.cells[at]) / m_counts[at];
        }
    }

    void finish() {
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            if (m_counts[i] == 0)
                m_facts.cells[i] = Missing;
        }
    }

private:
    static std::size_t side(std::int64_t size) {
        return static_cast<std::size_t>(std::min(size, MostCells));
    }
    static std::size_t place(std::int64_t index, std::int64_t size, std::int64_t cells) {
        // By doubles: the product of two 64-bit numbers need not fit.
        const auto at = static_cast<std::int64_t>(
            static_cast<double>(index) * (static_cast<double>(cells) / static_cast<double>(size)));
        return static_cast<std::size_t>(std::clamp<std::int64_t>(at, 0, cells - 1));
    }

    ArrayFacts& m_facts;
    std::int64_t m_rows = 0;
    std::int64_t m_columns = 0;
    std::vector<double> m_counts;
};

/// Welford's mean and deviation, and what is no finite number.
class Statistics {
public:
    explicit Statistics(ArrayFacts& facts) : m_facts(facts) {
        facts.min = facts.max = facts.mean = facts.deviation = Missing;
    }
    void add(double value) {
        if (std::isnan(value)) {
            ++m_facts.nans;
        } else if (std::isinf(value)) {
            ++m_facts.infinities;
        } else {
            m_facts.zeros += value == 0 ? 1 : 0;
            m_facts.min = std::fmin(m_facts.min, value);
            m_facts.max = std::fmax(m_facts.max, value);
            ++m_count;
            const double delta = value - m_mean;
            m_mean += delta / m_count;
            m_squares += delta * (value - m_mean);
        }
    }
    void finish() {
        if (m_count > 0) {
            m_facts.mean = m_mean;
            m_facts.deviation = std::sqrt(std::max(0.0, m_squares / m_count));  // NumPy's std
        }
    }

private:
    ArrayFacts& m_facts;
    double m_count = 0;
    double m_mean = 0;
    double m_squares = 0;
};

}  // namespace

Result<ArrayFacts> readNpy(const Bytes& bytes, std::int64_t mostBytes,
                           const std::stop_token& stop) {
    auto header = readNpyHeader(bytes);
    PODIUM_TRY(ArrayFacts, header);
    ArrayFacts facts;
    facts.header = std::move(header).value();
    const auto item = static_cast<std::int64_t>(facts.header.itemSize);
    const std::int64_t room = std::max<std::int64_t>(0, bytes.size() - facts.header.dataStart);
    facts.held = item == 0 ? facts.header.count : std::min(facts.header.count, room / item);
    facts.hasNumbers = isNumeric(facts.header);
    const bool isText = facts.header.kind == 'S' || facts.header.kind == 'U';
    if (item == 0 || !(facts.hasNumbers || isText))
        return facts;
    const std::int64_t wanted =
        facts.hasNumbers ? std::min(facts.held, mostBytes / item) : std::min(facts.held, MostFirst);
    Picture picture(facts);
    Statistics statistics(facts);
    const std::int64_t perBlock = std::max<std::int64_t>(1, Block / item);
    while (facts.looked < wanted) {
        if (stop.stop_requested())
            return base::Cancelled{};
        const std::int64_t count = std::min(perBlock, wanted - facts.looked);
        const auto block = bytes.read(facts.header.dataStart + facts.looked * item,
                                      static_cast<std::size_t>(count * item));
        PODIUM_TRY(ArrayFacts, block);
        const auto got = static_cast<std::int64_t>(block.value().size()) / item;
        for (std::int64_t i = 0; i < got; ++i) {
            const char* at = block.value().data() + i * item;
            if (facts.looked + i < MostFirst)
                facts.first.push_back(valueText(at, facts.header));
            if (facts.hasNumbers) {
                const double value = numberAt(at, facts.header);
                statistics.add(value);
                picture.add(facts.looked + i, value);
            }
        }
        facts.looked += got;
        if (got < count)
            break;
    }
    statistics.finish();
    picture.finish();
    return facts;
}

}  // namespace podium::artifacts
