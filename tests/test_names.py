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


def _cases(kind: str) -> list[tuple[str, dict[str, object]]]:
    """Each case with the language that its file or the case itself names."""
    found = []
    for path in sorted((CASES / kind).glob("*.yaml")):
        if path.name != "pairs.yaml":
            for case in yaml.safe_load(path.read_text(encoding="utf-8")):
                found.append((case.get("language", path.stem), case))
    return found


def _wanted(case: list[object]) -> list[tuple[str, str]]:
    return [next(iter(one.items())) if isinstance(one, dict) else (str(one), str(one)) for one in case]


def _seen(text: str, language: str, kind: Kind) -> list[tuple[str, str]]:
    return [(m.text, str(m.value)) for m in name_mentions(text, language) if m.kind is kind]


@pytest.mark.parametrize(("language", "case"), _cases("person"))
def test_persons(language: str, case: dict[str, list[object]]) -> None:
    assert _seen(str(case["text"]), language, Kind.PERSON) == _wanted(case["persons"])


@pytest.mark.parametrize(("language", "case"), _cases("organisation"))
def test_organisations(language: str, case: dict[str, list[object]]) -> None:
    assert _seen(str(case["text"]), language, Kind.ORGANISATION) == _wanted(case["organisations"])


@pytest.mark.parametrize(("language", "case"), _cases("place"))
def test_places(language: str, case: dict[str, list[object]]) -> None:
    assert [value for _, value in _seen(str(case["text"]), language, Kind.PLACE)] == case["places"]
