from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from slated.model import Actor, Reading, Span
from slated.tracking.blocks import index_keys, lookup_keys
from slated.tracking.compare import KIND_DIFFERS, compare
from slated.tracking.gather import gather
from slated.tracking.link import is_telling, link
from slated.tracking.memory import MemoryStore
from slated.tracking.profile import Profile
from slated.tracking.story import are_strangers, cast_of, days_named, is_on_one_day, shared_cast
from slated.tracking.timing import DAYS_AGREE

Wire = Callable[..., Any]
CAST = ("lena brook", "tom hale", "uri sands", "ada voss")
OTHERS = ("ben oakes", "eva lund", "max roth", "ines paz")
EXPIRY = {"head": "expire", "event_class": "deadline", "parties": (), "window": "2031-05-31"}
ACCORD = EXPIRY | {"head": "accord", "event_class": "deal"}
LAUNCH = {"head": "launch", "event_class": "launch", "status": "scheduled", "parties": ()}


def told(wire: Wire, published: str, mention: dict[str, Any], cast: tuple[str, ...] = CAST) -> Profile:
    """The profile of the one event of an article that speaks of the ``cast``."""
    written = wire("a", published, mention, cast=cast)
    (account,) = gather(written.article, written.reading)
    return account.profile


def actor(key: str, kind: Any, at: int, times: int = 1, part: Any = "text") -> Actor:
    return Actor(key.title(), key, kind, tuple(Span(at + n, at + n + 1, "x", part) for n in range(times)))


def test_the_cast_are_the_most_named_without_states() -> None:
    crowd = [actor(f"person no{i:02d}", "person", 10 * i) for i in range(20)]
    reading = Reading(
        "d",
        actors=(
            *crowd,
            actor("ruritania", "state", 900, times=9),
            actor("anna berg", "person", 500, times=2),
            actor("harbour board", "organisation", 700, part="title"),
        ),
    )
    cast = cast_of(reading)
    assert list(cast)[:3] == ["berg", "harbour board", "no00"]
    assert len(cast) == 12
    assert "ruritania" not in cast


def test_who_is_often_spoken_of_is_shared(wire: Wire) -> None:
    one, other = told(wire, "2031-05-01", EXPIRY), told(wire, "2031-05-02", EXPIRY, CAST[:2] + OTHERS[:2])
    assert shared_cast(one, other) == 2
    many = one
    for _ in range(20):
        many = many.joined(one)
    assert (
        shared_cast(
            many.joined(told(wire, "2031-05-03", EXPIRY, OTHERS)), told(wire, "2031-05-04", EXPIRY, OTHERS)
        )
        == 0
    )


def test_an_article_that_names_the_event_often_has_its_cast(wire: Wire) -> None:
    written = wire("a", "2031-05-01", *[LAUNCH] * 30, cast=CAST)
    (account,) = gather(written.article, written.reading)
    assert shared_cast(account.profile, told(wire, "2031-05-02", LAUNCH)) == len(CAST)


def test_strangers_have_nobody_in_common(wire: Wire) -> None:
    one, other = told(wire, "2031-05-01", EXPIRY), told(wire, "2031-05-02", EXPIRY, OTHERS)
    assert are_strangers(one, other)
    assert not are_strangers(one, told(wire, "2031-05-02", EXPIRY, CAST[:1] + OTHERS))
    assert not are_strangers(one, told(wire, "2031-05-02", EXPIRY, OTHERS[:2]))


@pytest.mark.parametrize(
    ("window", "days"),
    [("2031-05-31", 1), ("2031-05-30..2031-05-31", 2), ("2031-05-01..2031-05-31", 0), ("2031-05-31..", 0)],
)
def test_days_of_one_occasion(wire: Wire, window: str, days: int) -> None:
    assert len(days_named(told(wire, "2031-05-01", EXPIRY | {"window": window}))) == days


def test_on_one_day_of_a_story_there_is_one_event(wire: Wire) -> None:
    expiry, accord = told(wire, "2031-05-01", EXPIRY), told(wire, "2031-05-09", ACCORD)
    assert is_on_one_day(expiry, accord)
    assert compare(expiry, accord).points >= 3.0
    assert compare(expiry, accord, within=True).veto == KIND_DIFFERS


@pytest.mark.parametrize(
    ("published", "mention", "cast"),
    [
        ("2031-05-09", ACCORD, OTHERS),
        ("2031-05-09", ACCORD, CAST[:1] + OTHERS),
        ("2031-05-09", ACCORD | {"window": "2031-05-30"}, CAST),
        ("2031-05-09", ACCORD | {"window": "2031-05-01..2031-05-31"}, CAST),
        ("2031-05-31", ACCORD | {"status": "occurred"}, CAST),
    ],
)
def test_another_story_or_day_or_the_news_itself(
    wire: Wire, published: str, mention: dict[str, Any], cast: tuple[str, ...]
) -> None:
    assert (
        compare(told(wire, "2031-05-01", EXPIRY), told(wire, published, mention, cast)).veto == KIND_DIFFERS
    )


