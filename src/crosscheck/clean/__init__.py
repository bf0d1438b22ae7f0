"""Stage 1: which characters of each source are the article, and what is known of it?"""

from crosscheck.clean.corpus import Source, read_corpus
from crosscheck.clean.documents import Cleaned, Corpus, clean_corpus, clean_source
from crosscheck.clean.ledger import ledger_summary, score_ledger

__all__ = [
    "Cleaned",
    "Corpus",
    "Source",
    "clean_corpus",
    "clean_source",
    "ledger_summary",
    "read_corpus",
    "score_ledger",
]
