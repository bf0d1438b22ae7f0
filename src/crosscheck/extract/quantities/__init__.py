"""Which amounts does a text state, of what, where and as of when?"""

from crosscheck.extract.quantities.find import QuantityFinder
from crosscheck.extract.quantities.nouns import noun_phrase_after, noun_phrase_before

__all__ = ["QuantityFinder", "noun_phrase_after", "noun_phrase_before"]
