from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality.corpora import CORPORA, Corpus
from benchmarks.quality.floors import (
    CorpusFloors,
    breaches,
    load_floors,
    raised,
    save_floors,
)
from benchmarks.quality.measure import MEASURES, Scores
from benchmarks.quality.table import (
    BEGIN,
    END,
    HEADLINES,
    full_table,
    headline_table,
    put_between_markers,
)

GOOD = Scores("nk1", "abc", 3, {"link_f1": 0.8, "spurious": 0.2})


def floors_of(**values: float) -> dict[str, CorpusFloors]:
    return {"nk1": CorpusFloors("abc", values)}


def test_a_score_at_its_floor_holds() -> None:
    assert breaches([GOOD], floors_of(link_f1=0.8, spurious=0.2)) == []


def test_a_score_under_its_floor_is_named() -> None:
    assert breaches([GOOD], floors_of(link_f1=0.81)) == ["nk1.link_f1: 0.8 where the floor is 0.81"]


def test_more_spurious_windows_than_allowed_are_a_breach() -> None:
    assert breaches([GOOD], floors_of(spurious=0.19)) == ["nk1.spurious: 0.2 where the floor is 0.19"]


def test_a_measure_that_went_missing_is_a_breach() -> None:
    assert breaches([GOOD], floors_of(phase=0.1)) == ["nk1.phase: None where the floor is 0.1"]


def test_scores_on_another_corpus_do_not_compare() -> None:
    other = {"nk1": CorpusFloors("xyz", {"link_f1": 0.1})}
    assert "not the one" in breaches([GOOD], other)[0]


def test_a_corpus_without_floors_is_a_breach() -> None:
    assert "has no floors" in breaches([GOOD], {})[0]


def test_raising_moves_up_and_never_down() -> None:
    new = raised([GOOD], floors_of(link_f1=0.9, spurious=0.3))["nk1"].floors
    assert new == {"link_f1": 0.9, "spurious": 0.205}


def test_lowering_takes_the_name() -> None:
    new = raised([GOOD], floors_of(link_f1=0.9, spurious=0.1), ["nk1.link_f1"])["nk1"].floors
    assert new == {"link_f1": 0.795, "spurious": 0.1}


def test_a_changed_corpus_starts_anew() -> None:
    new = raised([GOOD], {"nk1": CorpusFloors("old", {"link_f1": 0.99})})["nk1"]
    assert new == CorpusFloors("abc", {"link_f1": 0.795, "spurious": 0.205})


def test_floors_survive_saving(tmp_path: Path) -> None:
    floors = raised([GOOD], {})
    save_floors(floors, tmp_path / "floors.toml")
    assert load_floors(tmp_path / "floors.toml") == floors


def test_every_floor_kept_belongs_to_a_measure() -> None:
    kinds = {corpus.name: corpus.kind for corpus in CORPORA}
    for name, held in load_floors().items():
        assert set(held.floors) <= set(MEASURES[kinds[name]])


def test_headlines_are_measures() -> None:
    assert list(HEADLINES) == [corpus.name for corpus in CORPORA]
    for corpus in CORPORA:
        assert set(HEADLINES[corpus.name]) <= set(MEASURES[corpus.kind])


def test_tables_go_between_the_markers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    put_between_markers(page, full_table([GOOD], floors_of(link_f1=0.75, spurious=0.25)))
    text = page.read_text()
    assert text.startswith("before\n") and text.endswith("\nafter\n") and "old" not in text
    assert "| nk1 | 3 | link_f1 | 0.800 | 0.750 |" in text
    assert "|  |  | spurious | 0.200 | at most 0.250 |" in text


def test_a_page_without_markers_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("no markers")
    with pytest.raises(ValueError, match="lacks the markers"):
        put_between_markers(page, "table")


def test_headline_table_has_a_line_for_each_corpus() -> None:
    scores = Scores("nk1", "abc", 3, dict.fromkeys(HEADLINES["nk1"], 0.5))
    assert headline_table([scores]).splitlines()[-1].startswith("| nk1 | 3 | link_f1 **0.50**")


def test_the_fingerprint_follows_every_byte(tmp_path: Path) -> None:
    corpus = Corpus("made-up", "story", "gold/made-up")
    (tmp_path / "gold/made-up").mkdir(parents=True)
    (tmp_path / "score").mkdir()
    (tmp_path / "score/story.py").write_text("print()")
    labels = tmp_path / "gold/made-up/labels.jsonl"
    labels.write_text("{}")
    before = corpus.fingerprint(tmp_path)
    assert before == corpus.fingerprint(tmp_path)
    labels.write_text("{} ")
    assert corpus.fingerprint(tmp_path) != before
