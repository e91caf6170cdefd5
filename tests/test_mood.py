"""What a passage denies, hedges, attributes or only intends, and what it does not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lang import mood
from factcheck.lang.mood import LANGUAGES, QUALIFIERS, marks, negated
from factcheck.model import Qualifier

CASES = Path(__file__).parent / "cases" / "mood"
KEYS = {"text", "denied", "said", "hedged", "attributed", "intended", "none"}
LEAST = {"en": 15, "fr": 15, "es": 15, "de": 6, "it": 6, "pt": 6}


def read(language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((CASES / f"{language}.yaml").read_text(encoding="utf-8"))
    return found


def cases() -> list[Any]:
    return [pytest.param(code, case, id=f"{code}: {case['text'][:60]}") for code in LANGUAGES for case in read(code)]


def denials(text: str, word: str, language: str) -> int:
    place = text.index(word)
    return sum(span.start <= place < span.end for span in negated(text, 0, len(text), language))


@pytest.mark.parametrize(("language", "case"), cases())
def test_mood(language: str, case: dict[str, Any]) -> None:
    text = case["text"]
    assert set(case) <= KEYS
    found = marks(text, 0, len(text), language)
    if "denied" in case:
        assert denials(text, case["denied"], language) % 2 == 1
    if "said" in case:
        assert denials(text, case["said"], language) % 2 == 0
        assert not [
            cue
            for cue in found
            if cue.qualifier is Qualifier.INTENDED and cue.scope.start <= text.index(case["said"]) < cue.scope.end
        ]
    for qualifier in ("hedged", "attributed", "intended"):
        if qualifier in case:
            assert case[qualifier] in [cue.text for cue in found if cue.qualifier == qualifier]
    for qualifier in case.get("none", ()):
        assert not [cue.text for cue in found if cue.qualifier == qualifier]


@pytest.mark.parametrize("language", LANGUAGES)
def test_enough_texts_that_fire_and_that_do_not(language: str) -> None:
    firing = [case for case in read(language) if set(case) & {"denied", "hedged", "attributed", "intended"}]
    silent = [case for case in read(language) if not set(case) & {"denied", "hedged", "attributed", "intended"}]
    assert min(len(firing), len(silent)) >= LEAST[language]


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_places_are_those_of_the_text(text: str, language: str) -> None:
    for cue in marks(text, 0, len(text), language):
        assert text[cue.start : cue.end] == cue.text
        assert 0 <= cue.scope.start <= cue.scope.end <= len(text)


def test_a_passage_is_read_alone() -> None:
    text = "He did not come. He signed."
    assert marks(text, 17, len(text), "en") == []


def test_other_languages_have_no_marks() -> None:
    assert marks("Hij kwam niet.", 0, 14, "nl") == []


def plain_rows() -> list[Any]:
    """Every row of the tables that has no gap and no class of forms: it must find itself."""
    tables = tomllib.loads((Path(mood.__file__).parent / "mood.toml").read_text(encoding="utf-8"))
    return [
        pytest.param(code, rule, row, id=f"{code} {rule}: {row}")
        for code, table in tables.items()
        for rule in QUALIFIERS
        for row in table.get(rule, ())
        if rule not in ("future", "correction") and not set(row) & set("<…^$|")
    ]


@pytest.mark.parametrize(("language", "rule", "row"), plain_rows())
def test_every_row_finds_itself(language: str, rule: str, row: str) -> None:
    text = f"{row} x"
    assert any(cue.rule == rule and len(cue.text) >= len(row) for cue in marks(text, 0, len(text), language))
