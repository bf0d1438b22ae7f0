"""Cleaning: which characters of a source are the article?"""
