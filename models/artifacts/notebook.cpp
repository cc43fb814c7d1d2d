// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/notebook.h"

#include "artifacts/ansi.h"
#include "artifacts/json.h"
#include "artifacts/treefind.h"
#include "artifacts/window.h"

#include <array>

namespace podium::artifacts {

using base::Result;

namespace {

using Node = ValueTree::Node;

constexpr std::size_t MostCells = 2000;
constexpr std::size_t MostOutputs = 200;          // of a cell
constexpr std::size_t LongestText = 100'000;      // bytes of an output's text
constexpr std::size_t LongestSource = 1'000'000;  // bytes

std::string cutText(std::string text, std::size_t longest, bool& cut) {
    if (text.size() > longest) {
        cut = true;
        text.resize(longest);
    }
    return text;
}

/// The best of a bundle of the same thing in several types.
void readBundle(const ValueTree& tree, Node data, CellOutput& output) {
    constexpr std::array<std::string_view, 4> Pictures = {"image/png", "image/jpeg", "image/gif",
                                                          "image/svg+xml"};
    for (const std::string_view mime : Pictures) {
        if (const auto picture = member(tree, data, mime)) {
            output.kind = CellOutput::Kind::Picture;
            output.mime = mime;
            output.content = joinedText(tree, *picture);
            return;
        }
    }
    for (const std::string_view mime : {"text/plain", "text/markdown", "text/latex"}) {
        if (const auto text = member(tree, data, mime)) {
            output.mime = mime;
            output.content = joinedText(tree, *text);
            break;
        }
    }
    const bool active =
        member(tree, data, "text/html") || member(tree, data, "application/javascript");
    if (output.content.empty() && active) {
        output.kind = CellOutput::Kind::Active;
        output.mime = member(tree, data, "text/html") ? "text/html" : "application/javascript";
    }
}

CellOutput readOutput(const ValueTree& tree, Node node, bool& cut) {
    CellOutput output;
    output.mime = "text/plain";
    const std::string type = textAt(tree, node, "output_type");
    if (type == "error" || type == "pyerr") {
        output.kind = CellOutput::Kind::Error;
        if (const auto lines = member(tree, node, "traceback")) {
            for (std::uint32_t row = 0; row < tree.childCount(*lines); ++row)
                output.content +=
                    (row > 0 ? "\n" : "") + std::string(tree.value(tree.child(*lines, row)));
        }
        if (output.content.empty())
            output.content = textAt(tree, node, "ename") + ": " + textAt(tree, node, "evalue");
    } else if (const auto data = member(tree, node, "data")) {
        readBundle(tree, *data, output);
    } else if (const auto text = member(tree, node, "text")) {
        output.content = joinedText(tree, *text);
    } else if (const auto png = member(tree, node, "png")) {  // format 3
        output.kind = CellOutput::Kind::Picture;
        output.mime = "image/png";
        output.content = joinedText(tree, *png);
    }
    if (output.kind == CellOutput::Kind::Text || output.kind == CellOutput::Kind::Error)
        output.content = cutText(withoutAnsi(output.content), LongestText, cut);
    return output;
}

NotebookCell readCell(const ValueTree& tree, Node node, bool& cut) {
    NotebookCell cell;
    const std::string type = textAt(tree, node, "cell_type");
    cell.kind = type == "code"                            ? NotebookCell::Kind::Code
                : type == "markdown" || type == "heading" ? NotebookCell::Kind::Markdown
                                                          : NotebookCell::Kind::Raw;
    auto source = member(tree, node, "source");
    if (!source)
        source = member(tree, node, "input");  // format 3
    if (source)
        cell.source = cutText(joinedText(tree, *source), LongestSource, cut);
    cell.count = textAt(tree, node, "execution_count");
    if (cell.count.empty())
        cell.count = textAt(tree, node, "prompt_number");
    if (const auto outputs = member(tree, node, "outputs")) {
        for (std::uint32_t row = 0; row < tree.childCount(*outputs); ++row) {
            if (cell.outputs.size() >= MostOutputs) {
                cut = true;
                break;
            }
            cell.outputs.push_back(readOutput(tree, tree.child(*outputs, row), cut));
        }
    }
    return cell;
}

void readCells(const ValueTree& tree, Node list, Notebook& notebook) {
    for (std::uint32_t row = 0; row < tree.childCount(list); ++row) {
        if (notebook.cells.size() >= MostCells) {
            notebook.cut = true;
            return;
        }
        notebook.cells.push_back(readCell(tree, tree.child(list, row), notebook.cut));
    }
}

}  // namespace

Result<Notebook> readNotebook(const TextBytes& text, const std::stop_token& stop) {
    TreeBounds bounds;
    bounds.valueBytes = std::size_t{16} << 20;
    const auto read = readJson(text, bounds, stop);
    PODIUM_TRY(Notebook, read);
    const ValueTree& tree = read.value();
    if (tree.empty() || tree.type(ValueTree::Root) != ValueType::Object)
        return notDecoded("notebook");
    Notebook notebook;
    notebook.cut = tree.end() != TreeEnd::Whole;
    notebook.format = textAt(tree, ValueTree::Root, "nbformat");
    if (const std::string minor = textAt(tree, ValueTree::Root, "nbformat_minor"); !minor.empty())
        notebook.format += '.' + minor;
    if (const auto metadata = member(tree, ValueTree::Root, "metadata")) {
        if (const auto info = member(tree, *metadata, "language_info"))
            notebook.language = textAt(tree, *info, "name");
        const auto kernel = member(tree, *metadata, "kernelspec");
        if (kernel && notebook.language.empty())
            notebook.language = textAt(tree, *kernel, "language");
    }
    bool found = false;
    if (const auto cells = member(tree, ValueTree::Root, "cells")) {
        found = true;
        readCells(tree, *cells, notebook);
    } else if (const auto sheets = member(tree, ValueTree::Root, "worksheets")) {
        for (std::uint32_t row = 0; row < tree.childCount(*sheets); ++row) {
            if (const auto inside = member(tree, tree.child(*sheets, row), "cells"))
                readCells(tree, *inside, notebook);
        }
        found = true;
    }
    if (!found)
        return notDecoded(tree.end() == TreeEnd::Malformed ? tree.reason() : "cells");
    return notebook;
}

}  // namespace podium::artifacts
