"""Ruling on the ledger: one transaction writes the ruling and derives the events by it."""

from __future__ import annotations

import datetime as dt

from slated.ledger import tracking
from slated.ledger.asking import choose
from slated.ledger.database import Database
from slated.ledger.derived import load_events, titles
from slated.ledger.kept_rulings import add_ruling, load_rulings, undo_ruling
from slated.model import Merge, Ruling
from slated.model.rulings import RuleAct


def rule(database: Database, act: RuleAct, by: str, why: str, made: dt.date | None) -> Ruling:
    """See ``Ledger.rule``."""
    tracking.bring_up_to_date(database)
    with database.writing() as connection:
        known = titles(connection)
        wanted = act.events if isinstance(act, Merge) else (act.event,)
        events = [load_events(connection, [choose(name, known)])[0] for name in wanted]
        made_one = add_ruling(connection, act, events, (by, why, made))
        tracking.derive_ruled(connection, made_one)
    return made_one


def undo(database: Database, number: int, by: str, why: str) -> Ruling:
    """See ``Ledger.undo``."""
    with database.writing() as connection:
        undone = undo_ruling(connection, number, by, why)
        tracking.derive_ruled(connection, undone)
    return undone


def rulings(database: Database) -> list[Ruling]:
    """See ``Ledger.rulings``."""
    with database.reading() as connection:
        return load_rulings(connection)
