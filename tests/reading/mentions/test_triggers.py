from __future__ import annotations

import pytest

from slated.reading.lexicon import load_table, load_words
from slated.reading.mentions.triggers import triggers_in
from tests.reading.pages import parsed


def test_a_name_with_capitals_inside_is_no_event() -> None:
    assert "spacex" not in {head.lower() for head in heads("SpaceX is targeting May 3 for the launch.")}
    assert "launch" in heads("SpaceX is targeting May 3 for the launch.")
    assert "agm" in heads("The AGM will be held on May 3.")


def heads(text: str) -> set[str]:
    return {t.head for t in triggers_in(parsed(text)[0])}


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The ministers will meet in Oslo.", "meet"),
        ("The firm will hold a press conference.", "press conference"),
        ("The patient will undergo a tracheotomy on Monday.", "tracheotomy"),
        ("The new rules go into effect in May.", "take effect"),
        ("The game will be available in March.", "available"),
        ("They wait for the November ballot.", "ballot"),
        ("The party congress will open in May.", "congress"),
        ("The senate will confirm Ann Lee on Friday.", "confirm"),
        ("The confirmation of the judge is expected in May.", "confirmation"),
        ("She is due back in court on May 3.", "court"),
        ("The case was tried in May.", "try"),
    ],
)
def test_what_may_be_an_event_is_a_trigger(text: str, head: str) -> None:
    assert head in heads(text)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The plan will be ready in March.", "march"),
        ("Law enforcement will follow the case.", "law"),
        ("They will talk to the president.", "president"),
        ("They have met.", "have"),
        ("Two press releases will follow.", "release"),
        ("The bill will go to Congress in May.", "congress"),
        ("The ministry confirmed that the premier will resign.", "confirm"),
        ("The election commission will meet in May.", "election"),
        ("The court will meet in May.", "court"),
        ("Parliament will try again in May.", "try"),
    ],
)
def test_months_people_and_fixed_phrases_are_none(text: str, head: str) -> None:
    assert head not in heads(text)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The hearing by lawmakers will be in May.", "hearing"),
        ("They will sign a deal with Norway in May.", "deal"),
    ],
)
def test_a_fixed_phrase_takes_no_other_word_with_it(text: str, head: str) -> None:
    assert head in heads(text)


def test_only_words_of_the_lexicon_are_known() -> None:
    found = {t.head: t.known for t in triggers_in(parsed("The vote will follow a tracheotomy.")[0])}
    assert found["vote"]
    assert not found["tracheotomy"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nurses will strike on Friday.", "protest"),
        ("Nurses will walk out on Friday.", "protest"),
        ("Nurses will walk home on Friday.", "other"),
        ("Nurses will go on strike on Friday.", "protest"),
        ("Nurses will strike a deal on Friday.", "other"),
        ("The storm will strike on Friday.", "other"),
        ("Baggage handlers will strike on Friday.", "protest"),
    ],
)
def test_a_verb_of_two_senses_is_told_by_its_subject(text: str, name: str) -> None:
    found = {t.head: t.event_class for t in triggers_in(parsed(text)[0])}
    assert found["walk" if "walk" in text else "strike"] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The presidential vote will be held in May.", "election"),
        ("A parliamentary vote on the budget will be held in May.", "vote"),
        ("Norway will vote on Sunday.", "election"),
        ("Norway will vote against the resolution.", "vote"),
        ("Voters will vote on Sunday.", "election"),
        ("Lawmakers will vote on Sunday.", "vote"),
    ],
)
def test_a_whole_country_votes_in_an_election(text: str, name: str) -> None:
    found = {t.head: t.event_class for t in triggers_in(parsed(text)[0])}
    assert found["vote"] == name


def test_a_people_votes_on_a_question_in_a_referendum() -> None:
    assert "referendum" in heads("Norwegians will vote on joining the bloc in May.")
    assert "referendum" in heads("Britons voted to leave the bloc.")
    assert "referendum" not in heads("Norway will vote on the resolution in May.")
    assert "referendum" not in heads("Lawmakers will vote on the bill in May.")


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("The phone will go on sale in May.", "sale", "release"),
        ("The sale of the firm is planned for May.", "sale", "deal"),
        ("The heavyweight title fight is set for May.", "title fight", "sport"),
        ("The boxer's fight against the champion is set for May.", "fight", "sport"),
        ("The fight against graft will go on.", "fight", "other"),
        ("Ann Lee was found guilty of fraud.", "convict", "ruling"),
        ("The firm will go public in May.", "ipo", "deal"),
        ("The runway was inaugurated on Monday.", "inaugurate", "opening"),
        ("The president was inaugurated on Monday.", "inaugurate", "appointment"),
        ("Ann Lee will be sworn in as mayor on Monday.", "swear", "appointment"),
        ("The role-playing game is due in May.", "game", "release"),
        ("The game is due to be played in May.", "game", "sport"),
        ("The band's album will come out on May 3.", "come", "release"),
        ("The ministers will come out on May 3.", "come", "other"),
        ("Premier Ann Lee landed in Oslo.", "land", "visit"),
        ("The capsule landed in the desert.", "land", "launch"),
        ("The jet will return to service in May.", "return", "opening"),
        ("The premier will return to the capital in May.", "return", "visit"),
        ("The jet could fly again in May.", "fly", "other"),
        ("The premier will fly to Oslo in May.", "fly", "visit"),
    ],
)
def test_a_noun_of_two_senses_is_told_by_what_stands_by(text: str, head: str, name: str) -> None:
    found = {t.head: t.event_class for t in triggers_in(parsed(text)[0])}
    assert found[head] == name


