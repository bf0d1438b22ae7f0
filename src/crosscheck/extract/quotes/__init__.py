"""Quotations: what does a source give in somebody's own words, and whose are they?"""

from crosscheck.extract.quotes.finder import QuoteFinder

__all__ = ["QuoteFinder"]
