"""Sentences: what a full stop, a semicolon and the end of a line part, and what they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from factcheck.reading.passages import LONGEST, passages

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


def test_what_runs_on_is_cut_where_a_clause_ends() -> None:
    clauses = [f"the council of town number {n} met the mayor" for n in range(100)]
    for between in (" and ", ", ", "\n"):
        text = between.join(clauses)
        found = passages(text, language="en")
        assert all(p.end - p.start <= LONGEST for p in found)
        assert all(text[p.start : p.end].strip(", ").endswith("mayor") for p in found)
        assert " ".join(text[p.start : p.end] for p in found).split() == text.split()


def test_what_has_no_blank_is_cut_too() -> None:
    assert {p.end - p.start for p in passages("x" * 5 * LONGEST)} == {LONGEST}
