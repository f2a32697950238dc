"""The pages as a browser gets them, without one."""

from __future__ import annotations

import re
import sqlite3
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

PAGES = [
    "/",
    "/?show=past",
    "/?show=all&text=summit&status=occurred&status=postponed&class=meeting&from=2023-01-01&to=2023-12-31",
    "/?as_of=2023-03-30",
    "/?text=&actor=&place=&outlet=&class=&from=&to=&since=&as_of=&status=",
    "/search",
    "/search?q=meridan",
    "/actors/egypt",
    "/places/abu%20dhabi",
    "/outlets/Delta%20Post",
    "/about",
    "/changes?since=2023-03-01",
    "/changes?since=2023-03-01&place=nairobi&as_of=2023-04-15",
]


class Page(HTMLParser):
    """The elements and the visible words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def summit(ledger: Path) -> str:
    rows = sqlite3.connect(ledger).execute(
        "select event_id from reports group by event_id order by count(*) desc limit 1"
    )
    return str(rows.fetchone()[0])


@pytest.mark.parametrize("path", PAGES)
def test_pages_answer_without_scripts_or_addresses_of_others(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert len(answer.content) < 300_000
    page = Page(answer.text)
    for tag, attributes in page.elements:
        assert tag not in ("iframe", "object", "embed"), tag
        assert tag != "script" or attributes == {"type": "application/ld+json"}
        assert not [name for name in attributes if name.startswith("on") or name == "style"], attributes
        for name in ("src", "href", "action"):
            assert not (attributes.get(name) or "").startswith(("http", "//", "javascript:")), attributes


def test_every_link_of_a_page_leads_somewhere(client: TestClient, sample_ledger: Path) -> None:
    for path in ("/", f"/events/{summit(sample_ledger)}", "/search?q=summit", "/outlets/Delta%20Post"):
        page = Page(client.get(path).text)
        links = {a["href"] for tag, a in page.elements if tag == "a" and a.get("href")}
        for link in sorted(link for link in links if link and link.startswith("/")):
            assert client.get(link).status_code == 200, link


def test_every_event_and_article_has_its_page(client: TestClient, sample_ledger: Path) -> None:
    connection = sqlite3.connect(sample_ledger)
    for (event,) in connection.execute("select event_id from tracked_events"):
        assert client.get(f"/events/{event}").status_code == 200, event
    for (document,) in connection.execute("select document_id from articles"):
        assert client.get(f"/articles/{document}").status_code == 200, document


def test_the_slate_filters_by_its_address(client: TestClient) -> None:
    every = client.get("/?show=all").text
    some = client.get("/?show=all&place=nairobi").text
    assert some.count('<li class="line') < every.count('<li class="line')
    assert "Nothing fits these filters" in client.get("/?text=no+such+words").text


def test_the_past_shows_nothing_published_later(client: TestClient, sample_ledger: Path) -> None:
    event = summit(sample_ledger)
    now = client.get(f"/events/{event}").text
    then = client.get(f"/events/{event}?as_of=2023-03-01").text
    assert "26 May 2023" in now
    assert "26 May 2023" not in then
    assert "As it stood on" in then
    links = [
        a["href"] or ""
        for tag, a in Page(then).elements
        if tag == "a" and "/articles/" in (a.get("href") or "")
    ]
    assert links
    assert all("as_of=2023-03-01" in link for link in links)


def test_an_article_of_later_is_not_there_yet(client: TestClient, sample_ledger: Path) -> None:
    rows = sqlite3.connect(sample_ledger).execute("select document_id from articles order by published desc")
    latest = rows.fetchone()[0]
    assert client.get(f"/articles/{latest}").status_code == 200
    assert client.get(f"/articles/{latest}?as_of=2023-01-31").status_code == 404


def test_an_event_shows_its_chart_its_table_and_its_words(client: TestClient, sample_ledger: Path) -> None:
    page = client.get(f"/events/{summit(sample_ledger)}").text
    assert 'class="slip"' in page
    assert "The chart as a table" in page
    assert page.count("<blockquote") >= 8
    quote = re.search(r'href="(/articles/[^"]+#told)"', page)
    assert quote
    article = client.get(quote[1].replace("&amp;", "&").partition("#")[0]).text
    assert 'id="told"' in article
    assert "k-told" in article


def test_charts_leave_as_files(client: TestClient, sample_ledger: Path) -> None:
    event = summit(sample_ledger)
    drawing = client.get(f"/events/{event}/slip.svg")
    assert drawing.headers["content-type"].startswith("image/svg+xml")
    assert "<style>" in drawing.text
    assert client.get(f"/events/{event}/slip.png").content.startswith(b"\x89PNG")


@pytest.mark.parametrize("question", ["meridan", "Meridain", "abu dabi", "Egipt", "harbor courier"])
def test_search_forgives_typos_in_names(client: TestClient, question: str) -> None:
    assert "Nothing in the ledger" not in client.get("/search", params={"q": question}).text


def test_search_finds_sentences_and_leads_to_them(client: TestClient) -> None:
    page = client.get("/search?q=filling+of+the+dam").text
    assert "<mark>filling</mark>" in page


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/?from=yesterday", "YYYY-MM-DD"),
        ("/?as_of=2023-02-30", "YYYY-MM-DD"),
        ("/?from=2023-05-01&to=2023-04-01", "is after"),
        ("/?since=2023-05-01&as_of=2023-04-01", "is after"),
        ("/?status=sure", "status"),
        ("/?class=party", "class"),
        ("/?page=0", "page"),
        ("/?page=1e9", "page"),
        ("/?text=" + "x" * 300, "text"),
    ],
)
def test_bad_parameters_are_answered_with_one_sentence(client: TestClient, path: str, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert words in answer.text
    assert len(answer.text) < 1500


@pytest.mark.parametrize(
    "path", ["/events/none-0000", "/articles/none", "/actors/nobody", "/nowhere", "/sources/"]
)
def test_what_is_not_there_is_a_404(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_what_comes_from_pages_is_never_markup(hostile: TestClient, hostile_ledger: Path) -> None:
    connection = sqlite3.connect(hostile_ledger)
    events = [f"/events/{i}" for (i,) in connection.execute("select event_id from tracked_events")]
    articles = [f"/articles/{i}" for (i,) in connection.execute("select document_id from articles")]
    outlet = connection.execute("select distinct outlet from articles").fetchone()[0]
    assert events
    paths = [
        "/",
        "/?show=all",
        *events,
        *articles,
        "/search?q=oslo",
        "/search?q=%3Cscript%3E%00",
        "/search?q=%22*",
    ]
    for path in paths:
        answer = hostile.get(path)
        assert answer.status_code == 200, path
        assert len(answer.content) < 300_000, path
        page = Page(answer.text)
        for tag, attributes in page.elements:
            assert tag not in ("img", "b", "i", "iframe"), (path, tag)
            assert tag != "script" or attributes == {"type": "application/ld+json"}, path
            assert not [name for name in attributes if name.startswith("on")], (path, attributes)
            assert not (attributes.get("href") or "").startswith("javascript:"), path
        assert answer.text.count("</script") == answer.text.count("<script") <= 1, path
        assert "49" not in re.findall(r"\b49\b", page.words), path
    assert hostile.get("/outlets/" + outlet.replace("/", "%2F").replace("?", "%3F")).status_code == 200
    for event in events:
        assert hostile.get(f"{event}/slip.svg").status_code == 200
        assert hostile.get(f"{event}/slip.png").status_code == 200


def test_a_long_article_is_shown_in_part_with_what_is_told(
    client: TestClient, sample_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("slated.web.pages._LETTERS", 900)
    connection = sqlite3.connect(sample_ledger)
    document, length = connection.execute(
        "select document_id, length(text) from articles order by length(text) desc"
    ).fetchone()
    connection.close()
    page = client.get(f"/articles/{document}?start={length - 40}&end={length - 1}").text
    assert "Only a part of this long article" in page
    assert 'id="told"' in page
    assert "Only a part" in client.get(f"/articles/{document}").text


def test_filters_are_shown_and_can_be_dropped_one_by_one(client: TestClient) -> None:
    page = Page(client.get("/?show=all&place=nairobi&status=occurred&status=in_doubt").text)
    links = [a["href"] for tag, a in page.elements if tag == "a"]
    assert "/?place=nairobi&show=all&status=in_doubt" in links
    assert "/?show=all&status=occurred&status=in_doubt" in links
    assert "place: nairobi" in page.words
    assert "status: in doubt" in page.words


def test_a_day_before_the_first_report_says_so(client: TestClient, sample_ledger: Path) -> None:
    answer = client.get(f"/events/{summit(sample_ledger)}?as_of=2023-01-02")
    assert answer.status_code == 404
    assert "By 2023-01-02 nobody had told of" in answer.text
    assert "the first report of it is of 2023-01-17" in answer.text


def test_an_article_says_on_what_its_day_rests(client: TestClient, sample_ledger: Path) -> None:
    known = sqlite3.connect(sample_ledger)
    said = {"given": "the day came with the page", "visible": "by a line of the page", "metadata": "metadata"}
    for document, method in known.execute("select document_id, creation_time_method from articles"):
        assert said.get(method, "") in client.get(f"/articles/{document}").text


def test_an_open_window_runs_to_the_edge_of_the_axis(client: TestClient) -> None:
    page = Page(client.get("/?show=all").text)
    bars = [a for tag, a in page.elements if tag == "rect" and "bar-" in (a.get("class") or "")]
    unbounded = [a for a in bars if "open" in (a.get("class") or "")]
    ends = [float((a["x"] or "")[:-1]) + float((a["width"] or "")[:-1]) for a in unbounded]
    assert ends
    assert any(end >= 99.9 for end in ends)


def test_a_name_that_is_spelt_in_two_ways_is_found_once(client: TestClient) -> None:
    page = Page(client.get("/search?q=nairobi").text)
    links = [
        a["href"] for tag, a in page.elements if tag == "a" and (a.get("href") or "").startswith("/places/")
    ]
    assert links
    assert len(links) == len(set(links))


def test_a_page_gives_no_advice_for_the_command_line(client: TestClient) -> None:
    answer = client.get("/events/nothing-of-the-kind")
    assert "No tracked event is called" in answer.text
    assert "`" not in answer.text
