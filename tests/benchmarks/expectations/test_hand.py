from __future__ import annotations

import pytest

from benchmarks.expectations.hand import CAUSES, SHARES, SLOTS, VERDICTS, counts, judgements, wilson

JUDGED = judgements()
ROW = {"article": "pool:a", "verdict": "right", "cause": None, **dict.fromkeys(SLOTS, True)}


def test_two_hundred_mentions_are_judged_each_once() -> None:
    places = {(row["article"], row["in"], row["start"], row["end"]) for row in JUDGED}
    assert len(JUDGED) == len(places) == sum(SHARES.values()) == 200


def test_a_hundred_articles_or_more_give_two_mentions_at_most() -> None:
    articles = [row["article"] for row in JUDGED]
    assert len(set(articles)) >= 100
    assert max(articles.count(article) for article in set(articles)) == 2
    assert {pool: sum(a.startswith(f"{pool}:") for a in articles) for pool in SHARES} == SHARES


@pytest.mark.parametrize("row", JUDGED, ids=lambda row: f"{row['article']} {row['start']}")
def test_a_judgement_is_sound(row: dict[str, object]) -> None:
    assert set(row) == {"article", "in", "start", "end", "verdict", "cause", *SLOTS}
    start, end = row["start"], row["end"]
    assert isinstance(start, int) and isinstance(end, int) and 0 <= start < end
    assert row["in"] in {"title", "text"}
    assert row["verdict"] in VERDICTS
    assert row["cause"] in CAUSES if row["verdict"] == "wrong" else row["cause"] is None
    assert all(row[slot] in {True, False, None} for slot in SLOTS)
    if row["verdict"] != "right":
        assert all(row[slot] is None for slot in SLOTS)


def test_wilson_gives_the_published_interval() -> None:
    # Newcombe (1998), table I: 81 of 263 and 0 of 20
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=1e-4)


def test_the_report_counts_shares_slots_and_causes() -> None:
    nothing = dict.fromkeys(SLOTS)
    judged = [
        ROW,
        {**ROW, "place": False, "window": None},
        {**ROW, **nothing, "article": "pool:b", "verdict": "weak"},
        {**ROW, **nothing, "article": "pool:b", "verdict": "wrong", "cause": "misparse"},
    ]
    lines = "\n".join(counts(judged))
    assert "4 mentions of 2 articles" in lines
    assert "all: strict (right): 2 of 4 = 0.500" in lines
    assert "pool: weak aside (as detect_p): 2 of 3 = 0.667" in lines
    assert "pool: lenient (right or weak): 3 of 4 = 0.750" in lines
    assert "window (of the right): 1 of 1" in lines
    assert "place (of the right): 1 of 2" in lines
    assert "wrong: misparse: 1" in lines
