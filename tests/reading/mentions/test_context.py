from __future__ import annotations

import datetime as dt

import numpy as np

from slated.reading.mentions.candidates import candidates_of
from slated.reading.mentions.context import numbers_of
from slated.reading.mentions.judge import model
from tests.reading.pages import parsed

TODAY = dt.date(2021, 5, 3)


def numbers(text: str, leaning: dict[str, float]) -> dict[str, dict[str, float]]:
    """The numbers of the candidates by their word; ``leaning`` by word, -5 where it names none."""
    groups = candidates_of(parsed(text), [])
    words = [c.trigger.token.text for g in groups for c in g.candidates]
    looks = np.array([[leaning.get(word, -5.0), 0.0, 0.0] for word in words])
    return dict(zip(words, numbers_of(groups, looks, TODAY, range(len(looks))), strict=True))


def test_the_lesser_of_two_words_for_one_event_knows_the_better() -> None:
    found = numbers("The hearing will take place.", {"hearing": 3.0})
    assert found["take"]["part"] == 0.0
    assert found["take"]["whole"] > 0.9
    assert found["hearing"]["best"] == 0.0


def test_the_same_word_elsewhere_is_counted() -> None:
    found = numbers("Talks are planned. The merger was welcomed. The merger will be voted on.", {"merger": 2})
    assert found["merger"]["times said"] == 2
    assert found["merger"]["same word before"] > 0.8
    assert found["Talks"]["same word"] == 0.0


def test_every_number_that_the_trees_ask_for_is_there() -> None:
    for row in numbers("The board will vote. A strike may follow.", {}).values():
        assert set(model()["trees"]["names"]) == set(row)


def test_an_article_without_candidates_has_no_numbers() -> None:
    assert numbers_of([], np.zeros((0, 3)), TODAY, ()) == []
