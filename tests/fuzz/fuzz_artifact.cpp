// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/entries.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    podium::fuzz::artifact(data, size);
    return 0;
}
