from __future__ import annotations

import datetime as dt

from slated.reading.mentions.candidates import candidates_in
from slated.reading.mentions.features import features_of
from tests.reading.pages import parsed

TODAY = dt.date(2021, 5, 3)


def features(word: str, text: str) -> frozenset[str]:
    candidates = candidates_in(parsed(text)[0], [])
    candidate = next(c for c in candidates if c.trigger.token.text == word)
    return features_of(candidate, [], TODAY)


def test_a_verb_shows_its_group_and_subject() -> None:
    found = features("meet", "The ministers will not meet in Oslo.")
    assert {"kind=verb", "group=negated", "modalword=will", "subjhead=minister", "prep=in"} <= set(found)


def test_a_noun_shows_its_determiner_and_modifiers() -> None:
    found = features("summit", "Norway proposed a second summit.")
    assert {"kind=noun", "det=a", "mod=second", "link0=dobj<propose", "status=proposed"} <= set(found)


def test_all_candidates_of_a_sentence_share_what_it_shows() -> None:
    text = "We hope that the board will vote before the summit opens."
    for word in ("vote", "summit", "opens"):
        assert {"first person", "has=will", "root=hope"} <= features(word, text)


def test_without_a_time_none_is_told() -> None:
    assert "time=none" in features("vote", "The board will vote.")
