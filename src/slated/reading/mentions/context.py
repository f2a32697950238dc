"""What the judge's second look sees of a candidate: numbers about it, its sentence and its article.

The first look knows one candidate at a time. Here it is set against the better candidates of its
sentence, which may name the same event, and against what the rest of the article says of the
same words: "the merger" alone tells nothing, but the title may have told that it is planned.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from slated.model import TimePhrase
from slated.reading.mentions.candidates import AHEAD, Candidate, SentenceCandidates
from slated.reading.mentions.clause import is_verb, subject_of, verb_group
from slated.reading.mentions.cue_words import LIGHT
from slated.reading.mentions.features import direction_of
from slated.reading.tokens import Token

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CLAUSES = frozenset({"ccomp", "relcl", "advcl", "conj", "parataxis", "acl"})
_PARTS = frozenset(
    {"dobj", "nsubj", "nsubjpass", "compound", "attr", "acomp", "oprd", "xcomp", "amod", "advmod", "acl"}
)
_LIKELY = 0.3
_FAR = 30
_NEAR_CHARACTERS = 40
_STEM = 5
Numbers = dict[str, float]
Places = dict[str | None, float]
Said = dict[tuple[str, str], list[tuple[float, int]]]


def _placed(values: Sequence[str | None]) -> Places:
    return {value: float(i) for i, value in enumerate(values)}


_CLASSES = _placed((
    "meeting", "visit", "vote", "election", "hearing", "ruling", "trial", "launch", "release",
    "announcement", "report", "deadline", "legislation", "appointment", "deployment", "attack",
    "protest", "sport", "ceremony", "deal", "payment", "closing", "opening", "other",
))  # fmt: skip
_STATUSES = _placed((
    None, "proposed", "expected", "scheduled", "in_doubt", "postponed", "cancelled", "occurred",
))  # fmt: skip
_EFFECTS = _placed((
    "scheduled", "expected", "proposed", "in_doubt", "postponed", "cancelled", "refused", "past",
    "negated", "occurred", "futurate", "conditional", "topic",
))  # fmt: skip
_DIRECTIONS = _placed(("none", "behind", "vague", "undated", "around", "ahead"))
_DEPS = _placed((
    "ROOT", "nsubj", "nsubjpass", "dobj", "pobj", "xcomp", "ccomp", "advcl", "relcl", "acl", "conj", "attr",
    "appos", "pcomp", "compound", "dep", "npadvmod", "oprd", "parataxis",
))  # fmt: skip
_TAGS = _placed(("NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ"))
_MODALS = _placed((None, "will", "would", "may", "must"))
_TENSES = _placed((None, "past", "present"))


def numbers_of(
    sentences: Sequence[SentenceCandidates],
    leanings: NDArray[np.float64],
    today: dt.date | None,
    rows: Container[int],
) -> list[Numbers]:
    """The numbers of the candidates of an article that are in ``rows``, in order, each by its name.

    ``leanings`` has a row for each of its candidates, as ``leanings_of`` gives them.
    """
    chances = [float(c) for c in 1.0 / (1.0 + np.exp(-leanings[:, 0]))]
    found: list[Numbers] = []
    groups = _grouped(sentences)
    tops = {s.sentence.index: max((chances[i] for i in g), default=0.0) for s, g in groups}
    said, shared = _said_in(groups, chances), _article_numbers(groups, chances)
    for sentence, group in groups:
        wanted = [i - group.start for i in group if i in rows]
        if not wanted:
            continue
        own = [chances[i] for i in group]
        frame = shared | _sentence_numbers(sentence, today, tops)
        for k, rivals in zip(wanted, _rival_numbers(sentence.candidates, own, wanted), strict=True):
            candidate = sentence.candidates[k]
            expectation, ahead, diary = map(float, leanings[group.start + k])
            found.append(
                {
                    "expectation": expectation,
                    "ahead": ahead,
                    "diary": diary,
                    **frame,
                    **rivals,
                    **_own_numbers(candidate, sentence.phrases, today),
                    **_elsewhere_numbers(candidate, sentence.sentence.index, said, len(groups)),
                }
            )
    return found


def _grouped(sentences: Sequence[SentenceCandidates]) -> list[tuple[SentenceCandidates, range]]:
    groups, start = [], 0
    for sentence in sentences:
        end = start + len(sentence.candidates)
        groups.append((sentence, range(start, end)))
        start = end
    return groups


def _place(places: Places, value: str | None) -> float:
    return places.get(value, float(len(places)))


def _sentence_numbers(
    sentence: SentenceCandidates, today: dt.date | None, tops: Mapping[int, float]
) -> Numbers:
    if not sentence.candidates:
        return {}
    words = sentence.candidates[0].trigger.token.doc
    tags = [t.tag_ for t in words]
    text, index = sentence.sentence.span.text, sentence.sentence.index
    times = [_place(_DIRECTIONS, direction_of(p.when, today)) for p in sentence.phrases]
    return {
        "title": sentence.sentence.kind == "title",
        "words": len(words),
        "past verbs": tags.count("VBD"),
        "present verbs": tags.count("VBZ") + tags.count("VBP"),
        "modals": tags.count("MD"),
        "names": sum(t[:3] == "NNP" for t in tags),
        "quoted": '"' in text or "“" in text,
        "latest time": max(times, default=-1.0),
        "earliest time": min(times, default=-1.0),
        "best before": tops.get(index - 1, 0.0),
        "best after": tops.get(index + 1, 0.0),
        "index": min(index, 40),
    }


def _own_numbers(candidate: Candidate, phrases: Sequence[TimePhrase], today: dt.date | None) -> Numbers:
    trigger, outlook = candidate.trigger, candidate.outlook
    token = trigger.token
    below = list(token.subtree)
    effects = [_place(_EFFECTS, c.effect) for c in outlook.cues]
    near = [p for p in phrases if abs(p.span.start - trigger.start) < _NEAR_CHARACTERS]
    window = candidate.time.window or candidate.time.previous
    return {
        "noun": trigger.noun,
        "known": trigger.known,
        "light": trigger.head in LIGHT,
        "class": _place(_CLASSES, trigger.event_class),
        "status": _place(_STATUSES, outlook.status),
        "is ahead": outlook.status in AHEAD,
        "negated": outlook.negated,
        "cues": len(effects),
        "first cue": effects[0] if effects else -1.0,
        "second cue": effects[1] if len(effects) > 1 else -1.0,
        "time": _place(_DIRECTIONS, direction_of(window, today)),
        "near time": max((_place(_DIRECTIONS, direction_of(p.when, today)) for p in near), default=-1.0),
        "dep": _place(_DEPS, token.dep_),
        "tag": _place(_TAGS, token.tag_),
        "names below": sum(t.tag_[:3] == "NNP" for t in below),
        "number below": any(t.tag_ == "CD" for t in below),
        "words below": len(below),
        "part of sentence": token.i / len(token.doc),
        **_verb_numbers(token),
        **_determiner_numbers(token),
    }


def _verb_numbers(token: Token) -> Numbers:
    if not is_verb(token):
        return {"modal": -1.0, "tense": -1.0, "infinitive": -1.0, "subject": -1.0}
    group, subject = verb_group(token), subject_of(token)
    return {
        "modal": _place(_MODALS, group.modal),
        "tense": _place(_TENSES, group.tense),
        "infinitive": group.infinitive,
        "subject": _subject_kind(subject),
    }


def _subject_kind(subject: Token | None) -> float:
    if subject is None:
        return 0.0
    if subject.tag_ == "PRP":
        return 1.0
    return 2.0 if subject.tag_[:3] == "NNP" else 3.0 if subject.tag_ == "NNS" else 4.0


def _determiner_numbers(token: Token) -> Numbers:
    words = {c.lower_ for c in token.children if c.dep_ == "det"}
    return {
        "the": "the" in words,
        "a": bool(words & {"a", "an"}),
        "possessed": any(c.dep_ == "poss" for c in token.children),
    }


def _rival_numbers(
    candidates: Sequence[Candidate], chances: Sequence[float], wanted: Sequence[int]
) -> Iterator[Numbers]:
    """Each of the wanted candidates against the better ones of its sentence, by how they are related."""
    order = sorted(range(len(candidates)), key=lambda k: (-chances[k], k))
    tokens = [c.trigger.token for c in candidates]
    clauses = [clause_of(t) for t in tokens]
    for k in wanted:
        rank = order.index(k)
        numbers: Numbers = dict.fromkeys(
            ("part", "whole", "same head", "same clause", "other clause", "conjunct", "above or below"), 0.0
        )
        distance = _FAR
        for b in order[:rank]:
            for relation in _relations(tokens[k], tokens[b], same_clause=clauses[k] == clauses[b]):
                numbers[relation] = max(numbers[relation], chances[b])
            if chances[b] > _LIKELY:
                distance = min(distance, abs(tokens[k].i - tokens[b].i))
        numbers["rank"] = min(rank, 5)
        numbers["best"] = chances[order[0]] if rank else 0.0
        numbers["better"] = sum(chances[b] > _LIKELY for b in order[:rank])
        numbers["distance"] = distance
        numbers["next"] = chances[order[rank + 1]] if rank + 1 < len(order) else 0.0
        yield numbers


def _relations(one: Token, other: Token, *, same_clause: bool) -> Iterable[str]:
    yield "same clause" if same_clause else "other clause"
    if _is_part(one, other):
        yield "part"
    if _is_part(other, one):
        yield "whole"
    if one.head == other.head and is_verb(one.head):
        yield "same head"
    if (one.dep_ == "conj" and one.head == other) or (other.dep_ == "conj" and other.head == one):
        yield "conjunct"
    if other.is_ancestor(one) or one.is_ancestor(other):
        yield "above or below"


def _is_part(token: Token, whole: Token) -> bool:
    head = token.head
    if head == whole:
        return token.dep_ in _PARTS and token != whole
    return token.dep_ == "pobj" and head.dep_ in {"prep", "agent"} and head.head == whole


def clause_of(token: Token) -> Token:
    """The verb that heads the token's clause, or the top of the sentence."""
    while token.head != token and not (is_verb(token) and token.dep_ in _CLAUSES):
        token = token.head
    return token


