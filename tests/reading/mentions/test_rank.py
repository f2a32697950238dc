from __future__ import annotations

import pytest

from tests.reading.pages import mention_of, reading_of

CAST = "Danish President Mette Holm and Peruvian President Olaf Berg spoke on Monday. "
DEPUTIES = "Danish Foreign Minister Ann Lee and Peruvian Foreign Minister Dale Pruitt spoke, too. "


@pytest.mark.parametrize(
    ("word", "text", "rank"),
    [
        ("meet", "The foreign ministers of Denmark and Peru will meet in May.", "ministerial"),
        ("meet", "The Prime Ministers of Denmark and Peru will meet in May.", "leaders"),
        ("meet", "Holm and Berg will meet in May.", "leaders"),
        ("talks", "There will be talks between envoys of Denmark and Peru in May.", "officials"),
        ("summit", "The leaders' summit will be held in May.", "leaders"),
        ("meet", "Foreign Minister Ann Lee will meet her Peruvian counterpart in May.", "ministerial"),
        ("talks", "There will be a second round of talks between Denmark and Peru in May.", "round"),
        ("meet", "The secretaries of state of Denmark and Peru will meet in May.", "ministerial"),
        ("meet", "The deputy ministers of Denmark and Peru will meet in May.", None),
        ("meet", "Envoys and ministers will meet in May.", "officials"),
        ("meet", "Assistant Secretary of State Ann Lee will meet her counterpart in May.", None),
        ("meet", "Minister of Defence Ann Lee will meet her counterpart in May.", "ministerial"),
        ("meet", "Holm will meet Foreign Minister Ann Lee in May.", None),
        ("meet", "Former president Jan Moe and Holm will meet in May.", None),
        ("vote", "The leaders will vote in May.", None),
    ],
)
def test_of_what_rank_those_are_who_meet(word: str, text: str, rank: str | None) -> None:
    ranks = {"leaders", "ministerial", "officials", "round"}
    assert ranks.intersection(mention_of(word, CAST + text).modifiers) == ({rank} if rank else set())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The presidents will meet in May.", {"Mette Holm", "Olaf Berg"}),
        ("The ministers will meet in May.", {"Ann Lee", "Dale Pruitt"}),
        ("The presidents' meeting will be held in May.", {"Mette Holm", "Olaf Berg"}),
        ("The presidents of Chile will meet in May.", {"Chile"}),
        ("The kings will meet in May.", {"Mette Holm", "Olaf Berg"}),
        ("The singers will meet in May.", set()),
        ("Union leaders will meet in May.", set()),
        ("The leaders of the unions will meet in May.", set()),
        ("Finance ministers will meet in May.", set()),
        ("The two sides will meet in May.", set()),
    ],
)
def test_whom_a_noun_for_many_takes_up(text: str, names: set[str]) -> None:
    found = reading_of(CAST + DEPUTIES + text).mentions[-1]
    assert {p.name for p in found.participants} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Talks between the two countries will be held in May.", {"Denmark", "Peru"}),
        ("The foreign ministers will meet in May.", {"Denmark", "Peru"}),
        ("The two countries' presidents will meet in May.", {"Denmark", "Peru"}),
        ("The countries will meet in May.", set()),
    ],
)
def test_the_two_states_that_an_article_is_of_stand_for_the_sides(text: str, names: set[str]) -> None:
    told = "Denmark and Peru have quarrelled for years. Denmark wants more than Peru, as Norway said. "
    found = reading_of(told + text).mentions[-1]
    assert {p.name for p in found.participants} == names
    third = "Norway is with neither Denmark nor Peru. Norway wants peace. "
    assert not reading_of(told + third + text).mentions[-1].participants


def test_their_meeting_is_that_of_the_leaders_named_before() -> None:
    told = "North Korea and South Korea are rivals. Donald Moe and Ann Lee spoke. "
    text = "The meeting of the two Korean leaders came a month after their first summit, held on April 27."
    found = reading_of(told + text).mentions[-1]
    assert {p.name for p in found.participants} == {"North Korea", "South Korea"}
