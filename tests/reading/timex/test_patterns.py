from __future__ import annotations

from slated.reading.timex.grammar import english
from slated.reading.timex.words import Words


def read(text: str) -> Words:
    return english()[0].read(text)


def test_the_longest_match_comes_first() -> None:
    found = english()[1].matches(read("May 5, 2031"), 0)
    assert found[0].text == "may 5 , 2031"
    assert [f.last for f in found] == sorted((f.last for f in found), reverse=True)


def test_a_match_stands_where_its_words_stand() -> None:
    grammar = english()[1]
    alone = grammar.matches(read("May 5"), 0)[0]
    later = grammar.matches(read("They will all meet there on May 5"), 6)[0]
    assert (later.first, later.last, later.text) == (alone.first + 6, alone.last + 6, "may 5")
    assert {n: later.word(n) for n in later.captured} == {n: alone.word(n) for n in alone.captured}


def test_no_match_begins_with_a_word_of_no_kind() -> None:
    words = read("Tables were laid")
    assert english()[1].matches(words, 0) == []
