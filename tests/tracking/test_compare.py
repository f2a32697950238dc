from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from typing import Any

from slated.model import Participant
from slated.tracking.compare import compare
from slated.tracking.names import Party
from slated.tracking.profile import Profile, principals, profile_of
from tests.tracking.conftest import STATES

Wire = Callable[..., Any]
HEARING = {"head": "hearing", "event_class": "hearing", "parties": ("ida marr",)}
CLOSING = {"head": "close", "event_class": "closing", "parties": ("ruritania",)}


def profiles(wire: Wire, published: str, *mentions: dict[str, Any]) -> list[Profile]:
    written = wire("a", published, *mentions)
    return [profile_of(m, written.article) for m in written.reading.mentions]


def together(parts: list[Profile]) -> Profile:
    return reduce(Profile.joined, parts)


def test_one_slip_of_a_level_parts_nothing(wire: Wire) -> None:
    summits = profiles(wire, "2031-05-02", *[{}] * 8)
    talks = profiles(
        wire, "2031-05-03", *[{"head": "talk"}] * 8, {"head": "talk", "title": "working-level talk"}
    )
    assert compare(together(summits), together(talks)).veto is None
    assert compare(together(summits), talks[-1]).veto == "leaders and lower level"


def test_hearings_in_different_chambers_are_two(wire: Wire) -> None:
    upper, lower, bare = profiles(
        wire, "2031-05-02", HEARING | {"modifiers": ("senate",)}, HEARING | {"modifiers": ("house",)}, HEARING
    )
    assert compare(upper, lower).veto == "in different chambers"
    assert compare(upper, bare).veto is None


def test_the_seat_of_a_president_is_no_chamber(wire: Wire) -> None:
    written = wire("a", "2031-05-02", HEARING)
    seat = Participant("White House", "white house", "host", "organisation")
    committee = Participant("House Budget Committee", "house budget committee", "host", "organisation")
    (mention,) = written.reading.mentions
    seated = [replace(mention, participants=(*mention.participants, p)) for p in (seat, committee)]
    assert [set(profile_of(m, written.article).chambers) for m in seated] == [set(), {"house"}]


def test_a_witness_by_surname_is_named_alike(wire: Wire) -> None:
    full, short, other = profiles(
        wire, "2031-05-02", HEARING, HEARING | {"parties": ("marr",)}, HEARING | {"parties": ("falk",)}
    )
    assert "named alike" in compare(full, short).reasons
    assert compare(full, other).veto is not None


def test_shutting_a_site_is_not_shutting_a_road(wire: Wire) -> None:
    site, again, road = profiles(
        wire,
        "2031-05-02",
        CLOSING | {"title": "Ruritania to close its old test site"},
        CLOSING | {"title": "close the site on Friday"},
        CLOSING | {"title": "close the road to Freedonia"},
    )
    assert "done to the same thing" in compare(site, again).reasons
    assert "done to another thing" in compare(site, road).reasons


def test_days_agree_with_what_most_say_of_late(wire: Wire) -> None:
    planned = profiles(wire, "2031-05-02", *[{"window": "2031-06-12", "status": "scheduled"}] * 20)
    slip = profiles(wire, "2031-05-02", {"window": "2031-05-27", "status": "scheduled"})
    known = together([*planned, *slip])
    (new,) = profiles(wire, "2031-05-03", {"window": "2031-06-12", "status": "scheduled"})
    (odd,) = profiles(wire, "2031-05-03", {"window": "2031-05-27", "status": "scheduled"})
    assert "the same day" in compare(known, new).reasons
    assert "other days" in compare(known, odd).reasons


def test_a_body_that_is_only_spoken_of_makes_no_chamber(wire: Wire) -> None:
    written = wire("a", "2031-05-02", HEARING)
    theme = Participant("Senate", "senate", "theme", "organisation")
    (mention,) = written.reading.mentions
    spoken_of = replace(mention, participants=(*mention.participants, theme))
    assert not profile_of(spoken_of, written.article).chambers


def test_an_owner_named_once_among_many_mentions_parts_nothing(wire: Wire) -> None:
    title = {"title": "close the old test site"}
    slip = profiles(wire, "2031-05-02", CLOSING | title | {"parties": ("freedonia",)})
    bare = profiles(wire, "2031-05-02", *[CLOSING | title | {"parties": ()}] * 5)
    (owned,) = profiles(wire, "2031-05-03", CLOSING | title)
    assert compare(together([*slip, *bare]), owned).veto is None
    assert compare(together(slip), owned).veto == "no party in common"


