// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <istream>
#include <map>
#include <sstream>
#include <utility>
#include <vector>

namespace podium::artifacts {

using base::Result;

namespace {

constexpr std::int64_t MaxYamlBytes = std::int64_t{4} * 1024 * 1024;

struct Enough {};  // thrown out of yaml-cpp when the tree is full or somebody asked to stop

bool isOneOf(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

ValueType plainType(const std::string& text) {
    if (isOneOf(text, {"", "~", "null", "Null", "NULL"}))
        return ValueType::Null;
    if (isOneOf(text, {"true", "True", "TRUE", "false", "False", "FALSE", "yes", "Yes", "YES", "no",
                       "No", "NO", "on", "On", "ON", "off", "Off", "OFF"}))
        return ValueType::Boolean;
    if (isOneOf(text, {".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "-.inf", "-.Inf", "-.INF"}))
        return ValueType::Number;
    const std::size_t sign = text[0] == '+' ? 1 : 0;
    const char* end = text.data() + text.size();
    double number = 0;
    const auto parsed = std::from_chars(text.data() + sign, end, number);
    const char first = text[text[0] == '-' || text[0] == '+' ? 1 : 0];
    const bool digits = (first >= '0' && first <= '9') || first == '.';
    return digits && parsed.ptr == end && parsed.ec != std::errc::invalid_argument
               ? ValueType::Number
               : ValueType::String;
}

/// Puts yaml-cpp's events into a tree. In a map every second event is a key; a key that is itself a
/// collection is shown as "?".
class TreeHandler : public YAML::EventHandler {
public:
    TreeHandler(const TreeBounds& bounds, std::stop_token stop)
        : m_builder(bounds), m_stop(std::move(stop)) {}

    ValueTreeBuilder& builder() { return m_builder; }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override { m_anchors.clear(); }
    void OnAnchor(const YAML::Mark&, const std::string& name) override { m_lastAnchor = name; }
    void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override {
        remember(anchor);
        scalar(ValueType::Null, {});
    }
    void OnAlias(const YAML::Mark&, YAML::anchor_t anchor) override {
        scalar(ValueType::Alias, '*' + m_anchors[anchor]);
    }
    void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        remember(anchor);
        scalar(tag == "?" ? plainType(value) : ValueType::String, value);
    }
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        remember(anchor);
        open(ValueType::Array);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        remember(anchor);
        open(ValueType::Object);
    }
    void OnMapEnd() override { close(); }

private:
    struct Level {
        bool map = false;
        bool wantsKey = false;
        bool isKey = false;  // this collection stands where a key should
        std::string key;
    };

    void remember(YAML::anchor_t anchor) {
        if (anchor != 0)
            m_anchors[anchor] = m_lastAnchor;
    }
    void check(bool room) const {
        if (!room || m_stop.stop_requested())
            throw Enough();
    }
    bool takesKey() const { return !m_levels.empty() && m_levels.back().wantsKey; }
    std::string key() {
        if (m_levels.empty() || !m_levels.back().map)
            return {};
        m_levels.back().wantsKey = true;
        return std::exchange(m_levels.back().key, {});
    }
    void scalar(ValueType type, const std::string& value) {
        if (takesKey()) {
            m_levels.back().key = value;
            m_levels.back().wantsKey = false;
        } else {
            check(m_builder.add(key(), type, value));
        }
    }
    void open(ValueType type) {
        const bool isKey = takesKey();
        check(m_builder.open(isKey ? "?" : key(), type));
        m_levels.push_back({type == ValueType::Object, type == ValueType::Object, isKey, {}});
    }
    void close() {
        const bool isKey = m_levels.back().isKey;
        m_builder.close();
        m_levels.pop_back();
        if (isKey && !m_levels.empty())
            m_levels.back().wantsKey = false;
    }

    ValueTreeBuilder m_builder;
    std::stop_token m_stop;
    std::vector<Level> m_levels;
    std::map<YAML::anchor_t, std::string> m_anchors;
    std::string m_lastAnchor;
};

void parse(const std::string& content, TreeHandler& handler, bool severalDocuments) {
    std::istringstream stream(content);
    YAML::Parser parser(stream);
    if (severalDocuments)
        handler.OnSequenceStart({}, {}, 0, YAML::EmitterStyle::Default);
    while (parser.HandleNextDocument(handler) && severalDocuments)
        ;
    if (severalDocuments)
        handler.OnSequenceEnd();
}

/// A "---" at the start of a line with content before it.
bool hasSeveralDocuments(const std::string& content) {
    const std::size_t at = content.find("\n---");
    return at != std::string::npos &&
           content.substr(0, at).find_first_not_of("\n\r\t -") != std::string::npos &&
           content[content.find_first_not_of("\n\r\t ")] != '#';
}

}  // namespace

Result<ValueTree> readYaml(const TextBytes& text, TreeBounds bounds, std::stop_token stop) {
    const std::int64_t length = text.bytes->size() - text.start;
    bounds.fileBytes = std::min(bounds.fileBytes, MaxYamlBytes);
    // yaml-cpp itself gives up at a depth of 500 by an exception; stay well below.
    auto bytes =
        text.bytes->read(text.start, static_cast<std::size_t>(std::min(length, bounds.fileBytes)));
    PODIUM_TRY(ValueTree, bytes);
    const std::string content = decoded(bytes.value(), text.encoding);
    TreeHandler handler(bounds, stop);
    try {
        parse(content, handler, hasSeveralDocuments(content));
    } catch (const Enough&) {
        if (stop.stop_requested())
            return base::Cancelled{};
    } catch (const YAML::Exception& error) {
        handler.builder().fail(error.mark.line + 1, error.mark.column + 1, error.msg);
    }
    ValueTree tree = handler.builder().take();
    if (length > bounds.fileBytes && tree.end() != TreeEnd::TooMany)
        tree.setEnd(TreeEnd::TooLong);
    return tree;
}

}  // namespace podium::artifacts
