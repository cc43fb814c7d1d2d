// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/metayaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>
#include <exception>
#include <istream>
#include <streambuf>
#include <unordered_map>

namespace podium::stores::filestore {

namespace {

/// Aliases may repeat a text; together they may not become larger than this.
constexpr std::size_t MaxText = 16UL * 1024 * 1024;

/// Why reading stopped, as yaml-cpp's own exceptions say it: its callbacks can't return an error.
class Refused : public std::exception {
public:
    explicit Refused(const char* reason) : m_reason(reason) {}
    [[nodiscard]] const char* what() const noexcept override { return m_reason; }

private:
    const char* m_reason;
};

/// Lets a stream read a text without copying it.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text) {
        // streambuf wants char*, but the get area is never written.
        char* begin =
            const_cast<char*>(text.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
        setg(begin, begin, begin + text.size());
    }
};

/// Listens to yaml-cpp's events instead of building its node tree: that tree takes some hundred
/// times the text's size, and the file is not to be trusted.
class Listener : public YAML::EventHandler {
public:
    explicit Listener(MetaDocument& document) : m_document(document) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override {
        scalar(plainScalar(std::string()), anchor);
    }
    void OnAlias(const YAML::Mark&, YAML::anchor_t anchor) override {
        const auto found = m_anchors.find(anchor);
        MetaValue value;
        value.kind = MetaValue::Kind::Other;
        if (found != m_anchors.end())
            value = found->second;
        scalar(std::move(value), 0);
    }
    void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        // yaml-cpp gives "?" as the tag of a plain scalar and "!" as that of a quoted one.
        scalar(tag == "?" || tag.empty() ? plainScalar(text) : quotedScalar(text), anchor);
    }
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        open(MetaValue::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        open(MetaValue::Kind::Map);
    }
    void OnMapEnd() override { close(); }

    [[nodiscard]] bool finished() const { return m_depth == 0; }

private:
    void open(MetaValue::Kind kind) {
        ++m_depth;
        if (m_depth == 1) {
            if (kind != MetaValue::Kind::Map)
                throw Refused("not a mapping");
        } else if (m_depth == 2) {
            requireKey(m_hasKey);
            m_value = MetaValue();
            m_value.kind = kind;
            m_entryHasKey = false;
        } else if (m_depth == 3 && m_value.kind == MetaValue::Kind::Map) {
            requireKey(m_entryHasKey);
        }
    }

    void close() {
        --m_depth;
        if (m_depth == 1) {
            finishEntry(std::move(m_value));
            m_hasKey = false;
        } else if (m_depth == 2) {
            m_entryHasKey = false;  // an entry that is no scalar is left out
        }
    }

    static void requireKey(bool hasKey) {
        if (!hasKey)
            throw Refused("a key is not a scalar");
    }

    void scalar(MetaValue value, YAML::anchor_t anchor) {
        count(value.text.size());
        if (anchor != 0)
            m_anchors[anchor] = value;
        if (m_depth == 0) {
            if (value.kind != MetaValue::Kind::Null)
                throw Refused("not a mapping");
        } else if (m_depth == 1) {
            if (m_hasKey)
                finishEntry(std::move(value));
            else
                m_key = std::move(value.text);
            m_hasKey = !m_hasKey;
        } else if (m_depth == 2 && m_value.kind == MetaValue::Kind::Map) {
            if (m_entryHasKey)
                setEntry(value);
            else
                m_entryKey = std::move(value.text);
            m_entryHasKey = !m_entryHasKey;
        }
    }

    void finishEntry(MetaValue value) {
        if (m_document.entries().size() >= MaxKeys)
            throw Refused("too many keys");
        m_document.set(m_key, std::move(value));
    }

    void setEntry(const MetaValue& value) {
        if (value.kind == MetaValue::Kind::Other)
            return;
        for (auto& [key, text] : m_value.map) {
            if (key == m_entryKey) {
                text = value.asText();
                return;
            }
        }
        if (m_value.map.size() >= MaxKeys)
            throw Refused("too many keys");
        m_value.map.emplace_back(m_entryKey, value.asText());
    }

    void count(std::size_t bytes) {
        m_bytes += bytes + 1;
        if (m_bytes > MaxText)
            throw Refused("too large");
    }

    MetaDocument& m_document;
    std::unordered_map<YAML::anchor_t, MetaValue> m_anchors;
    MetaValue m_value;  // the map or list of the top level that is open
    std::string m_key;
    std::string m_entryKey;
    bool m_hasKey = false;
    bool m_entryHasKey = false;
    int m_depth = 0;
    std::size_t m_bytes = 0;
};

}  // namespace

std::optional<std::string> parseYaml(std::string_view yaml, MetaDocument& document) {
    document.clear();
    try {
        ViewBuffer buffer(yaml);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        Listener listener(document);
        parser.HandleNextDocument(listener);
        return std::nullopt;
    } catch (const YAML::Exception& error) {
        return error.msg + " (line " + std::to_string(error.mark.line + 1) + ")";
    } catch (const std::exception& error) {
        return error.what();
    }
}

}  // namespace podium::stores::filestore
