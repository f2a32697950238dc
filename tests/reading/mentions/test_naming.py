from __future__ import annotations

import pytest

from tests.reading.pages import mention_of, reading_of


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("A second US-Norway summit will be held in May.", 2),
        ("The 3rd summit of Norway and Denmark will be held in May.", 3),
        ("A summit of Norway and Denmark will be held in the second week of May.", None),
    ],
)
def test_ordinals(text: str, ordinal: int | None) -> None:
    assert mention_of("summit", text).ordinal == ordinal


def test_a_maiden_flight_is_the_first() -> None:
    assert mention_of("flight", "The jet will make its maiden flight in May.").ordinal == 1


def test_who_meets_as_an_envoy_is_told_by_it() -> None:
    assert mention_of("met", "A Chilean delegation met with Rosa Diaz on Monday.").modifiers == ("officials",)
    assert mention_of("meet", "She will meet Chilean officials on Monday.").modifiers == ("officials",)
    assert mention_of("meet", "She will meet Rosa Diaz on Monday.").modifiers == ()


def test_modifiers_tell_an_event_from_its_kind() -> None:
    assert (
        "viceministerial"
        in mention_of("talks", "Vice-ministerial talks with Norway will be held in May.").modifiers
    )
    assert mention_of("election", "The June election will be close.").modifiers == ()


@pytest.mark.parametrize(
    ("word", "text", "title"),
    [
        (
            "testify",
            "Banker Ann Lee will testify before the committee on Friday.",
            "Banker Ann Lee to testify before the committee",
        ),
        ("summit", "The second US-Norway summit will be held in May.", "second US-Norway summit"),
    ],
)
def test_titles_read_as_a_diary_line(word: str, text: str, title: str) -> None:
    assert mention_of(word, text).title.startswith(title)


@pytest.mark.parametrize(
    ("word", "text", "title"),
    [
        ("meet", "The leaders will meet between April 12 and 20.", "leaders to meet"),
        ("release", "Rebels will release 25 sailors held since May.", "Rebels to release 25 sailors"),
        ("go", "The firm will go public on Friday.", "firm to go public"),
        ("is", "Minister Dragan Horvat is due in Rome on Friday.", "Dragan Horvat to be in Rome"),
        ("expected", "The envoy is expected in Rome on Friday.", "envoy to be in Rome"),
        ("sale", "The phone will go on sale on Friday.", "phone on sale"),
        (
            "vote",
            "A vote in the upper house on a bill that would cut taxes is set for Friday.",
            "vote on a bill that would cut taxes",
        ),
        ("walk", "Nurses will walk out on Friday.", "Nurses to walk out"),
        ("speak", "The leaders will speak on Monday, with fears growing.", "leaders to speak"),
        ("replaced", "The valve will be replaced on Friday.", "valve to be replaced"),
        ("announce", "The company will announce on Wednesday.", "company to announce"),
        (
            "fly",
            "A second Meridian is due to fly in June with satellites.",
            "Meridian to fly with satellites",
        ),
        ("vote", "The committee will vote on March 20 on a bill.", "committee to vote on a bill"),
        (
            "vote",
            "The committee will vote on March 20 to approve a new school.",
            "committee to vote to approve a new school",
        ),
    ],
)
def test_a_title_leaves_out_the_days(word: str, text: str, title: str) -> None:
    assert mention_of(word, text).title == title


@pytest.mark.parametrize(
    ("word", "text", "officials"),
    [
        ("met", "A Danish delegation met with Norway on Monday.", True),
        ("Talks", "Talks between envoys of Denmark and Norway will be held in May.", True),
        ("meet", "The premiers of Denmark and Norway will meet in May.", False),
        ("meet", "An official said that the premiers of Denmark and Norway will meet in May.", False),
    ],
)
def test_a_meeting_of_officials_says_so(word: str, text: str, officials: bool) -> None:
    assert ("officials" in mention_of(word, text).modifiers) is officials


def test_a_title_has_what_the_noun_is_of() -> None:
    text = "The closure of the old test site is planned for May."
    assert mention_of("closure", text).title == "closure of the old test site"


def test_a_vote_s_title_has_what_is_to_be_done() -> None:
    text = "The vote to close the old mine will be held in May."
    assert mention_of("vote", text).title == "vote to close the old mine"


def test_what_a_noun_is_of_names_it() -> None:
    assert not mention_of("vote", "The vote on the water bill will be held in May.").anaphor
    text = "A vote on water will be held in May. The vote will be close."
    assert [m.anaphor for m in reading_of(text).mentions if m.head == "vote"] == [False, True]


@pytest.mark.parametrize(
    ("word", "text", "title"),
    [
        ("strike", "Boreal Air pilots will strike from Monday.", "Boreal Air pilots to strike"),
        ("expires", "The Black Sea grain deal expires on May 18.", "Black Sea grain deal to expire"),
        ("meet", "Norway's government will meet on May 3.", "Norway's government to meet"),
        ("meet", "The Norwegian premier, Ann Lee, will meet Dale Pruitt.", "Ann Lee to meet Dale Pruitt"),
        ("vote", "Norway will vote on May 3.", "Norway to vote"),
        ("found", "A jury found Colin Vance guilty on Friday.", "jury found Colin Vance guilty"),
        ("found", "A jury found Colin Vance not guilty on Friday.", "jury found Colin Vance not guilty"),
        ("vote", "Peru's Congress will vote on May 3.", "Peru's Congress to vote"),
    ],
)
def test_who_does_it_is_told_in_the_texts_words_where_a_name_only_tells_who(
    word: str, text: str, title: str
) -> None:
    assert mention_of(word, text).title == title
