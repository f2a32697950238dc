"""Who a verb's unspoken or spoken subject is, over the parse."""

from __future__ import annotations

from slated.reading.statements.tree import Range, Tree

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_MOST_STEPS = 12  # no sentence needs more; a bound against odd parses


def own_subject(tree: Tree, verb: int) -> int | None:
    """The subject that stands with the verb itself."""
    found = next((c for c in tree.children[verb] if tree.deps[c] in _SUBJECTS), None)
    return found if found is not None else next(tree.kids(verb, *_PASSIVE_SUBJECTS), None)


def is_passive(tree: Tree, verb: int) -> bool:
    """True for a passive clause or a past participle after a noun."""
    if any(tree.deps[c] in {"nsubjpass", "auxpass", "csubjpass"} for c in tree.children[verb]):
        return True
    return tree.tags[verb] == "VBN" and tree.deps[verb] == "acl"


def agent_of(tree: Tree, verb: int) -> int | None:
    """The noun after "by" of a passive."""
    for by in tree.children[verb]:
        if tree.deps[by] == "agent" or (tree.deps[by] == "prep" and tree.lows[by] == "by"):
            return next(tree.kids(by, "pobj"), None)
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
            return head
        if dep == "xcomp":
            controller = next(tree.kids(head, "dobj"), None)
            if controller is not None and controller < verb:
                return controller
        if dep == "pobj" or tree.tags[head][0] in "NP":
            return None if dep != "prep" else _up_from_noun(tree, head)
        verb = head
    return None


def _up_from_noun(tree: Tree, noun: int) -> int | None:
    return next(tree.kids(noun, "poss"), None)


def source_range(tree: Tree, speaker: int) -> Range:
    """The whole noun phrase of a speaker, without a possessive ending."""
    last = tree.rights[speaker]
    if tree.tags[last] == "POS" and last > tree.lefts[speaker]:
        last -= 1
    return tree.trimmed(tree.lefts[speaker], last)
