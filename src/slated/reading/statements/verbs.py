"""Attributions by verbs: "said that", "vowed to", "is expected to", "described it as"."""

from __future__ import annotations

from collections.abc import Iterator

from slated.model.readings import AttributionKind
from slated.reading.statements.complements import (
    complements,
    host_clause,
    loose_content,
    marked_object,
    ranges,
    starts_with_to,
    swallowing_clause,
)
from slated.reading.statements.cues import Cue, verb_cues
from slated.reading.statements.drafts import Draft, cue_range
from slated.reading.statements.passives import headline_passive, raised_draft
from slated.reading.statements.subjects import final_speaker, is_passive, source_range, subject_of
from slated.reading.statements.tree import Range, Tree

_RAISING = frozenset({"appear", "look", "seem", "sound"})


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
            raised = lemma in _RAISING or is_passive(tree, i) or headline_passive(tree, i)
            draft = raised_draft(tree, i, cue) if raised else _active(tree, i, cue)
            if draft is not None:
                yield draft


def _active(tree: Tree, verb: int, cue: Cue) -> Draft | None:
    found = complements(tree, verb, cue)
    speaker = subject_of(tree, verb)
    content, kind = swallowing_clause(tree, verb, cue) or ranges(tree, found.tokens), found.kind
    if not content:
        content, kind = marked_object(tree, verb, cue, speaker)
    if speaker is None and found.clause:
        speaker = final_speaker(tree, verb)
        if speaker is not None:
            content = (tree.trimmed(tree.lefts[found.tokens[0]], tree.lefts[speaker] - 1),)
    loose: tuple[Range, ...] = ()
    clause = cue.frames.get("clause")
    if not content and clause is not None:
        content, kind = host_clause(tree, verb), clause
        speaker = speaker if speaker is not None else _late_subject(tree, verb)
        if not content and speaker is not None:
            loose = loose_content(tree, verb, speaker)
    kind = kind or clause
    if kind is None or (not content and clause is None):
        return None
    if speaker is None and (verb == 0 or not (found.clause and kind == "assertion")):
        return None
    if not found.clause and _is_purpose(tree, verb, kind):
        return None
    if not content and (starts_with_to(tree, verb) or _goes_elsewhere(tree, verb)):
        return None
    return Draft(
        tree=tree,
        cue=cue_range(tree, verb, found.last_cue),
        kind=kind,
        content=content,
        source=source_range(tree, speaker) if speaker is not None else None,
        speaker=speaker,
        quotes=clause is not None,
        loose=loose,
    )


def _is_purpose(tree: Tree, verb: int, kind: AttributionKind) -> bool:
    """True for "a chance to praise", "he came to back the plan": an aim, and nobody's stand yet.

    "She appeared to announce the merger" does announce it.
    """
    aims = {"relcl", "acl"} if kind == "assertion" else {"relcl", "acl", "advcl"}
    return tree.deps[verb] in aims and starts_with_to(tree, verb)


def _goes_elsewhere(tree: Tree, verb: int) -> bool:
    """True for "continues to be a worry": what completes the verb is nothing said."""
    return any(tree.deps[c] in {"xcomp", "attr", "acomp"} for c in tree.children[verb])


def _late_subject(tree: Tree, verb: int) -> int | None:
    """The noun after an inverted "said", which the parser may take for an object."""
    following = next(tree.kids(verb, "dobj", "attr", "oprd"), None)
    if following is None or following < verb or tree.tags[following][0] not in "NP":
        return None
    return following
