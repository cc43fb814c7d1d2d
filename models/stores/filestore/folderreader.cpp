// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/folderreader.h"

#include "base/utf8.h"
#include "stores/filestore/metascanner.h"
#include "stores/filestore/metayaml.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace podium::stores::filestore {

namespace {

using base::ErrorCode;

/// True for text of which nothing needs a closer look; most values are such.
bool isAscii(std::string_view bytes) {
    std::uint64_t seen = 0;
    std::uint64_t word = 0;
    for (; bytes.size() >= sizeof word; bytes.remove_prefix(sizeof word)) {
        std::memcpy(&word, bytes.data(), sizeof word);
        seen |= word;
    }
    for (const char c : bytes)
        seen |= static_cast<unsigned char>(c);
    return (seen & 0x8080808080808080ULL) == 0;
}

/// What mlflow/utils/validation.py allows: `^[/\w.\- :]*$`, where \w takes letters of any script.
bool isAllowedKey(std::string_view key) {
    return std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               static_cast<unsigned char>(c) >= 0x80U ||
               std::string_view("/_.- :").find(c) != std::string_view::npos;
    });
}

/// The longest start of at most `size` bytes that does not end within a character.
std::string_view cutAtCharacter(std::string_view bytes, std::size_t size) {
    std::string_view cut = bytes.substr(0, size);
    for (std::size_t back = 0; back < 3 && !cut.empty(); ++back) {
        const auto next = static_cast<unsigned char>(bytes[cut.size()]);
        if ((next & 0xC0U) != 0x80U)
            break;
        cut.remove_suffix(1);
    }
    return cut;
}

}  // namespace

MetaState FolderReader::meta(MetaDocument& document) {
    constexpr const char* Name = "meta.yaml";
    document.clear();
    Opened file = m_opener.file(m_dir, Name);
    if (file.state != OpenState::Ok) {
        struct stat status {};
        if (m_sum != nullptr && statFile(m_opener, m_dir, Name, status))
            m_sum->add(Name, status);
        if (file.state == OpenState::Missing)
            return MetaState::Missing;
        reportUnopened(file, Name);
        return MetaState::Unusable;
    }
    if (m_sum != nullptr)
        m_sum->add(Name, file.status);
    ++m_scratch.files;
    return yaml(file, Name, document) ? MetaState::Ok : MetaState::Unusable;
}

bool FolderReader::yaml(Opened& file, std::string_view path, MetaDocument& document) {
    document.clear();
    const auto size = static_cast<std::size_t>(std::max<off_t>(file.status.st_size, 0));
    if (size > MaxMeta) {
        problem(ErrorCode::ValueTooLarge, path, {std::to_string(size), std::to_string(MaxMeta)});
        return false;
    }
    auto& block = m_scratch.block;
    if (block.size() < size)
        block.resize(size);
    const long got = readFully(file.fd.get(), block.data(), size);
    if (got < 0) {
        problem(ErrorCode::ReadFailed, path, {base::systemReason(errno)});
        return false;
    }
    m_scratch.bytes += got;
    std::string_view content(block.data(), static_cast<std::size_t>(got));
    std::string clean;
    if (!isAscii(content) && !base::isUtf8(content)) {
        problem(ErrorCode::NotUtf8, path);
        clean = base::toUtf8(content);
        content = clean;
    }
    if (!scanMeta(content, document)) {
        if (const auto reason = parseYaml(content, document)) {
            document.clear();
            problem(ErrorCode::MetaInvalid, path, {base::toUtf8(*reason)});
            return false;
        }
    }
    if (document.empty()) {
        problem(ErrorCode::MetaEmpty, path);
        return false;
    }
    return true;
}

std::string FolderReader::text(Opened& file, std::string_view path) {
    auto& block = m_scratch.block;
    const auto size = static_cast<std::size_t>(std::max<off_t>(file.status.st_size, 0));
    if (block.size() <= std::min(size, MaxValue))
        block.resize(std::min(size, MaxValue) + 1);
    const long got = readFully(file.fd.get(), block.data(), std::min(size, MaxValue + 1));
    if (got < 0) {
        problem(ErrorCode::ReadFailed, path, {base::systemReason(errno)});
        return {};
    }
    m_scratch.bytes += got;
    std::string_view content(block.data(), static_cast<std::size_t>(got));
    if (content.size() > MaxValue) {
        problem(ErrorCode::ValueTooLarge, path, {std::to_string(size), std::to_string(MaxValue)});
        content = cutAtCharacter(content, MaxValue);
    }
    if (isAscii(content) || base::isUtf8(content))
        return std::string(content);
    problem(ErrorCode::NotUtf8, path);
    return base::toUtf8(content);
}

void FolderReader::values(const char* sub, std::vector<domain::KeyValue>& out) {
    files(sub, true, [&](Opened& file, std::string key, std::string_view path) {
        out.push_back({std::move(key), text(file, path)});
    });
    const auto byKey = [](const auto& a, const auto& b) { return a.key < b.key; };
    const auto sameKey = [](const auto& a, const auto& b) { return a.key == b.key; };
    std::stable_sort(out.begin(), out.end(), byKey);
    // Names that differ only in bytes that are no UTF-8 become one key; the first stays.
    out.erase(std::unique(out.begin(), out.end(), sameKey), out.end());
}

void FolderReader::problem(ErrorCode code, std::string_view path, std::vector<std::string> more) {
    std::string whole = m_folder;
    if (!whole.empty() && !path.empty())
        whole += '/';
    whole = base::toUtf8(whole.append(path));
    more.insert(more.begin(), whole);
    m_scratch.problems.push_back({{code, std::move(more)}, std::move(whole)});
}

std::string FolderReader::cleanKey(const WalkItem& item, bool check) {
    const bool utf8 = isAscii(item.key) || base::isUtf8(item.key);
    std::string key = utf8 ? std::string(item.key) : base::toUtf8(item.key);
    if (check && (!utf8 || !isAllowedKey(item.key)))
        problem(ErrorCode::KeyInvalid, item.path, {key});
    return key;
}

void FolderReader::reportUnopened(const Opened& opened, std::string_view path) {
    switch (opened.state) {
        case OpenState::Ok:
        case OpenState::Missing:  // gone since it was listed, or a link to nothing
            break;
        case OpenState::Outside:
            problem(ErrorCode::SymlinkOutside, path);
            break;
        case OpenState::WrongType:
            problem(ErrorCode::UnexpectedEntry, path);
            break;
        case OpenState::Failed:
            problem(ErrorCode::ReadFailed, path, {base::systemReason(opened.error)});
            break;
    }
}

}  // namespace podium::stores::filestore
