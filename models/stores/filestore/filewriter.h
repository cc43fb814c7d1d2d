// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/fileregistrywriter.h"
#include "stores/filestore/folderwriter.h"
#include "stores/write.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace podium::stores::filestore {

/// Writes into a file store what MLflow itself would write there, byte for byte: a tag is a file
/// with the value and nothing else, folders stand for the slashes in its key; a name is the entry
/// run_name of meta.yaml and the tag mlflow.runName. Contents come by rename, so that nobody ever
/// reads half of one. No link is followed out of the store.
class FileWriter final : public StoreWriter {
public:
    /// `root`: the store's, without links.
    explicit FileWriter(std::filesystem::path root);

    [[nodiscard]] base::Result<Held> look(const Place& place, std::stop_token stop) override;
    [[nodiscard]] base::Result<Outcome> apply(const Change& change, std::stop_token stop) override;

private:
    struct RunFolder;

    [[nodiscard]] base::Result<RunFolder> open(const Place& place) const;
    [[nodiscard]] Opened folderOf(int root, const Place& place) const;
    [[nodiscard]] base::Result<Held> tag(const RunFolder& run, std::string_view key) const;
    [[nodiscard]] base::Result<void> writeTag(const RunFolder& run, std::string_view key,
                                              const Held& value, Draft& draft) const;
    [[nodiscard]] base::Result<void> writeName(const RunFolder& run, const std::string& name,
                                               Draft& draft, const std::stop_token& stop) const;
    [[nodiscard]] base::Result<std::optional<Outcome>> settled(const RunFolder& run,
                                                               const Change& change) const;
    [[nodiscard]] base::Result<std::optional<Outcome>> writeLocked(
        const Change& change, Draft& draft, const std::stop_token& stop) const;
    [[nodiscard]] base::Result<bool> isHere(const RunFolder& run, const Change& change) const;
    [[nodiscard]] base::Result<Held> now(const RunFolder& run, const Place& place) const;

    FolderWriter m_folders;
    FileRegistryWriter m_registry;
};

}  // namespace podium::stores::filestore
