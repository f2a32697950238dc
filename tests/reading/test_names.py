from __future__ import annotations

import pytest

from slated.reading.names import names_in
from tests.reading.pages import parsed


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Norwegian foreign minister Mette Holm left.", "Norwegian foreign minister"),
        ("One of them (minister Mette Holm) left.", "minister"),
        ("At noon Mette Holm left.", ""),
        ("Mette Holm left.", ""),
    ],
)
def test_the_words_before_a_name_are_its_role(text: str, role: str) -> None:
    roles = [name.role for name in names_in(parsed(text)[0]) if "Holm" in name.span.text]
    assert roles == [role]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Utility Nordstrom plans to close a plant.", ["Nordstrom"]),
        ("The plant of Utility Nordstrom will close.", ["Utility Nordstrom"]),
        ("Britons voted on Thursday.", ["Britons"]),
        ("Lawmakers voted on Thursday.", []),
    ],
)
def test_what_opens_a_sentence_has_a_capital_and_may_be_no_name(text: str, names: list[str]) -> None:
    found = [name.span.text for name in names_in(parsed(text)[0])]
    assert [name for name in found if name != "Thursday"] == names


def test_where_somebody_is_based_is_no_name() -> None:
    (sentence,) = parsed("The Cambridge-based company will open a plant.")
    assert [n.span.text for n in names_in(sentence)] == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ada Voss of the Northern Pilots League met Lena Brookova of Halden Bank.",
         [("Ada Voss", ""), ("Northern Pilots League", ""), ("Lena Brookova", ""), ("Halden Bank", "")]),
        ("The Grand Council of Elders met in Riga.", [("Grand Council of Elders", ""), ("Riga", "")]),
        ("The Minister of Sport Ada Voss left.", [("Ada Voss", "Minister of Sport")]),
        ("The Governor of the National Bank of Latvia left.", [("National Bank of Latvia", "")]),
        ("The Minister of Foreign Affairs left.", []),
        ("The President of the Republic of Latvia left.", [("Latvia", "")]),
        ("The Mayor of New York City left.", [("New York City", "")]),
        ("The Prime Ministers left.", []),
        ("The guests met H.E. Ada Voss.", [("Ada Voss", "H.E.")]),
        ("It was Tuesday Voss left.", [("Voss", "")]),
        ("They call him the King of Monday.", [("King", "")]),
        ("In court Ada Voss KC spoke.", [("Ada Voss", "")]),
        ("In court Liberal MP Ada Voss spoke.", [("Ada Voss", "Liberal MP")]),
        ("BANK STRIKE ENDS AFTER DEAL", []),
        ("The note of President VOSS SAYS nothing.", [("VOSS", "President")]),
    ],
)  # fmt: skip
def test_offices_styles_and_headlines_are_no_part_of_a_name(text: str, named: list[tuple[str, str]]) -> None:
    assert [(name.span.text, name.role) for name in names_in(parsed(text)[0])] == named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trinidad and Tobago will host it.", ["Trinidad and Tobago"]),
        ("He flew to St Kitts and Nevis.", ["St Kitts and Nevis"]),
        ("Peru and Tobago will host it.", ["Peru", "Tobago"]),
        ("The Republic of Trinidad and Tobago will host it.", ["Republic of Trinidad and Tobago"]),
    ],
)
def test_a_state_with_and_in_its_name_is_one(text: str, names: list[str]) -> None:
    assert [name.span.text for name in names_in(parsed(text)[0])] == names
