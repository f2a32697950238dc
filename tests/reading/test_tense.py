from __future__ import annotations

import pytest

from slated.model import Article, Block, CreationTime
from slated.reading.parse import parse_sentences
from slated.reading.sentences import split_sentences
from slated.reading.tense import tense_finder

UNKNOWN = CreationTime(None, None, "unknown", "")


def tense_of(text: str, words: str, title: bool = False, parsed: bool = True) -> str | None:
    body = "" if title else text
    blocks = () if title else (Block(0, len(text), "paragraph"),)
    article = Article("d", "d", None, None, text if title else None, None, "en", body, UNKNOWN, blocks)
    plain = split_sentences(article)
    find = tense_finder(parse_sentences(plain, [parsed] * len(plain)), "title" if title else "text")
    start = text.index(words)
    return find(start, start + len(words))


@pytest.mark.parametrize(
    "text",
    [
        "The minister will meet the union on Tuesday.",
        "The minister is to meet the union on Tuesday.",
        "The minister said she would meet the union on Tuesday.",
        "The minister hopes to meet the union on Tuesday.",
        "The minister has agreed to meet the union on Tuesday.",
        "Talks scheduled for Tuesday are being prepared in haste.",
        "The vote was postponed until Tuesday.",
        "The minister is meeting the union on Tuesday.",
        "A vote is due on Tuesday.",
        "The union has called a strike for Tuesday.",
        "The airline will suspend its flights from Tuesday.",
        "The clinic will have new rooms from Tuesday.",
        "The union asked for an emergency sitting of the chamber on Tuesday.",
        "Ahead of Tuesday the streets were cleared.",
        "She packed her bags ahead of her Tuesday meeting with the union.",
        "The mood in the city heading into Tuesday's vote is tense.",
        "She will be free on Tuesday, when voters choose a mayor.",
        "Help us on Tuesday and vote.",
    ],
)
def test_ahead(text: str) -> None:
    assert tense_of(text, "Tuesday") == "future"


@pytest.mark.parametrize(
    "text",
    [
        "The minister met the union on Tuesday.",
        "The minister has not spoken since Tuesday.",
        "The minister was meeting the union on Tuesday.",
        "The minister would have met the union on Tuesday.",
        "Neither of them could be reached on Tuesday.",
        "The firm failed to pay its crews on Tuesday.",
        "The vote had been hoped for as recently as Tuesday.",
        "The mayor let the works begin on Tuesday.",
        "The ministry's announcement Tuesday that it will close the port angers many.",
        "But on Tuesday, when the mayor told the press that she would quit, he stayed at home.",
        "Her warning on Tuesday that the bridge would fall was heard.",
        "The union wants an account after the mayor's appearance before the council on Tuesday.",
        "Even before Tuesday's development she was tired.",
        "Hope on Tuesday moved the markets, which would fall again.",
        "The town will mourn the victims of Tuesday's attack.",
        "The pact, signed on Tuesday, is void.",
    ],
)
def test_back(text: str) -> None:
    assert tense_of(text, "Tuesday") == "past"


@pytest.mark.parametrize(
    "text",
    [
        "The minister agreed to meet the union on Tuesday.",
        "Talks scheduled for Tuesday were prepared in haste.",
        "The mayor urged the union to return on Tuesday.",
        "The choir was expected to sing on Tuesday.",
        "The bill was due on Tuesday.",
        "The company planned a vote on Tuesday.",
        "A vote on Tuesday was very unlikely.",
    ],
)
def test_what_was_planned(text: str) -> None:
    assert tense_of(text, "Tuesday") == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "The vote had been scheduled for Tuesday.",
        "It had been due to end on Tuesday.",
        "The lease had a Tuesday deadline.",
        "It was originally scheduled for Tuesday.",
    ],
)
def test_what_had_been_planned(text: str) -> None:
    assert tense_of(text, "Tuesday") == "formerly"


def test_what_is_done_at_an_occasion_dates_it() -> None:
    assert tense_of("At the June 8 fair, she won a cake.", "June 8") == "past"
    assert tense_of("She discussed the June 8 fair.", "June 8") == "under_past"


def test_present_and_untold() -> None:
    assert tense_of("The minister meets the union on Tuesday.", "Tuesday") == "present"
    assert tense_of("The shop is closed on Tuesday.", "Tuesday") == "present"
    assert tense_of("The pact effective June 1 is void.", "June 1") is None
    assert tense_of("He announced a trip to Rome in May.", "May") in {"past", "under_past"}


def test_headlines_look_ahead_with_an_infinitive() -> None:
    assert tense_of("Minister to meet union on Tuesday", "Tuesday", title=True) == "future"


def test_without_a_parse_the_nearest_cue_before_decides() -> None:
    assert tense_of("The minister will meet the union on Tuesday.", "Tuesday", parsed=False) == "future"
    assert tense_of("The minister visited the union on Tuesday.", "Tuesday", parsed=False) == "past"
    assert tense_of("The union on Tuesday.", "Tuesday", parsed=False) is None


def test_outside_of_every_sentence_there_is_no_tense() -> None:
    find = tense_finder((), "text")
    assert find(0, 3) is None
