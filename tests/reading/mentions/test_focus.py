from __future__ import annotations

from tests.reading.pages import reading_of

CAST = "Danish Prime Minister Mette Holm and Norwegian President Olaf Berg spoke on Monday. "


def test_a_verdict_of_nobody_named_ends_the_trial_spoken_of() -> None:
    text = "Ann Lee went on trial in Oslo on Monday. A verdict is expected in May."
    (verdict,) = (m for m in reading_of(text).mentions if m.trigger.text == "verdict")
    assert {p.name for p in verdict.participants} == {"Ann Lee"}


def test_a_ruling_of_nobody_named_is_on_the_hearing_or_deal_spoken_of() -> None:
    text = "The takeover of Pinecrest by Alder was announced on Monday. The watchdog is to rule by June."
    (rule,) = (m for m in reading_of(text).mentions if m.trigger.text == "rule")
    assert {p.name for p in rule.participants} == {"Pinecrest", "Alder"}


def test_a_sentencing_of_nobody_named_is_that_of_who_was_convicted() -> None:
    text = "A jury convicted Dale Pruitt on Monday. Judge Alice Moreno set sentencing for January 14."
    (sentencing,) = (m for m in reading_of(text).mentions if m.trigger.text == "sentencing")
    assert {p.name for p in sentencing.participants} == {"Dale Pruitt"}


def test_a_vote_on_nobody_named_is_on_who_was_voted_on() -> None:
    text = "The committee voted on Monday to recommend Warren Hale. The full Senate will vote on Friday."
    vote = next(m for m in reading_of(text).mentions if m.trigger.text == "vote")
    assert {p.name for p in vote.participants} == {"Senate", "Warren Hale"}


def test_a_dated_summit_in_an_article_on_two_parties_is_theirs() -> None:
    text = CAST + "A second Holm-Berg summit is planned. Little came of the February 2 summit in Oslo."
    first = next(m for m in reading_of(text).mentions if m.window is not None and "February" in m.window.text)
    assert {p.name for p in first.participants} == {"Mette Holm", "Olaf Berg"}
    assert not first.anaphor


def test_the_meeting_takes_up_the_last_one_named() -> None:
    found = reading_of(CAST + "A Holm-Berg summit is planned for May. The summit may be long.").mentions
    assert found[-1].refers_to == len(found) - 2