def _said_in(groups: Sequence[tuple[SentenceCandidates, range]], chances: Sequence[float]) -> Said:
    """Where each word, stem and class stands as a candidate: the chance there and the sentence's place."""
    said: Said = defaultdict(list)
    for sentence, group in groups:
        for i, candidate in zip(group, sentence.candidates, strict=True):
            for key in _keys(candidate):
                said[key].append((chances[i], sentence.sentence.index))
    return said


def _article_numbers(groups: Sequence[tuple[SentenceCandidates, range]], chances: Sequence[float]) -> Numbers:
    ranked = sorted(chances, reverse=True)
    return {
        "top": ranked[0] if ranked else 0.0,
        "top three": sum(ranked[:3]) / 3,
        "likely": sum(c > _LIKELY for c in chances) / max(1.0, len(groups) ** 0.5),
        "sentences": len(groups),
    }


def _elsewhere_numbers(candidate: Candidate, at: int, said: Said, sentences: int) -> Numbers:
    """A candidate of the sentence ``at`` against those of others with the same word, stem or class."""
    head, stem, kind = (said[key] for key in _keys(candidate))
    known = candidate.trigger.event_class != "other"
    return {
        "same word": max((c for c, s in head if s != at), default=0.0),
        "same word before": max((c for c, s in head if s < at), default=0.0),
        "same stem": max((c for c, s in stem if s != at), default=0.0),
        "same class": max((c for c, s in kind if s != at), default=0.0) if known else 0.0,
        "times said": min(5, len(head)),
        "part of article": at / max(1, sentences),
    }


def _keys(candidate: Candidate) -> tuple[tuple[str, str], ...]:
    trigger = candidate.trigger
    return ("word", trigger.head), ("stem", trigger.head[:_STEM]), ("class", trigger.event_class)
