"""Who may rule: whoever holds the token that the server printed when it was started with ``--edit``.

The token opens a session, kept in a cookie that no script and no other site can use; every form
carries a key that only a page of this server shows. Both are digests of the token.
"""

from __future__ import annotations

import hmac
import secrets
from urllib.parse import parse_qs, urlsplit

from fastapi import Request

from slated.errors import SlatedError

COOKIE = "slated_edit"
_MOST_FIELDS = 60


class NotAllowed(SlatedError):
    """The request may not change the record."""


class Editor:
    """The token of a server, and what is made of it."""

    def __init__(self, token: str | None = None) -> None:
        """A new token unless one is given."""
        self.token = token or secrets.token_urlsafe(18)
        self.session = self._digest("session")
        self.form_key = self._digest("form")

    def _digest(self, use: str) -> str:
        return hmac.digest(self.token.encode(), use.encode(), "sha256").hex()

    def opens(self, token: str) -> bool:
        """True for the token."""
        return hmac.compare_digest(token.strip().encode(), self.token.encode())

    def knows(self, request: Request) -> bool:
        """True for a request within a session that the token opened."""
        return hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), self.session.encode())

    def check(self, request: Request, form: dict[str, list[str]]) -> None:
        """Raise ``NotAllowed`` unless the request comes from a form of this server, in a session."""
        _check_origin(request)
        if not self.knows(request):
            raise NotAllowed("sign in with the token that the server printed to change the record")
        if not hmac.compare_digest(one(form, "key").encode(), self.form_key.encode()):
            raise NotAllowed("the form is not from a page of this server; open the page again")


def editor_of(request: Request) -> Editor:
    """The editor of the server; raises ``NotAllowed`` where it is read-only."""
    found: Editor | None = request.app.state.editor
    if found is None:
        raise NotAllowed("this server only shows the record; start it with --edit to change it")
    return found


def key_for(request: Request) -> str | None:
    """The key for forms of a page: None where the server is read-only, empty where not signed in."""
    found: Editor | None = request.app.state.editor
    if found is None:
        return None
    return found.form_key if found.knows(request) else ""


async def form_of(request: Request) -> dict[str, list[str]]:
    """The fields of a form as it was sent; raises ``NotAllowed`` where it is none."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind != "application/x-www-form-urlencoded":
        raise NotAllowed("a form is sent as application/x-www-form-urlencoded")
    body = (await request.body()).decode("utf-8", "replace")
    try:
        return parse_qs(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise NotAllowed(f"a form has at most {_MOST_FIELDS} fields") from None


def one(form: dict[str, list[str]], name: str) -> str:
    """The first value of a field, an empty text where it is not there."""
    return form.get(name, [""])[0].strip()


def _check_origin(request: Request) -> None:
    origin = request.headers.get("origin")
    if origin and urlsplit(origin).netloc != request.headers.get("host"):
        raise NotAllowed("the form was sent from a page of another site")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise NotAllowed("the form was sent from a page of another site")
