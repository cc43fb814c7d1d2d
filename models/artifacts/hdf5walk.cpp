// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/hdf5walk.h"

#include "base/utf8.h"

#include <algorithm>

namespace podium::artifacts {

namespace {

constexpr std::size_t MostMessages = 100'000;
constexpr std::int64_t LongestText = std::int64_t{1} << 19;

bool isWidth(std::int64_t width) {
    return width == 2 || width == 4 || width == 8;
}

std::int64_t padded(std::int64_t size) {
    return (size + 7) / 8 * 8;
}

}  // namespace

std::uint64_t Hdf5File::address(std::int64_t at) {
    const std::uint64_t value = window.number(at, static_cast<std::size_t>(m_offset));
    const bool undefined =
        value == (m_offset == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * m_offset)) - 1);
    const std::uint64_t place = value + static_cast<std::uint64_t>(m_base);
    return undefined || place > static_cast<std::uint64_t>(window.size()) ? 0 : place;
}

std::optional<std::uint64_t> Hdf5File::openRoot() {
    for (std::int64_t at = 0; at + 48 <= window.size(); at = at == 0 ? 512 : at * 2) {
        if (window.view(at, 8) != "\x89HDF\r\n\x1A\n")
            continue;
        m_base = at;
        const std::uint64_t version = window.number(at + 8, 1);
        const bool old = version < 2;
        m_offset = static_cast<std::int64_t>(window.number(at + (old ? 13 : 9), 1));
        m_length = static_cast<std::int64_t>(window.number(at + (old ? 14 : 10), 1));
        if (version > 3 || !isWidth(m_offset) || !isWidth(m_length))
            return std::nullopt;
        // Old: four addresses, then the root's entry, which begins with the place of its name.
        const std::int64_t root =
            old ? at + (version == 0 ? 24 : 28) + 5 * m_offset : at + 12 + 3 * m_offset;
        const std::uint64_t header = address(root);
        return header == 0 ? std::optional<std::uint64_t>() : header;
    }
    return std::nullopt;
}

void Hdf5File::readBlock(const Block& block, bool version2, bool ordered,
                         std::vector<Block>& blocks, std::vector<Message>& messages) {
    const std::int64_t head = version2 ? (ordered ? 6 : 4) : 8;
    std::int64_t at = block.at;
    while (at + head <= block.end && messages.size() < MostMessages && window.ok()) {
        Message message;
        message.type = static_cast<unsigned>(window.number(at, version2 ? 1 : 2));
        message.size = static_cast<std::int64_t>(window.number(at + (version2 ? 1 : 2), 2));
        message.at = at + head;
        at = message.at + message.size;
        if (at > block.end)
            break;
        if (message.type == 0x10 && message.size >= m_offset + m_length) {
            const auto place = static_cast<std::int64_t>(address(message.at));
            const auto size = static_cast<std::int64_t>(
                window.number(message.at + m_offset, static_cast<std::size_t>(m_length)));
            const bool fits = place > 0 && size > 8 && size <= window.size() - place;
            if (fits && version2)  // behind "OCHK", before the checksum
                blocks.push_back({place + 4, place + size - 4});
            else if (fits)
                blocks.push_back({place, place + size});
        }
        messages.push_back(message);
    }
}

std::vector<Hdf5File::Message> Hdf5File::messages(std::uint64_t header, std::size_t mostBlocks) {
    std::vector<Message> messages;
    std::vector<Block> blocks;
    const auto at = static_cast<std::int64_t>(header);
    if (at < 0 || at + 16 > window.size())
        return messages;
    const bool version2 = window.view(at, 4) == "OHDR";
    bool ordered = false;
    if (version2) {
        const std::uint64_t flags = window.number(at + 5, 1);
        ordered = (flags & 0x04U) != 0;
        std::int64_t start =
            at + 6 + ((flags & 0x20U) != 0 ? 16 : 0) + ((flags & 0x10U) != 0 ? 4 : 0);
        const auto width = std::size_t{1} << (flags & 3U);
        const auto size = static_cast<std::int64_t>(window.number(start, width));
        start += static_cast<std::int64_t>(width);
        if (size >= 0 && size <= window.size() - start)
            blocks.push_back({start, start + size});
    } else if (window.number(at, 1) == 1) {
        const auto size = static_cast<std::int64_t>(window.number(at + 8, 4));
        blocks.push_back({at + 16, std::min(window.size(), at + 16 + size)});
    }
    for (std::size_t i = 0; i < blocks.size() && i < mostBlocks; ++i)
        readBlock(Block(blocks[i]), version2, ordered, blocks, messages);
    return messages;
}

