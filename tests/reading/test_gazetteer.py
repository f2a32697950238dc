from __future__ import annotations

import pytest

from slated.reading.gazetteer import (
    fold,
    is_demonym,
    is_division,
    is_state,
    place_called,
    place_key,
    state_called,
    state_name,
    state_of_capital,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("U.S.", "US"), ("America", "US"), ("Americans", "US"), ("the White House", "US"), ("Kremlin", "RU"),
        ("British", "GB"), ("Germans", "DE"), ("Vietnamese", "VN"), ("European Union", "EU"), ("Norway", "NO"),
        ("Iraqis", "IQ"), ("Greeks", "GR"), ("Surinamese", "SR"), ("Argentine", "AR"), ("Serbs", "RS"),
        ("Uzbek", "UZ"), ("Trinidad and Tobago", "TT"), ("Trinidad", "TT"),
    ],
)  # fmt: skip
def test_states_by_any_name(name: str, code: str) -> None:
    assert state_called(name) == code
    assert state_name(code)


@pytest.mark.parametrize("name", ["Oslo", "Smith", "Friday", "Chinas", ""])
def test_other_names_are_no_states(name: str) -> None:
    assert state_called(name) is None


def test_a_city_is_one_with_or_without_its_state() -> None:
    assert place_key("Madrid, Spain") == place_key("Madrid") == "madrid"
    assert place_key("Palo Alto, California") == "palo alto"
    assert place_key("Kim Il-sung Square, Pyongyang") != place_key("Pyongyang")


def test_a_capital_stands_for_its_state() -> None:
    assert state_of_capital("Oslo") == "NO"
    assert state_of_capital("Bergen") is None


def test_spellings_fold_together() -> None:
    assert fold("Park Min-jun") == fold("Park Min Jun")
    assert fold("the Élysée") == "elysee"
    here, there = place_called("Da Nang"), place_called("Danang")
    assert here is not None and there is not None
    assert here.country == there.country == "VN"


def test_a_state_comes_before_a_city_of_its_name() -> None:
    place = place_called("Singapore")
    assert place is not None and place.kind == "state"
    larger = place_called("Birmingham")
    assert larger is not None and larger.country == "GB"


def test_states_are_told_from_their_people_and_seats() -> None:
    assert is_state("U.S.") and is_state("Norway")
    assert not is_state("Norwegian") and not is_state("Kremlin")
    assert is_demonym("Norwegian") and is_demonym("North Korean")
    assert not is_demonym("Norway")


def test_a_division_may_share_its_name_with_a_city() -> None:
    assert is_division("New York") and is_division("Ohio")
    assert not is_division("Seattle")
