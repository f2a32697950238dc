from __future__ import annotations

import numpy as np
import pytest

from slated.reading.mentions.encoder import encoded_leanings
from slated.reading.mentions.judge import LEANINGS
from slated.reading.tokens import Token
from tests.reading.pages import parsed


def word(text: str, sought: str) -> Token:
    doc = parsed(text)[0].doc
    assert doc is not None
    return next(t for t in doc if t.text == sought)


@pytest.mark.parametrize(
    ("sought", "ahead", "behind"),
    [
        ("meet", "The ministers are scheduled to meet in Oslo.", "The ministers used to meet in Oslo."),
        ("hearing", "The hearing is scheduled for Monday.", "The hearing was long and dull."),
        ("launch", "The launch of the probe is due in June.", "After the launch the crew celebrated."),
    ],
)
def test_what_lies_ahead_is_likelier(sought: str, ahead: str, behind: str) -> None:
    first, second = encoded_leanings([[word(ahead, sought)], [word(behind, sought)]])
    assert first[0] > second[0]


def test_sentences_do_not_bear_on_each_other() -> None:
    words = [
        [word("The board will vote on Monday.", "vote")],
        [word("A strike of the bus drivers may follow the talks, the union said.", "strike")],
    ]
    together = encoded_leanings(words)
    alone = np.concatenate([encoded_leanings([group]) for group in words])
    assert np.allclose(together, alone, atol=1e-4)


def test_there_is_a_row_for_each_word_and_a_number_for_each_leaning() -> None:
    doc = parsed("The board will vote on Monday and meet again on Friday.")[0].doc
    assert doc is not None
    assert encoded_leanings([[doc[3], doc[7]], [], [doc[0]]]).shape == (3, len(LEANINGS))
    assert encoded_leanings([]).shape == (0, len(LEANINGS))
    assert encoded_leanings([[]]).shape == (0, len(LEANINGS))


def test_a_word_beyond_what_is_seen_leans_as_its_sentence() -> None:
    doc = parsed("They met, " * 100 + "and left.")[0].doc
    assert doc is not None
    first, second = encoded_leanings([[doc[-2], doc[-1]]])
    assert np.array_equal(first, second)
