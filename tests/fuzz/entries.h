// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// What the fuzzer calls and what replays its seeds in a normal build. Each aborts if a rule does
/// not hold.
namespace podium::fuzz {

/// Whatever the scanner accepts, yaml-cpp must read as the same document.
void meta(const std::uint8_t* data, std::size_t size);

/// Lines are the same however the stream is cut into blocks, and what is read from one is sane.
void metricLines(const std::uint8_t* data, std::size_t size);

/// A file of credentials written anew and read again is the same.
void ini(const std::uint8_t* data, std::size_t size);

/// A URL that is accepted reads the same again, and shows no password, accepted or not.
void url(const std::uint8_t* data, std::size_t size);

/// A packed history is read or refused, and whatever points there are come back from one.
void packed(const std::uint8_t* data, std::size_t size);

/// Whatever stands in a version's tags, every event is seen, and an answer can be written to every
/// request.
void events(const std::uint8_t* data, std::size_t size);

/// A gate is read or refused at a place inside it, and has an answer or a reason for none.
void gate(const std::uint8_t* data, std::size_t size);

/// Whatever a run left behind is decoded or refused: every decoder of artifacts gets the same
/// bytes.
void artifact(const std::uint8_t* data, std::size_t size);

}  // namespace podium::fuzz
