"""Write the pages and parts of the documentation that come from the code.

    .venv/bin/python -m scripts.write_docs

The references of commands and of Python names follow the code (a test compares them); the
terminal captures in the README and the tutorial are what the commands print on the sample pages.
"""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
COMMANDS = ROOT / "docs" / "reference" / "commands.md"
PYTHON = ROOT / "docs" / "reference" / "python.md"
LEDGER = ROOT / "docs" / "reference" / "ledger.md"
PARAGRAPH = ROOT / "docs" / "explanation" / "one-paragraph.md"
CAPTURED = (ROOT / "README.md", ROOT / "docs" / "tutorial.md")
_CAPTURE = re.compile(r"(```console\n\$ )(slated [^\n]*)\n(?:(?!```)[^\n]*\n)*(```)")


def commands_page() -> str:
    """The reference of the command line, from the command line itself."""
    import typer.main

    from slated.cli.app import app

    root: Any = typer.main.get_command(app)
    lines = ["# Commands", "", f"{_prose(root.help)} Options of `slated` itself come before the command.", ""]
    lines += _parameters(root)
    for name, command in commands_of(root):
        usage = " ".join(["slated", name, *(_metavar(p) for p in _kind(command, "argument"))])
        lines += ["", f"## slated {name}", "", f"`{usage} [OPTIONS]`", "", _prose(command.help), ""]
        lines += _parameters(command)
    return "\n".join([*_HEAD, *lines, ""])