def test_whose_event_it_is_may_stand_beside_it_elsewhere(wire: Wire) -> None:
    written = wire("a", "2031-05-02", HEARING)
    committee = Participant("Budget Committee", "budget committee", "host", "organisation")
    (mention,) = written.reading.mentions
    before_it = profile_of(replace(mention, participants=(*mention.participants, committee)), written.article)
    its_own = profile_of(replace(mention, participants=(committee,)), written.article)
    (other,) = profiles(wire, "2031-05-02", HEARING | {"parties": ("otto falk",)})
    assert compare(before_it, its_own).veto is None
    assert compare(before_it, other).veto is not None


def test_a_launch_is_the_craft_s_and_a_landing_another_event(wire: Wire) -> None:
    written = wire("a", "2031-05-02", {"head": "launch", "event_class": "launch", "parties": ()})
    (mention,) = written.reading.mentions
    maker = Participant("Orbital Works", "orbital works", "agent", "organisation")
    craft = Participant("Heron 4", "heron 4", "theme", "unknown")
    launched = replace(mention, participants=(maker, craft))
    assert [p.key for p in principals(launched)] == ["heron 4"]
    assert not principals(replace(mention, participants=(maker,)))  # a firm launches many things
    landed = replace(launched, head="splashdown")
    both = [profile_of(m, written.article) for m in (launched, landed)]
    assert compare(both[0], both[1]).veto == "another kind of event"


def test_words_that_few_mentions_use_count_little(wire: Wire) -> None:
    owned = {"parties": ()}
    said = ["old test site in the north", "old test site", "old test site", "old test site", "old test site"]
    oddly = ["old test site by rail", "old test site of concrete", "old test site", "old test site"]
    one, other = (
        together(profiles(wire, "2031-05-02", *[CLOSING | owned | {"title": f"close {t}"} for t in titles]))
        for titles in (said, [*oddly, *["old test site"] * 4])
    )
    assert any(reason.startswith("shared words: old, site, test") for reason in compare(one, other).reasons)


def test_those_who_hold_a_vote_do_not_tell_which(wire: Wire) -> None:
    written = wire("a", "2031-05-02", {"head": "vote", "event_class": "vote", "parties": ("ruritania",)})
    (mention,) = written.reading.mentions
    house = Participant("House", "house", "agent", "organisation")
    assert principals(replace(mention, participants=(*mention.participants, house))) == ()
    chair = Participant("Otto Falk", "otto falk", "agent", "person")
    nominee = Participant("Ida Marr", "ida marr", "theme", "person")
    assert principals(replace(mention, participants=(house, chair))) == ()
    assert [p.key for p in principals(replace(mention, participants=(chair, nominee)))] == ["ida marr"]


def test_a_kind_that_few_mentions_have_is_a_slip(wire: Wire) -> None:
    visit = {"head": "visit", "event_class": "visit"}
    summits = profiles(wire, "2031-05-02", *[{}] * 20, visit)
    (visited,) = profiles(wire, "2031-05-03", visit)
    assert compare(together(summits), visited).veto == "another kind of event"
    assert compare(together(summits[18:]), visited).veto is None


def test_one_who_visits_two_countries_pays_two_visits(wire: Wire) -> None:
    written = wire("a", "2031-05-02", {"head": "visit", "event_class": "visit", "parties": ("ida marr",)})
    (mention,) = written.reading.mentions
    goals = [
        Participant(state.title(), state, "host", "state", STATES[state])
        for state in ("freedonia", "sylvania")
    ]
    one, other = (
        profile_of(replace(mention, participants=(*mention.participants, goal)), written.article)
        for goal in goals
    )
    assert compare(one, other).veto == "visits to other places"
    assert compare(one, one).veto is None


def test_a_host_is_no_guest(wire: Wire) -> None:
    written = wire("a", "2031-05-02", {"head": "visit", "event_class": "visit", "parties": ("ida marr",)})
    (mention,) = written.reading.mentions
    host = Participant("Otto Falk", "otto falk", "host", "person", "FR1")
    met = profile_of(replace(mention, participants=(*mention.participants, host)), written.article)
    (his,) = profiles(
        wire, "2031-05-02", {"head": "visit", "event_class": "visit", "parties": ("otto falk",)}
    )
    assert compare(met, his).veto == "no party in common"


def test_what_is_always_done_to_one_thing_is_not_done_to_another(wire: Wire) -> None:
    sites = together(profiles(wire, "2031-05-02", *[CLOSING | {"title": "close the site"}] * 3))
    (road,) = profiles(wire, "2031-05-03", CLOSING | {"title": "close the road"})
    once = profiles(wire, "2031-05-02", CLOSING | {"title": "close the site"})[0]
    assert compare(sites, road).points == compare(once, road).points - 1.0


