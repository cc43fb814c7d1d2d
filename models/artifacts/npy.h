// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/bytes.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace podium::artifacts {

/// The header of a NumPy file (NumPy's "NPY" format, versions 1 to 3).
struct NpyHeader {
    std::string type;          // as written: "<f8"; of a structured array the list of its fields
    char kind = 'V';           // NumPy's letter: b i u f c S U V O M m
    std::size_t itemSize = 0;  // bytes; 0 for structured arrays and objects
    bool bigEndian = false;
    bool fortran = false;  // the first index runs fastest
    std::vector<std::int64_t> shape;
    std::int64_t count = 0;      // of values
    std::int64_t dataStart = 0;  // bytes
};

/// Errors: DecodeFailed (no such header, or a shape that no file can have), ReadFailed.
[[nodiscard]] base::Result<NpyHeader> readNpyHeader(const Bytes& bytes);

/// What an array is made of. Numbers are looked at up to a bound; `looked` says how many.
struct ArrayFacts {
    NpyHeader header;
    std::int64_t held = 0;    // values that the file really has; fewer than `count` where it is cut
    std::int64_t looked = 0;  // values the statistics are of
    bool hasNumbers = false;  // booleans, integers and reals; of complex numbers the magnitudes
    double min = 0, max = 0, mean = 0, deviation = 0;  // of finite values; NaN where there are none
    std::int64_t nans = 0, infinities = 0, zeros = 0;
    std::vector<std::string> first;  // the first values, as text
    /// The last two dimensions (of more: their first slice) in at most MostCells cells a side, by
    /// rows; a cell is the mean of its finite values, NaN without any. Empty for one dimension.
    std::vector<double> cells;
    std::int64_t cellRows = 0, cellColumns = 0;
    /// One dimension: least and greatest of each of at most MostCells stretches.
    std::vector<double> low, high;
    bool ofSlice = false;  // `cells` are the first slice of more
};
inline constexpr std::int64_t MostCells = 256;

/// Errors as readNpyHeader; cancelled between blocks. `mostBytes` bounds what is looked at.
[[nodiscard]] base::Result<ArrayFacts> readNpy(const Bytes& bytes,
                                               std::int64_t mostBytes = std::int64_t{256} << 20,
                                               const std::stop_token& stop = {});

}  // namespace podium::artifacts
