"""What the parser is known to hang on the wrong word, hung on the right one.

"Work on the bridge will start", "Lima talks begin" and "Hockey final set for May" have a noun that it takes
for something else, "Delegates from all over gathered in Lima." a past for a participle; "a strike, due to
begin on Friday" hangs "due" on the verb, as does "to be held" of "prepare a summit, to be held in May"; in
"..., papers filed on Tuesday show." they show nothing.
A time or place that closes what is reported hangs on the report after it: "will release it on May 3,
her label said"; one that closes a relative clause on the verb after that, which itself hangs on the place of
"the summit in Peru, which opens on May 8"; one after "as planned" on
"planned": "will start as planned on May 3".
"""

from __future__ import annotations

from operator import attrgetter

from slated.reading.gazetteer import place_called, state_called
from slated.reading.lexicon import load_table
from slated.reading.tokens import Doc, Token

_REPORTING = frozenset(load_table("status_cues")["reporting"]["verbs"])
_PLANNED = frozenset({"plan", "schedule", "expect", "intend", "hope"})
_LAST_GAMES = frozenset(n for n in load_table("event_classes")["sport"]["nouns"] if n.endswith("final"))
_OF_NOUNS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
_place = attrgetter("i")
_ADJUNCTS = frozenset({"prep", "npadvmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_AFTER_COMMA = frozenset({"advcl", "xcomp"})
_TO_BE = ["to", "be"]
_VERDICTS = frozenset({"guilty", "liable"})
_RUNNING = frozenset({"begin", "continue", "end", "last", "open", "resume", "run", "start"})
_SET = _PLANNED | {"hold", "postpone", "set"}


def repair(doc: Doc) -> None:
    """Tag and hang such words anew, in place."""
    for token in doc:
        if not _tag_anew(token):
            _hang_anew(token)


def _tag_anew(token: Token) -> bool:
    """Give a word the tag that its place tells; True where that was another one."""
    if token.dep_ in _OF_NOUNS and (token.lower_ in _LAST_GAMES or token.tag_ == "VB"):
        token.tag_ = "NN"
    elif token.dep_ in _OF_NOUNS and token.tag_ == "VBZ":
        token.tag_ = "NNS"
        _compound_before(token)
    elif token.lower_ == "show" and token.tag_ == "NN" and _closes_report(token):
        token.tag_ = "VBP"
    elif token.tag_ == "VBN" and token.head is token and _is_told(token):
        token.tag_ = "VBD"
    else:
        return False
    return True


def _hang_anew(token: Token) -> None:
    """Hang a word on the one that it belongs to."""
    kind = token.dep_
    if token.lower_ in _LAST_GAMES and kind == "amod" and token.head.i == token.i - 1:
        _swap(token.head, token)
    elif kind in _ADJUNCTS and token.i < token.head.i and (told := _relative_before(token)):
        _hang_all([token], told)
    elif kind == "ccomp" and token.lower_ in _VERDICTS and token.head.lemma_ == "find":
        _hang_on_find(token)
    elif kind == "ccomp" and token.i < token.head.i and token.head.lemma_ in _REPORTING:
        _hang_all(_before_report(token), token)
    elif kind == "advcl" and token.lemma_ in _PLANNED and _is_as(token):
        _hang_all([c for c in token.children if c.i > token.i and c.dep_ in _ADJUNCTS], token.head)
    elif (
        kind == "relcl" and token.lemma_ in _RUNNING | _SET and (noun := _noun_with_place(token)) is not None
    ):
        _hang_all([token], noun)
    elif token.tag_ == "VBN" and kind in _AFTER_COMMA and (noun := _noun_to_be(token)) is not None:
        _hang_all([token], noun)
        token.dep_ = "relcl"
    elif token.lower_ == "due" and (noun := _noun_before(token)) is not None:
        _hang_all([token], noun)
        token.dep_ = "amod"


def _compound_before(talks: Token) -> None:
    """Make the word before a noun that was taken for a verb a part of it: "Lima talks will begin"."""
    before = talks.doc[talks.i - 1] if talks.i else talks
    if before.head is talks and before.dep_ in _SUBJECTS:
        before.dep_ = "compound"


def _noun_to_be(verb: Token) -> Token | None:
    """The noun before the comma of "prepare the summit in Peru, to be held in May": no country is held."""
    first = verb.i - 2
    if first < 2 or [t.lower_ for t in verb.doc[first : verb.i]] != _TO_BE or verb.doc[first - 1].text != ",":
        return None
    noun = verb.doc[first - 2]
    noun = _noun_over(noun) or noun if noun.tag_ == "NNP" else noun
    return noun if noun.tag_ in {"NN", "NNS"} and verb.head.is_ancestor(noun) else None


def _noun_with_place(verb: Token) -> Token | None:
    """The "summit" of "the summit in Peru, which opens on May 8": no country opens, nobody is set."""
    kinds = {c.dep_ for c in verb.children if c.dep_ in {"auxpass", "dobj"} or c.lower_ == "which"}
    if kinds.isdisjoint(_SUBJECTS) or "dobj" in kinds or (verb.lemma_ in _SET and "auxpass" not in kinds):
        return None
    return _noun_over(verb.head, places=verb.lemma_ in _RUNNING)


def _noun_over(name: Token, *, places: bool = True) -> Token | None:
    """The noun that a name, or the first of several, is said of: "summit" in "the summit in Peru"."""
    while name.dep_ == "conj":
        name = name.head
    noun = name.head.head
    first = min([name.i, *(c.i for c in name.children if c.dep_ == "compound")])
    called = name.doc.words(first, name.i + 1)
    fits = not places or place_called(called) is not None or state_called(called) is not None
    is_named = name.dep_ == "pobj" and name.tag_ == "NNP" and fits
    return noun if is_named and noun.tag_ in {"NN", "NNS"} and noun.i < name.i else None


def _hang_on_find(guilty: Token) -> None:
    """Hang on "found" what hangs on "guilty" in "found Lee not guilty on Friday", but for the "not"."""
    found = guilty.head
    for child in [c for c in guilty.children if c.dep_ != "neg"]:
        if child.dep_ in _SUBJECTS:
            child.dep_ = "dobj"
        _hang_all([child], found)
    guilty.dep_ = "oprd"


def _closes_report(show: Token) -> bool:
    """ "..., court papers filed on Tuesday show.": what they show stands before."""
    doc = show.doc
    return show.i == len(doc) - 2 and doc[-1].text == "." and any(t.text == "," for t in doc[: show.i])


def _noun_before(due: Token) -> Token | None:
    """The noun of "a strike due to begin on Friday", "the talks, due to begin on Friday"."""
    on_verb = due.dep_ == "prep" and due.head.tag_[:1] == "V"
    if not on_verb or not any(c.dep_ == "xcomp" and c.tag_[:2] == "VB" for c in due.children):
        return None
    at = due.i - 2 if due.i > 1 and due.doc[due.i - 1].text == "," else due.i - 1
    noun = due.doc[at] if at >= 0 else None
    if noun is None or noun.tag_[:1] != "N" or due.is_ancestor(noun):
        return None
    return noun


def _is_told(verb: Token) -> bool:
    """True for "Delegates gathered in Lima.", a past by its form and subject; headlines end in no stop."""
    kinds = {c.dep_ for c in verb.children}
    return (
        "nsubj" in kinds
        and not kinds & _AUXILIARIES
        and verb.lower_[-2:] == "ed"
        and verb.doc[-1].text == "."
    )


def _relative_before(adjunct: Token) -> Token | None:
    """The last verb of the relative clause that a time closes: "talks that were to start on Friday have"."""
    verb, first, last = adjunct.head, adjunct.left_edge.i, adjunct.right_edge.i
    if first == 0 or last + 1 >= len(adjunct.doc):
        return None
    before, after = adjunct.doc[first - 1], adjunct.doc[last + 1]
    opens = after is verb or (after.head is verb and after.dep_ in _AUXILIARIES)
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < first), None)
    if not opens or subject is None:
        return None
    clause = next(
        (c for c in subject.children if c.dep_ == "relcl" and (c is before or c.is_ancestor(before))), None
    )
    verbs = [t for t in clause.subtree if t.tag_[:2] == "VB" and t.i < first] if clause is not None else []
    return max(verbs, key=_place, default=None)