def test_the_words_of_the_kind_itself_are_not_shared_words(wire: Wire) -> None:
    bare = HEARING | {"parties": (), "title": "hearings before the committee"}
    one, other = profiles(wire, "2031-05-02", bare, bare)
    assert not any(reason.startswith("shared words") for reason in compare(one, other).reasons)


def test_forms_of_one_name_count_together(wire: Wire) -> None:
    said = ["ruritania"] * 20 + ["anna berg"] * 6 + ["berg"] * 6
    (told,) = [together(profiles(wire, "2031-05-02", *[{"parties": (p, "freedonia")} for p in said]))]
    assert {"anna berg"} <= {p.key for p in told.core}
    slip = together(
        profiles(wire, "2031-05-02", *[{"parties": (p, "freedonia")} for p in [*said[:20], "anna berg"]])
    )
    assert "anna berg" not in {p.key for p in slip.core}


def test_leaders_and_their_officials_meet_apart(wire: Wire) -> None:
    (summit,) = profiles(wire, "2031-05-02", {})
    (talk,) = profiles(wire, "2031-05-02", {"head": "talk", "modifiers": ("officials",)})
    assert compare(summit, talk).veto == "leaders and lower level"


VOTE = {"head": "vote", "event_class": "vote", "parties": (), "window": "2031-05-12", "status": "scheduled"}


def test_votes_of_a_day_are_told_apart_by_their_matter(wire: Wire) -> None:
    bill, again, powers, floor = profiles(
        wire,
        "2031-05-02",
        *[VOTE | {"title": title} for title in ("vote on the water bill", "vote on the bill on water")],
        VOTE | {"title": "vote on emergency powers"},
        VOTE | {"title": "final floor vote", "modifiers": ("final", "floor")},
    )
    assert "shared words: bill, water" in compare(bill, again).reasons
    assert "another matter" in compare(bill, powers).reasons
    assert not compare(powers, floor).points < compare(powers, powers).points - 2.0


def test_a_word_that_says_what_is_voted_on_is_a_word_in_common(wire: Wire) -> None:
    citation, vote, motion = profiles(
        wire,
        "2031-05-02",
        VOTE | {"head": "contempt citation", "title": "contempt citation"},
        VOTE | {"title": "contempt vote", "modifiers": ("contempt",)},
        VOTE | {"head": "no-confidence", "title": "no-confidence"},
    )
    assert "shared words: contempt" in compare(vote, citation).reasons
    assert "another matter" in compare(vote, motion).reasons


def test_who_calls_a_vote_on_a_matter_is_not_whose_vote_it_is(wire: Wire) -> None:
    called = VOTE | {"parties": ("otto falk",)}
    bare, on_a_bill, of_contempt = profiles(
        wire,
        "2031-05-02",
        called,
        called | {"title": "vote on the water bill"},
        called | {"head": "contempt citation", "title": "contempt citation (Otto Falk)"},
    )
    assert [p.key for p in bare.parties] == ["otto falk"]
    assert not on_a_bill.parties
    assert not of_contempt.parties


def test_one_craft_is_launched_once() -> None:
    heron, other = (Party(key, key) for key in ("heron 2", "heron 3"))
    known, same, apart = (
        Profile(Counter(["launch"]), Counter(["launch"]), Counter([party])) for party in (heron, heron, other)
    )
    assert "named alike" in compare(known, same).reasons
    assert compare(known, apart).veto is not None


def test_what_was_put_off_is_known_by_its_old_day(wire: Wire) -> None:
    hearing = HEARING | {"parties": (), "title": "hearing on fuel prices"}
    planned, moved, other, another = profiles(
        wire,
        "2031-05-02",
        hearing | {"window": "2031-05-22", "status": "scheduled"},
        hearing | {"window": "2031-05-29", "previous": "2031-05-22", "status": "postponed"},
        hearing | {"window": "2031-05-29", "status": "postponed"},
        hearing | {"window": "2031-05-29", "previous": "2031-05-12", "status": "postponed"},
    )
    assert "the same day" in compare(planned, moved).reasons
    assert "put off to later days" in compare(planned, other).reasons
    assert "other days" in compare(planned, another).reasons


def test_the_day_in_a_title_is_no_word_in_common(wire: Wire) -> None:
    (told,) = profiles(wire, "2031-05-02", HEARING | {"title": "Tuesday's hearing on fuel prices"})
    assert set(told.terms) == {"fuel", "pric"}


