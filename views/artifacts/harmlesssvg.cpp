// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/imagedecode.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>
#include <vector>

namespace podium::views {

namespace {

constexpr int MaxDepth = 128;
constexpr int MaxElements = 400'000;
constexpr double MaxDrawn = 500'000;          // elements drawn when every `use` is followed
constexpr qsizetype MaxEmbedded = 4'000'000;  // characters of one embedded picture

bool isDropped(QStringView element) {
    static const QSet<QString> names = {QStringLiteral("script"), QStringLiteral("foreignObject"),
                                        QStringLiteral("iframe"), QStringLiteral("style"),
                                        QStringLiteral("audio"),  QStringLiteral("video"),
                                        QStringLiteral("a:link"), QStringLiteral("handler")};
    return names.contains(element.toString());
}

/// A reference that stays inside the drawing: "#id", or a picture that is embedded as data.
bool staysInside(QStringView reference) {
    const QStringView target = reference.trimmed();
    if (target.isEmpty() || target.startsWith(u'#'))
        return true;
    return target.startsWith(u"data:image/", Qt::CaseInsensitive) &&
           !target.startsWith(u"data:image/svg", Qt::CaseInsensitive) &&
           target.size() <= MaxEmbedded;
}

/// url(...) of a presentation attribute may only point to the drawing's own parts.
bool hasOutsideUrl(QStringView value) {
    qsizetype at = 0;
    while ((at = value.indexOf(u"url(", at, Qt::CaseInsensitive)) >= 0) {
        QStringView target = value.mid(at + 4).trimmed();
        while (!target.isEmpty() && (target.front() == u'"' || target.front() == u'\''))
            target = target.mid(1);
        if (!target.startsWith(u'#'))
            return true;
        at += 4;
    }
    return false;
}

/// How many elements are drawn when every `use` is followed: a few kilobytes of `use` elements can
/// stand for more than any machine can draw.
class Weight {
public:
    void open(const QXmlStreamAttributes& attributes, bool isUse) {
        const int node = static_cast<int>(m_nodes.size());
        m_nodes.push_back({});
        if (!m_open.empty())
            m_nodes[at(m_open.back())].children.push_back(node);
        m_open.push_back(node);
        if (const QString id = attributes.value(QLatin1String("id")).toString(); !id.isEmpty())
            m_ids.insert(id, node);
        if (!isUse)
            return;
        for (const QXmlStreamAttribute& attribute : attributes) {
            if (attribute.name() == u"href" && attribute.value().trimmed().startsWith(u'#'))
                m_nodes[at(node)].uses = attribute.value().trimmed().mid(1).toString();
        }
    }
    void close() { m_open.pop_back(); }

    /// False if following the references never ends or is beyond the bound.
    bool isBounded() { return m_nodes.empty() || (weigh(0) && m_nodes[0].weight <= MaxDrawn); }

private:
    struct Node {
        std::vector<int> children;
        QString uses;
        double weight = -1;
        bool open = false;
    };
    static std::size_t at(int node) { return static_cast<std::size_t>(node); }

    /// Depth is bounded by elements nested in elements and by one level per `use`.
    bool weigh(int index, int depth = 0) {
        Node& node = m_nodes[at(index)];
        if (node.weight >= 0)
            return true;
        if (node.open || depth > 4 * MaxDepth)
            return false;
        node.open = true;
        double weight = 1;
        for (const int child : node.children) {
            if (!weigh(child, depth + 1))
                return false;
            weight += m_nodes[at(child)].weight;
        }
        if (const auto target = m_ids.constFind(node.uses);
            !node.uses.isEmpty() && target != m_ids.constEnd()) {
            if (!weigh(*target, depth + 1))
                return false;
            weight += m_nodes[at(*target)].weight;
        }
        node.open = false;
        node.weight = std::min(weight, 1e18);
        return true;
    }

    std::vector<Node> m_nodes;
    std::vector<int> m_open;
    QHash<QString, int> m_ids;
};

/// The ids that a drawing gives its elements.
QSet<QString> idsOf(const QByteArray& svg) {
    QSet<QString> ids;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd() && ids.size() < MaxElements) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            ids.insert(reader.attributes().value(u"id"_qs).toString());
    }
    return ids;
}

/// An image without a picture of its own, or a `use` of what is not there; Qt would print a warning
/// about it.
bool isOutsidePicture(const QXmlStreamReader& reader, const QSet<QString>& ids) {
    const bool isUse = reader.name() == u"use";
    if (!isUse && reader.name() != u"image")
        return false;
    const QXmlStreamAttributes attributes = reader.attributes();
    return std::none_of(attributes.begin(), attributes.end(), [&](const auto& attribute) {
        const QStringView value = attribute.value().trimmed();
        if (attribute.name() != u"href" || value.isEmpty() || !staysInside(attribute.value()))
            return false;
        return !isUse || (value.startsWith(u'#') && ids.contains(value.mid(1).toString()));
    });
}

void writeStart(QXmlStreamWriter& writer, const QXmlStreamReader& reader) {
    writer.writeStartElement(reader.qualifiedName().toString());
    for (const QXmlStreamNamespaceDeclaration& space : reader.namespaceDeclarations()) {
        const QString name =
            space.prefix().isEmpty() ? QStringLiteral("xmlns") : u"xmlns:"_qs + space.prefix();
        writer.writeAttribute(name, space.namespaceUri().toString());
    }
    const QXmlStreamAttributes attributes = reader.attributes();
    for (const QXmlStreamAttribute& attribute : attributes) {
        const bool reference = attribute.name() == u"href" || attribute.name() == u"src";
        const bool event = attribute.name().startsWith(u"on", Qt::CaseInsensitive);
        if (event || (reference && !staysInside(attribute.value())) ||
            hasOutsideUrl(attribute.value()))
            continue;
        writer.writeAttribute(attribute.qualifiedName().toString(), attribute.value().toString());
    }
}

}  // namespace

QByteArray harmlessSvg(const QByteArray& svg) {
    QXmlStreamReader reader(svg);
    reader.setNamespaceProcessing(true);
    QByteArray harmless;
    QXmlStreamWriter writer(&harmless);
    const QSet<QString> ids = idsOf(svg);
    Weight weight;
    int depth = 0;
    int elements = 0;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
            case QXmlStreamReader::StartElement:
                if (isDropped(reader.name()) || isOutsidePicture(reader, ids)) {
                    reader.skipCurrentElement();
                    break;
                }
                if (++depth > MaxDepth || ++elements > MaxElements)
                    return {};
                writeStart(writer, reader);
                weight.open(reader.attributes(), reader.name() == u"use");
                break;
            case QXmlStreamReader::EndElement:
                --depth;
                weight.close();
                writer.writeEndElement();
                break;
            case QXmlStreamReader::Characters:
                if (depth > 0)
                    writer.writeCharacters(reader.text().toString());
                break;
            default:  // the declaration, doctype, instructions, comments: nothing to draw
                break;
        }
    }
    return reader.hasError() || !weight.isBounded() ? QByteArray() : harmless;
}

}  // namespace podium::views
