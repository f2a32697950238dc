"""Launch dates as they were stated over months: every string a window, every history its slips.

    python benchmarks/tracking/launch_slips.py [--errors]

Each date cell of ../shared/bench/launch_slips is put into a short sentence, read by the time part
and tracked as one statement of its launch. The windows are compared with those of a small parser
of these cells' own forms, kept apart from the product, and 200 of them with windows that were
checked by hand (``data/launch_strings.tsv``: every rare form, the rest drawn by lot); the slip
histories with what the parser's windows say by a definition of their own, in sets of days.
"""

from __future__ import annotations

import argparse
import calendar
import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from slated.model import (
    Article,
    Block,
    CreationTime,
    EventMention,
    Participant,
    Reading,
    Span,
    StatedWindow,
    Window,
)
from slated.reading.timex import read_times
from slated.tracking import track
from slated.tracking.moves import is_move

FOLDER = Path(__file__).resolve().parents[3] / "shared/bench/launch_slips"
MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name}
THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (20, 31)}
CELL = re.compile(
    r"(?:(?P<third>early|mid|late)[ -])?(?:(?P<a>\d{1,2})(?:[–-](?P<b>\d{1,2}))? )?"
    r"(?P<month>[a-z]{3})[a-z]*\.?(?: (?P<day>\d{1,2})(?!\d))?(?:,? (?P<year>\d{4}))?"
)


@dataclass(frozen=True)
class Stated:
    """One cell: the day it was seen and its date in words, the year of its page added."""

    seen: dt.date
    words: str


@dataclass(frozen=True)
class Written:
    """A statement as an article with its reading."""

    article: Article
    reading: Reading


def histories() -> Iterator[tuple[str, list[Stated]]]:
    """The launches with their date cells in order of sight; cells without a date are left out."""
    for file in sorted(FOLDER.glob("*.jsonl")):
        for number, line in enumerate(file.read_text("utf-8").splitlines()):
            row = json.loads(line)
            stated = [s for h in row["history"] if (s := _stated(h, "wikipedia" in file.stem))]
            if stated:
                yield f"{file.stem[:9]}-{number}", sorted(stated, key=lambda s: s.seen)


def _stated(entry: dict[str, str], page_of_2022: bool) -> Stated | None:
    words = entry.get("date") or entry.get("genDate") or ""
    words = words.partition("T")[0] if re.match(r"\d{4}-\d\d-\d\dT", words) else words
    words = re.sub(r"(?<=[a-z])[~≈]?\d{1,2}:.*", "", words.replace("(TBD)", "")).strip()
    if not words or "←" in words or words.upper() in ("PENDING", "SCRUBBED"):
        return None
    if page_of_2022 and not re.search(r"\d{4}", words):
        words += " 2022"
    return Stated(dt.date.fromisoformat(entry["seen"][:10]), words)


def expected(stated: Stated) -> Window | None:
    """The window of a cell by the forms that these cells have; None for any other."""
    words = stated.words.lower()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return Window.on(dt.date.fromisoformat(words))
    if part := re.fullmatch(r"(?:q(?P<q>\d)|h(?P<h>\d)|(?P<t>late|early|mid))? ?(?P<year>\d{4})", words):
        first, last = (3 * int(part["q"]) - 2, 3 * int(part["q"])) if part["q"] else (1, 12)
        if part["h"]:
            first, last = 6 * int(part["h"]) - 5, 6 * int(part["h"])
        if part["t"]:
            return None
        return _months(int(part["year"]), first, last)
    cell = CELL.fullmatch(words)
    if cell is None or cell["month"] not in MONTHS:
        return None
    month = MONTHS[cell["month"]]
    year = int(cell["year"]) if cell["year"] else _nearest(stated.seen, month)
    first_day = cell["a"] or cell["day"]
    if first_day:
        return Window(dt.date(year, month, int(first_day)), dt.date(year, month, int(cell["b"] or first_day)))
    whole = _months(year, month, month)
    if not cell["third"] or whole.latest is None:
        return whole
    a, b = THIRDS[cell["third"]]
    return Window(dt.date(year, month, a), dt.date(year, month, min(b, whole.latest.day)))


def _months(year: int, first: int, last: int) -> Window:
    return Window(dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1]))


def _nearest(seen: dt.date, month: int) -> int:
    return seen.year if month >= seen.month - 2 else seen.year + 1


def read(stated: Stated) -> StatedWindow | None:
    """What the time part makes of the cell in a sentence that looks ahead."""
    text = f"The launch is planned for {stated.words}."
    created = CreationTime(stated.seen, stated.seen, "given", str(stated.seen))
    phrases = read_times(text, created, lambda _a, _b: "future").phrases
    return phrases[0].when if phrases else None


