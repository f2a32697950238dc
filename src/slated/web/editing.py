"""Signing in, ruling and undoing."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from slated.errors import BadParameter, UnknownEvent
from slated.model import Merge, Reject, Rename, Ruling, SetOutcome, Split, Window
from slated.model.rulings import RuleAct, RuledOutcome
from slated.web.addresses import part_of_path
from slated.web.editor import COOKIE, editor_of, form_of, key_for, one
from slated.web.pages import TheRecord
from slated.web.site import render

router = APIRouter(include_in_schema=False)
Form = Annotated[dict[str, list[str]], Depends(form_of)]
_OUTCOMES: dict[str, RuledOutcome] = {name: name for name in ("occurred", "cancelled", "lapsed", "open")}
_SEE = 303


@router.get("/edit")
def sign_in(request: Request) -> HTMLResponse:
    """Where the token is asked for."""
    editor_of(request)
    return HTMLResponse(render("edit.html", key=key_for(request), wrong=False))


@router.post("/edit")
def signed_in(request: Request, form: Form) -> Response:
    """Open a session where the token is right."""
    editor = editor_of(request)
    if not editor.opens(one(form, "token")):
        return HTMLResponse(render("edit.html", key="", wrong=True), 403)
    answer = RedirectResponse("/", _SEE)
    answer.set_cookie(COOKIE, editor.session, httponly=True, samesite="strict")
    return answer


@router.get("/rulings")
def rulings(request: Request, record: TheRecord) -> HTMLResponse:
    """Every ruling, undone ones too."""
    made = record.ledger.rulings()[::-1]
    return HTMLResponse(render("rulings.html", rulings=made, key=key_for(request)))


@router.post("/events/{wanted}/rule")
def rule(request: Request, record: TheRecord, wanted: str, form: Form) -> Response:
    """Rule on an event."""
    editor_of(request).check(request, form)
    act = _act(wanted, form)
    made = record.ledger.rule(act, by=one(form, "by"), why=one(form, "why"))
    return _back(record, made)


@router.post("/rulings/{number}/undo")
def undo(request: Request, record: TheRecord, number: int, form: Form) -> Response:
    """Undo a ruling."""
    editor_of(request).check(request, form)
    record.ledger.undo(number, by=one(form, "by"), why=one(form, "why"))
    return RedirectResponse("/rulings", _SEE)


def _act(event: str, form: dict[str, list[str]]) -> RuleAct:
    kind = one(form, "kind")
    reports = tuple(form.get("report", ()))
    if kind == "outcome":
        if one(form, "status") not in _OUTCOMES:
            raise BadParameter(f"status: is none of {', '.join(_OUTCOMES)}")
        return SetOutcome(event, _OUTCOMES[one(form, "status")], _window(form))
    if kind == "rename":
        return Rename(event, one(form, "title"))
    if kind == "merge":
        return Merge((event, one(form, "other")))
    if kind in ("split", "reject"):
        return (Split if kind == "split" else Reject)(event, reports, one(form, "words") or None)
    raise BadParameter("kind: is none of outcome, rename, merge, split, reject")


def _window(form: dict[str, list[str]]) -> Window | None:
    first, last = one(form, "first"), one(form, "last")
    try:
        days = [dt.date.fromisoformat(day) for day in (first, last) if day]
        return Window(days[0], days[-1]) if days else None
    except ValueError:
        raise BadParameter(f"{first} to {last} are no days of an outcome; write them as YYYY-MM-DD") from None


def _back(record: TheRecord, made: Ruling) -> Response:
    """To the event that the ruling is on, where it still goes by its id."""
    for event_id in made.events:
        try:
            record.ledger.view.event(event_id)
        except UnknownEvent:
            continue
        return RedirectResponse(f"/events/{part_of_path(event_id)}#rulings", _SEE)
    return RedirectResponse("/rulings", _SEE)
