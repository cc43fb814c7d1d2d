// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "stores/filestore/folderwriter.h"
#include "stores/filestore/registryyaml.h"
#include "stores/write.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace podium::stores::filestore {

/// Writes into a file store's registry (`models/<name>`) what MLflow itself would write there, byte
/// for byte and with its one time for all that an operation touches. What decides, the alias' file
/// or the version's stage, is written last: what was cut off before is written again. A model's
/// writers take turns by a draft in its folder, which MLflow passes over.
class FileRegistryWriter {
public:
    /// `root`: the store's, without links.
    explicit FileRegistryWriter(std::filesystem::path root,
                                base::Clock clock = base::systemClock());

    [[nodiscard]] base::Result<Held> look(const Place& place) const;
    [[nodiscard]] base::Result<Outcome> apply(const Change& change,
                                              const std::stop_token& stop) const;

private:
    struct Version : WriteFolder {
        std::int64_t number = 0;
        std::string stage;
    };
    /// What is there of a place.
    struct Found {
        WriteFolder model;
        std::optional<Version> version;  // of a place that is a version's
        Held now;
        std::vector<Version> inStage;  // others, where they are to be archived
    };
    /// A file as it is to be; nothing: it is to be gone.
    struct Write {
        int dir;
        std::string name;
        std::string path;
        Held bytes;
    };

    [[nodiscard]] base::Result<WriteFolder> openModel(const std::string& name) const;
    [[nodiscard]] base::Result<Version> openVersion(const WriteFolder& model,
                                                    const std::string& name,
                                                    std::int64_t number) const;
    [[nodiscard]] base::Result<Held> held(const Found& found, const Place& place) const;
    [[nodiscard]] base::Result<std::vector<Version>> othersIn(const WriteFolder& model,
                                                              const Change& change) const;
    [[nodiscard]] static bool isSpelled(const Found& found, const Change& change);
    [[nodiscard]] base::Result<Found> find(const Place& place) const;
    [[nodiscard]] base::Result<Found> find(const Change& change) const;

    [[nodiscard]] AliasMap aliasesOf(const WriteFolder& model) const;
    [[nodiscard]] static base::Result<Write> metaOf(const WriteFolder& folder, std::string yaml);
    [[nodiscard]] base::Result<Write> metaOf(const Version& version, std::string yaml,
                                             const AliasMap& aliases) const;
    [[nodiscard]] base::Result<std::vector<Write>> metasFor(const Change& change,
                                                            const Found& found) const;
    [[nodiscard]] static std::optional<Outcome> settled(const Change& change, const Found& found);
    [[nodiscard]] base::Result<std::optional<Outcome>> writeLocked(const Change& change) const;
    [[nodiscard]] base::Result<void> write(const Change& change, const Found& found) const;
    [[nodiscard]] base::Result<void> mayWrite(const Write& write) const;
    [[nodiscard]] base::Result<void> perform(const Write& write, const WriteFolder& model) const;

    FolderWriter m_folders;
    base::Clock m_clock;
};

}  // namespace podium::stores::filestore
