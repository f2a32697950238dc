from __future__ import annotations

import pytest

from slated.model import Actor
from slated.reading.mentions.office import holder, offices_in

HOLM = Actor("Mette Holm", "mette holm", "person", (), ("Danish Prime Minister",), "DK")
BERG = Actor("Olaf Berg", "olaf berg", "person", (), ("President",), "NO")
LEE = Actor("Lee Ho", "lee ho", "person", (), ("South Korean President",), "KR")
ROSS = Actor("Ann Ross", "ann ross", "person", (), ("former attorney general",), "NO")
CAST = (HOLM, BERG, LEE, ROSS)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("with the Danish prime minister", "Mette Holm"),
        ("the prime minister", "Mette Holm"),
        ("the president", "Olaf Berg"),
        ("the South Korean president", "Lee Ho"),
        ("the former attorney general", "Ann Ross"),
        ("the attorney general", None),
        ("a prime minister", None),
        ("the Chilean president", None),
        ("the river", None),
    ],
)
def test_who_holds_an_office(phrase: str, name: str | None) -> None:
    found = [actor for office in offices_in(phrase) if (actor := holder(office, CAST)) is not None]
    assert [a.name for a in found] == ([name] if name else [])
