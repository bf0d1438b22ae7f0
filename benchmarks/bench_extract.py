"""How fast is extraction beside spaCy's tokenizer alone, and does its time grow linearly?"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import spacy
from articles import ROOT, articles, seeds

from crosscheck.extract.article import Article
from crosscheck.extract.pipeline import Extractor, load_gazetteer

ROUNDS = 41
SIZES = (100, 1_000, 10_000)


def seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    begun = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - begun


def main() -> None:
    extractor = Extractor(load_gazetteer(Path(ROOT / "codebook")))
    tokenizer = spacy.blank("en").make_doc

    def extract(text: str) -> object:
        return extractor(Article.of(text, published="2022-08-16", published_basis="stated"))

    texts = seeds() * 8
    seconds(extract, texts)
    seconds(tokenizer, texts)
    # Turn by turn, so that what else the machine does slows both alike.
    rounds = [(seconds(extract, texts), seconds(tokenizer, texts)) for _ in range(ROUNDS)]
    ours, alone = (median(times) for times in zip(*rounds, strict=True))
    share = median(tokenizing / extracting for extracting, tokenizing in rounds)
    print(f"tokenizer alone    {len(texts) / alone:7.0f} articles a second")
    print(f"all four layers    {len(texts) / ours:7.0f} articles a second")
    print(f"share of its speed {share:7.3f} (bar 0.200)")
    generated = list(articles(SIZES[-1]))
    for size in SIZES:
        took = seconds(extract, generated[:size])
        print(f"{size:6} generated articles {took:7.2f} s, {1000 * took / size:.2f} ms each")


if __name__ == "__main__":
    main()
