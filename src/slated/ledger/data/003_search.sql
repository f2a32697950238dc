-- What is searched: names, kept by triggers beside the tables they stand in, and articles' words.
-- Everything named search_ can be made again from the other tables. The full-text tables are
-- SQLite's (FTS5); a trigger stands on one line, since a statement ends where a line ends with ;

CREATE TABLE search_names (
    number INTEGER NOT NULL, kind TEXT NOT NULL, "key" TEXT NOT NULL, name TEXT NOT NULL,
    uses INTEGER NOT NULL, PRIMARY KEY (number), UNIQUE (kind, "key", name)
);

CREATE VIRTUAL TABLE search_name_parts USING fts5(
    name, "key", content='search_names', content_rowid='number', tokenize='trigram'
);

CREATE TRIGGER search_name_added AFTER INSERT ON search_names BEGIN INSERT INTO search_name_parts (rowid, name, "key") VALUES (new.number, new.name, new."key"); END;

CREATE TRIGGER search_name_gone AFTER DELETE ON search_names BEGIN INSERT INTO search_name_parts (search_name_parts, rowid, name, "key") VALUES ('delete', old.number, old.name, old."key"); END;

CREATE TRIGGER search_actor_added AFTER INSERT ON event_participants BEGIN INSERT INTO search_names (kind, "key", name, uses) VALUES ('actor', new."key", new.name, 1) ON CONFLICT (kind, "key", name) DO UPDATE SET uses = uses + 1; END;

CREATE TRIGGER search_actor_gone AFTER DELETE ON event_participants BEGIN UPDATE search_names SET uses = uses - 1 WHERE kind = 'actor' AND "key" = old."key" AND name = old.name; DELETE FROM search_names WHERE kind = 'actor' AND "key" = old."key" AND name = old.name AND uses = 0; END;

CREATE TRIGGER search_source_added AFTER INSERT ON report_sources WHEN new.kind <> 'narrator' BEGIN INSERT INTO search_names (kind, "key", name, uses) VALUES ('source', new.name, new.name, 1) ON CONFLICT (kind, "key", name) DO UPDATE SET uses = uses + 1; END;

CREATE TRIGGER search_source_gone AFTER DELETE ON report_sources WHEN old.kind <> 'narrator' BEGIN UPDATE search_names SET uses = uses - 1 WHERE kind = 'source' AND "key" = old.name AND name = old.name; DELETE FROM search_names WHERE kind = 'source' AND "key" = old.name AND name = old.name AND uses = 0; END;

CREATE TRIGGER search_place_added AFTER INSERT ON report_places BEGIN INSERT INTO search_names (kind, "key", name, uses) VALUES ('place', new."key", new.name, 1) ON CONFLICT (kind, "key", name) DO UPDATE SET uses = uses + 1; END;

CREATE TRIGGER search_place_gone AFTER DELETE ON report_places BEGIN UPDATE search_names SET uses = uses - 1 WHERE kind = 'place' AND "key" = old."key" AND name = old.name; DELETE FROM search_names WHERE kind = 'place' AND "key" = old."key" AND name = old.name AND uses = 0; END;

CREATE TRIGGER search_event_added AFTER INSERT ON tracked_events BEGIN INSERT INTO search_names (kind, "key", name, uses) VALUES ('event', new.event_id, new.title, 1) ON CONFLICT (kind, "key", name) DO UPDATE SET uses = uses + 1; END;

CREATE TRIGGER search_event_gone AFTER DELETE ON tracked_events BEGIN DELETE FROM search_names WHERE kind = 'event' AND "key" = old.event_id; END;

CREATE TRIGGER search_event_changed AFTER UPDATE OF title ON tracked_events BEGIN DELETE FROM search_names WHERE kind = 'event' AND "key" = old.event_id; INSERT INTO search_names (kind, "key", name, uses) VALUES ('event', new.event_id, new.title, 1); END;

CREATE TABLE search_articles (
    number INTEGER NOT NULL, document_id TEXT NOT NULL, PRIMARY KEY (number), UNIQUE (document_id)
);

CREATE VIEW search_article_texts AS
    SELECT number, document_id, title, text FROM search_articles JOIN articles USING (document_id);

CREATE VIRTUAL TABLE search_words USING fts5(
    title, text, content='search_article_texts', content_rowid='number',
    tokenize='porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER search_article_added AFTER INSERT ON articles BEGIN INSERT INTO search_articles (document_id) VALUES (new.document_id); INSERT INTO search_words (rowid, title, text) SELECT number, new.title, new.text FROM search_articles WHERE document_id = new.document_id; END;

CREATE TRIGGER search_article_gone AFTER DELETE ON articles BEGIN INSERT INTO search_words (search_words, rowid, title, text) SELECT 'delete', number, old.title, old.text FROM search_articles WHERE document_id = old.document_id; DELETE FROM search_articles WHERE document_id = old.document_id; END;

CREATE TRIGGER search_outlet_added AFTER INSERT ON articles WHEN new.outlet IS NOT NULL BEGIN INSERT INTO search_names (kind, "key", name, uses) VALUES ('outlet', new.outlet, new.outlet, 1) ON CONFLICT (kind, "key", name) DO UPDATE SET uses = uses + 1; END;

CREATE TRIGGER search_outlet_gone AFTER DELETE ON articles WHEN old.outlet IS NOT NULL BEGIN UPDATE search_names SET uses = uses - 1 WHERE kind = 'outlet' AND "key" = old.outlet; DELETE FROM search_names WHERE kind = 'outlet' AND "key" = old.outlet AND uses = 0; END;

INSERT INTO search_names (kind, "key", name, uses)
    SELECT 'actor', "key", name, count(*) FROM event_participants GROUP BY "key", name;

INSERT INTO search_names (kind, "key", name, uses)
    SELECT 'source', name, name, count(*) FROM report_sources WHERE kind <> 'narrator' GROUP BY name;

INSERT INTO search_names (kind, "key", name, uses)
    SELECT 'place', "key", name, count(*) FROM report_places GROUP BY "key", name;

INSERT INTO search_names (kind, "key", name, uses) SELECT 'event', event_id, title, 1 FROM tracked_events;

INSERT INTO search_names (kind, "key", name, uses)
    SELECT 'outlet', outlet, outlet, count(*) FROM articles WHERE outlet IS NOT NULL GROUP BY outlet;

INSERT INTO search_articles (document_id) SELECT document_id FROM articles ORDER BY document_id;

INSERT INTO search_words (rowid, title, text) SELECT number, title, text FROM search_article_texts;

CREATE INDEX articles_of_outlet ON articles (outlet, published);

CREATE INDEX sources_by_name ON report_sources (name);
