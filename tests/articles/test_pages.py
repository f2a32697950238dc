"""One outlet's style, one page, one expected answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from slated.articles import make_article
from slated.model import Capture
from slated.model.documents import CaptureKind

PAGES = Path(__file__).with_name("pages")


@dataclass(frozen=True)
class Expected:
    title: str
    outlet: str | None
    byline: str | None
    day: dt.date | None
    method: str
    starts: str
    ends: str
    paragraphs: int
    captions: tuple[str, ...] = ()
    subheadlines: tuple[str, ...] = ()
    language: str = "en"
    opinion: bool = False
    evidence: str = ""


EXPECTED = {
    "wordpress.html": Expected(
        title="Harbour tunnel now due to open in autumn",
        outlet="Saltmarsh Voice",
        byline="Nell Garrod",
        day=dt.date(2021, 5, 18),
        method="metadata",
        evidence="time marked as published: 2021-05-18T07:30:00+01:00",
        starts="The harbour tunnel will not open before autumn",
        ends="The county is to report again on June 14.",
        paragraphs=4,
        captions=("The east portal of the tunnel, seen from the ferry slip. Photo: Nell Garrod",),
        subheadlines=("Buses to keep the long way round",),
    ),
    "wire.html": Expected(
        title="Port strike talks to resume Thursday",
        outlet="Continental Wire",
        byline="Ines Falk, Robin Osei",
        day=dt.date(2020, 2, 3),
        method="metadata",
        evidence="JSON-LD datePublished: 2020-02-03T21:14:00Z",
        starts="ROTTERDAM, Feb 3 (Continental Wire) - Dock workers",
        ends="according to the port authority.",
        paragraphs=4,
    ),
    "tables.html": Expected(
        title="Bypass inquiry put back to the new year",
        outlet="Glenmoor Chronicle",
        byline=None,
        day=dt.date(2009, 10, 14),
        method="visible",
        evidence="Posted: 11:20 GMT, 14 October 2009",
        starts="The public inquiry into the Glenmoor bypass",
        ends="unable to plan for the spring.",
        paragraphs=4,
    ),
    "broadcaster.html": Expected(
        title="Satellite launch slips again after leak",
        outlet="Channel North",
        byline="Tor Hagen",
        day=dt.date(2022, 9, 12),
        method="metadata",
        evidence="time below the headline: 2022-09-12T10:05:00.000Z",
        starts="The launch of a small weather satellite",
        ends="the next chance comes on 4 October.",
        paragraphs=4,
        captions=("Technicians on the pad last week. Image: Getty Images",),
        subheadlines=("New date depends on the weather in the north",),
    ),
    "opinion.html": Expected(
        title="The vote that keeps moving",
        outlet="The Upland Review",
        byline="Clara Innes",
        day=dt.date(2019, 11, 2),
        method="metadata",
        evidence="meta dc.date.issued: 2019-11-02",
        starts="First it was to be held in March",
        ends="That was in August.",
        paragraphs=3,
        opinion=True,
    ),
    "deutsch.html": Expected(
        title="Sanierung der Brücke verschoben",
        outlet=None,
        byline=None,
        day=dt.date(2020, 3, 5),
        method="visible",
        evidence="Veröffentlicht am 5. März 2020, 14:10 Uhr",
        starts="Die Sanierung der alten Brücke",
        ends="eine Umleitung eingerichtet.",
        paragraphs=3,
        language="de",
    ),
    "posted_modified.txt": Expected(
        title="Island ferry contract likely to be signed in spring, officials say",
        outlet=None,
        byline="Ahn Seo-yun, staff reporter",
        day=dt.date(2017, 12, 5),
        method="visible",
        evidence="Posted on : 2017-12-05 18:40 KST Modified on : 2017-12-06 09:15 KST",
        starts="A contract for four new ferries",
        ends="provided that parliament approves the money this week.",
        paragraphs=4,
        captions=(
            "Workers at a yard in Mokpo finish the hull of a car ferry on Dec. 1. (Coast Monthly/Yonhap)",
        ),
        subheadlines=("Yards in Mokpo and Busan both still in the running", "First ferry could sail in 2020"),
    ),
    "comment_form.txt": Expected(
        title="Will the observatory finally open? Maybe in June, says its builder",
        outlet=None,
        byline=None,
        day=None,
        method="unknown",
        starts="The observatory on Kestrel Hill",
        ends="according to the builder.",
        paragraphs=5,
        subheadlines=("The hard part",),
    ),
    "masthead.txt": Expected(
        title="Judge moves quarry hearing to September 9",
        outlet="The Quarry Times",
        byline="Ada Lindqvist, The Quarry Times",
        day=dt.date(2015, 8, 21),
        method="visible",
        evidence="By Ada Lindqvist, The Quarry Times, Aug 21, 2015 at 6:02 p.m.",
        starts="A hearing on whether the Hollow Road quarry",
        ends="before the end of the year.",
        paragraphs=5,
    ),
    "updated_only.txt": Expected(
        title="Canal toll rise delayed until after the monsoon",
        outlet=None,
        byline=None,
        day=dt.date(2020, 3, 3),
        method="visible",
        evidence="Last updated: Tue, 3 Mar 2020 07:44 GMT",
        starts="The canal authority will not raise its tolls",
        ends="in early trading.",
        paragraphs=3,
    ),
}


def test_every_page_has_its_answer() -> None:
    assert {path.name for path in PAGES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_the_expected_article(name: str) -> None:
    path, expected = PAGES / name, EXPECTED[name]
    kind: CaptureKind = "html" if path.suffix == ".html" else "crawl"
    article = make_article(Capture(str(path), path.stem, kind, path.read_text("utf-8")))
    words: dict[str, list[str]] = {"paragraph": [], "caption": [], "subheadline": []}
    for block in article.blocks:
        words[block.kind].append(article.text[block.start : block.end])
    assert article.title == expected.title
    assert (article.outlet, article.byline) == (expected.outlet, expected.byline)
    created = article.creation_time
    assert (created.day, created.method, created.evidence) == (
        expected.day,
        expected.method,
        expected.evidence,
    )
    assert (article.language, article.opinion) == (expected.language, expected.opinion)
    assert tuple(words["caption"]) == expected.captions
    assert tuple(words["subheadline"]) == expected.subheadlines
    assert words["paragraph"][0].startswith(expected.starts)
    assert words["paragraph"][-1].endswith(expected.ends)
    assert len(words["paragraph"]) == expected.paragraphs
