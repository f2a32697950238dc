from __future__ import annotations

import datetime as dt

from slated.model import Window
from tests.reading.pages import article_of, mention_of, reading_of


def test_a_report_is_read_whole() -> None:
    found = mention_of(
        "summit",
        "A second summit between Danish Prime Minister Mette Holm and Norwegian Prime Minister Olaf Berg "
        "may take place in late May, a diplomatic source said.",
    )
    assert found.status == "expected"
    assert found.ordinal == 2
    assert {p.name for p in found.participants} >= {"Mette Holm", "Olaf Berg"}
    assert {p.state for p in found.participants} == {"DK", "NO"}
    assert found.window is not None
    assert found.window.window == Window(dt.date(2021, 5, 20), dt.date(2021, 5, 31))
    assert [s.kind for s in found.sources] == ["anonymous"]
    assert found.hedge is not None and found.hedge.grade == "possible"


def test_a_condition_is_kept_with_its_words() -> None:
    found = mention_of("summit", "If the talks go smoothly, a summit could take place in May.")
    assert found.condition is not None
    assert found.condition.text == "If the talks go smoothly"


def test_venues_stand_as_the_sentence_weighs_them() -> None:
    places = mention_of(
        "summit", "Oslo is seen as the most likely venue for the second Danish-Swedish summit."
    ).places
    assert [(p.name, p.standing) for p in places] == [("Oslo", "leading")]
    text = "Officials scouted Oslo, Vienna and Geneva as possible venues for a second Danish-Swedish summit."
    assert {(p.name, p.standing) for p in mention_of("summit", text).places} == {
        ("Oslo", "candidate"), ("Vienna", "candidate"), ("Geneva", "candidate"),
    }  # fmt: skip


def test_a_place_where_someone_spoke_is_not_the_events() -> None:
    found = mention_of("vote", "Speaking in Geneva, she said parliament will vote on the treaty on Friday.")
    assert "Geneva" not in {p.name for p in found.places}


def test_a_reference_takes_up_the_event_in_focus() -> None:
    mentions = reading_of(
        "The second summit of Denmark and Norway will be held in Oslo on April 8. "
        "The summit was called off on Tuesday by the hosts."
    ).mentions
    later = [m for m in mentions if m.trigger.text == "summit"][-1]
    assert later.anaphor
    assert later.refers_to is not None
    assert mentions[later.refers_to].ordinal == 2


def test_a_past_event_occurred() -> None:
    found = mention_of("met", "The Danish and Norwegian ministers met in Oslo on Monday.")
    assert found.status == "occurred"
    assert found.window is not None and found.window.window == Window.on(dt.date(2021, 3, 8))


def test_the_old_date_stands_as_previous() -> None:
    found = mention_of("launch", "The launch, originally scheduled for March 3, is now planned for April 12.")
    assert found.previous is not None and found.previous.window == Window.on(dt.date(2021, 3, 3))
    assert found.window is not None and found.window.window == Window.on(dt.date(2021, 4, 12))


def test_every_span_leads_back_to_the_article() -> None:
    text = (
        "Oslo (Reuters) - The Danish premier will meet Norway's leader in Oslo on Friday, officials said. "
        "“It could be delayed if talks fail,” one diplomat said. Voters go to the polls in June."
    )
    article = article_of(text, "Denmark and Norway to hold talks Friday")
    reading = reading_of(text, "Denmark and Norway to hold talks Friday")
    assert reading.mentions
    for mention in reading.mentions:
        for span in (mention.trigger, mention.evidence, mention.condition):
            if span is not None:
                part = article.title if span.part == "title" else article.text
                assert part is not None and part[span.start : span.end] == span.text


def test_the_same_article_gives_the_same_reading() -> None:
    text = "The committee will hear the banker on March 23. A vote is expected in April, sources said."
    assert reading_of(text) == reading_of(text)


def test_either_of_two_months_is_not_fixed() -> None:
    assert mention_of("meet", "The premiers will meet in May or June.").status == "expected"
    assert mention_of("meet", "The premiers will meet as soon as Friday.").status == "expected"
    assert mention_of("meet", "The premiers will meet in May.").status == "scheduled"


def test_what_has_a_name_or_a_ballot_and_a_time_is_appointed() -> None:
    assert mention_of("Conference", "She hopes to speak at the Robotics Conference next week.").status == (
        "scheduled"
    )
    assert mention_of("election", "The 2024 election may turn on the price of bread.").status == "scheduled"
    assert mention_of("conference", "She hopes to hold a conference next week.").status == "expected"


def test_what_only_a_condition_speaks_of_is_no_event() -> None:
    found = reading_of(
        "The two premiers may meet in Oslo on Friday if Berg clears the last hurdles."
    ).mentions
    assert [m.trigger.text for m in found] == ["meet"]


def test_those_who_are_who_take_part() -> None:
    text = "The banker Ann Holm, who will meet President Olaf Berg on Friday, left."
    assert [p.name for p in mention_of("meet", text).participants] == ["Ann Holm", "Olaf Berg"]


def test_a_person_is_no_event() -> None:
    found = reading_of("Rosa Diaz will not join the talks on March 20.").mentions
    assert [m.trigger.text for m in found] == ["talks"]


def test_what_bounds_a_time_is_no_event() -> None:
    found = reading_of("The firm plans to raise fares by 5% starting in May.").mentions
    assert [m.trigger.text for m in found] == ["raise"]


def test_what_speaks_of_an_event_in_passing_is_hardly_ahead() -> None:
    first, second = reading_of(
        "The ministers agreed to hold a summit in Oslo on April 8. "
        "Reporters waited outside as the cost of the summit was argued over."
    ).mentions
    assert not first.doubtful
    assert second.doubtful and second.refers_to == 0
