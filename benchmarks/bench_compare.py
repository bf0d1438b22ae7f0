"""Does the comparison of 10,000 articles take less than about ten times that of 1,000?

Everything from shared copy to verdicts, on generated articles, each size in a process of its own.
The bars: ten times and a third, and 4 GB.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from articles import ROOT, articles

from crosscheck import tables
from crosscheck.clean import clean_corpus, read_corpus
from crosscheck.codebook.coding import load_codebook
from crosscheck.codebook.load import load_framing
from crosscheck.compare.answers import answer_variables
from crosscheck.compare.claims import claim_rows
from crosscheck.compare.concordance import concordance
from crosscheck.compare.corpus import claims_of_corpus
from crosscheck.compare.framing import framing_table
from crosscheck.compare.reuse import find_reuse
from crosscheck.compare.uncoded import uncoded_claims
from crosscheck.compare.verdicts import compare_answers
from crosscheck.extract.corpus import layer_table
from crosscheck.extract.pipeline import articles_from, extract_all, load_gazetteer

SIZES = (1_000, 10_000)


def prepared(size: int, folder: Path) -> dict[str, pd.DataFrame]:
    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    for number, text in enumerate(articles(size)):
        (seeds / f"{number:06}.txt").write_text(text, encoding="utf-8")
    documents, blocks, sentences = clean_corpus(read_corpus(seeds))
    gazetteer = load_gazetteer(ROOT / "codebook")
    found = extract_all(articles_from(documents, blocks), gazetteer)
    layers = {
        name: layer_table(name, found) for name in ("mentions", "dates", "quantities", "quotes")
    }
    return {"documents": documents, "blocks": blocks, "sentences": sentences, **layers}


def compare(read: dict[str, pd.DataFrame]) -> None:
    cleaned = (read["sentences"], read["blocks"], read["quotes"])
    book, terms = load_codebook(ROOT / "codebook"), load_framing(ROOT / "codebook")
    reuse = find_reuse(*cleaned)
    found = claims_of_corpus(read.__getitem__, book)
    answers = answer_variables(found, book)
    compare_answers(answers, book, reuse)
    uncoded_claims(tables.frame("claims", claim_rows(found)), answers)
    framing_table(read["sentences"], concordance(*cleaned, terms))


def measure(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read = prepared(size, Path(folder))
    begun = time.perf_counter()
    compare(read)
    took = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{size} {took:.2f} {peak:.2f}")


def main() -> None:
    took = []
    for size in SIZES:
        command = [sys.executable, __file__, str(size)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        _, seconds, memory = done.stdout.split()
        took.append(float(seconds))
        print(f"{size:6} articles: {float(seconds):7.1f} s, at most {memory} GB")
    print(f"ratio {took[1] / took[0]:.1f} (bar {10 * 4 / 3:.1f})")


if __name__ == "__main__":
    measure(int(sys.argv[1])) if len(sys.argv) > 1 else main()
