// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/viewwords.h"

#include "views/text/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace podium::views {

namespace {

constexpr std::size_t MostSaid = 3;
constexpr int LongestPart = 80;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::ViewWords)
};

}  // namespace

QString describe(const session::ViewNote& note) {
    using Kind = session::ViewNote::Kind;
    const QString what = oneLine(note.what.toStdString(), LongestPart);
    switch (note.kind) {
        case Kind::TooLarge:
        case Kind::TooDeep:
        case Kind::NotJson:
        case Kind::Foreign:
            return describeRefusal({}, note);
        case Kind::Newer:
            return Words::tr("It was made by a newer Podium (format %1).").arg(what);
        case Kind::UnknownKey:
            return Words::tr("“%1” is not known here and was left out.").arg(what);
        case Kind::BadValue:
            return Words::tr("“%1” has a value that can't be used; it was left out.").arg(what);
        case Kind::TooMany:
            return what.isEmpty()
                       ? Words::tr("There is more in it that is not known here.")
                       : Words::tr("“%1” has more entries than can be used; the rest was left out.")
                             .arg(what);
        case Kind::NoColumn:
            return Words::tr("%1 is no column that is known here; it was left out.").arg(what);
        case Kind::BadFormula:
            return Words::tr("The formula “%1” was refused: %2").arg(what, describe(note.error));
        case Kind::BadFilter:
            return Words::tr("The filter “%1” was refused: %2").arg(what, describe(note.error));
    }
    return {};
}

QString describeRefusal(const QString& path, const session::ViewNote& why) {
    using Kind = session::ViewNote::Kind;
    const QString file = oneLine(path.toStdString(), 300);
    switch (why.kind) {
        case Kind::TooLarge:
            return Words::tr(
                       "%1 is larger than the %2 up to which views are read. It is probably "
                       "another kind of file.")
                .arg(file, bytes(session::MostViewBytes));
        case Kind::TooDeep:
            return Words::tr(
                       "%1 has brackets more than %2 levels deep, which no view has. It is "
                       "probably another kind of file.")
                .arg(file, why.what);
        case Kind::NotJson:
            return Words::tr(
                       "%1 is no valid JSON: line %2 can't be read. Export the view again, "
                       "or mend the line.")
                .arg(file, why.what);
        default:
            return Words::tr(
                       "%1 is JSON, but no view of Podium. Views are the files that Export "
                       "View writes.")
                .arg(file);
    }
}

QString describe(std::span<const session::ViewNote> notes) {
    QStringList sentences;
    for (const session::ViewNote& note : notes.first(std::min(notes.size(), MostSaid)))
        sentences.append(describe(note));
    if (notes.size() > MostSaid)
        sentences.append(Words::tr("There is more of this kind."));
    return sentences.join(u' ');
}

}  // namespace podium::views