bool Hdf5File::readShape(std::int64_t at, std::vector<std::int64_t>& shape) {
    const std::uint64_t version = window.number(at, 1);
    const std::uint64_t rank = window.number(at + 1, 1);
    if (version < 1 || version > 2 || rank > 32)
        return false;
    std::int64_t dimension = at + (version == 1 ? 8 : 4);
    shape.clear();
    for (std::uint64_t i = 0; i < rank; ++i, dimension += m_length)
        shape.push_back(static_cast<std::int64_t>(
            window.number(dimension, static_cast<std::size_t>(m_length))));
    return window.ok();
}

std::int64_t Hdf5File::readType(std::int64_t at, std::string& name) {
    const std::uint64_t kind = window.number(at, 1) & 0x0FU;
    const bool isSigned = (window.number(at + 1, 1) & 0x08U) != 0;
    const auto size = static_cast<std::int64_t>(window.number(at + 4, 4));
    const std::string bits = std::to_string(size * 8);
    switch (kind) {
        case 0:
            name = (isSigned ? "int" : "uint") + bits;
            break;
        case 1:
            name = "float" + bits;
            break;
        case 3:
            name = "string";
            break;
        case 6:
            name = "compound";
            break;
        case 8:
            name = "enum";
            break;
        case 9:
            name = (window.number(at + 1, 1) & 0x0FU) == 1 ? "string" : "sequence";
            break;
        case 10:
            name = "array";
            break;
        default:
            name = "type " + std::to_string(kind);
    }
    return size;
}

bool Hdf5File::isDense(std::int64_t at) {
    const std::uint64_t flags = window.number(at + 1, 1);
    return address(at + 2 + ((flags & 1U) != 0 ? 8 : 0)) != 0;
}

std::optional<std::pair<std::string, std::uint64_t>> Hdf5File::readLink(const Message& message) {
    std::int64_t at = message.at;
    const std::int64_t end = message.at + message.size;
    if (window.number(at, 1) != 1)
        return std::nullopt;
    const std::uint64_t flags = window.number(at + 1, 1);
    at += 2;
    std::uint64_t kind = 0;
    if ((flags & 0x08U) != 0)
        kind = window.number(at++, 1);
    at += ((flags & 0x04U) != 0 ? 8 : 0) + ((flags & 0x10U) != 0 ? 1 : 0);
    const auto width = std::size_t{1} << (flags & 3U);
    const auto length = static_cast<std::int64_t>(window.number(at, width));
    at += static_cast<std::int64_t>(width);
    if (kind != 0 || length <= 0 || length > 4096 || at + length + m_offset > end)
        return std::nullopt;
    const std::string name = base::toUtf8(window.view(at, static_cast<std::size_t>(length)));
    const std::uint64_t header = address(at + length);
    if (header == 0 || !window.ok())
        return std::nullopt;
    return std::pair(name, header);
}

/// A text in the global heap: its length, the address of its collection, its number there.
std::string Hdf5File::heapText(std::int64_t at) {
    const auto length = static_cast<std::int64_t>(window.number(at, 4));
    const auto heap = static_cast<std::int64_t>(address(at + 4));
    const std::uint64_t wanted = window.number(at + 4 + m_offset, 4);
    if (heap == 0 || heap > window.size() - 16 || window.view(heap, 4) != "GCOL")
        return {};
    const auto size =
        static_cast<std::int64_t>(window.number(heap + 8, static_cast<std::size_t>(m_length)));
    if (size < 0 || size > window.size() - heap)
        return {};
    const std::int64_t head = 8 + m_length;
    for (std::int64_t object = heap + 8 + m_length; object + head <= heap + size;) {
        const std::uint64_t index = window.number(object, 2);
        const auto bytes = static_cast<std::int64_t>(
            window.number(object + 8, static_cast<std::size_t>(m_length)));
        if (index == 0 || bytes < 0 || bytes > heap + size - object - head)
            return {};
        if (index == wanted)
            return base::toUtf8(window.view(
                object + head, static_cast<std::size_t>(std::min({bytes, length, LongestText}))));
        object += head + padded(bytes);
    }
    return {};
}

