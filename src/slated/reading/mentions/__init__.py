"""Event mentions: what is coming, or came, with whom, where, in what state."""

from slated.reading.mentions.read import read_mentions

__all__ = ["read_mentions"]
