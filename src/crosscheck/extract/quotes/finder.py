"""What is quoted, and who said it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from crosscheck.extract.article import Article, Passage
from crosscheck.extract.quotes import attribution as by
from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.attribution import Attribution
from crosscheck.extract.quotes.blocks import Unmarked, post_in, pull_quote_in
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.discourse import Discourse
from crosscheck.extract.quotes.marks import Marked, Paragraph, marked_spans
from crosscheck.extract.quotes.speakers import NameOf, Speaker, Speakers
from crosscheck.extract.quotes.words import words_of
from crosscheck.extract.records import Mention, Quote
from crosscheck.language import known

_FEWEST_WORDS = 3
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_LINE = re.compile(r"\n[^\S\n]*(\n\s*)?")
_LINE_ENDS = ".!?…:;”\"’'»)"
_MOST_ATTRIBUTION = 160
_SENTENCES_BACK = 6
_HEADLINES = ("title", "subtitle", "heading")


class _Found(NamedTuple):
    """A quotation on the way to its record."""

    marked: Marked
    sentence: int
    token: int
    paragraph: int
    own: Attribution | None
    clause: Clause
    title: bool


class QuoteFinder:
    """Finds quotations and their speakers.

    ``QuoteFinder(name_of=...)`` takes a function from an entity's id to its name; without it the
    longest text of the entity's mentions is its name. The object keeps no state between calls.
    """

    def __init__(self, name_of: NameOf | None = None) -> None:
        self._name_of = name_of

    def __call__(self, doc: Doc, mentions: Sequence[Mention]) -> list[Quote]:
        """Return the quotations of ``doc`` in order, none inside another.

        ``doc`` comes from make_doc; ``mentions`` are its names, in order, with entity ids. A row's
        span leaves out the marks. ``kind`` is direct, scare (fewer than three words, or a name in
        marks), block or post; ``speaker`` is None where nobody is named.
        """
        article: Article = doc._.article
        raw = article.raw
        paragraphs = [p for passage in article.passages for p in _paragraphs(raw, passage)]
        unmarked = list(_unmarked(raw, paragraphs))
        taken = {number for number, _ in unmarked}
        marked = _marked(raw, paragraphs, taken)
        if not marked and not unmarked:
            return []
        discourse = Discourse(article, mentions, marked)
        speakers = Speakers(discourse, self._name_of)
        reader = _Reader(discourse, speakers, paragraphs)
        rows = [
            *reader.read(marked),
            *(reader.read_unmarked(number, one) for number, one in unmarked),
        ]
        return sorted(rows, key=lambda row: row.start)


def _paragraphs(raw: str, passage: Passage) -> Iterator[Paragraph]:
    """Yield the paragraphs of a passage: blank lines part them, and line breaks after a full stop."""
    start, soft = passage.start, False
    for line in _LINE.finditer(raw, passage.start, passage.end):
        before = raw[start : line.start()].rstrip()
        if not before:
            continue
        if line[1] is None and before[-1] not in _LINE_ENDS:
            continue
        yield Paragraph(start, line.start(), passage.kind, known(passage.language), soft)
        start, soft = line.end(), line[1] is None
    if raw[start : passage.end].strip():
        yield Paragraph(start, passage.end, passage.kind, known(passage.language), soft)


def _marked(raw: str, paragraphs: Sequence[Paragraph], taken: set[int]) -> list[Marked]:
    """Return the quotations in marks; every language's paragraphs by that language's marks."""
    spans: list[Marked] = []
    run: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        if number in taken or (run and run[-1].language != paragraph.language):
            if run:
                spans += marked_spans(raw, run, words_of(run[0].language))
            run = []
        if number not in taken:
            run.append(paragraph)
    if run:
        spans += marked_spans(raw, run, words_of(run[0].language))
    return spans


def _unmarked(raw: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Unmarked]]:
    """Yield the posts and pull quotes, with the number of their paragraph."""
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.start, paragraph.end
        found = None
        if paragraph.kind == "post" or "(@" in raw[max(start, end - 120) : end]:
            found = post_in(raw, start, end, sure=paragraph.kind == "post")
        elif paragraph.kind in ("paragraph", "quotation"):
            found = pull_quote_in(raw, start, end)
            if found is None and paragraph.kind == "quotation":
                words = words_of(paragraph.language)
                if not marked_spans(raw, [paragraph], words):
                    text = raw[start:end]
                    begin = start + len(text) - len(text.lstrip())
                    found = Unmarked(begin, start + len(text.rstrip()), end, end, "set_off")
        if found is not None:
            yield number, found


class _Reader:
    """Reads the quotations of one document in order."""

    def __init__(
        self, discourse: Discourse, speakers: Speakers, paragraphs: Sequence[Paragraph]
    ) -> None:
        self._discourse = discourse
        self._speakers = speakers
        self._paragraphs = paragraphs

    def read(self, marked: Sequence[Marked]) -> list[Quote]:
        """Return the records of the quotations in marks."""
        found = list(self._found(marked))
        rows: list[Quote] = []
        said: list[Speaker | None] = []
        for number, one in enumerate(found):
            text = self._discourse.raw[one.marked.start : one.marked.end]
            kind = "direct" if len(_WORD.findall(text)) >= _FEWEST_WORDS else "scare"
            speaker, cue, rule = None, None, "marks"
            if one.title:
                kind, rule = "scare", "title"
            elif one.own is not None:
                speaker = self._speakers.resolve(one.clause, one.own.source, one.sentence)
                cue, rule = self._cue(one), one.own.rule
            open_to_others = one.own is None and not one.title
            if speaker is None and open_to_others:
                block = self._under(one)
                if block is not None:
                    speaker, kind, rule = block, "block", "set_off"
            if speaker is None and open_to_others and (kind == "direct" or one.marked.resumes):
                speaker = self._continued(found, said, number)
                rule = "continued" if speaker is not None else rule
            said.append(speaker)
            if speaker is not None:
                self._speakers.remember(one.sentence, speaker)
            rows.append(self._row(one.marked.start, one.marked.end, speaker, cue, kind, rule))
        return rows

    def read_unmarked(self, number: int, one: Unmarked) -> Quote:
        """Return the record of a post or of a quotation set off as a paragraph."""
        kind = "post" if one.rule == "post" else "block"
        speaker = self._named(one.name_start, one.name_end)
        if speaker is None and kind == "block":
            speaker = self._beside(number)
        return self._row(one.start, one.end, speaker, None, kind, one.rule)

    def _row(
        self, start: int, end: int, speaker: Speaker | None, cue: str | None, kind: str, rule: str
    ) -> Quote:
        text = self._discourse.raw[start:end]
        name, entity_id = (speaker.text, speaker.entity_id) if speaker is not None else (None, None)
        return Quote(start, end, text, name, entity_id, cue, kind, rule)

    def _found(self, marked: Sequence[Marked]) -> Iterator[_Found]:
        """Yield the quotations with the attribution of their own sentence."""
        discourse = self._discourse
        paragraph = 0
        for number, quotation in enumerate(marked):
            while self._paragraphs[paragraph].end <= quotation.first and paragraph + 1 < len(
                self._paragraphs
            ):
                paragraph += 1
            sentence = discourse.sentence_at(quotation.first)
            clause = discourse.clause(sentence)
            token = clause.quotation_token(number)
            own: Attribution | None = None
            title = False
            if token is not None:
                text = discourse.raw[quotation.start : quotation.end]
                kind = self._paragraphs[paragraph].kind
                title = kind not in _HEADLINES and by.is_title(clause, token, text)
                own, clause = self._own(clause, token, quotation, sentence)
            yield _Found(quotation, sentence, token or 0, paragraph, own, clause, title)

    def _own(
        self, clause: Clause, token: int, quotation: Marked, sentence: int
    ) -> tuple[Attribution | None, Clause]:
        """Return the attribution of a quotation, and the clause that it is found in.

        That is the quotation's own sentence, or the next one if it is a mere "X asked."
        """
        raw = self._discourse.raw
        text = raw[quotation.start : quotation.end]
        if len(text.split()) < _FEWEST_WORDS and text[-1:].isalnum():
            adverbial = by.adverbial(clause, token)
            if adverbial is not None:
                return adverbial, clause
        label = by.by_label(clause, token)
        if label is not None:
            return label, clause
        closes = text[-1:] == "," or raw[quotation.last : quotation.last + 1] == ","
        before = by.before(clause, token)
        after = by.after(clause, token + 1)
        adjacent = before is not None and (
            before.cue >= token - 2 or clause.lowers[token - 1] == ":"
        )
        found = (after or before) if closes or not adjacent else before
        if found is None and token + 1 == len(clause):
            following = self._next_clause(sentence, quotation)
            said = by.after(following, 0, strict=True) if following is not None else None
            if said is not None and following is not None:
                return said, following
        found = (
            found
            or by.parenthetic(clause, token)
            or by.by_colon(clause, token)
            or by.by_comma(clause, token, opens=text[:1].isupper(), closes=closes)
        )
        return found, clause

    def _next_clause(self, sentence: int, quotation: Marked) -> Clause | None:
        """Return the sentence that begins right after a quotation, on the same line."""
        sentences = self._discourse.sentences
        if sentence + 1 >= len(sentences):
            return None
        gap = self._discourse.raw[quotation.last : sentences[sentence + 1].start]
        return (
            self._discourse.clause(sentence + 1)
            if len(gap) < 3 and not gap.strip() and "\n" not in gap
            else None
        )

    def _cue(self, one: _Found) -> str | None:
        if one.own is None or one.own.cue < 0:
            return None
        return one.clause.text(one.own.cue, one.own.cue)

    def _continued(
        self, found: Sequence[_Found], said: Sequence[Speaker | None], number: int
    ) -> Speaker | None:
        """Return who goes on speaking in a quotation without an attribution."""
        one = found[number]
        if one.marked.resumes and number:
            return said[-1]
        speakers = self._speakers
        alone = self._stands_alone(one)
        previous = found[number - 1] if number else None
        following = found[number + 1] if number + 1 < len(found) else None
        if not alone:
            if (
                following is not None
                and following.sentence == one.sentence
                and following.own is not None
            ):
                return speakers.resolve(following.clause, following.own.source, following.sentence)
            subject = by.by_subject(one.clause, one.token)
            if subject is not None:
                return speakers.resolve(one.clause, subject.source, one.sentence)
            same = previous is not None and previous.paragraph == one.paragraph
            return said[-1] if same else None
        start = self._paragraphs[one.paragraph].start
        sentence = one.sentence - 1
        while sentence >= 0 and self._discourse.sentences[sentence].start >= start:
            speaker = speakers.spoke_in(sentence) or speakers.subject_in(sentence)
            if speaker is not None:
                return speaker
            sentence -= 1
        if (
            following is not None
            and following.paragraph == one.paragraph
            and following.own is not None
        ):
            return speakers.resolve(following.clause, following.own.source, following.sentence)
        for _ in range(_SENTENCES_BACK):
            if sentence < 0:
                break
            speaker = speakers.spoke_in(sentence) or speakers.announcing_in(sentence)
            if speaker is not None:
                return speaker
            sentence -= 1
        return None

    def _stands_alone(self, one: _Found) -> bool:
        """Tell whether a sentence holds nothing but quotations and connectives."""
        empty = w.QUOTATION | w.MARK | w.CONNECTIVE | w.CONJUNCTION
        return all(flags & empty for flags in self._discourse.clause(one.sentence).flags)

    # ------------------------------------------------------------ set off as paragraphs
    def _under(self, one: _Found) -> Speaker | None:
        """Return the speaker named in a paragraph of its own, if the quotation is one too."""
        raw = self._discourse.raw
        paragraph = self._paragraphs[one.paragraph]
        around = raw[paragraph.start : one.marked.first] + raw[one.marked.last : paragraph.end]
        return None if around.strip() else self._beside(one.paragraph)

    def _beside(self, number: int) -> Speaker | None:
        """Return the speaker named in the attribution below or above paragraph ``number``."""
        for neighbour in (number + 1, number - 1):
            if not 0 <= neighbour < len(self._paragraphs):
                continue
            paragraph = self._paragraphs[neighbour]
            if paragraph.kind == "attribution":
                found = self._named(paragraph.start, paragraph.end)
                if found is not None:
                    return found
            elif neighbour > number and self._is_attribution(paragraph):
                return self._named(paragraph.start, paragraph.end)
        return None

    def _is_attribution(self, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph is but a name with what the person is."""
        text = self._discourse.raw[paragraph.start : paragraph.end].strip()
        if (
            paragraph.kind != "paragraph"
            or len(text) > _MOST_ATTRIBUTION
            or text[-1:] in ("", *'!?:;”"»')
        ):
            return False
        if text[-1] == "." and text[0] not in "-—–":
            return False
        for mention in self._discourse.mentions_in(paragraph.start, paragraph.end)[:1]:
            lead = self._discourse.raw[paragraph.start : mention.start].strip(" \n\t—–-")
            follows = self._discourse.raw[mention.end : paragraph.end].lstrip()[:1]
            words = words_of(paragraph.language)
            titles = all(
                words.flags.get(word.lower().rstrip("."), 0) & w.ROLE for word in lead.split()
            )
            return mention.label == "PERSON" and titles and follows in ("", ",", "(", "–", "—", "-")
        return False

    def _named(self, start: int, end: int) -> Speaker | None:
        """Return the person, else the body, else the words between two offsets."""
        raw = self._discourse.raw
        text = raw[start:end].strip()
        if not text:
            return None
        inside = self._discourse.mentions_in(start, end)
        for label in ("PERSON", "ORG"):
            for mention in inside:
                if mention.label == label:
                    return self._speakers.of_mention(mention)
        for mention in self._discourse.mentions:
            if mention.text == text:
                return self._speakers.of_mention(mention)
        return Speaker(re.split(r"[,(\n]", text)[0].strip(" —–-") or text, None, None)
