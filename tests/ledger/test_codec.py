from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slated.ledger import schema
from slated.ledger.codec import Words, from_row, to_row
from slated.model import (
    Actor,
    Article,
    Block,
    EventMention,
    EventPlace,
    Outcome,
    Participant,
    Report,
    Revision,
    Source,
    Span,
    Statement,
    TimePhrase,
    Timex,
    TrackedEvent,
)

NOUNS: list[Any] = [Timex, TimePhrase, Actor, Statement, EventMention, Participant, EventPlace, Source]
NOUNS += [Outcome, Revision, Block]


@pytest.mark.parametrize("cls", NOUNS, ids=lambda cls: cls.__name__)
def test_what_is_written_reads_back_the_same(cls: Any, words: Words) -> None:
    @settings(max_examples=30)
    @given(st.from_type(cls))
    def law(noun: Any) -> None:
        assert from_row(cls, to_row(noun), words) == noun

    law()


@pytest.mark.parametrize(
    ("table", "cls", "besides"),
    [
        ("timexes", Timex, {"document_id", "position"}),
        ("phrases", TimePhrase, {"document_id", "position"}),
        ("actors", Actor, {"document_id", "position"}),
        ("statements", Statement, {"document_id", "position"}),
        ("mentions", EventMention, {"document_id", "position"}),
        ("blocks", Block, {"document_id", "position"}),
        ("event_participants", Participant, {"event_id", "position"}),
        ("event_places", EventPlace, {"event_id", "position", "document_id"}),
        ("report_places", EventPlace, {"event_id", "position", "place"}),
        ("report_sources", Source, {"event_id", "position", "source"}),
        ("revisions", Revision, {"event_id", "position"}),
        ("outcomes", Outcome, {"event_id"}),
    ],
)
def test_every_field_has_its_column_and_every_column_its_field(
    table: str, cls: Any, besides: set[str]
) -> None:
    @settings(max_examples=30)
    @given(st.from_type(cls))
    def law(noun: Any) -> None:
        assert set(to_row(noun)) | besides == {c.name for c in schema.metadata.tables[table].columns}

    law()


@settings(max_examples=3)
@given(st.from_type(Article), st.from_type(Report), st.from_type(TrackedEvent))
def test_nouns_of_several_tables_have_columns_for_what_is_not_kept_elsewhere(
    article: Article, report: Report, event: TrackedEvent
) -> None:
    def columns(table: str) -> set[str]:
        return {c.name for c in schema.metadata.tables[table].columns}

    assert set(to_row(article)) - {"blocks"} == columns("articles") - {"published", "reader_version"}
    of_article = {"source_id", "outlet", "url"}
    assert set(to_row(report)) - of_article - {"places", "sources"} == columns("reports") - {
        "event_id",
        "position",
    }
    nested = {"participants", "places", "reports", "revisions", "contradictions", "rulings"}
    outcome = {f"outcome_{cell}" for cell in ("status", "earliest", "latest", "report", "ruling")}
    assert set(to_row(event)) - nested - outcome == columns("tracked_events") - {
        "first_reported",
        "last_reported",
        "reports",
        "origins",
        "moved",
    }


def test_a_span_takes_three_columns_and_no_copy_of_the_words(words: Words) -> None:
    row = to_row(Timex(words.span(57, 63, None), "DATE", "2023", None, None))
    assert row == {
        "part": "text",
        "start": 57,
        "end": 63,
        "type": "DATE",
        "value": "2023",
        "mod": None,
        "earliest": None,
        "latest": None,
    }


def test_a_span_of_the_title_is_cut_from_the_title(words: Words) -> None:
    assert words.span(0, 6, "title") == Span(0, 6, "Second", "title")
