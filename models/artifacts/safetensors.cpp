// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/json.h"
#include "artifacts/layers.h"
#include "artifacts/treefind.h"
#include "artifacts/window.h"

#include <charconv>
#include <optional>

namespace podium::artifacts {

using base::Result;

namespace {

using Node = ValueTree::Node;

constexpr std::uint64_t LongestHeader = std::uint64_t{32} << 20U;

std::int64_t numberOf(const ValueTree& tree, Node node) {
    const std::string_view text = tree.value(node);
    std::int64_t number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Layer layerOf(const ValueTree& tree, Node node, std::int64_t room, std::string& fault) {
    Layer layer;
    layer.name = tree.key(node);
    if (const auto type = member(tree, node, "dtype"))
        layer.type = tree.value(*type);
    if (const auto shape = member(tree, node, "shape")) {
        for (std::uint32_t i = 0; i < tree.childCount(*shape); ++i)
            layer.shape.push_back(numberOf(tree, tree.child(*shape, i)));
    }
    const auto offsets = member(tree, node, "data_offsets");
    if (offsets && tree.childCount(*offsets) == 2) {
        const std::int64_t begin = numberOf(tree, tree.child(*offsets, 0));
        const std::int64_t end = numberOf(tree, tree.child(*offsets, 1));
        if (begin >= 0 && end >= begin && end <= room)
            layer.bytes = end - begin;
        else if (fault.empty())
            fault = "data_offsets: " + layer.name;
    } else if (fault.empty()) {
        fault = "data_offsets: " + layer.name;
    }
    return layer;
}

}  // namespace

Result<LayerList> readSafetensors(const Bytes& bytes) {
    Window window(bytes);
    const std::uint64_t length = window.number(0, 8);
    if (!window.ok())
        return window.error();
    if (length > LongestHeader || static_cast<std::int64_t>(length) > bytes.size() - 8)
        return notDecoded("header of " + std::to_string(length) + " bytes");
    const auto header = bytes.read(8, static_cast<std::size_t>(length));
    PODIUM_TRY(LayerList, header);
    TreeBounds bounds;
    bounds.nodes = 1'000'000;
    const auto read = readJson(textOf(header.value()), bounds);
    PODIUM_TRY(LayerList, read);
    const ValueTree& tree = read.value();
    if (tree.empty() || tree.type(ValueTree::Root) != ValueType::Object)
        return notDecoded("header");
    LayerList list;
    if (tree.end() != TreeEnd::Whole)
        list.fault = tree.reason().empty() ? "header" : tree.reason();
    const std::int64_t room = bytes.size() - 8 - static_cast<std::int64_t>(length);
    for (std::uint32_t row = 0; row < tree.childCount(ValueTree::Root); ++row) {
        const Node node = tree.child(ValueTree::Root, row);
        if (tree.key(node) == "__metadata__") {
            for (std::uint32_t i = 0; i < tree.childCount(node); ++i)
                list.about.emplace_back(tree.key(tree.child(node, i)),
                                        tree.value(tree.child(node, i)));
            continue;
        }
        if (list.layers.size() >= MostLayers) {
            list.cut = true;
            break;
        }
        list.layers.push_back(layerOf(tree, node, room, list.fault));
    }
    return list;
}

}  // namespace podium::artifacts
