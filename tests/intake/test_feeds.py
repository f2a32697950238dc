from __future__ import annotations

import datetime as dt
import io

from slated.intake.feeds import read_feed
from slated.intake.refusal import Refusal
from slated.model import Capture

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Lowland News</title><language>en-GB</language>
<item><title>Bridge to reopen</title><link>https://lowland.example/bridge</link><guid>tag:bridge</guid>
<pubDate>Mon, 04 Mar 2019 23:30:00 -0500</pubDate>
<content:encoded><![CDATA[<p>The bridge will reopen in May.</p>]]></content:encoded>
<description>Short.</description></item>
<item><title>Ferry &amp; tolls</title><link>https://lowland.example/ferry</link>
<description>&lt;p&gt;Tolls rise on Friday.&lt;/p&gt;</description></item>
<item><title>Nothing in it</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Highland</title>
<entry><id>urn:1</id><title>Vote set</title><updated>2019-05-02T08:00:00Z</updated>
<link href="https://highland.example/vote"/>
<content type="html">&lt;p&gt;The vote is on May 9.&lt;/p&gt;</content></entry></feed>"""


def read(content: str) -> list[Capture | Refusal]:
    return list(read_feed(io.BytesIO(content.encode()), "news.xml", "news"))


def test_an_rss_item_is_a_page_with_what_the_feed_says() -> None:
    first, second, third = read(RSS)
    assert first == Capture(
        "news.xml, entry 1",
        "tag:bridge",
        "html",
        "<p>The bridge will reopen in May.</p>",
        "https://lowland.example/bridge",
        "Bridge to reopen",
        dt.date(2019, 3, 4),
        "Lowland News",
        "en",
    )
    assert isinstance(second, Capture)
    assert (second.title, second.content) == ("Ferry & tolls", "<p>Tolls rise on Friday.</p>")
    assert (second.source_id, second.published) == ("https://lowland.example/ferry", None)
    assert third == Refusal("news.xml, entry 3", "neither content nor summary")


def test_an_atom_entry_is_a_page() -> None:
    (entry,) = read(ATOM)
    assert isinstance(entry, Capture)
    assert (entry.source_id, entry.published, entry.outlet) == ("urn:1", dt.date(2019, 5, 2), "Highland")


def test_a_malformed_feed_is_told_and_read_as_far_as_it_goes() -> None:
    found = read(RSS.replace("</channel></rss>", "<item><title>a & b</title>"))
    assert sum(isinstance(one, Capture) for one in found) == 2
    assert any(isinstance(one, Refusal) and "malformed feed" in one.reason for one in found)


def test_xml_that_is_no_feed_is_refused() -> None:
    (refusal,) = read("<note><to>you</to></note>")
    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith("no RSS or Atom entries")


def test_a_feed_that_breaks_the_parser_is_refused() -> None:
    (refusal,) = read(RSS.replace("Short.", "&#x110000; is no character"))
    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith("malformed feed: ")
