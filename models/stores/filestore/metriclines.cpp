// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/metriclines.h"

#include "stores/filestore/numbers.h"

namespace podium::stores::filestore {

namespace {

/// Python's str.strip() for what can stand in a metric line: a file written on Windows ends "\r\n".
std::string_view stripped(std::string_view line) {
    const auto isBlank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!line.empty() && isBlank(line.front()))
        line.remove_prefix(1);
    while (!line.empty() && isBlank(line.back()))
        line.remove_suffix(1);
    return line;
}

/// Takes the text up to the next space off the front; `hasMore` tells whether a space followed.
std::string_view takeField(std::string_view& rest, bool& hasMore) {
    const std::size_t end = rest.find(' ');
    hasMore = end != std::string_view::npos;
    const std::string_view field = rest.substr(0, end);
    rest.remove_prefix(hasMore ? end + 1 : rest.size());
    return field;
}

struct Head {
    domain::MetricPoint point;
    std::string_view rest;
    bool hasStep = false;
    bool hasRest = false;
};

std::optional<Head> parseHead(std::string_view line) {
    Head head;
    head.rest = stripped(line);
    bool more = false;
    const auto timestamp = pythonInteger(takeField(head.rest, more));
    if (!timestamp || !more)
        return std::nullopt;
    const auto value = pythonFloat(takeField(head.rest, more));
    if (!value)
        return std::nullopt;
    head.point.timestamp = *timestamp;
    head.point.value = *value;
    head.hasStep = more;
    if (!more)
        return head;
    const auto step = pythonInteger(takeField(head.rest, head.hasRest));
    if (!step)
        return std::nullopt;
    head.point.step = *step;
    return head;
}

/// "name with spaces digest"
bool takeDataset(std::string_view rest, std::string_view& name, std::string_view& digest) {
    const std::size_t last = rest.rfind(' ');
    if (last == std::string_view::npos || last + 1 == rest.size())
        return false;
    name = rest.substr(0, last);
    digest = rest.substr(last + 1);
    return true;
}

}  // namespace

std::optional<domain::MetricPoint> parseRunLine(std::string_view line, bool* withDataset) {
    const auto head = parseHead(line);
    if (!head)
        return std::nullopt;
    std::string_view name;
    std::string_view digest;
    if (head->hasRest && !takeDataset(head->rest, name, digest))
        return std::nullopt;
    if (withDataset != nullptr)
        *withDataset = head->hasRest;
    return head->point;
}

std::optional<ModelLine> parseModelLine(std::string_view line) {
    const auto head = parseHead(line);
    if (!head || !head->hasRest)
        return std::nullopt;
    ModelLine parsed;
    parsed.point = head->point;
    std::string_view rest = head->rest;
    bool more = false;
    parsed.runId = takeField(rest, more);
    if (parsed.runId.empty() ||
        (more && !takeDataset(rest, parsed.datasetName, parsed.datasetDigest)))
        return std::nullopt;
    return parsed;
}

}  // namespace podium::stores::filestore
