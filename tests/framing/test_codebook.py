"""The schema of the framing groups: what it refuses, and where it says so."""

from __future__ import annotations

import pytest

from crosscheck.codebook.framing import FramingModel, read_framing
from crosscheck.errors import CrosscheckError

GOOD = """
groups:
  - name: harbour
    label: The harbour
    question: How is the harbour named?
    terms:
      - name: port
        forms: {en: [port, ports]}
"""


def test_a_good_file_is_read(tmp_path):
    path = tmp_path / "framing.yml"
    path.write_text(GOOD)
    group = read_framing(path).group("harbour")
    assert group is not None
    assert group.terms[0].forms == {"en": ["port", "ports"]}
    assert read_framing(path).group("hinterland") is None


@pytest.mark.parametrize("content", ["", None])
def test_no_codebook_is_an_empty_one(tmp_path, content):
    path = tmp_path / "framing.yml"
    if content is not None:
        path.write_text(content)
    assert read_framing(path) == FramingModel()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("question:", "quest1on:", "line 3: groups › 0 › question: Field required"),
        ("forms: {en: [port, ports]}", "forms: {}", "line 8: groups › 0 › terms › 0 › forms"),
        ("{en: [port", "{xx: [port", "no language “xx”"),
        ("name: harbour", "name: Harbour", "line 3: groups › 0 › name"),
        ("        forms", "        unless: {en: [air]}\n        forms", "unless"),
        (
            "      - name: port\n",
            "      - name: port\n        forms: {en: [haven]}\n      - name: port\n",
            "the term “port” is there twice",
        ),
    ],
)
def test_a_bad_file_is_refused_in_one_line(tmp_path, old, new, message):
    path = tmp_path / "framing.yml"
    path.write_text(GOOD.replace(old, new))
    with pytest.raises(CrosscheckError) as error:
        read_framing(path)
    assert message in str(error.value)
    assert "\n" not in str(error.value)
    assert str(path) in str(error.value)
