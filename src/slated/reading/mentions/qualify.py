"""How sure and on what condition: hedges with their grade, conditions with their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from slated.model import Hedge, Span
from slated.reading.lexicon import load_words
from slated.reading.mentions.clause import verb_group
from slated.reading.mentions.outlook import Outlook
from slated.reading.mentions.triggers import Trigger
from slated.reading.tokens import Token

_CONDITION = re.compile(
    r"\b(?:if|unless|provided(?: that)?|as long as|so long as|on (?:the )?condition(?: that)?"
    r"|assuming(?: that)?|contingent (?:on|upon)|subject to|pending|depending on|hinges on"
    r"|depends on|only after)\b[^.;:!?]*",
    re.IGNORECASE,
)


@cache
def _grades() -> dict[str, str]:
    return {word: grade for grade, words in load_words("hedges").items() for word in words}


def hedge_of(trigger: Trigger, outlook: Outlook) -> Hedge | None:
    """The hedging word among what governs the trigger, nearest first; None where it is firm."""
    for cue in outlook.cues:
        for token in _words_of(cue.token):
            for text in (_pair(token), token.text):
                grade = _grades().get(text.lower())
                if grade is not None and grade != "certain":
                    return Hedge(text, grade)
    return None


def _words_of(token: Token) -> list[Token]:
    auxiliaries = [c for c in token.children if c.dep_ in {"aux", "auxpass", "advmod"}]
    return [*auxiliaries, token] if verb_group(token).modal else [token, *auxiliaries]


def _pair(token: Token) -> str:
    return f"{token.nbor(-1).text} {token.text}" if token.i > 0 else token.text


def condition_of(trigger: Trigger) -> Span | None:
    """The clause of the same sentence that states a condition ("if they go smoothly")."""
    sentence = trigger.sentence
    for found in _conditions_in(sentence.span.text):
        if found.start() <= trigger.token.idx < found.end() and found.start() > 0:
            head = sentence.span.text[: found.start()].rstrip()
            if trigger.token.idx > found.start() and not head.endswith((",", "—", "–")):
                continue
        words = found.group()
        cut = words.find(",")
        end = found.start() + (cut if cut > 0 else len(words.rstrip()))
        if found.start() <= trigger.token.idx < end or end - found.start() < 8:
            continue
        if words.lower().startswith("if") and re.search(
            r"\b(?:ask|wonder|see|know|unclear|even|as)\s+$", sentence.span.text[: found.start()]
        ):
            continue
        return sentence.span_of(found.start(), end)
    return None


# all events of a sentence ask, one after another
@lru_cache(maxsize=2)
def _conditions_in(text: str) -> Sequence[re.Match[str]]:
    return list(_CONDITION.finditer(text))
