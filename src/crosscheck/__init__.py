"""Crosscheck: how several sources tell the same event, each claim tied to its characters."""

__version__ = "0.1.0"
