from __future__ import annotations

import pytest

from tests.reading.pages import mention_of

CAST = "Danish Prime Minister Mette Holm and Norwegian President Olaf Berg spoke on Monday. "


@pytest.mark.parametrize(
    ("word", "text", "names"),
    [
        ("talks", "Norway and Denmark signed it after talks in Lima.", {"Norway", "Denmark"}),
        ("verdict", "The court will give its verdict in the trial of Ann Lee on Friday.", {"Ann Lee"}),
        ("election", "The bloc rejected a plan by Norway to hold its election in May.", {"Norway"}),
        ("election", "Norway will vote in an election on Sunday.", {"Norway"}),
        ("release", "Studio Larch will release its game Heron 3 on March 3.", {"Studio Larch", "Heron 3"}),
        ("exchange", "An exchange of prisoners between Norway and Peru is planned.", {"Norway", "Peru"}),
        ("hear", "The Supreme Court said it would hear the case in May.", {"Supreme Court"}),
        ("walk", "Airport staff at Arlen will walk out on Friday.", set()),
        ("walk", "Nurses in Norway will walk out on Friday.", set()),
        ("meet", "Officials in Norway will meet on Friday.", {"Norway"}),
        ("sign", "Governments in Norway and Peru will sign it on Friday.", {"Norway", "Peru"}),
        ("talks", "The Washington talks with Tehran will resume in May.", {"Washington", "Tehran"}),
        ("summit", "Ann Lee will fly to Lima for the summit of Norway and Peru.", {"Norway", "Peru"}),
        ("vote", "Peru's parliament will vote on the bill in May.", {"Peru"}),
        ("sign", "Norway and Denmark will sign a truce in Lima on Friday.", {"Norway", "Denmark"}),
        (
            "final",
            "Riga Bears and Lund Wolves will meet in the final on Friday.",
            {"Riga Bears", "Lund Wolves"},
        ),
        ("agreement", "Norway and Denmark plan to sign an agreement on gas in May.", {"Norway", "Denmark"}),
        ("refused", "A judge refused to extradite Colin Vance on Friday.", {"Colin Vance"}),
        ("trial", "Judge Alice Moreno put off the trial of Dale Pruitt to May.", {"Dale Pruitt"}),
        ("hearing", "Judge Alice Moreno scheduled a hearing for Friday.", set()),
        ("hearing", "The hearing of Judge Alice Moreno was set for Friday.", {"Alice Moreno"}),
        (
            "ceasefire",
            "Peru's government and ELN rebels will sign a ceasefire in Lima on Friday.",
            {"Peru"},
        ),
        ("trial", "The trial of Mayor Dale Pruitt of Elm City will begin on Friday.", {"Dale Pruitt"}),
        ("found", "A jury in Lima found Colin Vance guilty on Friday.", {"Colin Vance"}),
        ("convicted", "A former Danish diplomat was convicted on Friday.", set()),
        ("found", "The Danish government was found liable on Friday.", {"Denmark"}),
        ("talks", "Ann Lee will fly to Lima for talks with Dale Pruitt.", {"Ann Lee", "Dale Pruitt"}),
        ("talks", "The Geneva talks between Norway and Peru will resume in May.", {"Norway", "Peru"}),
        ("summit", "The Singapore summit of Norway and Peru is set for May.", {"Norway", "Peru"}),
        (
            "meet",
            "Norway's premier, Ann Lee, will meet the envoy, Dale Pruitt, in May.",
            {"Ann Lee", "Dale Pruitt"},
        ),
        (
            "talks",
            "There will be talks between the Danish envoy, Ann Lee, and Peru in May.",
            {"Ann Lee", "Peru"},
        ),
    ],
)
def test_whose_event_it_is_by_the_words_around(word: str, text: str, names: set[str]) -> None:
    assert {p.name for p in mention_of(word, text).participants} == names


def test_where_a_route_leads_takes_no_part() -> None:
    mention = mention_of("starts", "The airline's new route to Chile starts on June 1.")
    assert "Chile" not in {p.name for p in mention.participants}


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


OFFICES = "Danish Attorney General Mette Holm and Norwegian President Olaf Berg spoke on Monday. "