def test_what_is_put_off_is_no_event_of_putting() -> None:
    assert "put" not in heads("The vote may be put off.")


def test_only_who_is_confirmed_is_voted_on() -> None:
    found = {t.head: t.event_class for t in triggers_in(parsed("They await confirmation of the report.")[0])}
    assert found["confirmation"] == "other"


def test_a_word_names_one_class_of_event() -> None:
    for kind in ("nouns", "verbs"):
        words = [w for table in load_table("event_classes").values() for w in table[kind]]
        assert len(words) == len(set(words))
        assert all(w == w.lower() for w in words)


def test_the_words_that_name_no_event_name_none() -> None:
    nouns = {w for table in load_table("event_classes").values() for w in table["nouns"]}
    assert not nouns & load_words("not_events")["nouns"]


@pytest.mark.parametrize("name", ["not_events", "state_triggers"])
def test_the_other_words_are_sound(name: str) -> None:
    for words in load_table(name).values():
        assert len(words) == len(set(words))
        assert all(w == w.lower() for w in words)


@pytest.mark.parametrize(
    ("name", "key"), [("not_events", "verbs"), ("not_events", "nouns"), ("state_triggers", "words")]
)
def test_the_long_lists_are_sorted(name: str, key: str) -> None:
    words = load_table(name)[key]
    assert words == sorted(words)


def test_whom_a_panel_hears_from_is_heard() -> None:
    (found,) = (t for t in triggers_in(parsed("The panel will hear from the banker.")[0]) if t.head == "hear")
    assert found.event_class == "hearing"


@pytest.mark.parametrize(
    ("text", "is_event"),
    [
        ("The party courts farmers' votes.", False),
        ("She needs 60 votes to win.", False),
        ("They hope to win votes in the north.", False),
        ("The votes on the budget will be held in May.", True),
    ],
)
def test_ballots_are_no_vote(text: str, is_event: bool) -> None:
    assert ("vote" in heads(text)) is is_event


@pytest.mark.parametrize(
    ("text", "event_class"),
    [
        ("The union plans a strike in May.", "protest"),
        ("Rail workers will go on strike on Friday.", "protest"),
        ("The army plans a strike on the base.", "attack"),
    ],
)
def test_workers_strike_otherwise_than_armies(text: str, event_class: str) -> None:
    (found,) = (t for t in triggers_in(parsed(text)[0]) if t.head == "strike")
    assert found.event_class == event_class


def test_a_noun_of_two_words_is_one_event() -> None:
    assert heads("The panel will press ahead with a contempt citation on Monday.") & {
        "contempt",
        "citation",
        "contempt citation",
    } == {"contempt citation"}


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("The court will hear arguments on Friday.", "hear", "hearing"),
        ("The crowd will hear a song on Friday.", "hear", "other"),
        ("A judge blocked the ban on Friday.", "block", "ruling"),
        ("The takeover was cleared by the watchdog on Friday.", "clear", "ruling"),
        ("The guard blocked the door on Friday.", "block", "other"),
        ("The rocket will fly in May.", "fly", "launch"),
        ("The firm will list its shares in May.", "list", "deal"),
        ("The film will open in cinemas in May.", "open", "release"),
        ("The bridge will open in May.", "open", "opening"),
        ("The premier will fly to Lima in May.", "fly", "visit"),
        ("The committee will question the banker in May.", "question", "hearing"),
        ("The banker will be grilled by senators in May.", "grill", "hearing"),
        ("The teacher will question the class in May.", "question", "other"),
        ("She will give evidence to the panel in May.", "give", "hearing"),
        ("The premier will take office in May.", "take", "appointment"),
        ("The authority will determine the application in May.", "determine", "ruling"),
        ("Riga will host Tartu at the national stadium in May.", "host", "sport"),
        ("The verdict will be handed down in May.", "hand", "ruling"),
        ("The navy will hold manoeuvres in May.", "manoeuvre", "deployment"),
    ],
)
def test_a_verb_is_what_who_does_it_or_what_it_is_done_to_makes_it(text: str, head: str, name: str) -> None:
    assert {t.head: t.event_class for t in triggers_in(parsed(text)[0])}[head] == name
