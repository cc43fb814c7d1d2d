-- SPDX-License-Identifier: GPL-3.0-or-later
-- The state in which a store was read last as a whole, from stores that can tell at once that nothing has changed.

ALTER TABLE source ADD COLUMN state INTEGER NOT NULL DEFAULT 0; -- 0: not known
