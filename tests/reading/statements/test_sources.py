from __future__ import annotations

from collections.abc import Callable

import pytest

from slated.model import Statement

Read = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Anna Weber", "named"),
        ("A diplomatic source", "anonymous"),
        ("Observers", "anonymous"),
        ("People familiar with the matter", "anonymous"),
        ("Two officials", "anonymous"),
        ("Reuters", "outlet"),
        ("The New York Times", "outlet"),
        ("A new report", "outlet"),
        ("The newspaper", "outlet"),
        ("The ministry", "named"),
        ("A spokeswoman for the ministry", "named"),
        ("Ministry officials", "anonymous"),
        ("We", "narrator"),
    ],
)
def test_kinds_of_source(read: Read, source: str, kind: str) -> None:
    (statement,) = read(f"{source} said the vote would be put off.")
    assert statement.source is not None
    assert (statement.source.name, statement.source.kind) == (source, kind)


def test_a_name_leaves_out_what_is_said_about_it(read: Read) -> None:
    (statement,) = read("Anna Weber, who heads the union, said the vote was off.")
    assert statement.source is not None
    assert statement.source.name == "Anna Weber"
    assert statement.source.span is not None
    assert statement.source.span.text == "Anna Weber, who heads the union"
