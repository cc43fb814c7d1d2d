// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/pyramid.h"

namespace podium::series {

namespace {

MinMax scan(std::span<const double> values, std::size_t from, std::size_t to) {
    // Two of each: one chain of dependent comparisons would cost its latency per value.
    MinMax even;
    MinMax odd;
    std::size_t i = from;
    for (; i + 1 < to; i += 2) {
        even.include(values[i]);
        odd.include(values[i + 1]);
    }
    if (i < to)
        even.include(values[i]);
    even.include(odd);
    return even;
}

}  // namespace

MinMax extremesOf(std::span<const double> values) {
    return scan(values, 0, values.size());
}

std::size_t Pyramid::blockSize(std::size_t level) {
    std::size_t size = BlockSize;
    for (std::size_t i = 0; i < level; ++i)
        size *= Fan;
    return size;
}

BlockPyramid::BlockPyramid(std::vector<MinMax> level) {
    while (!level.empty()) {
        std::vector<MinMax> above(level.size() / Fan);
        for (std::size_t block = 0; block < above.size(); ++block) {
            for (std::size_t i = 0; i < Fan; ++i)
                above[block].include(level[block * Fan + i]);
        }
        m_levels.push_back(std::move(level));
        level = std::move(above);
    }
}

Pyramid::Pyramid(std::span<const double> values) {
    // Only whole blocks are kept; what is left over at the end is read from the values themselves.
    std::vector<MinMax> blocks(values.size() / BlockSize);
    for (std::size_t block = 0; block < blocks.size(); ++block)
        blocks[block] = scan(values, block * BlockSize, (block + 1) * BlockSize);
    m_blocks = BlockPyramid(std::move(blocks));
}

MinMax Pyramid::over(std::span<const double> values, std::size_t from, std::size_t to) const {
    const std::size_t firstBlock = (from + BlockSize - 1) / BlockSize;
    const std::size_t lastBlock = to / BlockSize;
    if (firstBlock >= lastBlock)
        return scan(values, from, to);
    MinMax out = scan(values, from, firstBlock * BlockSize);
    out.include(scan(values, lastBlock * BlockSize, to));
    out.include(m_blocks.over(firstBlock, lastBlock));
    return out;
}

MinMax BlockPyramid::over(std::size_t from, std::size_t to) const {
    MinMax out;
    for (const std::vector<MinMax>& blocks : m_levels) {
        while (from < to && from % Fan != 0)
            out.include(blocks[from++]);
        while (from < to && to % Fan != 0)
            out.include(blocks[--to]);
        if (from >= to)
            break;
        from /= Fan;
        to /= Fan;
    }
    return out;
}

}  // namespace podium::series
