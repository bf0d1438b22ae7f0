"""Comparison: what do the sources claim, where do they agree, and who copied whom?"""
