from __future__ import annotations

import pytest

from slated.model import Actor
from slated.reading.actors import read_actors
from slated.reading.lexicon import load_table, load_words
from tests.reading.pages import article_of, parsed


def actors(text: str, title: str | None = None) -> dict[str, Actor]:
    return {a.name: a for a in read_actors(parsed(text, title))}


def test_shorter_names_join_the_fuller_one() -> None:
    found = actors("Danish Prime Minister Mette Holm arrived. Holm will meet envoys. Ms. Holm spoke.")
    assert len(found["Mette Holm"].spans) == 3
    assert found["Mette Holm"].kind == "person"
    assert found["Mette Holm"].state == "DK"


def test_a_family_name_that_comes_first_joins_too() -> None:
    found = actors("South Korean leader Park Min-jun met aides. Park will travel to Lima.")
    assert len(found["Park Min-jun"].spans) == 2
    assert found["Park Min-jun"].state == "KR"


def test_a_state_is_one_actor_whatever_it_is_called() -> None:
    found = actors("The United States and U.S. allies met. American officials left.")
    assert found["United States"].kind == "state"
    assert found["United States"].state == "US"
    assert len(found["United States"].spans) >= 3


def test_two_people_of_one_name_are_told_apart() -> None:
    found = actors("Anna Berg met Olaf Berg in Oslo. Anna Berg left.")
    assert {"Anna Berg", "Olaf Berg"} <= set(found)
    assert len(found["Anna Berg"].spans) == 2


def test_a_pair_in_a_title_is_two_actors() -> None:
    found = actors("Mette Holm and Olaf Berg will meet.", "Holm-Berg summit expected")
    assert [s.part for s in found["Mette Holm"].spans].count("title") == 1
    assert [s.part for s in found["Olaf Berg"].spans].count("title") == 1


def test_an_office_without_a_country_is_of_the_state_whose_bodies_are_named() -> None:
    found = actors(
        "President Dana Cole spoke at the White House. Congress will vote. Senator Lee Moss agreed."
    )
    assert found["Dana Cole"].state == "US"
    assert found["Lee Moss"].state == "US"


def test_spans_hold_the_names() -> None:
    text = "Mette Holm, the Danish premier, will meet Norway's Olaf Berg on Monday."
    article = article_of(text)
    for actor in read_actors(parsed(text)):
        assert all(article.text[s.start : s.end] == s.text for s in actor.spans)


def test_days_and_months_are_no_actors() -> None:
    assert not {"Monday", "May", "January"} & set(
        actors("The panel meets on Monday, then in May and January.")
    )


def test_an_office_names_its_holder_and_state_and_nobody_else() -> None:
    found = actors(
        "South Korean Ambassador to the US Cho Min-jun met Minister of Foreign Affairs Pham Van Minh. "
        "The Norwegian Ambassador left."
    )
    assert set(found) == {"South Korea", "United States", "Cho Min-jun", "Pham Van Minh", "Norway"}
    assert found["Cho Min-jun"].state == "KR"


def test_a_family_name_that_opens_a_sentence_is_found_though_it_is_a_word() -> None:
    found = actors("President Moon Min-jun spoke. Moon’s visit to Lima will be hard to arrange.")
    assert len(found["Moon Min-jun"].spans) == 2


def test_wars_and_forums_are_no_persons() -> None:
    found = actors("The Korean War ended. The Davos Forum begins in the Middle East.")
    assert {a.kind for a in found.values()} == {"unknown"}


def test_a_lone_name_means_the_one_just_named_in_full_else_the_one_named_most() -> None:
    lead = "President Kim Jong Ho spoke. Later Kim Jong Ho left. "
    filler = "Nothing more was said of it in the long hours of that day, nor on the next one, as far as anyone knows. "
    far = actors(f"{lead}Envoy Tony Kim came too. {filler * 4}Kim smiled.")
    assert [s.text for s in far["Kim Jong Ho"].spans][-1] == "Kim"
    near = actors(f"{lead}{filler * 4}Envoy Tony Kim came too. Kim smiled.")
    assert [s.text for s in near["Tony Kim"].spans][-1] == "Kim"


def test_offices_joined_by_and_are_of_one_state() -> None:
    found = actors(
        "Chilean President Rosa Diaz and Foreign Minister Ana Soto met Workers’ Party of Korea Vice Chairman "
        "and United Front Director Kim Yong Ho."
    )
    assert found["Ana Soto"].state == "CL"
    assert found["Kim Yong Ho"].state == "KP"
    assert "Workers’ Party of Korea" in found


