"""Where the document stage runs: here, or on all cores of this machine."""

from slated.engines.choose import WORTH_WORKERS, choose_engine
from slated.engines.plain import PlainEngine
from slated.engines.protocol import Engine

__all__ = ["WORTH_WORKERS", "Engine", "PlainEngine", "choose_engine"]
