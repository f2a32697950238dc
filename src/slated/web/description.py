"""The OpenAPI description of the HTTP API, its records from the one JSON Schema."""

from __future__ import annotations

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from slated.outputs.json_schema import definitions

_OF_SCHEMA, _OF_OPENAPI = "#/$defs/", "#/components/schemas/"


def describe(app: FastAPI) -> dict[str, Any]:
    """The description; refusals of parameters are 400 with one sentence, not FastAPI's 422."""
    found = get_openapi(
        title="slated",
        version="1",
        description="The record of what the news says will happen. Days are ISO, windows inclusive.",
        routes=app.routes,
    )
    for path in found["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)
    found["components"] = {"schemas": definitions()}
    described: dict[str, Any] = json.loads(json.dumps(found).replace(_OF_SCHEMA, _OF_OPENAPI))
    return described
