from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from slated.reading.lexicon import load_table
from slated.reading.statements.cues import adjective_cues, noun_cues, verb_cues

TABLES = ("statement_verbs", "statement_nouns", "statement_words")


def lists(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, list[str]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists(value, f"{path}.{key}")
        else:
            yield f"{path}.{key}", value


@pytest.mark.parametrize("name", TABLES)
def test_lists_are_sorted_lower_case_and_without_duplicates(name: str) -> None:
    for path, words in lists(load_table(name)):
        assert words == sorted(set(words)), path
        assert all(re.fullmatch(r"[^\W\d_A-Z][\w’' -]*", w) and w == w.lower() for w in words), path


@pytest.mark.parametrize("name", TABLES)
def test_no_list_is_empty(name: str) -> None:
    assert all(words for _, words in lists(load_table(name)))


def test_a_frame_belongs_to_one_kind() -> None:
    table = load_table("statement_verbs")
    kinds = [kind for kind in table if kind != "addressee"]
    for frame in ("clause", "infinitive", "gerund", "object", "as"):
        words = [w for kind in kinds for w in table[kind].get(frame, ())]
        assert sorted(words) == sorted(set(words)), frame


def test_addressees_belong_to_verbs_that_speak() -> None:
    spoken = {word for word, cue in verb_cues().items() if "clause" in cue.frames or cue.prepositions}
    assert set(load_table("statement_verbs")["addressee"]["verbs"]) <= spoken


def test_frames_carry_their_kind() -> None:
    assert verb_cues()["promise"].frames == {
        "clause": "assertion",
        "infinitive": "eventuality",
        "object": "eventuality",
    }
    assert verb_cues()["tell"].addressee
    assert noun_cues()["claim"].frames["clause"] == "assertion"
    assert adjective_cues()["aware"].prepositions["of"] == "fact"
