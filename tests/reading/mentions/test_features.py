from __future__ import annotations

import datetime as dt

from slated.reading.mentions.candidates import candidates_in
from slated.reading.mentions.features import features_of
from tests.reading.pages import parsed

TODAY = dt.date(2021, 5, 3)


def features(word: str, text: str) -> list[str]:
    candidates = candidates_in(parsed(text)[0], [])
    candidate = next(c for c in candidates if c.trigger.token.text == word)
    return features_of(candidate, [], TODAY)


def test_a_verb_shows_its_group_and_subject() -> None:
    found = features("meet", "The ministers will not meet in Oslo.")
    assert {"kind=verb", "group=negated", "modalword=will", "subjhead=minister", "prep=in"} <= set(found)


def test_a_noun_shows_its_determiner_and_modifiers() -> None:
    found = features("summit", "Norway proposed a second summit.")
    assert {"kind=noun", "det=a", "mod=second", "link0=dobj<propose", "status=proposed"} <= set(found)


def test_names_stand_once_in_order() -> None:
    found = features("vote", "They said that they would vote if the vote of the board failed.")
    assert found == sorted(set(found))


def test_without_a_time_none_is_told() -> None:
    assert "time=none" in features("vote", "The board will vote.")
