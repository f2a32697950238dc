from __future__ import annotations

import pytest

from slated.model.readings import Status
from slated.reading.mentions.candidates import candidates_in
from slated.reading.mentions.outlook import outlook_of
from slated.reading.mentions.triggers import triggers_in
from tests.reading.pages import parsed


def status(word: str, text: str, *, headline: bool = False) -> Status | None:
    sentence = parsed("Rain fell.", text)[0] if headline else parsed(text)[0]
    trigger = next(t for t in triggers_in(sentence) if t.token.text == word)
    return outlook_of(trigger.token, noun=trigger.noun, headline=headline).status


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("meet", "The ministers will meet in Oslo on Friday.", "scheduled"),
        ("testify", "The banker is scheduled to testify on Monday.", "scheduled"),
        ("launch", "The agency plans to launch the probe in June.", "scheduled"),
        ("summit", "The summit will be held in Lima.", "scheduled"),
        ("meeting", "A meeting may take place in May.", "expected"),
        ("vote", "Lawmakers are expected to vote next week.", "expected"),
        ("visit", "The premier could visit Rome.", "expected"),
        ("summit", "Norway proposed a summit with Denmark.", "proposed"),
        ("hearing", "The committee postponed the hearing.", "postponed"),
        ("launch", "The launch was delayed by a week.", "postponed"),
        ("talks", "The union called off the talks.", "cancelled"),
        ("rally", "Organisers cancelled the rally.", "cancelled"),
        ("testify", "The banker refused to testify.", "cancelled"),
        ("meet", "The ministers will not meet in Oslo.", "cancelled"),
        ("meet", "The ministers will not meet until May.", "scheduled"),
        ("vote", "No vote will be held before May 4.", "scheduled"),
        ("testify", "He will not testify before the panel.", "cancelled"),
        ("deal", "It is unclear whether the deal will be signed.", "in_doubt"),
        ("met", "The ministers met in Oslo.", "occurred"),
        ("election", "The parties spoke ahead of the election.", "scheduled"),
        ("talks", "If the talks fail, the union strikes.", "expected"),
        ("summit", "The premier may meet her rival at the summit.", "scheduled"),
        ("hearing", "The banker will not speak at the hearing.", "scheduled"),
        ("summit", "The words of their recent summit could be seen as a hint.", "occurred"),
        ("summit", "The summit was to be held in Lima.", "scheduled"),
        ("touring", "The premier is currently touring Asia.", "occurred"),
        ("vote", "The vote is up in the air.", "in_doubt"),
        ("summit", "The summit in Lima was thrown into doubt.", "in_doubt"),
        ("tour", "The tour was put on hold.", "postponed"),
        ("talks", "The talks are off.", "cancelled"),
        ("talks", "The talks are over.", "occurred"),
        ("strike", "The strike is not over.", None),
        ("summit", "Speaking today at the summit, the premier said that taxes would fall.", "occurred"),
        ("summit", "Speaking at the summit on Friday, the premier will outline the plan.", "scheduled"),
        ("vote", "Lawmakers will press ahead with a vote on Friday.", "scheduled"),
        ("visit", "The visit is off the table.", "cancelled"),
        ("merger", "The merger remains on track for June.", "scheduled"),
        ("testify", "The banker has not agreed to testify.", "in_doubt"),
        ("testify", "No witness has agreed to testify.", "in_doubt"),
        ("summit", "The premier will not attend the summit.", "scheduled"),
        ("summit", "The premier will skip the summit.", "scheduled"),
        ("vote", "A vote on Tuesday will delay the works.", "scheduled"),
        ("launch", "The launch has slipped a week.", "postponed"),
        ("debate", "Parliament will not finish its debate before the end of May.", "scheduled"),
        ("hearing", "The banker will skip the hearing.", "cancelled"),
        ("trial", "The judge granted a request to delay the trial until May.", "postponed"),
        ("rules", "The airline delayed its flights because of new rules.", None),
        ("election", "Norway voted on Sunday in an election delayed twice since May.", "occurred"),
        ("opened", "The bridge was opened on Tuesday by Governor Rosa Diaz.", "occurred"),
        ("election", "The opposition will boycott the election.", "scheduled"),
        ("summit", "Ministers attended the summit on Monday.", "occurred"),
        ("convention", "The bank will not give money to the convention.", "scheduled"),
        ("plebiscite", "Norwegians rejected a deal in a plebiscite.", "occurred"),
        ("talks", "The ministers will take part in talks.", "scheduled"),
        ("visit", "The premier landed in Oslo at the start of a visit.", "occurred"),
        ("visit", "The premier will speak at the end of the visit.", "scheduled"),
        ("summit", "A treaty signed at the summit ended the war.", "occurred"),
        ("summit", "Norway has withdrawn its offer to host the summit in May.", "in_doubt"),
        ("conference", "Delegates gathered in Oslo for the conference.", "occurred"),
        ("exercise", "The two states suspended the exercise planned for May.", "postponed"),
    ],
)
def test_the_clause_says_how_it_stands(word: str, text: str, expected: Status) -> None:
    assert status(word, text) == expected


