"""No text makes it fail, its spans are the text's, and its time is linear."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.extract.article import Article, make_doc
from crosscheck.extract.quantities import QuantityFinder
from crosscheck.extract.records import Date, Mention
from crosscheck.tables import QUALIFIERS, frame
from tests.coded import NLP

FIND = QuantityFinder()
WORDS = """
2,400 2.400 2 400 1'000 12 0 007 .5 -5 − ½ 9/11 1/2 24/7 6:30 300-400 2-1 — – - … € $ £ US$ % km
of the them between and to or from some about up at least more than a an half third dozen dozens
hundred hundreds thousand million bn k m one two three-four twenty-five no in Gao French
soldiers killed dead others including total toll : ; , . ( ) [ ] “ ” ‘ ’ « » ' " é İ ß 一 ٣ ² 𝟙 🙂
-strong -year-old years GMT @ # http:// +223 soldiers’ d’ une trentaine de
"""
BLANKS = ("\n", "\n\n", "\t", "\u00a0", "\u202f", "\ufeff", "\x00", "\r\n")
PIECES = st.sampled_from([*WORDS.split(), *BLANKS])
TEXTS = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
    st.text(alphabet="0123456789,. '-/%€$km\n\u00a0"),
)


def check(text, language, dates=(), mentions=()):
    found = FIND(make_doc(NLP, Article.of(text, language_code=language)), dates, mentions)
    end = 0
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.start >= end
        assert one.text.strip()
        end = one.end
        assert one.qualifier in QUALIFIERS
        assert one.low is not None or one.high is not None
        assert one.low is None or one.high is None or one.low <= one.high
        assert one.counted is None or one.counted.strip()
    return found


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["en", "fr", "xx"]))
def test_any_text(text, language):
    assert check(text, language) == check(text, language)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.data())
def test_any_dates_and_names(text, data):
    span = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = data.draw(st.lists(span, max_size=6))
    dates = [Date(a, b, text[a:b], "DATE", "2022", None, None, "r") for a, b in spans[::2] if a < b]
    names = [Mention(a, b, text[a:b], "GPE", "x", "r") for a, b in spans[1::2] if a < b]
    found = check(text, "en", dates, names)
    for one in found:
        assert not any(d.start < one.end and one.start < d.end for d in dates) or one.text[
            0
        ] not in ("0123456789")


def test_no_amount_in_a_date_that_holds_another():
    text = "00000*0"
    dates = [Date(a, b, text[a:b], "DATE", "2022", None, None, "r") for a, b in ((1, 2), (0, 7))]
    assert check(text, "en", dates, []) == []


def test_the_table_takes_them():
    text = "Some 30 men, hundreds of cars, 5 km, 40% of it, up to 9 and 3 to 4 of them in all."
    rows = [{"doc_id": "d", **one._asdict()} for one in check(text, "en")]
    assert len(frame("quantities", rows)) == 6


def test_time_is_linear():
    for piece in (
        "12 ",
        "1,",
        "one two ",
        "from 5 to 4 men, ",
        "about ",
        "5 in Gao and ",
        "(3) ",
        "-",
    ):
        seconds = []
        for times in (100, 1000):
            doc = make_doc(NLP, Article.of(piece * times))
            begin = time.process_time()
            FIND(doc, [], [])
            seconds.append(time.process_time() - begin)
        assert seconds[1] < 40 * seconds[0] + 0.05, (piece, seconds)
