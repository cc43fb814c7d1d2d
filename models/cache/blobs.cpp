// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/blobs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace podium::cache {

namespace {

void append(std::string& bytes, const void* data, std::size_t size) {
    bytes.append(static_cast<const char*>(data), size);
}

struct SinglePoint {
    double value;
    std::int64_t timestamp;
    std::int64_t step;
};

static_assert(std::is_trivially_copyable_v<series::Reductions>);
static_assert(sizeof(SinglePoint) + 1 < sizeof(series::Reductions));

/// One byte more than a history of one point: the history was not read.
constexpr char LatestOnlyMark = '\1';

}  // namespace

bool BlobWriter::add(std::uint32_t name, std::string_view bytes) {
    if (m_bytes.size() + bytes.size() + (m_entries.size() + 1) * 8 > MaxBytes)
        return false;
    m_entries.push_back({name, static_cast<std::uint32_t>(m_bytes.size()),
                         static_cast<std::uint32_t>(bytes.size())});
    m_bytes += bytes;
    return true;
}

std::string BlobWriter::take() {
    std::ranges::stable_sort(m_entries, {}, &Entry::name);
    std::string blob;
    blob.reserve(4 + m_entries.size() * 8 + m_bytes.size());
    const auto count = static_cast<std::uint32_t>(m_entries.size());
    append(blob, &count, sizeof count);
    std::uint32_t end = 0;
    for (const Entry& entry : m_entries) {
        end += entry.size;
        append(blob, &entry.name, sizeof entry.name);
        append(blob, &end, sizeof end);
    }
    for (const Entry& entry : m_entries)
        blob.append(m_bytes, entry.start, entry.size);
    m_entries.clear();
    m_bytes.clear();
    return blob;
}

BlobView::BlobView(std::string_view blob) : m_blob(blob) {
    if (blob.size() < 4)
        return;
    const std::uint32_t count = word(0);
    if (count > (blob.size() - 4) / 8)
        return;
    m_count = count;
    m_start = 4 + std::size_t{count} * 8;
}

std::string_view BlobView::bytes(std::uint32_t index) const {
    const std::size_t room = m_blob.size() - m_start;
    const std::size_t begin = index == 0 ? 0 : word(4 + (std::size_t{index} - 1) * 8 + 4);
    const std::size_t end = word(4 + std::size_t{index} * 8 + 4);
    if (begin > end || end > room)
        return {};
    return m_blob.substr(m_start + begin, end - begin);
}

std::optional<std::string_view> BlobView::find(std::uint32_t name) const {
    std::uint32_t from = 0;
    return findNext(name, from);
}

std::optional<std::string_view> BlobView::findNext(std::uint32_t name, std::uint32_t& from) const {
    std::uint32_t low = from;
    std::uint32_t high = m_count;
    // Most often it is the one after, or the same again.
    if (low < high && this->name(low) < name)
        ++low;
    if (low < high && this->name(low) >= name)
        high = low;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (this->name(middle) < name)
            low = middle + 1;
        else
            high = middle;
    }
    from = low;
    if (low == m_count || this->name(low) != name)
        return std::nullopt;
    return bytes(low);
}

std::string encodeReductions(const series::Reductions& reductions) {
    std::string bytes;
    if (reductions.count <= 1) {
        const SinglePoint single{reductions.last.value, reductions.last.timestamp,
                                 reductions.last.step};
        append(bytes, &single, sizeof single);
        if (reductions.count == 0)
            bytes += LatestOnlyMark;
    } else {
        append(bytes, &reductions, sizeof reductions);
    }
    return bytes;
}

std::optional<series::Reductions> decodeReductions(std::string_view bytes) {
    series::Reductions reductions;
    if (bytes.size() == sizeof reductions) {
        std::memcpy(&reductions, bytes.data(), sizeof reductions);
        return reductions;
    }
    const bool latestOnly = bytes.size() == sizeof(SinglePoint) + 1;
    if (bytes.size() != sizeof(SinglePoint) && !latestOnly)
        return std::nullopt;
    SinglePoint single{};
    std::memcpy(&single, bytes.data(), sizeof single);
    const domain::MetricPoint point{single.value, single.timestamp, single.step};
    if (latestOnly)
        return series::latestOnly(point);
    return series::reduce(std::span(&point, 1));
}

}  // namespace podium::cache
