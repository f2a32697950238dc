"""What the pages are guarded by."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from slated.ledger import Ledger
from slated.web.app import make_app


@pytest.mark.parametrize("path", ["/", "/style.css", "/nowhere", "/?page=0", "/api/events"])
def test_every_answer_carries_the_safe_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in policy


def test_an_answer_that_is_known_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/")
    again = client.get("/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/?show=past", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_a_head_is_a_get_without_its_body(client: TestClient) -> None:
    answer = client.head("/")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == client.get("/").headers["etag"]


def test_what_is_too_big_is_refused(client: TestClient) -> None:
    assert client.get("/?text=" + "x" * 5000).status_code == 414
    assert client.get("/api/slate?text=" + "x" * 5000).json() == {"error": "the address is too long"}
    assert client.post("/", content=b"x" * 70_000).status_code == 413


def test_other_names_of_this_machine_are_refused(sample_ledger: Path) -> None:
    app = make_app(Ledger(sample_ledger), hosts=("localhost", "127.0.0.1", "::1"))
    with TestClient(app, base_url="http://evil.example") as other:
        assert other.get("/").status_code == 421
        assert other.get("/", headers={"host": "localhost:8765"}).status_code == 200
        assert other.get("/", headers={"host": "[::1]:8765"}).status_code == 200
        assert other.get("/", headers={"host": "localhost.evil.example"}).status_code == 421


def test_nothing_can_be_changed(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, "/").status_code == 405
