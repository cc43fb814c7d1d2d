// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/markdowntext.h"

#include <QRegularExpression>

namespace podium::views {

namespace {

constexpr qsizetype MaxParagraph = 16 * 1024;  // characters between blank lines
constexpr int MaxBrackets = 2000;              // in one paragraph
constexpr int MaxPictures = 100;
constexpr int MaxNesting = 16;  // quotes and list marks at the start of a line
constexpr int MaxIndent = 64;

/// Marks of quotes and lists before the text of a line.
int nestingOf(QStringView line) {
    int marks = 0;
    qsizetype at = 0;
    while (at < line.size()) {
        const QChar c = line[at];
        if (c == u' ' || c == u'\t') {
            ++at;
        } else if (c == u'>' || c == u'-' || c == u'+' || c == u'*') {
            ++marks;
            ++at;
        } else if (c.isDigit()) {
            while (at < line.size() && line[at].isDigit())
                ++at;
            if (at >= line.size() || (line[at] != u'.' && line[at] != u')'))
                break;
            ++marks;
            ++at;
        } else {
            break;
        }
    }
    // A rule of dashes is no nesting.
    return at == line.size() && !line.contains(u'>') ? 0 : marks;
}

qsizetype indentOf(QStringView line) {
    qsizetype at = 0;
    while (at < line.size() && (line[at] == u' ' || line[at] == u'\t'))
        ++at;
    return at;
}

}  // namespace

bool isCalmMarkdown(const QString& markdown) {
    if (markdown.size() > MaxMarkdownCharacters || markdown.count(u"![") > MaxPictures)
        return false;
    qsizetype paragraph = 0;
    qsizetype brackets = 0;
    for (const QStringView line : QStringView(markdown).split(u'\n')) {
        if (line.trimmed().isEmpty()) {
            paragraph = brackets = 0;
            continue;
        }
        paragraph += line.size();
        brackets += line.count(u'[') + line.count(u'<') + line.count(u'*') + line.count(u'_');
        if (paragraph > MaxParagraph || brackets > MaxBrackets || nestingOf(line) > MaxNesting ||
            (nestingOf(line) > 0 && indentOf(line) > MaxIndent))
            return false;
    }
    return true;
}

QString preparedMarkdown(const QString& markdown) {
    static const QRegularExpression rule(
        QStringLiteral("^[ ]{0,3}\\|?[ \\t]*:?-+:?[ \\t]*"
                       "(\\|[ \\t]*:?-+:?[ \\t]*)+\\|?[ \\t]*\\r?$"));
    static const QRegularExpression shortDashes(QStringLiteral("(?<!-)-{1,2}(?!-)"));
    QStringList lines = markdown.split(u'\n');
    for (QString& line : lines) {
        if (line.contains(u'|') && line.size() < 2000 && rule.match(line).hasMatch())
            line.replace(shortDashes, QStringLiteral("---"));
    }
    return lines.join(u'\n');
}

QStringList picturesOf(const QString& markdown) {
    static const QRegularExpression image(
        QStringLiteral("!\\[[^\\]\\n]{0,500}\\]\\(\\s*<?([^)>\\s]{1,1000})"));
    QStringList names;
    auto matches = image.globalMatch(markdown);
    while (matches.hasNext() && names.size() < MaxPictures) {
        const QString name = matches.next().captured(1);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

}  // namespace podium::views
