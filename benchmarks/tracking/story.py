"""How well labelled stories are tracked: the whole product, scored with ../shared/score/story.py.

    python -m benchmarks.tracking.story [seeds|nk1|mueller|hard|plain|unread|NAME]...
        [--errors] [--cache FOLDER]

``hard``, ``plain`` and ``unread`` stand for the stories under ``data/stories``, made up and labelled for the
purpose after ../shared/gold/GUIDE.md, each on a topic of its own; a NAME is that of one. What is found wrong
in the unread ones has never been looked at, though their scores were.
``--cache`` keeps the readings there (pickled, by the story's name) and takes them up again, so
that work on tracking need not read the articles anew; without it everything is read.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
import pickle
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from slated.document_stage import ReadArticle, read_capture
from slated.model import Capture, StatedWindow, TrackedEvent
from slated.tracking import track

SHARED = Path(__file__).resolve().parents[3] / "shared"
STORIES = ("seeds", "nk1", "mueller")
MADE = Path(__file__).resolve().parent / "data" / "stories"
SHOWN: tuple[str, ...] = (
    "link_p",
    "link_r",
    "link_f1",
    "status",
    "phase",
    "phase_found",
    "when_exact",
    "when_exact_found",
)
SHOWN += ("when_overlap", "when_overlap_found", "spurious", "place_f1", "as_of")


def made_stories(kind: str = "*") -> list[str]:
    """The names of the made-up stories: ``hard``, ``plain``, ``unread`` or all."""
    return sorted(folder.name for folder in MADE.glob(f"{kind}/*"))


def captures(story: str) -> list[Capture]:
    """The articles of a story; the seeds as their crawled pages."""
    if story == "seeds":
        pages = sorted((SHARED / "seeds").glob("*.txt"))
        return [Capture(str(p), p.stem, "crawl", p.read_text("utf-8")) for p in pages]
    lines = (folder_of(story) / "articles.jsonl").read_text("utf-8").splitlines()
    return [_capture(json.loads(line)) for line in lines]


def folder_of(story: str) -> Path:
    """Where the articles and labels of a story lie."""
    return next(MADE.glob(f"*/{story}"), SHARED / "gold" / story)


def _capture(row: dict[str, Any]) -> Capture:
    return Capture(
        origin=row["id"],
        source_id=row["id"],
        kind="text",
        content=row["text"],
        url=row.get("url"),
        title=row.get("title"),
        published=dt.date.fromisoformat(row["published"][:10]) if row.get("published") else None,
        outlet=row.get("outlet"),
    )


def read_story(story: str, cache: Path | None = None) -> list[ReadArticle]:
    """The readings of a story, from the cache where one is given and holds them."""
    kept = cache / f"{story}.pickle" if cache else None
    if kept is not None and kept.exists():
        readings: list[ReadArticle] = pickle.loads(kept.read_bytes())
        return readings
    readings = [read_capture(c) for c in captures(story)]
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(readings))
    return readings


def as_json(event: TrackedEvent) -> dict[str, Any]:
    """The fields of a tracked event that the scorer reads."""
    return {
        "id": event.event_id,
        "title": event.title,
        "status": event.status,
        "reports": [
            {
                "source_id": r.source_id,
                "published": r.published.isoformat() if r.published else None,
                "status": r.status,
                "window": _window(r.window),
                "places": [{"name": p.name, "standing": p.standing} for p in r.places],
            }
            for r in event.reports
        ],
    }


def _window(stated: StatedWindow | None) -> dict[str, str | None] | None:
    if stated is None or stated.window is None:
        return None
    ends = (stated.window.earliest, stated.window.latest)
    return dict(zip(("earliest", "latest"), (d.isoformat() if d else None for d in ends), strict=True))


def scorer() -> Any:
    """The module ../shared/score/story.py."""
    spec = importlib.util.spec_from_file_location("story_scorer", SHARED / "score" / "story.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "score" / "story.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(story: str, cache: Path | None, errors: bool) -> dict[str, Any]:
    """Read, track and score one story; prints its errors where wanted."""
    events = [as_json(e) for e in track(read_story(story, cache))]
    judge = scorer()
    gold, when = judge.load_gold(folder_of(story))
    result, pairs, lines = judge.score(gold, when, events, errors)
    titles = {e["id"]: f"{e['title']} ({len(e['reports'])})" for e in events}
    if errors:
        print("\n".join(lines))
    for key, event in sorted(pairs.items()):
        print(f"  {key}: {titles[event]}")
    print(f"  {len(events)} events, {sum(len(e['reports']) > 1 for e in events)} of several reports")
    return dict(result)


def main(argv: list[str]) -> None:
    """Print one row a story."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*", default=list(STORIES))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--cache", type=Path)
    given = parser.parse_args(argv)
    asked = [name for story in given.stories for name in made_stories(story) or [story]]
    results = []
    for story in asked:
        print(story)
        results.append(measure(story, given.cache, given.errors))
        print("  " + _row(results[-1]))
    if len(results) > 1:
        print(f"mean of {len(results)} stories\n  " + _row(_mean(results)))


def _mean(results: Sequence[dict[str, Any]]) -> dict[str, float]:
    given = {name: [r[name] for r in results if r.get(name) is not None] for name in SHOWN}
    return {name: sum(values) / len(values) for name, values in given.items() if values}


def _row(result: Mapping[str, Any]) -> str:
    shown = ((name, result.get(name)) for name in SHOWN)
    return "  ".join(f"{k} {v:.3f}" for k, v in shown if v is not None)


if __name__ == "__main__":
    main(sys.argv[1:])
