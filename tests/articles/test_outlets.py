from __future__ import annotations

import pytest

from slated.articles.header import find_outlet
from slated.articles.outlets import outlet_of


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.nytimes.com/2018/03/06/world/x.html", "The New York Times"),
        ("https://english.hani.co.kr/arti/1", "Hankyoreh"),
        ("http://EDITION.CNN.COM/x", "CNN"),
        ("https://www.saltmarsh-voice.example/x", "saltmarsh-voice.example"),
        ("https://amp.example.org/x", "example.org"),
        ("https://notcnn.com/x", "notcnn.com"),
        ("ftp://cnn.com/x", None),
        ("no address", None),
        ("http://[bad", None),
        (None, None),
    ],
)
def test_an_address_names_its_outlet(url: str | None, outlet: str | None) -> None:
    assert outlet_of(url) == outlet


def test_only_known_hosts_where_asked() -> None:
    assert outlet_of("https://example.org", only_known=True) is None


@pytest.mark.parametrize(
    ("above", "furniture", "outlet"),
    [
        (["THE QUARRY TIMES", "World"], [], "The Quarry Times"),
        (["The Tagus Herald | News in English"], [], "The Tagus Herald"),
        ([], ["Copyright (c) 2015 The Ford. All rights reserved."], "The Ford"),
        ([], ["© 2019-2021 Lowland Media | Imprint"], "Lowland Media"),
        ([], ["Copyright Delta Post. Reproduction without permission is forbidden."], "Delta Post"),
        ([], ["Write to desk@koreatimes.co.kr"], "The Korea Times"),
        ([], ["Write to desk@example.org"], None),
        (["Latest news from the valley today and every other day"], [], None),
        (["Politics"], ["All rights reserved."], None),
    ],
)
def test_the_head_and_foot_of_a_page_name_its_outlet(
    above: list[str], furniture: list[str], outlet: str | None
) -> None:
    assert find_outlet(above, furniture) == outlet
