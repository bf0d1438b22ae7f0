"""How far does the ledger of kept and dropped blocks agree with a human coder's?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from crosscheck.clean.blocks import blocks_of, read_page
from crosscheck.clean.ledger import read_gold, read_pages, score_ledger
from crosscheck.evaluate.layers import score_row

_MEASURED = ("blocks", "dropped text, in characters")


def cleaning_scores(gold: Path, blocks: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield the rows of table ``scores`` for cleaning, in characters outside white space.

    ``gold`` is the folder of the hand coding: ``blocks.csv`` labels the sources, ``pages/`` pages
    of the coder's own, ``pages/aside/`` such as no rule and no weight was made with; ``blocks`` is
    the table of this name. What is not there has no row.
    """
    raws = {str(doc_id): "".join(own["text"]) for doc_id, own in blocks.groupby("doc_id")}
    ledger = gold / "blocks.csv"
    labelled = (
        [row for row in read_gold(ledger) if row["doc_id"] in raws] if ledger.exists() else []
    )
    if labelled:
        found: list[Any] = blocks.to_dict("records")
        yield score_row(score_ledger(found, labelled, raws), "sources", *_MEASURED)
    for corpus, folder in (("own", gold / "pages"), ("aside", gold / "pages" / "aside")):
        pages = read_pages(folder)
        if not pages:
            continue
        anew: list[Mapping[str, Any]] = [
            {"doc_id": page.name, "start": block.start, "end": block.end, "kept": block.kept}
            for page in pages
            for block in blocks_of(read_page(page.raw, page.language))
        ]
        wanted = [row for page in pages for row in page.gold()]
        score = score_ledger(anew, wanted, {page.name: page.raw for page in pages})
        yield score_row(score, corpus, *_MEASURED)
