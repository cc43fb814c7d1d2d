// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/s3xml.h"

#include "http/url.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace podium::artifacts {

namespace {

QByteArray bytesOf(std::string_view text) {
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// Space is '+' here, a plus %2B: the answer is encoded as a form is.
std::string decoded(std::string text, bool encoded) {
    if (!encoded)
        return text;
    std::replace(text.begin(), text.end(), '+', ' ');
    return http::percentDecode(text);
}

std::string textOf(QXmlStreamReader& xml) {
    return xml.readElementText(QXmlStreamReader::IncludeChildElements).toStdString();
}

ListedFile readContents(QXmlStreamReader& xml) {
    ListedFile file;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("Key"))
            file.path = textOf(xml);
        else if (xml.name() == QLatin1String("Size"))
            file.size = std::strtoll(textOf(xml).c_str(), nullptr, 10);
        else if (xml.name() == QLatin1String("ETag"))
            file.validator = textOf(xml);
        else
            xml.skipCurrentElement();
    }
    return file;
}

ListedFile readPrefix(QXmlStreamReader& xml) {
    ListedFile folder;
    folder.isFolder = true;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("Prefix"))
            folder.path = textOf(xml);
        else
            xml.skipCurrentElement();
    }
    return folder;
}

}  // namespace

std::optional<S3Page> readS3Page(std::string_view text) {
    QXmlStreamReader xml(bytesOf(text));
    if (!xml.readNextStartElement() || xml.name() != QLatin1String("ListBucketResult"))
        return std::nullopt;
    S3Page page;
    bool encoded = false;
    bool truncated = false;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("Contents"))
            page.entries.push_back(readContents(xml));
        else if (xml.name() == QLatin1String("CommonPrefixes"))
            page.entries.push_back(readPrefix(xml));
        else if (xml.name() == QLatin1String("EncodingType"))
            encoded = textOf(xml) == "url";
        else if (xml.name() == QLatin1String("IsTruncated"))
            truncated = textOf(xml) == "true";
        else if (xml.name() == QLatin1String("NextContinuationToken"))
            page.continuation = textOf(xml);
        else
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        return std::nullopt;
    for (ListedFile& entry : page.entries)
        entry.path = decoded(std::move(entry.path), encoded);
    if (!truncated)
        page.continuation.clear();
    return page;
}

S3Fault readS3Fault(std::string_view text) {
    S3Fault fault;
    QXmlStreamReader xml(bytesOf(text));
    if (!xml.readNextStartElement() || xml.name() != QLatin1String("Error"))
        return fault;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("Code"))
            fault.code = textOf(xml);
        else if (xml.name() == QLatin1String("Message"))
            fault.message = textOf(xml);
        else if (xml.name() == QLatin1String("Region"))
            fault.region = textOf(xml);
        else
            xml.skipCurrentElement();
    }
    return fault;
}

}  // namespace podium::artifacts
