from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slated.articles import make_article
from slated.errors import BadDocument
from slated.model import Article, Capture
from slated.model.documents import CaptureKind

DAY = dt.date(2019, 1, 11)
TEXT = "The treaty is to be signed in May.\nBoth sides said so on Friday.\n\nWhat is still open\n\nThe place."
KINDS: list[CaptureKind] = ["text", "crawl", "html"]
# Pieces that pages are made of, so that the generated ones have heads, furniture and markup.
SCRAPS = st.sampled_from(
    [
        "A vote will be held on May 9, the mayor said on Tuesday after a night of talks in the town hall.",
        "Vote set for May", "By Ann Lee", "Posted on 2019-01-11", "Leave a Reply", "Share", "(Photo/AP)",
        "\n", "\n\n", " ", "\u00a0", "|", "\0",
        "<p>", "</p>", "<h1>", "<h2>", "<div class='caption'>", "<!--", "<time datetime='2019'>",
    ]
)  # fmt: skip
CONTENT = st.lists(st.one_of(SCRAPS, st.text(max_size=40)), max_size=25).map("".join)


def clean(text: str = TEXT, **known: object) -> Capture:
    return replace(Capture("here", "one", "text", text, title="Treaty due in May"), **known)  # type: ignore[arg-type]


def assert_blocks_are_sound(article: Article) -> None:
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        assert not article.text[end : block.start].strip()
        assert article.text[block.start : block.end] == article.text[block.start : block.end].strip()
        end = block.end
    assert not article.text[end:].strip()


@given(CONTENT, st.sampled_from(KINDS))
@settings(deadline=None)
def test_blocks_are_ordered_and_cover_the_text(content: str, kind: CaptureKind) -> None:
    try:
        article = make_article(Capture("here", "one", kind, content))
    except BadDocument:
        return
    assert article.text.strip()
    assert_blocks_are_sound(article)
    assert kind != "text" or article.text == content
    assert article == make_article(Capture("here", "one", kind, content))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("content", ["", " \n\t ", "\u00a0\n"])
def test_no_text_is_a_bad_document(kind: CaptureKind, content: str) -> None:
    with pytest.raises(BadDocument, match=r"^page 7: no article text found$"):
        make_article(Capture("page 7", "one", kind, content))


def test_a_page_of_scripts_alone_is_a_bad_document() -> None:
    with pytest.raises(BadDocument):
        make_article(Capture("here", "one", "html", "<script>var words = 'many words';</script>"))


def test_clean_text_is_taken_as_it_is() -> None:
    article = make_article(clean(published=DAY, outlet="The Ford", url="https://ford.example/a"))
    assert article.text == TEXT
    assert [(TEXT[b.start : b.end], b.kind) for b in article.blocks] == [
        ("The treaty is to be signed in May.", "paragraph"),
        ("Both sides said so on Friday.", "paragraph"),
        ("What is still open", "subheadline"),
        ("The place.", "paragraph"),
    ]
    assert (article.title, article.outlet, article.language) == ("Treaty due in May", "The Ford", "en")


def test_wrapped_lines_are_one_block() -> None:
    line = "and the talks went on until the lamps in the square had been put out by"
    text = "\n".join(
        ["The mayor said that nothing had been decided yet in the council on", *[line] * 5, "rain."]
    )
    article = make_article(clean(f"{text}\n\nA second paragraph ends here."))
    assert [(b.start, b.end) for b in article.blocks] == [(0, len(text)), (len(text) + 2, len(article.text))]


def test_what_the_carrier_says_goes_before_what_the_page_says() -> None:
    page = (
        "<html lang='de'><head><title>Page title</title><meta property='og:site_name' content='Page outlet'>"
        "<meta property='article:published_time' content='2020-05-05'></head><body><article>"
        f"<h1>Page title</h1><p>{'The mayor will speak in May about the new bridge of the town. ' * 4}</p>"
    )
    own = make_article(Capture("here", "one", "html", page))
    assert (own.title, own.outlet, own.creation_time.day) == (
        "Page title",
        "Page outlet",
        dt.date(2020, 5, 5),
    )
    assert own.language == "en"
    given_all = Capture("here", "one", "html", page, None, "Given title", DAY, "Given outlet", "nl")
    article = make_article(given_all)
    assert (article.title, article.outlet, article.language) == ("Given title", "Given outlet", "nl")
    assert (article.creation_time.day, article.creation_time.method) == (DAY, "given")
    assert article.text == own.text


def test_the_same_capture_from_another_path_is_the_same_document() -> None:
    one = make_article(clean(published=DAY, outlet="The Ford"))
    again = make_article(
        clean(published=DAY, outlet="The Ford", origin="there", source_id="two", url="https://a.b/c")
    )
    assert one.document_id == again.document_id
    assert (one.source_id, again.source_id) == ("one", "two")


@pytest.mark.parametrize(
    "other",
    [{"title": "Other"}, {"published": dt.date(2019, 1, 12)}, {"outlet": "The Mill"}, {"content": "Other."}],
)
def test_other_words_day_or_outlet_make_another_document(other: dict[str, object]) -> None:
    one = clean(published=DAY, outlet="The Ford")
    assert make_article(one).document_id != make_article(replace(one, **other)).document_id  # type: ignore[arg-type]


def test_a_feed_summary_of_one_sentence_is_an_article() -> None:
    summary = "<p>Tolls on the <b>river</b> rise on Friday.</p>"
    article = make_article(Capture("here", "one", "html", summary, title="Tolls rise"))
    assert (article.text, article.title) == ("Tolls on the river rise on Friday.", "Tolls rise")


def test_long_and_deep_pages_are_read() -> None:
    lines = Capture(
        "here", "one", "crawl", "".join(f"Vote {n} is on Friday, he said.\n" for n in range(3_000))
    )
    assert len(make_article(lines).blocks) > 1000
    markup = Capture("here", "one", "html", "<div>" * 200 + "<p>The vote is on Friday, he said.")
    assert make_article(markup).text == "The vote is on Friday, he said."
