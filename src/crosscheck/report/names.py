"""What the codes of the tables are called in prose."""

from __future__ import annotations

KINDS = {
    "title": "title", "subtitle": "subtitle", "dateline": "dateline", "heading": "subheading",
    "paragraph": "paragraph", "quotation": "pull quote", "attribution": "attribution",
    "caption": "photo caption", "byline": "byline", "post": "post on social media",
    "list_item": "list item", "breadcrumb": "breadcrumb", "repeated_title": "repeated title",
    "crawl_date": "date of the crawl", "furniture": "page furniture",
    "comment_form": "comment form", "author_box": "author box", "other_stories": "other stories",
    "publisher_notice": "publisher’s notice", "source_tag": "source tag", "blank": "blank",
}  # fmt: skip
"""Kind of a block → what it is called."""

LABELS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "country or city", "LOC": "region",
    "FAC": "facility", "NORP": "people or nationality", "EVENT": "operation",
}  # fmt: skip
"""Label of an entity → what it is called."""

BASES = {
    "metadata": "from the record of the source", "stated": "stated in the text",
    "inferred": "inferred from the text", "unknown": "not known",
}  # fmt: skip
"""Basis of a publication date → what it is called."""

VERDICTS = {
    "conflict": "conflict", "different_scope": "different scope", "agree": "agree",
    "compatible": "compatible", "single_source": "one source", "silent": "no answer",
}  # fmt: skip
"""Verdict → what it is called; in the order of how much it matters."""

REUSE = {
    "verbatim": "word for word", "near": "nearly word for word",
    "quotation": "quoting the same statement",
}  # fmt: skip
"""Kind of shared copy → what it is called."""

LAYERS = {
    "blocks": "Cleaning", "mentions": "Entities", "dates": "Dates", "quantities": "Amounts",
    "quotes": "Quotations", "answers": "Answers", "verdicts": "Verdicts",
}  # fmt: skip
"""Layer of the analysis → what it is called."""

LANGUAGES = {"en": "English", "fr": "French"}
"""Code of a language → what it is called."""
