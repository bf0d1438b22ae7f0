"""The settings of a run: every parameter of the notebooks, its type, default, range and meaning.

The parameters cells of the notebooks say the same in literals (a test holds the two together), so
that ``papermill --help-notebook`` documents them.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from crosscheck.errors import CrosscheckError

Folder = Annotated[str, Field(min_length=1)]


class Settings(BaseModel):
    """The parameters of all notebooks; each notebook has some of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seeds: Folder = Field("seeds", description="folder of the source texts, and sources.csv")
    codebook: Folder = Field("codebook", description="folder of what is known of the event")
    results: Folder = Field("results", description="folder that a run writes its tables to")
    figures: Folder = Field("figures", description="folder that the charts are written to")
    spacy_model: str = Field(
        "", description="a spaCy model whose entities fill the gaps; empty for none"
    )
    minimum_similarity: float = Field(
        0.8, ge=0.5, le=1.0, description="how alike two passages must be to count as shared copy"
    )
    prior_strength: float = Field(
        500.0, gt=0, le=1e6, description="words of prior in the log-odds of word choice"
    )
    context_words: int = Field(
        8, ge=1, le=50, description="words shown on either side of a term in context"
    )


def settings_of(values: dict[str, Any]) -> Settings:
    """Return ``values`` as checked settings.

    Raises CrosscheckError in one line: which parameter, what it was, what it must be.
    """
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        what = first["msg"][0].lower() + first["msg"][1:]
        raise CrosscheckError(f"parameter {name} = {first['input']!r}: {what}") from None
