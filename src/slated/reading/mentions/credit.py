"""Whose words a mention rests on where no statement says: "the minister's remarks point to a summit"."""

from __future__ import annotations

from slated.model import Source
from slated.reading.mentions.clause import is_verb
from slated.reading.mentions.triggers import Trigger
from slated.reading.statements.cues import noun_cues
from slated.reading.tokens import Token

_STEPS = 6


def credited(trigger: Trigger) -> Source | None:
    """Who owns the words ("remarks", "comments") that are the subject over the trigger, if any do."""
    node = trigger.token
    for _ in range(_STEPS):
        if is_verb(node):
            for subject in node.children:
                cue = noun_cues().get(subject.lemma_) if subject.dep_ == "nsubj" else None
                if cue is not None and "clause" in cue.frames and subject != trigger.token:
                    return _owner(trigger, subject)
        if node.head == node:
            return None
        node = node.head
    return None


def _owner(trigger: Trigger, words: Token) -> Source | None:
    owner = next((c for c in words.children if c.dep_ == "poss" and c.tag_[:1] == "N"), None)
    if owner is None:
        return None
    span = trigger.sentence.span_of_tokens(owner.left_edge, owner)
    return Source(span.text, "named" if owner.tag_[:3] == "NNP" else "anonymous", span)
