// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/bytes.h"

#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

/// What files of weights say about themselves, without the weights.
namespace podium::artifacts {

struct Layer {
    std::string name;
    std::string type;                 // in the format's own words: "F32", "float64"
    std::vector<std::int64_t> shape;  // -1 where a dimension has a name or is free
    std::int64_t bytes = -1;          // -1 where the file does not say
};

struct LayerList {
    std::vector<Layer> layers;
    std::vector<Layer> inputs, outputs;                      // ONNX
    std::map<std::string, std::int64_t> operators;           // ONNX: how often each is used
    std::vector<std::pair<std::string, std::string>> about;  // in the file's own words
    bool cut = false;                                        // there are more layers than the bound
    /// In the words of the format where something in it is broken or not followed; else "".
    std::string fault;
};
inline constexpr std::size_t MostLayers = 50'000;

/// Safetensors: a JSON header behind its length. Errors: DecodeFailed, ReadFailed.
[[nodiscard]] base::Result<LayerList> readSafetensors(const Bytes& bytes);
/// ONNX: a ModelProto, walked without its weights. Errors: DecodeFailed, ReadFailed, cancelled.
[[nodiscard]] base::Result<LayerList> readOnnx(const Bytes& bytes,
                                               const std::stop_token& stop = {});
/// HDF5, as Keras and others write it: datasets by their paths, texts among the root's attributes.
/// Groups are walked in both of the format's ways for small ones; those kept in a fractal heap are
/// said to be left out. Errors: DecodeFailed, ReadFailed, cancelled.
[[nodiscard]] base::Result<LayerList> readHdf5(const Bytes& bytes,
                                               const std::stop_token& stop = {});

}  // namespace podium::artifacts
