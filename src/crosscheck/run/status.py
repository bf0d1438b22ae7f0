"""Which stage is stale, and why? Compared by content with what the last run recorded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosscheck.files import write_text
from crosscheck.paths import Paths
from crosscheck.run.fingerprint import Fingerprint, fingerprint, hash_file, name_of
from crosscheck.run.stages import StageFiles

_STATE = "state.json"
State = dict[str, dict[str, dict[str, str]]]


@dataclass(frozen=True)
class Status:
    """A stage with the reasons why it is stale, in plain words; no reason means up to date."""

    stage: str
    reasons: tuple[str, ...]

    @property
    def stale(self) -> bool:
        """Tell whether the stage has to run."""
        return bool(self.reasons)


def load_state(paths: Paths) -> State:
    """Return what the last run recorded; nothing if there was none or its record is damaged."""
    try:
        state: State = json.loads((paths.results / _STATE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def record(stage: StageFiles, paths: Paths, ran_from: Fingerprint) -> None:
    """Write down what ``stage`` ran from (taken before it ran) and what it wrote."""
    state: State = load_state(paths)
    state[stage.name] = {**ran_from, "outputs": _outputs(stage, paths)}
    text = json.dumps(state, indent=1, sort_keys=True, ensure_ascii=False)
    write_text(paths.results / _STATE, text + "\n")


def status_of(stage: StageFiles, paths: Paths, parameters: Mapping[str, Any]) -> Status:
    """Compare ``stage`` as it would run now with its recorded run."""
    before = load_state(paths).get(stage.name)
    if before is None:
        return Status(stage.name, ("it has not run yet",))
    now: Fingerprint = fingerprint(stage, paths, parameters)
    reasons: list[str] = []
    for part, current in now.items():
        reasons += _changes(part, before.get(part, {}), current)
    outputs = _outputs(stage, paths)
    for name, written in before.get("outputs", {}).items():
        if outputs.get(name) != written:
            reasons.append(f"output {name} {'was edited' if name in outputs else 'is gone'}")
    return Status(stage.name, tuple(reasons))


def _changes(part: str, before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    said = []
    for name in sorted({*before, *now}):
        old, new = before.get(name), now.get(name)
        if old == new:
            continue
        if part in {"parameters", "environment"}:
            said.append(f"{part.rstrip('s')} {name}: {old or 'none'} → {new or 'none'}")
        else:
            verb = "is new" if old is None else "is gone" if new is None else "changed"
            said.append(f"{part} {name} {verb}")
    return said


def _outputs(stage: StageFiles, paths: Paths) -> dict[str, str]:
    return {name_of(path, paths): hash_file(path) for path in stage.outputs(paths) if path.exists()}
