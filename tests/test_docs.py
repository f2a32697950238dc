"""The documentation follows the code."""

from __future__ import annotations

import datetime as dt
import json
import re
import shlex
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
import typer.main

from scripts import write_docs
from slated.cli.app import app
from slated.document_stage import read_text
from slated.ledger import ReadSummary
from slated.model import Change, Contradiction, Revision, Ruling, Say, documents, readings, tracked
from slated.outputs.contract import article_record, change_record, event_record
from slated.outputs.summary import summary_record
from slated.reading.lexicon import load_table
from slated.tracking import track

ROOT = write_docs.ROOT
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
VOCABULARY = (ROOT / "docs" / "explanation" / "vocabulary.md").read_text("utf-8")
JSON_PAGE = (ROOT / "docs" / "reference" / "json.md").read_text("utf-8")
REMAKE = "run: python -m scripts.write_docs"


def test_every_command_and_option_is_documented() -> None:
    assert write_docs.COMMANDS.read_text("utf-8") == write_docs.commands_page(), REMAKE


def test_every_option_says_what_it_does() -> None:
    root: Any = typer.main.get_command(app)
    for name, command in write_docs.commands_of(root):
        assert command.help, name
        for parameter in command.params:
            assert parameter.help, f"{name} {parameter.name}"


def test_every_public_name_is_documented() -> None:
    assert write_docs.PYTHON.read_text("utf-8") == write_docs.python_page(), REMAKE


def test_every_table_of_the_ledger_is_documented() -> None:
    assert write_docs.LEDGER.read_text("utf-8") == write_docs.ledger_page(), REMAKE


def test_the_paragraph_is_read_as_the_page_shows() -> None:
    assert write_docs.PARAGRAPH.read_text("utf-8") == write_docs.paragraph_page(), REMAKE


def keys_of(record: Any) -> set[str]:
    if isinstance(record, dict):
        return set(record) | {key for value in record.values() for key in keys_of(value)}
    if isinstance(record, list):
        return {key for value in record for key in keys_of(value)}
    return set()


def test_every_json_key_is_documented() -> None:
    text = (
        "The treaty talks are likely to be held in Geneva in late May or early June if the experts "
        "agree, the minister said on Monday. The talks had been scheduled for April."
    )
    read = read_text(text, title="Talks expected in May")
    records: list[Any] = [article_record(read), summary_record(ReadSummary(0, 0, 0, 0, ()))]
    records += [event_record(event) for event in track([read])]
    day = dt.date(2023, 4, 1)
    revision = Revision(day, "window", "2023-04-05", "2023-05-09", ("a",))
    found = Contradiction(day, "window", (Say("2023-05-09", ("a",)),))
    ruling = Ruling(1, "rename", "Ada", "x", day, ("a",), title="y")
    full: dict[str, Any] = {"revisions": (revision,), "contradictions": (found,), "rulings": (ruling,)}
    records += [event_record(replace(event, **full)) for event in track([read])]
    records += [change_record(Change(day, "new", "a", "b", None, None))]
    for key in keys_of(json.loads(json.dumps(records))):
        assert f"`{key}`" in JSON_PAGE, key


@pytest.mark.parametrize(
    "kind",
    [
        readings.SourceKind,
        readings.StatementMode,
        readings.Standing,
        tracked.TrackedStatus,
        documents.CreationMethod,
    ],
)
def test_every_word_of_the_model_is_in_the_vocabulary(kind: Any) -> None:
    for word in get_args(kind):
        assert re.search(rf"\b{word}\b", VOCABULARY), word


def test_every_event_class_and_grade_is_in_the_vocabulary() -> None:
    for name in load_table("event_classes"):
        assert f"| {name} |" in VOCABULARY, name
    for grade in load_table("hedges"):
        assert grade in VOCABULARY, grade


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(w for ws in project["optional-dependencies"].values() for w in ws)]
    decisions = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    for requirement in wanted:
        name = re.split(r"[^\w-]", requirement)[0]
        assert re.search(rf"\b{re.escape(name)}\b", decisions), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]*)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if target and "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_headings_that_are_linked_to_exist(page: Path) -> None:
    for target, heading in re.findall(r"\]\(([^)#\s]*)#([^)]+)\)", page.read_text("utf-8")):
        if "://" not in target:
            text = ((page.parent / target) if target else page).read_text("utf-8")
            headings = (line.lower() for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE))
            assert heading in [re.sub(r"[^\w\- ]", "", h).replace(" ", "-") for h in headings], heading


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_that_are_shown_exist(page: Path) -> None:
    root: Any = typer.main.get_command(app)
    shown = re.findall(r"^(?:\$ )?slated ([a-z].*)$", "\n".join(fenced(page)), re.MULTILINE)
    known = dict(write_docs.commands_of(root))
    for line in shown:
        words = shlex.split(line.split(">")[0], comments=True)
        name = next((" ".join(words[:n]) for n in (1, 2) if " ".join(words[:n]) in known), None)
        assert name is not None, line
        options = {option for parameter in known[name].params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options | {"--help"}, line


def fenced(page: Path) -> list[str]:
    return re.findall(r"^```(?:sh|console)\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_that_is_shown_compiles_and_imports_public_names(page: Path) -> None:
    import slated

    for code in re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        if not code.startswith(">>>"):
            compile(code, str(page), "exec")
        for names in re.findall(r"from slated import ([\w, ]+)", code):
            for name in names.split(", "):
                assert name in slated.__all__, name
