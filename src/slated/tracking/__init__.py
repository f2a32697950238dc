"""Readings -> reports, tracked events, revisions, outcomes."""

from slated.tracking.derive import TrackInput
from slated.tracking.revise import GRACE
from slated.tracking.track import track

__all__ = ["GRACE", "TrackInput", "track"]
