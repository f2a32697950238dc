"""What a request asks for: the day, the filters and the page, checked before anything is looked up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from fastapi import Query
from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from slated.errors import BadParameter
from slated.ledger import EventFilter
from slated.ledger.slate import Part
from slated.model.tracked import TrackedStatus
from slated.reading.lexicon import load_table

_MOST_WORDS = 200
_MOST_PAGES = 100_000


def _day(value: Any) -> Any:
    """A day as a form or an address gives it; an empty field is none."""
    if not isinstance(value, str) or not value:
        return value or None
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise ValueError(f"{value[:40]!r} is no day; write it as YYYY-MM-DD") from None


def _words(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if len(value) > _MOST_WORDS:
        raise ValueError(f"that is more than {_MOST_WORDS} characters")
    return value.replace("\0", " ").strip() or None


def _filled(values: Any) -> Any:
    return [value for value in values if value] if isinstance(values, list) else values


def event_classes() -> tuple[str, ...]:
    """The classes that an event can be of."""
    return (*load_table("event_classes"),)


def _known_class(name: str) -> str:
    if name not in event_classes():
        raise ValueError(f"{name[:40]!r} is none of {', '.join(event_classes())}")
    return name


def _several(choices: Iterable[str]) -> WithJsonSchema:
    """A parameter that may be repeated; an empty field of a form is none."""
    return WithJsonSchema({"type": "array", "items": {"type": "string", "enum": [*choices, ""]}})


Classes = Annotated[
    list[Annotated[str, AfterValidator(_known_class)]], BeforeValidator(_filled), _several(event_classes())
]
Statuses = Annotated[list[TrackedStatus], BeforeValidator(_filled), _several(get_args(TrackedStatus))]
_EMPTY = {"const": "", "description": "An empty field of a form: none."}
Day = Annotated[
    dt.date | None,
    BeforeValidator(_day),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, _EMPTY, {"type": "null"}]}),
]
Words = Annotated[
    str | None,
    BeforeValidator(_words),
    WithJsonSchema({"anyOf": [{"type": "string", "maxLength": _MOST_WORDS}, {"type": "null"}]}),
]
PageNumber = Annotated[int, Query(ge=1, le=_MOST_PAGES, description="Which page, from 1.")]
AsOf = Annotated[Day, Query(description="As that day's articles told it (YYYY-MM-DD).")]


def _said(description: str) -> Any:
    return Query(description=description)


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of a request, and the parameters that name them in an address."""

    wanted: EventFilter
    as_of: dt.date | None
    since: dt.date | None
    part: Part
    page: int
    params: tuple[tuple[str, str], ...] = ()

    @property
    def filtered(self) -> bool:
        """True where anything restricts the list."""
        return self.wanted != EventFilter()

    def without(self, name: str) -> list[tuple[str, str]]:
        """The parameters but for one."""
        return [(key, value) for key, value in self.params if key != name]

    def dropping(self, name: str, value: str) -> list[tuple[str, str]]:
        """The parameters but for one value of one of them."""
        return [pair for pair in self.params if pair != (name, value)]

    def value(self, name: str) -> str:
        """The first value of a parameter; an empty text where it is not given."""
        return next((value for key, value in self.params if key == name), "")

    def values(self, name: str) -> list[str]:
        """All values of a parameter."""
        return [value for key, value in self.params if key == name]


def asked(  # noqa: PLR0913, PLR0917 - each is a parameter of the address
    text: Annotated[Words, _said("Words of the title or the evidence.")] = None,
    actor: Annotated[Words, _said("Words of a participant's or source's name.")] = None,
    place: Annotated[Words, _said("Words of a place's name.")] = None,
    outlet: Annotated[Words, _said("Words of an outlet's name.")] = None,
    status: Annotated[Statuses, Query(description="A status; may be repeated.")] = [],  # noqa: B006
    event_class: Annotated[Classes, Query(alias="class", description="A class; may be repeated.")] = [],  # noqa: B006
    start: Annotated[Day, Query(alias="from", description="Expected on this day or later.")] = None,
    end: Annotated[Day, Query(alias="to", description="Expected on this day or earlier.")] = None,
    as_of: AsOf = None,
    since: Annotated[Day, Query(description="Changes from this day on are marked.")] = None,
    show: Annotated[Literal["ahead", "past", "all"], Query(description="Which events.")] = "ahead",
    page: PageNumber = 1,
) -> Asked:
    """The filters of a request; raises ``BadParameter`` where they contradict each other."""
    if start and end and start > end:
        raise BadParameter(f"from: {start} is after to: {end}")
    if since and as_of and since > as_of:
        raise BadParameter(f"since: {since} is after as_of: {as_of}")
    wanted = EventFilter(text, actor, place, frozenset(status), frozenset(event_class), start, end, outlet)
    named = {"text": text, "actor": actor, "place": place, "outlet": outlet, "from": start, "to": end}
    named |= {"as_of": as_of, "since": since, "show": show if show != "ahead" else None}
    params = [(key, str(value)) for key, value in named.items() if value]
    params += [("status", value) for value in status] + [("class", value) for value in event_class]
    return Asked(wanted, as_of, since, show, page, tuple(params))
