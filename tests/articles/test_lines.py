from __future__ import annotations

import pytest

from slated.articles.lines import (
    is_caption,
    is_furniture,
    is_menu,
    is_sentence,
    looks_like_subheadline,
    opens_comments,
    opens_links,
    read_byline,
)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge on Monday. (Harbour News/AFP)",
        "Workers leave the yard. Photo: Ann Lee",
        "Photo: the bridge at night",
        "FILE PHOTO: The bridge at night",
        "The minister arrives for talks. | Getty Images",
        "The minister arrives [Courtesy of the ministry]",
        "toggle caption Ann Lee/AP",
    ],
)
def test_captions(line: str) -> None:
    assert is_caption(line) == (line != "Workers leave the yard. Photo: Ann Lee")


@pytest.mark.parametrize(
    "line",
    [
        "He left on Monday.",
        "The talks (the third this year) go on.",
        "Photographers were kept out.",
        "Imagery of the site (see map)",
    ],
)
def test_no_captions(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("by: Ann Lee and Bo Sund", "Ann Lee and Bo Sund"),
        ("BY ANN LEE", "ANN LEE"),
        ("By Ann Lee, capital correspondent", "Ann Lee, capital correspondent"),
        ("By Ann Lee Oct 8, 2018", "Ann Lee"),
        ("Written by Ann Lee | 8 October 2018", "Ann Lee"),
        ("8 October 2018 - By Ann Lee", "Ann Lee"),
        ("By Friday the council wants an answer.", None),
        ("By all accounts a long night", None),
        ("Byways of the north", None),
    ],
)
def test_bylines(line: str, names: str | None) -> None:
    assert read_byline(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Share", "SHARE THIS STORY", "Facebook Twitter Email Print", "Advertisement", "Go to contents",
        "12 comments", "You are commenting using your account. ( Log Out / Change )", "© 2019 The Ford",
        "Sign up for our newsletter!", "Please direct comments or questions to [desk@example.org]",
        "This article is more than 5 years old", "...", "* * *",
    ],
)  # fmt: skip
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council will share the cost.", "A new print works opens in May", "Home rule for the islands",
        "More talks", "Twitter said on Monday that it would appeal.", "Comment is free, he said.",
        "Copy of the treaty found",
    ],
)  # fmt: skip
def test_words_of_the_article_are_no_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_headings_that_end_the_article() -> None:
    assert (
        opens_comments("Leave a Reply") and opens_comments("3 Comments") and opens_comments("Comments (12)")
    )
    assert not opens_comments("Comments by the minister angered the union")
    assert (
        opens_links("Most viewed articles")
        and opens_links("RELATED STORIES:")
        and opens_links("More from Business")
    )
    assert not opens_links("More than a bridge")


def test_menus_are_told_from_date_lines_and_prose() -> None:
    assert is_menu("Home   Politics   Economy   Opinion")
    assert is_menu("[ Subscribe ] [ Sign in ] [ Search ]")
    assert is_menu("News | Sport | Weather")
    assert not is_menu("Published Apr 04, 2023  •  Last updated Apr 05, 2023  •  Reading time 1 min")
    assert not is_menu("By Ann Lee | The Ford | Lowland")
    assert not is_menu("He came.  He saw.  He left.")


def test_sentences_and_subheadlines() -> None:
    assert is_sentence("“The talks are over,” he said.") and is_sentence('They asked: "Is it the end?"')
    assert not is_sentence("Talks to resume in May") and not is_sentence("Not again.")
    assert looks_like_subheadline("What comes next") and looks_like_subheadline("Who pays?")
    assert not looks_like_subheadline("It ends here.") and not looks_like_subheadline("—")
