"""What does a statistical model see that the codebook and the rules do not?"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language

from crosscheck.extract.article import Article
from crosscheck.extract.entities.words import key_of, slug
from crosscheck.extract.records import Mention
from crosscheck.tables import LABELS

# CoNLL and Wikipedia models use shorter label names.
_SAME = {"PER": "PERSON", "FACILITY": "FAC"}


def gaps_filled(mentions: Sequence[Mention], article: Article, model: Language) -> list[Mention]:
    """Return ``mentions`` plus the model's entities that overlap none of them.

    The rule is ``model:LABEL`` with the model's own label; labels that the tables do not have are
    left out, except PER and FACILITY (LOC and GPE stay as the model gives them).
    """
    known = {(m.label, key_of(m.text)): m.entity_id for m in mentions}
    found = list(mentions)
    for passage in article.passages:
        for ent in model(passage.text).ents:
            label = _SAME.get(ent.label_, ent.label_)
            text = ent.text.strip()
            if label not in LABELS or not key_of(text):
                continue
            start = passage.start + ent.start_char + ent.text.index(text)
            end = start + len(text)
            if any(m.start < end and start < m.end for m in found):
                continue
            entity_id = known.get((label, key_of(text))) or f"{label.lower()}:{slug(text)}"
            found.append(Mention(start, end, text, label, entity_id, f"model:{ent.label_}"))
    return sorted(found)
