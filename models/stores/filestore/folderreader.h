// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "stores/filestore/fingerprint.h"
#include "stores/filestore/keywalk.h"
#include "stores/filestore/scratch.h"

#include <string>
#include <string_view>
#include <vector>

namespace podium::stores::filestore {

/// Values above this are cut: MLflow itself writes at most 100,000 bytes.
inline constexpr std::size_t MaxValue = 1024UL * 1024;
/// A meta.yaml above this is not read.
inline constexpr std::size_t MaxMeta = 4UL * 1024 * 1024;

enum class MetaState { Ok, Missing, Unusable };

/// Reads what one folder of a store holds (a run's, a model's, an experiment's): its meta.yaml and
/// its folders of key files. Whatever can't be read becomes a problem in the scratch and the rest
/// is read on. Lives on one thread, for one folder.
class FolderReader {
public:
    /// `folder`: path of the folder from the store's root on, for problems. `sum`, if given,
    /// collects the state of each file before its content is read.
    FolderReader(const Opener& opener, Scratch& scratch, int dir, std::string folder,
                 FingerprintSum* sum = nullptr)
        : m_opener(opener),
          m_scratch(scratch),
          m_dir(dir),
          m_folder(std::move(folder)),
          m_sum(sum) {}

    [[nodiscard]] const std::string& folder() const { return m_folder; }
    [[nodiscard]] Scratch& scratch() { return m_scratch; }

    /// Reads meta.yaml. A missing one is left to the caller to report, anything else is reported.
    [[nodiscard]] MetaState meta(MetaDocument& document);

    /// Reads `sub` as a folder of key files with one text each, sorted by key.
    void values(const char* sub, std::vector<domain::KeyValue>& out);

    /// Calls read(Opened&, key, path) for each readable file below `sub`; `key` is UTF-8. With
    /// `checkKeys`, a name that MLflow does not allow is reported.
    template <typename Read>
    void files(const char* sub, bool checkKeys, Read&& read);

    /// The content of a file as UTF-8, at most `MaxValue` bytes of it.
    [[nodiscard]] std::string text(Opened& file, std::string_view path);
    /// Parses an opened file as YAML; false after reporting that it is none.
    [[nodiscard]] bool yaml(Opened& file, std::string_view path, MetaDocument& document);

    /// `path`: from this folder on; empty for the folder itself. It becomes the first argument.
    void problem(base::ErrorCode code, std::string_view path, std::vector<std::string> more = {});

private:
    template <typename Read>
    struct Visitor {
        FolderReader& owner;
        bool checkKeys;
        Read& read;

        void file(const WalkItem& item);
        void tooDeep(std::string_view path) {
            owner.problem(base::ErrorCode::NestingTooDeep, path, {std::to_string(MaxNesting)});
        }
        void failed(std::string_view path, int error) {
            owner.problem(base::ErrorCode::ReadFailed, path, {base::systemReason(error)});
        }
    };

    [[nodiscard]] std::string cleanKey(const WalkItem& item, bool check);
    void reportUnopened(const Opened& opened, std::string_view path);

    const Opener& m_opener;
    Scratch& m_scratch;
    int m_dir;
    std::string m_folder;
    FingerprintSum* m_sum;
};

template <typename Read>
void FolderReader::files(const char* sub, bool checkKeys, Read&& read) {
    Opened top = m_opener.folder(m_dir, sub);
    if (top.state != OpenState::Ok) {
        if (top.state != OpenState::Missing)
            reportUnopened(top, sub);
        return;
    }
    Visitor<Read> visitor{*this, checkKeys, read};
    walkKeys(m_opener, m_scratch, std::move(top), sub, visitor);
}

template <typename Read>
void FolderReader::Visitor<Read>::file(const WalkItem& item) {
    Opened opened = openItem(owner.m_opener, item);
    if (opened.state != OpenState::Ok) {
        struct stat status {};
        if (owner.m_sum != nullptr && statItem(item, status))
            owner.m_sum->add(item.path, status);
        owner.reportUnopened(opened, item.path);
        return;
    }
    if (owner.m_sum != nullptr)
        owner.m_sum->add(item.path, opened.status);
    ++owner.m_scratch.files;
    read(opened, owner.cleanKey(item, checkKeys), item.path);
}

}  // namespace podium::stores::filestore
