// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/window.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace podium::artifacts {

/// The pieces of an HDF5 file that say what is in it (The HDF Group's "HDF5 File Format
/// Specification", versions 1 to 3). Every piece is bounded; what does not fit its format comes
/// back empty.
class Hdf5File {
public:
    explicit Hdf5File(const Bytes& bytes) : window(bytes) {}

    struct Message {
        unsigned type = 0;
        std::int64_t at = 0;    // of its content
        std::int64_t size = 0;  // bytes
    };

    /// Finds the superblock; the address of the root's object header.
    [[nodiscard]] std::optional<std::uint64_t> openRoot();
    /// Messages of an object header with its continuations (at most `mostBlocks`).
    [[nodiscard]] std::vector<Message> messages(std::uint64_t header, std::size_t mostBlocks);
    [[nodiscard]] bool readShape(std::int64_t at, std::vector<std::int64_t>& shape);
    /// The type's name ("float32", "string"); returns bytes of one value.
    [[nodiscard]] std::int64_t readType(std::int64_t at, std::string& name);
    /// True where links are kept in a fractal heap.
    [[nodiscard]] bool isDense(std::int64_t at);
    /// A hard link: its name, and the header it leads to.
    [[nodiscard]] std::optional<std::pair<std::string, std::uint64_t>> readLink(
        const Message& message);
    /// An attribute whose value is a text.
    [[nodiscard]] std::optional<std::pair<std::string, std::string>> readTextAttribute(
        const Message& message);

    /// Where a local heap keeps its names; 0 where it is none.
    [[nodiscard]] std::uint64_t heapData(std::uint64_t heap);
    /// Nodes below a node of a group's B-tree; empty where it is none.
    [[nodiscard]] std::vector<std::uint64_t> treeChildren(std::uint64_t node);
    /// Names (as places in the heap) and headers of a symbol table node; empty where it is none.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint64_t>> symbols(std::uint64_t node);

    /// An address that stands at `at`; 0 where it is undefined.
    [[nodiscard]] std::uint64_t address(std::int64_t at);
    [[nodiscard]] std::int64_t offsetSize() const { return m_offset; }

    Window window;

private:
    struct Block {
        std::int64_t at = 0;
        std::int64_t end = 0;
    };
    void readBlock(const Block& block, bool version2, bool ordered, std::vector<Block>& blocks,
                   std::vector<Message>& messages);
    [[nodiscard]] std::string heapText(std::int64_t at);

    std::int64_t m_base = 0;
    std::int64_t m_offset = 8;  // bytes of an address
    std::int64_t m_length = 8;  // bytes of a length
};

}  // namespace podium::artifacts