def test_a_headline_says_how_likely_it_is_after_it() -> None:
    assert status("launch", "Probe launch this year unlikely, agency says", headline=True) == "in_doubt"


def test_what_a_headline_s_illness_forces_is_done() -> None:
    assert status("trip", "Illness forces premier to put off Oslo trip", headline=True) == "postponed"


def test_a_second_clause_undoes_the_first() -> None:
    text = "The hearing was scheduled for May, but it was cancelled by the chairman."
    assert status("hearing", text) == "cancelled"
    assert status("hearing", f"{text[:-1]}, she said.") == "cancelled"
    assert status("vote", "The vote was set for May, but the vote was put off.") == "postponed"
    assert status("talks", "The talks were set for May, but they were put off, he said.") == "postponed"
    assert status("talks", "The talks were set for May, but he put off the vote.") == "scheduled"


def test_a_threat_and_a_will_are_one_side_s_word() -> None:
    assert status("strike", "Miners threatened to go on strike in May.") == "proposed"
    assert status("summit", "Her determination to hold a summit has grown.") == "proposed"


def test_what_was_kept_out_of_a_parade_calls_no_parade_off() -> None:
    assert status("parade", "Her decision not to include any tanks in that parade paid off.") != "cancelled"
    assert status("election", "With the election due in May, figures could not be worse.") is None
    assert status("venue", "The two have not agreed on the venue of the summit.") != "occurred"
    assert status("summit", "The two have not agreed on the venue of the summit.") != "cancelled"


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("testify", "It is unclear if the banker will testify.", "in_doubt"),
        ("testify", "It was not clear if the banker would testify.", "in_doubt"),
        ("testify", "The judge was pressed on whether the banker should testify.", "in_doubt"),
        ("hearing", "The report made it clear that the letter is his hearing.", None),
        ("summit", "The premier cancelled the long-anticipated summit.", "cancelled"),
        ("testify", "The premier objects to letting the banker testify.", "in_doubt"),
    ],
)
def test_what_is_left_open_and_what_is_not(word: str, text: str, expected: Status | None) -> None:
    assert status(word, text) == expected


def test_a_threat_to_cancel_cancels_nothing() -> None:
    assert status("summit", "Denmark shrugged at the threat to cancel the summit.") == "in_doubt"


