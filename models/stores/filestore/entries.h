// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace podium::stores::filestore {

/// Names found in folders, in one growing piece of memory that is used again and again: a walk
/// puts a folder's names on top and takes them off when it is through. Names end with a NUL.
class EntryStack {
public:
    struct Mark {
        std::size_t entries = 0;
        std::size_t names = 0;
    };

    [[nodiscard]] Mark mark() const { return {m_entries.size(), m_names.size()}; }
    void release(Mark mark);

    /// Puts every name of the folder on top ("." and ".." left out), with the type the folder
    /// itself gives, looked up where it gives none. Returns 0 or an errno value; then what was read
    /// so far is there.
    [[nodiscard]] int readFolder(int fd);

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] const char* name(std::size_t i) const {
        return m_names.data() + m_entries[i].offset;
    }
    [[nodiscard]] std::string_view view(std::size_t i) const { return name(i); }
    /// DT_REG, DT_DIR, DT_LNK ...
    [[nodiscard]] unsigned char type(std::size_t i) const { return m_entries[i].type; }
    [[nodiscard]] std::uint64_t inode(std::size_t i) const { return m_entries[i].inode; }

private:
    struct Entry {
        std::size_t offset;
        std::uint64_t inode;
        unsigned char type;
    };
    std::vector<Entry> m_entries;
    std::vector<char> m_names;
    std::vector<char> m_block;
};

/// Files that file managers drop anywhere and that are never data: .DS_Store, ._x, Thumbs.db,
/// desktop.ini.
[[nodiscard]] bool isStranger(std::string_view name);

}  // namespace podium::stores::filestore
