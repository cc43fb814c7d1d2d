// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/window.h"

#include <algorithm>

namespace podium::artifacts {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t Block = std::size_t{64} << 10;

}  // namespace

Error notDecoded(std::string reason) {
    return {ErrorCode::DecodeFailed, {std::string(), std::move(reason)}};
}

Error Window::error() const {
    return m_fault.value_or(notDecoded("end of file"));
}

void Window::fail(Error error) {
    if (!m_fault)
        m_fault = std::move(error);
}

std::string_view Window::view(std::int64_t offset, std::size_t count) {
    const auto wanted = static_cast<std::int64_t>(count);
    if (m_fault || offset < 0 || count > MaxView || offset > m_size - wanted) {
        fail(notDecoded("end of file"));
        return {};
    }
    const std::int64_t end = m_at + static_cast<std::int64_t>(m_buffer.size());
    if (offset < m_at || offset + wanted > end) {
        base::Result<std::string> read = m_bytes.read(offset, std::max(count, Block));
        if (!read.ok()) {
            fail(read.failed() ? read.error() : notDecoded("end of file"));
            return {};
        }
        m_buffer = std::move(read).value();
        m_at = offset;
        if (m_buffer.size() < count) {  // the file was cut while it was open
            fail(notDecoded("end of file"));
            return {};
        }
    }
    return std::string_view(m_buffer).substr(static_cast<std::size_t>(offset - m_at), count);
}

std::uint64_t Window::number(std::int64_t offset, std::size_t width) {
    const std::string_view bytes = view(offset, width);
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

std::optional<std::string> Window::until(std::int64_t offset, char end, std::size_t longest) {
    if (offset < 0 || offset >= m_size)
        return std::nullopt;
    const auto room = static_cast<std::size_t>(std::min<std::int64_t>(
        m_size - offset, static_cast<std::int64_t>(std::min(longest + 1, MaxView))));
    // Most texts are short: a small look first keeps the buffer where it is.
    for (const std::size_t count : {std::min<std::size_t>(room, 256), room}) {
        const std::string_view bytes = view(offset, count);
        if (const std::size_t at = bytes.find(end); at != std::string_view::npos)
            return std::string(bytes.substr(0, at));
    }
    return std::nullopt;
}

}  // namespace podium::artifacts