def test_a_short_given_name_is_the_long_one() -> None:
    found = actors("Senator William Marsh spoke. Bill Marsh will meet envoys.")
    assert [a.key for a in found.values() if "marsh" in a.key] == ["william marsh"]
    assert actors("Bob Marsh spoke.")["Bob Marsh"].key == "robert marsh"


def test_a_headline_that_capitalises_its_verbs_names_nobody_new() -> None:
    found = actors("Mr. Marsh will appeal. Marsh spoke.", "Panel Seeks Marsh Files After Court Frees Marsh")
    assert {a.key for a in found.values() if "marsh" in a.key} == {"marsh"}


def test_the_one_that_a_spokesman_speaks_for_is_the_one_that_is_met() -> None:
    text = (
        "Premier Lee Min-ho will meet envoys. Lee left. Government spokesman Lee Chul said it was good. "
        "A summit with Lee is planned. Lee said so."
    )
    found = actors(text)
    assert [len(found[name].spans) for name in ("Lee Min-ho", "Lee Chul")] == [3, 2]


def test_a_state_that_opens_a_sentence_is_found() -> None:
    assert actors("The Norwegian leader will meet envoys.")["Norway"].state == "NO"


def test_names_with_two_particles_are_one() -> None:
    names = {a.name for a in read_actors(parsed("Commission President Ida von der Moor said so."))}
    assert names == {"Ida von der Moor"}


def test_a_body_is_one_by_its_letters_or_in_full() -> None:
    found = actors(
        "The United Nations met. The UN will vote. The Fed waits; the Federal Reserve is calm. Who won?"
    )
    assert {a.key: len(a.spans) for a in found.values()} == {"united nations": 2, "federal reserve": 2}
    assert {a.kind for a in found.values()} == {"organisation"}


def test_the_long_form_of_every_short_one_is_that_of_a_body() -> None:
    for full, names in load_table("institutions")["short"].items():
        assert set(full.split()) & load_words("titles")["organisation"]
        assert all(name.isalpha() and name == name.lower() for name in names)


def test_the_pope_acts_for_his_see_with_or_without_his_name() -> None:
    assert actors("Pope Leo will visit Oslo.")["Leo"].state == "VA"
    assert actors("The Pope will visit Oslo.")["Pope"].state == "VA"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Nordstrand Air", "organisation"),
        ("Halden Maritime", "organisation"),
        ("Usher Hall", "unknown"),
        ("Court Street", "unknown"),
        ("OSLO", "unknown"),
        ("NATO", "organisation"),
        ("Lena Brook", "person"),
    ],
)
def test_what_kind_of_actor_a_name_is(name: str, kind: str) -> None:
    (actor,) = read_actors(parsed(f"They spoke of {name} at length."))
    assert (actor.name, actor.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Kenya's National Assembly will vote. President Dana Cole spoke.", "KE"),
        ("Peru's Congress will vote, Congress said. President Dana Cole spoke.", "PE"),
        ("The Peruvian Congress will vote. President Dana Cole spoke.", "PE"),
        ("Congress will vote. President Dana Cole spoke.", "US"),
        ("The National Assembly will vote. President Dana Cole spoke.", None),
    ],
)
def test_a_parliament_named_as_a_states_tells_where_the_article_is_at_home(
    text: str, state: str | None
) -> None:
    assert actors(text)["Dana Cole"].state == state


def test_an_office_after_the_name_tells_the_state() -> None:
    found = actors("Mette Holm, the Danish premier, met Peru's president, Olaf Berg, in Lima.")
    assert (found["Mette Holm"].state, found["Olaf Berg"].state) == ("DK", "PE")


def test_what_is_always_spoken_of_as_a_place_is_no_person() -> None:
    found = actors("The crossing at Moleson Creek will close. She has an interest in Jane Doe. Doe spoke.")
    assert found["Moleson Creek"].kind == "unknown"
    assert found["Jane Doe"].kind == "person"


def test_the_state_with_and_in_its_name_is_its_ministers() -> None:
    found = actors("Trinidad and Tobago Prime Minister Keith Moe will sign.")
    assert found["Keith Moe"].state == "TT"


def test_a_person_who_is_once_trusted_in_is_no_place() -> None:
    assert actors("Voters lost faith in Mette Holmberg.")["Mette Holmberg"].kind == "person"


def test_north_and_south_are_two() -> None:
    found = actors("Talks between North and South Korea will begin.")
    assert [s.text for s in found["North Korea"].spans] == ["North"]
    assert [s.text for s in found["South Korea"].spans] == ["South Korea"]
    assert "North Peru" not in actors("Talks between North and South Peru will begin.")
