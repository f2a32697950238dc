"""Measurements: quality against labelled sets, speed."""
