-- What became of a window or place, by how many days and on whose word; reports that disagree.
-- What is derived is made again, with what is new in it.

DELETE FROM state WHERE name = 'derived_by';

ALTER TABLE tracked_events ADD COLUMN reports INTEGER NOT NULL DEFAULT 0;

ALTER TABLE tracked_events ADD COLUMN origins INTEGER NOT NULL DEFAULT 0;

ALTER TABLE tracked_events ADD COLUMN moved INTEGER NOT NULL DEFAULT 0;

ALTER TABLE revisions ADD COLUMN move TEXT;

ALTER TABLE revisions ADD COLUMN days INTEGER;

ALTER TABLE revisions ADD COLUMN "by" TEXT NOT NULL DEFAULT '[]';

CREATE TABLE contradictions (
    event_id TEXT NOT NULL, position INTEGER NOT NULL, as_of TEXT, what TEXT NOT NULL,
    says TEXT NOT NULL, PRIMARY KEY (event_id, position)
);

CREATE INDEX revisions_by_day ON revisions (as_of);

CREATE INDEX events_by_first_report ON tracked_events (first_reported);
