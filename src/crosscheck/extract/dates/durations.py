"""How long, how often? ISO 8601 durations: P9Y, PT2H30M, and PXW where the number is not said."""

from __future__ import annotations

import re

_HALVES = {"Y": "6M", "H": "30M", "D": "T12H", "MIN": "30S"}
_UNIT = re.compile(r"(\d*)([A-Z]+)")


def duration(amount: float | str, unit: str) -> str | None:
    """Return ``amount`` (a number, or X for "several") of ``unit`` as an ISO duration.

    Units are those of the language data: S, MIN, H, D, W, M, Q (three months), Y, with a factor
    before them ("10Y" is a decade). An unknown number is written X, as TIMEX3 does; of decades XX.
    """
    found = _UNIT.fullmatch(unit)
    if found is None:
        return None
    factor, name = int(found[1] or 1), found[2]
    if name == "Q":
        factor, name = factor * 3, "M"
    time = "T" if name in {"S", "MIN", "H"} else ""
    letter = "M" if name == "MIN" else name
    if isinstance(amount, str):
        return f"P{time}{'X' * len(str(factor))}{letter}"
    whole, rest = divmod(amount * factor, 1)
    if rest == 0.5 and name in _HALVES:
        count = f"{int(whole)}{letter}" if whole else ""
        return f"P{time}{count}{_HALVES[name]}"
    return f"P{time}{amount * factor:g}{letter}" if amount < 1e6 else None
