"""Offices put beside a name with a comma: "Lars Holm, the Danish foreign minister,", "his aide, Ann Lee,"."""

from __future__ import annotations

import re

from slated.reading.gazetteer import fold, place_called, state_called
from slated.reading.lexicon import load_words

_OFFICES, _BODIES = load_words("titles")["person"], load_words("titles")["organisation"]
_LONGEST = 3  # words of an office
_NAME = r"[A-Z][\w.]*(?: [A-Z][\w.]*)?"
_LEAD = rf"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|(?P<owner>{_NAME})['’]s?) "
_LINK = r"(?:an?|and|between|by|for|from|her|his|in|is|its|of|on|or|said|that|the|their|to|was|who|with)\b"
_WORDS = rf"(?P<words>(?:(?!{_LINK})[\w’'.-]+ ){{0,6}}?[a-z][\w-]*)(?: of (?:the )?(?P<state>{_NAME}))?"
_BEFORE = re.compile(rf"(?:^|[\s“\"(]){_LEAD}{_WORDS}, $")
# of "After talks with Doe, the premier, Lars Holm, will fly" the office is Holm's; in a list each has his own
_NEXT = rf", {_NAME}(?: {_NAME})?, (?!{_LEAD.replace('?P<owner>', '?:')})"
_AFTER = re.compile(
    rf", (?:{_LEAD})?{_WORDS}(?:(?=(?P<link> (?:at|for|from|in|of|on|since|to)\b))|(?= who\b|[,.;:()—]|$))"
    rf"(?!{_NEXT})"
)
_CLOSED = re.compile(r"\s*(?:$|[,.;:)—]|(?:at|during|for|in|on|over|to|with)\s)")


def office_beside(text: str, start: int, end: int) -> str:
    """The office that stands, with the state it is of, before or after the name at ``start``..``end``; or "".

    >>> text = "Talks between Peru's president, Ana Diaz, and Lars Holm, the Danish premier, failed."
    >>> office_beside(text, 32, 40), office_beside(text, 46, 55)
    ('Peru president', 'Danish premier')
    """
    if text[start - 2 : start] != ", " and text[end : end + 2] != ", ":
        return ""
    name = text[start:end]
    if place_called(name) is not None or not _BODIES.isdisjoint(fold(name).split()):
        return ""
    after = _AFTER.match(text[end : end + 120])
    if (
        after is not None
        and (" " in name or after["state"] or not after["link"])
        and (office := _office(after))
    ):
        return office
    before = _BEFORE.search(text[max(0, start - 90) : start])
    return _office(before) if before is not None and _CLOSED.match(text[end:]) else ""


def _office(found: re.Match[str]) -> str:
    """The words of the match that are an office, after the state named before or behind them."""
    words = found["words"].split()
    folded = [fold(word) for word in words]
    sizes = range(min(_LONGEST, len(words)), 0, -1)
    if not any(" ".join(folded[-n:]) in _OFFICES for n in sizes):
        return ""
    state = next((s for s in (found["owner"], found["state"]) if s and state_called(s)), None)
    return " ".join([*([state] if state else []), *words])
