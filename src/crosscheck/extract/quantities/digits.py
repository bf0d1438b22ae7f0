"""What number do these digits say? Separators of English, French, Swiss and Indian print."""

from __future__ import annotations

import re
import unicodedata

from crosscheck.extract.quantities.lexicon import BLANKS

_GROUPED = {
    mark: re.compile(rf"[0-9]{{1,3}}(?:{re.escape(mark)}[0-9]{{3}})+(?![0-9])")
    for mark in (",", ".", "'", "’", *BLANKS)
}
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])")
_WHOLE = re.compile(r"[0-9]+")
_DECIMALS = re.compile(r"[.,]([0-9]+)(?![.,'’]?[0-9])")
_FRACTION = re.compile(r"(?:[½¼¾⅓⅔⅛]|[^\S\r\n][0-9]+[/⁄][0-9]+)$")


def read_digits(digits: str, decimal: str) -> tuple[float, int, bool]:
    """Return the value of ``digits``, how many characters of it were read, and whether it is sure.

    ``decimal`` is the language's mark before decimals. "2,400", "2.400", "2 400" and "2'400" are
    all 2400; a lone group of three after the decimal mark ("2.400" in English) is not sure, for
    it may be 2.4. "10 1/2" and "½" are read whole. What cannot belong to the number is left unread.
    """
    value, used, sure = _plain(digits, decimal)
    fraction = _FRACTION.search(digits, used)
    if fraction is not None and (used == 0 or value.is_integer()):
        return value + _fraction(fraction.group().strip()), len(digits), True
    return value, used, sure


def _plain(digits: str, decimal: str) -> tuple[float, int, bool]:
    """Read ``digits`` as far as they are one number without a fraction."""
    for mark, pattern in _GROUPED.items():
        grouped = pattern.match(digits) if mark in digits else None
        if grouped is None or digits.startswith("0"):
            continue
        whole = grouped.group().replace(mark, "")
        rest = _DECIMALS.match(digits, grouped.end())
        if rest is not None and rest.group()[0] != mark:
            return float(f"{whole}.{rest[1]}"), rest.end(), True
        return float(whole), grouped.end(), mark != decimal or grouped.group().count(mark) > 1
    indian = _INDIAN.match(digits)
    if indian is not None:
        return float(indian.group().replace(",", "")), indian.end(), True
    whole_part = _WHOLE.match(digits)
    if whole_part is None:
        return 0.0, 0, True
    rest = _DECIMALS.match(digits, whole_part.end())
    if rest is None:
        return float(whole_part.group()), whole_part.end(), True
    return float(f"{whole_part.group()}.{rest[1]}"), rest.end(), True


def _fraction(written: str) -> float:
    """Return the value of "½" or "1/2"."""
    above, _, below = unicodedata.normalize("NFKC", written).replace("/", "⁄").partition("⁄")
    return float(above) / float(below)
