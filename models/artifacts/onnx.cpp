// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/layers.h"
#include "artifacts/window.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace podium::artifacts {

using base::Result;

namespace {

constexpr std::int64_t LongestText = 4096;
constexpr std::int64_t MostFields = 5'000'000;

/// A range of a protobuf message, field by field.
class Fields {
public:
    Fields(Window& window, std::int64_t from, std::int64_t to)
        : m_window(window), m_at(from), m_end(to) {}

    /// Goes to the next field; false at the end or at what is no field.
    bool next() {
        if (m_at >= m_end || !m_window.ok())
            return false;
        const std::uint64_t key = varint();
        field = static_cast<int>(key >> 3U);
        const auto wire = static_cast<unsigned>(key & 7U);
        begin = end = m_at;
        number = 0;
        isRange = wire == 2;
        if (wire == 0)
            number = varint();
        else if (wire == 1)
            m_at += 8;
        else if (wire == 5)
            m_at += 4;
        else if (wire == 2)
            return enterRange();
        else
            m_broken = true;
        m_broken = m_broken || m_at > m_end || field <= 0;
        return !m_broken && m_window.ok();
    }
    [[nodiscard]] bool broken() const { return m_broken || !m_window.ok(); }
    [[nodiscard]] std::string text() const {
        const std::int64_t length = std::min(end - begin, LongestText);
        return isRange ? base::toUtf8(m_window.view(begin, static_cast<std::size_t>(length)))
                       : std::string();
    }
    [[nodiscard]] Fields inside() const { return {m_window, begin, end}; }
    /// Numbers of a repeated field, packed into a range or alone.
    void appendTo(std::vector<std::int64_t>& numbers) const {
        if (!isRange) {
            numbers.push_back(static_cast<std::int64_t>(number));
            return;
        }
        Fields packed(m_window, begin, end);
        while (packed.m_at < end && m_window.ok() && numbers.size() < 64)
            numbers.push_back(static_cast<std::int64_t>(packed.varint()));
    }

    int field = 0;
    bool isRange = false;
    std::uint64_t number = 0;
    std::int64_t begin = 0;
    std::int64_t end = 0;

private:
    bool enterRange() {
        const std::uint64_t length = varint();
        if (m_at > m_end || length > static_cast<std::uint64_t>(m_end - m_at)) {
            m_broken = true;
            return false;
        }
        begin = m_at;
        end = m_at += static_cast<std::int64_t>(length);
        return field > 0;
    }
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint64_t byte = m_window.number(m_at++, 1);
            value |= (byte & 0x7FU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        m_broken = true;
        return 0;
    }

    Window& m_window;
    std::int64_t m_at;
    std::int64_t m_end;
    bool m_broken = false;
};

/// TensorProto.DataType.
std::string typeName(std::uint64_t type) {
    constexpr std::array Names = {"undefined",  "float",   "uint8",  "int8",   "uint16",
                                  "int16",      "int32",   "int64",  "string", "bool",
                                  "float16",    "double",  "uint32", "uint64", "complex64",
                                  "complex128", "bfloat16"};
    return type < Names.size() ? Names[type] : std::to_string(type);
}

std::int64_t typeSize(std::uint64_t type) {
    constexpr std::array<std::int64_t, 17> Sizes = {-1, 4, 1, 1, 2, 2, 4,  8, -1,
                                                    1,  2, 8, 4, 8, 8, 16, 2};
    return type < Sizes.size() ? Sizes[type] : -1;
}

class OnnxReader {
public:
    OnnxReader(const Bytes& bytes, std::stop_token stop)
        : m_window(bytes), m_stop(std::move(stop)) {}

    Result<LayerList> read() {
        Fields model(m_window, 0, m_window.size());
        while (step(model))
            modelField(model);
        if (m_stop.stop_requested())
            return base::Cancelled{};
        if (model.broken() && m_list.layers.empty() && m_list.operators.empty())
            return m_window.ok() ? notDecoded("ModelProto") : m_window.error();
        if (model.broken() || m_broken)
            m_list.fault = "ModelProto";
        return std::move(m_list);
    }

private:
    bool step(Fields& fields) {
        if (m_stop.stop_requested() || ++m_steps > MostFields)
            return false;
        const bool more = fields.next();
        m_broken = m_broken || (!more && fields.broken());
        return more;
    }

