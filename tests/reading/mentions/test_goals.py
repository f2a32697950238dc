from __future__ import annotations

import pytest

from tests.reading.pages import mention_of


@pytest.mark.parametrize(
    ("word", "text", "names"),
    [
        ("talks", "The envoy will fly to Lima for talks on Monday.", ["Lima"]),
        ("meet", "She will travel to Lima to meet Rosa Diaz on Monday.", ["Lima"]),
        ("hearing", "He is to be transferred to Lima for a hearing next week.", ["Lima"]),
        ("meet", "The two will fly to Quito, where they are expected to meet on Monday.", ["Quito"]),
        ("strike", "The army plans a strike on Bergen on Monday.", ["Bergen"]),
        ("visit", "The minister will visit Peru, Chile and Norway in May.", ["Peru", "Chile", "Norway"]),
        ("summit", "The Helsinki summit will begin on Monday.", ["Helsinki"]),
        ("summit", "The Norway summit will begin on Monday.", []),
        ("hit", "The storm is expected to hit Cuba on Monday.", ["Cuba"]),
        ("release", "The film is slated for a U.S. release on Friday.", ["U.S."]),
        ("evacuate", "The army will evacuate people in the danger zones to Peru.", ["Peru"]),
        ("depart", "She will depart for Lima on Monday.", ["Lima"]),
    ],
)
def test_where_an_event_is_aimed_at_or_gone_to(word: str, text: str, names: list[str]) -> None:
    assert [p.name for p in mention_of(word, text).places] == names
