from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from justext.core import revise_paragraph_classification

from slated.articles.running_text import LISTED, LineClass, _in_context, running_lines, stopwords_of

CLASSES: list[LineClass] = ["good", "neargood", "short", "bad"]


@given(st.lists(st.sampled_from(CLASSES), max_size=12))
def test_the_second_pass_agrees_with_justext(classes: list[LineClass]) -> None:
    paragraphs = [SimpleNamespace(cf_class=own, heading=False, text="x") for own in classes]
    revise_paragraph_classification(paragraphs)
    assert _in_context(classes) == [paragraph.class_type == "good" for paragraph in paragraphs]


def test_furniture_after_the_text_is_told_from_it() -> None:
    sentence = (
        "The mayor said that the bridge will be open to all by the end of the year if the money is there. "
    )
    lines = [
        sentence * 3,
        "Who pays for it",
        sentence * 2,
        "Tulip festival names flower",
        "Old tram sold",
        "Imprint",
    ]
    assert running_lines(lines, "en") == [True, True, True, False, False, False]


def test_every_listed_language_has_stop_words() -> None:
    assert all(stopwords_of(code) for code in LISTED)
    assert stopwords_of("ko") == frozenset()
