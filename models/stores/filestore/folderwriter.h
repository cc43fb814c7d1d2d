// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/handle.h"
#include "stores/filestore/metadocument.h"
#include "stores/filestore/replacefile.h"
#include "stores/write.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace podium::stores::filestore {

/// A folder with a meta.yaml, open to be written to: a run's, a model's, a version's.
struct WriteFolder {
    std::string path;  // from the store's root on, UTF-8, for errors
    Fd dir;
    std::string meta;  // the bytes of its meta.yaml
    MetaDocument document;
};

/// Where a key's file is, or would be. `dir` is not valid while its folder is not there.
struct KeyPlace {
    Fd dir;
    std::string name;
};

inline constexpr const char* MetaName = "meta.yaml";

/// The parts of a path between its slashes; empty ones too.
[[nodiscard]] std::vector<std::string> partsOf(std::string_view path);
/// True for a path below a folder and nothing else: no part is empty, "." or "..".
[[nodiscard]] bool isPathBelow(std::string_view key);

/// What all writers into one file store do alike. Follows no link out of the store.
class FolderWriter {
public:
    /// `root`: the store's, without links.
    explicit FolderWriter(std::filesystem::path root);

    [[nodiscard]] const Opener& opener() const { return m_opener; }
    /// SourceVanished or PathNotReadable if it can't be opened.
    [[nodiscard]] base::Result<Fd> openRoot() const;

    /// Reads the meta.yaml of a folder that is open: MetaMissing, MetaInvalid, ReadFailed, or
    /// MetaEmpty while MLflow writes it.
    [[nodiscard]] base::Result<void> readMeta(WriteFolder& folder) const;

    /// The file of `key` in the folder's `sub`; folders stand for the slashes in it, and are made
    /// with `make`.
    [[nodiscard]] base::Result<KeyPlace> placeOf(const WriteFolder& folder, const char* sub,
                                                 std::string_view key, bool make) const;
    /// What the key's file holds, as UTF-8.
    [[nodiscard]] base::Result<Held> valueOf(const WriteFolder& folder, const char* sub,
                                             std::string_view key) const;

    /// The folder's draft, and with it the right to write; waited for while another program has it.
    [[nodiscard]] base::Result<Draft> draftOf(const WriteFolder& folder,
                                              const std::stop_token& stop) const;

    /// What an errno value says of something that was to be written.
    [[nodiscard]] base::Error failed(const std::string& path, int error) const;

private:
    std::filesystem::path m_root;
    Opener m_opener;
};

}  // namespace podium::stores::filestore
