"""Which persons, organisations, places, groups and operations does a source name, and where?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from crosscheck import language
from crosscheck.extract.article import Article
from crosscheck.extract.entities.acronyms import define_acronyms
from crosscheck.extract.entities.classify import classify
from crosscheck.extract.entities.gazetteer import Gazetteer
from crosscheck.extract.entities.lexicon import lexicon
from crosscheck.extract.entities.metonyms import flag_metonyms
from crosscheck.extract.entities.model import gaps_filled
from crosscheck.extract.entities.people import link_persons
from crosscheck.extract.entities.resolve import complete
from crosscheck.extract.entities.scan import scan
from crosscheck.extract.entities.scene import Scene
from crosscheck.extract.entities.words import split_words
from crosscheck.extract.records import Mention


class EntityFinder:
    """Finds the mentions of a source: the gazetteer first, then form and context, then a model.

    ``model`` is a spaCy pipeline of the user; its entities fill gaps and never override.
    """

    def __init__(self, gazetteer: Gazetteer, *, model: Language | None = None) -> None:
        self.gazetteer = gazetteer
        self.model = model

    def __call__(self, doc: Doc) -> list[Mention]:
        """Return the mentions of ``doc`` (with its article at ``doc._.article``), in text order.

        Offsets are characters of the raw source. Mentions do not overlap.
        """
        article: Article = doc._.article
        raw = article.raw
        scenes = []
        for start, end, code in _stretches(article):
            words = split_words(raw, start, end)
            if words.texts:
                scenes.append(scan(words, lexicon(code), self.gazetteer.tree(code)))
        for scene in scenes:
            classify(scene)
            define_acronyms(scene)
        complete(scenes)
        link_persons(scenes)
        for scene in scenes:
            flag_metonyms(scene)
        mentions = [mention for scene in scenes for mention in _mentions(scene, raw)]
        return gaps_filled(mentions, article, self.model) if self.model else mentions


def _stretches(article: Article) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, language) of neighbouring kept passages of one language, joined."""
    current: tuple[int, int, str] | None = None
    for passage in article.passages:
        code = language.known(passage.language)
        if current and current[1] == passage.start and current[2] == code:
            current = (current[0], passage.end, code)
            continue
        if current:
            yield current
        current = (passage.start, passage.end, code)
    if current:
        yield current


def _mentions(scene: Scene, raw: str) -> Iterator[Mention]:
    words = scene.words
    for found in scene.found:
        start, end = words.starts[found.first], words.ends[found.last - 1]
        if words.gaps[found.last - 1].startswith(".") and "." in raw[start:end]:
            # The full stop of "U.S." belongs to the name.
            end += len(words.texts[found.last - 1]) == 1
        yield Mention(
            start, end, raw[start:end], found.label, found.entity_id, found.rule, found.metonym
        )
