"""Readings -> reports, tracked events, revisions, outcomes."""

from slated.tracking.revise import GRACE
from slated.tracking.track import TrackInput, track

__all__ = ["GRACE", "TrackInput", "track"]