def written(launch: str, number: int, stated: Stated, when: StatedWindow | None) -> Written:
    """The statement as an article with one mention of its launch."""
    text = f"The launch is planned for {stated.words}."
    name = f"{launch}-{number:03d}"
    created = CreationTime(stated.seen, stated.seen, "given", str(stated.seen))
    article = Article(
        name, name, None, "Schedule", None, None, "en", text, created, (Block(0, len(text), "paragraph"),)
    )
    mention = EventMention(
        trigger=Span(4, 10, "launch"),
        event_class="launch",
        title="launch",
        head="launch",
        evidence=Span(0, len(text), text),
        status="scheduled",
        participants=(Participant(launch, launch, "theme", "person"),),
        window=when,
    )
    return Written(article, Reading(name, mentions=(mention,)))


@dataclass(frozen=True)
class Slip:
    """A move as the strings tell it: from one window to another, which way, by how many days."""

    before: str
    after: str
    way: str
    days: int


def slips(windows: list[Window]) -> list[Slip]:
    """Each move from one window to the next: elsewhere, or to fewer of the same days."""
    found, held = [], windows[0]
    for window in windows[1:]:
        old, new = days_of(held), days_of(window)
        if new >= old:  # the same days, or a vaguer word for them
            continue
        way, days = "narrowed", len(old) - len(new)
        if not new < old:
            way, days = ("later" if min(new) > min(old) else "earlier"), abs(min(new) - min(old))
            if min(new) == min(old) or (old & new and (min(new) > min(old)) != (max(new) > max(old))):
                raise ValueError(f"no plain move: {held} to {window}")
        found.append(Slip(str(held), str(window), way, days))
        held = window
    return found


def days_of(window: Window) -> set[int]:
    """The days of a window, as ordinals."""
    if window.earliest is None or window.latest is None:
        raise ValueError(f"{window} is open")
    return set(range(window.earliest.toordinal(), window.latest.toordinal() + 1))


def checked_by_hand() -> Iterator[tuple[Stated, str]]:
    """The cells whose windows were checked by hand, with these."""
    lines = (Path(__file__).parent / "data/launch_strings.tsv").read_text("utf-8").splitlines()
    for seen, words, window in (line.split("\t") for line in lines[1:]):
        yield Stated(dt.date.fromisoformat(seen), words), window


def measure_hand(errors: bool) -> None:
    """Print how many of the windows checked by hand are right."""
    cells = list(checked_by_hand())
    right = 0
    for stated, window in cells:
        when = read(stated)
        right += when is not None and str(when.window) == window
        if errors and (when is None or str(when.window) != window):
            print(f"by hand: {stated.seen} {stated.words!r}: {window}, got {when.window if when else None}")
    print(f"windows checked by hand: {right}/{len(cells)} right ({right / len(cells):.4f})")


def main(argv: list[str]) -> None:
    """Print the shares of windows and of slip histories that are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args(argv)
    right = cells = unjudged = told = launches = moved = 0
    for launch, history in histories():
        whens = [read(s) for s in history]
        for stated, when in zip(history, whens, strict=True):
            want = expected(stated)
            got = when.window if when else None
            unjudged += want is None
            cells += want is not None
            right += want is not None and want == got
            if given.errors and want != got:
                print(f"{stated.seen} {stated.words!r}: expected {want}, got {got}")
        events = track(
            [written(launch, n, s, w) for n, (s, w) in enumerate(zip(history, whens, strict=True))]
        )
        by_day = {s.seen: want for s in history if (want := expected(s)) is not None and want.latest}
        fresh = [w for seen, w in by_day.items() if w.latest is not None and w.latest >= seen]
        if fresh:
            launches += 1
            moved += bool(slips(fresh))
            found = [
                Slip(str(r.before), str(r.after), str(r.move), r.days or 0)
                for e in events
                for r in e.revisions
                if is_move(r)
            ]
            told += len(events) == 1 and found == slips(fresh)
            if given.errors and (len(events) != 1 or found != slips(fresh)):
                print(f"{launch}: {len(events)} events, expected {slips(fresh)}, got {found}")
    print(f"windows: {right}/{cells} right ({right / cells:.4f}), {unjudged} cells of no known form")
    measure_hand(given.errors)
    print(
        f"slip histories: {told}/{launches} as the strings say ({told / launches:.4f}), "
        f"{moved} of them with moves"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
