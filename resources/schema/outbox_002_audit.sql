-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lines of the audit log hold the hash of the line before, so that a change of the log shows. Lines of older versions
-- get their hashes when the log is opened first.

ALTER TABLE audit ADD COLUMN prev TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN hash TEXT NOT NULL DEFAULT '';

-- The last line that was written. One row.
CREATE TABLE audit_head (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    audit_no INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
