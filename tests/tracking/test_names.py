from __future__ import annotations

from collections import Counter

import pytest

from slated.model import Participant
from slated.tracking.names import Party, principals_of, rival_side, same_name, same_party, with_states

ANNA = Party("anna berg", "Anna Berg", "RU", is_person=True)
RURITANIA = Party("ruritania", "Ruritania", "RU", is_state=True)
IDA = Party("ida marr", "Ida Marr", "RU", is_person=True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna-Berg", "anna berg", True),
        ("da nang", "danang", True),
        ("berg", "anna berg", True),
        ("president berg", "anna berg", True),
        ("otto berg", "anna berg", False),
        ("president", "anna berg", False),
    ],
)
def test_names_across_spellings(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_a_leader_stands_for_the_state_and_not_for_a_colleague() -> None:
    assert same_party(ANNA, RURITANIA)
    assert not same_party(ANNA, IDA)
    assert rival_side("RU", [ANNA], [IDA])
    assert not rival_side("RU", [ANNA, RURITANIA], [IDA, ANNA])
    assert not rival_side("RU", [RURITANIA], [IDA])


def test_the_hearing_is_the_witness_s() -> None:
    witness = Participant("Anna Berg", "anna berg", "agent", "person", "RU")
    body = Participant("Senate", "senate", "agent", "organisation")
    theme = Participant("Ida Marr", "ida marr", "theme", "person")
    assert [p.key for p in principals_of((body, theme, witness), mutual=False)] == ["anna berg"]
    assert [p.key for p in principals_of((theme,), mutual=False)] == ["ida marr"]
    assert len(principals_of((body, theme, witness), mutual=True)) == 2


def test_states_are_filled_in_from_what_is_told_elsewhere() -> None:
    bare = Party("anna berg", "Anna Berg", None, is_person=True)
    assert with_states(Counter({bare: 2, ANNA: 1}), {}) == Counter({ANNA: 3})
    assert with_states(Counter({bare: 2}), {"anna berg": "RU"}) == Counter({ANNA: 2})


def test_a_vote_is_the_nominee_s_whoever_holds_it() -> None:
    mover = Participant("Anna Berg", "anna berg", "agent", "person")
    body = Participant("Senate", "senate", "agent", "organisation")
    nominee = Participant("Ida Marr", "ida marr", "theme", "person")
    everyone = (mover, body, nominee)
    assert [p.key for p in principals_of(everyone, mutual=False, undergone=True)] == ["ida marr"]
    assert [p.key for p in principals_of(everyone, mutual=False)] == ["anna berg"]
    assert [p.key for p in principals_of((mover, body), mutual=False, undergone=True)] == ["anna berg"]
