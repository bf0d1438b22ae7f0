"""What was every source asked, and where do the answers agree or part?"""

from __future__ import annotations

from collections import Counter, defaultdict

from crosscheck.report.answers import (
    by_value,
    cited,
    label_of,
    question_anchor,
    question_of,
    said,
    scope_of,
    value_words,
    variable_of,
)
from crosscheck.report.differences import marked, marked_pair, parallel
from crosscheck.report.evidence import Evidence, Row, anchor_name
from crosscheck.report.markdown import captioned, escape, in_lines, link, paragraphs, span, table
from crosscheck.report.names import VERDICTS
from crosscheck.report.wording import capital, counted, listed, number_word

PARTED = ("conflict", "different_scope")


def comparison(evidence: Evidence) -> str:
    """Return what was asked and how the answers compare, in a paragraph."""
    if not evidence.records("verdicts"):
        return (
            "The codebook asks no question yet, so the sources are not compared answer by answer; "
            "what they claim is listed as it was found.\n"
        )
    found = answers_of(evidence)
    total = sum(len(rows) for rows in found.values())
    return (
        f"{tally(evidence)} The sources give {counted(total, 'answer')} in all; @tbl-questions "
        f"holds them side by side, each tied to its words{evidence.see(figure='matrix')}.\n"
    )


def questions(evidence: Evidence) -> str | None:
    """Return every question with its verdict and each source's answer."""
    verdicts = evidence.records("verdicts")
    if not verdicts:
        return None
    answers = answers_of(evidence)
    rows = []
    for verdict in verdicts:
        name = verdict["variable"]
        number = evidence.question_numbers[name]
        rows.append([
            span(f"Q{number}", id=question_anchor(name)),
            question_of(evidence, name),
            _answers(evidence, answers[name]),
            _judged(evidence, verdict),
            support(verdict),
        ])  # fmt: skip
    header = ["No.", "Question", "Answers", "Verdict", "Sources"]
    return captioned(
        "tbl-questions",
        table(header, rows, [5, 26, 37, 22, 10], "llllr"),
        "The questions of the codebook, what each source answers, and the verdict, with the best "
        "value and the rule that picked it. Sources: how many answer, and how many of these are "
        "independent. Each answer leads to its place in the text.",
    )


def agreements(evidence: Evidence) -> str:
    """Return what the sources agree on, the best supported first; copied support is told apart."""
    answers = answers_of(evidence)
    verdicts = [
        row for row in evidence.records("verdicts") if row["verdict"] in ("agree", "compatible")
    ]
    if not verdicts:
        return "On no question do two sources give the same answer, or answers that fit together.\n"
    verdicts.sort(key=lambda row: (-row["independent"], -row["sources"], row["verdict"]))
    items = [_agreement(evidence, row, answers[row["variable"]]) for row in verdicts]
    return "\n".join(f"- {item}" for item in items) + "\n"


def _agreement(evidence: Evidence, verdict: Row, found: list[Row]) -> str:
    label = f"**{capital(label_of(evidence, verdict['variable']))}**"
    text = f"{label} {_number(evidence, verdict)}: "
    values = by_value(evidence, found)
    names = {words: _sources(evidence, rows) for words, rows in values}
    if len(values) == 1:
        text += f"{values[0][0]}, say {names[values[0][0]]}"
    else:
        text += "; ".join(f"{words} ({names[words]})" for words, _ in values)
    if verdict["independent"] < verdict["sources"]:
        text += (
            ", all from one origin" if verdict["independent"] == 1
            else f", from {number_word(verdict['independent'])} independent origins"
        )  # fmt: skip
    return text + "."


def conflicts(evidence: Evidence) -> str:
    """Return each contradiction and each difference of scope, the sentences side by side."""
    answers = answers_of(evidence)
    verdicts = parted(evidence)
    if not verdicts:
        return "On no question do the sources contradict each other.\n"
    return paragraphs(*(_conflict(evidence, row, answers[row["variable"]]) for row in verdicts))


def parted(evidence: Evidence) -> list[Row]:
    """Return the verdicts on which the sources part, by how much they matter.

    Contradictions before differences of scope; those that no majority of sources settles first;
    then by how many sources answer.
    """
    verdicts = [row for row in evidence.records("verdicts") if row["verdict"] in PARTED]
    return sorted(
        verdicts,
        key=lambda row: (
            PARTED.index(row["verdict"]), row["best"] is not None, -row["independent"],
        ),
    )  # fmt: skip


def conflict_anchor(name: str) -> str:
    """Return the anchor of the passage on a question on which the sources part."""
    return anchor_name("parted", name)


def _conflict(evidence: Evidence, verdict: Row, found: list[Row]) -> str:
    name = verdict["variable"]
    heading = f"### {capital(label_of(evidence, name))} {{#{conflict_anchor(name)} .unnumbered}}"
    mark = verdict_mark(verdict["verdict"], capital_first=True)
    text = f"{mark} {evidence.told(verdict['explanation'])}"
    rows = _sentences(evidence, found)
    header = ["Source", "Answer", "In its words"]
    return paragraphs(
        heading,
        f"{text} {_number(evidence, verdict)}",
        table(header, rows, [17, 22, 61]),
    )