def test_a_firm_launches_many_things(wire: Wire) -> None:
    launch = {"head": "launch", "event_class": "launch", "title": "launch", "parties": ()}
    heron, egret = (
        replace(
            wire("a", "2031-05-02", launch | {"window": day}).reading.mentions[0],
            participants=(Participant("Boreas", "boreas", "agent", "organisation"),),
        )
        for day in ("2031-05-06", "2031-05-20")
    )
    article = wire("a", "2031-05-02", launch).article
    assert "named alike" not in compare(profile_of(heron, article), profile_of(egret, article)).reasons
    assert compare(profile_of(heron, article), profile_of(egret, article)).points < 3.0


def test_a_referendum_is_its_states_and_a_landing_its_crafts(wire: Wire) -> None:
    asked = {"head": "referendum", "event_class": "vote", "parties": ("ruritania", "ida marr")}
    decided = {
        "head": "decide",
        "event_class": "vote",
        "parties": ("ruritania",),
        "title": "Ruritanians to decide",
    }
    abroad = asked | {"parties": ("freedonia",)}
    ours, voters, theirs = profiles(wire, "2031-05-02", asked, decided, abroad)
    assert compare(ours, voters).veto is None
    assert "the same parties" in compare(ours, voters).reasons
    assert compare(ours, theirs).veto == "no party in common"
    assert not voters.terms  # "Ruritanians" are Ruritania's

    written = wire("b", "2031-05-02", {"head": "land", "event_class": "launch"})
    craft = Participant("Heron", "heron", "agent", "unknown", None)
    maker = Participant("Acme", "acme", "agent", "organisation", None)
    mention = replace(written.reading.mentions[0], participants=(craft,))
    assert [p.key for p in principals(mention)] == ["heron"]
    owned = replace(mention, participants=(maker, replace(craft, role="theme")))
    assert [p.key for p in principals(owned)] == ["heron"]


def test_to_open_and_the_opening_are_one_word(wire: Wire) -> None:
    line = {"event_class": "opening", "parties": ()}
    to_open, opening, start = profiles(
        wire, "2031-05-02", line | {"head": "open"}, line | {"head": "opening"}, line | {"head": "start"}
    )
    assert "the same word for it" in compare(to_open, opening).reasons
    assert "the same word for it" not in compare(to_open, start).reasons


def test_who_is_seldom_named_for_a_meeting_parts_nothing(wire: Wire) -> None:
    named, bare = {"parties": ("ruritania", "freedonia")}, {"parties": ()}
    (new,) = profiles(wire, "2031-05-03", {"parties": ("sylvania", "otto falk")})
    often = together(profiles(wire, "2031-05-02", named, *[bare] * 3))
    seldom = together(profiles(wire, "2031-05-02", named, *[bare] * 4))
    assert compare(often, new).veto is not None
    assert compare(seldom, new).veto is None


def test_a_verdict_is_his_on_whom_it_is_passed(wire: Wire) -> None:
    written = wire("a", "2031-05-02", {"head": "convict", "event_class": "ruling", "parties": ("ruritania",)})
    (mention,) = written.reading.mentions
    tried = Participant("Ida Marr", "ida marr", "theme", "person")
    both = replace(mention, participants=(*mention.participants, tried))
    assert [p.key for p in principals(both)] == ["ida marr"]
    assert [p.key for p in principals(mention)] == ["ruritania"]


def test_ministers_do_not_hold_the_leaders_summit(wire: Wire) -> None:
    leaders, ministers, bare = profiles(
        wire, "2031-05-02", {"modifiers": ("leaders",)}, {"head": "talk", "modifiers": ("ministerial",)}, {}
    )
    assert compare(leaders, ministers).veto == "on different levels"
    assert compare(bare, ministers).veto == "leaders and lower level"
    assert compare(bare, leaders).veto is None
    assert "the same level" not in compare(leaders, leaders).reasons


def test_a_kind_of_few_mentions_is_not_one_of_the_events_kinds(wire: Wire) -> None:
    visit = {"head": "visit", "event_class": "visit"}
    (new,) = profiles(wire, "2031-05-03", visit)
    assert compare(together(profiles(wire, "2031-05-02", {}, {}, visit)), new).veto is None
    assert compare(together(profiles(wire, "2031-05-02", {}, {}, {}, visit)), new).veto is not None


def test_one_of_a_series_of_talks_is_ministers_or_officials_but_no_summit(wire: Wire) -> None:
    talk = {"head": "talk"}
    one, ministers, leaders, summit = profiles(
        wire,
        "2031-05-02",
        talk | {"modifiers": ("round",)},
        talk | {"modifiers": ("ministerial",)},
        talk | {"modifiers": ("leaders",)},
        {},
    )
    assert compare(one, ministers).veto is None
    assert compare(one, leaders).veto == "on different levels"
    assert compare(one, summit).veto == "leaders and lower level"
