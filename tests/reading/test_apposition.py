from __future__ import annotations

import pytest

from slated.reading.apposition import office_beside


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Mette Holm, the Danish foreign minister, will go.", "Danish foreign minister"),
        ("Mette Holm, Denmark's premier, will go.", "Denmark premier"),
        ("Mette Holm, president of Denmark, will go.", "Denmark president"),
        ("Mette Holm, a lawyer for the firm, will go.", "lawyer"),
        ("The Danish foreign minister, Mette Holm, will go.", "Danish foreign minister"),
        ("He met Denmark's chief negotiator, Mette Holm, in Lima.", "Denmark chief negotiator"),
        ("He met his Danish counterpart, Mette Holm.", "Danish counterpart"),
        ("Talks between the chief negotiator, Mette Holm, and rebels failed.", "chief negotiator"),
        ("Ann Lee, the mayor, Mette Holm, the sheriff, and Bob Ray spoke.", "sheriff"),
        ("After meeting Ann Lee, the Danish premier, Mette Holm, will fly.", "Danish premier"),
        # whose the office is, is not told by a comma alone
        ("After meeting Mette Holm, the Danish premier, Ann Lee, will fly.", ""),
        ("He met the king, the president and Mette Holm.", ""),
        ('"It opens in May," the mayor, Mette Holm said.', ""),
        ("Mette Holm, the mayor said, will go.", ""),
        ("Mette Holm, the first to go, will be back.", ""),
        ("Mette Holm will go.", ""),
    ],
)
def test_the_office_put_beside_a_name(text: str, office: str) -> None:
    start = text.index("Mette Holm")
    assert office_beside(text, start, start + len("Mette Holm")) == office


@pytest.mark.parametrize("name", ["Lima", "Riga Bank"])
def test_cities_and_firms_hold_no_office(name: str) -> None:
    text = f"{name}, the president of the league, will go."
    assert office_beside(text, 0, len(name)) == ""


def test_a_single_name_holds_an_office_where_the_words_end_there() -> None:
    assert office_beside("Tesla, the leader in electric cars, will open a plant.", 0, 5) == ""
    assert office_beside("Holm, the Danish premier, will open a plant.", 0, 4) == "Danish premier"