def _before_report(told: Token) -> list[Token]:
    """What hangs on the report, but stands between what it tells and who tells it."""
    report = told.head
    tellers = [c for c in report.children if c.dep_ == "nsubj" and c.i > told.i]
    if not tellers:
        return []
    ends = min(report.i, tellers[0].left_edge.i)
    return [
        c
        for c in report.children
        if told.i < c.i and c.right_edge.i < ends and c.dep_ in _ADJUNCTS and c.lower_ != "according"
    ]


def _is_as(verb: Token) -> bool:
    """True for "as planned", with nobody who planned it."""
    others = [c for c in verb.children if c.i < verb.i]
    return len(others) == 1 and others[0].lower_ == "as" and verb.tag_ == "VBN"


def _swap(noun: Token, final: Token) -> None:
    """Make "final" the head of "hockey final"."""
    above = noun.head
    final.tag_, final.dep_, noun.dep_ = "NN", noun.dep_, "compound"
    noun.children.remove(final)
    own = [*noun.children]
    if above is noun:
        final.head = final
    else:
        above.children.remove(noun)
        final.head = noun  # for _hang_all to take it from
        noun.children.append(final)
        _hang_all([final], above)
    noun.head = final
    final.children.append(noun)
    final.children.sort(key=_place)
    _hang_all([c for c in own if c.dep_ not in {"compound", "nmod"}], final)


def _hang_all(tokens: list[Token], head: Token) -> None:
    for token in tokens:
        token.head.children.remove(token)
        token.head = head
        head.children.append(token)
        head.children.sort(key=_place)
