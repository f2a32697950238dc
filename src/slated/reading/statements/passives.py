"""Attributions in the passive and by "seems": the content begins at the subject."""

from __future__ import annotations

from slated.reading.statements.complements import Complements, complements, ranges, starts_with_to
from slated.reading.statements.cues import Cue
from slated.reading.statements.drafts import Draft, cue_range
from slated.reading.statements.subjects import (
    agent_of,
    is_passive,
    own_subject,
    source_range,
    subject_of,
)
from slated.reading.statements.tree import Range, Tree


def headline_passive(tree: Tree, verb: int) -> bool:
    """ "Minister expected to resign", "Hanoi seen as venue": a headline leaves out "is"."""
    if tree.tags[verb] not in {"VBD", "VBN"} or not _is_headline(tree):
        return False
    deps = [tree.deps[c] for c in tree.children[verb]]
    led = any(tree.lows[c] == "as" or starts_with_to(tree, c) for c in tree.children[verb] if c > verb)
    return led and "nsubj" in deps and "dobj" not in deps and "aux" not in deps


def _is_headline(tree: Tree) -> bool:
    """True for titles, sub-headlines, and lines within the text that no stop ends."""
    if tree.sentence.kind in {"title", "subheadline"}:
        return True
    return tree.sentence.span.text[-1].isalnum()


def raised_draft(tree: Tree, verb: int, cue: Cue) -> Draft | None:
    """A passive or "seems": the content starts at the subject, the source is the agent if any."""
    found = complements(tree, verb, cue)
    passive = is_passive(tree, verb) or headline_passive(tree, verb)
    speaker = agent_of(tree, verb) if passive else None
    participle = passive and tree.deps[verb] == "acl"
    subject = tree.heads[verb] if participle else subject_of(tree, verb)
    kind = found.kind
    if kind is None and passive and (speaker is not None or own_subject(tree, verb) is not None):
        kind = cue.frames.get("object")
        kind = kind if speaker is not None or kind == "assertion" else None
    clause = cue.frames.get("clause") if cue.addressee else None
    kind = kind or clause
    if kind is None or (participle and speaker is None and not found.tokens and kind != "assertion"):
        return None
    content = _raised_content(tree, verb, cue, found, subject)
    if not content and clause is None:
        return None
    return Draft(
        tree=tree,
        cue=cue_range(tree, verb, found.last_cue),
        kind=kind,
        content=content,
        source=source_range(tree, speaker) if speaker is not None else None,
        speaker=speaker,
        quotes=clause is not None,
    )


def _raised_content(
    tree: Tree, verb: int, cue: Cue, found: Complements, subject: int | None
) -> tuple[Range, ...]:
    if subject is None or cue.addressee or tree.lows[subject] == "it":
        return ranges(tree, found.tokens)
    if tree.heads[verb] == subject:
        head = tree.trimmed(tree.lefts[subject], max(verb - 1, tree.lefts[subject]))
    else:
        head = tree.subtree(subject)
    after = [t for t in found.tokens if tree.lefts[t] > tree.rights[subject] or t > verb]
    return head, *ranges(tree, after)
