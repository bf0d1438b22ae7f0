"""Reading YAML that people write: word lists stay words, errors name file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from crosscheck.errors import CrosscheckError

Model = TypeVar("Model", bound=BaseModel)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML without the traps of version 1.1: ``on``, ``no`` and dates stay the text they are."""


_TRAPS = {"tag:yaml.org,2002:timestamp": None, "tag:yaml.org,2002:bool": "tTfF"}
_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, regexp)
        for tag, regexp in resolvers
        if tag not in _TRAPS or (_TRAPS[tag] is not None and first in (_TRAPS[tag] or ""))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path) -> Any:
    """Return what ``path`` holds (``None`` for an empty file).

    Raises CrosscheckError, naming file and line, when it is missing or not YAML.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CrosscheckError(f"{path}: no such file") from None
    except UnicodeDecodeError as error:
        raise CrosscheckError(f"{path}: not UTF-8 at byte {error.start}") from None
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CrosscheckError(f"{path}, line {line}: not valid YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise CrosscheckError(f"{path}: not valid YAML: {error}") from None


def read_model(path: Path, model: type[Model]) -> Model:
    """Return ``path`` validated by a pydantic ``model`` (which forbids unknown keys).

    Raises CrosscheckError with file, line and the key that is wrong.
    """
    content = read_yaml(path)
    try:
        return model.model_validate({} if content is None else content)
    except ValidationError as error:
        first = error.errors()[0]
        where = first["loc"]
        key = " › ".join(str(part) for part in where) or "the file"
        message = f"{path}, line {line_of(path, where)}: {key}: {first['msg']}"
        raise CrosscheckError(message) from None


def line_of(path: Path, location: tuple[int | str, ...]) -> int:
    """Return the line on which the node at ``location`` stands, or the nearest one above it."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    line = 1
    for part in location:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(part)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            found = (node.value[part],) * 2 if part < len(node.value) else None
        else:
            found = None
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return line
