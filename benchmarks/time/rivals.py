"""Other packaged readers of time on the phrase suite and on TimeBank: same scorer, same run.

    python -m benchmarks.time.rivals [--docs N]

Needs the rivals beside slated in the environment, none of them a dependency: dateparser,
parsedatetime, datefinder, metadate, recognizers-text-date-time (with emoji below 2); those that are
missing are left out. Of the two days that recognizers offers for "Tuesday" the earlier is taken for
TimeBank (news of the past) and the later for the suite (mostly of what is ahead): the better for it
in both. ``--docs`` limits TimeBank to its first N documents.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.time.te3 import SHARED, scorer, times_of

SUITE = Path(__file__).resolve().parents[2] / "tests" / "reading" / "timex" / "phrases.jsonl"


class Hit(NamedTuple):
    """Characters ``start`` to ``end``, a TIMEX3 value and type, the first and last day (None: open or none).

    Readers that tell no types give dates.
    """

    start: int
    end: int
    value: str
    first: dt.date | None
    last: dt.date | None
    type: str = "DATE"


_TYPES = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME"}
Reader = Callable[[str, dt.date, bool], list[Hit]]


def _day(start: int, end: int, when: dt.datetime) -> Hit:
    return Hit(start, end, when.date().isoformat(), when.date(), when.date())


def _slated(text: str, day: dt.date, ahead: bool) -> list[Hit]:
    del ahead
    times = times_of(text, "", day, "parsed")
    windows = {i: p.when.window for p in times.phrases for i in p.timexes}
    hits = []
    for i, timex in enumerate(times.timexes):
        window = windows.get(i)
        days = (window.earliest, window.latest) if window else (None, None)
        hits.append(Hit(timex.span.start, timex.span.end, timex.value, *days, timex.type))
    return hits


def _dateparser(text: str, day: dt.date, ahead: bool) -> list[Hit]:
    search = importlib.import_module("dateparser.search")
    prefer = "future" if ahead else "past"
    settings = {"RELATIVE_BASE": _noon(day), "PREFER_DATES_FROM": prefer}
    hits, at = [], 0
    for words, when in search.search_dates(text, languages=["en"], settings=settings) or []:
        place = text.find(words, at)
        if place >= 0:
            hits.append(_day(place, place + len(words), when))
            at = place + len(words)
    return hits


def _parsedatetime(text: str, day: dt.date, ahead: bool) -> list[Hit]:
    del ahead
    module = importlib.import_module("parsedatetime")
    return [_day(s, e, when) for when, _, s, e, _ in module.Calendar().nlp(text, sourceTime=_noon(day)) or ()]


def _datefinder(text: str, day: dt.date, ahead: bool) -> list[Hit]:
    del ahead
    module = importlib.import_module("datefinder")
    found = module.find_dates(text, index=True, base_date=_noon(day))
    return [_day(s, e, when) for when, (s, e) in found]


def _metadate(text: str, day: dt.date, ahead: bool) -> list[Hit]:
    del ahead
    module = importlib.import_module("metadate")
    hits = []
    for found in module.parse_date(text, reference_date=_noon(day), multi=True) or []:
        first, last = found.start_date.date(), (found.end_date - dt.timedelta(seconds=1)).date()
        start, end = min(s for s, _ in found.spans), max(e for _, e in found.spans)
        hits.append(Hit(start, end, first.isoformat(), first, last))
    return hits


def _recognizers(text: str, day: dt.date, ahead: bool) -> list[Hit]:
    module = importlib.import_module("recognizers_date_time")
    hits = []
    for found in module.recognize_datetime(text, module.Culture.English, reference=_noon(day)):
        values = (found.resolution or {}).get("values") or [{}]
        value = values[-1 if ahead else 0]
        first, last = _days_of(value)
        fixed = "X" not in value.get("timex", "X")
        name = value["timex"] if fixed else _named(value, first)
        kind = _TYPES.get(found.type_name.rpartition(".")[2], "DATE")
        hits.append(Hit(found.start, found.end + 1, name, first, last, kind))
    return hits


def _days_of(value: dict[str, str]) -> tuple[dt.date | None, dt.date | None]:
    day = value.get("value") or ""
    if value.get("type") in {"date", "datetime"} and day[:4].isdigit():
        return (dt.date.fromisoformat(day[:10]),) * 2
    first, end = value.get("start"), value.get("end")
    last = dt.date.fromisoformat(end[:10]) - dt.timedelta(days=1) if end and end[:4].isdigit() else None
    return (dt.date.fromisoformat(first[:10]) if first and first[:4].isdigit() else None), last


def _named(value: dict[str, str], first: dt.date | None) -> str:
    """The TIMEX3 value of what recognizers leaves open in its timex ("XXXX-05")."""
    length = len(value.get("timex", ""))
    return first.isoformat()[: length if length in {4, 7} else 10] if first else value.get("timex", "")


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12))


READERS: dict[str, tuple[str, Reader]] = {
    "slated": ("slated", _slated),
    "recognizers-text": ("recognizers_date_time", _recognizers),
    "dateparser": ("dateparser.search", _dateparser),
    "parsedatetime": ("parsedatetime", _parsedatetime),
    "datefinder": ("datefinder", _datefinder),
    "metadate": ("metadate", _metadate),
}


def _present() -> Iterator[tuple[str, Reader]]:
    for name, (module, reader) in READERS.items():
        try:
            importlib.import_module(module)
        except ImportError as why:
            print(f"{name}: left out ({why})")
            continue
        yield name, reader


def _guarded(reader: Reader, text: str, day: dt.date, ahead: bool) -> tuple[list[Hit], int]:
    """What the reader finds, and 1 where it failed on the text."""
    try:
        return reader(text, day, ahead), 0
    except Exception as why:  # noqa: BLE001 a rival's failure is a result, and is counted
        print(f"  failed on {text[:40]!r}: {type(why).__name__}")
        return [], 1


def suite_right(reader: Reader) -> tuple[int, int]:
    """How many of the suite's cases come out with exactly their window, and how many there are."""
    cases = [json.loads(line) for line in SUITE.read_text("utf-8").splitlines()]
    right = sum(_case_right(reader, case) for case in cases)
    return right, len(cases)


