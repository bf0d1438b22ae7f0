"""Writing a chart as SVG and PNG: the same bytes every time, and words for who can't see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.figure import Figure

from crosscheck.chart.canvas import STYLE, plain
from crosscheck.files import replacing, write_text

_OPENING = re.compile(r"<svg\b[^>]*>")
_NEEDLESS = re.compile(r"\s*<metadata>.*?</metadata>|\s*<!--.*?-->", re.DOTALL)
_GROUP = re.compile(r'(<g) id="\w+_\d+"')
_NAME = re.compile(r'(\bid="|href="#|url\(#)')
_NUMBER = re.compile(r"scale\([^)]*\)|(\d+\.\d{2})\d+")
_SHIFT = re.compile(r'(<use [^>]*)transform="translate\((-?\d+(?:\.\d)?)\d* 0\)"')
_FONTS = {"DejaVuSans-BoldOblique-": "z", "DejaVuSans-Bold-": "b", "DejaVuSans-Oblique-": "i",
          "DejaVuSans-": "r"}  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """A chart on disk; a notebook that ends a cell with it shows the PNG."""

    svg: Path
    png: Path
    alt: str

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, object], dict[str, object]]:
        shown: dict[str, object] = {"image/png": self.png.read_bytes(), "text/plain": self.alt}
        return shown, {"image/png": {"alt": self.alt}}


def save_figure(figure: Figure, folder: Path, name: str, alt: str) -> Drawn:
    """Write ``folder/name.svg`` and ``folder/name.png``, each whole or not at all.

    ``alt`` states what the chart shows; it becomes the SVG's ``desc`` and the PNG's description,
    and the figure's label (the charts put their title there) the ``title``. No date, no random id
    and no name of a program is written, so that the same figure gives the same bytes.
    """
    title, alt = plain(str(figure.get_label())) or name, plain(alt)
    svg, png = folder / f"{name}.svg", folder / f"{name}.png"
    with mpl.rc_context(fname=STYLE):
        drawn = BytesIO()
        figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
        with replacing(png) as temporary:
            about = {"Title": title, "Description": alt, "Software": None}
            figure.savefig(temporary, format="png", metadata=about)
    write_text(svg, _described(drawn.getvalue().decode("utf-8"), name, title, alt))
    return Drawn(svg, png, alt)


def _described(drawn: str, name: str, title: str, alt: str) -> str:
    """Return the SVG with its title and description, which a screen reader reads out."""
    drawn = _compact(drawn, name)
    opening = _OPENING.search(drawn)
    if opening is None:
        raise ValueError("no svg element")
    labelled = f' role="img" aria-labelledby="{name}-title {name}-desc">'
    words = (
        f'\n <title id="{name}-title">{escape(title)}</title>'
        f'\n <desc id="{name}-desc">{escape(alt)}</desc>'
    )
    end = opening.end()
    lines = f"{drawn[: end - 1]}{labelled}{words}{drawn[end:]}".splitlines()
    return "\n".join(line.strip() for line in lines) + "\n"


def _compact(drawn: str, name: str) -> str:
    """Return the SVG without what nobody reads, its ids unlike those of any other chart."""
    drawn = _GROUP.sub(r"\1", _NEEDLESS.sub("", drawn))
    for font, letter in _FONTS.items():
        drawn = drawn.replace(font, letter)
    drawn = _NAME.sub(rf"\g<1>{name}-", drawn)
    drawn = _NUMBER.sub(lambda number: number[1] or number[0], drawn)
    return _SHIFT.sub(r'\1x="\2"', drawn).replace("xlink:href=", "href=")
