"""What stands with a verb as its content: clauses, objects, prepositional phrases."""

from __future__ import annotations

from dataclasses import dataclass, field

from slated.model.readings import AttributionKind
from slated.reading.statements.cues import Cue, Frame, words
from slated.reading.statements.tree import Range, Tree

_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})
_PLAIN = frozenset({"say", "tell"})  # they cannot stand without what is said
_ASIDE = frozenset({"as", "like"})
_QUESTIONS = frozenset({"if", "whether", "why", "how", "that"})
_QUOTE_MARKS = frozenset({"“", '"', "''", "``", "‘", "'"})
_PREDICATES = frozenset({"ccomp", "xcomp", "oprd", "acomp", "attr"})
# where the parser gives a verb a frame that it does not have, the frame that is meant
_MEANT: dict[Frame, Frame] = {"clause": "as"}


@dataclass(slots=True)
class Complements:
    """Tokens whose subtrees are a verb's content, and the kind of attribution they make.

    ``last_cue`` is the preposition that leads to the content (-1 without one); ``clause`` is
    True where one of them is a finite clause.
    """

    tokens: list[int] = field(default_factory=list)
    kind: AttributionKind | None = None
    last_cue: int = -1
    clause: bool = False

    def take(self, token: int, kind: AttributionKind) -> None:
        """Add a token; the first one decides the kind."""
        self.tokens.append(token)
        self.kind = self.kind or kind


def complements(tree: Tree, verb: int, cue: Cue) -> Complements:
    """The content tokens that the verb's frames allow."""
    found = Complements()
    objects = []
    for c in tree.children[verb]:
        dep = tree.deps[c]
        if dep in _PREDICATES:
            _take_predicate(tree, c, cue, found)
        elif dep == "dobj":
            objects.append(c)
        elif dep == "prep":
            _take_preposition(tree, c, cue, found)
        elif dep == "intj" and c > verb and "clause" in cue.frames:
            found.take(c, cue.frames["clause"])
        elif dep == "advcl" and c > verb:
            _take_adverbial(tree, c, cue, found)
    for c in objects:
        _take_object(tree, c, cue, found)
    found.tokens.sort()
    return found


def ranges(tree: Tree, tokens: list[int]) -> tuple[Range, ...]:
    """The subtrees of the tokens as ranges, neighbours joined."""
    merged: list[tuple[int, int]] = []
    for token in sorted(tokens):
        first, last = tree.lefts[token], tree.rights[token]
        if merged and first <= merged[-1][1] + 2:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(tree.trimmed(*pair) for pair in merged)


def host_clause(tree: Tree, verb: int) -> tuple[Range, ...]:
    """The clause that a parenthetical stands in: "the talks, officials said, will ..."."""
    dep, head = tree.deps[verb], tree.heads[verb]
    aside = dep == "advcl" and any(
        tree.lows[c] in _ASIDE and tree.deps[c] in {"mark", "advmod", "prep"} for c in tree.children[verb]
    )
    if head == verb or not (dep == "parataxis" or aside):
        return ()
    return tree.without(head, [verb])


def swallowing_clause(tree: Tree, verb: int, cue: Cue) -> tuple[Range, ...]:
    """Repairs "observers are predicting a second summit could ...", parsed as the subject of could."""
    head = tree.heads[verb]
    if tree.deps[verb] != "csubj" or "clause" not in cue.frames or head <= verb + 1:
        return ()
    if not any(tree.deps[c] == "nsubj" for c in tree.children[verb]):
        return ()
    return (tree.trimmed(verb + 1, tree.rights[head]),)


def marked_object(
    tree: Tree, verb: int, cue: Cue, speaker: int | None
) -> tuple[tuple[Range, ...], AttributionKind | None]:
    """An object that counts for what stands beside it.

    What a document shows ("the poll showed a lead"), and a name with a quotation after "call".
    """
    thing = next((c for c in tree.kids(verb, "dobj") if c > verb), None)
    if thing is None or speaker is None:
        return (), None
    first, last = tree.lefts[thing], max(tree.rights[thing], tree.rights[verb])
    if cue.documents and tree.lemma(speaker) in words("source", "documents"):
        return (tree.trimmed(first, last),), "assertion"
    if "as" in cue.frames and any(low in _QUOTE_MARKS for low in tree.lows[first : last + 1]):
        return (tree.trimmed(first, last),), cue.frames["as"]
    return (), None


def loose_content(tree: Tree, verb: int, speaker: int) -> tuple[Range, ...]:
    """What the parser did not tie to the verb: a later "that", or the words before "..., X said"."""
    last = len(tree) - 1
    for k in range(verb + 1, last):
        if tree.lows[k] == "that" and tree.deps[k] in {"mark", "dobj", "nsubj"} and tree.heads[k] > k:
            return (tree.trimmed(k, max(tree.rights[tree.heads[k]], tree.heads[k])),)
    first = min(tree.lefts[speaker], verb)
    ends = all(tree.tags[k][0] not in "VMN" for k in range(max(verb, tree.rights[speaker]) + 1, last + 1))
    if ends and first > 2 and tree.lows[first - 1] == ",":
        return (tree.trimmed(0, first - 1),)
    plain = tree.lemma(verb) in _PLAIN and speaker < verb
    if plain and any(tree.tags[k] in {"VBD", "VBZ", "VBP", "MD"} for k in range(verb + 1, last)):
        return (tree.trimmed(verb + 1, last),)
    return ()


def starts_with_to(tree: Tree, c: int) -> bool:
    """True for an infinitive with "to"."""
    return any(tree.tags[k] == "TO" for k in tree.children[c] if k < c)


def _take_predicate(tree: Tree, c: int, cue: Cue, found: Complements) -> None:
    frame: Frame | None = _frame(tree, c)
    while frame is not None and frame not in cue.frames:
        frame = _MEANT.get(frame)
    if frame is not None:
        found.take(c, cue.frames[frame])
        found.clause = found.clause or frame == "clause"


def _frame(tree: Tree, c: int) -> Frame:
    tag = tree.tags[c]
    if starts_with_to(tree, c):
        return "infinitive"
    if tag[0] == "V" or tag == "MD":
        return "gerund" if tag == "VBG" and tree.deps[c] == "xcomp" else "clause"
    return "clause" if tree.deps[c] == "ccomp" else "as"


def _take_preposition(tree: Tree, c: int, cue: Cue, found: Complements) -> None:
    low = tree.lows[c]
    if low == "as" and "as" in cue.frames:
        found.take(c, cue.frames["as"])
    elif low in cue.prepositions:
        for inner in tree.kids(c, "pobj", "pcomp"):
            found.take(inner, cue.prepositions[low])
            found.last_cue = c


def _take_adverbial(tree: Tree, c: int, cue: Cue, found: Complements) -> None:
    """ "asked if they planned to", "called for both to leave": clauses parsed as adverbial."""
    mark = next(tree.kids(c, "mark", "advmod"), None)
    if mark is None:
        return
    low = tree.lows[mark]
    if low in _QUESTIONS and "clause" in cue.frames and not found.clause:
        found.take(c, cue.frames["clause"])
        found.clause = True
    elif low in cue.prepositions and starts_with_to(tree, c):
        found.take(c, cue.prepositions[low])
        found.last_cue = mark


def _take_object(tree: Tree, c: int, cue: Cue, found: Complements) -> None:
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
