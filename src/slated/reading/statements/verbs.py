"""Attributions by verbs: "said that", "vowed to", "is expected to", "described it as"."""

from __future__ import annotations

from collections.abc import Iterator

from slated.reading.statements.complements import (
    Complements,
    complements,
    host_clause,
    loose_content,
    ranges,
    starts_with_to,
    swallowing_clause,
)
from slated.reading.statements.cues import Cue, verb_cues
from slated.reading.statements.drafts import Draft
from slated.reading.statements.subjects import (
    agent_of,
    is_passive,
    own_subject,
    source_range,
    subject_of,
)
from slated.reading.statements.tree import Range, Tree

_RAISING = frozenset({"appear", "look", "seem", "sound"})
_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})


def verb_drafts(tree: Tree) -> Iterator[Draft]:
    """Every attribution that a verb of the sentence makes."""
    known = verb_cues()
    for i, tag in enumerate(tree.tags):
        if tag[0] != "V":
            continue
        lemma = tree.lemma(i)
        particle = next(tree.kids(i, "prt"), None)
        cue = known.get(f"{lemma} {tree.lows[particle]}") if particle is not None else known.get(lemma)
        if cue is not None:
            raised = lemma in _RAISING or is_passive(tree, i) or _headline_passive(tree, i)
            draft = _raised(tree, i, cue) if raised else _active(tree, i, cue)
            if draft is not None:
                yield draft


def _headline_passive(tree: Tree, verb: int) -> bool:
    """ "Minister expected to resign", "Hanoi seen as venue": a headline leaves out "is"."""
    if tree.sentence.kind != "title" or tree.tags[verb] not in {"VBD", "VBN"}:
        return False
    deps = [tree.deps[c] for c in tree.children[verb]]
    led = any(tree.lows[c] == "as" or starts_with_to(tree, c) for c in tree.children[verb] if c > verb)
    return led and "nsubj" in deps and "dobj" not in deps and "aux" not in deps


def _active(tree: Tree, verb: int, cue: Cue) -> Draft | None:
    found = complements(tree, verb, cue)
    speaker = subject_of(tree, verb)
    content, kind = swallowing_clause(tree, verb, cue) or ranges(tree, found.tokens), found.kind
    loose: tuple[Range, ...] = ()
    clause = cue.frames.get("clause")
    if not content and clause is not None:
        content, kind = host_clause(tree, verb), clause
        speaker = speaker if speaker is not None else _late_subject(tree, verb)
        if not content and speaker is not None and clause == "assertion":
            loose = loose_content(tree, verb, speaker)
    kind = kind or clause
    if kind is None or (not content and clause is None):
        return None
    if speaker is None and (verb == 0 or not (found.clause and kind == "assertion")):
        return None
    if kind in {"eventuality", "attitude"} and _is_purpose(tree, verb):
        return None
    return Draft(
        tree=tree,
        cue=_cue_range(tree, verb, found.last_cue),
        kind=kind,
        content=content,
        source=source_range(tree, speaker) if speaker is not None else None,
        speaker=speaker,
        quotes=clause is not None,
        loose=loose,
    )


def _is_purpose(tree: Tree, verb: int) -> bool:
    """True for "to back the plan" after a whole clause: an aim, and nobody's stand yet."""
    return tree.tags[verb] == "VB" and tree.deps[verb] in {"advcl", "relcl", "acl"}


def _raised(tree: Tree, verb: int, cue: Cue) -> Draft | None:
    """A passive or "seems": the content starts at the subject, the source is the agent if any."""
    found = complements(tree, verb, cue)
    passive = is_passive(tree, verb) or _headline_passive(tree, verb)
    speaker = agent_of(tree, verb) if passive else None
    participle = passive and tree.deps[verb] == "acl"
    subject = tree.heads[verb] if participle else subject_of(tree, verb)
    kind = found.kind
    if kind is None and passive and (speaker is not None or own_subject(tree, verb) is not None):
        kind = cue.frames.get("object")
        kind = kind if speaker is not None or kind == "assertion" else None
    if kind is None or (participle and speaker is None and not found.tokens):
        return None
    content = _raised_content(tree, verb, cue, found, subject)
    if not content:
        return None
    return Draft(
        tree=tree,
        cue=_cue_range(tree, verb, found.last_cue),
        kind=kind,
        content=content,
        source=source_range(tree, speaker) if speaker is not None else None,
        speaker=speaker,
    )


def _raised_content(
    tree: Tree, verb: int, cue: Cue, found: Complements, subject: int | None
) -> tuple[Range, ...]:
    addressed = cue.addressee and found.clause
    if subject is None or addressed or tree.lows[subject] == "it":
        return ranges(tree, found.tokens)
    if tree.heads[verb] == subject:
        head = tree.trimmed(tree.lefts[subject], max(verb - 1, tree.lefts[subject]))
    else:
        head = tree.subtree(subject)
    after = [t for t in found.tokens if tree.lefts[t] > tree.rights[subject] or t > verb]
    return head, *ranges(tree, after)


def _late_subject(tree: Tree, verb: int) -> int | None:
    """The noun after an inverted "said", which the parser may take for an object."""
    following = next(tree.kids(verb, "dobj", "attr", "oprd"), None)
    if following is None or following < verb or tree.tags[following][0] not in "NP":
        return None
    return following


def _cue_range(tree: Tree, verb: int, last: int) -> Range:
    """The verb with its auxiliaries, adverbs, particle and preposition where they touch it."""
    first = verb
    while first > 0 and tree.heads[first - 1] == verb and tree.deps[first - 1] in _BEFORE_VERB:
        if tree.tags[first - 1] in {"WRB", "WDT"}:
            break
        first -= 1
    particle = next(tree.kids(verb, "prt"), None)
    end = particle if particle is not None and particle > verb else verb
    return tree.range_of(first, last if last == end + 1 else end)
