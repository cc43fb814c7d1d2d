-- SPDX-License-Identifier: GPL-3.0-or-later
-- The cache: a copy of what stores hold, made to be read fast. Times are milliseconds since the epoch.

CREATE TABLE source (
    source_no INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    location TEXT NOT NULL UNIQUE,
    root TEXT NOT NULL,
    title TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    synced_at INTEGER -- end of the last complete read
) STRICT;

CREATE TABLE experiment (
    experiment_no INTEGER NOT NULL PRIMARY KEY,
    source_no INTEGER NOT NULL REFERENCES source (source_no) ON DELETE CASCADE,
    experiment_id TEXT NOT NULL,
    name TEXT NOT NULL,
    deleted INTEGER NOT NULL,
    artifact_location TEXT NOT NULL,
    creation_time INTEGER,
    last_update_time INTEGER,
    tags TEXT NOT NULL, -- JSON object
    folder TEXT NOT NULL,
    vanished_at INTEGER,
    UNIQUE (source_no, experiment_id)
) STRICT;

-- Param, metric and tag names, once.
CREATE TABLE name (
    name_no INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- Which names occur in an experiment. kind: 0 metric, 1 param, 2 tag.
CREATE TABLE experiment_name (
    experiment_no INTEGER NOT NULL REFERENCES experiment (experiment_no) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    name_no INTEGER NOT NULL REFERENCES name (name_no),
    PRIMARY KEY (experiment_no, kind, name_no)
) STRICT, WITHOUT ROWID;

-- run_no = experiment_no * 2^32 + counter, so that the runs of an experiment lie side by side.
CREATE TABLE run (
    run_no INTEGER NOT NULL PRIMARY KEY,
    experiment_no INTEGER NOT NULL REFERENCES experiment (experiment_no) ON DELETE CASCADE,
    run_id TEXT NOT NULL,
    experiment_id TEXT NOT NULL,
    run_name TEXT NOT NULL,
    user_id TEXT NOT NULL,
    status INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    start_time INTEGER,
    end_time INTEGER,
    artifact_uri TEXT NOT NULL,
    folder TEXT NOT NULL,
    parent_id TEXT NOT NULL,
    fingerprint INTEGER NOT NULL,
    vanished_at INTEGER,
    UNIQUE (experiment_no, run_id)
) STRICT;

-- Reductions of every metric of a run, packed.
CREATE TABLE run_metrics (
    run_no INTEGER NOT NULL PRIMARY KEY REFERENCES run (run_no) ON DELETE CASCADE,
    packed BLOB NOT NULL
) STRICT;

CREATE TABLE run_texts (
    run_no INTEGER NOT NULL PRIMARY KEY REFERENCES run (run_no) ON DELETE CASCADE,
    params BLOB NOT NULL,
    tags BLOB NOT NULL,
    inputs TEXT NOT NULL -- JSON: datasets, model inputs, model outputs; empty where there are none
) STRICT;

-- Short histories of a run, all in one blob; a history of one point is in run_metrics already.
CREATE TABLE run_history (
    run_no INTEGER NOT NULL PRIMARY KEY REFERENCES run (run_no) ON DELETE CASCADE,
    packed BLOB NOT NULL
) STRICT;

-- Long histories, one blob each.
CREATE TABLE series (
    run_no INTEGER NOT NULL REFERENCES run (run_no) ON DELETE CASCADE,
    name_no INTEGER NOT NULL REFERENCES name (name_no),
    packed BLOB NOT NULL,
    UNIQUE (run_no, name_no)
) STRICT;

CREATE TABLE logged_model (
    source_no INTEGER NOT NULL REFERENCES source (source_no) ON DELETE CASCADE,
    model_id TEXT NOT NULL,
    experiment_id TEXT NOT NULL,
    name TEXT NOT NULL,
    status INTEGER NOT NULL,
    document TEXT NOT NULL, -- JSON: everything else
    PRIMARY KEY (source_no, model_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE registered_model (
    source_no INTEGER NOT NULL REFERENCES source (source_no) ON DELETE CASCADE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    creation_time INTEGER,
    last_update_time INTEGER,
    tags TEXT NOT NULL, -- JSON object
    aliases TEXT NOT NULL, -- JSON object, alias to version
    PRIMARY KEY (source_no, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE model_version (
    source_no INTEGER NOT NULL REFERENCES source (source_no) ON DELETE CASCADE,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    stage TEXT NOT NULL,
    status TEXT NOT NULL,
    run_id TEXT NOT NULL,
    creation_time INTEGER,
    last_update_time INTEGER,
    document TEXT NOT NULL, -- JSON: everything else
    PRIMARY KEY (source_no, name, version)
) STRICT, WITHOUT ROWID;

-- What could not be read as it should be. A problem of a run goes when the run is read anew.
CREATE TABLE problem (
    problem_no INTEGER NOT NULL PRIMARY KEY,
    source_no INTEGER NOT NULL REFERENCES source (source_no) ON DELETE CASCADE,
    experiment_id TEXT NOT NULL,
    run_id TEXT NOT NULL,
    path TEXT NOT NULL,
    code TEXT NOT NULL,
    args TEXT NOT NULL -- JSON array
) STRICT;
CREATE INDEX problem_by_run ON problem (source_no, experiment_id, run_id);
