-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where versions of registered models were, as reads of their store saw it: stores keep no such history.

CREATE TABLE observed (
    source_no INTEGER NOT NULL REFERENCES source (source_no) ON DELETE CASCADE,
    name TEXT NOT NULL, -- of the model
    version INTEGER NOT NULL,
    kind INTEGER NOT NULL, -- 0 stage, 1 alias
    value TEXT NOT NULL, -- the stage (never 'None') or the alias
    since INTEGER NOT NULL, -- the first read that saw it
    before INTEGER, -- the last read before, which saw it otherwise; NULL: the model was not read before
    last_seen INTEGER, -- of one that has ended: the last read that saw it
    until INTEGER, -- the first read that did not see it any more
    PRIMARY KEY (source_no, name, version, kind, value, since)
) STRICT, WITHOUT ROWID;

-- When which model was looked at last.
CREATE TABLE observed_model (
    source_no INTEGER NOT NULL REFERENCES source (source_no) ON DELETE CASCADE,
    name TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (source_no, name)
) STRICT, WITHOUT ROWID;
