// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/metadocument.h"

namespace podium::stores::filestore {

void MetaDocument::set(std::string_view key, MetaValue value) {
    for (auto& [name, old] : m_entries) {
        if (name == key) {
            old = std::move(value);
            return;
        }
    }
    m_entries.emplace_back(std::string(key), std::move(value));
}

const MetaValue* MetaDocument::find(std::string_view key) const {
    for (const auto& [name, value] : m_entries) {
        if (name == key)
            return &value;
    }
    return nullptr;
}

std::string MetaDocument::text(std::string_view key) const {
    const MetaValue* value = find(key);
    return value != nullptr ? value->asText() : std::string();
}

bool MetaDocument::names(std::string_view key, std::string_view folder) const {
    const MetaValue* value = find(key);
    return value != nullptr && (value->asText() == folder || value->text == folder);
}

std::optional<std::int64_t> MetaDocument::integer(std::string_view key) const {
    const MetaValue* value = find(key);
    return value != nullptr ? value->asInteger() : std::nullopt;
}

}  // namespace podium::stores::filestore
