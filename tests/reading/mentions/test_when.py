from __future__ import annotations

import datetime as dt

import pytest

from slated.model import Window
from tests.reading.pages import mention_of, reading_of


@pytest.mark.parametrize(
    ("word", "text", "window"),
    [
        (
            "vote",
            "The minister said on Monday that parliament will vote on March 19.",
            Window.on(dt.date(2021, 3, 19)),
        ),
        (
            "summit",
            "A summit that both sides want to see by May is being planned.",
            Window(None, dt.date(2021, 5, 31)),
        ),
        (
            "release",
            "The singer will release her album, Low Tide, on April 9, her label said on Wednesday.",
            Window.on(dt.date(2021, 4, 9)),
        ),
        (
            "trial",
            "The judge on Tuesday granted a request to delay the trial until April 9.",
            Window.on(dt.date(2021, 4, 9)),
        ),
        (
            "arrive",
            "The premier will arrive in Jakarta a day later than planned, on April 9.",
            Window.on(dt.date(2021, 4, 9)),
        ),
        (
            "passed",
            "Parliament passed the 2022 budget on Tuesday.",
            Window.on(dt.date(2021, 3, 9)),
        ),
        (
            "hearing",
            "The committee plans a hearing, tentatively scheduled for April 15.",
            Window.on(dt.date(2021, 4, 15)),
        ),
        (
            "Talks",
            "Talks will be held with Norway on March 15, and with Sweden later.",
            Window.on(dt.date(2021, 3, 15)),
        ),
        (
            "summit",
            "He prepares for a possible summit with Chilean leader Rosa Diaz as early as next month.",
            Window(dt.date(2021, 4, 1), None),
        ),
        (
            "summit",
            "On Friday, the two vowed at a summit in Oslo to end the 1950-53 war.",
            Window.on(dt.date(2021, 3, 5)),
        ),
        (
            "summit",
            "She sent ships to Quito and is preparing for a summit with Peru as early as next month.",
            Window(dt.date(2021, 4, 1), None),
        ),
        (
            "talks",
            "The talks would be the first in years and will take place by May.",
            Window(None, dt.date(2021, 5, 31)),
        ),
        (
            "summit",
            "The stage is now set for a summit Friday between Peru and Chile.",
            Window.on(dt.date(2021, 3, 12)),
        ),
        ("summit", "The summit may still keep its June 12 date.", Window.on(dt.date(2021, 6, 12))),
        ("vote", "She will hold a vote on the harbour bill on March 19.", Window.on(dt.date(2021, 3, 19))),
        ("vote", "She said Friday's vote would go ahead.", Window.on(dt.date(2021, 3, 12))),
        (
            "raise",
            "The firm plans to raise fares by 5% starting in May.",
            Window(dt.date(2021, 5, 1), dt.date(2021, 5, 31)),
        ),
        (
            "election",
            "The May election cycle may depend on it.",
            Window(dt.date(2021, 5, 1), dt.date(2021, 5, 31)),
        ),
        (
            "rally",
            "A rally will be held to support the miners on March 19 in Oslo.",
            Window.on(dt.date(2021, 3, 19)),
        ),
        ("vote", "The vote will not be held until May.", Window(dt.date(2021, 5, 1), None)),
        ("trial", "The trial won’t begin before June 3.", Window(dt.date(2021, 6, 3), None)),
        ("election", "She spoke ahead of the June 6 election.", Window.on(dt.date(2021, 6, 6))),
    ],
)
def test_the_event_takes_its_own_time(word: str, text: str, window: Window) -> None:
    when = mention_of(word, text).window
    assert when is not None and when.window == window


def test_what_was_called_off_keeps_its_day_as_previous() -> None:
    found = mention_of("rally", "The party cancelled the rally planned for March 20.")
    assert found.status == "cancelled"
    assert found.window is None
    assert found.previous is not None and found.previous.window == Window.on(dt.date(2021, 3, 20))


@pytest.mark.parametrize(
    "text",
    [
        "The summit between Peru and Chile was agreed on Monday.",
        "The summit with Chile was called off on Tuesday.",
        "The generals agreed to hold talks on the 1950-53 war.",
    ],
)
def test_when_it_was_declared_is_not_when_it_is(text: str) -> None:
    found = reading_of(text).mentions
    assert found
    assert all(m.window is None and m.previous is None for m in found)


def test_the_day_of_speaking_is_not_the_events() -> None:
    assert mention_of("hearing", "A hearing is planned, the judge said on Tuesday.").window is None


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("hearing", "The panel had planned a hearing on April 5, but it was put off until May 11."),
        ("hearing", "The panel had planned a hearing on April 5, but it was put off until May 11, she said."),
        ("launch", "The launch was planned for April 5 but was delayed until May 11."),
        ("talks", "The talks, which had been set for April 5, were postponed to May 11, he said."),
        ("vote", "The minister postponed the April 5 vote to May 11."),
        ("walkout", "The union postponed a walkout planned for April 5 to May 11."),
        ("deadline", "The court extended the deadline from April 5 to May 11."),
        ("vote", "The vote had been expected on April 5 but was pushed back to May 11."),
    ],
)
def test_what_was_put_off_had_another_day(word: str, text: str) -> None:
    mention = mention_of(word, text)
    assert mention.status == "postponed"
    assert mention.window is not None
    assert mention.previous is not None
    assert mention.window.window == Window.on(dt.date(2021, 5, 11))
    assert mention.previous.window == Window.on(dt.date(2021, 4, 5))


