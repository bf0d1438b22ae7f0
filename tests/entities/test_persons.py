"""Which names of persons are found, without rank, trade or place, and whom do they mean?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.entities.conftest import find

CODED = yaml.safe_load((Path(__file__).parent / "persons.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("coded", CODED, ids=[row["id"] for row in CODED])
def test_persons(coded: dict[str, Any]) -> None:
    expected = [row["text"] for row in coded["mentions"] if row["label"] == "PERSON"]
    assert [m.text for m in find(coded["text"]) if m.label == "PERSON"] == expected