@pytest.mark.parametrize(
    ("word", "text", "names"),
    [
        ("testify", "The attorney general will testify on Friday.", {"Mette Holm"}),
        ("meet", "The Norwegian president will meet envoys on Friday.", {"Olaf Berg"}),
        ("contempt", "They will hold the attorney general in contempt on Friday.", {"Mette Holm"}),
        ("testify", "They forced Holm, the former budget chief, to testify on Friday.", {"Mette Holm"}),
        ("testify", "The refusal of Holm to testify on Friday is final.", {"Mette Holm"}),
        ("testify", "Berg's plan to testify on Friday is final.", {"Olaf Berg"}),
        ("hear", "The panel will hear directly from Holm on Friday.", {"Mette Holm"}),
        ("meet", "Holm will meet on Friday in the week ahead with Berg.", {"Mette Holm", "Olaf Berg"}),
        ("testimony", "Berg may block the testimony of Holm on Friday.", {"Mette Holm"}),
        ("freed", "Berg welcomed three sailors freed by Chile on Friday.", {"Chile"}),
    ],
)
def test_offices_and_owners_take_part(word: str, text: str, names: set[str]) -> None:
    assert {p.name for p in mention_of(word, OFFICES + text).participants} == names


def test_an_office_that_two_hold_names_neither() -> None:
    both = "Danish President Mette Holm and Norwegian President Olaf Berg spoke on Monday. "
    found = mention_of("visit", both + "The president will visit Lima on Friday.").participants
    assert not {"Mette Holm", "Olaf Berg"} & {p.name for p in found}


def test_what_comes_after_a_meeting_is_no_part_of_it() -> None:
    found = mention_of("testimony", CAST + "Berg announced a plan after Holm's testimony on Friday.")
    assert [p.name for p in found.participants] == ["Mette Holm"]


def test_people_who_are_freed_are_not_their_state() -> None:
    found = mention_of("release", "Norway will release three Danish hostages on Friday.").participants
    assert [p.name for p in found] == ["Norway"]


def test_his_is_the_subject_s() -> None:
    text = "Marr seemed irritated by Holm's letter on the eve of his appearance before the panel on Friday."
    assert "Marr" in {p.name for p in mention_of("appearance", CAST + text).participants}


def test_who_faces_a_vote_does_not_hold_it() -> None:
    found = mention_of("vote", CAST + "Holm will face a vote on Friday.").participants
    assert [(p.name, p.role) for p in found] == [("Mette Holm", "theme")]


def test_whom_a_vote_is_to_do_something_to_is_its_theme() -> None:
    found = mention_of("vote", CAST + "The panel will vote to censure Holm on Friday.").participants
    assert ("Mette Holm", "theme") in [(p.name, p.role) for p in found]


@pytest.mark.parametrize(
    ("word", "text", "hosts"),
    [
        ("host", "Chile will host the leaders of Norway and Peru on Friday.", {"Chile"}),
        ("summit", "Chile will host a summit of Norway and Peru on Friday.", {"Chile"}),
        ("summit", "Chile will host a summit with Peru on Friday.", set()),
        ("summit", "Chile will host a summit on trade on Friday.", {"Chile"}),
        ("summit", "Chile will hold a summit with Norway and Peru on Friday.", set()),
    ],
)
def test_who_hosts_two_others_is_no_party(word: str, text: str, hosts: set[str]) -> None:
    found = mention_of(word, text)
    assert found.event_class == "meeting"
    assert {p.name for p in found.participants if p.role == "host"} == hosts
    assert not {p.name for p in found.participants if p.role in ("agent", "partner")} & hosts


@pytest.mark.parametrize(
    ("word", "text", "role"),
    [
        ("approve", "Norway is expected to approve the loan on Friday.", "agent"),
        ("sued", "Norway is expected to be sued on Friday.", "theme"),
        ("sued", "Norway was sued on Friday.", "theme"),
    ],
)
def test_who_is_expected_to_do_it_does_it(word: str, text: str, role: str) -> None:
    assert [p.role for p in mention_of(word, text).participants if p.name == "Norway"] == [role]
