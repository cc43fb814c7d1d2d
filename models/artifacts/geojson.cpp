// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/geojson.h"

#include "artifacts/json.h"
#include "artifacts/treefind.h"
#include "artifacts/window.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace podium::artifacts {

using base::Result;

namespace {

using Node = ValueTree::Node;

std::optional<double> numberOf(const ValueTree& tree, Node node) {
    const std::string_view text = tree.value(node);
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool good =
        tree.type(node) == ValueType::Number && read.ec == std::errc() && std::isfinite(number);
    return good ? std::optional(number) : std::nullopt;
}

class Outline {
public:
    explicit Outline(const ValueTree& tree) : m_tree(tree) {}

    /// Anything that may be in a document; deeper than the tree's bound there is nothing.
    void add(Node node) {
        const std::string type = textAt(m_tree, node, "type");
        if (type == "FeatureCollection") {
            each(node, "features");
        } else if (type == "Feature") {
            ++outline.features;
            if (const auto properties = member(m_tree, node, "properties"))
                addNames(*properties);
            if (const auto geometry = member(m_tree, node, "geometry"))
                add(*geometry);
        } else if (type == "GeometryCollection") {
            each(node, "geometries");
        } else if (const auto places = member(m_tree, node, "coordinates")) {
            known = true;
            geometry(type, *places);
        }
    }

    GeoOutline outline;
    bool known = false;

private:
    void each(Node node, std::string_view key) {
        known = true;
        const auto list = member(m_tree, node, key);
        for (std::uint32_t i = 0; list && i < m_tree.childCount(*list); ++i)
            add(m_tree.child(*list, i));
    }

    void addNames(Node properties) {
        constexpr std::size_t Most = 50;
        for (std::uint32_t i = 0; i < m_tree.childCount(properties); ++i) {
            std::string name(m_tree.key(m_tree.child(properties, i)));
            auto& names = outline.properties;
            if (names.size() < Most && std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(std::move(name));
        }
    }

    void geometry(const std::string& type, Node places) {
        if (type == "Point") {
            if (const auto point = pointOf(places))
                outline.points.push_back(*point);
        } else if (type == "MultiPoint") {
            for (std::uint32_t i = 0; i < m_tree.childCount(places); ++i)
                geometry("Point", m_tree.child(places, i));
        } else if (type == "LineString" || type == "Ring") {
            line(places, type == "Ring");
        } else if (type == "MultiLineString" || type == "Polygon") {
            for (std::uint32_t i = 0; i < m_tree.childCount(places); ++i)
                line(m_tree.child(places, i), type == "Polygon");
        } else if (type == "MultiPolygon") {
            for (std::uint32_t i = 0; i < m_tree.childCount(places); ++i)
                geometry("Polygon", m_tree.child(places, i));
        }
    }

    void line(Node places, bool closed) {
        GeoOutline::Line made;
        made.closed = closed;
        for (std::uint32_t i = 0; i < m_tree.childCount(places); ++i) {
            if (const auto point = pointOf(m_tree.child(places, i)))
                made.points.push_back(*point);
        }
        if (made.points.size() > 1)
            outline.lines.push_back(std::move(made));
    }

    std::optional<GeoOutline::Point> pointOf(Node node) {
        if (m_tree.type(node) != ValueType::Array || m_tree.childCount(node) < 2)
            return std::nullopt;
        const auto x = numberOf(m_tree, m_tree.child(node, 0));
        const auto y = numberOf(m_tree, m_tree.child(node, 1));
        if (!x || !y)
            return std::nullopt;
        outline.left = m_any ? std::min(outline.left, *x) : *x;
        outline.right = m_any ? std::max(outline.right, *x) : *x;
        outline.bottom = m_any ? std::min(outline.bottom, *y) : *y;
        outline.top = m_any ? std::max(outline.top, *y) : *y;
        m_any = true;
        return GeoOutline::Point{*x, *y};
    }

    const ValueTree& m_tree;
    bool m_any = false;
};

}  // namespace

Result<GeoOutline> readGeoJson(const TextBytes& text, const std::stop_token& stop) {
    TreeBounds bounds;
    bounds.nodes = 3'000'000;
    bounds.depth = 64;
    const auto read = readJson(text, bounds, stop);
    PODIUM_TRY(GeoOutline, read);
    const ValueTree& tree = read.value();
    if (tree.empty())
        return notDecoded("geometry");
    Outline outline(tree);
    outline.add(ValueTree::Root);
    if (!outline.known)
        return notDecoded("geometry");
    outline.outline.cut = tree.end() != TreeEnd::Whole;
    return std::move(outline.outline);
}

}  // namespace podium::artifacts
