"""Every error that slated raises on purpose.

::

    SlatedError
    ├── InputError          something given to read cannot be read
    │   ├── UnreadablePath  a path that is missing, locked or of an unknown kind
    │   └── BadDocument     one document of an input that cannot be understood
    ├── LedgerError         the ledger cannot be used
    │   ├── NotALedger      the file is no slated ledger
    │   └── NewerLedger     the ledger was written by a newer slated
    ├── UnknownEvent        no tracked event goes by that id or name
    ├── UnknownArticle      no article has that id
    ├── UnknownName         no actor, place or outlet goes by that name
    ├── BadRuling           a ruling that cannot be made, or is not there
    ├── OutputError         what was to be written cannot be
    └── BadParameter        an option's value makes no sense
"""

from __future__ import annotations


class SlatedError(Exception):
    """The root: its message is one clear line that says what is wrong and where."""


class InputError(SlatedError):
    """Something given to read cannot be read."""


class UnreadablePath(InputError):
    """A path that is missing, locked or of an unknown kind."""


class BadDocument(InputError):
    """One document of an input cannot be understood; the others still are."""


class LedgerError(SlatedError):
    """The ledger cannot be used."""


class NotALedger(LedgerError):
    """The file is no slated ledger."""


class NewerLedger(LedgerError):
    """The ledger was written by a newer slated."""


class UnknownEvent(SlatedError):
    """No tracked event goes by that id or name, or more than one does."""


class UnknownArticle(SlatedError):
    """The ledger holds no article with that id."""


class BadRuling(SlatedError):
    """A ruling that cannot be made, or none has that number."""


class BadParameter(SlatedError):
    """An option's value makes no sense."""


class UnknownName(SlatedError):
    """The ledger knows no actor, place or outlet of that name."""


class OutputError(SlatedError):
    """What was to be written cannot be: no rights, no room."""