def _sentences(evidence: Evidence, found: list[Row]) -> list[list[str]]:
    """Return a row for each answer: source, answer, its sentence with the difference marked."""
    texts = [_sentence_of(evidence, row) for row in found]
    told = []
    for (text, offset), row in zip(texts, found, strict=True):
        others = [other for other, _ in texts if other != text]
        twin = next((other for other in others if parallel(text, other)), None)
        inside = (row["start"] - offset, row["end"] - offset)
        shown = marked_pair(text, twin)[0] if twin else marked(text, [inside])
        words = evidence.cite(row["doc_id"], row["start"], row["end"], said(evidence, row))
        scope = scope_of(evidence, row)
        counted_so = in_lines([words, span(scope, "muted")]) if scope else words
        told.append([evidence.label(row["doc_id"]), counted_so, f"“{shown}”"])
    return told


def _sentence_of(evidence: Evidence, row: Row) -> tuple[str, int]:
    """Return the sentence that holds an answer, and where it begins."""
    found = evidence.sentence_at(row["doc_id"], row["start"])
    if found and row["end"] <= found["end"]:
        return found["text"], found["start"]
    return row["text"], row["start"]


def answers_of(evidence: Evidence) -> dict[str, list[Row]]:
    """Return the answers, variable by variable, in the order of the sources."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in evidence.records("answers"):
        found[row["variable"]].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (evidence.order[row["doc_id"]], row["start"]))
    return found


def _answers(evidence: Evidence, found: list[Row]) -> str:
    by_source: dict[str, list[str]] = defaultdict(list)
    for row in found:
        by_source[row["doc_id"]].append(cited(evidence, row))
    return (
        "; ".join(
            f"{evidence.label(doc_id)}: {', '.join(words)}" for doc_id, words in by_source.items()
        )
        or "—"
    )


def _sources(evidence: Evidence, rows: list[Row]) -> str:
    """Return the names of sources that give one answer, each leading to its place."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["doc_id"], row)
    return listed([
        evidence.cite(doc_id, row["start"], row["end"], evidence.label(doc_id))
        for doc_id, row in first.items()
    ])  # fmt: skip


def _number(evidence: Evidence, verdict: Row) -> str:
    name = verdict["variable"]
    number = evidence.question_numbers[name]
    return f"({link(f'Q{number}', '#' + question_anchor(name))})"


def verdict_mark(verdict: str, *, capital_first: bool = False) -> str:
    """Return a verdict as Markdown that is drawn alike everywhere."""
    said = VERDICTS[verdict]
    return span(capital(said) if capital_first else said, f"verdict-{verdict.replace('_', '-')}")


def _judged(evidence: Evidence, verdict: Row) -> str:
    """Return the verdict with the lowest, best and highest value and why that one is best."""
    variable = variable_of(evidence, verdict["variable"])
    told = [verdict_mark(verdict["verdict"])]
    if verdict["best"]:
        told.append(f"Best: {escape(value_words(evidence, variable, verdict['best']))}")
    ends = [
        escape(value_words(evidence, variable, verdict[end]))
        for end in ("low", "high")
        if verdict[end]
    ]
    if verdict["verdict"] in PARTED and len(set(ends)) > 1:
        told.append(f"Lowest {ends[0]}, highest {ends[1]}")
    if verdict["rule"] and verdict["verdict"] not in ("single_source", "silent"):
        told.append(span(escape(verdict["rule"]), "muted"))
    return in_lines(told)


def support(verdict: Row) -> str:
    """Return how many sources answer, and how many of them are independent."""
    if verdict["sources"] == verdict["independent"]:
        return str(verdict["sources"])
    return f"{verdict['sources']}, {verdict['independent']} indep."


def tally(evidence: Evidence) -> str:
    """Return one sentence that counts the verdicts."""
    counts = Counter(row["verdict"] for row in evidence.records("verdicts"))
    phrases = (
        ("agree", "agree on {}"), ("compatible", "give answers that fit together to {}"),
        ("different_scope", "count different things under {}"),
        ("conflict", "contradict each other on {}"),
    )  # fmt: skip
    parts = [
        phrase.format(counted(counts[verdict], "of them", "of them"))
        .replace("of them", "", 1)
        .strip()
        for verdict, phrase in phrases
        if counts[verdict]
    ]
    rest = []
    if counts["single_source"]:
        rest.append(f"{number_word(counts['single_source'])} are answered by one source only")
    if counts["silent"]:
        rest.append(f"{number_word(counts['silent'])} by none")
    total = counted(sum(counts.values()), "question")
    text = (
        f"Of {total} put to every source, the sources {listed(parts)}" if parts else f"Of {total}"
    )
    return text + ("; " if parts and rest else " ") * bool(rest) + listed(rest) + "."
