// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/imageseries.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace podium::artifacts {

namespace {

/// Takes the part behind the last separator off the text.
std::optional<std::string_view> lastPart(std::string_view& text, char separator) {
    const std::size_t at = text.rfind(separator);
    if (at == std::string_view::npos)
        return std::nullopt;
    const std::string_view part = text.substr(at + 1);
    text = text.substr(0, at);
    return part;
}

std::optional<std::int64_t> numberOf(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && !text.empty() ? std::optional(number) : std::nullopt;
}

std::optional<SteppedImage> readWith(std::string_view stem, char separator) {
    SteppedImage image;
    auto part = lastPart(stem, separator);
    if (part == "compressed") {
        image.compressed = true;
        part = lastPart(stem, separator);
    }
    if (!part || part->size() != 36)  // the UUID
        return std::nullopt;
    const auto time = lastPart(stem, separator);
    const auto timeWord = lastPart(stem, separator);
    const auto step = lastPart(stem, separator);
    const auto stepWord = lastPart(stem, separator);
    const auto timestamp = time ? numberOf(*time) : std::nullopt;
    const auto number = step ? numberOf(*step) : std::nullopt;
    if (timeWord != "timestamp" || stepWord != "step" || !timestamp || !number || stem.empty())
        return std::nullopt;
    image.key = stem;
    std::replace(image.key.begin(), image.key.end(), '~', '/');
    image.step = *number;
    image.timestamp = *timestamp;
    return image;
}

}  // namespace

std::optional<SteppedImage> readSteppedName(std::string_view fileName) {
    const std::size_t dot = fileName.rfind('.');
    if (dot == std::string_view::npos)
        return std::nullopt;
    for (const char separator : {'+', '%'}) {
        if (auto image = readWith(fileName.substr(0, dot), separator)) {
            image->name = fileName;
            return image;
        }
    }
    return std::nullopt;
}

std::map<std::string, std::vector<SteppedImage>> imageSeries(
    const std::vector<std::string>& fileNames) {
    std::map<std::string, std::vector<SteppedImage>> series;
    for (const std::string& name : fileNames) {
        if (auto image = readSteppedName(name); image && !image->compressed)
            series[image->key].push_back(std::move(*image));
    }
    for (auto& [key, images] : series)
        std::sort(images.begin(), images.end(), [](const SteppedImage& a, const SteppedImage& b) {
            return std::tie(a.step, a.timestamp, a.name) < std::tie(b.step, b.timestamp, b.name);
        });
    return series;
}

}  // namespace podium::artifacts
