from __future__ import annotations

import pytest

from tests.reading.pages import mention_of


@pytest.mark.parametrize(
    ("word", "text", "names"),
    [
        ("meet", "The ministers will meet in Oslo on Friday.", ["Oslo"]),
        ("event", "The event will take place in Boston, MA on June 9.", ["Boston, MA"]),
        ("visit", "Norway's president will visit Lima on Friday.", ["Lima"]),
        (
            "ceremony",
            "The ceremony will be held at the Great Hall of the People in Beijing.",
            ["Great Hall of the People", "Beijing"],
        ),
        ("vote", "Parliament will vote in May, the spokesman said in Geneva.", []),
        (
            "met",
            "The ministers met on Friday at the border village of Bartang and vowed to go on.",
            ["Bartang"],
        ),
        ("talks", "The talks will be held in the Unity House, a hall in Osh.", ["Unity House", "Osh"]),
        ("meeting", "The meeting will be held in the demilitarized zone.", ["demilitarized zone"]),
        ("travel", "The envoy will travel to the Peruvian capital on Monday.", ["Peruvian capital"]),
        ("summit", "A summit that will be held in Lima is in doubt.", ["Lima"]),
        ("summit", "He cancelled the June summit due to Lima’s hostility.", []),
        ("debut", "The tyre will debut in Europe in May.", ["Europe"]),
        ("event", "Founders event Boston, MA, June 23, 2021", ["Boston, MA"]),
        ("meet", "She will depart for Oslo, where she will meet Rosa Diaz on Tuesday.", ["Oslo"]),
        (
            "dismantle",
            "The state will dismantle its Rocky Flats nuclear site in May.",
            ["Rocky Flats nuclear site"],
        ),
        ("returned", "President Diaz returned from Lima on Sunday.", ["Lima"]),
        ("vote", "The panel will vote in May on the outskirts of Lima.", ["Lima"]),
        ("met", "They met for a summit at the Harvest House in Lima on Friday.", ["Harvest House", "Lima"]),
        ("meet", "They will meet for a summit in Lima on Friday.", ["Lima"]),
        ("convene", "On Friday in Lima, the yearly event will convene 900 founders.", ["Lima"]),
        (
            "transferred",
            "She is being held in Quito and is expected to be transferred to Lima on Friday.",
            ["Lima"],
        ),
        ("vote", "Rosa Diaz, a judge in Quito, will vote on the bill on Friday.", []),
        ("meet", "Judge Rosa Diaz may meet more interest in Diaz on Friday.", []),
        ("hearing", "He is in custody in Lima, pending a hearing on Friday.", []),
        ("return", "She will return home to Lima on Friday.", ["Lima"]),
        ("released", "Three sailors held in Iran will be released on Monday.", []),
    ],
)
def test_places_of_the_event(word: str, text: str, names: list[str]) -> None:
    assert [p.name for p in mention_of(word, text).places] == names
