"""The word lists are sound."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from slated.articles.words import load_table, load_words

TABLES = sorted(
    path.name.removesuffix(".toml")
    for path in files("slated.articles").joinpath("data").iterdir()
    if path.name.endswith(".toml")
)
SORTED = [
    *(("furniture", key) for key in load_table("furniture")),
    ("labels", "opinion"),
    ("labels", "opinion_sections"),
    ("outlets", "masthead"),
]


def lists_in(value: Any) -> Iterator[list[str]]:
    if isinstance(value, dict):
        for one in value.values():
            yield from lists_in(one)
    elif value and isinstance(value[0], list):
        for one in value:
            yield from lists_in(one)
    elif isinstance(value, list):
        yield value


@pytest.mark.parametrize("name", TABLES)
def test_no_list_is_empty_or_repeats_itself(name: str) -> None:
    for words in lists_in(load_table(name)):
        assert words
        assert len(words) == len(set(words)), sorted({word for word in words if words.count(word) > 1})
        assert all(word == word.lower().lstrip() and word.strip() for word in words)


@pytest.mark.parametrize(("name", "key"), SORTED)
def test_lists_are_sorted(name: str, key: str) -> None:
    words = load_table(name)[key]
    assert words == sorted(words)


def test_no_entry_is_covered_by_another() -> None:
    starts = load_table("furniture")["line_starts"]
    assert [(a, b) for a in starts for b in starts if a != b and a.startswith(b)] == []
    assert [line for line in load_table("furniture")["whole_lines"] if line.startswith(tuple(starts))] == []


def test_a_month_has_one_number_and_no_cue_two_roles() -> None:
    dates = load_table("dates")
    months = [word for words in dates["months"] for word in words]
    assert len(months) == len(set(months))
    assert len(dates["months"]) == 12
    assert set(dates["posted"]).isdisjoint(dates["modified"])


def test_languages_have_lists_of_one_length() -> None:
    assert {len(words) for words in load_table("languages").values()} == {20}


def test_hosts_are_sorted_and_bare() -> None:
    hosts = list(load_table("outlets")["outlets"])
    assert hosts == sorted(hosts)
    assert not [host for host in hosts if host.startswith("www.") or "/" in host]


def test_lists_are_found_by_their_key() -> None:
    assert "leave a reply" in load_words("furniture", "comment_headings")
    with pytest.raises(FileNotFoundError):
        load_table("nothing")
