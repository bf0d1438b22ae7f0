"""The language data: inflected forms, and what each word can be."""

from __future__ import annotations

import pytest

from crosscheck import language
from crosscheck.extract.quotes import words as w
from crosscheck.extract.quotes.inflect import all_forms, verb_forms
from crosscheck.extract.quotes.words import words_of


@pytest.mark.parametrize(
    ("code", "lemma", "expected"),
    [
        ("en", "warn", {"warn", "warns", "warned", "warning"}),
        ("en", "note", {"note", "notes", "noted", "noting"}),
        ("en", "reply", {"reply", "replies", "replied", "replying"}),
        ("en", "say", {"say", "says", "said", "saying"}),
        ("en", "stress", {"stress", "stresses", "stressed", "stressing"}),
        ("en", "agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("en", "admit", {"admit", "admits", "admitted", "admitting"}),
        ("en", "write", {"write", "writes", "wrote", "written", "writing"}),
        (
            "fr",
            "annoncer",
            {"annonce", "annoncent", "annoncé", "annonça", "annonçait", "annonçant"},
        ),
        ("fr", "juger", {"juge", "jugent", "jugé", "jugea", "jugeait", "jugeant"}),
        ("fr", "dire", {"dit", "disent", "disait", "disant"}),
        ("fr", "avertir", {"avertit", "avertissent", "averti", "avertissait", "avertissant"}),
    ],
)
def test_forms(code: str, lemma: str, expected: set[str]) -> None:
    data = language.section(code, "quotes")
    forms = {form for form, _ in verb_forms(lemma, data["inflection"], data["irregular"])}
    assert expected <= forms


@pytest.mark.parametrize("code", language.languages())
def test_every_lemma_has_forms_of_letters(code: str) -> None:
    data = language.section(code, "quotes")
    for lemmas in data["cues"].values():
        for lemma in lemmas:
            forms = [form for form, _ in all_forms([lemma], data)]
            assert forms, lemma
            assert all(form.replace("-", "").isalpha() for form in forms)


@pytest.mark.parametrize("code", language.languages())
def test_lists_are_in_small_letters_without_doubles(code: str) -> None:
    data = language.section(code, "quotes")
    for key, entry in data.items():
        if isinstance(entry, list) and all(isinstance(term, str) for term in entry):
            assert entry == [term.lower() for term in entry], key
            assert len(entry) == len(set(entry)), key
    for strength, lemmas in data["cues"].items():
        assert len(lemmas) == len(set(lemmas)), strength


def test_what_a_word_can_be() -> None:
    flags = words_of("en").flags
    assert flags["said"] & w.SPEECH
    assert flags["said"] & w.PAST
    assert flags["report"] & w.SPEECH
    assert flags["report"] & w.DOCUMENT
    assert flags["wants"] & w.WILL
    assert flags["chief of staff"] & w.ROLE
    assert not flags.get("table")
    assert words_of("en").is_adverb("bluntly")
    assert not words_of("fr").is_adverb("bluntly")
