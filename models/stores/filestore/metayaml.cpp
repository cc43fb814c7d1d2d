// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/metayaml.h"

#include "base/utf8.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>
#include <algorithm>
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

/// Lets a stream read a text without copying it, and an end of document after it: without one
/// yaml-cpp takes a quoted text that is cut off for a whole one.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text) : m_needsLineEnd(!text.ends_with('\n')) {
        show(text);
    }

protected:
    int_type underflow() override {
        if (gptr() == egptr() && !m_ended) {
            m_ended = true;
            constexpr std::string_view End = "\n...\n";
            show(m_needsLineEnd ? End : End.substr(1));
        }
        return gptr() == egptr() ? traits_type::eof() : traits_type::to_int_type(*gptr());
    }

private:
    void show(std::string_view text) {
        // streambuf wants char*, but nothing is ever written to what it reads from.
        char* begin = const_cast<char*>(text.data());
        setg(begin, begin, begin + text.size());
    }

    bool m_needsLineEnd;
    bool m_ended = false;
};

/// yaml-cpp 0.7 turns the escapes \_ and \N into single bytes (A0 and 85) instead of UTF-8; in a
/// text that was UTF-8 before, nothing else can make such bytes stand alone.
std::string repaired(const std::string& text) {
    if (base::isUtf8(text))
        return text;
    std::string whole;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        while (length < 4 && !base::isUtf8(std::string_view(text).substr(at, length)))
            ++length;
        const std::string_view part = std::string_view(text).substr(at, length);
        if (base::isUtf8(part)) {
            whole += part;
            at += part.size();
        } else {
            whole += '\xC2';
            whole += text[at++];
        }
    }
    return base::toUtf8(whole);
}

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
        scalar(tag == "?" || tag.empty() ? plainScalar(text) : quotedScalar(repaired(text)),
               anchor);
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

/// yaml-cpp takes a last line without ":" for a key without a value; PyYAML refuses it. It is what
/// a file looks like that was cut within a key.
bool endsInKey(std::string_view yaml, const MetaDocument& document) {
    if (document.empty())
        return false;
    yaml = yaml.substr(0, yaml.find_last_not_of(" \r\n") + 1);
    std::string_view line = yaml.substr(yaml.rfind('\n') + 1);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const auto& [key, value] = document.entries().back();
    const bool inMap = value.kind == MetaValue::Kind::Map && !value.map.empty();
    return inMap ? value.map.back().first == line && value.map.back().second.empty()
                 : key == line && value.kind == MetaValue::Kind::Null;
}

}  // namespace

std::optional<std::string> parseYaml(std::string_view yaml, MetaDocument& document) {
    document.clear();
    try {
        ViewBuffer buffer(yaml);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        Listener listener(document);
        parser.HandleNextDocument(listener);
        MetaDocument rest;
        Listener restListener(rest);
        if (parser.HandleNextDocument(restListener))
            throw Refused("more than one document");
        if (endsInKey(yaml, document))
            throw Refused("the last key is cut off");
        return std::nullopt;
    } catch (const YAML::Exception& error) {
        return error.msg + " (line " + std::to_string(error.mark.line + 1) + ")";
    } catch (const std::exception& error) {
        return error.what();
    }
}

}  // namespace podium::stores::filestore
