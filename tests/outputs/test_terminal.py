from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from slated.ledger.diary import entry_of
from slated.model import Article, Block, CreationTime, EventPlace, Span, TrackedEvent
from slated.outputs import terminal
from slated.outputs.event_table import in_order_of_days, print_events, short_ids
from slated.outputs.history import print_history
from slated.outputs.phrases import places_words, stated_words, window_words
from slated.outputs.quotes import quotes
from tests.outputs.conftest import SENTENCE, window


def article_of(document_id: str) -> Article:
    text = f"{SENTENCE} Nobody else knew.\n\nMore follows."
    unknown = CreationTime(None, None, "unknown", "")
    return Article(
        document_id,
        "a",
        None,
        None,
        "Round in Oslo?",
        None,
        "en",
        text,
        unknown,
        (Block(0, 91, "paragraph"),),
    )


def screen(width: int = 80) -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(file=out, width=width, highlight=False, markup=False), out


def test_a_history_tells_all_cells_and_quotes_whole_sentences(event: TrackedEvent) -> None:
    console, out = screen()
    print_history(event, article_of, console)
    told = out.getvalue()
    flat = " ".join(told.split())
    for words in (
        "second round meeting 0123456789ab",
        "lapsed; 2023-06-05 to 09; Oslo (likely); Norway",
        "2023-03-10 ○ proposed; from 2023-05-01 (Paper a)",
        "says: a diplomat, Paper a; possible: “may”",
        "where: Oslo (likely), Bern (ruled out)",
        "if: if the weather holds",
        f"“{SENTENCE}”",
        "2023-06-05 to 09 or 2023-07-03 to 07",
        "no date ◐ expected; “in the coming weeks”",
        "2023-04-20 window: 2023-05-01.. -> 2023-06-05..2023-06-09",
    ):
        assert words in flat
    assert all(len(line) <= 80 and line == line.rstrip() for line in told.splitlines())
    assert "\x1b" not in told


def test_long_quotes_are_wrapped_without_spaces_at_the_end(event: TrackedEvent) -> None:
    console, out = screen(40)
    print_history(event, article_of, console)
    assert all(len(line) <= 40 and line == line.rstrip() for line in out.getvalue().splitlines())


def test_copies_say_whose_report_they_are(event: TrackedEvent) -> None:
    console, out = screen()
    first, second, third = event.reports
    copies = (first, replace(second, origin="a"), replace(third, origin="the post"))
    print_history(replace(event, reports=copies), article_of, console)
    words = " ".join(out.getvalue().split())
    assert words.count("after: ") == 2
    assert "after: a copy of Paper a, 2023-03-10" in words
    assert "after: the post (not first-hand)" in words


def test_words_from_pages_are_no_markup(event: TrackedEvent) -> None:
    console, out = screen()
    print_events([entry_of(replace(event, title="[red]x[/red] [bold"))], console)
    assert "[red]x[/red]" in out.getvalue()


@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_table_fits(event: TrackedEvent, ascii_only: bool) -> None:
    console, out = screen()
    long = replace(event, event_id="ff", title="a very long title " * 5, window=None)
    print_events([entry_of(event), entry_of(long)], console, ascii_only)
    lines = out.getvalue().splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert lines[0].startswith("id")
    assert not ascii_only or out.getvalue().isascii()


def test_dated_events_come_first_in_order_of_their_days(event: TrackedEvent) -> None:
    early = replace(event, window=window("2023-01-01", None))
    undated = replace(event, window=None)
    entries = [entry_of(e) for e in (undated, event, early)]
    assert in_order_of_days(entries) == [entries[2], entries[1], entries[0]]


def test_ids_are_cut_to_what_tells_them_apart() -> None:
    assert short_ids(["a-b-c1", "a-b-c2"]) == {"a-b-c1": "c1", "a-b-c2": "c2"}
    assert short_ids(["abcdef-1", "abcdxx-1"]) == {"abcdef-1": "abcde", "abcdxx-1": "abcdx"}
    assert short_ids([]) == {}


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2023-05-01", "2023-05-01", "2023-05-01"),
        ("2023-05-01", "2023-05-09", "2023-05-01 to 09"),
        ("2023-05-01", "2023-06-09", "2023-05-01 to 06-09"),
        ("2023-05-01", "2024-06-09", "2023-05-01 to 2024-06-09"),
        ("2023-05-01", None, "from 2023-05-01"),
        (None, "2023-05-01", "by 2023-05-01"),
    ],
)
def test_windows_in_few_words(first: str | None, last: str | None, told: str) -> None:
    assert window_words(window(first, last)) == told


def test_nothing_is_told_of_nothing() -> None:
    assert window_words(None) == stated_words(None) == places_words([]) == ""


def test_candidates_are_told_only_where_nothing_better_is_known() -> None:
    candidate, ruled_out = EventPlace("Bern", "bern", "candidate"), EventPlace("Rome", "rome", "ruled_out")
    assert places_words([candidate, ruled_out]) == "Bern?"
    assert places_words([candidate, EventPlace("Oslo", "oslo", "stated")]) == "Oslo"


def test_evidence_is_quoted_once_in_its_sentence() -> None:
    article = article_of("a")
    within = Span(4, 16, SENTENCE[4:16])
    around = Span(0, 20, SENTENCE[:20])
    headline = Span(0, 5, "Round", "title")
    found = quotes(article, (within, around, headline))
    assert [(q.sentence, q.start, q.end, q.in_title) for q in found] == [
        ("Round in Oslo?", 0, 5, True),
        (SENTENCE, 0, 20, False),
    ]


def test_a_pipe_is_eighty_columns_wide_and_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    console = terminal.console()
    console.print("words", style="red")
    assert console.width == terminal.PIPED_WIDTH
    assert out.getvalue() == "words\n"


@pytest.mark.parametrize(
    ("encoding", "plain"), [("utf-8", False), ("UTF8", False), ("ascii", True), ("latin-1", True)]
)
def test_letters_follow_the_encoding(monkeypatch: pytest.MonkeyPatch, encoding: str, plain: bool) -> None:
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert terminal.ascii_only() is plain
