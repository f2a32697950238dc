"""Which time phrase says when an event is, and which says when it was to be before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from slated.model import StatedWindow, TimePhrase, Window
from slated.reading.mentions.clause import is_subject, is_verb, opens_clause, verb_group
from slated.reading.mentions.cue_words import (
    REPORTING,
    cue_of,
    is_cue,
)
from slated.reading.mentions.moved import (
    is_former,
    is_moved,
    is_moved_to,
    moving,
    planned_for_others,
    tokens_of,
)
from slated.reading.mentions.outlook import Outlook
from slated.reading.mentions.triggers import Trigger
from slated.reading.parse import ParsedSentence
from slated.reading.reported import follows_report
from slated.reading.tokens import Token

_FAR = 99
_FOR_A_YEAR = frozenset({"legislation", "report"})
_REACH = 12
_NEXT = 2  # words
_BREAKS = frozenset({";", ":", "—", "–", "(", ")", ".", ","})
_ONSET = frozenset({"start", "begin", "commence"})  # "starting in May" says when something else is
_DECLARED = frozenset(
    {"agree", "announce", "confirm", "order", "decide", "vow", "pledge", "promise", "accept"}
)
_FROM = re.compile(r"from ", re.IGNORECASE)
_FROM_TO = re.compile(r"(?:from )?(.+) (?:to|until|till) (.+)", re.IGNORECASE)
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)", re.IGNORECASE)
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_ONE = dt.timedelta(days=1)
_BESIDE = frozenset({"ahead", "before"})
_EARLIEST = frozenset({"earliest", "soonest"})


@dataclass(frozen=True, slots=True)
class EventTime:
    """The window that an event is given now, and the one that it had before."""

    window: StatedWindow | None = None
    previous: StatedWindow | None = None


def times_of(
    trigger: Trigger, rivals: Sequence[Trigger], outlook: Outlook, phrases: Sequence[TimePhrase]
) -> EventTime:
    """The time phrases of the trigger's sentence that belong to it rather than to a rival trigger."""
    mine = [
        p
        for p in phrases
        if _owner(p, [trigger, *rivals], trigger.sentence) is trigger and not _is_what_it_is_for(p, trigger)
    ]
    moved = [p for p in phrases if is_moved_to(p, trigger.sentence, outlook)]
    if not mine and not moved:
        return EventTime()
    former = [p for p in mine if p not in moved and is_former(p, trigger, outlook)]
    former = former or list(planned_for_others(mine, trigger))
    ahead = outlook.status not in {None, "occurred"}
    told = [p for p in mine if p not in former and not (ahead and _is_since(p, trigger.sentence))]
    window = _best(
        [p for p in mine if p in moved] or moved or [_opened(p, trigger) for p in _own_first(told, trigger)]
    )
    previous = _best(former)
    called_off = outlook.status == "cancelled" or outlook.attempt
    if called_off and window is not None and previous is None:
        window, previous = None, window
    both = EventTime(window, previous)
    if is_moved(outlook) and window is not None and previous is None and _FROM.match(window.text):
        return _parted(window, earlier=outlook.status == "scheduled") or both
    if window is None and previous and _follows(former, moving(outlook), trigger.sentence):
        return _parted(previous) or both
    return both


def _is_what_it_is_for(phrase: TimePhrase, trigger: Trigger) -> bool:
    """ "The 2023 budget": the year that it is for, not when it is passed."""
    if trigger.event_class not in _FOR_A_YEAR or not phrase.span.text.isdigit():
        return False
    return all(
        t.head == trigger.token and t.i < trigger.token.i and t.dep_ != "pobj"
        for t in tokens_of(phrase, trigger.sentence)
    )


def _follows(phrases: Sequence[TimePhrase], words: Sequence[Token], sentence: ParsedSentence) -> bool:
    return any(tokens_of(phrase, sentence)[0].i > word.i for phrase in phrases for word in words)


def _parted(stated: StatedWindow, *, earlier: bool = False) -> EventTime | None:
    """The day that "postponed from May 3 to June 5" gives, and the one before, no span of days.

    So with "postponed a strike planned for Friday to June 3"; None where it tells no two days.
    ``earlier``: whether it is moved to a day before, which was read for the next one of that name.
    """
    halves, days = _FROM_TO.match(stated.text), stated.window
    if halves is None or days is None or days.earliest is None or days.latest is None:
        return None
    first, last = days.earliest, days.latest
    if earlier:
        last -= dt.timedelta(days=7 if last - first <= dt.timedelta(days=7) else 365)
    before, now = _period(halves[1], first), _period(halves[2], last)
    if before is None or now is None:
        return None
    return EventTime(StatedWindow(now, stated.text), StatedWindow(before, stated.text))


def _period(text: str, day: dt.date) -> Window | None:
    """The day, or the month or season of it where the text names none; ``day`` is its first or last day.

    None where that is not plain: of a year, or of a month told by its half.
    """
    if _DAY.search(text):
        return Window.on(day)
    months = 1 if _MONTH.search(text) else 3 if _SEASON.search(text) else 0
    first, after = day.replace(day=1), _months_on(day, 1)
    if day == first:
        first, after = day, _months_on(day, months)
    elif day + _ONE == after:
        first = _months_on(day, 1 - months)
    else:
        return None
    return Window(first, after - _ONE) if months else None


