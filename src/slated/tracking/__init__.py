"""Readings -> reports, tracked events, revisions, outcomes."""

from slated.tracking.track import TrackInput, track

__all__ = ["TrackInput", "track"]
