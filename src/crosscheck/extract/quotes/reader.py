"""From quotations in marks to records: what kind, who said it, by which cue?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.attribution import attribution_of
from crosscheck.extract.quotes.bare import by_subject, is_named, is_title
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.credits import credited_beside, is_by_itself
from crosscheck.extract.quotes.headings import is_heading, quoted_again, quoted_below
from crosscheck.extract.quotes.leading import Attribution
from crosscheck.extract.quotes.marks import Marked
from crosscheck.extract.quotes.memory import Memory, Speaker
from crosscheck.extract.quotes.paragraphs import Paragraph
from crosscheck.extract.quotes.speakers import resolve, subject_in
from crosscheck.extract.records import Quote

_FEWEST_WORDS = 3
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_HEADLINES = ("title", "subtitle", "heading")
# How far back the speaker of a quotation without attribution may be.
_SENTENCES_BACK = 6
_QUOTATIONS_BACK = 20
# The last paragraph that may sum up what the text below tells.
_STANDFIRST = 2


class _Found(NamedTuple):
    """A quotation on the way to its record; ``clause`` is where its attribution ``own`` stands."""

    marked: Marked
    sentence: int
    paragraph: int
    title: bool
    named: bool
    heading: bool
    own: Attribution | None
    clause: Clause


def read_quotations(
    memory: Memory, paragraphs: Sequence[Paragraph], marked: Sequence[Marked]
) -> list[Quote]:
    """Return a record for each of the quotations ``marked``, in order."""
    found = list(_attributed(memory, paragraphs, marked))
    said: list[Speaker | None] = []
    rows: list[Quote] = []
    for one in found:
        start, end = one.marked.start, one.marked.end
        text = memory.discourse.raw[start:end]
        kind = "direct" if len(_WORD.findall(text)) >= _FEWEST_WORDS else "scare"
        speaker: Speaker | None = None
        cue, rule = None, "marks"
        if one.title:
            kind, rule = "scare", "title"
        elif one.named and one.own is None:
            kind, rule = "scare", "name"
        elif one.own is not None:
            if not _is_another_text(one.clause, one.own):
                speaker = resolve(memory, one.clause, one.own.source, one.sentence)
            cue = one.clause.text(one.own.cue, one.own.cue) if one.own.cue >= 0 else None
            rule = one.own.rule
        else:
            alone = is_by_itself(memory, paragraphs[one.paragraph], one.marked)
            speaker = credited_beside(memory, paragraphs, one.paragraph) if alone else None
            if speaker is not None:
                kind, rule = "block", "set_off"
            elif (kind == "direct" or one.marked.resumes) and not one.heading:
                speaker = _continued(memory, paragraphs, found, said)
                rule = "continued" if speaker is not None else rule
        said.append(speaker)
        if speaker is not None:
            memory.quote(one.sentence, speaker)
        name, entity_id = (speaker.text, speaker.entity_id) if speaker else (None, None)
        rows.append(Quote(start, end, text, name, entity_id, cue, kind, rule))
    for number, one in enumerate(found):
        below = _said_below(memory, paragraphs, one, rows, number)
        if below is not None:
            rows[number] = rows[number]._replace(
                speaker=below.speaker, speaker_id=below.speaker_id, rule="heading"
            )
    return rows


def _is_another_text(clause: Clause, own: Attribution) -> bool:
    """Tell whether "another" is a text that nobody in particular wrote ("Another read: “…”")."""
    read = own.cue >= 0 and clause.lowers[own.cue] in clause.words.written
    return read and clause.lowers[own.source.first] in clause.words.standalone


def _said_below(
    memory: Memory,
    paragraphs: Sequence[Paragraph],
    one: _Found,
    rows: Sequence[Quote],
    number: int,
) -> Quote | None:
    """Return the quotation further on from which a heading, or the words below it, quotes."""
    row = rows[number]
    if row.kind != "direct":
        return None
    if one.heading and (one.own is None or one.own.rule in ("colon_clause", "colon")):
        place = paragraphs[one.paragraph]
        same_words = row.speaker is not None or one.own is not None
        return quoted_below(rows, number, place, memory.discourse.raw, same_words=same_words)
    unknown = row.speaker is None and row.rule != "block" and one.own is None
    loose = one.paragraph <= _STANDFIRST and row.speaker_id is None
    return quoted_again(rows, number) if one.heading or unknown or loose else None


def _attributed(
    memory: Memory, paragraphs: Sequence[Paragraph], marked: Sequence[Marked]
) -> Iterator[_Found]:
    """Yield the quotations with what their own sentence, or the next, tells of the speaker."""
    discourse = memory.discourse
    paragraph = 0
    for number, quotation in enumerate(marked):
        while paragraphs[paragraph].end <= quotation.first:
            paragraph += 1
        sentence = discourse.sentence_at(quotation.first)
        clause = discourse.clause(sentence)
        token = clause.quotations[number]
        text = discourse.raw[quotation.start : quotation.end]
        headline = paragraphs[paragraph].kind in _HEADLINES
        title = not headline and is_title(clause, token, text)
        comma = discourse.raw[quotation.last : quotation.last + 1] == ","
        following = _following(memory, sentence, quotation)
        own, place = attribution_of(clause, token, text, following, comma=comma)
        named = is_named(clause, token, text)
        if named and own is not None and own.cue > token and place is clause:
            own = None
        heading = is_heading(discourse.raw, paragraphs, paragraph, quotation)
        yield _Found(quotation, sentence, paragraph, title, named, heading, own, place)


def _following(memory: Memory, sentence: int, quotation: Marked) -> Clause | None:
    """Return the sentence that begins right after a quotation, on the same line."""
    sentences = memory.discourse.sentences
    if sentence + 1 >= len(sentences):
        return None
    gap = memory.discourse.raw[quotation.last : sentences[sentence + 1].start]
    near = len(gap) < 3 and not gap.strip() and "\n" not in gap
    return memory.discourse.clause(sentence + 1) if near else None


def _continued(
    memory: Memory,
    paragraphs: Sequence[Paragraph],
    found: Sequence[_Found],
    said: Sequence[Speaker | None],
) -> Speaker | None:
    """Return who goes on speaking in the next quotation of ``found``, which names nobody.

    ``said`` are the speakers of those before it. A quotation that is a sentence of its own goes
    to the one quoted, announcing or acting before it; a fragment to the other quotation of its
    sentence, the person that the sentence is about, or the quotation before in the paragraph.
    """
    one = found[len(said)]
    if one.marked.resumes and said and said[-1] is not None:
        return said[-1]
    if not one.marked.closed:
        later = _end_of_run(found, len(said))
        if later.own is not None:
            return resolve(memory, later.clause, later.own.source, later.sentence)
    clause = memory.discourse.clause(one.sentence)
    if clause.alone or _is_sentence(clause, clause.quotations[len(said)], one.marked, memory):
        start = paragraphs[one.paragraph].start
        return (
            _spoke_before(memory, one.sentence, start, within=True)
            or _next_in(memory, found, len(said), "paragraph")
            or _spoke_before(memory, one.sentence, start, within=False)
        )
    following = _next_in(memory, found, len(said), "sentence")
    subject = by_subject(clause, clause.quotations[len(said)]) if following is None else None
    if subject is not None:
        return resolve(memory, clause, subject.source, one.sentence)
    start = paragraphs[one.paragraph].start
    return following or _in_paragraph(found, said) or _reports_before(memory, one.sentence, start)


def _is_sentence(clause: Clause, token: int, marked: Marked, memory: Memory) -> bool:
    """Tell whether a quotation that opens a sentence is one of its own („…“ A woman nods.)."""
    if token or len(clause) < 2 or clause.flags[1] & w.QUOTATION:
        return False
    ends = memory.discourse.raw[marked.end - 1] in ".!?…"
    return ends and memory.discourse.raw[clause.starts[1]].isupper()


def _end_of_run(found: Sequence[_Found], number: int) -> _Found:
    """Return the part of a quotation over several paragraphs that tells who speaks."""
    for later in found[number + 1 : number + _QUOTATIONS_BACK]:
        if not later.marked.resumes:
            break
        if later.own is not None:
            return later
    return found[number]


def _spoke_before(memory: Memory, sentence: int, start: int, *, within: bool) -> Speaker | None:
    """Return who spoke last in the sentences before ``sentence``, the nearest first.

    ``within`` its paragraph, which begins at ``start``, whoever a sentence is about counts too.
    """
    for number in range(sentence - 1, max(-1, sentence - 1 - _SENTENCES_BACK), -1):
        inside = memory.discourse.sentences[number].start >= start
        if within and not inside:
            break
        speaker = memory.quoted_in(number)
        if speaker is None and (within or (number == sentence - 1 and _announces(memory, number))):
            speaker = subject_in(memory, number, anyone=_announces(memory, number))
        elif speaker is None:
            speaker = memory.announcing_in(number)
        if speaker is not None:
            return speaker
    return None


def _reports_before(memory: Memory, sentence: int, start: int) -> Speaker | None:
    """Return whose speech the sentences before report, in the paragraph that begins at ``start``.

    A sentence may carry it on without a verb of its own ("X rejected the charge. The mission was
    carried out “in the open”.").
    """
    for number in range(sentence - 1, max(-1, sentence - 1 - _SENTENCES_BACK), -1):
        if memory.discourse.sentences[number].start < start:
            break
        speaker = memory.quoted_in(number) or memory.announcing_in(number, stance=True)
        if speaker is not None:
            return speaker
    return None


def _announces(memory: Memory, sentence: int) -> bool:
    """Tell whether a sentence ends in a colon ("X issued the following statement:")."""
    end = memory.discourse.sentences[sentence].end
    return memory.discourse.raw[end - 1] == ":"


def _next_in(memory: Memory, found: Sequence[_Found], number: int, unit: str) -> Speaker | None:
    """Return the speaker of the quotation after ``number``, if it is in the same ``unit``."""
    following = found[number + 1] if number + 1 < len(found) else None
    if following is None or following.own is None:
        return None
    if getattr(following, unit) != getattr(found[number], unit):
        return None
    return resolve(memory, following.clause, following.own.source, following.sentence)


def _in_paragraph(found: Sequence[_Found], said: Sequence[Speaker | None]) -> Speaker | None:
    """Return the last speaker quoted before in the paragraph of the next quotation."""
    number = len(said)
    for earlier in range(number - 1, max(-1, number - _QUOTATIONS_BACK), -1):
        if found[earlier].paragraph != found[number].paragraph:
            break
        if said[earlier] is not None:
            return said[earlier]
    return None
