"""What stands between the network and the pages: bounds, safe headers, and answers kept by their ETag."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LONGEST_ADDRESS = 4096  # bytes of a path and its parameters
_LARGEST_BODY = 64 * 1024  # bytes of a form
_LONGEST_ANSWER = 20.0  # seconds
_SAFE = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(slots=True)
class _Answer:
    """An answer as it is gathered, before it leaves."""

    status: int = 200
    headers: MutableHeaders = field(default_factory=MutableHeaders)
    body: bytearray = field(default_factory=bytearray)

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = MutableHeaders(raw=list(message["headers"]))
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")


class Guard:
    """Wraps the application: refuses what is too big, too slow or meant for another host."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str] | None = None) -> None:
        """``hosts``: the names under which it may be asked (None: any).

        A page of another site that points its own name at this machine is refused by it.
        """
        self.app = app
        self.hosts = None if hosts is None else frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer()
        refusal = self._refusal(scope)
        if refusal:
            await _refuse(scope, refusal[1], refusal[0])(scope, receive, answer.take)
        else:
            try:
                await self._ask(scope, receive, answer)
            except Exception:  # answered by now; what runs the application writes it down
                await _leave(scope, answer, send)
                raise
        await _leave(scope, answer, send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if self.hosts is not None and _host(headers.get("host", "")) not in self.hosts:
            return 421, "this server is not known by that name; start it with --host NAME to allow it"
        if len(scope["raw_path"]) + len(scope["query_string"]) > _LONGEST_ADDRESS:
            return 414, "the address is too long"
        size = headers.get("content-length", "0")
        if not size.isdecimal() or int(size) > _LARGEST_BODY:
            return 413, "the request is too big"
        return None

    async def _ask(self, scope: Scope, receive: Receive, answer: _Answer) -> None:
        asked = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        try:
            async with asyncio.timeout(_LONGEST_ANSWER):
                await self.app(asked, _bounded(receive), answer.take)
        except TimeoutError:
            answer.body.clear()
            await _refuse(scope, "the answer took too long", 503)(scope, receive, answer.take)
        except _TooBig:
            answer.body.clear()
            await _refuse(scope, "the request is too big", 413)(scope, receive, answer.take)


def _refuse(scope: Scope, words: str, status: int) -> Response:
    if scope["path"].startswith("/api/"):
        return JSONResponse({"error": words}, status)
    return PlainTextResponse(words + "\n", status)


class _TooBig(Exception):
    pass


def _bounded(receive: Receive) -> Receive:
    got = 0

    async def bounded() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > _LARGEST_BODY:
            raise _TooBig
        return message

    return bounded


async def _leave(scope: Scope, answer: _Answer, send: Send) -> None:
    for name, value in _SAFE.items():
        answer.headers.setdefault(name, value)
    if scope["method"] in ("GET", "HEAD") and answer.status == 200:
        tag = f'"{hashlib.sha256(answer.body).hexdigest()[:24]}"'
        answer.headers["etag"] = tag
        answer.headers.setdefault("cache-control", "no-cache")
        known = Headers(scope=scope).get("if-none-match", "")
        if tag in known or known.strip() == "*":
            answer.status = 304
            answer.body.clear()
    answer.headers["content-length"] = str(len(answer.body))
    if answer.status == 304:
        del answer.headers["content-length"]
    start = {"type": "http.response.start", "status": answer.status, "headers": answer.headers.raw}
    await send(start)
    body = b"" if scope["method"] == "HEAD" else bytes(answer.body)
    await send({"type": "http.response.body", "body": body})


def _host(header: str) -> str:
    """The name without its port; an IPv6 address keeps its brackets off."""
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.partition(":")[0].lower()
