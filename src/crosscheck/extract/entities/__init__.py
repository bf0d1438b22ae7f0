"""Entities: who and what is named in a source, where, and which thing of the codebook is it?"""

from crosscheck.extract.entities.finder import EntityFinder
from crosscheck.extract.entities.gazetteer import Gazetteer
from crosscheck.extract.entities.table import entities_table, unlinked_rows

__all__ = ["EntityFinder", "Gazetteer", "entities_table", "unlinked_rows"]
