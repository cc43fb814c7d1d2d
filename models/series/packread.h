// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/packformat.h"

#include <array>
#include <cstring>

/// How the packed form of histories is read; private to the room.
namespace podium::series::format {

/// Reads with every bound checked; after a failed read `ok()` is false and reads give 0.
class Reader {
public:
    explicit Reader(std::string_view bytes) : m_at(bytes.data()), m_end(m_at + bytes.size()) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }

    std::uint8_t byte() {
        const char* at = take(1);
        return at == nullptr ? std::uint8_t{0} : static_cast<std::uint8_t>(*at);
    }
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < MaxVarint; ++i) {
            const std::uint8_t next = byte();
            value |= std::uint64_t{next & 0x7FU} << (7 * i);
            if (next < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }
    template <typename T>
    T raw() {
        T value{};
        if (const char* at = take(sizeof value))
            std::memcpy(&value, at, sizeof value);
        return value;
    }
    /// The next bytes, or nullptr if there are not so many.
    const char* take(std::size_t bytes) {
        if (!m_ok || left() < bytes) {
            m_ok = false;
            return nullptr;
        }
        const char* at = m_at;
        m_at += bytes;
        return at;
    }
    void fail() { m_ok = false; }

private:
    const char* m_at;
    const char* m_end;
    bool m_ok = true;
};

/// Reads the heads of chunks.
class HeadReader {
public:
    HeadReader(Reader& reader, const Preamble& preamble)
        : m_reader(reader), m_raw(preamble.isRaw()), m_many(preamble.isLong()) {}

    ChunkHead read(std::size_t points) {
        ChunkHead head;
        head.steps = column(points, head.stepBits);
        head.times = column(points, head.timeBits);
        if (!m_raw)
            head.values = values(points);
        if (m_many)
            block(head, points);
        return head;
    }

private:
    ColumnHead column(std::size_t points, std::uint8_t& bits) {
        ColumnHead head;
        head.first = unzigzag(m_reader.varint());
        if (points == 1)
            return head;
        const std::uint8_t width = m_reader.byte();
        bits = static_cast<std::uint8_t>(m_raw ? std::min(width, std::uint8_t{9}) * 8U : width);
        // Bytes came in powers of two.
        if (bits > 64 || (m_raw && !std::has_single_bit(std::max(unsigned{bits}, 1U))))
            m_reader.fail();
        head.least = unzigzag(m_reader.varint());
        if (m_many && !m_raw)
            head.span = unzigzag(m_reader.varint());
        return head;
    }

    ValueHead values(std::size_t points) {
        ValueHead head;
        const std::uint8_t form = m_reader.byte();
        head.mode = static_cast<ValueMode>(form & 3U);
        head.variant = static_cast<std::uint8_t>((form & ~unsigned{ExceptionFlag}) >> 2U);
        head.width = m_reader.byte();
        if (head.mode == ValueMode::Float)
            head.base = m_reader.raw<std::uint32_t>();
        else if (head.mode == ValueMode::Decimal)
            head.base = static_cast<std::uint64_t>(unzigzag(m_reader.varint()));
        else if (head.mode == ValueMode::Double)
            head.base = m_reader.raw<std::uint64_t>();
        if ((form & ExceptionFlag) != 0) {
            const std::uint64_t exceptions = m_reader.varint();
            if (exceptions > points)
                m_reader.fail();
            head.exceptions = static_cast<std::uint16_t>(exceptions);
        }
        if (!head.valid(points))
            m_reader.fail();
        return head;
    }

    void block(ChunkHead& head, std::size_t points) {
        if (!m_raw) {
            head.first = m_reader.raw<double>();
            head.last = m_reader.raw<double>();
        }
        head.min = m_reader.raw<double>();
        head.max = m_reader.raw<double>();
        const std::array counts = {m_reader.varint(), m_reader.varint(), m_reader.varint()};
        std::uint64_t left = points;
        for (const std::uint64_t count : counts) {
            if (count > left) {
                m_reader.fail();
                return;
            }
            left -= count;
        }
        head.nan = static_cast<std::uint16_t>(counts[0]);
        head.plusInfinity = static_cast<std::uint16_t>(counts[1]);
        head.minusInfinity = static_cast<std::uint16_t>(counts[2]);
    }

    Reader& m_reader;
    bool m_raw;
    bool m_many;
};

}  // namespace podium::series::format
