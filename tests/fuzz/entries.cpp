// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/entries.h"

#include "base/utf8.h"
#include "stores/filestore/metascanner.h"
#include "stores/filestore/metayaml.h"
#include "stores/filestore/metriclines.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace podium::fuzz {

namespace {

using namespace stores::filestore;

[[noreturn]] void fail(const char* rule, const std::string& input) {
    std::fprintf(stderr, "%s\n%s\n", rule, input.c_str());
    std::abort();
}

std::string textOf(const std::uint8_t* data, std::size_t size) {
    return {data, data + size};
}

/// yaml-cpp 0.7 loses line ends at the start of a quoted text; PyYAML and the scanner keep them.
std::string withoutLeadingLineEnds(const std::string& text) {
    const std::size_t at = text.find_first_not_of('\n');
    return at == std::string::npos ? std::string() : text.substr(at);
}

MetaDocument comparable(const MetaDocument& document) {
    MetaDocument result;
    for (auto [key, value] : document.entries()) {
        if (value.kind == MetaValue::Kind::Text)
            value.text = withoutLeadingLineEnds(value.text);
        for (auto& [name, text] : value.map)
            text = withoutLeadingLineEnds(text);
        result.set(key, std::move(value));
    }
    return result;
}

struct Lines {
    std::vector<std::string> all;
    std::int64_t bad = 0;
    bool unfinished = false;
};

Lines cut(std::string_view text, std::size_t block) {
    Lines lines;
    LineCutter cutter;
    const auto take = [&lines](std::string_view line) {
        lines.all.emplace_back(line);
        return parseRunLine(line).has_value();
    };
    for (std::size_t at = 0; at < text.size(); at += block)
        cutter.feed(text.substr(at, block), take);
    lines.unfinished = cutter.unfinished();
    cutter.acceptUnfinished(take);
    lines.bad = cutter.badLines();
    return lines;
}

}  // namespace

void meta(const std::uint8_t* data, std::size_t size) {
    const std::string text = base::toUtf8(textOf(data, size));
    MetaDocument scanned;
    MetaDocument parsed;
    const bool accepted = scanMeta(text, scanned);
    const auto error = parseYaml(text, parsed);
    if (accepted && error)
        fail("the scanner accepts what yaml-cpp refuses", text + "\n" + *error);
    if (accepted && !(comparable(scanned) == comparable(parsed)))
        fail("the scanner reads another document than yaml-cpp", text);
}

void metricLines(const std::uint8_t* data, std::size_t size) {
    const std::string text = textOf(data, size);
    const Lines whole = cut(text, text.size() + 1);
    for (const std::size_t block : {1UL, 3UL, 16UL}) {
        const Lines parts = cut(text, block);
        if (parts.all != whole.all || parts.bad != whole.bad ||
            parts.unfinished != whole.unfinished)
            fail("lines depend on the blocks", text);
    }
    for (const std::string& line : whole.all) {
        const auto model = parseModelLine(line);
        if (model && (model->runId.empty() || model->runId.find(' ') != std::string_view::npos))
            fail("a run id with a blank", line);
        // What a model's line says of the point, the run's line says, too.
        if (model && !model->datasetDigest.empty() && !parseRunLine(line))
            fail("a model's line is no run's line", line);
    }
}

}  // namespace podium::fuzz
