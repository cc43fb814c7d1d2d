// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "session/runmarks.h"
#include "session/viewstate.h"

#include <QByteArray>
#include <QJsonArray>
#include <QString>
#include <QStringList>

#include <map>
#include <string>
#include <vector>

namespace podium::session {

/// An experiment as a view names it. The source is "" in a view that came from elsewhere: it is
/// meant for every experiment of the name.
struct ViewExperiment {
    QString name;
    QString source;  // a location

    friend bool operator==(const ViewExperiment&, const ViewExperiment&) = default;
};

/// A named way to look at the runs of some experiments. A value; the files are ViewBook's.
struct SavedView {
    QString name;
    std::vector<ViewExperiment> experiments;
    ViewState table;
    std::map<query::ColumnKey, int> widths;  // pixels, of columns that a person has resized
    RunMarks marks;
    std::vector<std::string> chosen;  // ids of the selected runs
    QJsonArray charts;  // as the charts' room writes them; empty: chosen by themselves

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// True if both arrange the table in the same way; names, experiments and what is selected do not
/// count.
[[nodiscard]] bool sameArrangement(const SavedView& a, const SavedView& b);

/// True if the view was made for these experiments.
[[nodiscard]] bool isFor(const SavedView& view, const std::vector<ViewExperiment>& experiments);

/// What of a view's file could not be taken. The words are made in views.
struct ViewNote {
    enum class Kind {
        // The file is none that is taken at all.
        TooLarge,  // what: its size in bytes, or more
        TooDeep,   // what: how many levels of brackets a view has at most
        NotJson,   // what: number of the line
        Foreign,   // JSON, but no view
        // The rest of the view was taken.
        Newer,       // what: its version
        UnknownKey,  // what: the key
        BadValue,    // what: the key
        TooMany,     // what: the key
        NoColumn,    // what: the column as it stands in the file
        BadFormula,  // what: the formula; error: why
        BadFilter,   // what: the filter; error: why
    };
    Kind kind = Kind::UnknownKey;
    QString what;
    base::Error error;

    friend bool operator==(const ViewNote&, const ViewNote&) = default;
};

struct ReadView {
    SavedView view;
    std::vector<ViewNote> notes;
    bool refused = false;  // there is no view; the only note says why
};

/// The file of a view: JSON, keys in a fixed order, one column, run or chart a line.
[[nodiscard]] QByteArray viewText(const SavedView& view);

/// Reads a file's text, which may come from anybody: what is understood is taken, the rest is in
/// the notes. `chartKeys` are those that a chart may have; empty: any.
[[nodiscard]] ReadView viewFromText(const QByteArray& text, const QStringList& chartKeys = {});

/// A name in one line, without control characters, not longer than a menu can show.
[[nodiscard]] QString cleanViewName(const QString& name);

/// A view's text is read up to this size.
constexpr qsizetype MostViewBytes = 1 << 20;

}  // namespace podium::session
