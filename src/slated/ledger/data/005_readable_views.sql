-- The record as people read it in any tool that opens SQLite: names beside days, words beside reports.

CREATE VIEW readable_events AS
    SELECT event_id, title, event_class, status, earliest, latest,
        (SELECT group_concat(name || CASE standing WHEN 'stated' THEN '' WHEN 'leading' THEN ' (likely)'
            WHEN 'candidate' THEN ' (possible)' ELSE ' (ruled out)' END, ', ')
            FROM event_places WHERE event_places.event_id = tracked_events.event_id) AS places,
        (SELECT group_concat(name, ', ') FROM event_participants
            WHERE event_participants.event_id = tracked_events.event_id) AS participants,
        first_reported, last_reported, reports, origins, moved
    FROM tracked_events;

CREATE VIEW readable_reports AS
    SELECT tracked_events.title AS event, reports.published, outlet, reports.status,
        window_earliest AS earliest, window_latest AS latest,
        CASE json_extract(evidence, '$[0][2]') WHEN 'title'
            THEN substr(articles.title, json_extract(evidence, '$[0][0]') + 1,
                json_extract(evidence, '$[0][1]') - json_extract(evidence, '$[0][0]'))
            ELSE substr(text, json_extract(evidence, '$[0][0]') + 1,
                json_extract(evidence, '$[0][1]') - json_extract(evidence, '$[0][0]')) END AS words,
        (SELECT group_concat(name, ', ') FROM report_sources WHERE report_sources.event_id = reports.event_id
            AND report_sources.position = reports.position) AS sources,
        hedge_text AS hedge, condition, url, reports.event_id, reports.document_id
    FROM reports JOIN tracked_events USING (event_id) JOIN articles USING (document_id);

CREATE VIEW readable_revisions AS
    SELECT as_of, title AS event, what, "before", "after", move, days, event_id
    FROM revisions JOIN tracked_events USING (event_id);
