"""What kind of source a noun phrase is, and the name it goes by."""

from __future__ import annotations

from slated.model.readings import SourceKind
from slated.reading.statements.cues import words
from slated.reading.statements.subjects import source_range
from slated.reading.statements.tree import Tree

_PRONOUNS = frozenset({"PRP", "WP", "WDT", "PRP$", "WP$", "DT"})
_INDEFINITE = frozenset(
    {"a", "an", "some", "one", "two", "three", "several", "many", "few", "most", "other", "another"}
)


def kind_of(tree: Tree, speaker: int) -> SourceKind:
    """named, anonymous or outlet (which takes in documents), from the noun phrase alone."""
    head, tag = tree.lemma(speaker), tree.tags[speaker]
    first, last = tree.lefts[speaker], tree.rights[speaker]
    name = _core(tree, speaker)
    if name in words("source", "outlets") or name.removeprefix("the ") in words("source", "outlets"):
        return "outlet"
    if tag.startswith("NNP"):
        return "outlet" if tree.lows[speaker] in words("source", "outlet_words") else "named"
    if head in words("source", "documents") or head in words("source", "outlet_words"):
        return "outlet"
    if _named_beside(tree, speaker):
        return "named"
    if head in words("source", "spokespeople"):
        return "named"
    if head in words("source", "anonymous") or tag in {"CD", "DT", "JJ"}:
        return "anonymous"
    if tag == "NNS" or tree.lows[first] in _INDEFINITE:
        return "anonymous" if not any(t.startswith("NNP") for t in tree.tags[first : last + 1]) else "named"
    return "named"


def is_pronoun(tree: Tree, speaker: int) -> bool:
    """True where the source is only a pronoun: "he", "who", "they", "which"."""
    return tree.tags[speaker] in _PRONOUNS and tree.lefts[speaker] == speaker


def name_of(tree: Tree, speaker: int) -> str:
    """The source's words as in the text."""
    start, end = source_range(tree, speaker)
    base = tree.sentence.span.start
    return tree.sentence.span.text[start - base : end - base]


def antecedent(tree: Tree, speaker: int) -> int | None:
    """The noun that a relative pronoun takes up, in the same sentence."""
    i = speaker
    for _ in range(len(tree)):
        if tree.deps[i] == "relcl":
            return tree.heads[i]
        if tree.heads[i] == i:
            return None
        i = tree.heads[i]
    return None


def _core(tree: Tree, speaker: int) -> str:
    first = speaker
    while (
        first > 0
        and tree.deps[first - 1] in {"compound", "det", "amod", "nmod"}
        and tree.lefts[speaker] < first
    ):
        first -= 1
    return " ".join(tree.lows[first : speaker + 1])


def _named_beside(tree: Tree, speaker: int) -> bool:
    return any(
        tree.tags[c].startswith("NNP") and tree.deps[c] in {"appos", "conj"} for c in tree.children[speaker]
    )
