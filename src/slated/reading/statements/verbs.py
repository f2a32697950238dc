"""Attributions by verbs: "said that", "vowed to", "is expected to", "described it as"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from slated.model.readings import AttributionKind
from slated.reading.statements.cues import Cue, verb_cues
from slated.reading.statements.drafts import Draft
from slated.reading.statements.subjects import agent_of, is_passive, source_range, subject_of
from slated.reading.statements.tree import Range, Tree

_RAISING = frozenset({"appear", "seem", "look", "prove"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})
_ASIDE = frozenset({"as", "like"})


@dataclass(slots=True)
class _Complements:
    """What stands with a verb: tokens whose subtrees are content, and the kind they make."""

    tokens: list[int] = field(default_factory=list)
    kind: AttributionKind | None = None
    last_cue: int = -1
    clause: bool = False

    def take(self, token: int, kind: AttributionKind) -> None:
        self.tokens.append(token)
        self.kind = self.kind or kind


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
            draft = _draft(tree, i, cue, lemma)
            if draft is not None:
                yield draft


def _draft(tree: Tree, verb: int, cue: Cue, lemma: str) -> Draft | None:
    passive = is_passive(tree, verb)
    found = _complements(tree, verb, cue, passive)
    if lemma in _RAISING or passive:
        return _raised(tree, verb, cue, found, passive)
    speaker = subject_of(tree, verb)
    content = _ranges(tree, found.tokens)
    kind = found.kind
    if not content and "clause" in cue.frames:
        content, kind = _host_clause(tree, verb), cue.frames["clause"]
        speaker = speaker if speaker is not None else _late_subject(tree, verb)
    takes_quote = "clause" in cue.frames
    if kind is None or (not content and not takes_quote):
        return None
    if speaker is None and not (found.clause and kind == "assertion"):
        return None
    return Draft(
        tree=tree,
        cue=_cue_range(tree, verb, found.last_cue),
        kind=kind,
        content=content,
        source=source_range(tree, speaker) if speaker is not None else None,
        speaker=speaker,
        quotes=takes_quote,
    )


def _complements(tree: Tree, verb: int, cue: Cue, passive: bool) -> _Complements:
    found = _Complements()
    objects = []
    for c in tree.children[verb]:
        dep = tree.deps[c]
        if dep in {"ccomp", "xcomp", "oprd", "acomp", "attr"}:
            frame = _frame(tree, c)
            if frame in cue.frames:
                found.take(c, cue.frames[frame])
                found.clause = found.clause or frame == "clause"
        elif dep == "dobj":
            objects.append(c)
        elif dep == "prep":
            _take_preposition(tree, c, cue, found)
    for c in objects:
        _take_object(tree, c, cue, found)
    found.tokens.sort()
    del passive
    return found


def _frame(tree: Tree, c: int) -> str:
    tag = tree.tags[c]
    has_to = any(tree.tags[k] == "TO" for k in tree.children[c] if k < c)
    if tag[0] == "V" or tag == "MD":
        if has_to:
            return "infinitive"
        if tag == "VBG" and tree.deps[c] == "xcomp":
            return "gerund"
        return "clause"
    if has_to:
        return "infinitive"
    return "clause" if tree.deps[c] == "ccomp" else "as"


def _take_preposition(tree: Tree, c: int, cue: Cue, found: _Complements) -> None:
    low = tree.lows[c]
    if low == "as" and "as" in cue.frames:
        found.take(c, cue.frames["as"])
    elif low in cue.prepositions:
        for inner in tree.kids(c, "pobj", "pcomp"):
            found.take(inner, cue.prepositions[low])
            found.last_cue = c


def _take_object(tree: Tree, c: int, cue: Cue, found: _Complements) -> None:
    frames = cue.frames
    if found.tokens:
        if not cue.addressee:
            found.tokens.append(c)
    elif tree.lows[c] in _REFLEXIVES:
        return
    elif "object" in frames:
        found.take(c, frames["object"])
    elif "clause" in frames and tree.tags[c] in {"WDT", "WP"}:
        found.take(c, frames["clause"])


def _ranges(tree: Tree, tokens: list[int]) -> tuple[Range, ...]:
    merged: list[tuple[int, int]] = []
    for token in sorted(tokens):
        first, last = tree.lefts[token], tree.rights[token]
        if merged and first <= merged[-1][1] + 2:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(tree.trimmed(*pair) for pair in merged)


def _raised(tree: Tree, verb: int, cue: Cue, found: _Complements, passive: bool) -> Draft | None:
    """A passive or "seems": the content starts at the subject, the source is the agent if any."""
    speaker = agent_of(tree, verb) if passive else None
    participle = passive and tree.deps[verb] == "acl"
    subject = tree.heads[verb] if participle else subject_of(tree, verb)
    tokens, kind = list(found.tokens), found.kind
    if kind is None and passive and speaker is not None:
        kind = cue.frames.get("object")
    if kind is None or (participle and speaker is None and not tokens):
        return None
    addressed = cue.addressee and found.clause
    if subject is not None and not addressed and tree.lows[subject] != "it":
        content = _subject_pieces(tree, subject, verb, tokens, participle)
    else:
        content = _ranges(tree, tokens)
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


def _subject_pieces(
    tree: Tree, subject: int, verb: int, tokens: list[int], participle: bool
) -> tuple[Range, ...]:
    if participle:
        last = max(verb - 1, tree.lefts[subject])
        head: tuple[Range, ...] = (tree.trimmed(tree.lefts[subject], last),)
    else:
        head = (tree.subtree(subject),)
    return head + _ranges(tree, [t for t in tokens if tree.lefts[t] > tree.rights[subject] or t > verb])


def _host_clause(tree: Tree, verb: int) -> tuple[Range, ...]:
    """The clause that a parenthetical stands in: "the talks, officials said, will ..."."""
    dep, head = tree.deps[verb], tree.heads[verb]
    aside = dep == "advcl" and any(
        tree.lows[c] in _ASIDE and tree.deps[c] in {"mark", "advmod", "prep"} for c in tree.children[verb]
    )
    if head == verb or not (dep == "parataxis" or aside):
        return ()
    return tree.without(head, [verb])


def _late_subject(tree: Tree, verb: int) -> int | None:
    """The noun after an inverted "said", which the parser may take for an object."""
    following = next(tree.kids(verb, "dobj", "attr", "oprd"), None)
    return (
        following if following is not None and following > verb and tree.tags[following][0] in "NP" else None
    )


def _cue_range(tree: Tree, verb: int, last: int) -> Range:
    first = verb
    while (
        first > 0
        and tree.heads[first - 1] == verb
        and tree.deps[first - 1]
        in {
            "aux",
            "auxpass",
            "neg",
            "advmod",
        }
        and tree.tags[first - 1] not in {"WRB", "WDT"}
    ):
        first -= 1
    end = verb
    particle = next(tree.kids(verb, "prt"), None)
    if particle is not None and particle > verb:
        end = particle
    if last == end + 1:
        end = last
    return tree.range_of(first, end)
