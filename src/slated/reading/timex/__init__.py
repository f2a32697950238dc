"""Time expressions: recognised, resolved against the creation time, joined to phrases."""

from slated.reading.timex.creation import infer_creation_time
from slated.reading.timex.read import TenseAt, Times, read_times

__all__ = ["TenseAt", "Times", "infer_creation_time", "read_times"]
