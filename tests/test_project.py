"""The project tells one story: lock, conda route, words of an event outside src, no leftovers."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
# conda-forge calls these by other names, or has more of them than pip.
CONDA_NAMES = {"matplotlib-base": "matplotlib", "python-tzdata": "tzdata"}
CONDA_ONLY = {"python", "pip", "setuptools", "quarto", "spacy-model-en_core_web_sm"}


def split(requirement: str) -> tuple[str, str]:
    name, bounds = re.fullmatch(r"([\w.-]+)\s*(.*)", requirement).groups()
    return CONDA_NAMES.get(name, name), bounds.replace(" ", "")


def test_conda_and_pip_ask_for_the_same() -> None:
    entries = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    flat = [entry for entry in entries if isinstance(entry, str)]
    flat += [entry for part in entries if isinstance(part, dict) for entry in part["pip"]]
    conda = dict(split(entry) for entry in flat if not entry.startswith("-e"))
    wanted = dict(split(entry) for entry in PROJECT["dependencies"])
    assert {k: v for k, v in conda.items() if k not in CONDA_ONLY} == wanted
    assert conda["python"] == PROJECT["requires-python"]
    assert set(conda) >= CONDA_ONLY


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_holds_every_requirement(name: str) -> None:
    lock = (ROOT / name).read_text()
    pinned = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE))
    wanted = list(PROJECT["dependencies"])
    if "dev" in name:
        wanted += PROJECT["optional-dependencies"]["dev"]
    for requirement in wanted:
        assert split(requirement)[0].lower() in pinned, requirement
    assert lock.count("--hash=sha256:") >= len(pinned)
    assert "://" not in lock


def test_both_locks_pin_the_same_versions() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^[\w.-]+==\S+(?: ; .*?)?(?= \\)", (ROOT / name).read_text(), re.M))

    assert pins("requirements.txt") <= pins("requirements-dev.txt")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / line for line in listed.stdout.splitlines()]


def test_the_library_knows_nothing_of_the_event() -> None:
    """Names, places and years of the event are data in codebook/, never words in src/."""
    event = re.compile(
        r"\b(?:Barkhane|Serval|Takuba|Macron|Goïta|Wagner|Ianni|Liptako|Gossi|2022|2013)\b"
    )
    # Docstrings and comments may give an example; code and data may not.
    for path in tracked():
        if "src/crosscheck" not in path.as_posix() or path.suffix not in {".yml", ".lua", ".typ"}:
            continue
        text = re.sub(r"(?m)#.*$", "", path.read_text(encoding="utf-8"))
        assert not (found := event.search(text)), f"{path}: {found}"
