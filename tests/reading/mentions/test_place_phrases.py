from __future__ import annotations

import pytest

from slated.reading.mentions.place_phrases import is_known, places_in
from tests.reading.pages import parsed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They will sing in Lima Tuesday.", ["Lima"]),
        ("The band plays in Oslo, Lima and Rome in May.", ["Oslo", "Lima", "Rome"]),
        ("Prices will fall by 40% in U.S. stores and in the UK.", ["U.S.", "UK"]),
        ("The fair opens in downtown San Jose, California.", ["San Jose, California"]),
        ("A shop opens in Albany, New York, on Friday.", ["Albany, New York"]),
        ("Shops open in Boston, New York and Chicago.", ["Boston", "New York", "Chicago"]),
        ("They walked into the two-story Harvest House for lunch.", ["Harvest House"]),
        ("The panel meets in the border town of Bartang.", ["Bartang"]),
        ("They sat at the frontier.", ["frontier"]),
        ("The book comes out in Oslo, Lima, and later elsewhere.", ["Oslo", "Lima"]),
        ("There is talk of it in Peru, Chile, Kenya and Norway.", ["Peru", "Chile", "Kenya", "Norway"]),
        ("It opens in Dublin, Ireland and Oslo, Norway.", ["Dublin, Ireland", "Oslo, Norway"]),
        ("He speaks in Paris, Texas, on Friday.", ["Paris, Texas"]),
        ("They will vote in Illinois, Vermont and Ohio.", ["Illinois", "Vermont", "Ohio"]),
        ("They gathered outside the Bergen court.", ["Bergen"]),
        ("Listeners from outside the U.S. may not log in.", []),
        ("The troops in the UNTAG will leave.", []),
        ("The mayor said, while in Lima, that it will rain.", []),
        ("He pays a visit to the City.", []),
        ("They will deploy along the Peruvian-Chilean border.", ["Peruvian-Chilean border"]),
        ("She spoke in Italian.", []),
        ("He will speak at the G20 conference.", []),
        ("She is in the House.", []),
        ("The talks are in Lima’s interest.", []),
    ],
)
def test_names_and_words_that_stand_as_places(text: str, names: list[str]) -> None:
    assert [p.name for p in places_in(parsed(text)[0])] == names


def test_plain_words_are_marked() -> None:
    (phrase,) = places_in(parsed("They sat at the frontier.")[0])
    assert phrase.common
    assert not phrase.known


@pytest.mark.parametrize("name", ["U.S.", "the United Kingdom", "Oslo", "the Balkans", "Capitol Hill"])
def test_places_are_known_by_any_of_their_names(name: str) -> None:
    assert is_known(name)


@pytest.mark.parametrize("name", ["Italian", "Kremlin Bank", "Friday"])
def test_other_names_are_not_known(name: str) -> None:
    assert not is_known(name)
