"""Who says a quotation, going by the sentence that it stands in?"""

from __future__ import annotations

from crosscheck.extract.quotes import bare
from crosscheck.extract.quotes.clause import Clause
from crosscheck.extract.quotes.leading import Attribution, before
from crosscheck.extract.quotes.trailing import after, parenthetic

_FEW_WORDS = 3


def attribution_of(
    clause: Clause, quotation: int, text: str, following: Clause | None, *, comma: bool
) -> tuple[Attribution | None, Clause]:
    """Return who says the quotation at token ``quotation``, and the clause that tells it.

    ``text`` is the quotation's; ``comma`` tells whether one follows it. ``following`` is the
    sentence right after it, which may be a mere "X asked." The first of these wins: an adverb in
    marks, a name with a colon, the words that touch the quotation, those after it, those before
    it, the next sentence, an aside further on, a colon or dash, a verb that is in no list.
    """
    if len(text.split()) < _FEW_WORDS and text[-1:].isalnum():
        found = bare.adverbial(clause, quotation)
        if found is not None:
            return found, clause
    label = bare.by_label(clause, quotation)
    if label is not None:
        return label, clause
    closes = comma or text.endswith(",")
    ahead = before(clause, quotation)
    touches = ahead is not None and (
        ahead.cue >= quotation - 2 or clause.lowers[quotation - 1] == ":"
    )
    found = ahead if touches and not closes else after(clause, quotation + 1) or ahead
    if found is None and following is not None and quotation + 1 == len(clause):
        said = after(following, 0, strict=True) or bare.by_credit(following, 0)
        if said is not None:
            return said, following
    found = (
        found
        or parenthetic(clause, quotation)
        or bare.by_colon(clause, quotation)
        or bare.by_view(clause, quotation)
        or bare.by_quoted_verb(clause, quotation, text)
        or bare.by_comma(clause, quotation, opens=text[:1].isupper(), closes=closes)
    )
    return found, clause
