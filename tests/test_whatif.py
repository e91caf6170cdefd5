"""What would change a verdict, in the words of `explain`."""

from __future__ import annotations

import pytest

from factcheck import Claim, Source, verify

SIGNED = "Anna Berg signed the treaty on 3 May 2019"
YES, NO, HALF = f"{SIGNED}.", "Anna Berg signed the treaty on 4 May 2019.", "Anna Berg signed the treaty in May 2019."


@pytest.mark.parametrize(
    ("texts", "require", "told"),
    [
        ([YES], 1, "a source that denies it or has something else for “3 May 2019”, “Anna Berg”: conflicting"),
        ([NO], 1, "a source that states every detail: conflicting; without s0: insufficient"),
        ([YES, NO], 1, "without s0: refuted; without s1: supported"),
        ([YES], 2, "support by 1 more independent origin: supported"),
        ([HALF], 1, "nearest to support is s0, line 1: not fully stated here: 3 May 2019"),
        (["It rained."], 1, "a passage that states “3 May 2019”, “Anna Berg”, “signed”, “treaty”: supported"),
    ],
)
def test_would_change(texts: list[str], require: int, told: str) -> None:
    sources = [Source.from_text(f"s{n}", text, language="en") for n, text in enumerate(texts)]
    (result,) = verify([Claim("c", SIGNED, language="en", require=require)], sources).claims
    assert [step.message for step in result.steps if step.rule == "would-change"] == [told]
