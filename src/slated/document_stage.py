"""Captures -> articles -> readings, one document at a time: pure and picklable."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain, islice
from pathlib import Path

from slated.errors import BadDocument, InputError
from slated.intake import Refusal
from slated.model import Article, Capture, ExplainedSentence, Reading


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article and all that was found in it."""

    article: Article
    reading: Reading


def read_capture(capture: Capture) -> ReadArticle:
    """Make the article of a capture and read it; raises ``BadDocument`` where it holds no text."""
    # BLAS reads this when numpy is loaded. Sentences are too short for threads: where others use
    # the cores too, a document took ten times as long on two threads as on one.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # here, so that looking into a ledger loads no parser
    from slated.articles import make_article
    from slated.reading import infer_creation_time, read_article

    article = make_article(capture)
    if article.creation_time.day is None:
        article = replace(article, creation_time=infer_creation_time(article))
    return ReadArticle(article, read_article(article))


def explain(read: ReadArticle) -> tuple[ExplainedSentence, ...]:
    """How an article was read, sentence by sentence: ``slated extract --explain``."""
    from slated.reading import explain_article

    return explain_article(read.article)


def try_capture(found: Capture | Refusal) -> ReadArticle | Refusal:
    """``read_capture``, with a refusal in the place of an error; a refusal is passed on.

    One document that trips the program must not cost the other million: whatever it raises is
    kept as the reason, under the name of the error.
    """
    if isinstance(found, Refusal):
        return found
    try:
        return read_capture(found)
    except InputError as error:
        return Refusal(found.origin, _one_line(str(error).removeprefix(f"{found.origin}: ")))
    except Exception as error:  # noqa: BLE001 - see the docstring
        return Refusal(found.origin, _one_line(f"cannot be read: {type(error).__name__}: {error}"))


def read_all(found: Iterable[Capture | Refusal], jobs: int | None = None) -> Iterator[ReadArticle | Refusal]:
    """The reading of every capture, or its refusal, lazily and in order.

    ``jobs``: how many cores to use (None: all); few captures are read on one.
    """
    from slated.engines import WORTH_WORKERS, choose_engine

    waiting = iter(found)
    first = list(islice(waiting, WORTH_WORKERS)) if jobs != 1 else []
    return choose_engine(jobs, len(first)).run(try_capture, chain(first, waiting), give_up)


def extract(
    pages: str | Path | Capture | Iterable[str | Path | Capture],
    *,
    jobs: int | None = None,
    refused: Callable[[Refusal], object] | None = None,
) -> Iterator[ReadArticle]:
    """What is found in each document of files, folders and captures, in their order.

    ``jobs``: how many cores to use (None: all). What cannot be read is given to ``refused``;
    without it, it raises ``BadDocument``.

    >>> for read in extract("pages/", refused=print):  # doctest: +SKIP
    ...     print(read.article.title, [timex.value for timex in read.reading.timexes])
    """
    given = [pages] if isinstance(pages, str | Path | Capture) else pages
    for result in read_all(_captures(given), jobs):
        if isinstance(result, ReadArticle):
            yield result
        elif refused is None:
            raise BadDocument(str(result))
        else:
            refused(result)


def read_text(text: str, published: dt.date | None = None, title: str | None = None) -> ReadArticle:
    """What is found in a text that was written on the day ``published``, where that is known.

    >>> read = read_text("The summit will take place on May 5.", dt.date(2023, 4, 1))  # doctest: +SKIP
    >>> read.reading.mentions[0].window.window  # doctest: +SKIP
    Window(earliest=datetime.date(2023, 5, 5), latest=datetime.date(2023, 5, 5))
    """
    return read_capture(Capture("text", "text", "text", text, title=title, published=published))


def _captures(pages: Iterable[str | Path | Capture]) -> Iterator[Capture | Refusal]:
    from slated.intake import find_captures

    for page in pages:
        if isinstance(page, Capture):
            yield page
        else:
            yield from find_captures([str(page)])


def give_up(found: Capture | Refusal) -> Refusal:
    """The refusal of a capture over which its worker died, again and again."""
    return Refusal(found.origin, "cannot be read: the worker that read it died")


@cache
def reader_version() -> str:
    """A digest of the code and word lists that articles and readings come from.

    A ledger keeps it with every article, and an article read by another version is read again.
    """
    return _digest_of("articles", "reading")


@cache
def tracker_version() -> str:
    """A digest of the code and word lists that tracked events come from; see ``reader_version``."""
    return _digest_of("tracking")


def _digest_of(*rooms: str) -> str:
    digest = hashlib.sha256()
    for room in rooms:
        for name, content in sorted(_sources(resources.files("slated").joinpath(room), room)):
            digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:16]


def _sources(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _sources(entry, f"{name}/{entry.name}")
        elif not entry.name.endswith(".pyc"):
            found.append((f"{name}/{entry.name}", entry.read_bytes()))
    return found


def _one_line(reason: str) -> str:
    return " ".join(reason.split())
