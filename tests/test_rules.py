"""Every rule has texts that fire it and texts that must not, and they behave."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Claim, Source, verify
from factcheck.rules import RULES, Example


def fired(example: Example) -> set[str]:
    """The names of the rules that settle the example's evidence, and of its notes."""
    source = Source.from_text("s", example.source, language=example.language, published=date(2019, 5, 10))
    result = verify([Claim("c", example.claim, language="en")], [source]).claims[0]
    return {e.rule for s in result.sources for e in s.evidence} | {note.rule for note in result.notes}


@pytest.mark.parametrize(("name", "example"), [(r.name, e) for r in RULES.values() for e in r.fires], ids=str)
def test_fires(name: str, example: Example) -> None:
    assert name in fired(example)


@pytest.mark.parametrize(("name", "example"), [(r.name, e) for r in RULES.values() for e in r.silent], ids=str)
def test_is_silent(name: str, example: Example) -> None:
    assert name not in fired(example)


def test_every_rule_has_both_kinds_of_text() -> None:
    assert all(rule.fires and rule.silent for rule in RULES.values())
