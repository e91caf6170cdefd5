"""Sentences: what a full stop, a semicolon and the end of a line part, and what they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from factcheck.reading.passages import passages

CASES = Path(__file__).parent / "cases" / "sentence"


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (path.stem, sentences)
        for path in sorted(CASES.glob("*.yaml"))
        for sentences in yaml.safe_load(path.read_text("utf-8"))
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_a_text_is_parted_into_its_sentences(language: str, sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    assert [text[p.start : p.end] for p in passages(text, language=language)] == sentences


def test_a_text_of_no_known_language_is_parted_too() -> None:
    text = "Ta hem in. Er kom un."
    assert [text[p.start : p.end] for p in passages(text)] == ["Ta hem in.", "Er kom un."]
