"""Every case file: texts with the values expected of each kind, and texts with none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.extract import numbers, value_mentions
from factcheck.lang import LANGUAGES
from factcheck.model import Kind

CASES = Path(__file__).parent / "cases"
KINDS = (Kind.DATE, Kind.DURATION, Kind.MONEY, Kind.QUANTITY, Kind.PERCENT, Kind.ORDINAL)
PUBLISHED = date(2021, 11, 24)
"""The day that relative dates of the cases are read on, a Wednesday."""


def cases(kind: str) -> list[Any]:
    """The cases of one kind, as pytest parameters named by language and text."""
    found = []
    for path in sorted((CASES / kind).glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            name = f"{kind}-{path.stem}-{case['text'][:40]}"
            found.append(pytest.param(path.stem, case["text"], case["values"], id=name))
    return found


@pytest.mark.parametrize(("language", "text", "values"), [case for kind in KINDS for case in cases(kind)])
def test_values(language: str, text: str, values: dict[str, str], request: pytest.FixtureRequest) -> None:
    kind = Kind(request.node.callspec.id.split("-")[0])
    found = {m.text: str(m.value) for m in value_mentions(text, language, PUBLISHED) if m.kind is kind}
    assert found == values


@pytest.mark.parametrize(("language", "text", "values"), cases("number"))
def test_numbers(language: str, text: str, values: dict[str, str]) -> None:
    assert {text[start:end]: str(amount) for start, end, amount in numbers(text, language)} == values


@pytest.mark.parametrize("kind", [*KINDS, "number"])
def test_every_language_has_cases(kind: str) -> None:
    assert {path.stem for path in (CASES / kind).glob("*.yaml")} == set(LANGUAGES)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not Kind.DURATION])
def test_every_kind_has_a_text_without_it(kind: str) -> None:
    assert any(case.values[2] == {} for case in cases(kind))
