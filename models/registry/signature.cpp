// SPDX-License-Identifier: GPL-3.0-or-later
// Differences of two signatures.
#include "registry/evidence.h"

#include <algorithm>
#include <map>

namespace podium::registry {

using domain::Signature;
using domain::SignatureColumn;
using Kind = SignatureChange::Kind;
using Columns = std::vector<SignatureColumn>;

namespace {

std::string nameOf(const Columns& columns, std::size_t i) {
    return columns[i].name.empty() ? std::to_string(i) : columns[i].name;
}

const SignatureColumn* find(const Columns& columns, const std::string& name) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (nameOf(columns, i) == name)
            return &columns[i];
    }
    return nullptr;
}

/// MLflow's enforcement converts what loses nothing: integer to long and double, float to double.
bool isWidened(const std::string& before, const std::string& after) {
    return (before == "integer" && (after == "long" || after == "double")) ||
           (before == "float" && after == "double");
}

std::vector<std::string> commonNames(const Columns& of, const Columns& other) {
    std::vector<std::string> names;
    for (const SignatureColumn& column : of) {
        if (!column.name.empty() && find(other, column.name) != nullptr)
            names.push_back(column.name);
    }
    return names;
}

void compareInput(const std::string& name, const SignatureColumn& before,
                  const SignatureColumn& after, std::vector<SignatureChange>& changes) {
    if (before.type != after.type)
        changes.push_back(
            {isWidened(before.type, after.type) ? Kind::InputWidened : Kind::InputRetyped, name,
             before.type, after.type});
    if (before.required != after.required)
        changes.push_back({after.required ? Kind::InputNowRequired : Kind::InputNowOptional,
                           name,
                           {},
                           after.type});
}

void compareInputs(const Columns& before, const Columns& after,
                   std::vector<SignatureChange>& changes) {
    for (std::size_t i = 0; i < before.size(); ++i) {
        const std::string name = nameOf(before, i);
        if (const SignatureColumn* now = find(after, name))
            compareInput(name, before[i], *now, changes);
        else
            changes.push_back({Kind::InputRemoved, name, before[i].type, {}});
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        const std::string name = nameOf(after, i);
        if (find(before, name) == nullptr)
            changes.push_back({after[i].required ? Kind::InputAdded : Kind::OptionalInputAdded,
                               name,
                               {},
                               after[i].type});
    }
    if (commonNames(before, after) != commonNames(after, before))
        changes.push_back({Kind::InputsReordered, {}});
}

void compareOutputs(const Columns& before, const Columns& after,
                    std::vector<SignatureChange>& changes) {
    for (std::size_t i = 0; i < before.size(); ++i) {
        const std::string name = nameOf(before, i);
        const SignatureColumn* now = find(after, name);
        if (now == nullptr)
            changes.push_back({Kind::OutputRemoved, name, before[i].type, {}});
        else if (now->type != before[i].type)
            changes.push_back({Kind::OutputRetyped, name, before[i].type, now->type});
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (find(before, nameOf(after, i)) == nullptr)
            changes.push_back({Kind::OutputAdded, nameOf(after, i), {}, after[i].type});
    }
}

void compareParams(const Columns& before, const Columns& after,
                   std::vector<SignatureChange>& changes) {
    for (std::size_t i = 0; i < before.size(); ++i) {
        const std::string name = nameOf(before, i);
        const SignatureColumn* now = find(after, name);
        if (now == nullptr)
            changes.push_back({Kind::ParamRemoved, name, before[i].type, {}});
        else if (now->type != before[i].type)
            changes.push_back({Kind::ParamRetyped, name, before[i].type, now->type});
        else if (now->standard != before[i].standard)
            changes.push_back({Kind::ParamDefault, name, before[i].standard, now->standard});
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (find(before, nameOf(after, i)) == nullptr)
            changes.push_back({Kind::ParamAdded, nameOf(after, i), {}, after[i].type});
    }
}

}  // namespace

bool isBreaking(Kind kind) {
    switch (kind) {
        case Kind::InputRemoved:
        case Kind::InputAdded:
        case Kind::InputRetyped:
        case Kind::InputNowRequired:
        case Kind::OutputRemoved:
        case Kind::OutputAdded:
        case Kind::OutputRetyped:
        case Kind::ParamRemoved:
        case Kind::ParamRetyped:
        case Kind::SignatureRemoved:
            return true;
        case Kind::OptionalInputAdded:
        case Kind::InputWidened:
        case Kind::InputNowOptional:
        case Kind::InputsReordered:
        case Kind::ParamAdded:
        case Kind::ParamDefault:
        case Kind::SignatureAdded:
            break;
    }
    return false;
}

std::vector<SignatureChange> compareSignatures(const Signature& incumbent,
                                               const Signature& candidate) {
    std::vector<SignatureChange> changes;
    if (incumbent.empty() != candidate.empty()) {
        changes.push_back({candidate.empty() ? Kind::SignatureRemoved : Kind::SignatureAdded, {}});
        return changes;
    }
    compareInputs(incumbent.inputs, candidate.inputs, changes);
    compareOutputs(incumbent.outputs, candidate.outputs, changes);
    compareParams(incumbent.params, candidate.params, changes);
    std::ranges::stable_sort(changes, [](const SignatureChange& a, const SignatureChange& b) {
        return isBreaking(a.kind) && !isBreaking(b.kind);
    });
    return changes;
}

}  // namespace podium::registry
