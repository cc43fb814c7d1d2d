// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace podium::items {

/// What the item models give beside Qt's own roles. Which of them a model has is said in its
/// comment.
enum Role : int {
    RawValue = Qt::UserRole + 1,  // the value as it is stored: double, qlonglong or QString
    RunNumber,                    // qlonglong: base::RunNo::value
    RunId,                        // QByteArray: from which the colour of a run follows
    ColorSlot,                    // int: which of the series colours the run has
    Shown,                        // bool: drawn in the charts
    Context,                      // bool: a run in sight only because a run below it matches
    Vanished,                     // bool: gone from its store, still in the cache
    Deleted,                      // bool: in the store's trash
    Status,                       // int: domain::RunStatus
    Best,                         // bool: the best value of its column
    NotANumber,                   // bool: a number that is NaN
    Missing,                      // bool: the thing has no such value
    FullText,                     // QString: the whole value at full precision, may have lines
    Kind,                         // int: what a row is, see the model
    Count,                        // qlonglong: how many things are below
    State,                        // int: session::SourceState
    Percent,                      // int 0 to 100, -1 while not known
    CheckedAt,                    // qlonglong: when a source was read last, in ms since the epoch
    Location,                     // QString: of a source
    ErrorText,                    // QString: the sentence of an error
    Numeric,                      // bool: a number, to be painted with digits of one width
    Link,                         // bool: leads somewhere when activated
    KeptOffline,                  // bool: it, or something of it, is kept offline
    GroupRow,                     // bool: a group of runs, not a run
    SortKey,                      // by what the rows are in order, for tests
    Detail,                       // QString: said beside the text, in less
    Edited,   // int: sync::DecisionState of what was decided and has not arrived; else invalid
    Verdict,  // int: 1 better than what it is compared with, -1 worse, 0
};

}  // namespace podium::items
