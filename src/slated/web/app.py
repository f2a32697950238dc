"""The application: pages and API over one ledger, behind its guard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from slated.errors import (
    BadParameter,
    BadRuling,
    LedgerError,
    OutputError,
    SlatedError,
    UnknownArticle,
    UnknownEvent,
    UnknownName,
)
from slated.ledger import Ledger
from slated.web import api, editing, leaving, pages
from slated.web.editor import Editor, NotAllowed
from slated.web.guards import Guard
from slated.web.record import Record, StillDeriving
from slated.web.site import render

_STATUS: dict[type[SlatedError], int] = {
    BadParameter: 400,
    BadRuling: 400,
    NotAllowed: 403,
    UnknownEvent: 404,
    UnknownArticle: 404,
    UnknownName: 404,
    StillDeriving: 503,
    LedgerError: 503,
    OutputError: 501,
}
_WAIT = "3"  # seconds after which a page that is being made asks again


def make_app(ledger: Ledger, hosts: Iterable[str] | None = None, editor: Editor | None = None) -> ASGIApp:
    """The application over a ledger, which it closes when it stops.

    ``hosts``: the names under which it may be asked (None: any). ``editor``: who may rule
    (None: nobody).
    """
    record = Record(ledger)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        record.close()

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False, lifespan=lifespan)
    app.state.record = record
    app.state.editor = editor
    for router in (leaving.router, api.router, editing.router, pages.router):
        app.include_router(router)
    app.add_exception_handler(SlatedError, _told)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _unexpected)
    return Guard(app, hosts)


def _told(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    words = str(error).partition(": `slated ")[0]  # advice for the command line
    return _answer(request, status, words, wait=isinstance(error, StillDeriving))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    name = str(first["loc"][1] if len(first["loc"]) > 1 else first["loc"][0])
    said = str(first["msg"]).removeprefix("Value error, ")
    return _answer(request, 400, f"{name}: {said[:1].lower()}{said[1:]}")


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = {404: "there is no such page", 405: "that cannot be done here"}
    return _answer(request, error.status_code, words.get(error.status_code, str(error.detail)))


def _unexpected(request: Request, error: Exception) -> Response:
    return _answer(request, 500, f"unexpected {type(error).__name__}")


def _answer(request: Request, status: int, words: str, wait: bool = False) -> Response:
    line = " ".join(words.split())
    headers = {"retry-after": _WAIT} if wait else {}
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": line}, status, headers)
    if wait:
        headers["refresh"] = _WAIT
    return HTMLResponse(render("error.html", status=status, words=line), status, headers)
