// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>

/// The least work that reading a file store and asking it for changes can be: what the benchmark
/// holds the real thing against. Not part of the program.
namespace podium::stores::filestore {

struct FloorCount {
    std::int64_t runs = 0;
    std::int64_t files = 0;
    std::int64_t bytes = 0;
};

/// Opens and reads every file of every run (meta.yaml and all below metrics, params, tags, inputs,
/// outputs) with as many threads, and does nothing with what it read.
[[nodiscard]] FloorCount rawRead(const std::filesystem::path& root, unsigned threads,
                                 std::stop_token stop = {});

/// Lists the same folders and asks for the state of the same files.
[[nodiscard]] FloorCount statWalk(const std::filesystem::path& root, unsigned threads,
                                  std::stop_token stop = {});

}  // namespace podium::stores::filestore
