from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from slated.reading.lexicon import load_table, load_words

OWN = (
    "abbreviations", "calendar_names", "hedges", "irregular_verbs", "not_events", "places_words", "titles", "rulings", "venue_cues",
)  # fmt: skip


@pytest.mark.parametrize("name", OWN)
def test_word_lists_are_folded(name: str) -> None:
    for key, words in load_words(name).items():
        assert words, f"{name}.{key} is empty"
        assert all(w == w.lower().strip() and w for w in words), f"{name}.{key}"


@pytest.mark.parametrize("kind", ["nouns", "verbs"])
def test_an_event_word_stands_in_one_class(kind: str) -> None:
    counts = Counter(w for table in load_table("event_classes").values() for w in table[kind])
    assert [w for w, n in counts.items() if n > 1] == []


def test_an_irregular_verb_is_one_that_is_listed() -> None:
    tables = [*load_table("status_cues").values(), *load_table("event_classes").values()]
    assert load_words("irregular_verbs")["verbs"] <= {v for table in tables for v in table.get("verbs", [])}


def test_classes_are_those_of_the_contract() -> None:
    assert set(load_table("event_classes")) == {
        "meeting", "visit", "vote", "election", "hearing", "ruling", "trial", "launch", "release", "announcement",
        "report", "deadline", "legislation", "appointment", "deployment", "attack", "protest", "sport", "ceremony",
        "deal", "payment", "closing", "opening", "other",
    }  # fmt: skip


def test_a_hedge_has_one_grade() -> None:
    counts = Counter(w for words in load_words("hedges").values() for w in words)
    assert [w for w, n in counts.items() if n > 1] == []


def test_every_data_file_can_be_read() -> None:
    for file in files("slated.reading").joinpath("data").iterdir():
        if file.name.endswith(".toml"):
            assert load_table(file.name.removesuffix(".toml")), file.name


def test_a_short_given_name_is_short_for_one() -> None:
    names = load_table("given_names")["names"]
    counts = Counter(name for forms in names for name in forms)
    assert [name for name, n in counts.items() if n > 1] == []
    assert all(name == name.lower() and name.isalpha() for name in counts)


def test_a_second_sense_is_of_a_listed_noun_and_another_class() -> None:
    classes = load_table("event_classes")
    for noun, senses in load_table("senses").items():
        listed = {name for name, table in classes.items() if noun in table["nouns"]}
        assert senses.keys() <= (classes.keys() | {"nothing"}) - listed


def test_what_flies_is_of_one_kind() -> None:
    counts = Counter(noun for table in load_table("craft").values() for noun in table["nouns"])
    assert all(n == 1 and noun == noun.lower().strip() for noun, n in counts.items())


def test_a_verb_carries_events_of_listed_classes() -> None:
    carried = load_table("carried")
    assert carried.keys() <= load_table("event_classes").keys()
    for table in carried.values():
        assert table["verbs"] == sorted(set(table["verbs"]))


def test_who_judges_in_person_is_among_those_who_judge() -> None:
    rulings = load_words("rulings")
    assert rulings["bench"] < rulings["judges"]


def test_what_brings_forward_is_among_what_sets_a_day() -> None:
    scheduled = load_table("status_cues")["scheduled"]
    assert set(scheduled["earlier"]) <= set(scheduled["particles"])
