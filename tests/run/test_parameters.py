"""Parameters are refused before anything runs, naming what is wrong and what would be right."""

from pathlib import Path

import pytest

from crosscheck.errors import CrosscheckError
from crosscheck.paths import NOTEBOOKS
from crosscheck.run.parameters import check_values, declared, from_file
from crosscheck.settings import Settings

ROOT = Path(__file__).parents[2]
KNOWN = {"minimum_similarity": ("float", 0.8), "context_words": ("int", 8), "results": ("str", "")}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"minimum_similarty": "0.9"}, "did you mean “minimum_similarity”"),
        ({"context": "3"}, "did you mean “context_words”"),
        ({"minimum_similarity": "high"}, "minimum_similarity = 'high': not of type float"),
        ({"context_words": "2.5"}, "context_words = '2.5': not of type int"),
        ({"minimum_similarity": "3"}, "minimum_similarity = 3.0"),
        ({"context_words": 0}, "context_words = 0"),
        ({"results": 5}, "results = 5: not of type str"),
    ],
)
def test_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(CrosscheckError, match=r"^[^\n]*$") as caught:
        check_values(given, KNOWN, "01_clean")
    assert message in str(caught.value)


def test_taken_in_their_type() -> None:
    given = {"minimum_similarity": "0.9", "context_words": "12"}
    assert check_values(given, KNOWN, "x") == {"minimum_similarity": 0.9, "context_words": 12}


def test_parameters_file(tmp_path: Path) -> None:
    path = tmp_path / "p.yml"
    path.write_text("context_words: 4\n")
    assert from_file(path) == {"context_words": 4}
    path.write_text("- 4\n")
    with pytest.raises(CrosscheckError, match=r"p\.yml, line 1"):
        from_file(path)
    path.write_text("a: [1\n")
    with pytest.raises(CrosscheckError, match="line 2"):
        from_file(path)


def test_notebooks_and_settings_say_the_same() -> None:
    seen: set[str] = set()
    for name in NOTEBOOKS:
        for parameter, (kind, default) in declared(ROOT / "notebooks" / f"{name}.ipynb").items():
            field = Settings.model_fields[parameter]
            assert field.default == default, f"{name}: {parameter}"
            assert field.annotation.__name__ == kind, f"{name}: {parameter}"
            seen.add(parameter)
    assert seen == set(Settings.model_fields), "a setting that no notebook has"
