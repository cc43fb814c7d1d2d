// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/signature.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the files beside a logged model say of it and of the Python it needs. Nothing here fails: a
/// file that is no such thing says nothing.
namespace podium::artifacts {

/// A package with the version that is wanted: "1.2.3" where exactly that one is, else the condition
/// as it stands (">=1.2,<2"), the address of a package that comes from one, or "" for any.
struct Requirement {
    std::string name;  // as PEP 503 spells it: lower case, "-" for "_" and "."
    std::string version;

    friend bool operator==(const Requirement&, const Requirement&) = default;
};

/// requirements.txt: one requirement a line, without extras, markers, comments and pip's options.
[[nodiscard]] std::vector<Requirement> readRequirements(std::string_view text);
/// conda.yaml: `dependencies` with their pip section.
[[nodiscard]] std::vector<Requirement> readCondaEnvironment(std::string_view text);
/// python_env.yaml: the version of Python and `build_dependencies`; what it names by "-r" stands in
/// requirements.txt.
[[nodiscard]] std::vector<Requirement> readPythonEnvironment(std::string_view text);

/// Adds what one more file of the same model says. Several files name a package: an exact version
/// says more than a condition or nothing.
void addPackages(std::map<std::string, std::string>& packages,
                 const std::vector<Requirement>& found);

/// The signature in an MLmodel file, empty if it has none; nothing if the text is no such file.
[[nodiscard]] std::optional<domain::Signature> readSignature(std::string_view mlmodel);

/// What an MLmodel file says. Columns of a signature are "name: type", joined by ", ".
struct ModelFacts {
    std::string flavors;  // by name, joined by ", "
    std::string inputs, outputs, params;
    std::string mlflowVersion;
    std::string artifactPath;
};
[[nodiscard]] ModelFacts readModelFacts(std::string_view mlmodel);

}  // namespace podium::artifacts
