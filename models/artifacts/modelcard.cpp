// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/modelcard.h"

#include "artifacts/json.h"
#include "artifacts/treefind.h"
#include "artifacts/yaml.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace podium::artifacts {

namespace {

using Node = ValueTree::Node;

constexpr std::size_t LongestSignature = std::size_t{1} << 20;
constexpr std::size_t LongestValue = 2000;

/// A type as one reads it; nested ones are no deeper than the tree's bound.
std::string typeText(const ValueTree& tree, Node column) {
    const std::string type = textAt(tree, column, "type");
    if (type == "tensor") {
        const auto spec = member(tree, column, "tensor-spec");
        if (!spec)
            return type;
        const auto shape = member(tree, *spec, "shape");
        return "tensor " + textAt(tree, *spec, "dtype") +
               (shape ? ' ' + compactText(tree, *shape, LongestValue) : std::string());
    }
    if (type == "array") {
        const auto items = member(tree, column, "items");
        return items ? "array of " + typeText(tree, *items) : type;
    }
    if (type == "map") {
        const auto values = member(tree, column, "values");
        return values ? "map of " + typeText(tree, *values) : type;
    }
    if (type == "object") {
        std::string text;
        const auto properties = member(tree, column, "properties");
        for (std::uint32_t i = 0; properties && i < tree.childCount(*properties); ++i) {
            const Node property = tree.child(*properties, i);
            text += (i > 0 ? ", " : "") + std::string(tree.key(property)) + ": " +
                    typeText(tree, property);
        }
        return "object {" + text + '}';
    }
    return type.empty() ? textAt(tree, column, "dtype") : type;
}

/// One of a signature's three JSON texts inside the YAML.
std::vector<SignatureColumn> columnsOf(const std::string& json) {
    std::vector<SignatureColumn> columns;
    if (json.empty())
        return columns;
    const auto read = readJson(textOf(json));
    if (!read.ok() || read.value().empty())
        return columns;
    const ValueTree& tree = read.value();
    for (std::uint32_t i = 0; i < tree.childCount(ValueTree::Root); ++i) {
        const Node node = tree.child(ValueTree::Root, i);
        SignatureColumn column;
        column.name = textAt(tree, node, "name");
        column.type = typeText(tree, node);
        column.required =
            textAt(tree, node, "required") != "false" && textAt(tree, node, "optional") != "true";
        if (const auto initial = member(tree, node, "default"))
            column.initial = compactText(tree, *initial, LongestValue);
        if (const auto shape = member(tree, node, "shape");
            shape && tree.type(*shape) == ValueType::Array)
            column.type += ' ' + compactText(tree, *shape, LongestValue);
        columns.push_back(std::move(column));
    }
    return columns;
}

std::string shortText(const ValueTree& tree, Node node) {
    const ValueType type = tree.type(node);
    if (type == ValueType::Object || type == ValueType::Array)
        return compactText(tree, node, LongestValue);
    return type == ValueType::Null ? std::string()
                                   : std::string(tree.value(node).substr(0, LongestValue));
}

void readFlavors(const ValueTree& tree, Node flavors, ModelCard& card) {
    for (std::uint32_t i = 0; i < tree.childCount(flavors); ++i) {
        const Node flavor = tree.child(flavors, i);
        ModelCard::Flavor made{std::string(tree.key(flavor)), {}};
        for (std::uint32_t j = 0; j < tree.childCount(flavor); ++j) {
            const Node entry = tree.child(flavor, j);
            made.entries.emplace_back(tree.key(entry), shortText(tree, entry));
        }
        card.flavors.push_back(std::move(made));
    }
    std::sort(card.flavors.begin(), card.flavors.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
}

void readSignature(const ValueTree& tree, Node signature, ModelCard& card) {
    card.hasSignature = tree.type(signature) == ValueType::Object;
    card.inputs = columnsOf(textAt(tree, signature, "inputs"));
    card.outputs = columnsOf(textAt(tree, signature, "outputs"));
    card.params = columnsOf(textAt(tree, signature, "params"));
}

/// Flavours whose module of MLflow has a load_model of its own.
bool hasLoader(std::string_view flavor) {
    constexpr std::array<std::string_view, 27> Modules = {
        "catboost",    "diviner",      "dspy",
        "fastai",      "gluon",        "h2o",
        "haystack",    "johnsnowlabs", "keras",
        "langchain",   "lightgbm",     "llama_index",
        "mleap",       "onnx",         "openai",
        "paddle",      "pmdarima",     "prophet",
        "promptflow",  "pytorch",      "sentence_transformers",
        "sklearn",     "spacy",        "spark",
        "statsmodels", "tensorflow",   "xgboost"};
    return flavor == "transformers" ||
           std::find(Modules.begin(), Modules.end(), flavor) != Modules.end();
}

}  // namespace

ModelCard readModelCard(std::string_view mlmodel) {
    ModelCard card;
    TreeBounds bounds;
    bounds.valueBytes = LongestSignature;
    const auto read = readYaml(textOf(mlmodel), bounds);
    if (!read.ok() || read.value().empty())
        return card;
    const ValueTree& tree = read.value();
    for (std::uint32_t i = 0; i < tree.childCount(ValueTree::Root); ++i) {
        const Node node = tree.child(ValueTree::Root, i);
        const std::string_view key = tree.key(node);
        const std::string text = shortText(tree, node);
        if (key == "flavors") {
            readFlavors(tree, node, card);
        } else if (key == "signature") {
            readSignature(tree, node, card);
        } else if (key == "saved_input_example_info") {
            card.exampleFile = textAt(tree, node, "artifact_path");
            card.exampleType = textAt(tree, node, "type");
        } else if (key == "model_id") {
            card.modelId = text;
        } else if (key == "run_id") {
            card.runId = text;
        } else if (key == "utc_time_created") {
            card.created = text;
        } else if (key == "mlflow_version") {
            card.mlflowVersion = text;
        } else if (key == "model_size_bytes") {
            std::from_chars(text.data(), text.data() + text.size(), card.sizeBytes);
        } else if (key == "artifact_path") {
            // A place of its own since MLflow 3; before it a path below the run's artifacts.
            if (text.find("://") == std::string::npos && text.find(":/") == std::string::npos &&
                !text.starts_with('/'))
                card.artifactPath = text;
            else
                card.about.emplace_back(key, text);
        } else if (!text.empty()) {
            card.about.emplace_back(key, text);
        }
    }
    return card;
}

std::string pythonText(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        if (c == '\n')
            quoted += "\\n";
        else if (c == '\r')
            quoted += "\\r";
        else if (static_cast<unsigned char>(c) >= 0x20)
            quoted += c;
    }
    return quoted + '"';
}

std::vector<std::string> loadingLines(const ModelCard& card, const std::string& folder) {
    std::vector<std::string> places;
    if (!card.modelId.empty())
        places.push_back("models:/" + card.modelId);
    else if (!card.runId.empty() && !card.artifactPath.empty())
        places.push_back("runs:/" + card.runId + '/' + card.artifactPath);
    if (!folder.empty())
        places.push_back(folder);
    std::vector<std::string> modules;
    for (const ModelCard::Flavor& flavor : card.flavors) {
        if (hasLoader(flavor.name))
            modules.push_back(flavor.name);
    }
    for (const ModelCard::Flavor& flavor : card.flavors) {
        if (flavor.name == "python_function")
            modules.emplace_back("pyfunc");
    }
    std::vector<std::string> lines;
    for (const std::string& place : places) {
        for (const std::string& module : modules)
            lines.push_back("model = mlflow." + module + ".load_model(" + pythonText(place) + ')');
    }
    return lines;
}

}  // namespace podium::artifacts
