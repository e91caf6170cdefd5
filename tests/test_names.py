"""Names: pairs that are one person and pairs that are two, names found in texts, and properties of both."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.names import name_mentions
from factcheck.model import Kind, Name
from factcheck.names import NameLikeness, same_name

CASES = Path(__file__).parent / "cases"
PAIRS = yaml.safe_load((CASES / "person" / "pairs.yaml").read_text(encoding="utf-8"))
ONE = {NameLikeness.SAME, NameLikeness.VARIANT}
WANTED = {"same": ONE, "short": {NameLikeness.SHORT}, "other": {NameLikeness.OTHER}}


@pytest.mark.parametrize(("wanted", "a", "b"), [(kind, *pair) for kind, pairs in PAIRS.items() for pair in pairs])
def test_pairs_of_persons(wanted: str, a: str, b: str) -> None:
    assert same_name(Name(a), Name(b)) in WANTED[wanted]
    assert same_name(Name(b), Name(a)) is same_name(Name(a), Name(b))