std::optional<std::pair<std::string, std::string>> Hdf5File::readTextAttribute(
    const Message& message) {
    const std::int64_t end = message.at + message.size;
    const std::uint64_t version = window.number(message.at, 1);
    if (message.size < 8 || version < 1 || version > 3)
        return std::nullopt;
    const auto nameSize = static_cast<std::int64_t>(window.number(message.at + 2, 2));
    const auto typeSize = static_cast<std::int64_t>(window.number(message.at + 4, 2));
    const auto spaceSize = static_cast<std::int64_t>(window.number(message.at + 6, 2));
    const auto room = [&](std::int64_t size) { return version == 1 ? padded(size) : size; };
    const std::int64_t nameAt = message.at + (version == 3 ? 9 : 8);
    const std::int64_t typeAt = nameAt + room(nameSize);
    const std::int64_t dataAt = typeAt + room(typeSize) + room(spaceSize);
    if (dataAt > end || typeSize < 8)
        return std::nullopt;
    std::vector<std::int64_t> shape;
    std::string type;
    const bool isScalar = readShape(typeAt + room(typeSize), shape) && shape.empty();
    const std::int64_t size = readType(typeAt, type);
    if (!isScalar || type != "string" || dataAt + size > end)
        return std::nullopt;
    std::string name = base::toUtf8(window.view(nameAt, static_cast<std::size_t>(nameSize)));
    name = name.substr(0, name.find('\0'));
    const bool inHeap = (window.number(typeAt, 1) & 0x0FU) == 9;
    std::string text = inHeap ? heapText(dataAt)
                              : base::toUtf8(window.view(
                                    dataAt, static_cast<std::size_t>(std::min(size, LongestText))));
    text = text.substr(0, text.find('\0'));
    if (!window.ok())
        return std::nullopt;
    return std::pair(name, text);
}

std::uint64_t Hdf5File::heapData(std::uint64_t heap) {
    const auto at = static_cast<std::int64_t>(heap);
    if (heap == 0 || at > window.size() - 32 || window.view(at, 4) != "HEAP")
        return 0;
    return address(at + 8 + 2 * m_length);
}

std::vector<std::uint64_t> Hdf5File::treeChildren(std::uint64_t node) {
    std::vector<std::uint64_t> children;
    const auto at = static_cast<std::int64_t>(node);
    if (node == 0 || at > window.size() - 8 || window.view(at, 4) != "TREE" ||
        window.number(at + 4, 1) != 0)
        return children;
    const std::uint64_t used = window.number(at + 6, 2);
    std::int64_t child = at + 8 + 2 * m_offset + m_length;
    for (std::uint64_t i = 0; i < used && window.ok(); ++i, child += m_offset + m_length) {
        if (child + m_offset > window.size())
            break;
        children.push_back(address(child));
    }
    return children;
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> Hdf5File::symbols(std::uint64_t node) {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> symbols;
    const auto at = static_cast<std::int64_t>(node);
    if (node == 0 || at > window.size() - 8 || window.view(at, 4) != "SNOD")
        return symbols;
    const std::uint64_t count = window.number(at + 6, 2);
    std::int64_t entry = at + 8;
    const std::int64_t size = 2 * m_offset + 24;
    for (std::uint64_t i = 0; i < count && entry + size <= window.size(); ++i, entry += size)
        symbols.emplace_back(window.number(entry, static_cast<std::size_t>(m_offset)),
                             address(entry + m_offset));
    return symbols;
}

}  // namespace podium::artifacts
