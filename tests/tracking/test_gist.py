"""The gist of some mentions and of those after them is the gist of all."""

from __future__ import annotations

from collections.abc import Callable

from slated.tracking.gist import Gist, gist_of
from tests.tracking.conftest import Wired


def test_gists_join(wire: Callable[..., Wired]) -> None:
    given = [
        {"title": "Berg-Falk summit", "parties": ("anna berg", "otto falk")},
        {"title": "summit", "anaphor": True, "window": "2031-05-20"},
        {"title": "talks", "head": "talks", "parties": ("freedonia", "ruritania"), "status": "occurred"},
        {"title": "hearing", "head": "hearing", "event_class": "hearing", "parties": ("ida marr",)},
    ]
    mentions = wire("a", "2031-05-01", *given).reading.mentions
    whole = gist_of(mentions)
    for cut in range(len(mentions) + 1):
        assert gist_of(mentions[:cut]).joined(gist_of(mentions[cut:])) == whole
    assert whole.wording.sides[:2] == ("RU1", "FR1")
    assert whole.signs.ahead
    assert whole.signs.dated


def test_what_only_takes_up_another_is_worded_by_itself(wire: Callable[..., Wired]) -> None:
    (mention,) = wire("a", "2031-05-01", {"title": "meeting", "anaphor": True}).reading.mentions
    assert gist_of([mention]).wording.titles == {"meeting": 1}
    assert Gist().wording.empty
