// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "series/packed.h"
#include "series/packformat.h"

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace podium::series {

/// Where a packed history lies, to be read piece by piece. Any thread may open it.
class PackedBytes {
public:
    /// The way of one thread to the bytes, for a short while: all that is read is of one state.
    class Access {
    public:
        Access() = default;
        Access(const Access&) = delete;
        Access& operator=(const Access&) = delete;
        virtual ~Access() = default;
        /// Reads `size` bytes from `offset` on. False if that can't be.
        virtual bool read(std::size_t offset, std::size_t size, char* out) = 0;
    };

    PackedBytes() = default;
    PackedBytes(const PackedBytes&) = delete;
    PackedBytes& operator=(const PackedBytes&) = delete;
    virtual ~PackedBytes() = default;
    /// Null if the history is gone or has become another one.
    [[nodiscard]] virtual std::unique_ptr<Access> open() const = 0;
};

/// A packed history in memory.
class PackedText : public PackedBytes {
public:
    explicit PackedText(std::string blob) : m_blob(std::move(blob)) {}
    [[nodiscard]] std::unique_ptr<Access> open() const override;

private:
    std::string m_blob;
};

/// The columns of one chunk.
struct ChunkColumns {
    std::array<std::int64_t, ChunkPoints> steps;
    std::array<std::int64_t, ChunkPoints> times;
    std::array<double, ChunkPoints> values;
};

/// A long history whose points stay packed: its index is in memory, about half a byte a point; the
/// points are read chunk by chunk when they are asked for. Never changes.
class PackedHistory {
public:
    /// How much of a blob index() wants to see first.
    static constexpr std::size_t PreambleBytes = 32;
    /// How many bytes from the start of a blob of `blobSize` bytes make() needs; 0 if the history
    /// is short or of an old form and has to be read as a whole.
    [[nodiscard]] static std::size_t indexBytes(std::string_view preamble, std::size_t blobSize);
    /// `start`: that many bytes. DecodeFailed if they are damaged.
    [[nodiscard]] static base::Result<std::shared_ptr<const PackedHistory>> make(
        std::string_view start, std::size_t blobSize, std::shared_ptr<const PackedBytes> bytes);
    /// The whole of a blob in memory.
    [[nodiscard]] static base::Result<std::shared_ptr<const PackedHistory>> fromBlob(
        std::string blob);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t chunks() const { return m_heads.size(); }
    [[nodiscard]] std::size_t points(std::size_t chunk) const {
        return chunk + 1 < chunks() ? ChunkPoints : m_size - chunk * ChunkPoints;
    }
    [[nodiscard]] const format::ChunkHead& head(std::size_t chunk) const { return m_heads[chunk]; }
    [[nodiscard]] bool stepsAscend() const { return m_stepsAscend; }
    [[nodiscard]] bool timesAscend() const { return m_timesAscend; }

    /// Everything at once. DecodeFailed if it is gone or damaged.
    [[nodiscard]] base::Result<Columns> columns() const;
    /// One point; nothing if it is gone or damaged.
    [[nodiscard]] std::optional<domain::MetricPoint> point(std::size_t i) const;

    /// Reads chunks for one thread, ahead of where it is. After a failure everything fails.
    class Reader {
    public:
        explicit Reader(const PackedHistory& history) : m_history(history) {}
        /// Columns that are null are not wanted.
        bool read(std::size_t chunk, std::int64_t* steps, std::int64_t* times, double* values);
        [[nodiscard]] bool failed() const { return m_failed; }

    private:
        const char* body(std::size_t chunk);

        const PackedHistory& m_history;
        std::unique_ptr<PackedBytes::Access> m_access;
        std::string m_buffer;
        std::size_t m_from = 0;  // of the buffer, in the blob
        bool m_failed = false;
    };

private:
    PackedHistory() = default;

    std::size_t m_size = 0;
    bool m_stepsAscend = true;
    bool m_timesAscend = true;
    std::vector<format::ChunkHead> m_heads;
    std::vector<std::size_t> m_bodies;  // where each begins, and where the last one ends
    std::shared_ptr<const PackedBytes> m_bytes;
};

}  // namespace podium::series