    void modelField(Fields& at) {
        const auto about = [&](const char* key, const std::string& value) {
            if (!value.empty())
                m_list.about.emplace_back(key, value);
        };
        switch (at.field) {
            case 1:
                about("ir_version", std::to_string(at.number));
                break;
            case 2:
                about("producer_name", at.text());
                break;
            case 3:
                about("producer_version", at.text());
                break;
            case 4:
                about("domain", at.text());
                break;
            case 5:
                about("model_version", std::to_string(at.number));
                break;
            case 6:
                about("doc_string", at.text());
                break;
            case 7:
                graph(at.inside());
                break;
            case 8:
                pair(at.inside(), "opset", true);
                break;
            case 14:
                pair(at.inside(), "", false);
                break;
            default:
                break;
        }
    }

    /// StringStringEntryProto, or OperatorSetIdProto with its number second.
    void pair(Fields at, const std::string& prefix, bool isNumber) {
        std::string key;
        std::string value;
        while (step(at)) {
            if (at.field == 1)
                key = at.text();
            else if (at.field == 2)
                value = isNumber ? std::to_string(at.number) : at.text();
        }
        const std::string name =
            prefix.empty() ? key : prefix + (key.empty() ? "" : " (" + key + ')');
        if (m_list.about.size() < 1000)
            m_list.about.emplace_back(name, value);
    }

    void graph(Fields at) {
        while (step(at)) {
            if (at.field == 1)
                node(at.inside());
            else if (at.field == 2)
                m_list.about.emplace_back("graph", at.text());
            else if (at.field == 5)
                tensor(at.inside());
            else if (at.field == 11)
                m_list.inputs.push_back(value(at.inside()));
            else if (at.field == 12)
                m_list.outputs.push_back(value(at.inside()));
            if (m_list.inputs.size() + m_list.outputs.size() > MostLayers)
                break;
        }
    }

    void node(Fields at) {
        while (step(at)) {
            if (at.field == 4 && m_list.operators.size() < 10'000)
                ++m_list.operators[at.text()];
        }
    }

    void tensor(Fields at) {
        Layer layer;
        std::uint64_t type = 0;
        while (step(at)) {
            if (at.field == 1)
                at.appendTo(layer.shape);
            else if (at.field == 2)
                type = at.number;
            else if (at.field == 8)
                layer.name = at.text();
            else if (at.field == 9)
                layer.bytes = at.end - at.begin;
        }
        layer.type = typeName(type);
        // Values that stand in typed fields, or in a file beside, have the size of their shape.
        if (layer.bytes < 0 && typeSize(type) > 0) {
            std::int64_t bytes = typeSize(type);
            for (const std::int64_t side : layer.shape) {
                const bool fits =
                    side >= 0 && (side == 0 || bytes <= (std::int64_t{1} << 50) / side);
                bytes = fits && bytes >= 0 ? bytes * side : -1;
            }
            layer.bytes = bytes;
        }
        if (m_list.layers.size() < MostLayers)
            m_list.layers.push_back(std::move(layer));
        else
            m_list.cut = true;
    }

    /// ValueInfoProto, down to TypeProto.Tensor and the dimensions of its shape.
    Layer value(Fields at) {
        Layer layer;
        while (step(at)) {
            if (at.field == 1)
                layer.name = at.text();
            else if (at.field == 2)
                type(at.inside(), layer);
        }
        return layer;
    }
    void type(Fields at, Layer& layer) {
        while (step(at)) {
            if (at.field != 1)
                continue;
            Fields tensorType = at.inside();
            while (step(tensorType)) {
                if (tensorType.field == 1)
                    layer.type = typeName(tensorType.number);
                else if (tensorType.field == 2)
                    shape(tensorType.inside(), layer);
            }
        }
    }
    void shape(Fields at, Layer& layer) {
        while (step(at)) {
            if (at.field != 1 || layer.shape.size() >= 64)
                continue;
            layer.shape.push_back(-1);
            Fields dimension = at.inside();
            while (step(dimension)) {
                if (dimension.field == 1)
                    layer.shape.back() = static_cast<std::int64_t>(dimension.number);
            }
        }
    }

    Window m_window;
    std::stop_token m_stop;
    LayerList m_list;
    std::int64_t m_steps = 0;
    bool m_broken = false;
};

}  // namespace

Result<LayerList> readOnnx(const Bytes& bytes, const std::stop_token& stop) {
    return OnnxReader(bytes, stop).read();
}

}  // namespace podium::artifacts
