"""Claims against sources: the stance, and where it matters the rule and the qualifiers, of invented articles."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Claim, Source, verify

CASES = Path(__file__).parent / "cases" / "stance"


def load() -> list[Any]:
    rows = []
    for path in sorted(CASES.glob("*.yaml")):
        for article in yaml.safe_load(path.read_text(encoding="utf-8")):
            assert article.keys() <= {"source", "published", "claims"}, article.keys()
            published = article.get("published")
            source = Source.from_text("s", article["source"], language=path.stem, published=published)
            rows += [
                pytest.param(source, case, case.get("language", path.stem), id=f"{path.stem}-{case['claim']}")
                for case in article["claims"]
            ]
    return rows


@pytest.mark.parametrize(("source", "case", "language"), load())
def test_stance(source: Source, case: dict[str, Any], language: str) -> None:
    result = verify([Claim("c", case["claim"], language=language)], [source]).claims[0].sources[0]
    seen: dict[str, Any] = {"claim": case["claim"], "stance": str(result.stance)}
    if "language" in case:
        seen["language"] = language
    if "rule" in case:
        seen["rule"] = result.evidence[0].rule if result.evidence else None
    if "qualifiers" in case:
        seen["qualifiers"] = [str(q) for q in result.evidence[0].qualifiers]
    assert seen == case


BROKEN = (("[.!?]+", ""), ("[.!?]+", ","), ("[,;:]+", ""), (",", ",,"), ('[«»“”"()]', ""), (" ", "\n"), ("$", "L'"))
"""What a careless copy does to a text's stops, as patterns with what takes their place."""


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([case.values for case in load()]),
    st.lists(st.sampled_from(BROKEN), max_size=2),
    st.sampled_from([str.lower, str.upper, str.title, str]),
    st.integers(0, 80),
)
def test_no_text_is_too_broken_to_be_judged(
    row: tuple[Source, dict[str, Any], str], faults: list[tuple[str, str]], write: Callable[[str], str], cut: int
) -> None:
    source, case, language = row
    text = source.text
    for pattern, instead in faults:
        text = re.sub(pattern, instead, text)
    broken = Source.from_text("s", write(text)[cut:], language=source.language)
    assert verify([Claim("c", case["claim"], language=language)], [broken]).claims


ARTICLE = "Anna Berg met Pedro Rojas in Oslo on 3 May 2019. They signed a treaty worth 12 million euros. {}"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["Anna Berg met Pedro Rojas in Oslo on 3 May 2019", "x", "0", "—"]))
def test_spans_are_exact_on_any_text(noise: str, statement: str) -> None:
    text = ARTICLE.format(noise)
    report = verify([Claim("c", statement, language="en")], [Source.from_text("s", text, language="en")])
    for piece in report.claims[0].sources[0].evidence:
        assert text[piece.start : piece.end] == piece.quote
        for match in piece.details:
            if match.mention:
                assert text[match.mention.start : match.mention.end] == match.mention.text


CLAIMS = [
    Claim("a", "Anna Berg met Pedro Rojas in Oslo on 3 May 2019", language="en"),
    Claim("b", "The treaty is worth 13 million euros", language="en"),
]
MAIN = Source.from_text("main", ARTICLE.format(""), language="en", published=date(2019, 5, 4))
OTHERS = [
    Source.from_text(f"other{n}", text, language="en")
    for n, text in enumerate(
        ("Rain is expected in Lima.", "Carl Holm opened a school on 9 June 2018.", "42 ships sank.")
    )
]


def test_unrelated_sources_change_nothing() -> None:
    alone = verify(CLAIMS, [MAIN])
    together = verify(CLAIMS, [OTHERS[0], MAIN, *OTHERS[1:]])
    for one, many in zip(alone.claims, together.claims, strict=True):
        assert one.verdict == many.verdict
        assert one.sources[0] == next(s for s in many.sources if s.source == "main")


def test_any_number_of_jobs_gives_the_same_report() -> None:
    sources = [MAIN, *OTHERS]
    assert verify(CLAIMS, sources, jobs=1) == verify(CLAIMS, sources, jobs=2)
