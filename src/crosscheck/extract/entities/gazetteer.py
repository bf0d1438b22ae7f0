"""Which known name begins here? The codebook's names first, then those every reader knows."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from crosscheck import language
from crosscheck.extract.entities.lexicon import lexicon
from crosscheck.extract.entities.places import places
from crosscheck.extract.entities.words import Words, key_of

if TYPE_CHECKING:
    from crosscheck.codebook.entities import GazetteerModel

_JOINS = frozenset((" ", "-", "'", "’", "\u00a0", "\u2011", "\n", "_", ".", ". ", "’s ", "'s "))
_END = ""


class Entry(NamedTuple):
    """What a name stands for, and what must hold where it is found.

    ``exact``: only in capitals ("US", not "us"). ``soft``: needs a look at the context.
    ``surname``: part of a person's name. ``noun``: not before a noun ("Italian military base").
    ``seat``: speaks for a government. ``large``: a city of a million people.
    """

    entity_id: str
    name: str
    label: str
    rule: str
    exact: bool = False
    soft: bool = False
    surname: bool = False
    noun: bool = False
    seat: bool = False
    large: bool = False


Node = dict[str, Any]


class NameTree:
    """The names of one language as a tree of word keys."""

    def __init__(self) -> None:
        self.root: Node = {}
        self.small: set[str] = set()

    def add(self, name: str, entry: Entry) -> None:
        """Add ``name`` unless it is there; one written with a small initial is matched so too."""
        key = key_of(name)
        if not key:
            return
        node = self.root
        for part in key:
            node = node.setdefault(part, {})
        if _END not in node:
            node[_END] = entry
            if name[0].islower():
                self.small.add(key[0])

    def starting_at(self, words: Words, first: int) -> list[tuple[int, Entry]]:
        """Return the end (a word index) and entry of each name that begins at ``first``.

        The longest comes last.
        """
        node = self.root.get(words.keys[first])
        hits = []
        last = first
        while node is not None:
            if _END in node:
                hits.append((last + 1, node[_END]))
            gap = words.gaps[last]
            last += 1
            if last == len(words.keys) or gap not in _JOINS:
                break
            if gap == ". " and words.ends[last - 1] - words.starts[last - 1] > 2:
                break
            node = node.get(words.keys[last])
        return hits


class Gazetteer:
    """The codebook's entities with, behind them, the places and peoples that every reader knows."""

    def __init__(self, model: GazetteerModel) -> None:
        self.model = model
        self._trees: dict[str, NameTree] = {}

    @cached_property
    def rows(self) -> dict[str, Any]:
        """The codebook's rows by id."""
        return {row.id: row for row in self.model.entities}

    def tree(self, code: str) -> NameTree:
        """Return the names as a text in language ``code`` writes them."""
        if code not in self._trees:
            self._trees[code] = self._build(code)
        return self._trees[code]

    def find(self, name: str, code: str = language.DEFAULT) -> Entry | None:
        """Return what ``name`` as a whole stands for, or None."""
        node: Node | None = self.tree(code).root
        for part in key_of(name):
            node = node.get(part) if node else None
        return node.get(_END) if node else None

    def _build(self, code: str) -> NameTree:
        tree = NameTree()
        known = lexicon(code)
        for row in self.model.entities:
            full = key_of(row.name)
            for spelling, names in (("", [row.name]), *row.aliases.items()):
                for name in names:
                    key = key_of(name)
                    entry = Entry(
                        row.id,
                        row.name,
                        row.label,
                        "codebook",
                        exact=name.isupper() and len("".join(key)) <= 3,
                        surname=row.label == "PERSON" and key != full and key == full[-len(key) :],
                        noun=key[-1] in known.adjectival,
                        seat=row.seat_of is not None,
                    )
                    # A small initial of another language ("golfe de Guinée") is not expected here.
                    foreign = spelling not in ("", code)
                    tree.add(name[0].upper() + name[1:] if foreign else name, entry)
        for place in places(code):
            soft = place.soft or (place.label == "GPE" and key_of(place.name)[0] in known.given)
            tree.add(
                place.name,
                Entry(
                    place.entity_id,
                    place.canonical,
                    place.label,
                    place.rule,
                    exact=place.name.isupper() and len(place.name) <= 3,
                    soft=soft,
                    seat=place.capital,
                    large=place.large,
                ),
            )
        return tree
