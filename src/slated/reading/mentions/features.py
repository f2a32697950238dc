"""What the judge sees of a candidate: names of what holds, and the parser's own vectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from slated.model import StatedWindow, TimePhrase
from slated.reading.mentions.candidates import Candidate
from slated.reading.mentions.clause import is_verb, subject_of, verb_group
from slated.reading.mentions.cue_words import REPORTING
from slated.reading.mentions.outlook import Outlook
from slated.reading.mentions.triggers import Trigger
from slated.reading.parse import ParsedSentence
from slated.reading.tokens import Doc, Token

if TYPE_CHECKING:
    import datetime as dt

    from numpy.typing import NDArray


_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_DETERMINERS = frozenset({"a", "an", "the", "this", "his", "its", "their", "no", "any", "none"})
_MODAL_WORDS = ("if", "should", "would", "will", "could", "may", "might", "must", "can", "after", "when")
_AMOUNTS = frozenset({"%", "$", "percent", "million", "billion"})
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "you", "this", "that", "who", "which", "there", "one", "people"}
)


def features_of(candidate: Candidate, phrases: Sequence[TimePhrase], today: dt.date | None) -> frozenset[str]:
    """The names of the features that hold.

    ``phrases`` are the time phrases of the candidate's sentence, ``today`` the article's creation day.
    """
    trigger, outlook = candidate.trigger, candidate.outlook
    window = candidate.time.window or candidate.time.previous
    kind = "noun" if trigger.noun else "verb"
    direction = direction_of(window, today)
    status = outlook.status or "none"
    found = [
        *_trigger_features(trigger, kind),
        *_outlook_features(outlook, kind),
        *_time_features(window, direction),
        *(_noun_features(trigger.token) if trigger.noun else _verb_features(trigger.token, trigger.head)),
        *_child_features(trigger),
        *_path_features(trigger),
        *_shape_features(candidate),
        *_sentence_features(trigger, phrases, today),
        f"{kind}:{status}:{direction}",
        f"class={trigger.event_class}:{status}",
        f"class={trigger.event_class}:{direction}",
        f"{trigger.known}:{kind}:{status}",
    ]
    return frozenset(found)


def _trigger_features(trigger: Trigger, kind: str) -> Iterator[str]:
    token = trigger.token
    yield f"kind={kind}"
    yield f"class={trigger.event_class}"
    yield f"{kind}:known={trigger.known}"
    yield f"{kind}:head={trigger.head}"
    yield f"{kind}:end={trigger.head[-4:]}"
    yield f"tag={token.tag_}"
    yield f"{kind}:dep={token.dep_}"
    yield f"{kind}:part={trigger.sentence.kind}"
    yield f"place={min(trigger.sentence.index, 40) // 4}"
    if token.text[:1].isupper() and token.i > 0:
        yield "capitalised"
    for offset in (-2, -1, 1, 2):
        i = token.i + offset
        word = token.doc[i].lemma_ if 0 <= i < len(token.doc) else "<>"
        yield f"at{offset}={word}"


def _outlook_features(outlook: Outlook, kind: str) -> Iterator[str]:
    yield f"status={outlook.status}"
    if outlook.negated:
        yield "negated"
    yield f"cues={'+'.join(c.effect for c in outlook.cues[:3])}"
    for i, cue in enumerate(outlook.cues):
        yield f"cue={cue.effect}"
        yield f"cueword={cue.token.lemma_}:{cue.effect}"
        if is_verb(cue.token):
            group = verb_group(cue.token)
            yield f"cueform={cue.effect}:{group.modal}:{group.tense}:{group.past}"
        if i == 0:
            yield f"{kind}:first={cue.effect}"
            yield f"firstword={cue.token.lemma_}"


def direction_of(window: StatedWindow | None, today: dt.date | None) -> str:
    """Where a stated window lies as seen from ``today``: ahead, behind, around, vague, undated or none."""
    if window is None:
        return "none"
    days = window.window
    if days is None:
        return "vague"
    if today is None:
        return "undated"
    if days.earliest is not None and days.earliest > today:
        return "ahead"
    if days.latest is not None and days.latest < today:
        return "behind"
    return "around"


def _time_features(window: StatedWindow | None, direction: str) -> Iterator[str]:
    yield f"time={direction}"
    if window is None or window.window is None:
        return
    length = window.window.days
    size = "open" if length is None else "day" if length == 1 else "month" if length < 32 else "long"
    yield f"days={size}:{direction}"


# what all candidates of a sentence share is asked for by one after another
@lru_cache(maxsize=8)
def _shared_features(sentence: ParsedSentence) -> tuple[str, ...]:
    return tuple(_of_sentence(sentence))


def _of_sentence(sentence: ParsedSentence) -> Iterator[str]:
    assert sentence.doc is not None
    text, words = sentence.span.text, {t.lower_ for t in sentence.doc}
    if '"' in text or "“" in text:
        yield "quoted"
    if text.rstrip().endswith("?"):
        yield "question"
    if words & _FIRST_PERSON:
        yield "first person"
    if "you" in words or "your" in words:
        yield "second person"
    for word in _MODAL_WORDS:
        if word in words:
            yield f"has={word}"
    if len(words) < 14:
        yield "short"
    root = next((t for t in sentence.doc if t.head == t), None)
    if root is not None:
        yield f"root={root.lemma_}" if is_verb(root) else "root=noun"
        if is_verb(root):
            group = verb_group(root)
            yield f"rootform={group.modal}:{group.tense}:{root.lemma_ in REPORTING}"


def _sentence_features(
    trigger: Trigger, phrases: Sequence[TimePhrase], today: dt.date | None
) -> Iterator[str]:
    yield from _shared_features(trigger.sentence)
    start = trigger.start
    for phrase in phrases:
        direction = direction_of(phrase.when, today)
        yield f"some={direction}"
        if abs(phrase.span.start - start) < 40:
            yield f"near={direction}"


@lru_cache(maxsize=8)
def _has_finite_verb(doc: Doc) -> bool:
    return any(is_verb(t) and verb_group(t).finite for t in doc)


def _noun_features(token: Token) -> Iterator[str]:
    determiners = [c.lower_ for c in token.children if c.dep_ in {"det", "poss"}]
    first = determiners[0] if determiners else "none"
    yield f"det={first if first in _DETERMINERS else 'else'}"
    yield f"det={first == 'none'}:{token.tag_}"
    if any(c.tag_ in {"NNP", "NNPS"} for c in token.children if c.i < token.i):
        yield "named"
    for child in token.children:
        if child.tag_ == "CD":
            yield "year" if len(child.text) == 4 and child.text[:2] in {"19", "20"} else "numbered"
        if child.dep_ in {"amod", "compound", "nmod", "poss", "nummod"}:
            yield f"mod={child.lemma_}"
        if child.dep_ in {"acl", "relcl"}:
            group = verb_group(child)
            yield f"below={child.dep_}:{child.tag_}:{group.modal}:{group.tense}"
            yield f"belowword={child.lemma_}"


def _verb_features(token: Token, head: str) -> Iterator[str]:
    group = verb_group(token)
    yield f"modal={group.modal}:{group.tense}:{group.perfect}"
    for child in token.children:
        if child.tag_ == "MD":
            yield f"modalword={child.lower_}"
    for name in ("infinitive", "progressive", "perfect", "passive", "negated"):
        if getattr(group, name):
            yield f"group={name}"
    yield from _subject_features(subject_of(token))
    objects = [c for c in token.children if c.dep_ in {"dobj", "attr", "oprd"}]
    yield f"object={objects[0].tag_ if objects else 'none'}"
    for child in objects[:1]:
        yield f"objhead={child.lemma_}"
        yield f"{head}+{child.lemma_}"


def _child_features(trigger: Trigger) -> Iterator[str]:
    for child in trigger.token.children:
        if child.dep_ in {"prep", "prt"}:
            yield f"prep={child.lower_}"
            yield f"{trigger.head}+{child.lower_}"
        elif child.dep_ in {"mark", "advmod"}:
            yield f"{child.dep_}={child.lower_}"


def _subject_features(subject: Token | None) -> Iterator[str]:
    if subject is None:
        yield "subject=none"
        return
    word = subject.lower_
    if word in _FIRST_PERSON:
        yield "subject=first"
    elif word in _PRONOUNS:
        yield f"subject={word}"
    else:
        yield f"subject={subject.tag_}"
        yield f"subjhead={subject.lemma_}"


def _path_features(trigger: Trigger) -> Iterator[str]:
    node = trigger.token
    for step in range(4):
        if node.head == node:
            yield f"root={step}"
            return
        below, node = node, node.head
        lemma = node.lemma_
        yield f"up={lemma}"
        yield f"up{step}={node.tag_}:{node.dep_}"
        if step < 2:
            yield f"link{step}={below.dep_}<{lemma}"
        if step == 1 and trigger.token.dep_ == "pobj":
            yield f"chain={trigger.token.head.lower_}<{lemma}"
        if is_verb(node):
            group = verb_group(node)
            yield f"upform{step}={group.modal}:{group.tense}:{group.negated}"
            for child in node.children:
                if child.dep_ == "mark" or (child.dep_ == "advmod" and child.i < node.i):
                    yield f"upmark={child.lower_}"


def _shape_features(candidate: Candidate) -> Iterator[str]:
    """What stands below the trigger, the length of its sentence, and the chain of cues."""
    trigger, token = candidate.trigger, candidate.trigger.token
    below, words = list(token.subtree), token.doc
    if any(t.tag_[:3] == "NNP" for t in below):
        yield "subtree named"
    if any(t.tag_ == "CD" for t in below):
        yield "subtree number"
    if any(t.lower_ in _AMOUNTS for t in below):
        yield "subtree amount"
    yield f"nchild={min(3, len(token.children))}"
    yield f"frac={5 * token.i // len(words)}"
    yield f"len={min(5, len(words) // 10)}"
    if token.tag_ == "NNS" and not any(c.dep_ in {"det", "poss"} for c in token.children):
        yield "bare plural"
    cues = candidate.outlook.cues
    yield f"chain={'>'.join(c.token.lemma_ for c in cues[:2])}"
    yield f"chaineffect={'>'.join(c.effect for c in cues[:3])}:{trigger.noun}"
    if not _has_finite_verb(words):
        yield "no finite verb"
        yield f"no finite verb:{trigger.noun}"


def vectors_of(trigger: Trigger) -> tuple[NDArray[Any], NDArray[Any]]:
    """The parser's own vectors that the judge reads: the trigger's and its head's."""
    return trigger.token.tensor, trigger.token.head.tensor
