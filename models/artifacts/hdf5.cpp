// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/hdf5walk.h"
#include "artifacts/layers.h"
#include "base/utf8.h"

#include <algorithm>
#include <set>
#include <utility>

namespace podium::artifacts {

using base::Result;

namespace {

constexpr int DeepestGroup = 64;
constexpr int DeepestTree = 16;
constexpr std::size_t MostObjects = 100'000;
constexpr std::size_t MostBlocks = 1000;

/// Follows groups from the root: by symbol tables (the older way) and by links in the header.
class Walker {
public:
    Walker(const Bytes& bytes, std::stop_token stop) : m_file(bytes), m_stop(std::move(stop)) {}

    Result<LayerList> read() {
        const std::optional<std::uint64_t> root = m_file.openRoot();
        if (!root)
            return m_file.window.ok() ? notDecoded("HDF5") : m_file.window.error();
        visit(*root, "", 0);
        if (m_stop.stop_requested())
            return base::Cancelled{};
        if (!m_file.window.ok() && m_list.layers.empty() && m_list.about.empty())
            return m_file.window.error();
        if (!m_file.window.ok() && m_list.fault.empty())
            m_list.fault = "end of file";
        std::sort(m_list.layers.begin(), m_list.layers.end(),
                  [](const Layer& a, const Layer& b) { return a.name < b.name; });
        return std::move(m_list);
    }

private:
    using Message = Hdf5File::Message;

    void visit(std::uint64_t address, const std::string& path, int depth) {
        if (depth > DeepestGroup || m_seen.size() >= MostObjects ||
            m_list.layers.size() >= MostLayers) {
            m_list.cut = true;
            return;
        }
        if (m_stop.stop_requested() || !m_seen.insert(address).second)
            return;
        Layer layer;
        bool hasShape = false;
        bool hasType = false;
        for (const Message& message : m_file.messages(address, MostBlocks)) {
            switch (message.type) {
                case 0x01:
                    hasShape = m_file.readShape(message.at, layer.shape);
                    break;
                case 0x03:
                    hasType = true;
                    m_itemSize = m_file.readType(message.at, layer.type);
                    break;
                case 0x02:
                    if (m_file.isDense(message.at) && m_list.fault.empty())
                        m_list.fault = "fractal heap: " + (path.empty() ? "/" : path);
                    break;
                case 0x06:
                    if (const auto link = m_file.readLink(message))
                        visit(link->second, join(path, link->first), depth + 1);
                    break;
                case 0x0C:
                    if (path.empty())
                        attribute(message);
                    break;
                case 0x11:
                    group(m_file.address(message.at),
                          m_file.address(message.at + m_file.offsetSize()), path, depth);
                    break;
                default:
                    break;
            }
        }
        if (hasShape && hasType && !path.empty())
            addLayer(std::move(layer), path);
    }

    void addLayer(Layer layer, const std::string& path) {
        layer.name = path;
        std::int64_t bytes = m_itemSize;
        for (const std::int64_t side : layer.shape)
            bytes = side >= 0 && (side == 0 || bytes <= (std::int64_t{1} << 50) /
                                                            std::max<std::int64_t>(side, 1))
                        ? bytes * side
                        : 0;
        layer.bytes = bytes;
        m_list.layers.push_back(std::move(layer));
    }

    static std::string join(const std::string& path, const std::string& name) {
        return path.empty() ? name : path + '/' + name;
    }

    void attribute(const Message& message) {
        const auto text = m_file.readTextAttribute(message);
        if (text && m_list.about.size() < 1000)
            m_list.about.push_back(*text);
    }

    void group(std::uint64_t tree, std::uint64_t heap, const std::string& path, int depth) {
        const std::uint64_t names = m_file.heapData(heap);
        if (names != 0)
            node(tree, names, path, depth, 0);
    }

    void node(std::uint64_t at, std::uint64_t names, const std::string& path, int depth,
              int level) {
        if (level > DeepestTree || m_stop.stop_requested() || !m_seenNodes.insert(at).second)
            return;
        for (const std::uint64_t child : m_file.treeChildren(at))
            node(child, names, path, depth, level + 1);
        for (const auto& [name, object] : m_file.symbols(at)) {
            const auto text =
                m_file.window.until(static_cast<std::int64_t>(names + name), '\0', 4096);
            if (text && !text->empty())
                visit(object, join(path, base::toUtf8(*text)), depth + 1);
        }
    }

    Hdf5File m_file;
    std::stop_token m_stop;
    LayerList m_list;
    std::int64_t m_itemSize = 0;
    std::set<std::uint64_t> m_seen;
    std::set<std::uint64_t> m_seenNodes;
};

}  // namespace

Result<LayerList> readHdf5(const Bytes& bytes, const std::stop_token& stop) {
    return Walker(bytes, stop).read();
}

}  // namespace podium::artifacts
