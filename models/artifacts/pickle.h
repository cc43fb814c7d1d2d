// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/bytes.h"

#include <cstdint>
#include <map>
#include <stop_token>
#include <string>

namespace podium::artifacts {

/// What a pickle would do, read from its opcodes. Nothing is ever built, imported or called.
struct PickleFacts {
    int protocol = 0;
    std::int64_t opcodes = 0;
    std::int64_t calls = 0;      // REDUCE, INST, OBJ, NEWOBJ, NEWOBJ_EX
    std::int64_t states = 0;     // BUILD
    std::int64_t bytesRead = 0;  // up to the last opcode that was understood
    bool whole = false;          // the last STOP was met
    /// "module.name" of what would be imported, and how often; a name that is put together by the
    /// pickle itself is "?".
    std::map<std::string, std::int64_t> globals;
    std::map<std::string, std::int64_t> byOpcode;
    /// The globals that can run programs or reach files and the network.
    std::map<std::string, std::int64_t> dangerous;
    std::string fault;  // where it is no pickle any more, in the words of the format; else ""
};

/// Errors: ReadFailed, DecodeFailed (not even the first opcode), cancelled. Bounded: what is behind
/// `mostOpcodes` is not looked at.
[[nodiscard]] base::Result<PickleFacts> readPickle(const Bytes& bytes,
                                                   std::int64_t mostOpcodes = 20'000'000,
                                                   const std::stop_token& stop = {});

}  // namespace podium::artifacts
