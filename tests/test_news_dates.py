"""Dates and lengths of time in sentences as agencies write them, read on the day that each is dated."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.extract import value_mentions
from factcheck.model import Kind

NEWS = Path(__file__).parent / "cases" / "news"
KINDS = {"dates": Kind.DATE, "durations": Kind.DURATION}


def sentences() -> list[Any]:
    """The sentences of every file, as pytest parameters named by language and text."""
    return [
        pytest.param(path.stem, case, id=f"{path.stem}-{case['text'][:50]}")
        for path in sorted(NEWS.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text("utf-8"))
    ]


@pytest.mark.parametrize(("language", "case"), sentences())
def test_sentences(language: str, case: dict[str, Any]) -> None:
    published: date = case["published"]
    found = value_mentions(case["text"], language, published)
    for name in KINDS.keys() & case.keys():
        said = [(m.text, str(m.value)) for m in found if m.kind is KINDS[name]]
        assert said == list(case[name].items()), name
