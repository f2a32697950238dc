"""Times that belong to the act of speaking: "said on Friday he would meet her in June".

Without "that" the parser often gives such a time to the clause that follows.
"""

from __future__ import annotations

from slated.reading.lexicon import load_table
from slated.reading.tokens import Doc

_REPORTING = frozenset(load_table("status_cues")["reporting"]["verbs"])
_BETWEEN = frozenset({"on", "late", "early", "earlier", "last", "reporters", "journalists"})
_FAR = 4


def follows_report(doc: Doc, first: int) -> bool:
    """True where token ``first`` comes straight after a past reporting verb, "on" and the like aside.

    "She said Tuesday's vote was lost" tells when the vote was.
    """
    if any(token.tag_ == "POS" for token in doc[first + 1 : first + 3]):
        return False
    for token in reversed(doc[max(0, first - _FAR) : first]):
        if token.tag_ == "VBD" and token.lemma_ in _REPORTING:
            return True
        if token.lower_ not in _BETWEEN:
            return False
    return False
