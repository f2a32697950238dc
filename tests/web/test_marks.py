"""What fits a page of a long article."""

from __future__ import annotations

from slated.web.marks import Paragraph, Piece, within


def plain(text: str) -> Piece:
    return Piece(text, (), "", ())


def marked(text: str, kind: str = "time") -> Piece:
    return Piece(text, (kind,), "a day", ())


def shown(paragraphs: list[Paragraph]) -> str:
    return "|".join("".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs)


LONG = [Paragraph("paragraph", (plain(f"{i:03d} " + "x" * 96),)) for i in range(100)]


def test_what_fits_is_shown_whole() -> None:
    assert within(LONG, 10_000) == (LONG, True)
    assert within([], 10) == ([], True)


def test_what_does_not_fit_is_cut_at_its_end() -> None:
    kept, whole = within(LONG, 1000)
    assert not whole
    assert len(shown(kept)) < 1100
    assert shown(kept).startswith("000 ")


def test_what_is_told_is_shown_wherever_it_stands() -> None:
    told = [*LONG[:90], Paragraph("paragraph", (plain("before "), marked("told", "told"))), *LONG[90:]]
    kept, whole = within(told, 1000)
    assert not whole
    assert "before told" in shown(kept)
    assert "089" in shown(kept)


def test_marks_count_with_their_markup_and_one_huge_word_is_cut() -> None:
    many = [Paragraph("paragraph", tuple(marked("May 5") for _ in range(1000)))]
    kept, whole = within(many, 2000)
    assert not whole
    assert len(kept[0].pieces) < 20
    kept, whole = within([Paragraph("paragraph", (plain("y" * 5000),))], 1000)
    assert shown(kept) == "y" * 1000 + " …"
