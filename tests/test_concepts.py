"""The concept table is sound, and finds what texts name; its lemmas are those of the dictionaries, faults corrected."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.lang.concepts import (
    CONCEPTS,
    LANGUAGES,
    Found,
    concepts,
    exclude,
    excluded,
    find,
    kinds,
    lemma,
    opposites,
    related,
)

CASES = Path(__file__).parent / "cases" / "term"
TOKEN = re.compile(r"[^\W\d_]+['’]|\w+(?:-\w+)*|[^\w\s]")
NAMING = [concept for concept in CONCEPTS.values() if concept.kind != "idiom"]


def cases() -> list[Any]:
    read = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.yaml"))}
    return [
        pytest.param(code, case, id=f"{code}: {case['text'][:50]}") for code, found in read.items() for case in found
    ]


def named(text: str, language: str) -> set[str]:
    return {found.concept_id for found in find(TOKEN.findall(text), language)}


@pytest.mark.parametrize(("language", "case"), cases())
def test_texts_name_their_concepts(language: str, case: dict[str, Any]) -> None:
    said = named(case["text"], language)
    assert said >= set(case.get("concepts", ()))
    assert not said & set(case.get("not", ()))


def test_there_are_enough_concepts() -> None:
    assert len(NAMING) >= 800


def test_every_concept_has_words_in_every_language() -> None:
    assert [(c.id, code) for c in NAMING for code in LANGUAGES if not (c.words or {}).get(code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_names_its_concept_and_not_its_opposite(language: str) -> None:
    for concept in NAMING:
        for phrase in (concept.words or {})[language]:
            ids = concepts(phrase, language)
            assert concept.id in ids, phrase
            assert not [pair for pair in combinations(ids, 2) if related(*pair) == "opposite"], phrase


def test_opposites_hold_both_ways_and_nothing_is_a_kind_of_its_opposite() -> None:
    for id, concept in CONCEPTS.items():
        assert all(id in opposites(other) for other in opposites(id))
        assert id not in kinds(id)
        assert not kinds(id) & (concept.opposites | concept.excludes)


def test_relations() -> None:
    assert related("rise", "rise") == "same"
    assert related("rise", "fall") == "opposite"
    assert related("colonel", "officer") == "broader"
    assert related("officer", "colonel") == "narrower"
    assert related("memorandum-of-understanding", "agreement") == "broader"
    assert related("invite", "visit") == "none"
    assert excluded("capital", "country")
    assert not excluded("actor", "politician")
    assert excluded("colonel", "tv-series")
    assert not excluded("colonel", "singer")
    assert not excluded("fall", "city")
    assert exclude(concepts("film", "en"), concepts("novel", "en"))
    assert not exclude(concepts("militaire", "fr"), concepts("avion", "fr"))
    assert not exclude((), concepts("novel", "en"))


def test_places_of_phrases_are_token_indices() -> None:
    tokens = ["le", "chef", "d’", "état-major", "de", "l’", "armée", "est", "arrivé"]
    assert Found("chief-of-staff-military", 1, 6) in find(tokens, "fr")
    assert Found("arrive", 8, 8) in find(tokens, "fr")


def test_elision_may_be_left_out_or_unsplit() -> None:
    for tokens in (["l'", "accord"], ["accord"], ["l'accord"], ["L’accord"]):
        assert {found.concept_id for found in find(tokens, "fr")} == {"agreement"}


def test_other_languages_have_no_concepts_and_identity_lemmas() -> None:
    assert find(["De", "minister", "tekende"], "zz") == []
    assert lemma("Tekende", "zz") == "tekende"


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("rose", "en", "rise"),
        ("lasted", "en", "endure"),
        ("dément", "fr", "démentir"),
        ("élus", "fr", "élire"),
        ("entre", "fr", "entre"),
        ("Signé", "fr", "signer"),
        ("detto", "it", "dire"),
        ("partita", "it", "partita"),
        ("Plan", "de", "plan"),
        ("Beschlüsse", "de", "beschluss"),
        ("Drohnen", "de", "drohne"),
        ("irmãs", "pt", "irmã"),
        ("firmaron", "es", "firmar"),
        ("ouverte", "fr", "ouvrir"),
        ("découverts", "fr", "découvrir"),
        ("growing", "en", "grow"),
        ("beschloss", "de", "beschließen"),
        ("scritta", "it", "scrivere"),
        ("abertos", "pt", "abrir"),
    ],
)
def test_lemmas(word: str, language: str, expected: str) -> None:
    assert lemma(word, language) == expected
