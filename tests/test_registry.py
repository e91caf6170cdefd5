"""The registry: each fault told in its place, the other claims kept, and a schema at one with the loader."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck import registry as loader
from factcheck import yamltree
from factcheck.errors import FactcheckError
from factcheck.model import DETAIL_KINDS, Person, Waiver
from factcheck.registry import load, loads, slug, unknown_ids
from factcheck.yamltree import MAX_BYTES

CASES = Path(__file__).parent / "cases" / "registry"
PATH = Path("claims.yaml")


def cases(name: str) -> list[Any]:
    listed = yaml.load((CASES / name).read_text(encoding="utf-8"), yaml.BaseLoader)
    return [pytest.param(case, id=case["name"]) for case in listed]


RULES: dict[str, Any] = json.loads(files("factcheck").joinpath("schema/claims.schema.json").read_text("utf-8"))
SCHEMA = Draft202012Validator(RULES)


@pytest.mark.parametrize("case", cases("faults.yaml"))
def test_every_fault_is_told_in_its_place_and_hides_no_other_claim(case: dict[str, Any]) -> None:
    registry = loads(case["text"], PATH)
    assert [claim.id for claim in registry.claims] == case.get("claims", [])
    told = [str(problem) for problem in registry.problems]
    assert len(told) == len(case.get("problems", [])), told
    for problem, wanted in zip(told, case.get("problems", []), strict=True):
        place, _, words = wanted.partition(" ")
        assert problem.startswith(f"claims.yaml:{place}: ")
        assert words in problem


@pytest.mark.parametrize("case", cases("fine.yaml"))
def test_what_is_right_is_read_without_a_word(case: dict[str, Any]) -> None:
    registry = loads(case["text"], PATH)
    assert registry.problems == ()
    assert [claim.id for claim in registry.claims] == case["claims"]


@pytest.mark.parametrize("case", [*cases("faults.yaml"), *cases("fine.yaml")])
def test_the_schema_is_at_one_with_the_loader(case: dict[str, Any]) -> None:
    wanted = case.get("schema", "yes")
    if "schema" not in case and "problems" in case:
        return  # a fault of YAML itself, or one that no schema can tell
    assert SCHEMA.is_valid(yaml.load(case["text"], yaml.BaseLoader)) is (wanted == "yes")


@pytest.mark.parametrize("case", [*cases("faults.yaml"), *cases("fine.yaml")])
def test_the_slow_parser_reads_the_same(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    fast = loads(case["text"], PATH)
    monkeypatch.setattr(yamltree, "_LOADER", yaml.SafeLoader)
    assert loads(case["text"], PATH) == fast


def test_the_schema_knows_the_keys_that_the_loader_knows() -> None:
    claim = RULES["$defs"]["claim"]["properties"]
    assert set(RULES["properties"]) == set(loader.TOP_KEYS)
    assert set(RULES["properties"]["defaults"]["properties"]) == set(loader.DEFAULT_KEYS)
    assert set(claim) == set(loader.CLAIM_KEYS)
    assert set(claim["details"]["properties"]) == {*DETAIL_KINDS, "people"}
    assert set(claim["tolerance"]["properties"]) == set(loader.TOLERANT_KINDS)
    assert set(claim["waiver"]["properties"]) == set(loader.WAIVER_KEYS)
    assert set(claim["sources"]["properties"]) == set(loader.SOURCES_KEYS)


def test_a_long_claim_holds_all_that_was_written() -> None:
    text = next(case.values[0]["text"] for case in cases("fine.yaml") if case.id == "everything")
    registry = loads(text, PATH)
    claim, other = registry.claims
    assert registry.sources == ("a/", "b/*.txt")
    assert (claim.require, claim.language, other.require, other.language) == (3, "en", 2, "fr")
    assert (claim.only, claim.exclude) == (("s1", "s2"), ("s3",))
    assert claim.details == {
        "date": "2021-11-24",
        "money": "5 M€",
        "quantity": "3 drones",
        "percent": "5 %",
        "duration": "2 days",
        "ordinal": "first",
        "place": "Rabat",
        "organisation": "FAR",
    }
    assert claim.people == (Person("Ann Lee"), Person("Bo Ek", ("Bo Eck",)))
    assert claim.tolerance == {"money": "5%", "quantity": "0.1"}
    assert claim.aliases == {"accord": ("pacte", "traité")}
    assert (claim.accept, claim.note) == (("Ann Lee",), "call: again")
    assert claim.waiver == Waiver("seen", "ed", date(2021, 12, 1))
    assert (claim.path, claim.line, claim.column) == ("claims.yaml", 5, 5)


def test_the_sample_registry_and_the_schema_agree() -> None:
    path = Path(__file__).parent.parent / "claims.yaml"
    registry = load(path)
    assert registry.problems == ()
    assert len(registry.claims) >= 12
    assert SCHEMA.is_valid(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))


@pytest.mark.parametrize(
    ("raw", "kept", "told"),
    [
        ("claims: [été]".encode("utf-8-sig"), ["ete"], []),
        ("claims: [a]".encode("utf-16"), [], ["UTF-16 text; save it as UTF-8"]),
        ("claims:\n  - a\n  - été\n  - b\n".encode("cp1252"), ["a", "b"], ["decoded", "byte 0xE9 is not UTF-8"]),
        (b"", [], ["the registry is empty"]),
        (b"\xef\xbb\xbf", [], ["the registry is empty"]),
        (b"\0\1\2\xff" * 50, [], ["this is a binary file"]),
    ],
    ids=["mark", "UTF-16", "Windows-1252", "empty", "only a mark", "binary"],
)
def test_encodings(tmp_path: Path, raw: bytes, kept: list[str], told: list[str]) -> None:
    path = tmp_path / "c.yaml"
    path.write_bytes(raw)
    registry = load(path)
    assert [claim.id for claim in registry.claims] == kept
    assert len(registry.problems) == len(told)
    assert all(any(words in str(problem) for problem in registry.problems) for words in told)


def test_a_source_that_is_not_there_is_told() -> None:
    text = "claims:\n  - {statement: a, sources: {only: [s1, s3], exclude: [seed-20]}}\n  - b\n"
    told = [str(problem) for problem in unknown_ids(loads(text, PATH).claims, ["s1", "seed-2"])]
    assert told == [
        'claims.yaml:2:5: no source has the id "s3"; an id is a file\'s name without its suffix',
        'claims.yaml:2:5: no source has the id "seed-20"; did you mean "seed-2"?',
    ]


def test_a_file_that_cannot_be_read_stops_with_one_line(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="there is no such registry"):
        load(tmp_path / "none.yaml")
    with pytest.raises(FactcheckError, match="this is a folder"):
        load(tmp_path)


def test_a_huge_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "split it" in str(load(path).problems[0])


def test_ids_made_from_statements_are_stable_and_told_apart() -> None:
    long = "The minister of defence of the republic said on Monday that the new bridge will cost"
    assert slug(f"{long} $5M") != slug(f"{long} $6M")
    assert slug("Égalité !") == "egalite"
    assert slug("…").startswith("claim-")


@given(st.text(max_size=200))
def test_no_text_breaks_the_loader(text: str) -> None:
    loads(text, PATH)


BAD = (
    "MoU: signed",
    "statement: a: b",
    '"quoted" and more',
    "&x anchored",
    "*x",
    "!t tagged",
    "[a list]",
    "{statment: typo}",
    "{statement: a, require: -1}",
    "@at",
    "Ranked #1 here",
    "{statement: a, statement: b}",
)
"""Entries that are faulty on one line each."""


@given(st.lists(st.one_of(st.sampled_from(BAD), st.integers(0, 99)), min_size=1, max_size=8))
def test_a_bad_claim_never_hides_a_good_one(entries: list[str | int]) -> None:
    text = "claims:\n" + "".join(f"  - {entry if isinstance(entry, str) else f'good {entry}'}\n" for entry in entries)
    registry = loads(text, PATH)
    assert [claim.statement for claim in registry.claims] == [f"good {n}" for n in entries if isinstance(n, int)]
    faulty = {line for line, entry in enumerate(entries, 2) if isinstance(entry, str)}
    assert {problem.line for problem in registry.problems} == faulty


@given(st.lists(st.text(min_size=1, max_size=30).filter(lambda text: text.strip()), min_size=1, max_size=5))
def test_quoted_statements_come_back_word_for_word(statements: list[str]) -> None:
    quoted = "".join(f"  - {json.dumps(text, ensure_ascii=True)}\n" for text in statements)
    registry = loads(f"claims:\n{quoted}", PATH)
    if registry.problems == ():
        assert [claim.statement for claim in registry.claims] == [text.strip() for text in statements]
        assert len({claim.id for claim in registry.claims}) == len(statements)
