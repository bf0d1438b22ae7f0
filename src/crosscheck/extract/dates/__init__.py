"""Dates and times: where a source speaks of time, and which ISO 8601 / EDTF value that has."""

from crosscheck.extract.dates.finder import DateFinder
from crosscheck.extract.dates.propagate import propagate_dates

__all__ = ["DateFinder", "propagate_dates"]
