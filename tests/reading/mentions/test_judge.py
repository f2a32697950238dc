from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from slated.reading.mentions.candidates import candidates_in
from slated.reading.mentions.features import features_of
from slated.reading.mentions.judge import LEANINGS, leanings_of
from tests.reading.pages import parsed

TODAY = dt.date(2021, 5, 3)


def leaning(word: str, text: str) -> float:
    found = candidates_in(parsed(text)[0], [])
    candidate = next(c for c in found if c.trigger.token.text == word)
    return float(leanings_of([(candidate.trigger, features_of(candidate, [], TODAY))])[0, 0])


@pytest.mark.parametrize(
    ("word", "ahead", "behind"),
    [
        ("meet", "The ministers are scheduled to meet in Oslo.", "The ministers used to meet in Oslo."),
        ("hearing", "The hearing is scheduled for Monday.", "The hearing was long and dull."),
        ("vote", "Parliament will vote on the bill.", "I would never vote for such a bill."),
    ],
)
def test_what_lies_ahead_is_likelier(word: str, ahead: str, behind: str) -> None:
    assert leaning(word, behind) < leaning(word, ahead)


def test_unknown_features_weigh_nothing() -> None:
    candidate = next(iter(candidates_in(parsed("The ministers will meet.")[0], [])))
    known = features_of(candidate, [], TODAY)
    with_one_more, without = leanings_of(
        [(candidate.trigger, {*known, "no such"}), (candidate.trigger, known)]
    )
    assert np.array_equal(with_one_more, without)


def test_neither_the_order_of_features_nor_other_candidates_bear_on_a_leaning() -> None:
    found = list(candidates_in(parsed("The ministers will meet before the hearing.")[0], []))
    looks = [(c.trigger, sorted(features_of(c, [], TODAY))) for c in found]
    together = leanings_of(looks)
    for (trigger, names), row in zip(looks, together, strict=True):
        assert np.array_equal(leanings_of([(trigger, names[::-1])])[0], row)


def test_there_is_a_number_for_each_leaning() -> None:
    candidate = next(iter(candidates_in(parsed("The ministers will meet.")[0], [])))
    assert leanings_of([(candidate.trigger, [])]).shape == (1, len(LEANINGS))
    assert leanings_of([]).shape == (0, len(LEANINGS))
