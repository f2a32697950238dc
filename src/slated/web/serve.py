"""Serving the application until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from slated.errors import BadParameter
from slated.ledger import Ledger
from slated.web.app import make_app
from slated.web.editor import Editor

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_AT_ONCE = 64  # requests under way; more are told to come again
_LONGEST_HEAD = 16 * 1024  # bytes of a request's headers


def serve(
    ledger: Ledger,
    host: str,
    port: int,
    ready: Callable[[str], None],
    editor: Editor | None = None,
) -> None:
    """Answer requests at a host and port (0: any free one) until interrupted.

    ``ready`` is called with the address once connections are taken. On a loopback host only
    loopback names are answered to; ``editor``: who may rule (None: nobody).
    Raises ``BadParameter`` where the address cannot be had.
    """
    hosts = _LOOPBACK if host in _LOOPBACK else None
    with _listening(host, port) as bound:
        config = uvicorn.Config(
            make_app(ledger, hosts, editor),
            log_level="warning",
            limit_concurrency=_AT_ONCE,
            timeout_keep_alive=5,
            h11_max_incomplete_event_size=_LONGEST_HEAD,
            server_header=False,
        )
        name = f"[{host}]" if ":" in host else host
        ready(f"http://{name}:{bound.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[bound])


def _listening(host: str, port: int) -> socket.socket:
    bound = None
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        bound = socket.socket(family, kind, proto)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen()  # from here on requests wait rather than fail
    except OSError as error:
        if bound is not None:
            bound.close()
        raise BadParameter(f"--host {host} --port {port} cannot be had: {error.strerror}") from error
    return bound
