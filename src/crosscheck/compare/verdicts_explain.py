"""Why this verdict? One sentence, built from the answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crosscheck.codebook.variables import Variable
from crosscheck.compare.values_relate import Value
from crosscheck.compare.verdicts_given import Given, Judgement, by_source
from crosscheck.report.wording import amount, capital, counted, listed, number_word, when

_SCOPES = {
    "place": "place",
    "period": "period",
    "as_of": "day that they hold for",
    "unit": "kind of value",
}
_TIMES = ("date", "time", "duration")
_MOST_NAMED = 6


class _Wording(NamedTuple):
    """What the sentence is about and how it calls things."""

    variable: Variable
    names: Mapping[str, str]
    places: Mapping[str, str]


def explain(
    variable: Variable,
    given: Sequence[Given],
    judgement: Judgement,
    groups: Mapping[str, str],
    *,
    names: Mapping[str, str],
    places: Mapping[str, str],
) -> str:
    """Return the reason of a verdict in one sentence.

    ``groups`` maps each source to the group that it shares copy with, ``names`` each source, and
    ``places`` some places, to what they are called.
    """
    wording = _Wording(variable, names, places)
    if judgement.verdict == "silent":
        return "No source answers."
    if judgement.verdict == "single_source":
        values = listed([_scoped(wording, one, None) for one in given])
        return f"Only {names[given[0].doc_id]} answers: {values}."
    if judgement.verdict == "agree":
        said = listed(list(dict.fromkeys(_words(variable, one.value) for one in given)))
        text = f"{_all(list(by_source(given)), names)} give {said}"
    elif judgement.verdict == "compatible":
        text = f"{_values(wording, given)} can all be true"
        if variable.type == "duration" and "as_of" in variable.scope:
            text += ", as each counts up to its own day"
    elif judgement.verdict == "different_scope":
        differs = listed([_SCOPES[name] for name in judgement.differs])
        text = f"{_pair(wording, judgement, given)} differ in {differs}: different scope"
    else:
        text = _conflict(wording, judgement, given)
    return f"{capital(text)}{_copied(groups)}."


def _words(variable: Variable, value: Value) -> str:
    """Return a value in words: a category by its label, numbers with their qualifier."""
    if value.value is None:
        return amount(value.low, value.high, value.qualifier)
    if variable.type == "category":
        labels = {one.value: one.label for one in variable.categories}
        return labels.get(value.value, value.value)
    return when(value.value, value.qualifier) if variable.type in _TIMES else value.value


def _scoped(wording: _Wording, one: Given, name: str | None) -> str:
    """Return a value with, in brackets, its sources and the scope that it is told of."""
    inside = [name] if name else []
    scope, value = wording.variable.scope, one.value
    if "place" in scope:
        inside += [wording.places.get(place, place) for place in value.place]
    if "period" in scope and value.period:
        inside.append(_period(value.period))
    if "as_of" in scope and value.as_of:
        inside.append(f"as of {when(value.as_of)}")
    words = _words(wording.variable, value)
    return f"{words} ({', '.join(inside)})" if inside else words


def _period(period: str) -> str:
    return f"over {when(period)}" if period.startswith("P") else when(period)


def _values(wording: _Wording, given: Sequence[Given]) -> str:
    """Return every distinct value with the sources that give it."""
    by_value: dict[str, list[str]] = defaultdict(list)
    for one in given:
        words, name = _words(wording.variable, one.value), wording.names[one.doc_id]
        if name not in by_value[words]:
            by_value[words].append(name)
    said = [f"{words} ({_few(some)})" for words, some in by_value.items()]
    if len(said) > _MOST_NAMED:
        rest = counted(len(said) - _MOST_NAMED + 1, "other value")
        said = [*said[: _MOST_NAMED - 1], rest]
    return listed(said)


def _pair(wording: _Wording, judgement: Judgement, given: Sequence[Given]) -> str:
    """Return the two answers that decide, each with every source that says so of that scope."""
    said: list[str] = []
    for one in judgement.pair or ():
        same = _key(wording.variable, one.value)
        twins = [
            wording.names[two.doc_id] for two in given if _key(wording.variable, two.value) == same
        ]
        said.append(_scoped(wording, one, _few(list(dict.fromkeys(twins)))))
    return listed(said) or "the answers"


def _key(variable: Variable, value: Value) -> tuple[object, ...]:
    """Return what two answers must share to be told together: the value and its scope."""
    return (value.said, *(getattr(value, name) for name in variable.scope))


def _conflict(wording: _Wording, judgement: Judgement, given: Sequence[Given]) -> str:
    """Return that two answers exclude each other, and what would have to be so if they didn't."""
    variable, pair = wording.variable, _pair(wording, judgement, given)
    if variable.type in ("category", "place", "actor"):
        return f"{pair} exclude each other as to {variable.label}: conflict"
    text = f"{pair} can't both be right about {variable.label}: conflict"
    for one in judgement.pair or ():
        silent = [_SCOPES[name] for name in variable.scope if not getattr(one.value, name)]
        if silent:
            name, gap = wording.names[one.doc_id], listed(silent, "or")
            return f"{text}, unless {name}, which gives no {gap}, counts another"
    return text


def _all(sources: Sequence[str], names: Mapping[str, str]) -> str:
    called = [names[doc_id] for doc_id in sources]
    if len(called) == 2:
        return f"both {listed(called)}"
    return _few(called) if len(called) <= _MOST_NAMED else f"all {counted(len(called), 'source')}"


def _few(called: Sequence[str]) -> str:
    if len(called) <= _MOST_NAMED:
        return listed(list(called))
    rest = counted(len(called) - _MOST_NAMED + 1, "other")
    return listed([*called[: _MOST_NAMED - 1], rest])


def _copied(groups: Mapping[str, str]) -> str:
    """Return what is to be said of sources that share the copy which the answer rests on."""
    independent = len(set(groups.values()))
    if independent == len(groups):
        return ""
    if independent == 1:
        return "; they share this copy, so they count as one source"
    return f"; some share copy, so they count as {number_word(independent)} independent sources"
