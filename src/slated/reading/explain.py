"""Reading seen step by step: what each sentence gave at each step, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slated.model import Article, EventMention, ExplainedSentence, Reading, Span, StatedWindow, Step
from slated.reading.mentions.candidates import Candidate, candidates_of
from slated.reading.mentions.select import judged, likely_enough
from slated.reading.parse import ParsedSentence, parse_sentences
from slated.reading.read import read_article
from slated.reading.sentences import split_sentences

_SHORT = 70


def explain_article(article: Article) -> tuple[ExplainedSentence, ...]:
    """The sentences of an article, title first, each with the steps that led to its mentions.

    The steps are those of ``read_article``, taken once more; sentences in which nothing was found
    beyond their parse are left out.
    """
    reading = read_article(article)
    plain = split_sentences(article)
    sentences = parse_sentences(plain, [True] * len(plain))
    groups = candidates_of(sentences, reading.phrases)
    chances = judged(groups, article.creation_time.day)
    steps_of = {
        group.sentence.index: tuple(map(_candidate_step, group.candidates, own))
        for group, own in zip(groups, chances, strict=True)
    }
    found = []
    for sentence in sentences:
        steps = tuple(_steps(sentence, steps_of.get(sentence.index, ()), reading))
        if len(steps) > 1:
            found.append(ExplainedSentence(sentence.span.text, steps))
    return tuple(found)


def _candidate_step(candidate: Candidate, chance: float) -> Step:
    return Step("candidate", candidate.trigger.span.text, _leads(candidate, chance))


def _steps(sentence: ParsedSentence, judged: Sequence[Step], reading: Reading) -> Iterator[Step]:
    yield Step("parse", "", _parse_of(sentence))
    for phrase in reading.phrases:
        if sentence.span.covers(phrase.span):
            yield Step("time", phrase.span.text, _days(phrase.when))
    for actor in reading.actors:
        for span in actor.spans:
            if sentence.span.covers(span):
                yield Step("actor", span.text, f"{actor.name}{f' ({actor.state})' if actor.state else ''}")
    for statement in reading.statements:
        anchor = statement.cue or statement.content
        if sentence.span.covers(anchor):
            source = statement.source.name if statement.source is not None else "nobody named"
            yield Step("statement", anchor.text, f"{source}: “{_shortened(statement.content)}”")
    yield from judged
    for mention in reading.mentions:
        if sentence.span.covers(mention.trigger):
            yield Step("mention", mention.trigger.text, ", ".join(_said_of(mention, reading)))


def _parse_of(sentence: ParsedSentence) -> str:
    if sentence.doc is None:
        return "too long to parse"
    return " ".join(f"{t.text}/{t.tag_}>{t.head.text}" for t in sentence.doc if not t.is_punct)


def _leads(candidate: Candidate, chance: float) -> str:
    cues = ", ".join(f"{c.effect} by “{c.token.text}”" for c in candidate.outlook.cues) or "no cue"
    status = candidate.outlook.status or "no status"
    kept = "an expectation" if chance >= likely_enough() else "no expectation"
    return f"{candidate.trigger.event_class}; {cues}: {status}; chance {chance:.2f}, {kept}"


def _said_of(mention: EventMention, reading: Reading) -> Iterator[str]:
    yield f"{mention.event_class} {mention.status}"
    if mention.refers_to is not None:
        yield f"takes up “{reading.mentions[mention.refers_to].trigger.text}”"
    if mention.participants:
        yield "with " + " and ".join(p.name for p in mention.participants)
    if mention.window is not None:
        yield f"when {_days(mention.window)}"
    if mention.previous is not None:
        yield f"before that {_days(mention.previous)}"
    yield from (f"{p.standing} at {p.name}" for p in mention.places)
    if mention.hedge is not None:
        yield f"hedged by “{mention.hedge.text}” ({mention.hedge.grade})"
    if mention.condition is not None:
        yield f"on condition “{mention.condition.text}”"
    yield "says " + ", ".join(s.name for s in mention.sources)
    if mention.doubtful:
        yield "doubtful"


def _days(when: StatedWindow) -> str:
    return str(when.window) if when.window is not None else "no day fixed"


def _shortened(span: Span) -> str:
    text = " ".join(span.text.split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rsplit(' ', 1)[0]} …"
