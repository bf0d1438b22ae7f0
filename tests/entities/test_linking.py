"""Aliases of one thing share an id; two persons who share a surname do not."""

from __future__ import annotations

import pytest

from tests.entities.conftest import GAZETTEER, find, linked

ALIASES = {
    "fama": ["FAMA", "FAMa", "Fama", "Malian Armed Forces", "Malian armed forces",
             "Forces armées maliennes", "Forces armees maliennes", "Malian army"],
    "jnim": ["GSIM", "JNIM", "Jnim", "Support Group for Islam and Muslims",
             "Group to Support Islam and Muslims", "Jama'at Nusrat al-Islam wal-Muslimin"],
    "islamic-state": ["ISIS", "ISIL", "Daesh", "Islamic State", "État islamique"],
    "ibrahim-boubacar-keita": ["IBK", "Keïta", "Keita", "Ibrahim Boubacar Keïta"],
    "al-qaeda": ["al-Qaeda", "Al Qaeda", "Al-Qaida", "al-Qaïda"],
    "cote-d-ivoire": ["Ivory Coast", "Côte d'Ivoire", "Côte d’Ivoire", "Cote d'Ivoire"],
    "n-djamena": ["N'Djamena", "N’Djaména", "Ndjamena"],
    "barkhane": ["Barkhane", "Operation Barkhane", "Barkhane_OP"],
    "g5-sahel": ["G5 Sahel", "G5-Sahel", "G-5 Sahel"],
    "united-states": ["US", "U.S.", "USA", "United States", "United States of America"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("entity_id", "name"), [(key, name) for key, names in ALIASES.items() for name in names]
)
def test_alias(entity_id: str, name: str) -> None:
    (mention,) = find(f"We met the {name} there.")
    assert (mention.text.rstrip("."), mention.entity_id) == (name.rstrip("."), entity_id)


PERSONS = {
    "surname later": ("Ali Sow came. Then Sow left.", ["person:ali-sow"] * 2),
    "surname before": ("“No,” said Sow. It was Ali Sow, the baker.", ["person:ali-sow"] * 2),
    "nearest before": (
        "Ali Sow and Anna Sow came. Later Sow left.",
        ["person:ali-sow", "person:anna-sow", "person:anna-sow"],
    ),
    "gender": (
        "Ali Sow and Anna Sow came. Later Mr Sow and Mrs Sow left.",
        ["person:ali-sow", "person:anna-sow", "person:ali-sow", "person:anna-sow"],
    ),
    "rank": (
        "General Ali Sow and Captain Omar Sow came. Then General Sow left.",
        ["person:ali-sow", "person:omar-sow", "person:ali-sow"],
    ),
    "codebook's surname": ("President Macron left.", ["emmanuel-macron"]),
    "another first name": (
        "Laurence Macron came. Then Macron left.",
        ["person:laurence-macron", "person:laurence-macron"],
    ),
    "office of the other": (
        "Laurence Macron came. President Macron left.",
        ["person:laurence-macron", "emmanuel-macron"],
    ),
    "named again in full": (
        "Salif Keita sang for Ibrahim Boubacar Keïta. IBK wept.",
        ["person:salif-keita", "ibrahim-boubacar-keita", "ibrahim-boubacar-keita"],
    ),
    "particle": (
        "Anna van der Meer came. “No,” said Van der Meer.",
        ["person:anna-van-der-meer"] * 2,
    ),
}


@pytest.mark.parametrize(("text", "ids"), PERSONS.values(), ids=PERSONS)
def test_persons(text: str, ids: list[str]) -> None:
    assert [m.entity_id for m in find(text) if m.label == "PERSON"] == ids


ACRONYMS = {
    "definition": (
        "the Farmers Council of Kenya (FCK) met. The FCK voted.",
        "org:farmers-council-of-kenya",
    ),
    "reversed": (
        "the FCK (Farmers Council of Kenya) met. The FCK voted.",
        "org:farmers-council-of-kenya",
    ),
    "letters of another language": (
        "the Farmers Council of Kenya (BKB) met. The BKB voted.",
        "org:farmers-council-of-kenya",
    ),
    "known short form": (
        "the Assembly of Support to Muslims and Islam (JNIM) met. JNIM voted.",
        "jnim",
    ),
}


@pytest.mark.parametrize(("text", "entity_id"), ACRONYMS.values(), ids=ACRONYMS)
def test_acronyms(text: str, entity_id: str) -> None:
    assert [m.entity_id for m in find(text)] == [entity_id] * 3


def test_a_credit_in_brackets_is_no_alias() -> None:
    assert linked("the Farmers Council (AFP)") == [
        "Farmers Council/org:farmers-council", "AFP/afp",
    ]  # fmt: skip


def test_an_entity_has_the_same_id_in_both_languages() -> None:
    english = linked("Swiss guards in Germany")
    french = linked("des gardes suisses en Allemagne", language="fr")
    assert [item.split("/")[1] for item in english] == [item.split("/")[1] for item in french]


def test_names_can_be_looked_up() -> None:
    found = GAZETTEER.find("French army")
    assert found is not None and found.entity_id == "french-armed-forces"
    assert GAZETTEER.find("Nobody In Particular") is None
