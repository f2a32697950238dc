"""Article -> Reading: sentences, times, actors, statements, event mentions."""

from slated.reading.explain import explain_article
from slated.reading.read import read_article
from slated.reading.timex import infer_creation_time

__all__ = ["explain_article", "infer_creation_time", "read_article"]
