// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/ansi.h"
#include "artifacts/archive.h"
#include "artifacts/geojson.h"
#include "artifacts/jsontable.h"
#include "artifacts/layers.h"
#include "artifacts/modelcard.h"
#include "artifacts/notebook.h"
#include "artifacts/npy.h"
#include "artifacts/pickle.h"
#include "artifacts/recognise.h"
#include "artifacts/treefind.h"
#include "tests/fuzz/entries.h"

#include <cstdio>
#include <cstdlib>

namespace podium::fuzz {

namespace {

using namespace artifacts;

void require(bool rule, const char* words) {
    if (rule)
        return;
    std::fprintf(stderr, "%s\n", words);
    std::abort();
}

/// A result is a value, or an error that says something.
template <typename T>
void saysWhy(const base::Result<T>& result) {
    require(!result.failed() || !result.error().args.empty(), "an error without a reason");
}

void layers(const Bytes& bytes) {
    for (const auto& list : {readSafetensors(bytes), readOnnx(bytes), readHdf5(bytes)}) {
        saysWhy(list);
        require(!list.ok() || list.value().layers.size() <= MostLayers,
                "more layers than the bound");
    }
}

void arrays(const Bytes& bytes) {
    const auto facts = readNpy(bytes, 1 << 16);
    saysWhy(facts);
    if (!facts.ok())
        return;
    require(facts.value().looked <= facts.value().held, "values that are not there");
    require(facts.value().held <= facts.value().header.count, "more values than the header has");
    require(facts.value().cells.size() <= static_cast<std::size_t>(MostCells * MostCells),
            "a picture without bounds");
}

void pickles(const Bytes& bytes) {
    const auto facts = readPickle(bytes, 100'000);
    saysWhy(facts);
    require(!facts.ok() || facts.value().bytesRead <= bytes.size(), "opcodes behind the end");
}

void archives(const Bytes& bytes) {
    PackedBounds bounds;
    bounds.files = 100;
    bounds.bytes = 1 << 20;
    const auto listing = listPacked(bytes, bounds);
    saysWhy(listing);
    if (!listing.ok() || listing.value().files.empty())
        return;
    const auto content = unpackToMemory(bytes, 0, 1 << 20);
    saysWhy(content);
    require(!content.ok() || content.value().size() <= (1 << 20), "more than the bound");
}

void texts(const std::string& text) {
    saysWhy(readNotebook(textOf(text)));
    saysWhy(readGeoJson(textOf(text)));
    const auto table = readJsonTable(textOf(text));
    saysWhy(table);
    for (std::size_t i = 0; table.ok() && i < table.value().rows.size(); ++i)
        require(table.value().rows[i].size() == table.value().columns.size(), "a ragged row");
    for (const std::string& line : loadingLines(readModelCard(text), "/x"))
        require(line.find('\n') == std::string::npos, "Python in more than one line");
    std::u16string row(text.begin(), text.end());
    const AnsiRow read = readAnsi(row);
    for (const StyledPart& part : read.parts)
        require(part.begin + part.length <= read.text.size(), "a colour behind the end");
    require(withoutAnsi(text).find('\x1B') == std::string::npos, "an escape is left");
}

}  // namespace

void artifact(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const MemoryBytes bytes(text);
    require(static_cast<int>(recognise(text, "x", bytes.size())) < KindCount, "no kind");
    arrays(bytes);
    layers(bytes);
    pickles(bytes);
    archives(bytes);
    texts(text);
}

}  // namespace podium::fuzz
