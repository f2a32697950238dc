from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.corpora import Corpus
from benchmarks.quality.measure import MEASURES, BenchmarkFailed, measure

STORY = Corpus("made-up", "story", "gold/made-up")
TIMES = Corpus("made-up-times", "times", "gold/made-up")
ARTICLES = [
    {"id": "a", "published": "2023-04-03", "text": "The council will vote on May 9.", "language": "en"},
    {"id": "b", "published": "2023-04-05", "text": "The vote was put off to May 16.", "language": "en"},
]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A shared folder with two articles and scorers that count what they were given."""
    (tmp_path / "score").mkdir()
    (tmp_path / "gold" / "made-up").mkdir(parents=True)
    lines = "".join(json.dumps(article) + "\n" for article in ARTICLES)
    (tmp_path / "gold" / "made-up" / "articles.jsonl").write_text(lines)
    (tmp_path / "score" / "story.py").write_text(
        "import json, sys\n"
        "events = json.load(open(sys.argv[2]))\n"
        "pages = {r['source_id'] for e in events for r in e['reports']}\n"
        "print('noise')\n"
        "print(json.dumps({'link_f1': int(bool(pages)), 'place_f1': None}))\n"
    )
    (tmp_path / "score" / "te3.py").write_text(
        "import json, sys\n"
        "if sys.argv[1] == 'docs':\n"
        "    sys.stdout.write(open(sys.argv[2] + '/articles.jsonl').read())\n"
        "else:\n"
        "    found = [t['value'] for line in open(sys.argv[3]) for t in json.loads(line)['timexes']]\n"
        "    share = len({'2023-05-09', '2023-05-16'} & set(found)) / 2\n"
        "    scores = {'strict_f1': share, 'relaxed_f1': share, 'value_f1': share}\n"
        "    print(json.dumps({'all': scores, 'date': scores}))\n"
    )
    return tmp_path


def test_a_story_goes_through_the_product_to_its_scorer(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MEASURES, "story", ("link_f1", "place_f1"))
    scores = measure(STORY, shared, jobs=1)
    assert (scores.corpus, scores.documents) == ("made-up", 2)
    assert scores.values == {"link_f1": 1.0}


def test_documents_of_a_scorer_are_read_and_scored(shared: Path) -> None:
    scores = measure(TIMES, shared, jobs=1)
    assert scores.values["all.value_f1"] == 1.0
    assert scores.fingerprint == TIMES.fingerprint(shared)


def test_a_scorer_that_fails_is_told(shared: Path) -> None:
    (shared / "score" / "story.py").write_text("raise SystemExit('no labels')")
    with pytest.raises(BenchmarkFailed, match="no labels"):
        measure(STORY, shared, jobs=1)


def test_a_document_that_cannot_be_read_stops_the_run(shared: Path) -> None:
    (shared / "gold" / "made-up" / "articles.jsonl").write_text('{"id": "a"}\n')
    with pytest.raises(BenchmarkFailed, match="line 1"):
        measure(STORY, shared, jobs=1)