def _case_right(reader: Reader, case: dict[str, Any]) -> bool:
    hits, _ = _guarded(reader, case["sentence"], dt.date.fromisoformat(case["created"]), ahead=True)
    wanted = tuple(dt.date.fromisoformat(d) if d else None for d in case["window"] or (None, None))
    if case["phrase"] is None:
        return not any(h.first or h.last for h in hits)
    start = case["sentence"].index(case["phrase"])
    end = start + len(case["phrase"])
    over = [h for h in hits if h.start < end and start < h.end]
    best = max(over, key=lambda h: min(end, h.end) - max(start, h.start), default=None)
    return ((best.first, best.last) if best else (None, None)) == wanted


def main(arguments: list[str]) -> None:
    """Print a row for each reader."""
    limit = int(arguments[arguments.index("--docs") + 1]) if "--docs" in arguments else None
    te3 = scorer()
    docs = list(te3.load(SHARED / "bench" / "te3" / "TimeBank"))[:limit]
    words = sum(len(text.split()) for _, _, text, _ in docs)
    print(f"TimeBank: {len(docs)} documents, {words} words")
    for name, reader in _present():
        right, total = suite_right(reader)
        start, failed, out = time.process_time(), 0, {}
        for source, day, text, _ in docs:
            hits, fault = _guarded(reader, text, dt.date.fromisoformat(day[:10]), ahead=False)
            failed += fault
            out[source] = [{"start": h.start, "end": h.end, "type": h.type, "value": h.value} for h in hits]
        rate = words / (time.process_time() - start)
        score = te3.score(docs, out, ("DATE",))
        print(
            f"{name:18} suite {right:3} of {total}  TimeBank DATE strict {score['strict_f1']:.3f} "
            f"value {score['value_f1']:.3f}  {rate:8,.0f} words/s  failed {failed}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
