"""What many mentions come to, as far as titles, participants and worth are read off them.

A gist can be added to without the mentions at hand, so that an event of hundreds of reports is not
read again for one more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from slated.model import EventMention, Participant
from slated.tracking.families import family_of, is_mutual

_EXACT = 10  # days
_LEAD = 700  # characters


@dataclass(frozen=True, slots=True)
class Wording:
    """How mentions word an event: titles, heads (of meetings, of anything else) and sides.

    ``sides`` are those named, in the order in which they are first named, and ``states`` the
    codes of states with the name last used.
    """

    titles: Counter[str] = field(default_factory=Counter)
    meetings: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    sides: tuple[str, ...] = ()
    states: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """True where no mention words it."""
        return not self.meetings and not self.others

    def joined(self, later: Wording) -> Wording:
        """The wording of both, ``later`` of mentions that come after."""
        return Wording(
            self.titles + later.titles,
            self.meetings + later.meetings,
            self.others + later.others,
            tuple(dict.fromkeys((*self.sides, *later.sides))),
            tuple((dict(self.states) | dict(later.states)).items()),
        )


@dataclass(frozen=True, slots=True)
class Signs:
    """What the mentions that are no doubtful ones show: their classes, and whether any is

    ``dated`` to about a week, ``placed``, ``ahead``, ahead with a day or place (``set_``), or
    stands in a headline or opening (``led``).
    """

    classes: tuple[str, ...] = ()
    dated: bool = False
    placed: bool = False
    ahead: bool = False
    set_: bool = False
    led: bool = False

    def joined(self, other: Signs) -> Signs:
        """The signs of both."""
        return Signs(
            tuple(sorted({*self.classes, *other.classes})),
            self.dated or other.dated,
            self.placed or other.placed,
            self.ahead or other.ahead,
            self.set_ or other.set_,
            self.led or other.led,
        )


@dataclass(frozen=True, slots=True)
class Gist:
    """What mentions come to; those that take up another ("the meeting") word it by themselves."""

    named: Wording = field(default_factory=Wording)
    taken_up: Wording = field(default_factory=Wording)
    classes: Counter[str] = field(default_factory=Counter)
    participants: Counter[Participant] = field(default_factory=Counter)
    signs: Signs = field(default_factory=Signs)

    @property
    def wording(self) -> Wording:
        """The words of the mentions that name it, or of all where none does."""
        return self.taken_up if self.named.empty else self.named

    def joined(self, later: Gist) -> Gist:
        """The gist of both, ``later`` of mentions that come after."""
        return Gist(
            self.named.joined(later.named),
            self.taken_up.joined(later.taken_up),
            self.classes + later.classes,
            self.participants + later.participants,
            self.signs.joined(later.signs),
        )


def gist_of(mentions: Iterable[EventMention]) -> Gist:
    """The gist of mentions, in their order."""
    those = list(mentions)
    return Gist(
        _wording([m for m in those if not m.anaphor]),
        _wording([m for m in those if m.anaphor]),
        Counter(m.event_class for m in those),
        Counter(p for m in those for p in m.participants),
        _signs([m for m in those if not m.doubtful]),
    )


def _wording(mentions: list[EventMention]) -> Wording:
    mutual = [is_mutual(family_of(m.head, m.event_class)) for m in mentions]
    told = [p for m in mentions for p in m.participants]
    return Wording(
        Counter(m.title for m in mentions),
        Counter(m.head.lower() for m, meets in zip(mentions, mutual, strict=True) if meets),
        Counter(m.head.lower() for m, meets in zip(mentions, mutual, strict=True) if not meets),
        tuple(dict.fromkeys(p.state or p.key for p in told)),
        tuple({p.state: p.name for p in told if p.state and p.kind == "state"}.items()),
    )


def _signs(sure: list[EventMention]) -> Signs:
    windows = [m.window.window for m in sure if m.window is not None and m.window.window is not None]
    ahead = [m for m in sure if m.status != "occurred"]
    return Signs(
        tuple(sorted({m.event_class for m in sure})),
        any((w.days or 99) <= _EXACT for w in windows),
        any(m.places for m in sure),
        bool(ahead),
        any((m.window and m.window.window) or m.places for m in ahead),
        any(m.trigger.part == "title" or m.trigger.start < _LEAD for m in sure),
    )
