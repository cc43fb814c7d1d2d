// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace podium::domain {

/// A column of a model's signature, or one of its params.
struct SignatureColumn {
    std::string name;  // "" where columns are told apart by their place alone
    std::string type;  // "double", "tensor float32 [-1, 28, 28]", "array of long"
    bool required = true;
    std::string standard = {};  // of a param: its default as text

    friend bool operator==(const SignatureColumn&, const SignatureColumn&) = default;
};

/// What a model takes and gives, as its MLmodel file says. All empty: it has no signature.
struct Signature {
    std::vector<SignatureColumn> inputs;
    std::vector<SignatureColumn> outputs;
    std::vector<SignatureColumn> params;

    [[nodiscard]] bool empty() const { return inputs.empty() && outputs.empty() && params.empty(); }
    friend bool operator==(const Signature&, const Signature&) = default;
};

}  // namespace podium::domain
