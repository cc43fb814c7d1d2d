// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/listing.h"
#include "base/progress.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace podium::artifacts {

/// What File::open takes.
struct FilePlace {
    std::filesystem::path root;
    std::string raw;
};

/// The artifacts of one run or logged model, wherever they lie. A port of the views. Every call
/// blocks, is made on a worker thread, and may be made from several at once.
class ArtifactSource {
public:
    virtual ~ArtifactSource() = default;

    /// True where a file has to be fetched before it can be opened.
    [[nodiscard]] virtual bool isRemote() const = 0;

    /// The folder of this machine they lie in; empty where they are remote.
    [[nodiscard]] virtual std::filesystem::path root() const { return {}; }

    /// What is directly in a folder ("" is the root), in the order of artifacts::list. Where it
    /// can't be asked now, the listing is the last one that is here: `listedAt` and `reason` say
    /// so.
    [[nodiscard]] virtual base::Result<Listing> list(const std::string& rawFolder,
                                                     std::stop_token stop) = 0;

    /// Where the file can be opened, after fetching it if need be. A file of more than `mostBytes`
    /// (0: no bound) that is not here yet is not fetched: ArtifactTooLarge{path, size, bound}.
    /// Progress counts bytes.
    [[nodiscard]] virtual base::Result<FilePlace> fetch(const std::string& raw,
                                                        std::int64_t mostBytes,
                                                        base::Progress& progress,
                                                        std::stop_token stop) = 0;
};

/// A folder of this machine.
class LocalArtifacts : public ArtifactSource {
public:
    explicit LocalArtifacts(std::filesystem::path root) : m_root(std::move(root)) {}

    [[nodiscard]] bool isRemote() const override { return false; }
    [[nodiscard]] std::filesystem::path root() const override { return m_root; }
    [[nodiscard]] base::Result<Listing> list(const std::string& rawFolder,
                                             std::stop_token stop) override {
        return artifacts::list(m_root, rawFolder, {}, stop);
    }
    [[nodiscard]] base::Result<FilePlace> fetch(const std::string& raw, std::int64_t,
                                                base::Progress&, std::stop_token) override {
        return FilePlace{m_root, raw};
    }

private:
    std::filesystem::path m_root;
};

}  // namespace podium::artifacts
