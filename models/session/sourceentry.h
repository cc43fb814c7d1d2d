// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sourcebook.h"

/// The inside of a SourceBook, for its own files only.
namespace podium::session {

using SharedStore = std::shared_ptr<stores::Store>;

/// What the cache says of a source.
struct SourceBook::Listing {
    std::optional<cache::SourceRow> source;
    std::vector<cache::ExperimentRow> experiments;
    std::vector<cache::Kept> kept;

    static base::Result<Listing> load(cache::Cache& cache, const std::string& location);
};

/// What opening gives: the store or why not, and what the cache has of it in either case.
struct SourceBook::Opened {
    SharedStore store;
    base::Error error;
    QString location;
    QString kind;
    Listing listing;
};

/// The working side of a source: its store and the jobs on it.
struct SourceBook::Entry {
    QString location;
    SharedStore store;
    std::stop_source syncStop{std::nostopstate};
    std::stop_source followStop{std::nostopstate};
    std::shared_ptr<Watch> watch;  // from one whole sync to the next; null: nobody watches
    bool syncing = false;
    bool syncAgain = false;  // the store was changed while it was being read
    Part written;            // what is to be read again
    Part reading;            // what of it is being read
    bool reloadQueued = false;
    bool reloading = false;
    QTimer retry;
    std::size_t attempts = 0;  // since it answered last
    quint64 opening = 0;       // the newest opening; earlier ones that end later don't count

    ~Entry() {
        syncStop.request_stop();
        followStop.request_stop();
    }
};

}  // namespace podium::session
