"""Measurements of the time part."""
