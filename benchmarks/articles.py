"""Articles made from the coder's own sentences, as many as asked, always the same ones."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
_LAYERS = ("mentions", "dates", "quantities", "quotes")
_SENTENCES = 14


def sentences() -> list[str]:
    """Return the coded English sentences of all layers."""
    found = []
    for layer in _LAYERS:
        path = ROOT / "codebook" / "gold" / "sentences" / f"{layer}.yml"
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [e["text"].strip() for e in entries if e.get("language", "en") == "en"]
    return [text for text in found if "\n" not in text]


def articles(count: int, seed: int = 2022) -> Iterator[str]:
    """Yield ``count`` articles of about 2,500 characters; their numbers are drawn anew."""
    draw = random.Random(seed)
    pool = sentences()
    for _ in range(count):
        chosen = draw.sample(pool, _SENTENCES)
        yield "\n\n".join(re.sub(r"\d+", lambda m: vary(m[0], draw), text) for text in chosen)


def vary(number: str, draw: random.Random) -> str:
    """Return another number as long as ``number``; a year stays."""
    if len(number) == 4 and number.startswith(("19", "20")):
        return number
    return "".join(str(draw.randint(1, 9)) for _ in number)


def seeds() -> list[str]:
    """Return the five sources."""
    return [p.read_text(encoding="utf-8") for p in sorted((ROOT / "seeds").glob("*.txt"))]
