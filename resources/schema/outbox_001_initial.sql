-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people decided and what is not yet in a store. A file of its own: a cache can be rebuilt, this cannot.

CREATE TABLE outbox (
    entry_no INTEGER NOT NULL PRIMARY KEY,
    location TEXT NOT NULL, -- of the source
    created_at INTEGER NOT NULL,
    intent TEXT NOT NULL, -- JSON: the exact change
    basis TEXT NOT NULL, -- JSON: the state it was decided on
    state TEXT NOT NULL, -- waiting, conflict, failed, local, applied, withdrawn
    settled_at INTEGER,
    outcome TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
    audit_no INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    location TEXT NOT NULL,
    entry TEXT NOT NULL -- JSON
) STRICT;
