from __future__ import annotations

import pytest

from tests.reading.pages import mention_of

CAST = "Danish Prime Minister Mette Holm and Norwegian President Olaf Berg spoke on Monday. "


@pytest.mark.parametrize(
    ("word", "text", "names"),
    [
        ("meet", "Holm will meet Berg on Friday.", {"Mette Holm", "Olaf Berg"}),
        ("talks", "Holm will hold talks with Berg on Friday.", {"Mette Holm", "Olaf Berg"}),
        ("summit", "A summit between Holm and Berg is planned for Friday.", {"Mette Holm", "Olaf Berg"}),
        ("summit", "The Holm-Berg summit is planned for Friday.", {"Mette Holm", "Olaf Berg"}),
        ("talks", "US-Norway talks are planned for Friday.", {"United States", "Norway"}),
        ("meet", "They will meet on Friday in Lima.", {"Mette Holm", "Olaf Berg"}),
        ("summit", "Holm will meet Berg for a summit on Friday.", {"Mette Holm", "Olaf Berg"}),
        ("testify", "The committee asked Berg to testify on Friday.", {"Olaf Berg"}),
        ("testify", "Berg cancelled plans to testify on Friday.", {"Olaf Berg"}),
    ],
)
def test_the_parties_are_found(word: str, text: str, names: set[str]) -> None:
    found = {p.name for p in mention_of(word, CAST + text).participants}
    assert names <= found, found


def test_a_divided_country_is_two_parties() -> None:
    found = mention_of("summit", "The inter-Korean summit will be held on Friday.").participants
    assert {p.state for p in found} == {"KP", "KR"}


def test_the_one_whose_aide_acts_takes_no_part() -> None:
    found = mention_of("testify", CAST + "Holm's former driver will testify on Friday.").participants
    assert "Mette Holm" not in {p.name for p in found}


def test_a_person_stands_for_the_state_of_the_office() -> None:
    found = {
        p.name: p.state for p in mention_of("meet", CAST + "Holm will meet Berg on Friday.").participants
    }
    assert found["Mette Holm"] == "DK" and found["Olaf Berg"] == "NO"


def test_they_are_the_two_just_named_side_by_side() -> None:
    text = CAST + "The gap between Chile and Peru will matter at their second summit on Friday."
    assert {p.name for p in mention_of("summit", text).participants} >= {"Chile", "Peru"}


def test_those_included_take_part() -> None:
    found = mention_of("talks", CAST + "Holm will hold talks including China on Friday.").participants
    assert [p.name for p in found] == ["Mette Holm", "China"]


def test_the_venue_named_like_a_forum_is_no_party_of_it() -> None:
    found = mention_of("Forum", CAST + "Holm will attend the Davos Forum on Friday.").participants
    assert [p.name for p in found] == ["Mette Holm"]


def test_a_dateline_takes_no_part() -> None:
    text = "NAIROBI — Danish Prime Minister Mette Holm and Norwegian President Olaf Berg may hold a summit in May."
    assert {p.name for p in mention_of("summit", text).participants} == {"Mette Holm", "Olaf Berg"}


def test_who_is_unlikely_or_due_to_act_takes_part() -> None:
    found = mention_of("appear", "Rosa Diaz is unlikely to appear before the committee on Thursday.")
    assert "Rosa Diaz" in [p.name for p in found.participants]


def test_the_two_men_are_the_two_last_named() -> None:
    text = "President Diaz praised Prime Minister Holm on Monday. The two men could meet in May."
    assert [p.name for p in mention_of("meet", text).participants] == ["Diaz", "Holm"]


def test_a_person_is_no_place() -> None:
    found = mention_of("meeting", CAST + "The meeting on Friday will awaken interest in Holm.")
    assert found.places == ()