def test_before_a_thing_was_done_tells_nothing_of_what_came_after() -> None:
    assert status("vote", "The envoy left before the vote.") is None
    assert status("vote", "The envoy will leave before the vote.") == "scheduled"


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("hearing", "The hearing may be their best chance.", None),
        ("testified", "She has probably testified more than anybody.", "occurred"),
        ("testify", "It is essential to let the banker testify.", "proposed"),
        ("testify", "He is not inclined to let the banker testify.", "in_doubt"),
        ("talks", "The talks suggest a change of mind.", None),
        ("launch", "The goal is to launch the probe in May.", "expected"),
        ("summit", "The highly anticipated summit will be held in May.", "scheduled"),
        ("match", "The stadium will not be ready in time for the match.", "scheduled"),
        ("festival", "The singer has pulled out of the festival.", None),
        ("talks", "Norway has pulled out of the talks.", "cancelled"),
        ("launch", "The delayed launch is now set for Friday.", "scheduled"),
        ("launch", "The delayed launch of the probe worries them.", "postponed"),
        ("vote", "The vote was brought forward to April 5.", "scheduled"),
        ("vote", "The vote had been expected on Friday but was put off.", "postponed"),
        ("protest", "A planned protest was banned by police.", "cancelled"),
        ("talks", "The talks were suspended on Friday.", "postponed"),
        ("trial", "The court delayed its verdict in the trial.", None),
        ("verdict", "The court delayed its verdict in the trial.", "postponed"),
        ("vote", "The bloc rejected a plan to hold the vote in May.", "in_doubt"),
        ("election", "Danes voted in the election on Sunday.", "occurred"),
        ("vote", "The vote was put back to June.", "postponed"),
        ("trial", "Ann Lee will stand trial.", "scheduled"),
        ("talks", "The talks resumed on Monday.", "occurred"),
    ],
)
def test_hedges_bear_on_what_they_hedge(word: str, text: str, expected: Status | None) -> None:
    assert status(word, text) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The agency pushed the launch of the probe to March.", "postponed"),
        ("The launch was bumped to Friday by the weather.", "postponed"),
        ("The crew scrubbed Tuesday's launch of the probe.", "postponed"),
        ("The agency has ruled out the March launch window for the probe.", "postponed"),
        ("The agency has cancelled the launch of the probe.", "cancelled"),
        ("The storm forced the agency to postpone the launch of the probe.", "postponed"),
    ],
)
def test_what_is_put_off_to_a_day_or_tried_again(text: str, status: str) -> None:
    found = [c for c in candidates_in(parsed(text)[0], []) if c.trigger.token.text == "launch"]
    assert [c.outlook.status for c in found] == [status]


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("vote", "A vote, which has been postponed until May, will decide the matter.", "postponed"),
        ("hearing", "The hearing, which was cancelled on Monday, was to be the first.", "cancelled"),
        ("summit", "The summit that the two sides called off would have been the first.", "cancelled"),
        ("closing", "Holders will be paid at the closing, which is expected in December.", "expected"),
        ("launch", "The launch, which was delayed twice, is now set for Friday.", "scheduled"),
        ("vote", "The vote, which may be delayed, is set for Friday.", "in_doubt"),
        ("rally", "He spoke at a rally, which was held on Sunday.", "occurred"),
        ("bill", "A bill that would delay the vote will be read on Monday.", "scheduled"),
        ("summit", "The summit, which is not open to reporters, will be held in May.", "scheduled"),
        ("summit", "The summit, which is open to reporters, will be held in May.", "scheduled"),
        ("vote", "A vote that was never in doubt will be held on Friday.", "scheduled"),
        ("trial", "The trial, which is not expected to last long, will begin on May 3.", "scheduled"),
        ("debate", "The debate, which did not take place on Friday, is now set for Monday.", "scheduled"),
        ("hearing", "The hearing, which will not take place until June, is the first.", "scheduled"),
        ("talks", "The talks that failed to end the dispute will resume on Monday.", "scheduled"),
    ],
)
def test_a_relative_clause_tells_where_an_event_stands(word: str, text: str, expected: Status) -> None:
    assert status(word, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In Tuesday's debate, the senator will probably face questions.",
        "At Tuesday's debate the senator may stumble.",
    ],
)
def test_what_may_be_done_in_an_event_leaves_it_certain(text: str) -> None:
    assert status("debate", text) == "scheduled"