def _months_on(day: dt.date, months: int) -> dt.date:
    """The first of the month so many months after that of the day."""
    month = day.year * 12 + day.month - 1 + months
    return dt.date(month // 12, month % 12 + 1, 1)


def _is_since(phrase: TimePhrase, sentence: ParsedSentence) -> bool:
    """ "The first visit since 1972" is not to be then."""
    tokens = tokens_of(phrase, sentence)
    opening = tokens[0].doc[max(0, tokens[0].i - 1) : tokens[0].i + 1] if tokens else []
    return any(token.lower_ == "since" for token in opening)


def _opened(phrase: TimePhrase, trigger: Trigger) -> TimePhrase:
    """The phrase; with no end where it says the earliest that the event could be."""
    tokens, window = tokens_of(phrase, trigger.sentence), phrase.when.window
    top = next((t for t in tokens if t.head not in tokens or t.head == t), None)
    if top is None or window is None or not _is_earliest(trigger.token, top):
        return phrase
    return replace(phrase, when=replace(phrase.when, window=Window(window.earliest, None)))


def _own_first(phrases: Sequence[TimePhrase], trigger: Trigger) -> list[TimePhrase]:
    """The phrases under the trigger itself first: "sent out on Monday invitations to the May 3 gala"."""
    return sorted(phrases, key=lambda p: not trigger.token.is_ancestor(tokens_of(p, trigger.sentence)[0]))


def _best(phrases: Sequence[TimePhrase]) -> StatedWindow | None:
    """The most exact of several phrases; the first where they are alike."""
    if not phrases:
        return None

    def vagueness(phrase: TimePhrase) -> int:
        window = phrase.when.window
        if window is None:
            return 10_000
        return window.days if window.days is not None else 5_000

    return min(phrases, key=vagueness).when


def _owner(phrase: TimePhrase, triggers: Sequence[Trigger], sentence: ParsedSentence) -> Trigger | None:
    tokens = tokens_of(phrase, sentence)
    if not tokens:
        return None
    if follows_report(tokens[0].doc, tokens[0].i):
        return None
    top = next((t for t in tokens if t.head not in tokens or t.head == t), tokens[0])
    named = next((t for t in triggers if _is_told_by(t.token, top) or _is_earliest(t.token, top)), None)
    if named is not None:
        return named
    triggers = [t for t in triggers if t.token not in tokens or t.head not in _ONSET]
    date = top.head if top.head.lower_ == "date" and top.i < top.head.i else None
    if not triggers or (date is None and _belongs_to_other_noun(top, tokens, triggers)):
        return None
    act = _act_of(top)
    if act is not None:
        return next((t for t in triggers if _is_setting(t.token, act)), None)
    # "could be held on the planned June 12 date": of the date itself only where of nothing else
    ranked = [
        (_distance(top, trigger, tokens) + (_FAR / 2 if trigger.token == date else 0.0), i)
        for i, trigger in enumerate(triggers)
    ]
    best = min(ranked)
    if best[0] < _FAR:
        return _voted_on(_right_before(tokens[0], triggers[best[1]], triggers), triggers)
    return _before_setting(top, triggers) or _close_before(tokens[0], triggers)


def _is_told_by(noun: Token, top: Token) -> bool:
    """ "the 2016 election cycle": the year before the cycle is the election's."""
    if noun.dep_ != "compound" or top.head != noun.head or not top.i < noun.i < noun.head.i:
        return False
    return top.dep_ in {"amod", "compound", "nummod", "nmod"}


def _is_earliest(event: Token, top: Token) -> bool:
    """ "The earliest the crew could fly is Feb. 8": the day after the copula is the event's."""
    if top.dep_ not in {"attr", "npadvmod", "pobj"}:
        return False
    copula = top.head.head if top.dep_ == "pobj" else top.head
    subjects = (c for c in copula.children if c.dep_ == "nsubj" and c.lower_ in _EARLIEST)
    return copula.lemma_ == "be" and any(s.is_ancestor(event) for s in subjects)


def _right_before(first: Token, nearest: Trigger, triggers: Sequence[Trigger]) -> Trigger:
    """ "the stage is set for a summit Friday": of two nouns the day is that of the one that it follows.

    Of "a vote on the bill on Friday" it is the vote's.
    """
    if not nearest.noun:
        return nearest
    before = next((t for t in triggers if t.noun and t.token.i == first.i - 1), nearest)
    on_it = before.event_class == "legislation" and nearest.token.is_ancestor(before.token)
    return nearest if on_it else before


def _voted_on(nearest: Trigger, triggers: Sequence[Trigger]) -> Trigger:
    """ "A vote on a bill to raise taxes in May": the time of a bill that is voted on is the vote's."""
    link = nearest.token.head
    if nearest.event_class != "legislation" or nearest.token.dep_ != "pobj" or link.lower_ != "on":
        return nearest
    return next((t for t in triggers if t.token == link.head and t.event_class == "vote"), nearest)


def _act_of(top: Token) -> Token | None:
    """The verb where a bare day says when something was declared: "was called off on Tuesday"."""
    verb = top.head.head if top.head.tag_ == "IN" else top.head
    if verb.dep_ == "nsubj" and top.i < verb.head.i <= top.i + _NEXT:
        verb = verb.head  # "The union on Monday urged": the parser ties the day to the union
    bare = (top.head == verb and top.dep_ in {"npadvmod", "advmod"}) or top.head.lower_ == "on"
    if not bare or not is_verb(verb) or verb.dep_ == "acl" or not verb_group(verb).past:
        return None
    declared = cue_of(verb) in {"cancelled", "postponed", "proposed"} or verb.lemma_ in _DECLARED
    return verb if declared else None


def _is_setting(noun: Token, verb: Token) -> bool:
    """True for the event at which something is done: "vowed at the summit"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in {"at", "in", "during"} and noun.head.head == verb


def _belongs_to_other_noun(top: Token, phrase: Sequence[Token], triggers: Sequence[Trigger]) -> bool:
    """ "the 1950-53 war": a time before a noun that is no event says nothing of the verb."""
    noun = top.head
    if top.dep_ not in {"amod", "compound", "nummod", "nmod"} or noun in phrase or noun.tag_[:1] != "N":
        return False
    return noun.i > top.i and not any(t.token == noun for t in triggers) and noun.dep_ != "compound"


def _close_before(first: Token, triggers: Sequence[Trigger]) -> Trigger | None:
    """The event just before the phrase where no verb or break stands between, whatever the tree says."""
    before = [t for t in triggers if t.token.i < first.i]
    nearest = max(before, key=lambda t: t.token.i, default=None)
    if nearest is None or first.i - nearest.token.i > _REACH:
        return None
    between = first.doc[nearest.token.i + 1 : first.i]
    broken = any(is_verb(t) or t.text in _BREAKS or t.tag_ == "CC" for t in between)
    return None if broken else nearest


def _before_setting(top: Token, triggers: Sequence[Trigger]) -> Trigger | None:
    """ "..., tentatively scheduled for May 15": a day that is set belongs to the trigger before it."""
    setting = top.head.head if top.head.tag_ == "IN" else top.head
    if setting.tag_ != "VBN" or not is_cue(setting):
        return None
    before = [t for t in triggers if t.token.i < setting.i]
    return max(before, key=lambda t: t.token.i) if before else None


def _distance(top: Token, trigger: Trigger, phrase: Sequence[Token]) -> float:
    """Steps in the tree between phrase and trigger; far across a clause or a reporting verb."""
    if trigger.token in phrase:
        return 0.0
    up = {trigger.token: 0.0}
    node = trigger.token
    for step in range(1, 6):
        if node.head == node or opens_clause(node):
            break
        if node.dep_ == "pobj" and _is_beside(node.head):
            break  # what is done ahead of the event says nothing of its day
        shared = 2.0 if node.dep_ == "conj" else 0.0
        node = node.head
        up[node] = step + shared + (0.0 if not (is_verb(node) and node.lemma_ in REPORTING) else 20.0)
    subject = is_subject(trigger.token)
    node = top
    for step in range(7):
        if node in up:
            apart = abs(top.i - trigger.token.i)
            return min(_FAR - 1, up[node] + step) + apart / 100 if up[node] < 20 else _FAR
        if node.dep_ == "relcl" and node.head == trigger.token and node.lemma_ not in REPORTING:
            # "a meeting that he would like to see by May"
            return step + 4.0
        if node == top and _is_of_state(top):
            break
        shut = node not in phrase and opens_clause(node, for_subject=subject)
        if node.head == node or (shut and not _is_purpose(node)):
            break
        node = _second_verb(node.head, top) or node.head
    return _FAR


def _is_beside(preposition: Token) -> bool:
    word = preposition.head if preposition.lower_ == "of" else preposition
    return word.lower_ in _BESIDE


def _is_of_state(top: Token) -> bool:
    """ "The mood today is to cancel the talks": the day of what is so, not of the talks."""
    noun = top.head
    return top.dep_ == "npadvmod" and noun.dep_ == "nsubj" and noun.i < top.i and noun.head.lemma_ == "be"


def _is_purpose(verb: Token) -> bool:
    """ "a rally will be held to support the plan on July 17": the day is the rally's."""
    return verb.dep_ == "advcl" and any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children)


def _second_verb(verb: Token, top: Token) -> Token | None:
    """ "He rose, and a week later the two held talks": after "and" a time goes with the verb that follows."""
    if not is_verb(verb) or top.head != verb or top.i < verb.i:
        return None
    later = (c for c in verb.children if c.dep_ == "conj" and c.i > top.i and opens_clause(c))
    joined = any(c.dep_ == "cc" and verb.i < c.i < top.i for c in verb.children)
    return next(later, None) if joined else None
