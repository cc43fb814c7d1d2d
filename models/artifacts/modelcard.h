// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace podium::artifacts {

/// A column, tensor or param of a model's signature.
struct SignatureColumn {
    std::string name;  // "" where it has none
    std::string type;  // "double", "tensor float32 [-1, 28, 28]", "array of string"
    bool required = true;
    std::string initial;  // a param's default, as JSON
};

/// What an MLmodel file of any MLflow says, for people. A file that is none gives an empty card.
struct ModelCard {
    struct Flavor {
        std::string name;
        std::vector<std::pair<std::string, std::string>> entries;
    };
    std::vector<Flavor> flavors;  // by name
    bool hasSignature = false;
    std::vector<SignatureColumn> inputs, outputs, params;
    /// Keys of the top, in order of the file, without those that have a place of their own.
    std::vector<std::pair<std::string, std::string>> about;
    std::string modelId;  // "m-…", MLflow 3
    std::string runId;
    std::string artifactPath;  // "" where it is unknown or a URI
    std::string created;       // UTC without a zone, as MLflow writes it
    std::string mlflowVersion;
    std::int64_t sizeBytes = -1;
    std::string exampleFile;  // below the model's folder
    std::string exampleType;
};
[[nodiscard]] ModelCard readModelCard(std::string_view mlmodel);

/// The lines of Python that load the model: by what MLflow knows it by (model id, else run), and
/// from `folder` on this machine ("" for none). The native flavour first, then pyfunc.
[[nodiscard]] std::vector<std::string> loadingLines(const ModelCard& card,
                                                    const std::string& folder);

/// A text as a Python literal in double quotes.
[[nodiscard]] std::string pythonText(std::string_view text);

}  // namespace podium::artifacts
