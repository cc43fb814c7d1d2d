// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tree.h"

#include <sys/stat.h>
#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

namespace podium::tests {

namespace fs = std::filesystem;

namespace {

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        const char kind = text[++i];
        if (kind == 'x' && i + 2 < text.size()) {
            result += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else {
            result += kind == 'n' ? '\n' : kind == 'r' ? '\r' : kind;
        }
    }
    return result;
}

bool writeTo(const fs::path& file, std::string_view content, std::ios::openmode mode) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    std::ofstream stream(file, std::ios::binary | mode);
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    return stream.good();
}

bool buildLine(const fs::path& parent, std::string_view entry, std::vector<fs::path>& levels) {
    std::error_code error;
    if (entry.ends_with('/')) {
        levels.push_back(parent / unescaped(entry.substr(0, entry.size() - 1)));
        fs::create_directories(levels.back(), error);
        return !error;
    }
    if (const auto arrow = entry.find(" -> "); arrow != std::string_view::npos) {
        fs::create_directories(parent, error);
        fs::create_symlink(fs::path(entry.substr(arrow + 4)), parent / entry.substr(0, arrow),
                           error);
        return !error;
    }
    const auto equals = entry.find(" =");
    const std::string name = unescaped(entry.substr(0, equals));
    std::string_view text;
    if (equals != std::string_view::npos && equals + 3 <= entry.size())
        text = entry.substr(equals + 3);
    return writeFile(parent / name, unescaped(text));
}

}  // namespace

bool buildTree(const fs::path& root, std::string_view drawing) {
    std::vector<fs::path> levels{root};
    std::istringstream lines{std::string(drawing)};
    std::string line;
    while (std::getline(lines, line)) {
        const std::size_t indent = line.find_first_not_of(' ');
        if (indent == std::string::npos)
            continue;
        levels.resize(std::min(levels.size(), indent / 2 + 1));
        const fs::path parent = levels.back();
        if (!buildLine(parent, std::string_view(line).substr(indent), levels))
            return false;
    }
    return true;
}

bool writeFile(const fs::path& file, std::string_view content) {
    return writeTo(file, content, std::ios::trunc);
}

bool appendFile(const fs::path& file, std::string_view content) {
    return writeTo(file, content, std::ios::app);
}

std::string treeState(const fs::path& root) {
    std::vector<std::string> lines;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        struct stat status {};
        if (::lstat(entry.path().c_str(), &status) != 0)
            continue;
        std::ostringstream line;
        line << entry.path().native() << ' ' << status.st_mode << ' ' << status.st_size << ' '
             << status.st_ino << ' ' << status.st_mtim.tv_sec << '.' << status.st_mtim.tv_nsec;
        lines.push_back(line.str());
    }
    std::sort(lines.begin(), lines.end());
    std::string state;
    for (const std::string& line : lines)
        state += line + '\n';
    return state;
}

}  // namespace podium::tests
