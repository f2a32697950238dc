from __future__ import annotations

import datetime as dt

import pytest

from slated.articles import make_article
from slated.articles.markdown import without_markdown
from slated.model import Capture


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("The [council](https://a.example/x_(y)) **will** _meet_.", "The council will meet."),
        ("![The hall](https://a.example/h.jpg) [![x](y)](z)**Photo:** Ann", " Photo: Ann"),
        ("## What comes\n\n- First [point](a)\n> Said **she**.", "What comes\n\nFirst point\nSaid she."),
        ("* * *\n---\n**a** \\[sic\\]", "\n\na [sic]"),
        ("Plain words [with brackets] (and more), 3 * 4 * 5, snake_case_name.", None),
        ("", None),
    ],
)  # fmt: skip
def test_marks_go_and_words_stay(marked: str, plain: str | None) -> None:
    assert without_markdown(marked) == (marked if plain is None else plain)


@pytest.mark.parametrize("mark", ["**a", "_a ", "[", "![", "[a](", "-\n", "# ", "\\", "> ", "[a](b(c", "* "])
def test_marks_without_an_end_take_linear_time(mark: str) -> None:
    assert len(without_markdown("**start** " + mark * 30_000)) <= len(mark) * 30_000 + 10


def test_a_markdown_page_is_an_article() -> None:
    page = (
        "# Depot to move in May\n\n**By Ann Lee**\n\n_Published March 3, 2019_\n\n"
        "The [depot](https://a.example) will move to the **north bank** in May, the city said on Friday,"
        " two years after it was due.\n\n## What it costs\n\nThe council will vote on the bill in June."
    )
    article = make_article(Capture("here", "one", "crawl", page))
    assert (article.title, article.byline) == ("Depot to move in May", "Ann Lee")
    assert article.creation_time.day == dt.date(2019, 3, 3)
    assert [article.text[block.start : block.end] for block in article.blocks] == [
        "The depot will move to the north bank in May, the city said on Friday, two years after it was due.",
        "What it costs",
        "The council will vote on the bill in June.",
    ]
