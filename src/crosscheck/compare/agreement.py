"""How well do the program and a human coder agree?

Percent agreement and Krippendorff's alpha (Krippendorff 2018, ch. 12; nominal level) with intervals
by bootstrap over units. A unit is a question, put to a source that the human coded, that at least
one of the two answered; no answer is a code like any other.
"""

from __future__ import annotations

from collections.abc import Sequence

import krippendorff
import numpy as np
import pandas as pd

from crosscheck.codebook.variables import Variable
from crosscheck.tables import frame

_NO_ANSWER = "no answer"
_ALL = "all"
_SEED = 2022

_Unit = tuple[str, str]
_Codes = dict[_Unit, str]


def coder_agreement(
    answers: pd.DataFrame, coder: pd.DataFrame, variables: Sequence[Variable], *, draws: int = 500
) -> pd.DataFrame:
    """Return table ``agreement``: a row a type of variable, and one for all of them.

    ``answers`` is the program's table, ``coder`` the human's (see ``read_coder``). ``units`` counts
    the questions, ``percent`` is from 0 to 1; ``alpha`` is null where all codes are the same.
    ``*_low`` and ``*_high`` are 95 percent intervals.
    """
    program, human = _codes(answers), _codes(coder)
    types = {variable.name: variable.type for variable in variables}
    units = sorted(unit for unit in _units(program, human) if unit[0] in types)
    names = [_ALL, *dict.fromkeys(variable.type for variable in variables)]
    rows = []
    for name in names:
        chosen = [unit for unit in units if name in (_ALL, types[unit[0]])]
        if chosen:
            pairs = [
                (program.get(unit, _NO_ANSWER), human.get(unit, _NO_ANSWER)) for unit in chosen
            ]
            rows.append({"type": name, "units": len(chosen), **_measured(pairs, draws)})
    return frame("agreement", rows)


def disagreements(
    answers: pd.DataFrame, coder: pd.DataFrame, variables: Sequence[Variable]
) -> pd.DataFrame:
    """Return where the two coders differ: variable, doc_id, program, coder (their codes).

    Only sources that the human coded are compared.
    """
    program, human = _codes(answers), _codes(coder)
    order = {variable.name: number for number, variable in enumerate(variables)}
    units = sorted(_units(program, human), key=lambda unit: (order.get(unit[0], -1), unit))
    return pd.DataFrame(
        [
            (*unit, program.get(unit, _NO_ANSWER), human.get(unit, _NO_ANSWER))
            for unit in units
            if program.get(unit) != human.get(unit)
        ],
        columns=["variable", "doc_id", "program", "coder"],
    )


def _units(program: _Codes, human: _Codes) -> set[_Unit]:
    """Return what either of the two answered, of the sources that the human coded."""
    coded = {doc_id for _, doc_id in human}
    return {unit for unit in {*program, *human} if unit[1] in coded}


def _codes(table: pd.DataFrame) -> _Codes:
    """Return the code of each (variable, source): its values, in order, without repetition."""
    found: dict[tuple[str, str], set[str]] = {}
    columns = (table[name] for name in ("variable", "doc_id", "value", "low", "high"))
    for variable, doc_id, value, low, high in zip(*columns, strict=True):
        code = f"{_bound(low)} to {_bound(high)}" if pd.isna(value) else str(value)
        found.setdefault((variable, doc_id), set()).add(code)
    return {unit: "; ".join(sorted(codes)) for unit, codes in found.items()}


def _bound(value: float) -> str:
    return "open" if pd.isna(value) else f"{value:.10g}"


def _measured(pairs: Sequence[tuple[str, str]], draws: int) -> dict[str, float | None]:
    """Return both measures with their intervals."""
    numbers = {code: number for number, code in enumerate(sorted({c for p in pairs for c in p}))}
    coded = np.array([[numbers[code] for code in pair] for pair in pairs], dtype=float)
    drawn = np.random.default_rng(_SEED).integers(0, len(coded), (draws, len(coded)))
    same = (coded[:, 0] == coded[:, 1]).astype(float)
    percents = same[drawn].mean(axis=1)
    alphas = [alpha for one in drawn if (alpha := _alpha(coded[one])) is not None]
    low, high = np.quantile(percents, [0.025, 0.975])
    ends = np.quantile(alphas, [0.025, 0.975]) if alphas else (None, None)
    return {
        "percent": float(same.mean()), "percent_low": float(low), "percent_high": float(high),
        "alpha": _alpha(coded),
        "alpha_low": None if ends[0] is None else float(ends[0]),
        "alpha_high": None if ends[1] is None else float(ends[1]),
    }  # fmt: skip


def _alpha(coded: np.ndarray) -> float | None:
    """Return Krippendorff's alpha for nominal codes; None where there is only one code."""
    if len(np.unique(coded)) < 2:
        return None
    return float(krippendorff.alpha(reliability_data=coded.T, level_of_measurement="nominal"))
