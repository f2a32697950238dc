"""What the judge sees of a candidate: names of what holds, and the parser's own vectors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from slated.model import StatedWindow
from slated.reading.mentions.clause import is_verb, subject_of, verb_group
from slated.reading.mentions.outlook import Outlook
from slated.reading.mentions.triggers import Trigger
from slated.reading.parse import lemma_of

if TYPE_CHECKING:
    import datetime as dt

    from spacy.tokens import Token

_FIRST_PERSON = frozenset({"i", "we"})
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "you", "this", "that", "who", "which", "there", "one", "people"}
)


def features_of(
    trigger: Trigger, outlook: Outlook, window: StatedWindow | None, today: dt.date | None
) -> list[str]:
    """The names of the features that hold, each once, sorted."""
    return sorted(
        {
            *_trigger_features(trigger),
            *_outlook_features(outlook),
            *_time_features(window, today),
            *_argument_features(trigger),
            *_path_features(trigger),
        }
    )


def _trigger_features(trigger: Trigger) -> Iterator[str]:
    token = trigger.token
    kind = "noun" if trigger.noun else "verb"
    yield f"kind={kind}"
    yield f"class={trigger.event_class}"
    yield f"{kind}:head={trigger.head}"
    yield f"tag={token.tag_}"
    yield f"dep={token.dep_}"
    yield f"{kind}:dep={token.dep_}"
    yield f"part={trigger.sentence.kind}"
    yield f"{kind}:part={trigger.sentence.kind}"
    yield f"place={min(trigger.sentence.index, 40) // 4}"
    text = trigger.sentence.span.text
    if '"' in text or "“" in text:
        yield "quoted"
    if text.rstrip().endswith("?"):
        yield "question"
    if token.text[:1].isupper() and token.i > 0:
        yield "capitalised"
    for offset in (-2, -1, 1, 2):
        i = token.i + offset
        if 0 <= i < len(token.doc):
            yield f"at{offset}={lemma_of(token.doc[i])}"


def _outlook_features(outlook: Outlook) -> Iterator[str]:
    yield f"status={outlook.status}"
    if outlook.negated:
        yield "negated"
    for i, cue in enumerate(outlook.cues):
        yield f"cue={cue.effect}"
        yield f"cueword={lemma_of(cue.token)}"
        if i == 0:
            yield f"first={cue.effect}"
    yield f"cues={min(len(outlook.cues), 4)}"


def _time_features(window: StatedWindow | None, today: dt.date | None) -> Iterator[str]:
    if window is None:
        yield "time=none"
        return
    days = window.window
    if days is None:
        yield "time=vague"
        return
    if today is None:
        yield "time=undated"
    elif days.earliest is not None and days.earliest > today:
        yield "time=ahead"
    elif days.latest is not None and days.latest < today:
        yield "time=behind"
    else:
        yield "time=around"
    yield "time=stated"
    length = days.days
    yield f"days={'open' if length is None else 'day' if length == 1 else 'month' if length < 32 else 'long'}"


def _argument_features(trigger: Trigger) -> Iterator[str]:
    token = trigger.token
    if trigger.noun:
        determiners = [c.text.lower() for c in token.children if c.dep_ in {"det", "poss"}]
        yield f"det={determiners[0] if determiners else 'none'}"
        if any(c.tag_ in {"NNP", "NNPS"} for c in token.children if c.i < token.i):
            yield "named"
        if any(c.tag_ == "CD" for c in token.children):
            yield "numbered"
        for child in token.children:
            if child.dep_ in {"amod", "compound"}:
                yield f"mod={lemma_of(child)}"
    else:
        group = verb_group(token)
        yield f"modal={group.modal}:{group.tense}"
        for name in ("infinitive", "progressive", "perfect", "passive", "negated"):
            if getattr(group, name):
                yield f"group={name}"
        yield from _subject_features(subject_of(token))
        objects = [c for c in token.children if c.dep_ in {"dobj", "attr", "oprd"}]
        yield f"object={objects[0].tag_ if objects else 'none'}"
        for child in objects[:1]:
            yield f"objhead={lemma_of(child)}"
    for child in token.children:
        if child.dep_ == "prep":
            yield f"prep={child.text.lower()}"


def _subject_features(subject: Token | None) -> Iterator[str]:
    if subject is None:
        yield "subject=none"
        return
    word = subject.text.lower()
    if word in _FIRST_PERSON:
        yield "subject=first"
    elif word in _PRONOUNS:
        yield f"subject={word}"
    else:
        yield f"subject={subject.tag_}"
        yield f"subjhead={lemma_of(subject)}"


def _path_features(trigger: Trigger) -> Iterator[str]:
    node = trigger.token
    for step in range(3):
        if node.head is node:
            yield f"root={step}"
            return
        node = node.head
        yield f"up={lemma_of(node)}"
        yield f"up{step}={node.tag_}:{node.dep_}"
        if is_verb(node):
            group = verb_group(node)
            yield f"upgroup{step}={group.modal}:{group.tense}"


def vectors_of(trigger: Trigger) -> tuple[Token, Token]:
    """The tokens whose vectors the judge reads: the trigger's and its head's."""
    return trigger.token, trigger.token.head