def commands_of(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """The commands of a group by their full names ("rule merge"), those of groups within it in turn."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands_of(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


_HEAD = ("<!-- Written by scripts/write_docs.py from the code: do not edit. -->", "")


def _parameters(command: Any) -> Iterator[str]:
    shown = [*_kind(command, "argument"), *_kind(command, "option")]
    if shown:
        yield from ("| option | meaning | default |", "|---|---|---|")
    for parameter in shown:
        yield f"| {_spelling(parameter)} | {_prose(parameter.help)} | {_default(parameter)} |"


def _kind(command: Any, kind: str) -> list[Any]:
    return [p for p in command.params if p.param_type_name == kind and p.name != "help"]


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _spelling(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{_metavar(parameter)}`"
    names = ", ".join(f"`{name}`" for name in parameter.opts)
    if parameter.is_flag:
        return names
    bounded = parameter.min is not None or parameter.max is not None
    return f"{names} `{parameter.metavar or ('NUMBER' if bounded else 'TEXT')}`"


def _default(parameter: Any) -> str:
    if parameter.required:
        return "required"
    given = parameter.default
    return "" if given in (None, False, (), []) else f"`{given}`"


def _prose(text: str | None) -> str:
    return " ".join((text or "").split())


def python_page() -> str:
    """The reference of the public Python names, from their docstrings."""
    import slated

    names: dict[str, Any] = {name: getattr(slated, name) for name in sorted(slated.__all__)}
    errors = [n for n, found in names.items() if inspect.isclass(found) and issubclass(found, Exception)]
    nouns = [n for n, found in names.items() if is_dataclass(found) and n != "EventFilter"]
    verbs = [n for n in names if n not in errors and n not in nouns]
    lines = ["# Python names", "", "All of them are imported from `slated`."]
    for title, group in (("Doing", verbs), ("Nouns", nouns), ("Errors", errors)):
        lines += ["", f"## {title}"]
        for name in group:
            lines += ["", *_described(name, names[name])]
    return "\n".join([*_HEAD, *lines, ""])


def _described(name: str, found: Any) -> list[str]:
    if not callable(found):
        kind = type(found)
        return [f"### {name}", "", f"`{found!r}`" if is_dataclass(found) else f"A `{kind.__name__}`."]
    if not inspect.isclass(found):
        return [f"### {name}", "", f"`{name}{_signature(found)}`", "", *_documented(found)]
    lines = [f"### {name}", "", *_documented(found)]
    if is_dataclass(found):
        lines += ["", *(f"- `{f.name}: {f.type}`" for f in fields(found))]
    for method, function in _public_methods(found):
        lines += ["", f"`{name}.{method}{_signature(function)}`", "", *_documented(function)]
    return lines


def _public_methods(found: type) -> list[tuple[str, Any]]:
    own = vars(found).items()
    return [(name, each) for name, each in own if inspect.isfunction(each) and not name.startswith("_")]


def _signature(function: Any) -> str:
    return str(inspect.signature(function)).replace("'", "").replace("(self, ", "(").replace("(self)", "()")


def _documented(found: Any) -> list[str]:
    """The docstring, its examples fenced."""
    lines: list[str] = []
    fenced = False
    for line in (inspect.getdoc(found) or "").splitlines():
        if line.startswith(">>>") and not fenced:
            lines.append("```python")
            fenced = True
        elif fenced and not line.strip():
            lines.append("```")
            fenced = False
        lines.append(line.replace("``", "`") if not fenced else line)
    return [*lines, "```"] if fenced else lines


_SAMPLE = (
    "A second summit between Chile and Peru could take place as early as May, a Chilean envoy said Monday. "
    "It was to be held in March, but the two sides have not agreed on a venue. "
    "Lima is seen as the most likely site for the summit if the ministers settle the fishing row."
)


def paragraph_page() -> str:
    """One paragraph read step by step, as ``slated extract --explain`` shows it."""
    from datetime import date

    from slated.document_stage import explain, read_text
    from slated.outputs.explanation import explanation_lines

    read = read_text(_SAMPLE, date(2031, 3, 12), "Pacific summit likely in May, envoy says")
    shown = list(explanation_lines(read, explain(read)))
    lines = [
        "# One paragraph, step by step",
        "",
        "What `slated extract --explain PAGE` prints. Of every sentence: its parse (word, tag and head),",
        "the times it names and their days, the actors, who says what, every word that may name an event",
        "with the cues that govern it and the chance that the judge gives it, and the mentions that are",
        "kept. [How it works](how-it-works.md) tells the steps, [the vocabulary](vocabulary.md) the words.",
        "",
        "```text",
        *shown[1:],
        "```",
    ]
    return "\n".join([*_HEAD, *lines, ""])


def ledger_page() -> str:
    """The reference of the ledger's tables, from the schema."""
    from slated.ledger import schema

    rows = ["| table | columns (**key**) |", "|---|---|"]
    groups = (
        ("Facts", schema.FACTS),
        ("Rulings", schema.RULED),
        ("Derived", schema.DERIVED),
        ("Kept between reads for tracking", schema.LINKED),
        ("Housekeeping", _other_tables()),
    )
    lines = ["# The ledger's tables", "", _first_paragraphs(schema.__doc__)]
    for title, tables in groups:
        lines += ["", f"## {title}", "", *rows]
        for table in tables:
            names = (f"**{c.name}**" if c.primary_key else c.name for c in table.columns)
            lines.append(f"| {table.name} | {', '.join(names)} |")
    return "\n".join([*_HEAD, *lines, ""])


def _other_tables() -> list[Any]:
    from slated.ledger import schema

    shown = {table.name for table in (*schema.FACTS, *schema.RULED, *schema.DERIVED, *schema.LINKED)}
    return [table for name, table in schema.metadata.tables.items() if name not in shown]


def _first_paragraphs(text: str | None) -> str:
    return (text or "").strip().replace("``", "`").partition("\n\n")[2]


def _captures(page: Path, ledger: Path) -> str:
    return _CAPTURE.sub(lambda m: f"{m[1]}{m[2]}\n{_output(m[2], ledger)}\n{m[3]}", page.read_text("utf-8"))


def _output(command: str, folder: Path) -> str:
    """What a command prints on an 80-column screen, in a folder that holds the samples' ledger."""
    environment = {**os.environ, "COLUMNS": "80", "OMP_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, check=True, capture_output=True, text=True
    )
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines())


def main() -> None:
    """Write them all."""
    COMMANDS.write_text(commands_page(), "utf-8")
    PYTHON.write_text(python_page(), "utf-8")
    LEDGER.write_text(ledger_page(), "utf-8")
    PARAGRAPH.write_text(paragraph_page(), "utf-8")
    with tempfile.TemporaryDirectory() as folder:
        _output("slated demo --ledger slated.db", Path(folder))
        for page in CAPTURED:
            page.write_text(_captures(page, Path(folder)), "utf-8")


if __name__ == "__main__":
    main()
