from __future__ import annotations

import pytest

from tests.reading.pages import word_of


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("The singer will release her album, Low Tide, on September 9, her label said on Wednesday.", "on", "release"),
        ("The tour will start as planned on October 1 in Leeds.", "on", "start"),
        ("The tour will start, as was planned on October 1, in Leeds.", "on", "planned"),
        ("The tour will start, officials said on October 1.", "on", "said"),
        ("A hearing at which the banker was to face members this Thursday has been postponed.", "Thursday", "face"),
        ("The talks on Friday have been postponed.", "on", "talks"),
        ("The hearing at which he spoke was on Friday postponed.", "on", "postponed"),
    ],
)  # fmt: skip
def test_a_day_hangs_on_what_is_done_then(text: str, word: str, head: str) -> None:
    found = word_of(text, word)
    assert found.head.text == head
    for token in found.doc:
        assert all(child.head is token for child in token.children)
        assert [c.i for c in token.children] == sorted(c.i for c in token.children)


@pytest.mark.parametrize(
    ("text", "word", "tag", "head"),
    [
        ("Work on the second bridge will not start before May.", "Work", "NN", "start"),
        ("Hockey final to be played in Riga", "final", "NN", "played"),
        ("Hockey final to be played in Riga", "Hockey", "NNP", "final"),
        ("The final vote will be held in Riga.", "final", "JJ", "vote"),
        ("Budget vote postponed until Monday", "postponed", "VBN", "postponed"),
        ("The summit in Uruguay, which opens on May 8, is in doubt.", "opens", "VBZ", "summit"),
        ("Her tour of Peru and Chile, which starts on May 8, will be short.", "starts", "VBZ", "tour"),
        ("The launch from Lima, which is scheduled for May 8, was put off.", "scheduled", "VBN", "launch"),
        ("A protest in Peru, which holds an election on May 8, was put off.", "holds", "VBZ", "Peru"),
        ("A jury in Lima found Colin Vance guilty on Friday.", "Vance", "NNP", "found"),
        ("A jury in Lima found Colin Vance guilty on Friday.", "on", "IN", "found"),
        ("A jury in Lima found Colin Vance not guilty on Friday.", "not", "RB", "guilty"),
        ("Ministers will prepare the summit in Lima, to be held on May 3.", "held", "VBN", "summit"),
        ("The meeting with Ann Lee, which is set for May 8, was put off.", "set", "VBN", "meeting"),
        ("She bought a stake in Acme, which opens a plant on May 8.", "opens", "VBZ", "Acme"),
        ("He will see the preview of Heronfest, which opens on May 8.", "opens", "VBZ", "Heronfest"),
        ("The Kathmandu talks, due to start on May 3, were postponed.", "talks", "NNS", "postponed"),
        ("Moscow talks on the gas pipeline will begin on Monday.", "Moscow", "NNP", "talks"),
        ("She talks of peace.", "talks", "VBZ", "talks"),
        ("Ministers will prepare the summit, to be held in Lima on May 3.", "held", "VBN", "summit"),
        ("They met to prepare for the summit, to be held in Lima.", "held", "VBN", "summit"),
        ("The summit is expected to be held in Lima.", "held", "VBN", "expected"),
        ("The union called off a strike, due to begin on Friday.", "due", "JJ", "strike"),
        ("The trial will open in May, court papers filed on Tuesday show.", "show", "VBP", "on"),
        (
            "Delegates from nearly 50 countries gathered in Riga on Monday for the trade conference.",
            "gathered",
            "VBD",
            "gathered",
        ),
    ],
)
def test_nouns_that_the_tagger_misreads(text: str, word: str, tag: str, head: str) -> None:
    found = word_of(text, word)
    assert (found.tag_, found.head.text) == (tag, head)
