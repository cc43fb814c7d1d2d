// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/entries.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <cerrno>
#include <cstddef>
#include <cstring>

namespace podium::stores::filestore {

namespace {

// Layout of linux_dirent64, see getdents64(2); read by offset because the kernel's struct ends in
// an array without a size.
constexpr std::size_t LengthOffset = 16;
constexpr std::size_t TypeOffset = 18;
constexpr std::size_t NameOffset = 19;
constexpr std::size_t BlockSize = 64UL * 1024;

unsigned char lookUpType(int fd, const char* name) {
    struct stat status {};
    if (::fstatat(fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return DT_UNKNOWN;
    return static_cast<unsigned char>(IFTODT(status.st_mode));
}

}  // namespace

void EntryStack::release(Mark mark) {
    m_entries.resize(mark.entries);
    m_names.resize(mark.names);
}

int EntryStack::readFolder(int fd) {
    m_block.resize(BlockSize);
    for (;;) {
        const long got = ::syscall(SYS_getdents64, fd, m_block.data(), m_block.size());
        if (got < 0)
            return errno;
        if (got == 0)
            return 0;
        for (long at = 0; at < got;) {
            const char* record = m_block.data() + at;
            std::uint16_t length = 0;
            std::uint64_t inode = 0;
            std::memcpy(&length, record + LengthOffset, sizeof length);
            std::memcpy(&inode, record, sizeof inode);
            at += length;
            const char* name = record + NameOffset;
            if (name[0] == '.' && (name[1] == 0 || (name[1] == '.' && name[2] == 0)))
                continue;
            auto type = static_cast<unsigned char>(record[TypeOffset]);
            if (type == DT_UNKNOWN)
                type = lookUpType(fd, name);
            m_entries.push_back({m_names.size(), inode, type});
            m_names.insert(m_names.end(), name, name + std::strlen(name) + 1);
        }
    }
}

bool isStranger(std::string_view name) {
    return name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini" ||
           name.starts_with("._");
}

}  // namespace podium::stores::filestore