@pytest.mark.parametrize(
    ("text", "before", "now"),
    [
        ("from April 5 to May 11", "2021-04-05", "2021-05-11"),
        ("from Tuesday to Thursday", "2021-03-09", "2021-03-11"),
        ("from May to June", "2021-05-01..2021-05-31", "2021-06-01..2021-06-30"),
        ("from May to autumn 2021", "2021-05-01..2021-05-31", "2021-09-01..2021-11-30"),
        ("from 2022 to 2023", "2022-01-01..2022-12-31", "2023-01-01..2023-12-31"),
        ("from late May to early next year", "2021-05-20..2021-05-31", "2022-01-01..2022-04-30"),
        ("from February to May 2020", "2020-02-01..2020-02-29", "2020-05-01..2020-05-31"),
        ("from December 20 to late May 2021", "2020-12-20", "2021-05-20..2021-05-31"),
        ("from June to the end of the year", "2021-06-01..2021-06-30", "2021-12-01..2021-12-31"),
    ],
)
def test_what_is_put_off_from_a_day_to_another_lasts_no_span(text: str, before: str | None, now: str) -> None:
    mention = mention_of("vote", f"The vote was postponed {text}.")
    assert mention.window is not None
    assert str(mention.window.window) == now
    assert (mention.previous and str(mention.previous.window)) == before


@pytest.mark.parametrize(
    ("text", "before", "now"),
    [
        ("was moved from Friday to next week", "2021-03-12", "2021-03-15..2021-03-21"),
        ("moved from Monday to Friday", "2021-03-08", "2021-03-12"),
        ("has been moved to the autumn", None, "2021-09-01..2021-11-30"),
        ("is pushed to next month", None, "2021-04-01..2021-04-30"),
    ],
)
def test_moved_to_a_week_or_a_season(text: str, before: str | None, now: str) -> None:
    mention = mention_of("hearing", f"The hearing {text}.")
    assert mention.status == "postponed"
    assert mention.window is not None
    assert str(mention.window.window) == now
    assert (mention.previous and str(mention.previous.window)) == before


def test_the_day_that_it_was_put_off_from_lies_on_the_nearer_side() -> None:
    mention = mention_of(
        "talks", "The talks, postponed from January 20 because of snow, are to start in April."
    )
    assert mention.previous is not None
    assert str(mention.previous.window) == "2021-01-20"


def test_a_day_may_be_moved_to_a_month() -> None:
    mention = mention_of(
        "election", "The junta postponed the election planned for October 5 to March next year."
    )
    assert mention.window is not None
    assert mention.previous is not None
    assert str(mention.window.window) == "2022-03-01..2022-03-31"
    assert str(mention.previous.window) == "2021-10-05"


@pytest.mark.parametrize(
    ("word", "text", "window"),
    [
        ("election", "The bloc on Monday urged the junta to hold an election by June.", "..2021-06-30"),
        ("vote", "The house will vote on a bill to raise taxes in May.", "2021-05-01..2021-05-31"),
        ("gala", "The firm sent out on Monday invitations to a gala set for May 3.", "2021-05-03"),
        ("strike", "The workers agreed on a strike that is due to begin on Monday.", "2021-03-15"),
    ],
)
def test_whose_day_it_is(word: str, text: str, window: str) -> None:
    found = mention_of(word, text).window
    assert found is not None
    assert str(found.window) == window


def test_what_lasts_some_days_is_put_off_whole() -> None:
    mention = mention_of("fair", "The fair planned for April 5 to April 9 has been postponed.")
    assert mention.window is None
    assert mention.previous is not None
    assert str(mention.previous.window) == "2021-04-05..2021-04-09"


def test_what_was_due_and_is_delayed_had_that_day() -> None:
    mention = mention_of("launch", "The launch of the probe, due in April, has been delayed again.")
    assert mention.window is None
    assert mention.previous is not None
    assert str(mention.previous.window) == "2021-04-01..2021-04-30"


def test_the_day_of_a_state_of_things_is_not_the_events() -> None:
    text = "The mood in the party today is to cancel the planned talks."
    assert all(m.window is None for m in reading_of(text).mentions)


def test_what_is_brought_forward_has_an_earlier_day() -> None:
    mention = mention_of("vote", "The vote has been brought forward from May 11 to April 5.")
    assert mention.status == "scheduled"
    assert mention.window is not None
    assert mention.previous is not None
    assert str(mention.window.window) == "2021-04-05"
    assert str(mention.previous.window) == "2021-05-11"


@pytest.mark.parametrize(
    ("text", "word", "window"),
    [
        ("The earliest the crew could lift off is May 8.", "lift", Window(dt.date(2021, 5, 8), None)),
        ("The first visit by a king since 1972 is expected.", "visit", None),
    ],
)
def test_the_earliest_day_and_the_last_time(text: str, word: str, window: Window | None) -> None:
    found = mention_of(word, text).window
    assert (found.window if found is not None else None) == window


def test_what_is_done_ahead_of_an_event_does_not_say_when_it_is() -> None:
    text = "Crews will move the rocket to the pad this weekend ahead of the launch of the Heron mission."
    assert all(m.window is None for m in reading_of(text).mentions if m.trigger.text == "launch")


@pytest.mark.parametrize("dateline", ["LIMA, April 2 (Northwind) - ", "April 2 (Northwind) - "])
def test_the_day_of_a_dateline_is_that_of_the_report(dateline: str) -> None:
    text = f"{dateline}Peru will launch its first satellite on June 14, the agency said on Tuesday."
    window = mention_of("launch", text).window
    assert window is not None
    assert window.text == "June 14"
