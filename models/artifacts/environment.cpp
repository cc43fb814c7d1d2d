// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/environment.h"

#include "artifacts/json.h"
#include "artifacts/treefind.h"
#include "artifacts/yaml.h"

#include <algorithm>
#include <optional>

namespace podium::artifacts {

namespace {

using Node = ValueTree::Node;

constexpr std::size_t LongestSignature = std::size_t{1} << 20U;

ValueTree yamlOf(std::string_view text) {
    TreeBounds bounds;
    bounds.valueBytes = LongestSignature;
    base::Result<ValueTree> tree = readYaml(textOf(text), bounds);
    return tree.ok() ? std::move(tree).value() : ValueTree();
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view Blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(Blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(Blanks) - begin + 1);
}

std::string normalName(std::string_view name) {
    std::string out;
    for (const char c : trimmed(name)) {
        const bool separator = c == '-' || c == '_' || c == '.';
        if (separator && out.ends_with('-'))
            continue;
        out += separator ? '-' : (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return out;
}

std::string withoutBlanks(std::string_view text) {
    std::string out;
    std::ranges::copy_if(text, std::back_inserter(out),
                         [](char c) { return c != ' ' && c != '\t'; });
    return out;
}

/// "==1.2" is 1.2; conda's "=1.2" too; other conditions stay as they are.
std::string versionText(std::string_view condition) {
    std::string text = withoutBlanks(condition);
    if (text.find(',') == std::string::npos) {
        for (const std::string_view exact : {"===", "==", "="}) {
            if (text.starts_with(exact))
                return text.substr(exact.size());
        }
    }
    return text;
}

std::optional<Requirement> requirement(std::string_view line) {
    if (const std::size_t comment = line.find(" #"); comment != std::string_view::npos)
        line = line.substr(0, comment);
    line = trimmed(line);
    if (line.empty() || line.front() == '#' || line.front() == '-')
        return std::nullopt;
    // An address may hold anything, a marker stands behind " ;".
    if (const std::size_t at = line.find('@'); at != std::string_view::npos && at > 0) {
        const std::string_view name = line.substr(0, line.find_first_of("[@ "));
        return Requirement{normalName(name), std::string(trimmed(line.substr(at + 1)))};
    }
    if (line.find("://") != std::string_view::npos || line.front() == '.' || line.front() == '/')
        return Requirement{std::string(line), ""};
    line = trimmed(line.substr(0, line.find(';')));
    const std::size_t end = std::min(line.find_first_of("[=<>!~ ("), line.size());
    std::string_view rest = line.substr(end);
    if (rest.starts_with('['))
        rest = rest.substr(std::min(rest.find(']') + 1, rest.size()));
    rest = trimmed(rest);
    if (rest.starts_with('(') && rest.ends_with(')'))
        rest = rest.substr(1, rest.size() - 2);
    return Requirement{normalName(line.substr(0, end)), versionText(rest)};
}

/// conda's "numpy=1.26.0=py311_0": what stands behind the second sign is the build.
std::optional<Requirement> condaRequirement(std::string_view text) {
    const std::size_t first = text.find('=');
    const bool exact =
        first != std::string_view::npos && text.find_first_of("<>!~") == std::string_view::npos;
    if (exact) {
        const std::size_t start = text.find_first_not_of('=', first);
        const std::size_t build = start == std::string_view::npos ? start : text.find('=', start);
        if (build != std::string_view::npos)
            text = text.substr(0, build);
    }
    if (const std::size_t channel = text.find("::"); channel != std::string_view::npos)
        text = text.substr(channel + 2);
    return requirement(text);
}

std::string typeText(const ValueTree& tree, Node column) {
    const std::string type = textAt(tree, column, "type");
    if (type == "tensor") {
        const std::optional<Node> spec = member(tree, column, "tensor-spec");
        if (!spec)
            return type;
        std::string shape;
        if (const std::optional<Node> sizes = member(tree, *spec, "shape")) {
            for (std::uint32_t i = 0; i < tree.childCount(*sizes); ++i)
                shape += (i > 0 ? ", " : "") + std::string(tree.value(tree.child(*sizes, i)));
        }
        return "tensor " + textAt(tree, *spec, "dtype") + " [" + shape + ']';
    }
    if (type == "array") {
        const std::optional<Node> items = member(tree, column, "items");
        return items ? "array of " + typeText(tree, *items) : type;
    }
    return type.empty() ? textAt(tree, column, "dtype") : type;
}

/// One of a signature's three JSON texts as columns.
std::vector<domain::SignatureColumn> signatureColumns(const std::string& json) {
    std::vector<domain::SignatureColumn> columns;
    if (json.empty())
        return columns;
    const base::Result<ValueTree> read = readJson(textOf(json));
    if (!read.ok() || read.value().empty() || read.value().end() != TreeEnd::Whole)
        return columns;
    const ValueTree& tree = read.value();
    for (std::uint32_t i = 0; i < tree.childCount(ValueTree::Root); ++i) {
        const Node column = tree.child(ValueTree::Root, i);
        const bool optional = textAt(tree, column, "required") == "false" ||
                              textAt(tree, column, "optional") == "true";
        columns.push_back({textAt(tree, column, "name"), typeText(tree, column), !optional,
                           textAt(tree, column, "default")});
    }
    return columns;
}

/// One of a signature's three JSON texts.
std::string signatureText(const std::string& json) {
    if (json.empty())
        return {};
    base::Result<ValueTree> read = readJson(textOf(json));
    if (!read.ok() || read.value().empty() || read.value().end() != TreeEnd::Whole)
        return json;
    const ValueTree& tree = read.value();
    std::string text;
    for (std::uint32_t i = 0; i < tree.childCount(ValueTree::Root); ++i) {
        const Node column = tree.child(ValueTree::Root, i);
        const std::string name = textAt(tree, column, "name");
        const std::string initial = textAt(tree, column, "default");
        const bool optional = textAt(tree, column, "required") == "false" ||
                              textAt(tree, column, "optional") == "true";
        text += (i > 0 ? ", " : "") + (name.empty() ? "" : name + ": ") + typeText(tree, column) +
                (optional ? "?" : "") + (initial.empty() ? "" : " = " + initial);
    }
    return text;
}

}  // namespace

std::vector<Requirement> readRequirements(std::string_view text) {
    std::vector<Requirement> found;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (const std::optional<Requirement> one = requirement(text.substr(0, end)))
            found.push_back(*one);
        text = text.substr(std::min(end + 1, text.size()));
    }
    return found;
}

std::vector<Requirement> readCondaEnvironment(std::string_view text) {
    std::vector<Requirement> found;
    const ValueTree tree = yamlOf(text);
    if (tree.empty())
        return found;
    const std::optional<Node> list = member(tree, ValueTree::Root, "dependencies");
    for (std::uint32_t i = 0; list && i < tree.childCount(*list); ++i) {
        const Node entry = tree.child(*list, i);
        if (tree.type(entry) == ValueType::String) {
            if (const auto one = condaRequirement(tree.value(entry)))
                found.push_back(*one);
            continue;
        }
        const std::optional<Node> pip = member(tree, entry, "pip");
        for (std::uint32_t j = 0; pip && j < tree.childCount(*pip); ++j) {
            if (const auto one = requirement(tree.value(tree.child(*pip, j))))
                found.push_back(*one);
        }
    }
    return found;
}

std::vector<Requirement> readPythonEnvironment(std::string_view text) {
    std::vector<Requirement> found;
    const ValueTree tree = yamlOf(text);
    if (tree.empty())
        return found;
    if (const std::string python = textAt(tree, ValueTree::Root, "python"); !python.empty())
        found.push_back({"python", python});
    for (const char* key : {"build_dependencies", "dependencies"}) {
        const std::optional<Node> list = member(tree, ValueTree::Root, key);
        for (std::uint32_t i = 0; list && i < tree.childCount(*list); ++i) {
            if (const auto one = requirement(tree.value(tree.child(*list, i))))
                found.push_back(*one);
        }
    }
    return found;
}

void addPackages(std::map<std::string, std::string>& packages,
                 const std::vector<Requirement>& found) {
    for (const Requirement& one : found) {
        const auto [at, isNew] = packages.emplace(one.name, one.version);
        const bool vague = at->second.find_first_of("<>!~") != std::string::npos;
        if (!isNew && !one.version.empty() && (at->second.empty() || vague))
            at->second = one.version;
    }
}

std::optional<domain::Signature> readSignature(std::string_view mlmodel) {
    const ValueTree tree = yamlOf(mlmodel);
    if (tree.empty() || !member(tree, ValueTree::Root, "flavors"))
        return std::nullopt;
    domain::Signature found;
    if (const std::optional<Node> signature = member(tree, ValueTree::Root, "signature")) {
        found.inputs = signatureColumns(textAt(tree, *signature, "inputs"));
        found.outputs = signatureColumns(textAt(tree, *signature, "outputs"));
        found.params = signatureColumns(textAt(tree, *signature, "params"));
    }
    return found;
}

ModelFacts readModelFacts(std::string_view mlmodel) {
    ModelFacts facts;
    const ValueTree tree = yamlOf(mlmodel);
    if (tree.empty())
        return facts;
    std::vector<std::string> names;
    if (const std::optional<Node> flavors = member(tree, ValueTree::Root, "flavors")) {
        for (std::uint32_t i = 0; i < tree.childCount(*flavors); ++i)
            names.emplace_back(tree.key(tree.child(*flavors, i)));
    }
    std::ranges::sort(names);
    for (const std::string& name : names)
        facts.flavors += (facts.flavors.empty() ? "" : ", ") + name;
    if (const std::optional<Node> signature = member(tree, ValueTree::Root, "signature")) {
        facts.inputs = signatureText(textAt(tree, *signature, "inputs"));
        facts.outputs = signatureText(textAt(tree, *signature, "outputs"));
        facts.params = signatureText(textAt(tree, *signature, "params"));
    }
    facts.mlflowVersion = textAt(tree, ValueTree::Root, "mlflow_version");
    facts.artifactPath = textAt(tree, ValueTree::Root, "artifact_path");
    return facts;
}

}  // namespace podium::artifacts
