-- What people rule, and which events carry a ruling.

CREATE TABLE rulings (
    number INTEGER NOT NULL, kind TEXT NOT NULL, "by" TEXT NOT NULL, why TEXT NOT NULL,
    made TEXT, events TEXT NOT NULL, reports TEXT NOT NULL, title TEXT, status TEXT,
    earliest TEXT, latest TEXT, undone_by TEXT, undone_why TEXT, anchors TEXT NOT NULL,
    PRIMARY KEY (number)
);

CREATE TABLE event_rulings (
    event_id TEXT NOT NULL, position INTEGER NOT NULL, number INTEGER NOT NULL,
    kind TEXT NOT NULL, "by" TEXT NOT NULL, why TEXT NOT NULL, made TEXT, events TEXT NOT NULL,
    reports TEXT NOT NULL, title TEXT, status TEXT, earliest TEXT, latest TEXT, undone_by TEXT,
    undone_why TEXT, PRIMARY KEY (event_id, position)
);

ALTER TABLE outcomes ADD COLUMN ruling INTEGER;
