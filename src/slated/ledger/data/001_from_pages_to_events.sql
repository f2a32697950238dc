-- Facts first, then what is derived from them; slated/ledger/schema.py says what they hold.

CREATE TABLE state (
    name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name)
);

CREATE TABLE captures (
    capture_id TEXT NOT NULL, document_id TEXT NOT NULL, origin TEXT NOT NULL,
    kind TEXT NOT NULL, captured TEXT, PRIMARY KEY (capture_id)
);

CREATE TABLE articles (
    document_id TEXT NOT NULL, source_id TEXT NOT NULL, url TEXT, outlet TEXT, title TEXT,
    byline TEXT, language TEXT NOT NULL, text TEXT NOT NULL, published TEXT,
    creation_time_earliest TEXT, creation_time_latest TEXT, creation_time_method TEXT NOT NULL,
    creation_time_evidence TEXT NOT NULL, creation_time_confidence FLOAT NOT NULL,
    opinion BOOLEAN NOT NULL, reader_version TEXT NOT NULL, PRIMARY KEY (document_id)
);

CREATE TABLE blocks (
    document_id TEXT NOT NULL, position INTEGER NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (document_id, position)
);

CREATE TABLE timexes (
    document_id TEXT NOT NULL, position INTEGER NOT NULL, part TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,
    mod TEXT, earliest TEXT, latest TEXT, PRIMARY KEY (document_id, position)
);

CREATE TABLE phrases (
    document_id TEXT NOT NULL, position INTEGER NOT NULL, part TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, when_earliest TEXT, when_latest TEXT,
    when_text TEXT, when_alternatives TEXT, timexes TEXT NOT NULL,
    PRIMARY KEY (document_id, position)
);

CREATE TABLE actors (
    document_id TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
    "key" TEXT NOT NULL, kind TEXT NOT NULL, spans TEXT NOT NULL, roles TEXT NOT NULL,
    state TEXT, PRIMARY KEY (document_id, position)
);

CREATE TABLE statements (
    document_id TEXT NOT NULL, position INTEGER NOT NULL, source_name TEXT, source_kind TEXT,
    source_part TEXT, source_start INTEGER, source_end INTEGER, cue_part TEXT,
    cue_start INTEGER, cue_end INTEGER, content_part TEXT NOT NULL,
    content_start INTEGER NOT NULL, content_end INTEGER NOT NULL, mode TEXT NOT NULL,
    kind TEXT NOT NULL, within INTEGER, PRIMARY KEY (document_id, position)
);

CREATE TABLE mentions (
    document_id TEXT NOT NULL, position INTEGER NOT NULL, trigger_part TEXT NOT NULL,
    trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, event_class TEXT NOT NULL,
    title TEXT NOT NULL, head TEXT NOT NULL, evidence_part TEXT NOT NULL,
    evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL, status TEXT NOT NULL,
    participants TEXT NOT NULL, places TEXT NOT NULL, window_earliest TEXT, window_latest TEXT,
    window_text TEXT, window_alternatives TEXT, previous_earliest TEXT, previous_latest TEXT,
    previous_text TEXT, previous_alternatives TEXT, hedge_text TEXT, hedge_grade TEXT,
    condition_part TEXT, condition_start INTEGER, condition_end INTEGER, statement INTEGER,
    sources TEXT NOT NULL, ordinal INTEGER, modifiers TEXT NOT NULL, anaphor BOOLEAN NOT NULL,
    refers_to INTEGER, confidence FLOAT NOT NULL, PRIMARY KEY (document_id, position)
);

CREATE TABLE tracked_events (
    event_id TEXT NOT NULL, title TEXT NOT NULL, event_class TEXT NOT NULL,
    status TEXT NOT NULL, earliest TEXT, latest TEXT, first_reported TEXT, last_reported TEXT,
    PRIMARY KEY (event_id)
);

CREATE TABLE event_participants (
    event_id TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, "key" TEXT NOT NULL,
    role TEXT NOT NULL, kind TEXT NOT NULL, state TEXT, PRIMARY KEY (event_id, position)
);

CREATE TABLE event_places (
    event_id TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, "key" TEXT NOT NULL,
    standing TEXT NOT NULL, document_id TEXT, part TEXT, start INTEGER, "end" INTEGER,
    PRIMARY KEY (event_id, position)
);

CREATE TABLE reports (
    event_id TEXT NOT NULL, position INTEGER NOT NULL, document_id TEXT NOT NULL,
    published TEXT, status TEXT NOT NULL, window_earliest TEXT, window_latest TEXT,
    window_text TEXT, window_alternatives TEXT, previous_earliest TEXT, previous_latest TEXT,
    previous_text TEXT, previous_alternatives TEXT, hedge_text TEXT, hedge_grade TEXT,
    condition TEXT, evidence TEXT NOT NULL, mentions TEXT NOT NULL, origin TEXT NOT NULL,
    PRIMARY KEY (event_id, position)
);

CREATE TABLE report_places (
    event_id TEXT NOT NULL, position INTEGER NOT NULL, place INTEGER NOT NULL,
    name TEXT NOT NULL, "key" TEXT NOT NULL, standing TEXT NOT NULL, part TEXT, start INTEGER,
    "end" INTEGER, PRIMARY KEY (event_id, position, place)
);

CREATE TABLE report_sources (
    event_id TEXT NOT NULL, position INTEGER NOT NULL, source INTEGER NOT NULL,
    name TEXT NOT NULL, kind TEXT NOT NULL, part TEXT, start INTEGER, "end" INTEGER,
    PRIMARY KEY (event_id, position, source)
);

CREATE TABLE revisions (
    event_id TEXT NOT NULL, position INTEGER NOT NULL, as_of TEXT, what TEXT NOT NULL,
    "before" TEXT, "after" TEXT, reports TEXT NOT NULL, PRIMARY KEY (event_id, position)
);

CREATE TABLE outcomes (
    event_id TEXT NOT NULL, status TEXT NOT NULL, earliest TEXT, latest TEXT, report TEXT,
    PRIMARY KEY (event_id)
);

CREATE INDEX captures_of_document ON captures (document_id);

CREATE INDEX articles_by_day ON articles (published);

CREATE INDEX reports_of_document ON reports (document_id);

CREATE INDEX reports_by_day ON reports (published);

CREATE INDEX events_by_day ON tracked_events (earliest, latest);

CREATE INDEX participants_by_key ON event_participants ("key");

CREATE INDEX places_by_key ON report_places ("key");
