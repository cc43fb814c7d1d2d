// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/fsuid.h>
#include <unistd.h>

namespace podium::tests {

/// While it lives this thread has no rights to files beyond those of everybody: whoever runs the
/// tests, root too, meets what a folder or file forbids.
class AsNobody {
public:
    AsNobody() : m_before(static_cast<uid_t>(::setfsuid(Nobody))) {}
    ~AsNobody() { ::setfsuid(m_before); }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    static constexpr uid_t Nobody = 65534;
    uid_t m_before;
};

}  // namespace podium::tests
