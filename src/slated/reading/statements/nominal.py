"""Attributions by nouns, adjectives, adverbs and prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from slated.model.readings import AttributionKind
from slated.reading.statements.complements import starts_with_to
from slated.reading.statements.cues import Cue, adjective_cues, noun_cues, words
from slated.reading.statements.drafts import Draft
from slated.reading.statements.subjects import source_range, subject_of
from slated.reading.statements.tree import Range, Tree, hull

_CLAUSE_ROOTS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "parataxis", "conj", "acl", "pcomp", "xcomp"})
_PERSONAL = frozenset({"NNP", "NNPS", "PRP", "WP", "NNS"})
_FROM = frozenset({"by", "from", "among"})


def nominal_drafts(tree: Tree) -> Iterator[Draft]:
    """Every attribution of the sentence whose cue is no verb."""
    nouns, adjectives = noun_cues(), adjective_cues()
    adverbs = words("cue", "adverbs")
    for i, tag in enumerate(tree.tags):
        draft = None
        if tag in {"NN", "NNS"}:
            cue = nouns.get(tree.lemma(i))
            draft = (_noun(tree, i, cue) if cue else None) or _view(tree, i)
        elif tag[0] == "J" or tag == "VBN":
            cue = adjectives.get(tree.lows[i])
            draft = _adjective(tree, i, cue) if cue else None
        elif tree.lows[i] in adverbs:
            draft = _adverb(tree, i)
        elif tree.lows[i] in {"according", "per"}:
            draft = _according(tree, i)
        if draft is not None:
            yield draft


def _noun(tree: Tree, noun: int, cue: Cue) -> Draft | None:
    content, kind = _noun_content(tree, noun, cue)
    if content is None or kind is None:
        return None
    speaker, first = _noun_source(tree, noun)
    clause = tree.deps[content] in {"acl", "ccomp", "relcl"} and not starts_with_to(tree, content)
    if speaker is None and not (clause and kind in {"assertion", "belief"}):
        return None
    if speaker == content:
        return None
    return Draft(
        tree=tree,
        cue=tree.range_of(first, noun),
        kind=kind,
        content=(tree.subtree(content),),
        source=source_range(tree, speaker) if speaker is not None else None,
        speaker=speaker,
    )


def _noun_content(tree: Tree, noun: int, cue: Cue) -> tuple[int | None, AttributionKind | None]:
    for c in tree.children[noun]:
        if c < noun:
            continue
        dep = tree.deps[c]
        if dep in {"acl", "ccomp", "relcl"}:
            if starts_with_to(tree, c):
                if "infinitive" in cue.frames:
                    return c, cue.frames["infinitive"]
            elif "clause" in cue.frames and _that(tree, c):
                return c, cue.frames["clause"]
        elif dep == "prep" and tree.lows[c] in cue.prepositions:
            inner = next(tree.kids(c, "pobj", "pcomp"), None)
            if inner is not None:
                return inner, cue.prepositions[tree.lows[c]]
    return _equated(tree, noun, cue)


def _equated(tree: Tree, noun: int, cue: Cue) -> tuple[int | None, AttributionKind | None]:
    """ "Her claim is that ...", "the question is whether ..."."""
    verb = tree.heads[noun]
    if tree.deps[noun] == "nsubj" and tree.lemma(verb) == "be" and "clause" in cue.frames:
        clause = next((c for c in tree.kids(verb, "ccomp") if c > verb), None)
        if clause is not None:
            return clause, cue.frames["clause"]
    return None, None


def _that(tree: Tree, c: int) -> bool:
    return any(tree.lows[k] == "that" and tree.deps[k] == "mark" for k in tree.children[c])


def _noun_source(tree: Tree, noun: int) -> tuple[int | None, int]:
    """The speaker behind a noun, and the first token of the cue."""
    owner = next(tree.kids(noun, "poss"), None)
    if owner is not None:
        return owner, noun
    for c in tree.kids(noun, "prep", "agent"):
        if tree.lows[c] in _FROM:
            return next(tree.kids(c, "pobj"), None), noun
    verb = tree.heads[noun]
    if tree.deps[noun] == "attr" and tree.lemma(verb) == "be":
        speaker = subject_of(tree, verb)
        if speaker is not None and tree.tags[speaker] in _PERSONAL:
            return speaker, verb if noun - verb <= 4 else noun
    if tree.deps[noun] == "dobj" and tree.lemma(verb) in words("cue", "by_light_verb"):
        speaker = subject_of(tree, verb)
        return speaker, verb if noun - verb <= 4 else noun
    return None, noun


def _adjective(tree: Tree, adjective: int, cue: Cue) -> Draft | None:
    verb = tree.heads[adjective]
    if tree.deps[adjective] not in {"acomp", "conj", "amod", "advcl", "acl", "ROOT", "oprd", "ccomp"}:
        return None
    content, kind, last = _adjective_content(tree, adjective, cue)
    if content is None or kind is None:
        return None
    predicate = tree.deps[adjective] in {"acomp", "oprd"}
    speaker = (
        tree.heads[adjective]
        if tree.deps[adjective] in {"amod", "acl"}
        else subject_of(tree, verb if predicate else adjective)
    )
    if speaker is None or tree.lows[speaker] == "it":
        return None
    first = verb if predicate and 0 < adjective - verb <= 4 else adjective
    source = source_range(tree, speaker)
    if tree.deps[adjective] in {"amod", "acl"}:
        source = tree.trimmed(tree.lefts[speaker], max(tree.lefts[speaker], adjective - 1))
    return Draft(tree, tree.range_of(first, last), kind, (tree.subtree(content),), source, speaker)


def _adjective_content(
    tree: Tree, adjective: int, cue: Cue
) -> tuple[int | None, AttributionKind | None, int]:
    for c in tree.children[adjective]:
        if c < adjective:
            continue
        dep = tree.deps[c]
        if dep in {"ccomp", "xcomp", "advcl"}:
            frame = "infinitive" if starts_with_to(tree, c) else "clause"
            if frame in cue.frames and (dep == "xcomp" or frame == "clause"):
                return c, cue.frames[frame], adjective
        elif dep == "prep" and tree.lows[c] in cue.prepositions:
            inner = next(tree.kids(c, "pobj", "pcomp"), None)
            if inner is not None:
                return inner, cue.prepositions[tree.lows[c]], c if c == adjective + 1 else adjective
    return None, None, adjective


def clause_around(tree: Tree, i: int) -> int:
    """The verb (or other head) of the clause that token ``i`` stands in."""
    for _ in range(len(tree)):
        if tree.deps[i] in _CLAUSE_ROOTS and tree.tags[i][0] in "VM":
            return i
        if tree.heads[i] == i:
            return i
        i = tree.heads[i]
    return i


def _adverb(tree: Tree, adverb: int) -> Draft | None:
    clause = clause_around(tree, adverb)
    content = tree.without(clause, [adverb])
    return Draft(tree, tree.range_of(adverb, adverb), "assertion", content) if content else None


def _according(tree: Tree, i: int) -> Draft | None:
    """ "according to X", "per X": the clause that it stands in, on the word of X."""
    base, cue_end = i, i
    if tree.lows[i] == "according":
        if i + 1 >= len(tree) or tree.lows[i + 1] != "to":
            return None
        base = cue_end = i + 1
    speaker = next(tree.kids(base, "pobj"), None)
    if speaker is None or (base == i and not tree.tags[speaker].startswith("NNP")):
        return None
    clause = clause_around(tree, tree.heads[i])
    if tree.lefts[i] == 0 or tree.rights[i] >= len(tree) - 2:
        clause = _top(tree, clause) if tree.lefts[i] == 0 else clause
    content = tree.without(clause, [i]) if clause != i else ()
    if not content:
        return None
    return Draft(
        tree,
        tree.range_of(i, cue_end),
        "assertion",
        content,
        source_range(tree, speaker),
        speaker,
        quotes=True,
    )


def _top(tree: Tree, i: int) -> int:
    for _ in range(len(tree)):
        if tree.heads[i] == i:
            return i
        i = tree.heads[i]
    return i


def _view(tree: Tree, noun: int) -> Draft | None:
    """ "in his view", "in the ministry's words"."""
    if tree.lows[noun] not in words("cue", "view_nouns") or tree.deps[noun] != "pobj":
        return None
    preposition = tree.heads[noun]
    owner = next(tree.kids(noun, "poss"), None)
    if owner is None or tree.lows[preposition] not in {"in", "by", "to"}:
        return None
    clause = clause_around(tree, preposition)
    content: tuple[Range, ...] = tree.without(clause, [preposition])
    if not content:
        return None
    cue = hull([tree.range_of(preposition, preposition), tree.range_of(noun, noun)])
    return Draft(tree, cue, "belief", content, source_range(tree, owner), owner)
