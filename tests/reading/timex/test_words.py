from __future__ import annotations

import re

import pytest

from slated.reading.lexicon import load_table
from slated.reading.timex.grammar import FORMS, english
from slated.reading.timex.holidays import holiday_in, holiday_names
from slated.reading.timex.patterns import Compiler
from slated.reading.timex.words import OTHER, Lexicon

WORDS = load_table("time_words")
KINDS = {kind: words for kind, words in WORDS.items() if isinstance(words, dict)}


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_single_and_lower_case(kind: str) -> None:
    assert KINDS[kind], "a kind without words"
    for word, value in KINDS[kind].items():
        assert word == word.lower()
        assert re.fullmatch(r"[a-z]+(\.[a-z]+)*\.?|q[1-4]|h[12]|-", word), word
        assert isinstance(value, int | str)


def test_capitalised_kinds_exist() -> None:
    assert set(WORDS["capitalised"]) <= set(KINDS)


def test_every_kind_is_used_in_a_pattern_or_by_a_form() -> None:
    patterns = load_table("time_patterns")
    said = " ".join(patterns["macros"].values()) + " ".join(s for p in patterns["pattern"] for s in p["says"])
    named = set(re.findall(r"<(?:\w+:)?(\w+)>", said))
    assert set(KINDS) - named <= {"preposition", "not_after_year"}


def test_every_macro_is_used_and_every_form_known() -> None:
    patterns = load_table("time_patterns")
    said = " ".join(patterns["macros"].values()) + " ".join(s for p in patterns["pattern"] for s in p["says"])
    assert set(patterns["macros"]) == set(re.findall(r"\{(?:\w+:)?(\w+)\}", said))
    assert {p["form"] for p in patterns["pattern"]} | {"holiday"} == set(FORMS)


def test_no_pattern_is_said_twice() -> None:
    for table in ("time_patterns", "time_bounds"):
        said = [s for p in load_table(table)["pattern"] for s in p["says"]]
        assert len(said) == len(set(said))


def test_tense_cues_are_lower_case_and_sorted_within_reason() -> None:
    for cues in load_table("time_tense").values():
        assert all(c == c.lower() for c in cues)
        assert len(cues) == len(set(cues))


def test_holidays_are_named_once_and_have_days() -> None:
    names = [called for called, _ in holiday_names()]
    assert len(names) == len(set(names))
    assert all(holiday_in(name, 2019) for _, name in holiday_names())
    assert holiday_in("lunar new year", 1900) is None


def test_a_word_of_two_kinds_has_a_symbol_of_its_own() -> None:
    lexicon = Lexicon({"season": {"fall": "FA"}, "verb": {"fall": 1, "rise": 1}}, frozenset())
    lexicon.close()
    fall, rise, other = list(lexicon.read("fall rise dog").symbols)
    assert other == OTHER
    assert fall != rise
    assert fall in lexicon.symbols_of("season")
    assert set(lexicon.symbols_of("verb")) == {fall, rise}


def test_money_shares_and_decimals_are_no_numbers() -> None:
    lexicon = english()[0]
    assert set(lexicon.read("$2018 5%").symbols[1::3]) <= {OTHER}
    assert lexicon.read("2018").symbols in lexicon.symbols_of("year")


def test_unknown_kinds_and_open_brackets_are_errors() -> None:
    lexicon = Lexicon({"unit": {"day": "D"}}, frozenset())
    lexicon.close()
    compiler = Compiler(lexicon, {})
    with pytest.raises(KeyError):
        compiler.compile("duration", "<planet>", {})
    with pytest.raises(ValueError, match="bracket"):
        compiler.compile("duration", "( <unit>", {})
