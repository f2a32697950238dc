"""Ruling from a browser: only with the token, only from this server's own forms."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from slated.ledger import Ledger
from slated.web.app import make_app
from slated.web.editor import Editor
from tests.web.test_pages import summit

TOKEN = "a-token-for-tests"


@pytest.fixture
def editing(sample_ledger: Path, tmp_path: Path) -> Iterator[TestClient]:
    shutil.copy(sample_ledger, tmp_path / "a.db")
    app = make_app(Ledger(tmp_path / "a.db"), editor=Editor(TOKEN))
    with TestClient(app, base_url="http://localhost") as client:
        yield client


@pytest.fixture
def event(sample_ledger: Path) -> str:
    return f"/events/{summit(sample_ledger)}"


def sign_in(client: TestClient) -> None:
    assert client.post("/edit", data={"token": TOKEN}).status_code == 200


def key_on(client: TestClient, path: str) -> str:
    found = re.search(r'name="key" value="([0-9a-f]+)"', client.get(path).text)
    assert found
    return found[1]


OUTCOME = {"kind": "outcome", "status": "cancelled", "by": "A. Editor", "why": "seen"}


def test_an_outcome_is_ruled_shown_listed_and_undone(editing: TestClient, event: str) -> None:
    assert "Sign in to rule" in editing.get(event).text
    sign_in(editing)
    key = key_on(editing, event)
    answer = editing.post(f"{event}/rule", data=OUTCOME | {"key": key, "first": "2023-05-25", "last": ""})
    assert answer.status_code == 200
    assert str(answer.url).endswith(f"{event}#rulings")
    assert 'class="status cancelled"' in answer.text
    assert "A. Editor" in answer.text
    undone = editing.post("/rulings/1/undo", data={"key": key, "by": "B. Editor", "why": "it was held"})
    assert "undone by" in undone.text
    assert 'class="status occurred"' in editing.get(event).text


def test_an_event_is_renamed_merged_and_freed_of_a_report(editing: TestClient, event: str) -> None:
    sign_in(editing)
    key = key_on(editing, event)
    who = {"key": key, "by": "A. Editor", "why": "so it is"}
    page = editing.post(f"{event}/rule", data=who | {"kind": "rename", "title": "Nile <i>summit</i>"}).text
    assert "Nile &lt;i&gt;summit&lt;/i&gt;" in page
    reports = re.findall(r'<option value="([0-9a-f]{16})">', page)
    page = editing.post(f"{event}/rule", data=who | {"kind": "reject", "report": reports[0]}).text
    assert re.findall(r'<option value="([0-9a-f]{16})">', page) == reports[1:]
    other = next(e["id"] for e in editing.get("/api/slate?show=all").json()["lines"] if e["id"] not in event)
    assert editing.post(f"{event}/rule", data=who | {"kind": "merge", "other": other}).status_code == 200
    assert editing.get("/rulings").text.count('aria-label="Ruling') == 3


def test_the_token_is_needed(editing: TestClient, event: str) -> None:
    assert editing.post("/edit", data={"token": "guess"}).status_code == 403
    assert editing.post(f"{event}/rule", data=OUTCOME | {"key": Editor(TOKEN).form_key}).status_code == 403
    cookie = (
        editing.post("/edit", data={"token": TOKEN}, follow_redirects=False).headers["set-cookie"].lower()
    )
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}],
)
def test_forms_of_other_sites_are_refused(editing: TestClient, event: str, headers: dict[str, str]) -> None:
    sign_in(editing)
    form = OUTCOME | {"key": key_on(editing, event)}
    assert editing.post(f"{event}/rule", data=form, headers=headers).status_code == 403


def test_a_form_needs_its_key(editing: TestClient, event: str) -> None:
    sign_in(editing)
    for key in ("", "0" * 64, "\N{SNOWMAN}"):
        assert editing.post(f"{event}/rule", data=OUTCOME | {"key": key}).status_code == 403
    assert editing.post(f"{event}/rule", json=OUTCOME).status_code == 403


@pytest.mark.parametrize(
    "change",
    [
        {"status": "won"}, {"kind": "burn"}, {"first": "soon"}, {"by": ""}, {"first": "2023-05-02", "last": "2023-05-01"},
        {"kind": "merge", "other": "nothing of the kind"}, {"kind": "split"}, {"kind": "rename", "title": " "},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_in_one_sentence(
    editing: TestClient, event: str, change: dict[str, str]
) -> None:
    sign_in(editing)
    answer = editing.post(f"{event}/rule", data=OUTCOME | {"key": key_on(editing, event)} | change)
    assert answer.status_code in (400, 404)
    assert editing.get("/rulings").text.count('aria-label="Ruling') == 0


def test_a_server_that_only_shows_changes_nothing(client: TestClient, event: str) -> None:
    assert "Sign in" not in client.get(event).text
    assert client.get("/edit").status_code == 403
    assert client.post(f"{event}/rule", data=OUTCOME).status_code == 403
    assert client.post("/rulings/1/undo", data=OUTCOME).status_code == 403
    assert client.get("/rulings").status_code == 200
