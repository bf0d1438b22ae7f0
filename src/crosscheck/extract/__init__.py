"""Extraction: which entities, dates, quantities and quotations does a source hold, and where?"""
