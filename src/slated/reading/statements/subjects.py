"""Who a verb's unspoken or spoken subject is, over the parse."""

from __future__ import annotations

from slated.reading.statements.tree import Range, Tree

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_MOST_STEPS = 12  # no sentence needs more; a bound against odd parses


def own_subject(tree: Tree, verb: int) -> int | None:
    """The subject that stands with the verb itself; the nearer one where the parse gives two."""
    found = [c for c in tree.children[verb] if tree.deps[c] in _SUBJECTS]
    before = [c for c in found if c < verb]
    if found:
        return before[-1] if before else found[0]
    return next(tree.kids(verb, *_PASSIVE_SUBJECTS), None)


def is_passive(tree: Tree, verb: int) -> bool:
    """True for a passive clause, and for a past participle on its own ("asked if ...")."""
    if any(tree.deps[c] in {"nsubjpass", "auxpass", "csubjpass"} for c in tree.children[verb]):
        return True
    if tree.tags[verb] != "VBN" or tree.deps[verb] not in {"acl", "advcl"}:
        return False
    if tree.deps[verb] == "acl" and tree.deps[tree.heads[verb]] == "ROOT":
        return agent_of(tree, verb) is not None  # a finite verb that the parser took for a participle
    # "with X seen as the favourite" is passive though X is called its subject
    absolute = any(tree.deps[c] == "mark" and tree.lows[c] == "with" for c in tree.children[verb])
    return absolute or not any(tree.deps[c] in {"aux", "nsubj"} for c in tree.children[verb])


def agent_of(tree: Tree, verb: int) -> int | None:
    """The noun after "by" of a passive, which the parser may tie to the word before it."""
    for by in tree.children[verb]:
        if tree.deps[by] == "agent" or (tree.deps[by] == "prep" and tree.lows[by] == "by"):
            return next(tree.kids(by, "pobj"), None)
        if tree.deps[by] in {"oprd", "prep", "xcomp"} and by > verb:
            inner = next((k for k in tree.children[by] if tree.lows[k] == "by"), None)
            if inner is not None:
                return next(tree.kids(inner, "pobj"), None)
    return None


def subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, found at the verbs that govern it where it has none of its own."""
    for _ in range(_MOST_STEPS):
        found = own_subject(tree, verb)
        if found is not None:
            return None if tree.deps[found].startswith("csubj") or tree.tags[found] == "EX" else found
        head, dep = tree.heads[verb], tree.deps[verb]
        if head == verb or dep in {"ccomp", "relcl", "csubj", "nsubj"}:
            return None
        if dep == "acl":
            governor = _after_comma(tree, verb, head)
            if governor is None:
                return head
            verb = governor
            continue
        if dep == "xcomp" or (dep == "pcomp" and tree.lows[head] == "as"):
            head = head if dep == "xcomp" else tree.heads[head]
            controller = next(tree.kids(head, "dobj"), None)
            if controller is not None and controller < verb:
                return controller
        if tree.tags[head][0] in "NP":
            return next(tree.kids(head, "poss"), None) if dep == "prep" else None
        verb = head
    return None


def _after_comma(tree: Tree, verb: int, noun: int) -> int | None:
    """The verb above a noun that ", saying ..." was tied to, where the noun is no subject itself."""
    if tree.tags[verb] != "VBG" or verb == 0 or tree.lows[tree.lefts[verb] - 1] not in {",", "—", "–", "-"}:
        return None
    for _ in range(_MOST_STEPS):
        if tree.deps[noun] in {"nsubj", "nsubjpass"} or tree.heads[noun] == noun:
            return None
        noun = tree.heads[noun]
        if tree.tags[noun][0] == "V":
            return noun
    return None


def final_speaker(tree: Tree, verb: int) -> int | None:
    """The noun phrase before a closing "said", which the parser took for part of what was said."""
    if verb < 2 or any(tree.tags[k][0].isalnum() for k in range(verb + 1, len(tree))):
        return None
    last = verb - 1 if tree.lows[verb - 1] != "," else verb - 2
    for k in range(last, 0, -1):
        whole = tree.rights[k] == last and tree.tags[k][0] in "NP"
        if whole and tree.deps[k] in {"appos", "npadvmod", "conj"} and tree.lows[tree.lefts[k] - 1] == ",":
            return k
    return None


def source_range(tree: Tree, speaker: int) -> Range:
    """The whole noun phrase of a speaker, without a possessive ending or a heading before it."""
    first, last = tree.lefts[speaker], tree.rights[speaker]
    if tree.tags[last] == "POS" and last > first:
        last -= 1
    for i in range(speaker - 1, first - 1, -1):
        if tree.tags[i] == "_SP":
            first = i + 1
            break
    return tree.trimmed(first, last)
