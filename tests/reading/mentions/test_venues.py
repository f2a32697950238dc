from __future__ import annotations

from slated.reading.mentions.triggers import triggers_in
from slated.reading.mentions.venues import venues_of
from tests.reading.pages import parsed


def venues(word: str, text: str) -> list[tuple[str, str]]:
    (sentence,) = parsed(text)
    trigger = next(t for t in triggers_in(sentence) if t.token.text == word)
    return [(p.name, p.standing) for p in venues_of(trigger)]


def test_a_venue_is_that_of_the_event_nearest_to_the_word_for_it() -> None:
    text = (
        "With Lima seen as the most likely venue for the second US-Chile summit, attention turns to a"
        " March 20 meeting between Rosa Diaz and Ann Holm."
    )
    assert venues("summit", text) == [("Lima", "leading")]
    assert venues("meeting", text) == []


def test_without_a_word_for_a_venue_a_place_is_none() -> None:
    assert venues("summit", "The summit was praised in Lima.") == []
