from __future__ import annotations

import pytest

from slated.tracking.families import family_of, is_carrier, is_mutual, load_families

TABLES = (
    "carriers",
    "chambers",
    "families",
    "leaders",
    "levels",
    "matters",
    "mutual",
    "plain",
    "senses",
    "undergone",
    "vague",
)


def test_a_head_stands_in_one_family_only() -> None:
    heads = [head for family in load_families()["families"].values() for head in family]
    assert len(heads) == len(set(heads))


@pytest.mark.parametrize("table", TABLES)
def test_lists_are_sorted_lower_case_and_without_duplicates(table: str) -> None:
    for words in load_families()[table].values():
        assert words == sorted(set(words))
        assert all(word == word.lower().strip() for word in words)


def test_every_family_named_elsewhere_exists() -> None:
    known = {*load_families()["families"], "deal"}
    assert set(load_families()["mutual"]["families"]) <= known


def test_an_unlisted_head_goes_by_its_class() -> None:
    assert family_of("Summit", "meeting") == family_of("talk", "meeting") == "meeting"
    assert family_of("forum", "meeting") != "meeting"
    assert family_of("blastoff", "launch") == "launch"
    assert family_of("dawdle", "other") == "other:dawdle"
    assert is_mutual("meeting")
    assert not is_mutual("visit")


def test_a_vote_is_one_whatever_it_is_called() -> None:
    assert family_of("decide", "vote") == family_of("referendum", "vote") == family_of("vote", "vote")
    assert family_of("decide", "ruling") == family_of("verdict", "ruling")


def test_what_a_witness_does_is_testimony_and_what_is_approved_was_voted_on() -> None:
    assert family_of("give", "hearing") == family_of("hearing", "hearing") == family_of("testify", "hearing")
    assert family_of("approve", "legislation") == family_of("vote", "vote")
    assert family_of("ban", "legislation") == "legislation"


def test_a_head_of_two_senses_goes_by_the_class_of_its_event() -> None:
    assert family_of("land", "visit") == family_of("trip", "visit")
    assert family_of("land", "launch") == family_of("landing", "launch")
    assert family_of("game", "release") == "release"
    assert family_of("fly", "other") == "other:fly"
    heads = {head for family in load_families()["families"].values() for head in family}
    assert heads >= {head for words in load_families()["senses"].values() for head in words}


def test_carriers_only_say_that_an_event_takes_place() -> None:
    assert is_carrier("take", "talks to take place")
    assert is_carrier("take", "talks that took place in Oslo")
    assert is_carrier("go", "go ahead in Oslo")
    assert is_carrier("happen", "summit to happen")
    assert not is_carrier("take", "take a vote")
    assert not is_carrier("place", "take place")


def test_closing_and_suspending_are_two_things() -> None:
    assert family_of("shut", "closing") == family_of("dismantle", "closing")
    assert family_of("halt", "closing") != family_of("shut", "closing")
