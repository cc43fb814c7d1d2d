-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a source over a network needs, and what was fetched from it beyond a sync.

ALTER TABLE source ADD COLUMN settings TEXT NOT NULL DEFAULT '{}'; -- JSON: how to connect; never a secret
ALTER TABLE source ADD COLUMN offline INTEGER NOT NULL DEFAULT 0; -- taken offline on purpose
ALTER TABLE experiment ADD COLUMN cut INTEGER; -- how many runs are held of one that has more; NULL: all are held

-- A history that a sync left out and somebody asked for. Its points stand in `series`.
CREATE TABLE fetched_history (
    run_no INTEGER NOT NULL REFERENCES run (run_no) ON DELETE CASCADE,
    name_no INTEGER NOT NULL REFERENCES name (name_no),
    extent INTEGER NOT NULL, -- 0 full, 2 sampled
    fetched_at INTEGER NOT NULL,
    reductions BLOB NOT NULL, -- packed; of all that was fetched
    PRIMARY KEY (run_no, name_no)
) STRICT, WITHOUT ROWID;

-- What is to be there without a network. run_id '' stands for every run of the experiment.
CREATE TABLE kept (
    source_no INTEGER NOT NULL REFERENCES source (source_no) ON DELETE CASCADE,
    experiment_id TEXT NOT NULL,
    run_id TEXT NOT NULL,
    histories INTEGER NOT NULL,
    artifacts TEXT NOT NULL, -- patterns of paths, one a line, '*' for all; '' for none
    PRIMARY KEY (source_no, experiment_id, run_id)
) STRICT, WITHOUT ROWID;

-- Folders of artifacts as a server listed them. owner: a run id or a logged model's id.
CREATE TABLE remote_folder (
    source_no INTEGER NOT NULL REFERENCES source (source_no) ON DELETE CASCADE,
    owner TEXT NOT NULL,
    folder TEXT NOT NULL,
    document TEXT NOT NULL, -- JSON array of {path, is_dir, file_size}
    listed_at INTEGER NOT NULL,
    PRIMARY KEY (source_no, owner, folder)
) STRICT, WITHOUT ROWID;

-- Contents of artifacts, once each; the bytes lie in the folder beside the cache.
CREATE TABLE blob (
    digest TEXT NOT NULL PRIMARY KEY, -- SHA-256, hexadecimal
    size INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE remote_file (
    source_no INTEGER NOT NULL REFERENCES source (source_no) ON DELETE CASCADE,
    owner TEXT NOT NULL,
    path TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES blob (digest) ON DELETE CASCADE,
    validator TEXT NOT NULL, -- ETag or Last-Modified, '' where the server gave none
    fetched_at INTEGER NOT NULL,
    PRIMARY KEY (source_no, owner, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX remote_file_by_digest ON remote_file (digest);
