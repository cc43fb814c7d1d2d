// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/bytes.h"

#include <QFile>
#include <QString>

#include <memory>

namespace podium::tests {

/// A file of tests/data/artifacts: what the libraries that people use have written.
inline QByteArray sample(const char* name) {
    QFile file(QStringLiteral(PODIUM_TEST_DATA "/artifacts/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline artifacts::MemoryBytes bytesOf(const QByteArray& content) {
    return artifacts::MemoryBytes(content.toStdString());
}

/// Content that is only claimed to be there, for sizes that no test wants to hold: the head, then
/// zeros.
class HollowBytes : public artifacts::Bytes {
public:
    HollowBytes(QByteArray head, std::int64_t size) : m_head(head.toStdString()), m_size(size) {}
    [[nodiscard]] std::int64_t size() const override { return m_size; }
    [[nodiscard]] base::Result<std::string> read(std::int64_t offset,
                                                 std::size_t count) const override {
        if (offset < 0 || offset >= m_size)
            return std::string();
        const auto left = static_cast<std::size_t>(m_size - offset);
        std::string bytes(std::min(count, left), '\0');
        if (offset < static_cast<std::int64_t>(m_head.size()))
            m_head.copy(bytes.data(), bytes.size(), static_cast<std::size_t>(offset));
        return bytes;
    }

private:
    std::string m_head;
    std::int64_t m_size;
};

}  // namespace podium::tests
