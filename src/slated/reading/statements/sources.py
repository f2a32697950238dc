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
_ASIDES = frozenset({"appos", "relcl", "acl", "advcl"})
_CUTS = frozenset({",", "(", "—", "–", "-", "--", ":", "'s", "’s", "who", "which", "whose"})
_IN_NAME = frozenset({"compound", "det", "amod", "nmod"})


def kind_of(tree: Tree, speaker: int) -> SourceKind:
    """named, anonymous or outlet (which takes in documents), from the noun phrase alone."""
    head, tag = tree.lemma(speaker), tree.tags[speaker]
    core, outlets = _core(tree, speaker), words("source", "outlets")
    if core in outlets or core.removeprefix("the ") in outlets:
        return "outlet"
    if tag.startswith("NNP"):
        return "outlet" if tree.lows[speaker] in words("source", "outlet_words") else "named"
    if head in words("source", "documents") or head in words("source", "media"):
        return "outlet"
    if _named_aside(tree, speaker) is not None or head in words("source", "spokespeople"):
        return "named"
    if tree.lows[speaker] in words("source", "offices") and tree.lows[tree.lefts[speaker]] not in _INDEFINITE:
        return "named"
    if head in words("source", "anonymous") or tag in {"CD", "DT", "JJ", "JJS", "JJR"}:
        return "anonymous"
    first, last = tree.lefts[speaker], tree.rights[speaker]
    if tag == "NNS" or tree.lows[first] in _INDEFINITE:
        known = any(t.startswith("NNP") for t in tree.tags[first : last + 1])
        return "named" if known else "anonymous"
    return "named"


def is_pronoun(tree: Tree, speaker: int) -> bool:
    """True where the source is only a pronoun: "he", "who", "they", "which"."""
    joined = any(tree.deps[c] == "conj" for c in tree.children[speaker])
    return tree.tags[speaker] in _PRONOUNS and tree.lefts[speaker] == speaker and not joined


def name_of(tree: Tree, speaker: int) -> str:
    """The words that name the source, without what is said about it after a comma.

    Of "a spokesman, Ann Lee" it is the proper name; of "Ann Lee, who heads the union" too.
    """
    named = _named_aside(tree, speaker)
    if named is not None and not tree.tags[speaker].startswith("NNP"):
        speaker = named
    start, _ = source_range(tree, speaker)
    joined = max(tree.kids(speaker, "conj"), default=speaker)
    last = speaker
    for k in range(speaker + 1, tree.rights[speaker] + 1):
        if k > joined and (tree.lows[k] in _CUTS or (tree.deps[k] in _ASIDES and tree.heads[k] == speaker)):
            break
        last = k
    text = tree.sentence.span.text
    return text[start - tree.sentence.span.start : tree.starts[last] + len(tree.lows[last])]


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
    first, left = speaker, tree.lefts[speaker]
    while first > left and tree.deps[first - 1] in _IN_NAME:
        first -= 1
    return " ".join(tree.lows[first : speaker + 1])


def _named_aside(tree: Tree, speaker: int) -> int | None:
    return next((c for c in tree.kids(speaker, "appos") if tree.tags[c].startswith("NNP")), None)