def test_what_is_over_on_one_day_may_be_several_things(wire: Wire) -> None:
    done = {"status": "occurred"}
    expiry, accord = told(wire, "2031-06-09", EXPIRY | done), told(wire, "2031-06-19", ACCORD | done)
    assert not is_on_one_day(expiry, accord)


def test_a_day_that_one_of_many_gives_is_no_events_own(wire: Wire) -> None:
    many = told(wire, "2031-05-01", EXPIRY)
    for day in range(2, 8):
        many = many.joined(told(wire, f"2031-05-{day:02d}", EXPIRY | {"window": "2031-07-04"}))
    assert not is_on_one_day(many, told(wire, "2031-05-09", ACCORD))
    assert is_on_one_day(many, told(wire, "2031-05-09", ACCORD | {"window": "2031-07-04"}))


def test_things_on_one_day_of_a_story_find_each_other(wire: Wire) -> None:
    expiry, accord = told(wire, "2031-05-01", EXPIRY), told(wire, "2031-05-09", ACCORD)
    assert index_keys(expiry) & lookup_keys(accord)
    assert not index_keys(expiry) & lookup_keys(told(wire, "2031-05-09", ACCORD, OTHERS))
    assert not index_keys(expiry) & lookup_keys(told(wire, "2031-05-09", ACCORD | {"window": "2031-05-30"}))


def test_a_nameless_event_goes_with_its_story(wire: Wire) -> None:
    named = LAUNCH | {"parties": ("anna berg",), "window": "2031-06-01..2031-06-30"}
    known, bare = told(wire, "2031-05-01", named), told(wire, "2031-05-02", LAUNCH)
    stranger = told(wire, "2031-05-02", LAUNCH, OTHERS)
    acquainted = told(wire, "2031-05-02", LAUNCH, CAST[:1] + OTHERS)
    assert "the same story" not in compare(known, acquainted).reasons
    assert "the same story" in compare(known, bare).reasons
    assert "nobody in common" in compare(known, stranger).reasons
    assert compare(known, bare).points - compare(known, stranger).points == pytest.approx(3.0)


def test_a_bystander_parts_nothing_on_one_day_of_a_story(wire: Wire) -> None:
    state = LAUNCH | {"parties": ("ruritania",), "window": "2031-06-12"}
    person = LAUNCH | {"parties": ("otto falk",), "window": "2031-06-12"}
    known = told(wire, "2031-05-01", state)
    assert compare(known, told(wire, "2031-05-02", person)).veto is None
    assert "other parties" in compare(known, told(wire, "2031-05-02", person)).reasons
    assert compare(known, told(wire, "2031-05-02", person | {"window": "2031-06-19"})).veto is not None
    assert compare(known, told(wire, "2031-05-02", person, OTHERS)).veto is not None
    other = LAUNCH | {"parties": ("ida marr",), "window": "2031-06-12"}
    assert compare(told(wire, "2031-05-01", person), told(wire, "2031-05-02", other)).veto is not None


def test_what_nobody_is_named_for_goes_where_it_was_put_off_from(wire: Wire) -> None:
    hearing = {"head": "hearing", "event_class": "hearing", "status": "scheduled"}
    planned = wire("a", "2031-05-01", hearing | {"parties": ("ida marr",), "window": "2031-05-10"}, cast=CAST)
    later = hearing | {"parties": (), "status": "postponed", "window": "2031-06-20"}
    store = MemoryStore()
    link(
        store,
        [
            a
            for each in (planned, wire("b", "2031-05-08", later, cast=CAST))
            for a in gather(each.article, each.reading)
        ],
    )
    assert [len(thread.accounts) for thread in store.threads()] == [2]


def test_days_that_agree_tell_of_what_names_nobody_but_not_of_another_matter(wire: Wire) -> None:
    may, day = {"window": "2031-06-01..2031-06-30"}, {"window": "2031-06-12"}
    launch = told(wire, "2031-05-02", LAUNCH | day)
    reasons = compare(told(wire, "2031-05-01", LAUNCH | may), launch).reasons
    assert DAYS_AGREE in reasons
    assert is_telling(reasons)
    vote = {"head": "vote", "event_class": "vote", "parties": (), "title": "vote on water"}
    known = told(wire, "2031-05-01", vote | may)
    reasons = compare(known, told(wire, "2031-05-02", vote | day | {"title": "vote on roads"})).reasons
    assert DAYS_AGREE in reasons
    assert not is_telling(reasons)


def test_a_year_that_agrees_tells_nothing(wire: Wire) -> None:
    known = told(wire, "2031-05-01", LAUNCH | {"window": "2031-06-12"})
    reasons = compare(known, told(wire, "2031-05-02", LAUNCH | {"window": "2031-01-01..2031-12-31"})).reasons
    assert DAYS_AGREE not in reasons
    assert not is_telling(reasons)


def test_a_deal_that_names_nobody_goes_with_its_story_but_no_meeting_does(wire: Wire) -> None:
    deal, summit = {"head": "accord", "event_class": "deal"}, {"head": "summit"}
    for given, goes in ((deal, True), (summit, False)):
        known = told(wire, "2031-05-01", given | {"parties": ("ruritania", "freedonia")})
        bare = told(wire, "2031-05-02", given | {"parties": ()})
        assert ("the same story" in compare(known, bare).reasons) is goes
