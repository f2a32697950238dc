from __future__ import annotations

import pytest

from tests.reading.pages import mention_of, reading_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nurses plan a strike. The 48-hour strike would begin on Monday.", "protest"),
        ("The union met the union of dockers. The 48-hour strike would begin on Monday.", "protest"),
        ("The army met the union. The strike would begin on Monday.", "attack"),
    ],
)
def test_a_word_has_one_sense_in_an_article(text: str, name: str) -> None:
    assert {m.event_class for m in reading_of(text).mentions if m.head == "strike"} == {name}


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The candidates spoke of the 2032 race.", "race", "election"),
        ("The horse will run its last race on Sunday.", "race", "sport"),
        ("The airline expects to resume flights from the airport on Tuesday.", "flight", "other"),
        ("The capsule will make its first flight on Tuesday.", "flight", "launch"),
    ],
)
def test_the_words_around_tell_the_sense(text: str, word: str, name: str) -> None:
    assert {m.event_class for m in reading_of(text).mentions if m.head == word} == {name}


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Norway and Denmark agreed to swap 30 prisoners on Friday.", "swap", "release"),
        ("A planned exchange of prisoners has been held up.", "exchange", "release"),
        ("The panel will publish its report in May.", "report", "report"),
        ("The report will be tabled in May.", "report", "report"),
        ("The watchdog will release its findings in May.", "findings", "report"),
        ("The label will release her album in May.", "release", "release"),
        ("Voters will decide on October 13 whether to ban hunting.", "decide", "vote"),
        ("The court will decide on Friday.", "decide", "ruling"),
        ("The king will go to Chile in October.", "go", "visit"),
        ("Karen Holt will step down next week.", "step", "appointment"),
    ],
)
def test_who_does_it_and_to_whom_tells_the_sense(text: str, word: str, name: str) -> None:
    assert mention_of(word, text).event_class == name


def test_a_probe_in_space_looks_into_nothing() -> None:
    assert "probe" not in {m.head for m in reading_of("The rocket will carry the probe in May.").mentions}
    assert not any(m.event_class == "nothing" for m in reading_of("The lander will probe in May.").mentions)
    assert mention_of("probe", "The police will open a probe into the crash on Friday.").head == "probe"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Negotiators left the talks on Friday. The second round will follow in May.", "meeting"),
        ("The boxers left the ring on Friday. The second round will follow in May.", "other"),
    ],
)
def test_a_round_is_one_of_talks_where_the_article_is_of_talks(text: str, name: str) -> None:
    assert {m.event_class for m in reading_of(text).mentions if m.head == "round"} == {name}
